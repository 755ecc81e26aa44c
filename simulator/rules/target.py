"""Reading a target: the number and its unit out of one string such as ``1 Dokumen`` or ``≥ 85,5 persen``.

Scene: used by perencanaan and matriks. Pure standard library.
Facts: the application keeps a target as one string (CONFIRMED, API of e-Kinerja); numbers follow Indonesian
notation: a comma before decimals, a point between thousands.
Add: another notation here, its cases in tests/rules/perencanaan.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_ANGKA = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?")
_SATUAN = re.compile(r"%|[A-Za-z][A-Za-z./ -]*")


@dataclass(frozen=True, slots=True)
class Target:
    """A target split into number and unit."""

    angka: Decimal
    satuan: str


def _desimal(teks: str) -> Decimal:
    if "," in teks:
        return Decimal(teks.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", teks):
        return Decimal(teks.replace(".", ""))
    return Decimal(teks)


def urai_target(teks: str) -> Target | None:
    """The first number of a target and the unit after it; None when either is missing."""
    cocok = _ANGKA.search(teks)
    if cocok is None:
        return None
    satuan = _SATUAN.search(teks, cocok.end())
    if satuan is None or not satuan.group().strip():
        return None
    return Target(_desimal(cocok.group()), satuan.group().strip(" .-"))
