"""Which way is better: more, or less?

Scene: asked by criterion A before a target is compared with last year. Imports morfologi, orientasi, teks.
Facts: lexicon/kondisi.tsv and mutu.tsv (classes turun and mutu-turun).
Add: a word whose fewer is better in those classes.
"""

from __future__ import annotations

from functools import cache

from simulator.wording import leksikon
from simulator.wording.kepala import UKURAN, kepala, rantai_ukuran
from simulator.wording.teks import Teks

_MENURUN = frozenset(("turun", "mutu-turun"))
_SENDIRI = frozenset(("konsumsi", "pemakaian", "ulang", "reject", "keluhan", "komplain", "biaya", "rework", "gagal"))
_WAKTU_LAYANAN = frozenset(
    [
        "jeda",
        "selang",
        "waktu tunggu",
        "waktu tanggap",
        "response time",
        "waktu respon",
        "waktu penyelesaian",
        "waktu proses",
        "durasi",
    ]
)
_DIURUS = frozenset(
    [
        "selesai",
        "sembuh",
        "pulih",
        "ditindaklanjuti",
        "tertangani",
        "ditangani",
        "diselesaikan",
        "terselesaikan",
        "terlayani",
        "dilayani",
    ]
)


@cache
def _berbalik() -> frozenset[str]:
    return _DIURUS | leksikon.kelompok("predikat", "dilayani")


def arah_turun(teks: Teks) -> bool:
    """True when fewer or shorter is better; *kasus yang diselesaikan* turns it round again."""
    awal = kepala(teks)
    if awal < len(teks.kata) and teks.gol[awal] in UKURAN and rantai_ukuran(teks, awal)[0] == "waktu":
        return True
    turun = False
    for kata, g in zip(teks.kata, teks.gol, strict=True):
        if turun and (kata in _berbalik() or g in ("ter", "di")):
            return False
        if g in _MENURUN or kata in _SENDIRI or kata in _WAKTU_LAYANAN:
            turun = True
        elif kata in ("penurunan", "pengurangan"):
            return False
    return turun
