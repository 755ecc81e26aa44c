"""A moment reads the same for everybody in a class, wherever their computers stand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from exercises.kit.session import clock_text
from exercises.kit.wib import jam_wib

WITA = timezone(timedelta(hours=8))


def test_a_moment_is_told_in_wib_and_says_so() -> None:
    assert jam_wib(datetime(2026, 3, 2, 11, 32, tzinfo=WITA)) == "2 Maret 2026 pukul 10.32 WIB"
    assert jam_wib(datetime(2026, 12, 31, 18, 0, tzinfo=UTC)) == "1 Januari 2027 pukul 01.00 WIB"
    assert jam_wib(datetime(2026, 3, 5, 17, 0)) == "5 Maret 2026 pukul 17.00 WIB", "a deadline without a zone is WIB"


def test_the_time_of_the_last_saving_is_told_likewise() -> None:
    assert clock_text("2026-03-02T11:32:05+08:00") == "10.32.05 WIB"
    assert clock_text("") == ""
