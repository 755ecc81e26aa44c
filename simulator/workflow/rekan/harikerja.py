"""Days on which offices work.

Scene: colleagues rest on Saturdays, Sundays and the holidays that never move.
May import: the standard library. Facts: holidays with the same date every year; those that are decreed anew each year
are not modelled (as in institution/calendar.py).
Add: nothing.
"""

from __future__ import annotations

from datetime import date, timedelta

_LIBUR_TETAP = {(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)}


def bekerja(hari: date) -> bool:
    """Do offices work on that day?"""
    return hari.weekday() < 5 and (hari.month, hari.day) not in _LIBUR_TETAP


def sejak(hari: date) -> date:
    """That day, or the first one after it on which offices work."""
    while not bekerja(hari):
        hari += timedelta(days=1)
    return hari


def sampai(hari: date) -> date:
    """That day, or the last one before it on which offices work."""
    while not bekerja(hari):
        hari -= timedelta(days=1)
    return hari


def sesudah(hari: date, jeda: int = 1) -> date:
    """A working day at least ``jeda`` days later."""
    return sejak(hari + timedelta(days=jeda))
