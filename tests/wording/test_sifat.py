"""What must hold for any statement: harmless changes of writing change nothing, and nothing crashes."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_kasus import pernyataan, semua_kasus

from simulator.wording import Hasil, Konteks, Pernyataan, mesin, periksa, periksa_banyak, periksa_skp
from simulator.wording.pernyataan import KRITERIA
from simulator.wording.teks import BATAS_HURUF

AJEK = settings(derandomize=True, deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
KASUS = [k for _, k in semua_kasus() if k["teks"].strip(". ") and not k["teks"].startswith("=")]
INDIKATOR = [k for k in KASUS if k["jenis"] in ("iki", "iku", "rencana_aksi")]
TENGGAT = ("paling lambat tanggal 5", "setiap bulan", "per triwulan", "dalam 3 hari kerja", "sampai Desember 2026")
SINGKAT = {
    "Jumlah": "Jml",
    " yang ": " yg ",
    " dengan ": " dgn ",
    " untuk ": " utk ",
    " tahun ": " thn ",
    "laporan": "lap",
}


def putusan(h: Hasil) -> tuple[object, ...]:
    return (h.orientasi, h.spesifik, h.terukur, h.waktu, h.S, h.M, h.A, h.R, h.T)


def ganti(kasus: dict, teks: str) -> Pernyataan:
    return pernyataan(kasus | {"teks": teks})


@AJEK
@given(st.sampled_from(KASUS), st.sampled_from(["upper", "lower", "title", "capitalize"]))
def test_case_does_not_change_a_judgement(kasus: dict, cara: str) -> None:
    biasa = periksa(pernyataan(kasus))

    assert putusan(periksa(ganti(kasus, getattr(kasus["teks"], cara)()))) == putusan(biasa)


@AJEK
@given(
    st.sampled_from(KASUS),
    st.sampled_from([" ", "  ", "\t", "\n", "\u00a0", " \u200b"]),
    st.sampled_from(["", ".", " .", ";", "  ", " ,", "!"]),
)
def test_spacing_and_closing_punctuation_do_not_change_a_judgement(kasus: dict, spasi: str, penutup: str) -> None:
    biasa = periksa(pernyataan(kasus))
    teks = spasi + kasus["teks"].replace(" ", spasi) + penutup

    assert putusan(periksa(ganti(kasus, teks))) == putusan(biasa)


@AJEK
@given(st.sampled_from(KASUS), st.sampled_from(["1. ", "a) ", "- ", "• ", "3) ", "* "]))
def test_a_list_number_in_front_does_not_change_a_judgement(kasus: dict, nomor: str) -> None:
    assert putusan(periksa(ganti(kasus, nomor + kasus["teks"]))) == putusan(periksa(pernyataan(kasus)))


@AJEK
@given(st.sampled_from(KASUS), st.sampled_from(sorted(SINGKAT)))
def test_a_harmless_abbreviation_does_not_change_a_judgement(kasus: dict, penuh: str) -> None:
    teks = kasus["teks"].replace(penuh, SINGKAT[penuh])

    assert putusan(periksa(ganti(kasus, teks))) == putusan(periksa(pernyataan(kasus)))


@AJEK
@given(st.sampled_from(INDIKATOR), st.sampled_from(TENGGAT), st.booleans())
def test_adding_a_deadline_never_lowers_t(kasus: dict, tenggat: str, di_target: bool) -> None:
    sebelum = periksa(pernyataan(kasus))
    tambah = (
        {"target": f"{kasus.get('target') or '1'} {tenggat}"} if di_target else {"teks": f"{kasus['teks']} {tenggat}"}
    )
    sesudah = periksa(pernyataan(kasus | tambah))

    assert sesudah.T is True or not sebelum.T
    assert sesudah.T is True
    assert sesudah.waktu == "eksplisit"


@AJEK
@given(st.sampled_from(KASUS))
def test_every_finding_names_a_criterion_and_speaks_in_sentences(kasus: dict) -> None:
    for t in periksa(pernyataan(kasus)).temuan:
        assert t.kriteria in KRITERIA
        assert t.pesan.endswith((".", "”."))
        assert t.saran.endswith(".")
        assert "{" not in t.pesan + t.saran


@AJEK
@given(st.sampled_from(KASUS))
def test_a_quoted_word_stands_in_the_statement(kasus: dict) -> None:
    p = pernyataan(kasus)
    asal = " ".join(" ".join(filter(None, (p.teks, p.rhk, p.target, f"aspek {p.aspek}"))).split()).lower()
    for t in periksa(p).temuan:
        assert t.kutipan.rstrip("…").lower() in asal, (t.kode, t.kutipan)


@AJEK
@given(st.sampled_from(KASUS))
def test_batch_and_single_judge_alike(kasus: dict) -> None:
    p = pernyataan(kasus)

    assert list(periksa_banyak([p, p])) == [periksa(p), periksa(p)]


APA_SAJA = st.text(max_size=300)


@AJEK
@given(
    st.builds(
        Pernyataan,
        teks=APA_SAJA,
        jenis_pernyataan=st.sampled_from(["rhk", "iki", "iku", "sasaran", "rencana_aksi"]),
        rhk=st.none() | APA_SAJA,
        rhk_atasan=st.none() | APA_SAJA,
        aspek=st.none() | st.sampled_from(["kuantitas", "kualitas", "waktu", "biaya"]) | APA_SAJA,
        target=st.none() | APA_SAJA,
        satuan=st.none() | APA_SAJA,
        jabatan=st.none() | APA_SAJA,
        konteks=st.none() | st.builds(Konteks, st.none() | APA_SAJA, st.none() | APA_SAJA, st.none() | APA_SAJA),
    )
)
def test_no_text_whatever_crashes_the_engine(p: Pernyataan) -> None:
    h = periksa(p)

    assert h.orientasi in ("aktivitas", "output", "outcome")
    assert h.spesifik in ("ya", "tidak")
    assert h.terukur in ("ya", "tidak", "na")
    assert h.waktu in ("eksplisit", "tersirat", "tidak", "na")
    assert isinstance(h.ragu, bool)
    periksa_skp([p, p])


KATA_KANTOR = st.lists(
    st.sampled_from(
        [
            "jumlah",
            "persentase",
            "%",
            "per",
            "bulan",
            "laporan",
            "dan",
            "serta",
            "tidak",
            "12",
            "3,5",
            "Rp",
            "juta",
            "≥",
            "<=",
            "maksimal",
            "s.d.",
            "/",
            "-",
            "(",
            ")",
            "yang",
            "disusun",
            "nilai",
            "indeks",
            "waktu",
            "usia",
            "0-24",
            "tahun",
            "Terlaksananya",
            "rapat",
            "lain-lain",
            "dll",
            "=",
            ";",
            ":",
            ".",
            ",",
            "pasien",
            "2026",
            "tepat",
            "A",
            "BB",
            "nihil",
        ]
    ),
    max_size=60,
).map(" ".join)


@AJEK
@given(KATA_KANTOR, KATA_KANTOR, KATA_KANTOR, KATA_KANTOR)
def test_office_words_in_any_order_do_not_crash_the_engine(teks: str, rhk: str, target: str, catatan: str) -> None:
    p = Pernyataan(teks, "iki", rhk, rhk, "waktu", target, None, None, Konteks(catatan, catatan, catatan))
    h = periksa(p)

    assert h.orientasi in ("aktivitas", "output", "outcome")
    assert h.terukur in ("ya", "tidak")
    assert h.waktu in ("eksplisit", "tersirat", "tidak")
    assert h.ragu == bool(h.ragu_pada)
    assert all(t.kriteria in KRITERIA and t.pesan and t.saran and "{" not in t.pesan for t in h.temuan)
    assert list(periksa_banyak([p])) == [h]


class Langkah:
    """Counts the calls, of our functions and of built-in ones, while it is on: work, whatever else the machine does."""

    def __init__(self) -> None:
        self.banyak = 0

    def __enter__(self) -> Langkah:
        sys.setprofile(self._catat)
        return self

    def __exit__(self, *sebab: object) -> None:
        sys.setprofile(None)

    def _catat(self, bingkai: object, peristiwa: str, isi: object) -> None:
        self.banyak += peristiwa in ("call", "c_call")


def _penuh(isi: str) -> Pernyataan:
    return Pernyataan(isi, "iki", isi, isi, "waktu", isi, isi, isi, Konteks(isi, isi, isi))


@pytest.mark.parametrize(
    "isi",
    [
        "Menyusun laporan " * 6500,
        "a" * 100_000,
        "1" * 100_000,
        "12 " * 33_000,
        "(" * 100_000,
        "per " * 25_000,
        "𝕃𝕒𝕡𝕠𝕣𝕒𝕟 " * 12_000,
        "dan " * 25_000,
        "\u0301" * 100_000,
        "9.9," * 25_000,
        "tahun - " * 12_000,
    ],
    ids=lambda isi: repr(isi[:12]),
)
def test_a_hundred_kilobytes_cost_no_more_work_than_the_part_that_is_read(isi: str) -> None:
    pendek = isi[: 2 * BATAS_HURUF]
    assert len(isi) > 5 * len(pendek)
    sesudah_itu = periksa(_penuh(pendek))  # also warms the caches for both
    mesin._ingatan.clear()
    with Langkah() as sedikit:
        periksa(_penuh(pendek))
    mesin._ingatan.clear()
    with Langkah() as banyak:
        hasil = periksa(_penuh(isi))

    assert putusan(hasil) == putusan(sesudah_itu)
    assert [t.kode for t in hasil.temuan] == [t.kode for t in sesudah_itu.temuan]
    assert banyak.banyak <= sedikit.banyak + 50


@pytest.mark.parametrize("kata", ["laporan ", "12 ", "per ", "dan ", "(", "tahun - "], ids=repr)
def test_twice_the_words_cost_at_most_a_little_more_than_twice_the_work(kata: str) -> None:
    banyak = []
    for huruf in (1000, 2000, 4000):
        p = _penuh((kata * 4000)[:huruf])
        periksa(p)
        mesin._ingatan.clear()
        with Langkah() as langkah:
            periksa(p)
        banyak.append(langkah.banyak)

    assert banyak[2] - banyak[1] <= 2.2 * (banyak[1] - banyak[0]) + 200


def test_unsure_judgements_name_what_they_are_unsure_of() -> None:
    for kasus in KASUS:
        h = periksa(pernyataan(kasus))
        assert h.ragu == bool(h.ragu_pada)
