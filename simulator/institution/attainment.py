"""What was reached: whole numbers per IKI and quarter, following how each person's year really went.

Scene: layer four, after the ratings that are deserved. May import: NumPy, plan, ratings.
Facts: none; ratios stand in the pack (bobot.csv, REKAAN), chosen so that the three ratings of results can be told apart
by reading.
Add: a new ``sifat`` of an indicator is a new way to split and to measure here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.institution.keys import Bools, Ints
from simulator.institution.plan import Plan
from simulator.institution.ratings import Ratings

#: Honest ratings of results from the lowest, as the keys of bobot.csv spell them.
_TINGKAT = ("bawah", "sesuai", "atas")


@dataclass(frozen=True)
class Attainment:
    """Arrays of shape (IKI, 4): one column per quarter."""

    plan: Plan
    ratings: Ratings

    @cached_property
    def kunci(self) -> Ints:
        """Draw key per IKI and quarter."""
        return self.plan.iki_id[:, None] * 10 + np.arange(1, 5)

    @cached_property
    def sasaran(self) -> Ints:
        """Target of the quarter: a slice for counts, the annual level otherwise; 0 where nothing is due."""
        target = self.plan.target[:, None]
        quarter = np.arange(1, 5)
        counted = target * quarter // 4 - target * (quarter - 1) // 4
        released = np.where(quarter == 4, target, 0)
        level = np.broadcast_to(target, counted.shape)
        return np.where(
            self.plan.iki_is("sifat", "hitungan")[:, None],
            counted,
            np.where(self.plan.iki_is("sifat", "rilis")[:, None], released, level),
        )

    @cached_property
    def rasio(self) -> Ints:
        """Permil of the target reached (above 1000 is better, whatever the direction)."""
        keys, number = self.plan.people.keys, self.plan.people.layout.pack.bilangan
        level = self.ratings.jujur_hasil[self.plan.pegawai_dari_iki, :4]
        spared = keys.chance("realisasi.lemah", self.kunci, number("realisasi.tetap_tercapai")) & (level == 0)
        level = np.where(spared, 1, level)
        low = np.array([number(f"realisasi.{name}_dari") for name in _TINGKAT])
        high = np.array([number(f"realisasi.{name}_sampai") for name in _TINGKAT])
        return keys.between("realisasi.rasio", self.kunci, low[level], high[level])

    @property
    def _kurang(self) -> Bools:
        return self.rasio < self.plan.people.layout.pack.bilangan("realisasi.kurang")

    @property
    def _lebih(self) -> Bools:
        return self.rasio > self.plan.people.layout.pack.bilangan("realisasi.lebih")

    @cached_property
    def nilai(self) -> Ints:
        """The value reached in the quarter."""
        due = self.sasaran
        down = self.plan.iki_is("arah", "turun")[:, None]
        product = due * np.where(down, 2000 - self.rasio, self.rasio)
        nearest = (product + 500) // 1000
        lower, upper = product // 1000, -(-product // 1000)
        # Rounding must not hide what the ratio says: small counts fall short or exceed by whole units.
        short, over = self._kurang, self._lebih
        value = np.where(short, np.where(down, upper, lower), np.where(over, np.where(down, lower, upper), nearest))
        value = np.where(down & (due > 0), np.maximum(value, 1), value)
        # A hundred percent is a ceiling, and a target of a hundred percent is one of safety: it is always met.
        percent = self.plan.iki_is("satuan", "Persen")[:, None]
        value = np.where(percent, np.minimum(value, 100), value)
        return np.where(percent & (due == 100), 100, value)

    @cached_property
    def ada(self) -> Bools:
        """Where something was due in the quarter."""
        return self.sasaran > 0

    @cached_property
    def setahun(self) -> Ints:
        """The value of the year: sum of counts, otherwise the last level."""
        counted = self.plan.iki_is("sifat", "hitungan")
        return np.where(counted, self.nilai.sum(axis=1), self.nilai[:, 3])

    @cached_property
    def nada(self) -> Ints:
        """How the value compares with what was due: 0 short, 1 as expected, 2 beyond."""
        gain = (self.nilai - self.sasaran) * np.where(self.plan.iki_is("arah", "turun")[:, None], -1, 1)
        return np.where((gain < 0) & self._kurang, 0, np.where((gain > 0) & self._lebih, 2, 1))
