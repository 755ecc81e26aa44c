"""The calendar of the simulated year, in whole days.

Scene: when things happen. May import: NumPy. Facts: quarterly periods are in use (CONFIRMED); the closing days are
REKAAN (instance policy): ten days after a quarter, 31 January for the annual evaluation. Holidays are those with the
same date every year; the ones that move are decreed anew each year and are not modelled.
Add: nothing; another rhythm is another set of periods here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from simulator.institution.keys import Ints

_EPOCH = date(1970, 1, 1)
TRIWULAN = ("I", "II", "III", "IV")
TAHUNAN = 5
#: Month and day of the national holidays that never move: new year, labour, Pancasila, independence, Christmas.
_LIBUR_TETAP = (101, 501, 601, 817, 1225)


def day(d: date) -> int:
    """Days since 1970-01-01."""
    return (d - _EPOCH).days


def to_date(number: int) -> date:
    """The date of a day number."""
    return _EPOCH + timedelta(days=int(number))


def dates(numbers: Ints) -> list[date]:
    """Day numbers as dates."""
    return numbers.astype("datetime64[D]").tolist()


def workday(numbers: Ints) -> Ints:
    """The day itself, or the last one before it on which offices work."""
    friday = numbers - _into_weekend(numbers)
    eve = friday - _holiday(friday)
    return eve - _into_weekend(eve)


def next_workday(numbers: Ints) -> Ints:
    """The day itself, or the first one after it on which offices work."""
    monday = numbers + (3 - _into_weekend(numbers)) % 3
    after = monday + _holiday(monday)
    return after + (3 - _into_weekend(after)) % 3


def _into_weekend(numbers: Ints) -> Ints:
    """1 on a Saturday, 2 on a Sunday, otherwise 0."""
    return np.maximum((numbers + 3) % 7 - 4, 0)


def _holiday(numbers: Ints) -> Ints:
    """1 on a holiday that has the same date every year; no two of them stand close together."""
    days = np.asarray(numbers).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    month, of_month = months.astype(np.int64) % 12 + 1, (days - months).astype(np.int64) + 1
    return np.isin(month * 100 + of_month, _LIBUR_TETAP).astype(np.int64)


@dataclass(frozen=True)
class Year:
    """Periods of one year: four quarters (1–4) and the annual one (5)."""

    tahun: int

    @property
    def awal(self) -> list[date]:
        """First day of each period."""
        t = self.tahun
        return [date(t, 1, 1), date(t, 4, 1), date(t, 7, 1), date(t, 10, 1), date(t, 1, 1)]

    @property
    def akhir(self) -> list[date]:
        """Last day of each period."""
        t = self.tahun
        return [date(t, 3, 31), date(t, 6, 30), date(t, 9, 30), date(t, 12, 31), date(t, 12, 31)]

    @property
    def batas(self) -> list[date]:
        """Closing day of each period."""
        t = self.tahun
        return [date(t, 4, 10), date(t, 7, 10), date(t, 10, 10), date(t + 1, 1, 10), date(t + 1, 1, 31)]

    def awal_hari(self, periode: Ints) -> Ints:
        return np.array([day(d) for d in self.awal])[periode - 1]

    def akhir_hari(self, periode: Ints) -> Ints:
        return np.array([day(d) for d in self.akhir])[periode - 1]

    def batas_hari(self, periode: Ints) -> Ints:
        return np.array([day(d) for d in self.batas])[periode - 1]

    @property
    def hari_simulasi(self) -> date:
        """Today in the file: quarters are closed, the annual evaluation is given and still open."""
        return date(self.tahun + 1, 1, 22)
