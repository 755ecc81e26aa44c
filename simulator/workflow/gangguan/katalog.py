"""The fault catalogue as data: 54 entries with their status, their sources and the text that is seen.

Scene: read once. May import: the standard library.
Facts: ``katalog.tsv`` (own words; quoted only what the sources quote) and ``sumber.tsv``. ``tanda`` C confirmed,
S single, U uncertain — do not grade on it; ``dari`` says whose text it is: aplikasi (quoted by the cited page), tiruan
(a look-alike's), kursus (REKAAN penyusun). Add: a row; what switches it on is a class of the same code.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

GRUP = {
    "A": "Akses", "D": "Data induk dan sinkronisasi", "W": "Alur", "C": "Mutu isi", "E": "Bukti dukung",
    "R": "Laporan", "G": "Tata kelola",
}  # fmt: skip


#: F16, F18 and F19 happen between e-Kinerja and a school's platform. An office of the health service has neither
#: teachers nor that platform; a button that synchronises with nothing would teach what is not so.
TANPA_SEKOLAH = "hanya pada guru dan kepala sekolah (PMM, Ruang GTK, Verval PTK); instansi skenario ini tanpa sekolah"


@dataclass(frozen=True, slots=True)
class Entri:
    """One fault. ``tampil``: baris (a line on its page), halaman (the page says it by itself), masuk (the login),
    berkas (a workbook), tidak (not available in this office)."""

    kode: str
    grup: str
    sebab: str
    gejala: str
    perbaikan: str
    tanda: str
    sumber: tuple[str, ...]
    tampil: str
    dari: str
    teks: str

    @property
    def contoh(self) -> str:
        """The text with what differs from case to case left open."""
        return re.sub(r"\{\w+\}", "…", self.teks)

    @property
    def tersedia(self) -> bool:
        """Can it be switched on at all?"""
        return self.tampil != "tidak"

    @property
    def alasan(self) -> str:
        """Why not: the entries left out are all of one kind."""
        return "" if self.tersedia else TANPA_SEKOLAH


def _baris(nama: str) -> list[dict[str, str]]:
    isi = files(__package__).joinpath(nama).read_text(encoding="utf-8")
    return list(csv.DictReader(isi.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def katalog() -> dict[str, Entri]:
    """Every entry by its code, in the order of the catalogue."""
    return {row["kode"]: Entri(**{**row, "sumber": tuple(row["sumber"].split())}) for row in _baris("katalog.tsv")}  # type: ignore[arg-type]


@cache
def sumber() -> dict[str, str]:
    """What a source key stands for."""
    return {row["kunci"]: row["alamat"] for row in _baris("sumber.tsv")}
