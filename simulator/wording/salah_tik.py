"""A long word one slip of the finger away from a word of the lexicon: *Fasiltasi*, *Persetase*, *Meningkatnyua*.

Scene: asked by teks.py for words no lexicon and no affix explains. Imports leksikon, morfologi.
Facts: the lexicon's own words. A missing, an extra and two exchanged letters are slips; another letter in place of one
is not mended, because that is how real words differ (*pelayaran*, *pelayanan*).
Add: nothing; a slip that stands alone goes to ejaan.tsv.
"""

from __future__ import annotations

from functools import cache

from simulator.wording import leksikon
from simulator.wording.morfologi import golongan

TERPENDEK, TERPANJANG = 8, 40
_BERKAS = ("ukuran", "kegiatan", "kondisi", "mutu", "predikat", "umum", "produk", "orang", "bentuk", "tugas")


@cache
def _kosakata() -> frozenset[str]:
    """Single long words that may have been meant: those of the lexicons and the right sides of the spelling list."""
    kata = {k for nama in _BERKAS for k in leksikon.kelompok(nama)} | {baku for baku, _ in leksikon.ejaan().values()}
    return frozenset(k for k in kata if len(k) >= TERPENDEK and k.isalpha())


@cache
def _kurang_satu() -> dict[str, str | None]:
    """Word with one letter left out → the word; ``None`` when two words could have been meant."""
    peta: dict[str, str | None] = {}
    for kata in sorted(_kosakata()):
        for i in range(1, len(kata)):
            pendek = kata[:i] + kata[i + 1 :]
            peta[pendek] = kata if peta.setdefault(pendek, kata) == kata else None
    return peta


_ingatan: dict[str, str | None] = {}


def kata_dimaksud(kata: str) -> str | None:
    """The one word of the lexicon that ``kata`` (lower case) was meant to be, or ``None``."""
    jawab = _ingatan.get(kata)
    if jawab is None and kata not in _ingatan:
        jawab = _cari(kata) if _tak_dikenal(kata) else None
        if len(_ingatan) < 200_000:
            _ingatan[kata] = jawab
    return jawab


def _tak_dikenal(kata: str) -> bool:
    """No lexicon names it and no affix explains it; *ter-/me-…-ny…* without its last letters is unexplained too."""
    if not TERPENDEK <= len(kata) <= TERPANJANG or not kata.isalpha() or kata in _kosakata():
        return False
    return golongan(kata) == "lain" or (kata.startswith(("ter", "me")) and "ny" in kata[-5:] and kata[-3:] != "nya")


def _cari(kata: str) -> str | None:
    kosakata = _kosakata()
    calon = {kata[:i] + kata[i + 1 :] for i in range(1, len(kata))}
    calon |= {kata[:i] + kata[i + 1] + kata[i] + kata[i + 2 :] for i in range(1, len(kata) - 1)}
    cocok = {c for c in calon if c in kosakata}
    if kurang := _kurang_satu().get(kata):
        cocok.add(kurang)
    cocok = {c for c in cocok if not _bentuk_lain(kata, c)}
    return cocok.pop() if len(cocok) == 1 else None


def _bentuk_lain(kata: str, calon: str) -> bool:
    """Real forms that differ by a letter: *lampirkan* and *lampiran*, *ekstensi* and *ekstensif*, *template(s)*."""
    if kata == calon + calon[-1]:
        return False
    if kata.endswith("kan") != calon.endswith("kan"):
        return True
    if calon == kata + calon[-1]:
        return not calon.endswith("an")
    return kata == calon + kata[-1]
