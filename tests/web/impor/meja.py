"""The nurse with an empty Draft, a draft in a workbook as people keep it, and what the page finds in it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from openpyxl import Workbook

from simulator.domain.skp import SKP
from simulator.workflow import queries
from tests.web.conftest import Peramban

KEPALA = [
    "No",
    "RHK Pimpinan yang Diintervensi",
    "Rencana Hasil Kerja",
    "Aspek",
    "Indikator Kinerja Individu",
    "Target",
]


@dataclass
class Meja:
    """The nurse in the browser, with an empty Draft."""

    peramban: Peramban
    skp: SKP
    atasan: list[str]

    def unggah(self, buku: Workbook | bytes, nama: str = "draf.xlsx", skp_id: int | None = None):
        """Upload and come to the page that answers."""
        halaman = self.peramban.get("/impor")
        csrf = re.search(r'name="csrf" value="([^"]+)"', halaman.text)
        isi = buku if isinstance(buku, bytes) else simpan(buku)
        return self.peramban.post(
            "/impor/periksa",
            data={"csrf": csrf[1], "kembali": "/impor", "sejak": "", "skp_id": str(skp_id or self.skp.skp_id)},
            files={"berkas": (nama, isi)},
        )

    def impor(self, **ganti: object):
        """Confirm what the result page shows."""
        halaman = self.peramban.get("/impor/hasil").text
        sidik = re.search(r'name="sidik" value="(\w+)"', halaman)
        isian = {"sidik": sidik[1] if sidik else "", "skp_id": self.skp.skp_id} | ganti
        return self.peramban.kirim("/impor/simpan", dari="/impor/hasil", **isian)

    def kini(self) -> SKP:
        """The Draft as it stands."""
        return queries.skp_lengkap(self.peramban.app.state.kantor, self.skp.skp_id)


def simpan(buku: Workbook) -> bytes:
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def draf(meja: Meja) -> Workbook:
    """A draft as people keep it: title rows, merged cells, sections, a second sheet with the lists."""
    saya = meja.skp.identitas_pegawai
    buku = Workbook()
    lembar = buku.active
    lembar.title = "SKP"
    for baris in (
        ["SASARAN KINERJA PEGAWAI"],
        [None, "PEGAWAI YANG DINILAI", None, "PEJABAT PENILAI KINERJA"],
        [None, "JABATAN", saya.jabatan, "JABATAN", meja.skp.identitas_penilai.jabatan],
        [None, "UNIT KERJA", saya.unit],
        KEPALA,
        ["A. UTAMA"],
        [
            1,
            meja.atasan[0].upper(),
            "Tersedianya data layanan rujukan",
            "1. Kuantitas/Output",
            "Jumlah laporan rujukan",
            12,
        ],
        [None, None, None, "kualitas", "Persentase laporan rujukan yang lengkap", 0.95],
        ["B. TAMBAHAN"],
        [2, None, "Terselesaikannya tugas panitia", "Waktu", "Lama penyelesaian tugas panitia", "6 Bulan"],
    ):
        lembar.append(baris)
    lembar["F7"].number_format, lembar["F8"].number_format = '0" Laporan"', "0%"
    for rentang in ("A1:F1", "A7:A8", "B7:B8", "C7:C8"):
        lembar.merge_cells(rentang)
    lampiran = buku.create_sheet("Lampiran")
    for baris in (["Dukungan Sumber Daya", "Konsekuensi"], ["Aplikasi rujukan", "Pembinaan"], ["Anggaran perjalanan"]):
        lampiran.append(baris)
    return buku


def daftar_temuan(halaman: str) -> list[tuple[str, ...]]:
    """(sheet, row, cell, sentence) of every finding on the page."""
    pola = r'data-label="Lembar">(.*?)<.*?data-label="Baris">(.*?)<.*?data-label="Sel">(.*?)<.*?salah">(.*?)<'
    return re.findall(pola, halaman)
