"""Where a rule comes from, and how sure we are of it.

Scene: carried by every rule and every dated number, shown under every finding. May import: simulator.domain.label.
Facts: the four marks are the course's own scale; only UNCERTAIN keeps a rule out of automatic grading.
Add: a regulation or page goes into sumber.py; a new mark only if a reader would act differently on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.domain.label import Berlabel


class Status(Berlabel):
    """How well a statement is supported, weakest first."""

    UNCERTAIN = "UNCERTAIN", "Belum pasti"
    SINGLE = "SINGLE", "Satu sumber"
    KEBIJAKAN_KURSUS = "KEBIJAKAN_KURSUS", "Aturan kelas"
    CONFIRMED = "CONFIRMED", "Terkonfirmasi"


_URUTAN = {status: nomor for nomor, status in enumerate(Status)}


def terlemah(daftar: Iterable[Status]) -> Status:
    """The weakest of several marks: a chain holds no more than its weakest link."""
    return min(daftar, key=_URUTAN.__getitem__)


@dataclass(frozen=True, slots=True)
class Citation:
    """One source of a rule: which text, which part of it, where it can be read, and how sure we are."""

    title: str
    bagian: str
    url: str
    status: Status

    def __str__(self) -> str:
        return f"{self.title}, {self.bagian} ({self.status.label})"


@dataclass(frozen=True, slots=True)
class Sumber:
    """A text that several rules cite; ``pada`` names the part."""

    title: str
    url: str

    def pada(self, bagian: str, status: Status = Status.CONFIRMED, *, url: str | None = None) -> Citation:
        """Cite one part of this text, with another address when that part is read elsewhere."""
        return Citation(self.title, bagian, url or self.url, status)
