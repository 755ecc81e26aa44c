"""What a fault of the running office is: how it comes in, whether it is still there, where it is met.

Scene: every fault is a subclass in the file of its group. May import: SQLAlchemy, workflow.transaction.
Facts: none. Add: nothing about one fault.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from sqlalchemy import Connection

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.workflow.transaction import Tindakan

#: Instead of a person: whoever holds the hat of the administrator.
ADMIN = 0


@dataclass(frozen=True, slots=True)
class Terpasang:
    """A fault in place. ``isi`` is all its predicate needs, as JSON can keep it; ``pembaca`` are the people who meet
    the symptom (ADMIN: every administrator) at an address that matches ``alamat`` as a whole."""

    isi: dict[str, Any]
    pembaca: tuple[int, ...]
    alamat: str
    teks: dict[str, str] = field(default_factory=dict)


class Gangguan(ABC):
    """One entry of the catalogue in a running office."""

    kode: ClassVar[str]
    #: False: nobody's own; the administrators meet it.
    perorangan: ClassVar[bool] = True

    def calon(self, connection: Connection) -> Iterable[int]:
        """People it could be given to; whether it fits is known when it is put in."""
        return [p.pegawai_id for p in repository.find(connection, Pegawai, aktif=True) if p.atasan_id is not None]

    @abstractmethod
    def pasang(self, t: Tindakan, pegawai_id: int) -> Terpasang:
        """Bring the office into this state. Raises: StatusTidakSesuai — not with this person now."""

    @abstractmethod
    def masih_ada(self, connection: Connection, isi: dict[str, Any]) -> bool:
        """Is it still there?"""


def tidak_cocok(sebab: str) -> StatusTidakSesuai:
    """This person (or this day) does not fit; choose another one."""
    return StatusTidakSesuai(f"{sebab} Pilih orang lain, atau gangguan lain.", kode="gangguan-tidak-cocok")
