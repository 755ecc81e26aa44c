"""Moments as everybody in a class reads them: in WIB, and saying so.

Scene: hand-ins, deadlines and feedback, in the notebook, the web office and the instructor's tools. Stdlib only.
Facts: a deadline is set in WIB (instructor/course); a participant's computer may stand in WITA, or be set wrongly.
Add: nothing; another way to write a moment would be a second one.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7), "WIB")
_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip


def jam_wib(waktu: datetime) -> str:
    """2 Maret 2026 pukul 10.32 WIB. A moment without a zone is WIB."""
    di = dalam_wib(waktu)
    return f"{di.day} {_BULAN[di.month - 1]} {di.year} pukul {di:%H.%M} WIB"


def dalam_wib(waktu: datetime) -> datetime:
    """The same moment in WIB; one without a zone is WIB."""
    return waktu.astimezone(WIB) if waktu.tzinfo else waktu.replace(tzinfo=WIB)
