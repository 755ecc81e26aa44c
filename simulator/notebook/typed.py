"""What a person types or picks, read and offered the same way in the notebook's form and in the web's.

Scene: number fields, and choices drawn as buttons or as a list. Pure standard library.
Facts: Indonesian writing of numbers, 12,5 and 1.250. Add: another rule that both forms share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_DECIMAL = re.compile(r"[+-]?\d+([.,]\d+)?")
_RADIO_MAX_OPTIONS = 4
_RADIO_MAX_LETTERS = 90


def few_and_short(label: Sequence[str]) -> bool:
    """Whether options are few and short enough to stand open as buttons."""
    return len(label) <= _RADIO_MAX_OPTIONS and max(map(len, label)) <= _RADIO_MAX_LETTERS


def parse_number(teks: str) -> int | float | str | None:
    """ "12,5" → 12.5, "1.250" → 1250, "" → None; anything else comes back as text (at most 200 letters)."""
    rapi = teks.strip().replace(" ", "")
    if not rapi:
        return None
    if len(rapi) <= 20 and _THOUSANDS.fullmatch(rapi):
        rapi = rapi.replace(".", "")
    elif len(rapi) > 20 or not _DECIMAL.fullmatch(rapi):
        return teks[:200]
    angka = float(rapi.replace(",", "."))
    return int(angka) if angka.is_integer() else angka
