"""Targets as people write them, taken apart."""

from __future__ import annotations

import pytest

from simulator.wording.bilangan import angka, tulis
from simulator.wording.target import kelas_satuan, urai_target


@pytest.mark.parametrize(
    ("tulisan", "nilai"),
    [
        ("12", 12), ("1.500", 1500), ("12,5", 12.5), ("98.72", 98.72), ("4000.00", 4000), ("1.500.000", 1_500_000),
        ("1.500.000,50", 1_500_000.5), ("1,500,000", 1_500_000), ("0.813", 0.813), ("1.500.000.000,", 1.5e9),
    ],
)  # fmt: skip
def test_a_number_is_read_the_indonesian_way(tulisan: str, nilai: float) -> None:
    assert angka(tulisan) == nilai


@pytest.mark.parametrize("tulisan", ["", "dua", "1a", "…", ".", ",", "1" * 50])
def test_what_is_not_a_number_is_none(tulisan: str) -> None:
    assert angka(tulisan) is None


def test_a_number_is_written_the_indonesian_way() -> None:
    assert tulis(1500) == "1.500"
    assert tulis(1500.5) == "1.500,5"
    assert tulis(0.25) == "0,25"


@pytest.mark.parametrize(
    ("tulisan", "harap"),
    [
        ("12 Laporan", {"nilai": 12, "satuan": "laporan", "kelas_satuan": "dokumen", "pembanding": "="}),
        ("≥ 85%", {"nilai": 85, "satuan": "%", "kelas_satuan": "persen", "pembanding": "≥"}),
        ("minimal 85 persen", {"nilai": 85, "kelas_satuan": "persen", "pembanding": "≥"}),
        ("tidak kurang dari 40 orang", {"nilai": 40, "kelas_satuan": "orang", "pembanding": "≥"}),
        ("maks. 15 menit", {"nilai": 15, "kelas_satuan": "waktu", "pembanding": "≤"}),
        ("tidak lebih dari 210 liter sebulan", {"nilai": 210, "satuan": "liter", "pembanding": "≤"}),
        ("lebih dari 90%", {"nilai": 90, "pembanding": ">"}),
        ("< 5 %", {"nilai": 5, "pembanding": "<"}),
        ("85-90%", {"bentuk": "rentang", "nilai": 85, "nilai_maks": 90, "kelas_satuan": "persen"}),
        ("80% s.d. 90%", {"bentuk": "rentang", "nilai": 80, "nilai_maks": 90}),
        ("95 sampai 100 berkas", {"bentuk": "rentang", "nilai": 95, "nilai_maks": 100, "satuan": "berkas"}),
        ("BB", {"bentuk": "huruf", "huruf": "BB", "kelas_satuan": "indeks"}),
        ("Predikat A", {"bentuk": "huruf", "huruf": "A"}),
        ("WTP", {"bentuk": "huruf", "huruf": "WTP"}),
        ("Rp. 1.500.000.000,-", {"nilai": 1.5e9, "satuan": "Rp", "kelas_satuan": "uang"}),
        ("Rp90 juta", {"nilai": 9e7, "satuan": "Rp"}),
        ("2 juta kunjungan setahun", {"nilai": 2e6, "satuan": "kunjungan", "periode": "tahun"}),
        ("tiga policy brief", {"nilai": 3, "kelas_satuan": "dokumen"}),
        ("nihil", {"nilai": 0}),
        ("18 kunjungan setiap bulan", {"nilai": 18, "satuan": "kunjungan", "periode": "bulan"}),
        ("1 dokumen per triwulan", {"nilai": 1, "satuan": "dokumen", "periode": "triwulan"}),
        ("10 hari kerja", {"nilai": 10, "satuan": "hari kerja", "kelas_satuan": "waktu"}),
        ("12 m3 arsip", {"nilai": 12, "satuan": "m3"}),
        ("tahun 2026: 12 dokumen", {"nilai": 12, "satuan": "dokumen"}),
        ("triwulan 2, 3 laporan", {"nilai": 3, "satuan": "laporan"}),
        ("paling lambat tanggal 8", {"nilai": None, "satuan": "tanggal", "kelas_satuan": "waktu"}),
        ("10 Mei 2026", {"nilai": None, "kelas_satuan": "waktu"}),
        ("12 laporan sebelum 5 Januari", {"nilai": 12, "satuan": "laporan"}),
        ("disesuaikan", {"bentuk": "teks", "nilai": None}),
        ("", {"bentuk": "kosong"}),
        ("tepat, sesudah 12 kali terapi dalam 2 bulan", {"bentuk": "teks"}),
        ("dalam 3 hari", {"nilai": 3, "kelas_satuan": "waktu"}),
    ],
)  # fmt: skip
def test_a_target_string_is_taken_apart(tulisan: str, harap: dict) -> None:
    target = urai_target(tulisan)

    assert {k: getattr(target, k) for k in harap} == harap


def test_two_targets_in_one_string_are_both_kept() -> None:
    target = urai_target("1 audit / 100% TL")

    assert (target.nilai, target.satuan) == (1, "audit")
    assert [(t.nilai, t.kelas_satuan) for t in target.tambahan] == [(100, "persen")]


def test_a_least_and_a_most_are_both_kept() -> None:
    target = urai_target("Minimal 4 Dokumen / Maksimal 8 Dokumen")

    assert (target.nilai, target.pembanding) == (4, "≥")
    assert (target.tambahan[0].nilai, target.tambahan[0].pembanding) == (8, "≤")


def test_a_unit_column_beats_the_words_of_the_target() -> None:
    assert urai_target("12", "Bulan").kelas_satuan == "waktu"
    assert urai_target(None, "Persen").kelas_satuan == "persen"
    assert urai_target(None, "Persen").bentuk == "kosong"


def test_an_unknown_unit_has_no_class() -> None:
    assert kelas_satuan("gelas") == ""
    assert kelas_satuan("Orang/Tahun") == "orang"
