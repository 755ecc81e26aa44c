"""The findings as a workbook: the person's own sheets with comments in the cells, and a list of everything.

Scene: *Unduh laporan temuan*. May import: wording (reading and comments), this folder; openpyxl when called.
Facts: none. Add: a column of the list in KOLOM.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from simulator.wording.berkas.komentar import KUNING, MERAH, beri_komentar, isi_baris
from simulator.wording.berkas.tabel_xlsx import buka
from simulator.workflow.impor.temuan import GALAT, TemuanImpor

OLEH = "e-Kinerja (Simulasi)"
NAMA_LEMBAR = "Laporan Temuan"
NAMA_TINGKAT = {True: "Galat", False: "Peringatan"}
KOLOM = (("Tingkat", 12), ("Lembar", 18), ("Baris", 7), ("Sel", 7), ("Yang salah", 70), ("Cara memperbaiki", 70))


def laporan_xlsx(asal: bytes, temuan: Sequence[TemuanImpor]) -> bytes:
    """The uploaded workbook with its findings. Raises: BerkasRusak."""
    from openpyxl.styles import Alignment, Font

    buku = buka(asal, nilai=False)
    for satu in reversed(temuan):  # errors come first in the list and must keep their colour
        if satu.sel and satu.lembar in buku.sheetnames:
            galat = satu.tingkat == GALAT
            isi = f"{NAMA_TINGKAT[galat].upper()}: {satu.pesan} {satu.saran}"
            beri_komentar(buku[satu.lembar], satu.sel, isi, oleh=OLEH, warna=MERAH if galat else KUNING)
    if NAMA_LEMBAR in buku.sheetnames:  # the report of an earlier upload
        del buku[NAMA_LEMBAR]
    daftar = buku.create_sheet(NAMA_LEMBAR, 0)
    isi_baris(daftar, 1, tuple(nama for nama, _ in KOLOM))
    for n, satu in enumerate(temuan, start=2):
        nilai = (NAMA_TINGKAT[satu.tingkat == GALAT], satu.lembar, satu.baris or "", satu.sel, satu.pesan, satu.saran)
        isi_baris(daftar, n, nilai)
    for sel, (_, lebar) in zip(daftar[1], KOLOM, strict=True):
        sel.font = Font(bold=True)
        daftar.column_dimensions[sel.column_letter].width = lebar
    for deret in daftar.iter_rows(min_row=2):
        for sel in deret:
            sel.alignment = Alignment(wrap_text=True, vertical="top")
    daftar.freeze_panes = "A2"
    buku.active = 0
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()
