"""Does a realisation reach its target, as far as the two strings say?

Scene: sentences offered to an assessor. Imports arah, target, teks.
Facts: a target and a realisation are free text (CONFIRMED, ekinerja-app §2.5, §2.8); only numbers in the same unit are
compared, and nobody is rated by this. A time in months or years may be a deadline or the span of the work, so it says
something only when both are equal.
Add: another way to write the two, with a case in tests/wording/test_terpenuhi.py.
"""

from __future__ import annotations

import re

from simulator.wording.arah import arah_turun
from simulator.wording.target import urai_target
from simulator.wording.teks import Teks

_SELAMA = re.compile(r"\b(?:dalam|selama)\s+(?=\d)", re.IGNORECASE)
_KURUN = frozenset(("bulan", "triwulan", "semester", "tahun"))


def terpenuhi(indikator: str, target: str, realisasi: str) -> bool | None:
    """True, False, or None where the words do not tell."""
    tuju, ada = urai_target(target), urai_target(realisasi)
    if ada.nilai is None:  # in a target “dalam 10 hari” only says how long; here it may be the result itself
        ada = urai_target(_SELAMA.sub("", realisasi))
    if tuju.nilai is None or ada.nilai is None or ada.bentuk != "angka" or tuju.tambahan or ada.tambahan:
        return None
    satuan = tuju.satuan.casefold()
    if not satuan or satuan != ada.satuan.casefold():
        return None
    if ada.nilai == tuju.nilai and tuju.bentuk == "angka" and tuju.pembanding not in ("<", ">"):
        return True
    if satuan in _KURUN:
        return None
    if tuju.pembanding in ("<", "≤") or (tuju.pembanding == "=" and arah_turun(Teks(indikator))):
        batas = tuju.nilai if tuju.nilai_maks is None else tuju.nilai_maks
        return ada.nilai < batas or (ada.nilai == batas and tuju.pembanding != "<")
    return ada.nilai > tuju.nilai or (ada.nilai == tuju.nilai and tuju.pembanding != ">")
