"""Draws of the colleagues: a function of (seed, person, day, question), never of a clock or of what was drawn before.

Scene: under every decision in this folder. May import: the standard library.
Facts: the finaliser is splitmix64 (public domain); only 64-bit integer arithmetic, so every machine agrees.
Add: a question with a new number; numbers are never reused, so that old offices keep their people.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import TypeVar

T = TypeVar("T")
_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


class Soal(IntEnum):
    """What is asked; ``sub`` beside it numbers the rows of one answer."""

    WATAK = 1
    KALENDER = 2
    MULAI = 3
    PERBAIKI = 4
    RHK = 5
    KALIMAT = 6
    KELALAIAN = 7
    RENCANA = 8
    PROGRES = 9
    JAM = 10
    AKHIR = 11
    LEWAT = 12
    MUTU = 13
    CAPAIAN = 14
    AKSES = 15
    SETUJU = 16
    SINKRON = 17
    PERAN = 18
    UMPAN = 19
    RATING = 20
    PERILAKU = 21
    ORGANISASI = 22
    KEBERATAN = 23
    PENJELASAN = 24
    PUTUSAN = 25
    EKSPEKTASI = 26
    PAK = 27
    SEJAWAT = 28
    SEJAWAT_HARI = 29
    SEJAWAT_SKALA = 30
    SEJAWAT_KATA = 31


def _aduk(x: int) -> int:
    x &= _MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & _MASK
    return x ^ (x >> 31)


class Undian:
    """The draws of one office."""

    def __init__(self, benih: int) -> None:
        self._benih = _aduk(benih + _GOLDEN)

    def bit(self, pegawai_id: int, hari: date | None, soal: Soal, sub: int = 0) -> int:
        """64 bits; ``hari`` None for what stays for life, ``sub`` a small number, not an id given by the journal."""
        x = self._benih
        for part in (pegawai_id, 0 if hari is None else hari.toordinal(), int(soal), sub):
            x = _aduk(x * _GOLDEN + part + 1)
        return x

    def di_bawah(self, n: int, pegawai_id: int, hari: date | None, soal: Soal, sub: int = 0) -> int:
        """An integer 0 … n-1."""
        return (self.bit(pegawai_id, hari, soal, sub) >> 32) * n >> 32

    def antara(self, rentang: tuple[int, int], pegawai_id: int, hari: date | None, soal: Soal, sub: int = 0) -> int:
        """An integer of a range, both ends included."""
        dari, sampai = rentang
        return dari + self.di_bawah(sampai - dari + 1, pegawai_id, hari, soal, sub)

    def peluang(self, permil: int, pegawai_id: int, hari: date | None, soal: Soal, sub: int = 0) -> bool:
        """True for about ``permil`` of a thousand."""
        return self.di_bawah(1000, pegawai_id, hari, soal, sub) < permil

    def pilih(self, daftar: Sequence[T], pegawai_id: int, hari: date | None, soal: Soal, sub: int = 0) -> T:
        """One of a list that is not empty."""
        return daftar[self.di_bawah(len(daftar), pegawai_id, hari, soal, sub)]

    def lonceng(self, pegawai_id: int, hari: date | None, soal: Soal, sub: int = 0) -> int:
        """A bell-shaped integer 0 … 100: the mean of four parts of one draw."""
        x = self.bit(pegawai_id, hari, soal, sub)
        return sum(x >> shift & 0xFFFF for shift in (0, 16, 32, 48)) * 101 >> 18
