"""What a kind of fault is: an injector, a reference detector, and words about it.

Scene: base of the family files. May import: the office and desk of this folder, texts.
Add: a kind in the file of its family, its instance in catalogue.py.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from simulator.institution.texts import one_stop

if TYPE_CHECKING:
    from simulator.institution.faults.desk import Desk
    from simulator.institution.faults.office import Office

#: A row, as (table, key).
Objek = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell to change."""

    tabel: str
    kunci: int
    kolom: str
    nilai: Any


@dataclass(frozen=True, slots=True)
class Case:
    """One planted case: the cells that change together and the row a reader should point at.

    ``penjaga``: cells that must stay as they are for the case to remain what it is.
    """

    cells: tuple[Cell, ...]
    objek: Objek
    keterangan: str
    bukan_salah: bool = False
    penjaga: tuple[tuple[str, int, str], ...] = ()

    @property
    def kalimat(self) -> str:
        """The explanation with one full stop: names may end with a title's point."""
        return one_stop(self.keterangan)


class FaultKind(ABC):
    """One kind of fault."""

    kode: ClassVar[str]
    judul: ClassVar[str]
    #: 1 easy to see, 3 needs reading and comparing.
    kesulitan: ClassVar[int]
    #: Where the kind was seen, or REKAAN.
    sumber: ClassVar[str] = "REKAAN"
    #: Cases planted in an office of sixty when no number is asked for.
    per_60: ClassVar[int] = 1

    @abstractmethod
    def cases(self, desk: Desk) -> Iterator[Case]:
        """Candidate cases in keyed order, each judged against the office as it stands now."""

    def near_misses(self, desk: Desk) -> Iterator[Case]:
        """Candidates that look like this fault and are correct; none by default."""
        yield from ()

    @abstractmethod
    def detect(self, office: Office) -> set[Objek]:
        """Find this fault in rendered rows, without the hidden truth."""
