"""The journal: who did what, on which simulated day, chained by hash.

Scene: every change of the office leaves one entry here. May import: the standard library only.
Facts: audit trail required by the course (course rule; "data altered after the period closed" is fault F54).
Add: nothing without changing the verification in simulator/store/verification.py too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EntriJurnal:
    """One journal row; ``isi`` is the canonical JSON of the change, ``sidik`` chains to ``sidik_sebelumnya``."""

    nomor: int
    hari: date
    pelaku_id: int | None
    peran: str
    aksi: str
    objek: str
    objek_id: int
    isi: str
    sidik_sebelumnya: str
    sidik: str
