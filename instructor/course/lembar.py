"""The cells of a list as text, from CSV or XLSX, whatever the office's program made of them.

Scene: below daftar.py. May import: simulator.domain.errors, openpyxl (inside).
Facts: Excel on Windows still writes CSV in its own code page; openpyxl gives no value for a formula never calculated.
Add: another kind of file is one function that returns ``Baris``.
"""

from __future__ import annotations

import csv
import io
import unicodedata
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
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet. ``berpemisah``: it came from text, where an unquoted comma splits a cell."""

    nama: str
    baris: list[Baris]
    tersembunyi: bool = False
    berpemisah: bool = False


def read_sheets(berkas: Path) -> list[Lembar]:
    """The sheets of a file, told by its first bytes and not by its name.

    Raises: BerkasRusak — neither a workbook nor text.
    """
    with berkas.open("rb") as isi:
        awal = isi.read(8)
    if awal == _OLE:
        raise BerkasRusak(
            f"{berkas.name} adalah berkas Excel lama (.xls) atau memakai sandi. Buka di Excel, hapus sandinya, lalu "
            "simpan sebagai .xlsx.",
            kode="daftar-rusak",
        )
    if awal.startswith(_ZIP) or berkas.suffix.lower() in (".xlsx", ".xlsm"):
        return xlsx_sheets(berkas)
    return [Lembar(berkas.stem, csv_rows(berkas), berpemisah=True)]


def csv_rows(berkas: Path) -> list[Baris]:
    """The rows of a text file, whatever its separator.

    Raises: BerkasRusak — not text, or a quotation mark that is never closed.
    """
    teks = _text(berkas)
    baris_judul = next((satu for satu in teks.splitlines() if "nama" in satu.casefold()), "")
    pemisah = max(";\t,", key=baris_judul.count)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    hasil: list[Baris] = []
    try:
        for isi in pembaca:
            if any("\n" in satu and satu.count(pemisah) > 1 for satu in isi):
                raise csv.Error("rows run together")
            hasil.append((pembaca.line_num, [Sel(_plain(satu)) for satu in isi]))
    except csv.Error as galat:
        mulai = hasil[-1][0] + 1 if hasil else 1
        raise BerkasRusak(
            f'{berkas.name}, baris {mulai}: tanda kutip (") dibuka tetapi tidak ditutup, sehingga baris sesudahnya '
            "menyatu. Perbaiki baris itu, atau simpan daftar sebagai XLSX.",
            kode="daftar-rusak",
        ) from galat
    return hasil


def _text(berkas: Path) -> str:
    mentah = berkas.read_bytes()
    try:
        if mentah[:2] in (b"\xff\xfe", b"\xfe\xff"):  # what Excel calls “Unicode Text”
            return mentah.decode("utf-16")
        if b"\x00" not in mentah:
            return mentah.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\x00" not in mentah:
            return mentah.decode("cp1252", errors="replace")  # Excel on Windows still writes this
    raise BerkasRusak(
        f"{berkas.name} bukan berkas CSV. Simpan daftar sebagai CSV atau XLSX lalu coba lagi.", kode="daftar-rusak"
    )


def xlsx_sheets(berkas: Path) -> list[Lembar]:
    """The sheets of a workbook.

    Raises: BerkasRusak — not a workbook.
    """
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        isi, rumus = (_sheets(berkas, hitung=hitung) for hitung in (True, False))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError) as galat:
        raise BerkasRusak(
            f"{berkas.name} tidak terbaca sebagai XLSX. Buka di Excel, lalu simpan ulang sebagai .xlsx.",
            kode="daftar-rusak",
        ) from galat
    return [
        Lembar(
            nama,
            [
                (nomor, [_cell_or_formula(nilai, asal) for nilai, asal in zip(*pasangan, strict=True)])
                for nomor, pasangan in enumerate(zip(baris, rumus[urutan][2], strict=True), start=1)
            ],
            tersembunyi,
        )
        for urutan, (nama, tersembunyi, baris) in enumerate(isi)
    ]


def _sheets(berkas: Path, *, hitung: bool) -> list[tuple[str, bool, list[tuple[object, ...]]]]:
    """Name, hidden or not, and cells: what formulas came to (``hitung``), or the formulas themselves."""
    from openpyxl import load_workbook

    buku = load_workbook(berkas, read_only=True, data_only=hitung)
    try:
        hasil = []
        for lembar in buku.worksheets:
            lembar.reset_dimensions()  # programs that export lists often write a wrong size there
            hasil.append((lembar.title, lembar.sheet_state != "visible", list(lembar.iter_rows(values_only=True))))
        return hasil
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
    return Sel(_plain(str(nilai)))


def _plain(teks: str) -> str:
    """Without the letters nobody sees: marks of writing direction, spaces of no width."""
    return "".join(huruf for huruf in teks if unicodedata.category(huruf) != "Cf").strip()
