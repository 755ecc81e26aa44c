"""What only shows when statements lie side by side: near-duplicates in one SKP or unit, an RHK without its measure.

Scene: SKP import and ``bimtek iki periksa``; works on top of the single judgements. Imports mesin, pernyataan, teks.
Facts: MIRIP below is REKAAN of the course: nine tenths of the words.
Add: another finding across rows as a small function in periksa_skp.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.wording.bahan import temuan
from simulator.wording.mesin import nilai_dengan_teks
from simulator.wording.pernyataan import Hasil, Pernyataan
from simulator.wording.teks import Teks

MIRIP = 0.9
BATAS_BERPASANGAN = 150


def _kunci(teks: Teks) -> frozenset[str]:
    return frozenset(k for k, g in zip(teks.kata, teks.gol, strict=True) if g not in ("tanda", "tugas"))


def _kembar(kunci: Sequence[frozenset[str]], daftar: Sequence[Pernyataan]) -> dict[int, int]:
    """Index of a statement → index of the earlier one it repeats (same kind only)."""
    pertama: dict[tuple[str, frozenset[str]], int] = {}
    kembar: dict[int, int] = {}
    for i, (k, p) in enumerate(zip(kunci, daftar, strict=True)):
        if len(k) < 2:
            continue
        j = pertama.setdefault((p.jenis_pernyataan, k), i)
        if j != i:
            kembar[i] = j
        elif len(daftar) <= BATAS_BERPASANGAN:
            _cari_mirip(i, kunci, daftar, kembar)
    return kembar


def _cari_mirip(i: int, kunci: Sequence[frozenset[str]], daftar: Sequence[Pernyataan], kembar: dict[int, int]) -> None:
    for j in range(i):
        besar = max(len(kunci[i]), len(kunci[j]))
        if (
            besar >= 5
            and daftar[i].jenis_pernyataan == daftar[j].jenis_pernyataan
            and len(kunci[i] & kunci[j]) >= MIRIP * besar
        ):
            kembar[i] = j
            return


def periksa_skp(daftar: Sequence[Pernyataan]) -> list[Hasil]:
    """Judge the statements of one SKP (or unit) together, near-duplicates included."""
    dinilai = [nilai_dengan_teks(p) for p in daftar]
    hasil = [h for h, _ in dinilai]
    kunci = [_kunci(teks) for _, teks in dinilai]
    for i, j in _kembar(kunci, daftar).items():
        lain = daftar[j]
        sebutan = f"baris {lain.id}" if lain.id is not None else f"pernyataan ke-{j + 1}"
        kembar = temuan("hampir-sama", daftar[i].teks, d=sebutan, x=lain.teks[:100])
        hasil[i] = replace(hasil[i], temuan=(*hasil[i].temuan, kembar))
    return hasil
