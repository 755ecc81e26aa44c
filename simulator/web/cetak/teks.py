"""What a typed text may bring onto paper.

Scene: every string of a document passes here once, on its way to the template's data.
May import: emoji. Facts: none. The fonts of typst have no pictures; an emoji they lack is printed as its name.
Add: another kind of sign that breaks a sheet, with a case in tests/web/test_cetak.py.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

#: A word longer than this may break in narrow columns, every so many letters (links, or somebody leaning on a key).
KATA_MAKS, POTONG = 24, 8
_PANJANG = re.compile(rf"\S{{{KATA_MAKS + 1},}}")
_BOLEH_PUTUS = "\u200b"
#: Signs that turn the direction of what follows could make a name read differently from what was typed.
_ARAH = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


#: Where emoji begin; most texts hold none and need not be taken apart.
_MUNGKIN_EMOJI = re.compile("[\u203c-\u3299\ufe0f\U0001f000-\U0001fbff]")
#: Below U+1F000 the fonts have the picture of every emoji but these.
_TANPA_GAMBAR = frozenset("⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩⛪⛰⛱⛲⛳⛴⛵⛷⛸⛹⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰〽㊗㊙")
_BAHASA = "id"


def bersih(teks: str) -> str:
    """The text without signs that cannot be printed: lone surrogates become U+FFFD, emoji their Indonesian names."""
    utuh = teks.replace("\r\n", "\n").replace("\t", " ").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    tercetak = "".join(
        huruf for huruf in utuh if huruf == "\n" or (huruf not in _ARAH and unicodedata.category(huruf) != "Cc")
    )
    if _MUNGKIN_EMOJI.search(tercetak):
        tercetak = _bernama(tercetak)
    return _PANJANG.sub(_pecah, tercetak)


def _bernama(teks: str) -> str:
    # The names of five thousand emoji are read only where a text holds one.
    import emoji

    emoji.config.load_language(_BAHASA)
    return emoji.replace_emoji(teks, _nama_emoji).replace("\ufe0f", "")


def _nama_emoji(gambar: str, data: dict[str, Any]) -> str:
    polos = gambar.replace("\ufe0f", "")
    if len(polos) == 1 and polos < "\U0001f000" and polos not in _TANPA_GAMBAR:
        return polos
    nama = data.get(_BAHASA) or data["en"]
    return f"[{nama.strip(':').replace('_', ' ')}]"


def _pecah(temuan: re.Match[str]) -> str:
    kata = temuan[0]
    return _BOLEH_PUTUS.join(kata[awal : awal + POTONG] for awal in range(0, len(kata), POTONG))


def semua_bersih(isi: Any) -> Any:
    """The same data with every string cleaned; keys are ours and stay."""
    if isinstance(isi, str):
        return bersih(isi)
    if isinstance(isi, dict):
        return {kunci: semua_bersih(nilai) for kunci, nilai in isi.items()}
    if isinstance(isi, (list, tuple)):
        return [semua_bersih(nilai) for nilai in isi]
    return isi
