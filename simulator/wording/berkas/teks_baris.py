"""Plain text: one statement a line; the kind is guessed from its first word.

Scene: input of ``bimtek iki periksa``. Imports the engine's reading of words. Facts: none.
Add: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.wording.berkas.baris import Baris
from simulator.wording.kepala import UKURAN, kepala
from simulator.wording.pernyataan import Pernyataan
from simulator.wording.teks import Teks


def tebak_jenis(tulisan: str) -> str:
    """A line that opens with a measure is an indicator; everything else is read as an RHK."""
    teks = Teks(tulisan)
    i = kepala(teks)
    if i < len(teks.kata) and teks.gol[i] in UKURAN | {"mutu", "mutu-turun"}:
        return "iki"
    return "rhk"


def baca(isi: str) -> Iterator[Baris]:
    """Every non-blank line is one statement."""
    for nomor, tulisan in enumerate(isi.splitlines(), start=1):
        if tulisan.strip():
            yield Baris(nomor, Pernyataan(tulisan, tebak_jenis(tulisan), id=nomor))
