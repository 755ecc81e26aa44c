"""Colleagues act by themselves when the day moves: determined by the seed, never for a player, always verifiable."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from simulator.domain.angka_kredit import PAK, StatusPAK
from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.pelaksanaan import Akses, Dokumen, Realisasi, RencanaAksi
from simulator.domain.penilaian import Evaluasi, Keberatan, Predikat, StatusKeberatan
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import RHK, SKP, JenisRHK, StatusSKP
from simulator.institution.generate import generate
from simulator.rules.keberatan import batas_keberatan
from simulator.store import repository
from simulator.wording import Pernyataan, periksa
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import Kantor, open_office
from simulator.workflow.rekan import majukan
from simulator.workflow.rekan.undian import Undian
from simulator.workflow.rekan.watak import Watak, watak
from simulator.workflow.seen import berdasarkan
from tests.workflow.adegan import AKHIR, AWAL, TAHUNAN, TW1, TW4
from tests.workflow.jurnal_orang import jurnal_orang
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, PENGELOLA, PERAWAT, PERENCANA, KantorKecil

AKHIR_TAHUN = date(2027, 2, 12)


@pytest.fixture(scope="module")
def setahun(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small office after a year in which nobody was played."""
    path = Path(shutil.copy(cetakan, tmp_path_factory.mktemp("setahun") / "kantor.ekin.db"))
    with open_office(path) as kantor:
        majukan(kantor, AKHIR_TAHUN)
    return path


@pytest.fixture
def sesudah(setahun: Path) -> Iterator[Kantor]:
    """That office, to look at."""
    with open_office(setahun) as kantor:
        yield kantor


def _semua(kantor: Kantor, kelas: type, **where: Any) -> list[Any]:
    with kantor.lihat() as connection:
        return repository.find(connection, kelas, **where)


def test_a_year_passes_and_the_journal_verifies(sesudah: Kantor) -> None:
    people = {row.pegawai_id for row in queries.monitoring_pengisian(sesudah, TAHUNAN) for row in [row.pegawai]}
    plans = _semua(sesudah, SKP, tahun=2026)

    assert sesudah.verifikasi().temuan == ()
    assert sesudah.hari == AKHIR_TAHUN
    assert {skp.pegawai_id for skp in plans} == people
    assert {skp.status for skp in plans} == {StatusSKP.SELESAI}
    assert len(_semua(sesudah, Evaluasi, periode_id=TAHUNAN)) == len(people)
    assert _semua(sesudah, Realisasi, periode_id=TAHUNAN), "the year is summed up"
    assert not _semua(sesudah, RencanaAksi, periode_id=TAHUNAN), "its plans lie in the quarters"


def test_the_year_is_rated_after_its_quarters(sesudah: Kantor) -> None:
    """It sums them up: a leader who rated the year first would leave the last quarter out."""
    rated = {(row.skp_id, row.periode_id): row.dinilai_pada for row in _semua(sesudah, Evaluasi)}
    years = {skp_id: day for (skp_id, periode_id), day in rated.items() if periode_id == TAHUNAN}

    assert years
    assert all(day >= rated[skp_id, TW4] for skp_id, day in years.items())


def test_assessors_approve_the_pak_of_functional_officials_once_nobody_can_object_any_more(sesudah: Kantor) -> None:
    given = {row.pegawai_id: row.dinilai_pada for row in _semua(sesudah, Evaluasi, periode_id=TAHUNAN)}
    found = {pak.pegawai_id: pak for pak in _semua(sesudah, PAK)}

    assert set(found) == {PERAWAT, ADMIN, PERENCANA}
    for who, pak in found.items():
        assert (pak.status, pak.disetujui_pada > batas_keberatan(given[who])) == (StatusPAK.TERKIRIM, True)


def test_the_admins_colleague_opens_the_calendar_of_the_new_year(sesudah: Kantor) -> None:
    new = [periode for periode in _semua(sesudah, PeriodePenilaian) if periode.tahun == 2027]

    assert [periode.nama for periode in new] == [
        "Triwulan 1 Tahun 2027",
        "Triwulan 2 Tahun 2027",
        "Triwulan 3 Tahun 2027",
        "Triwulan 4 Tahun 2027",
        "Tahunan 2027",
    ]
    assert new[0].batas_pengisian == date(2027, 4, 10)
    assert {entri.pelaku_id for p in new for entri in queries.jejak(sesudah, "periode_penilaian", p.periode_id)} == {
        ADMIN
    }


def test_a_calendar_that_was_begun_is_completed_once_it_is_sound(berkas: Path) -> None:
    """Two faults of the catalogue put a wrong quarter into the next year, which an admin then mends."""
    form = {"tahun": 2027, "angka": 1, "periode_awal": date(2027, 1, 1), "batas_pengisian": date(2027, 4, 10)}
    with open_office(berkas) as kantor:
        kantor.maju_ke(date(2026, 12, 28))
        with kantor.tindakan("pasang_gangguan", None) as t:
            rusak = t.tambah(
                PeriodePenilaian, periode_id=t.id_baru(), nama="Triwulan I 2027", tipe=TipePeriodik.BULANAN,
                periode_akhir=date(2027, 3, 31), **form,
            )  # fmt: skip
        majukan(kantor, date(2026, 12, 29))
        assert len([p for p in _semua(kantor, PeriodePenilaian) if p.tahun == 2027]) == 1, "it waits for a human"

        actions.ubah_periode_penilaian(kantor, Pelaku.admin(ADMIN), rusak.periode_id, tipe=TipePeriodik.TRIWULANAN)
        majukan(kantor, date(2026, 12, 30))

        new = sorted((p.tipe.value, p.angka) for p in _semua(kantor, PeriodePenilaian) if p.tahun == 2027)
        assert new == [("tahunan", 1), *(("triwulanan", n) for n in (1, 2, 3, 4))]


def test_the_new_year_carries_over_the_plan_of_the_old_one(sesudah: Kantor) -> None:
    by_year = {skp.tahun: queries.skp_lengkap(sesudah, skp.skp_id) for skp in _semua(sesudah, SKP, pegawai_id=PERAWAT)}
    superior = {skp.tahun: skp.skp_id for skp in _semua(sesudah, SKP, pegawai_id=KASI)}

    assert sorted(by_year) == [2026, 2027]
    assert [rhk.teks for rhk in by_year[2027].daftar_rhk] == [rhk.teks for rhk in by_year[2026].daftar_rhk]
    with sesudah.lihat() as connection:
        above = {repository.get(connection, RHK, rhk.rhk_atasan_id or 0).skp_id for rhk in by_year[2027].daftar_rhk}
    assert above == {superior[2027]}


def test_results_are_worded_as_results(sesudah: Kantor) -> None:
    words = {rhk.teks for rhk in _semua(sesudah, RHK)}

    assert len(words) > 10
    assert [text for text in words if periksa(Pernyataan(text, "rhk")).orientasi == "aktivitas"] == []


def test_temperaments_show(sesudah: Kantor) -> None:
    """In this office: 6 copies, 4 is strict, so what 6 copied came back and was mended."""
    draws = Undian(KantorKecil.seed)
    assert watak(draws, PENGELOLA) is Watak.SALIN
    assert watak(draws, KASI) is Watak.KETAT
    [skp] = _semua(sesudah, SKP, pegawai_id=PENGELOLA, tahun=2026)

    returns = queries.riwayat_keterangan(sesudah, skp.skp_id)
    said = {row.realisasi for row in queries.isi_periode(sesudah, skp.skp_id, TW1).daftar_realisasi}

    assert [row.oleh_id for row in returns] == [KASI]
    assert "masih sama dengan RHK pimpinan" in returns[0].alasan
    assert len(said) == 1, "the same words for every indicator"
    kabur = [umpan.teks for umpan in queries.isi_periode(sesudah, skp.skp_id, TW1).daftar_umpan]
    assert any("belum menyebut angka" in text for text in kabur)


def test_players_are_never_acted_for(berkas: Path) -> None:
    pemain = frozenset({KASI, PERAWAT, ADMIN})
    with open_office(berkas) as kantor:
        before = len(jurnal_orang(kantor))
        ringkasan = majukan(kantor, date(2027, 1, 20), pemain=pemain)
        who = Counter(row[1] for row in jurnal_orang(kantor)[before:])

        assert not pemain & set(who)
        assert {1, 2, KABID} <= set(who), "the others do act"
        assert _semua(kantor, SKP, pegawai_id=[*pemain]) == []
        # Below a leader who does nothing there is only a draft, and nobody opened the calendar in place of the admin.
        assert [skp.status for skp in _semua(kantor, SKP, pegawai_id=PENGELOLA, tahun=2026)] == [StatusSKP.DRAFT]
        assert {periode.tahun for periode in _semua(kantor, PeriodePenilaian)} == {2026}
        assert ringkasan.jumlah == sum(who.values())
        assert kantor.verifikasi().ok


def test_the_head_of_the_region_can_be_a_player_too(berkas: Path) -> None:
    with open_office(berkas) as kantor:
        majukan(kantor, date(2026, 3, 1), pemain=frozenset({0}))

        assert [skp.status for skp in _semua(kantor, SKP, pegawai_id=1)] == [StatusSKP.PENGAJUAN]


def _skp_pemain(kantor: Kantor, teks_rhk: str) -> int:
    """The nurse is played: an SKP under the section head's, submitted."""
    me = Pelaku.pegawai(PERAWAT)
    skp = actions.buat_skp(kantor, me, periode_awal=AWAL, periode_akhir=AKHIR)
    offered = queries.rhk_pimpinan(kantor, skp.skp_id)
    rhk = actions.tambah_rhk(
        kantor, me, skp.skp_id, teks_rhk=teks_rhk or offered[0].teks, jenis=JenisRHK.UTAMA,
        rhk_atasan_id=offered[0].rhk_id,
    )  # fmt: skip
    for aspek, target in (("kuantitas", "12 Laporan"), ("kualitas", "95 Persen"), ("waktu", "5 Hari Kerja")):
        actions.tambah_iki(kantor, me, rhk.rhk_id, aspek=aspek, indikator=f"Laporan asuhan, {aspek}", target=target)  # type: ignore[arg-type]
    for jenis in ("dukungan_sumber_daya", "skema_pertanggungjawaban", "konsekuensi"):
        actions.tambah_lampiran(kantor, me, skp.skp_id, jenis=jenis, isi="Sesuai rencana unit")  # type: ignore[arg-type]
    actions.ajukan_skp(kantor, me, skp.skp_id)
    return skp.skp_id


def test_a_leader_returns_what_a_player_copied_and_rates_what_the_player_reached(berkas: Path) -> None:
    pemain = frozenset({PERAWAT})
    with open_office(berkas) as kantor:
        majukan(kantor, date(2026, 2, 10), pemain=pemain)
        skp_id = _skp_pemain(kantor, "")
        majukan(kantor, date(2026, 2, 20), pemain=pemain)

        skp = queries.skp_lengkap(kantor, skp_id)
        assert skp.status is StatusSKP.DRAFT
        assert "masih sama" in queries.riwayat_keterangan(kantor, skp_id)[0].alasan

        me, rhk = Pelaku.pegawai(PERAWAT), skp.daftar_rhk[0]
        actions.ubah_rhk(kantor, me, rhk.rhk_id, teks_rhk="Tersusunnya laporan asuhan keperawatan Seksi Rujukan")
        actions.ajukan_skp(kantor, me, skp_id)
        majukan(kantor, date(2026, 3, 2), pemain=pemain)
        assert queries.skp_lengkap(kantor, skp_id).status is StatusSKP.PERSETUJUAN

        actions.tambah_rencana_aksi(
            kantor, me, skp_id, periode_id=TW1, rhk_id=rhk.rhk_id, deskripsi="Menyusun laporan", target="3 Laporan"
        )
        for iki, said in zip(rhk.daftar_iki, ("1 Laporan", "60 Persen", "11 Hari Kerja"), strict=True):
            actions.isi_realisasi(
                kantor, me, skp_id, periode_id=TW1, iki_id=iki.iki_id, realisasi=said, sumber_data="Register"
            )
        majukan(kantor, date(2026, 4, 12), pemain=pemain)
        isi = queries.isi_periode(kantor, skp_id, TW1)

        assert isi.evaluasi is not None
        assert isi.evaluasi.predikat in (Predikat.BUTUH_PERBAIKAN, Predikat.SANGAT_KURANG), "far below the target"
        assert "3 Laporan" in isi.daftar_umpan[0].teks, "the words name the target of the quarter"
        assert len(_semua(kantor, RencanaAksi, skp_id=skp_id)) == 1, "the player's records are left alone"


def test_a_page_that_was_drawn_before_does_not_stop_the_colleagues(berkas: Path) -> None:
    with open_office(berkas) as kantor, berdasarkan(1):
        ringkasan = majukan(kantor, date(2026, 2, 20))

        assert ringkasan.tindakan["setujui_skp"] > 3


def test_progress_is_told_day_by_day_and_time_does_not_run_backwards(berkas: Path) -> None:
    seen: list[date] = []
    with open_office(berkas) as kantor:
        ringkasan = majukan(kantor, date(2026, 1, 18), maju=seen.append)

        assert seen == sorted(set(seen))
        assert (seen[0], seen[-1]) == (date(2026, 1, 6), date(2026, 1, 18))
        assert (ringkasan.dari, ringkasan.sampai, ringkasan.hari_kerja) == (date(2026, 1, 5), date(2026, 1, 18), 9)
        with pytest.raises(StatusTidakSesuai) as refusal:
            majukan(kantor, date(2026, 1, 17))

    assert refusal.value.kode == "hari-mundur"


def test_an_error_in_the_middle_leaves_whole_days(berkas: Path) -> None:
    class Putus(RuntimeError):
        pass

    def stop(hari: date) -> None:
        if hari >= date(2026, 1, 22):
            raise Putus

    with open_office(berkas) as kantor:
        with pytest.raises(Putus):
            majukan(kantor, date(2026, 3, 1), maju=stop)

        assert kantor.hari == date(2026, 1, 22)
        assert kantor.verifikasi().ok


def test_objections_are_explained_and_decided(sesudah: Kantor) -> None:
    for keberatan in _semua(sesudah, Keberatan):
        assert keberatan.status is not StatusKeberatan.DIAJUKAN
        assert keberatan.penjelasan_penilai
        assert keberatan.diputus_oleh_id not in (keberatan.diajukan_oleh_id, None)


def test_a_generated_office_moves_into_the_next_year(tmp_path: Path) -> None:
    path = tmp_path / "kantor.ekin.db"
    found_office(generate("dinas_kesehatan", 7, 60), path)
    with open_office(path) as kantor:
        ringkasan = majukan(kantor, date(2027, 2, 12))
        approved = [skp.pegawai_id for skp in _semua(kantor, SKP, tahun=2027, status=StatusSKP.PERSETUJUAN)]

        assert {periode.tahun for periode in _semua(kantor, PeriodePenilaian)} == {2026, 2027}
        assert {skp.status for skp in _semua(kantor, SKP, tahun=2026)} == {StatusSKP.SELESAI}
        assert approved == [1], "from the top down"
        assert len(_semua(kantor, SKP, tahun=2027)) == 60
        assert ringkasan.ditolak == {}
        assert kantor.verifikasi().ok


def test_careless_people_keep_evidence_to_themselves(tmp_path: Path) -> None:
    """Only they do, and their leader cannot open it."""
    seed = next(n for n in range(200) if watak(Undian(n), PERAWAT) is Watak.CEROBOH)

    class Ceroboh(KantorKecil):
        def __init__(self) -> None:
            super().__init__()
            self._rows["instansi"][0]["benih"] = seed

    found_office(Ceroboh(), tmp_path / "c.ekin.db")
    with open_office(tmp_path / "c.ekin.db") as kantor:
        majukan(kantor, date(2026, 4, 12))
        closed = {d.pemilik_id for d in _semua(kantor, Dokumen, akses=Akses.PRIBADI)}

    assert {watak(Undian(seed), who) for who in closed} == {Watak.CEROBOH}
