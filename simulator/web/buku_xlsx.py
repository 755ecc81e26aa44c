"""Rows → one XLSX workbook, row by row, so that a hundred thousand people fit into memory.

Scene: downloads of Laporan dan Rekap. May import: openpyxl.
Facts: NIP as text, or spreadsheets turn its last digits into zeros (CONFIRMED, ekinerja-app §4 F46); a text that begins
with a sign of a formula stays text (OWASP, CSV injection).
Add: nothing about one report; its rows come from workflow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import islice

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties

JENIS_ISI = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BAHAYA = ("=", "+", "-", "@", "\t", "\r")
_LEBAR = {"no": 6, "nip": 22, "nama": 34, "jabatan": 40, "unit": 34}
TERPANJANG = 32_000
#: Spreadsheets keep fifteen digits of a number; keys of new rows have sixteen.
ANGKA_PASTI = 10**15
#: So many columns are still readable on one page.
KOLOM_SEHALAMAN = 10
_A4 = 9


def buku(nama: str, baris: Iterable[Sequence[object]], baris_kepala: int) -> bytes:
    """The workbook; ``baris_kepala`` (from 1) holds the heads and stays in view."""
    hasil = Workbook(write_only=True)
    lembar = hasil.create_sheet(nama[:31])
    lembar.freeze_panes = f"A{baris_kepala + 1}"
    semua = iter(baris)
    awal = [tuple(satu) for satu in islice(semua, baris_kepala)]
    kepala = awal[-1] if len(awal) == baris_kepala else ()
    _atur_kertas(lembar, baris_kepala, muat=len(kepala) <= KOLOM_SEHALAMAN)
    for nomor, kolom in enumerate(kepala, start=1):
        lembar.column_dimensions[get_column_letter(nomor)].width = _LEBAR.get(str(kolom).lower(), 20)
    for nomor, deret in enumerate(awal, start=1):
        lembar.append([_sel(lembar, isi, tebal=nomor in (1, baris_kepala)) for isi in deret])
    for sisa in semua:
        lembar.append([_sel(lembar, isi) for isi in sisa])
    keluar = BytesIO()
    hasil.save(keluar)
    return keluar.getvalue()


def _atur_kertas(lembar: WriteOnlyWorksheet, baris_kepala: int, *, muat: bool) -> None:
    """On paper the heads stand on every page, and a narrow table is not cut between two of them."""
    lembar.page_setup.orientation, lembar.page_setup.paperSize = "landscape", _A4
    lembar.print_title_rows = f"{baris_kepala}:{baris_kepala}"
    if muat:
        lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        lembar.page_setup.fitToHeight = 0  # as many pages as the rows need


def _sel(lembar: WriteOnlyWorksheet, isi: object, tebal: bool = False) -> WriteOnlyCell:
    """A number as a number, everything else as text that no spreadsheet computes; so are keys of many digits."""
    if isinstance(isi, int | float) and abs(isi) < ANGKA_PASTI:
        sel = WriteOnlyCell(lembar, value=isi)
    else:
        teks = "".join(huruf for huruf in str(isi)[:TERPANJANG] if huruf in "\n\t" or huruf.isprintable())
        sel = WriteOnlyCell(lembar, value=teks)
        sel.data_type = "s"
        sel.number_format = "@"
        # Marks the cell as typed with an apostrophe: it stays text when somebody edits it.
        sel.quotePrefix = teks.startswith(_BAHAYA) and teks != "-"
    if tebal:
        sel.font = Font(bold=True)
    return sel
