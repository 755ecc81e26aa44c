"""A realisation beside its target: reached, not reached, or nothing to say."""

from __future__ import annotations

import pytest

from simulator.wording.terpenuhi import terpenuhi

_CASES = [
    ("Jumlah Puskesmas terakreditasi", "8 Puskesmas", "Terealisasi 8 Puskesmas berdasarkan bukti dukung", True),
    ("Jumlah balita yang mendapat tata laksana", "430 Balita", "105 Balita tercapai pada triwulan ini", False),
    ("Indeks kepuasan masyarakat", "87 Indeks", "86 Indeks, dihitung dari survei", False),
    ("Persentase usulan yang lengkap", "≥ 85,5 persen", "85,5 persen", True),
    ("Persentase usulan yang lengkap", "> 85 persen", "85 persen", False),
    # fewer or shorter is better
    ("Prevalensi balita stunting", "14 Persen", "Capaian mutu sebesar 12 Persen", True),
    ("Prevalensi balita stunting", "14 Persen", "15 Persen", False),
    ("Waktu pemenuhan permintaan obat", "6 Hari Kerja", "Rata-rata 5 Hari Kerja berdasarkan e-Logistik", True),
    ("Waktu pemenuhan permintaan obat", "6 Hari Kerja", "Rata-rata 9 Hari Kerja berdasarkan e-Logistik", False),
    ("Waktu respons kejadian", "22 Jam", "Diselesaikan dalam 25 Jam menurut SKDR", False),
    ("Laporan tersusun", "paling lambat 5 hari", "7 hari", False),
    ("Nilai survei", "80-90 nilai", "85 nilai", True),
    # the words do not tell
    ("Laporan tersusun tepat waktu", "12 Bulan", "12 Bulan", True),
    ("Laporan tersusun tepat waktu", "12 Bulan", "3 Bulan", None),
    ("Jumlah laporan", "4 Laporan", "Tersusun 3 dari 4 laporan", None),
    ("Jumlah laporan", "4 Laporan", "Laporan sudah lengkap", None),
    ("Jumlah laporan", "4 Laporan", "2 Berkas", None),
    ("Predikat", "BB", "A", None),
    ("Jumlah laporan", "", "", None),
]


@pytest.mark.parametrize(("indikator", "target", "realisasi", "putusan"), _CASES)
def test_only_what_the_two_strings_say_is_decided(
    indikator: str, target: str, realisasi: str, putusan: bool | None
) -> None:
    assert terpenuhi(indikator, target, realisasi) is putusan
