"""A plan kept in a workbook moves into the office: template, upload, the finding by its cell, the mend, all of it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from jelajah import isi_baris, kirim_buku
from openpyxl import load_workbook
from web_uji import Orang, web_berjalan

from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import KASI, KantorKecil

pytestmark = pytest.mark.peramban

RHK = "Tersedianya data pelayanan yang lengkap dan diverifikasi"


def test_a_workbook_is_checked_mended_and_taken_over_whole(tmp_path: Path, buka, gambar):
    berkas = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), berkas, benih_publik=False)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KASI)
    with web_berjalan(berkas) as alamat:
        saya = Orang(buka(), alamat).jadi("Contoh Enam")
        saya.menu("SKP").klik("Tambah SKP").isi(pendekatan="kuantitatif").simpan()
        skp = int(saya.halaman.url.partition("#")[0].rpartition("/")[2])
        saya.menu("SKP").klik("Impor Draft (XLSX)", baris="SKP 2026")
        with saya.halaman.expect_download() as unduhan:
            saya.halaman.get_by_role("link", name="Unduh templat").click()
        buku = load_workbook(io.BytesIO(Path(unduhan.value.path()).read_bytes()))
        lembar = buku["SKP"]
        lembar["B12"] = buku["Daftar"]["A3"].value
        isi_baris(lembar, 12, RHK, "Kuantitas", "Jumlah data pelayanan yang diverifikasi", "12 Laporan")
        isi_baris(lembar, 13, "", "Kecepatan", "Ketepatan waktu penyampaian data setiap bulan", "12 Bulan")
        kirim_buku(saya, skp, buku)
        gambar(saya.halaman, "impor dengan galat")
        galat = saya.halaman.get_by_role("table", name="Letak galat dan cara memperbaikinya")

        assert "D13" in galat.inner_text()
        assert saya.halaman.get_by_role("button", name="Impor ke SKP").count() == 0

        lembar["D13"] = "Waktu"
        kirim_buku(saya, skp, buku)
        saya.klik("Impor ke SKP")
        isi = saya.ke(f"/skp/{skp}").teks

        assert RHK in isi
        assert "Jumlah data pelayanan yang diverifikasi" in isi
        assert "Ketepatan waktu penyampaian data setiap bulan" in isi
        assert saya.halaman.galat == []
