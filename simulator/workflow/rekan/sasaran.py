"""What an indicator asks for in one period, and how a written realisation compares with it.

Scene: an employee writes a realisation, a leader reads it. Pure: simulator.domain, rules.target, wording.
Facts: a target is one string for the whole year (CONFIRMED, API). That countable targets are due in equal parts and all
others at their full level every time is REKAAN penyusun.
Add: nothing about one person; temperaments are watak.py.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import IKI, Aspek
from simulator.rules.target import urai_target
from simulator.wording.arah import arah_turun
from simulator.wording.teks import Teks
from simulator.workflow.rekan.kalimat import bilangan

_BAGIAN = {TipePeriodik.BULANAN: 12, TipePeriodik.TRIWULANAN: 4, TipePeriodik.TAHUNAN: 1}
_TINGKAT = frozenset(("persen", "%", "indeks", "nilai", "skor", "level"))
_SERATUS = frozenset(("persen", "%"))
#: More than this above the target counts no further.
RASIO_MAKS = Decimal("1.2")


class Sasaran(NamedTuple):
    """``nilai`` due in one period (0: nothing yet), its unit, and whether less is better."""

    nilai: Decimal
    satuan: str
    turun: bool

    def tulis(self, nilai: Decimal) -> str:
        """A value with the unit."""
        return f"{bilangan(nilai)} {self.satuan}"


@lru_cache(maxsize=4096)
def _turun(indikator: str) -> bool:
    return arah_turun(Teks(indikator))


def sasaran(iki: IKI, periode: PeriodePenilaian) -> Sasaran | None:
    """What is due; None where the target has no number."""
    target = urai_target(iki.target)
    if target is None:
        return None
    unit = target.satuan.casefold()
    counted = iki.aspek is Aspek.KUANTITAS or (iki.aspek is Aspek.WAKTU and unit == "bulan")
    if not counted or unit in _TINGKAT or target.angka != int(target.angka):
        return Sasaran(target.angka, target.satuan, _turun(iki.indikator))
    parts, year = _BAGIAN[periode.tipe], int(target.angka)
    share = year * periode.angka // parts - year * (periode.angka - 1) // parts
    return Sasaran(Decimal(share), target.satuan, turun=False)


def dicapai(s: Sasaran, permil: int) -> Decimal:
    """The value reached when the work went ``permil`` of a thousand as well as expected."""
    factor = Decimal(2000 - permil if s.turun else permil) / 1000
    digits = Decimal(1) if s.nilai == int(s.nilai) else Decimal("0.1")
    value = max(Decimal(0), (s.nilai * factor).quantize(digits, ROUND_HALF_UP))
    return min(value, Decimal(100)) if s.satuan.casefold() in _SERATUS else value


def rasio(s: Sasaran | None, realisasi: str) -> Decimal | None:
    """Reached ÷ due, 0 … 1.2, the other way round where less is better; None: the words give no number to judge."""
    if s is None:
        return None
    if s.nilai == 0:
        return Decimal(1)
    value = nilai_tertulis(s.satuan, realisasi)
    if value is None:
        return None
    if s.turun:
        return RASIO_MAKS if value == 0 else min(RASIO_MAKS, s.nilai / value)
    return min(RASIO_MAKS, value / s.nilai)


def nilai_tertulis(satuan: str, teks: str) -> Decimal | None:
    """The first number that carries the unit of the target."""
    unit = r"(?:%|persen)" if satuan.casefold() in _SERATUS else re.escape(satuan)
    found = re.search(rf"(\d[\d.,]*)\s*{unit}", teks, re.IGNORECASE)
    if found is None:
        return None
    read = urai_target(f"{found[1].rstrip('.,')} x")
    return None if read is None else read.angka
