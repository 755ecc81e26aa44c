"""What must hold for every input, not only for the examples: order, agreement, proportion."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.kepegawaian import Jenjang
from simulator.domain.penilaian import Predikat, PredikatOrganisasi, Rating
from simulator.domain.skp import Aspek, JenisRHK
from simulator.rules import angka_kredit, bukti, distribusi, keberatan, kuadran, periode, rating_hasil, target, tukin
from simulator.rules.parameters import daftar

HARI = date(2026, 12, 31)
RANK_RATING = {rating: i for i, rating in enumerate(Rating)}
RANK_PREDIKAT = {predikat: i for i, predikat in enumerate(Predikat)}
COUNTS = st.fixed_dictionaries({predikat: st.integers(0, 40) for predikat in Predikat})
RATINGS = st.sampled_from(list(Rating))


@pytest.mark.parametrize("hasil", list(Rating))
@pytest.mark.parametrize("perilaku", list(Rating))
def test_a_better_behaviour_rating_never_lowers_the_predikat(hasil, perilaku):
    now = RANK_PREDIKAT[kuadran.tetapkan_predikat(hasil, perilaku)]
    better = [RANK_PREDIKAT[kuadran.tetapkan_predikat(hasil, other)] for other in list(Rating)[RANK_RATING[perilaku] :]]

    assert min(better) == now


@pytest.mark.parametrize("hasil", list(Rating))
@pytest.mark.parametrize("perilaku", list(Rating))
def test_a_better_result_rating_never_lowers_the_predikat(hasil, perilaku):
    now = RANK_PREDIKAT[kuadran.tetapkan_predikat(hasil, perilaku)]
    better = [RANK_PREDIKAT[kuadran.tetapkan_predikat(other, perilaku)] for other in list(Rating)[RANK_RATING[hasil] :]]

    assert min(better) == now


def test_the_nine_cells_for_pages_are_the_rule_itself():
    cells = kuadran.sel_kuadran()

    assert len({(hasil, perilaku) for hasil, perilaku, _ in cells}) == 9
    for hasil, perilaku, predikat in cells:
        assert kuadran.tetapkan_predikat(hasil, perilaku) is predikat


@given(organisasi=st.sampled_from(list(PredikatOrganisasi)), jumlah=COUNTS)
def test_pattern_and_check_agree_for_units_that_are_not_small(organisasi, jumlah):
    total = sum(jumlah.values())
    if total <= 10:
        return
    # The chart's shares, read exactly, predict which predikat the check names.
    outside = [
        predikat
        for predikat, batas in distribusi.pola(organisasi, HARI).items()
        if not Fraction(str(batas.min)) * total <= jumlah[predikat] <= Fraction(str(batas.maks)) * total
    ]
    named = [
        temuan.predikat
        for temuan in distribusi.periksa_distribusi(organisasi, jumlah, HARI)
        if not temuan.kode.endswith("wajib-ada")
    ]

    assert named == outside


@given(organisasi=st.sampled_from(list(PredikatOrganisasi)), jumlah=COUNTS)
def test_the_duty_of_presence_is_named_exactly_when_too_few_are_there(organisasi, jumlah):
    total = sum(jumlah.values())
    duty = distribusi.kewajiban(organisasi, HARI)
    if total <= 10:
        return
    kode = [temuan.kode for temuan in distribusi.periksa_distribusi(organisasi, jumlah, HARI)]
    present = sum(jumlah[predikat] for predikat in duty.predikat) if duty else 0
    missing = duty is not None and (present == 0 or present < duty.min * total)

    assert (f"{organisasi.value}-wajib-ada" in kode) == missing


@pytest.mark.parametrize("organisasi", list(PredikatOrganisasi))
@pytest.mark.parametrize("total", range(1, 15))
def test_every_unit_size_has_at_least_one_spread_that_fits(organisasi, total):
    def spreads(left, parts):
        if parts == 1:
            yield (left,)
            return
        for first in range(left + 1):
            for rest in spreads(left - first, parts - 1):
                yield (first, *rest)

    fits = any(
        not distribusi.periksa_distribusi(organisasi, dict(zip(Predikat, spread, strict=True)), HARI)
        for spread in spreads(total, len(Predikat))
    )

    assert fits


@given(organisasi=st.sampled_from(list(PredikatOrganisasi)), total=st.integers(1, 500))
def test_bounds_in_people_are_possible_and_near_the_shares(organisasi, total):
    shares = distribusi.pola(organisasi, HARI)
    for predikat, people in distribusi.batas_orang(organisasi, total, HARI).items():
        assert 0 <= people.min <= people.maks <= total
        assert abs(people.min - shares[predikat].min * total) < 1
        assert abs(people.maks - shares[predikat].maks * total) < 1


@given(jenjang=st.sampled_from(list(Jenjang)), predikat=st.sampled_from(list(Predikat)), bulan=st.integers(1, 12))
def test_angka_kredit_is_proportional_to_the_months(jenjang, predikat, bulan):
    full = angka_kredit.konversi(jenjang, predikat, hari=HARI)
    part = angka_kredit.konversi(jenjang, predikat, bulan, hari=HARI)

    # Both sides are rounded to a hundredth: the full year to 0.005, its share to 0.005 more.
    assert abs(part - full * bulan / 12) <= Decimal("0.01")
    assert part == part.quantize(Decimal("0.01"))


@given(jenjang=st.sampled_from(list(Jenjang)), bulan=st.integers(1, 12))
def test_a_better_predikat_never_earns_less_angka_kredit(jenjang, bulan):
    earned = [angka_kredit.konversi(jenjang, predikat, bulan, hari=HARI) for predikat in Predikat]

    assert earned == sorted(earned)


RESULTS = st.lists(
    st.builds(rating_hasil.HasilRHK, st.sampled_from(list(JenisRHK)), RATINGS), min_size=1, max_size=8
).filter(lambda results: any(result.jenis is JenisRHK.UTAMA for result in results))


@given(results=RESULTS, data=st.data())
def test_improving_one_rhk_never_lowers_the_rating(results, data):
    place = data.draw(st.integers(0, len(results) - 1))
    better = data.draw(st.sampled_from(list(Rating)[RANK_RATING[results[place].capaian] :]))
    improved = [*results[:place], rating_hasil.HasilRHK(results[place].jenis, better), *results[place + 1 :]]

    before, after = rating_hasil.rating_keseluruhan(results), rating_hasil.rating_keseluruhan(improved)
    assert RANK_RATING[after] >= RANK_RATING[before]


@given(results=RESULTS, data=st.data())
def test_the_order_of_rhk_does_not_matter(results, data):
    shuffled = data.draw(st.permutations(results))

    assert rating_hasil.rating_keseluruhan(shuffled) is rating_hasil.rating_keseluruhan(results)


NAMES = {
    "tahun": st.integers(2000, 2099),
    "triwulan": st.integers(1, 4),
    "nomor_rhk": st.integers(1, 99),
    "aspek": st.sampled_from(list(Aspek)),
    "ekstensi": st.sampled_from(daftar("bukti/ekstensi", HARI)),
}


@given(
    judul=st.text(min_size=1, max_size=120).filter(lambda text: any(c.isascii() and c.isalnum() for c in text)), **NAMES
)
def test_a_composed_file_name_is_read_back_and_has_no_finding(judul, tahun, triwulan, nomor_rhk, aspek, ekstensi):
    nama = bukti.nama_baku(tahun, triwulan, nomor_rhk, aspek, judul, ekstensi)
    bagian = bukti.urai_nama(nama)

    assert (bagian.tahun, bagian.triwulan, bagian.nomor_rhk, bagian.aspek) == (tahun, triwulan, nomor_rhk, aspek)
    assert bukti.periksa_nama(nama, tahun=tahun, triwulan=triwulan, nomor_rhk=nomor_rhk, aspek=aspek) == ()


@given(nama=st.text(max_size=80))
def test_a_name_has_no_finding_exactly_when_it_can_be_read_and_its_parts_are_accepted(nama):
    bagian = bukti.urai_nama(nama)
    accepted = bagian is not None and bagian.ekstensi in daftar("bukti/ekstensi", HARI) and len(bagian.judul) <= 60

    assert (bukti.periksa_nama(nama) == ()) == accepted


@given(awal=st.dates(date(2024, 1, 1), date(2028, 12, 31)), selisih=st.integers(-3, 30))
def test_the_objection_window_is_one_unbroken_stretch(awal, selisih):
    hari = awal + timedelta(days=selisih)

    assert keberatan.boleh_keberatan(awal, hari) == (0 <= selisih <= 14)


@given(tahun=st.integers(2000, 2099), tipe=st.sampled_from(list(periode.TipePeriodik)))
def test_standard_periods_cover_the_year_without_gap_or_overlap(tahun, tipe):
    daftar_periode = periode.periode_baku(tahun, tipe, date(2026, 1, 1))

    assert daftar_periode[0].periode_awal == date(tahun, 1, 1)
    assert daftar_periode[-1].periode_akhir == date(tahun, 12, 31)
    for sebelum, sesudah in zip(daftar_periode, daftar_periode[1:], strict=False):
        assert sebelum.periode_akhir + timedelta(days=1) == sesudah.periode_awal
    assert periode.periksa_periode(daftar_periode) == ()


@given(angka=st.integers(0, 10**7), sen=st.integers(0, 99), satuan=st.sampled_from(["dokumen", "%", "hari kerja"]))
def test_an_indonesian_number_is_read_as_it_was_written(angka, sen, satuan):
    teks = f"{angka:,}".replace(",", ".") + f",{sen:02d} {satuan}"

    assert target.urai_target(teks) == target.Target(angka + Decimal(sen) / 100, satuan)


@given(tunjangan=st.integers(0, 40_000_000))
def test_the_example_policy_never_pays_more_for_a_worse_predikat(tunjangan):
    persen, porsi = tukin.contoh_kemnaker(HARI)
    paid = [tukin.komponen_kinerja(Decimal(tunjangan), predikat, persen, porsi) for predikat in Predikat]

    assert paid == sorted(paid)
    assert paid[-1] <= tunjangan
