"""What a typed text may bring onto paper.

Scene: every string of a document passes here once, on its way to the template's data.
May import: the standard library. Facts: none.
Add: another kind of sign that breaks a sheet, with a case in tests/web/test_cetak.py.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

#: A word longer than this may break anywhere in narrow columns (links, or somebody leaning on a key).
KATA_MAKS = 24
_PANJANG = re.compile(rf"\S{{{KATA_MAKS + 1},}}")
_BOLEH_PUTUS = "\u200b"
#: Signs that turn the direction of what follows could make a name read differently from what was typed.
_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def bersih(teks: str) -> str:
    """The text without signs that cannot be printed; lone surrogates become U+FFFD."""
    utuh = teks.replace("\r\n", "\n").replace("\t", " ").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    tercetak = "".join(
        huruf for huruf in utuh if huruf == "\n" or (huruf not in _ARAH and unicodedata.category(huruf) != "Cc")
    )
    return _PANJANG.sub(_pecah, tercetak)


def _pecah(temuan: re.Match[str]) -> str:
    kata = temuan[0]
    return _BOLEH_PUTUS.join(kata[awal : awal + KATA_MAKS] for awal in range(0, len(kata), KATA_MAKS))


def semua_bersih(isi: Any) -> Any:
    """The same data with every string cleaned; keys are ours and stay."""
    if isinstance(isi, str):
        return bersih(isi)
    if isinstance(isi, dict):
        return {kunci: semua_bersih(nilai) for kunci, nilai in isi.items()}
    if isinstance(isi, (list, tuple)):
        return [semua_bersih(nilai) for nilai in isi]
    return isi
