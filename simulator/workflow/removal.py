"""What was removed, so that it can be put back.

Scene: the screen says "RHK dihapus. Urungkan?" — the answer is one Terhapus.
May import: nothing but the standard library.
Add: nothing; what exactly was removed stands in the journal entry ``nomor``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terhapus:
    """One deletion: the number of its journal entry, and what it was, in Indonesian."""

    nomor: int
    objek: str
    objek_id: int
    sebutan: str
