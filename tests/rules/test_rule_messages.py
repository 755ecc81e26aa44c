"""Findings are sentences for civil servants: what is wrong, by how much, and what to do."""

from __future__ import annotations

from datetime import date

from simulator.domain.penilaian import Predikat, PredikatOrganisasi
from simulator.domain.skp import RHK, Aspek, JenisRHK, KlasifikasiRHK
from simulator.rules import bukti, distribusi, matriks

HARI = date(2026, 12, 31)


def test_a_share_that_is_too_large_is_said_in_percent_and_in_people():
    jumlah = {Predikat.SANGAT_BAIK: 4, Predikat.BAIK: 15, Predikat.KURANG: 1}
    (temuan,) = distribusi.periksa_distribusi(PredikatOrganisasi.BAIK, jumlah, HARI)

    assert "paling banyak 70% (untuk unit ini 14 orang), sekarang 15 dari 20 pegawai." in temuan.pesan
    assert temuan.predikat is Predikat.BAIK


def test_a_share_that_is_too_small_is_said_in_percent_and_in_people():
    jumlah = {Predikat.BUTUH_PERBAIKAN: 11, Predikat.BAIK: 9}
    (temuan,) = distribusi.periksa_distribusi(PredikatOrganisasi.BUTUH_PERBAIKAN, jumlah, HARI)

    assert "paling sedikit 60% (untuk unit ini 12 orang), sekarang 11 dari 20 pegawai." in temuan.pesan


def test_a_predikat_that_may_not_exist_is_said_to_be_forbidden_not_limited_to_nought():
    jumlah = {Predikat.SANGAT_BAIK: 1, Predikat.KURANG: 7, Predikat.SANGAT_KURANG: 12}
    (temuan,) = distribusi.periksa_distribusi(PredikatOrganisasi.SANGAT_KURANG, jumlah, HARI)

    assert "predikat Sangat Baik tidak boleh ada, sekarang 1 dari 20 pegawai." in temuan.pesan


def test_the_duty_of_presence_names_both_predikat_and_the_number_needed():
    jumlah = {Predikat.BAIK: 7, Predikat.KURANG: 1, Predikat.SANGAT_KURANG: 12}
    (temuan,) = distribusi.periksa_distribusi(PredikatOrganisasi.SANGAT_KURANG, jumlah, HARI)

    assert "paling sedikit 2 dari 20 pegawai berpredikat Butuh Perbaikan dan/atau Kurang/Misconduct" in temuan.pesan
    assert "sekarang 1." in temuan.pesan


def test_a_wrong_address_on_a_file_name_says_what_is_there_and_what_should_be():
    nama = bukti.nama_baku(2026, 2, 3, Aspek.KUALITAS, "rekap", "pdf")
    pesan = [
        temuan.pesan for temuan in bukti.periksa_nama(nama, tahun=2026, triwulan=1, nomor_rhk=1, aspek=Aspek.WAKTU)
    ]

    assert pesan == [
        "Triwulan pada nama adalah TW2, seharusnya TW1.",
        "Nomor RHK pada nama adalah 3, seharusnya 1.",
        "Aspek pada nama adalah Kualitas, seharusnya Waktu.",
    ]


def test_a_free_name_is_told_how_many_parts_it_has_and_sees_an_example():
    pesan = bukti.periksa_nama("laporan akhir.pdf")[0].pesan

    assert "lima bagian" in pesan
    assert "punya 1." in pesan
    assert bukti.urai_nama(pesan.split("Contoh: ")[1].removesuffix(".")) is not None


def test_findings_point_to_the_row_they_are_about():
    rhk = RHK(31, 5, JenisRHK.UTAMA, KlasifikasiRHK.INDIVIDU, "Tertatanya arsip", None)
    (temuan,) = matriks.rhk_yatim([rhk], [1, 2])

    assert (temuan.objek, temuan.objek_id) == ("rhk", 31)
    assert "Tertatanya arsip" in temuan.pesan
