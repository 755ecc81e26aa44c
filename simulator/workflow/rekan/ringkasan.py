"""What happened while the day moved.

Scene: shown after moving the day; kept as plain values. May import: simulator.workflow.permissions.
Facts: none. Add: another figure as a field.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from simulator.workflow.permissions import IZIN


@dataclass
class Ringkasan:
    """``tindakan`` counts by action; ``ditolak`` holds, per task that was refused, the code of the last refusal."""

    dari: date
    sampai: date
    hari_kerja: int = 0
    tindakan: Counter[str] = field(default_factory=Counter)
    ditolak: dict[tuple[int, ...], str] = field(default_factory=dict)

    @property
    def jumlah(self) -> int:
        """All actions of the colleagues."""
        return sum(self.tindakan.values())

    def baris(self) -> list[tuple[str, int]]:
        """(button, how often), most frequent first."""
        named = [(IZIN[aksi].tombol if aksi in IZIN else aksi, count) for aksi, count in self.tindakan.items()]
        return sorted(named, key=lambda pair: (-pair[1], pair[0]))
