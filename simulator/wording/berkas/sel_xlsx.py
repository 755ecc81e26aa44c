"""What a spreadsheet cell shows, when that is not what it holds.

Scene: the XLSX reader. Standard library. Facts: spreadsheets keep 95% as 0.95, a day as a number, and a unit that
somebody put into the number format (0" Dokumen") not at all.
Add: another disguise in ``tampak``.
"""

from __future__ import annotations

import datetime as dt
import re

#: How a cell came to its value, when somebody must know; RUMUS_KOSONG: a formula whose result was never stored.
RUMUS, RUMUS_KOSONG, TANGGAL, RUSAK, ANGKA = "rumus", "rumus-kosong", "tanggal", "rusak", "angka"
_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_RUPIAH = re.compile(r'^(?:_\(|_-)?(?:\[\$Rp[^\]]*\]|\\?"?Rp\.?"?)', re.IGNORECASE)
_SATUAN = re.compile(r'[#0.,]+\\?\s*"([^"]{1,40})"(?:;.*)?')


def tampak(nilai: object, format_angka: str) -> object:
    """The value as the person sees it: texts and whole numbers stay, the rest becomes a text."""
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, (int, float)):
        return _angka(nilai, format_angka)
    if isinstance(nilai, (dt.datetime, dt.date)):
        return f"{nilai.day} {_BULAN[nilai.month - 1]} {nilai.year}"
    if isinstance(nilai, dt.time):
        return f"{nilai:%H.%M}"
    return nilai


def _angka(nilai: int | float, format_angka: str) -> object:
    if "%" in format_angka:
        return f"{_tulis(nilai * 100)}%"
    if (satuan := _SATUAN.fullmatch(format_angka)) is not None:
        return f"{_tulis(nilai)} {satuan[1].strip()}"
    if _RUPIAH.match(format_angka):
        return f"{nilai:,.0f} Rupiah".replace(",", ".")
    # A NIP typed as a number: all its digits, not 1.98E+17 (the last three are lost already).
    return int(nilai) if float(nilai).is_integer() else _tulis(nilai)


def _tulis(nilai: int | float) -> str:
    return f"{nilai:.10g}".replace(".", ",")
