"""The cells of a list as text, from CSV or XLSX, whatever the office's program made of them.

Scene: below daftar.py. May import: simulator.domain.errors, openpyxl (inside).
Facts: Excel on Windows still writes CSV in its own code page; openpyxl gives no value for a formula never calculated.
Add: another kind of file is one function that returns ``Baris``.
"""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from simulator.domain.errors import BerkasRusak


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell as text, whether the spreadsheet held it as a number, and whether it is a formula never calculated."""

    teks: str
    angka: bool = False
    rumus: bool = False


Baris = tuple[int, list[Sel]]


def csv_rows(berkas: Path) -> list[Baris]:
    """The rows of a text file, whatever its separator.

    Raises: BerkasRusak — not text.
    """
    mentah = berkas.read_bytes()
    if b"\x00" in mentah:
        raise BerkasRusak(
            f"{berkas.name} bukan berkas CSV. Simpan daftar sebagai CSV atau XLSX lalu coba lagi.", kode="daftar-rusak"
        )
    try:
        teks = mentah.decode("utf-8-sig")
    except UnicodeDecodeError:
        teks = mentah.decode("cp1252", errors="replace")  # Excel on Windows still writes this
    baris_judul = next((satu for satu in teks.splitlines() if "nama" in satu.casefold()), "")
    pemisah = max(";\t,", key=baris_judul.count)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    hasil = []
    for isi in pembaca:
        hasil.append((pembaca.line_num, [Sel(satu.strip()) for satu in isi]))
    return hasil


def xlsx_rows(berkas: Path) -> list[Baris]:
    """The first sheet of a workbook.

    Raises: BerkasRusak — not a workbook.
    """
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        isi, rumus = (_first_sheet(berkas, hitung=hitung) for hitung in (True, False))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as galat:
        raise BerkasRusak(
            f"{berkas.name} tidak terbaca sebagai XLSX. Buka di Excel, lalu simpan ulang sebagai .xlsx.",
            kode="daftar-rusak",
        ) from galat
    return [
        (nomor, [_cell_or_formula(nilai, asal) for nilai, asal in zip(*pasangan, strict=True)])
        for nomor, pasangan in enumerate(zip(isi, rumus, strict=True), start=1)
    ]


def _first_sheet(berkas: Path, *, hitung: bool) -> list[tuple[object, ...]]:
    """The cells of the first sheet: what formulas came to (``hitung``), or the formulas themselves."""
    from openpyxl import load_workbook

    buku = load_workbook(berkas, read_only=True, data_only=hitung)
    try:
        return list(buku.worksheets[0].iter_rows(values_only=True))
    finally:
        buku.close()


def _cell_or_formula(nilai: object, asal: object) -> Sel:
    """A formula that no spreadsheet calculated has no value; what was typed must not vanish for that."""
    if nilai is None and isinstance(asal, str) and asal.startswith("="):
        return Sel(asal.strip(), rumus=True)
    return _cell(nilai)


def _cell(nilai: object) -> Sel:
    if nilai is None:
        return Sel("")
    if isinstance(nilai, bool):
        return Sel(str(nilai))
    if isinstance(nilai, (int, float)):
        bulat = float(nilai).is_integer()
        teks = f"{nilai:.5E}" if abs(nilai) >= 1e15 else (str(int(nilai)) if bulat else str(nilai))
        return Sel(teks, angka=True)
    return Sel(str(nilai).strip())
