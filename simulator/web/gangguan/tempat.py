"""Where faults are switched on and looked for: an office and what lies beside it, in a page or at the terminal.

Scene: a ``Layar`` is one already; the command line makes ``DiTerminal``. May import: SQLAlchemy, simulator.web.data,
workflow. Facts: none. Add: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy import Connection

from simulator.store.engine import PathOrUrl
from simulator.web.data import DataWeb
from simulator.web.milik import buka_untuk, catat_ujung
from simulator.workflow.office import Kantor, open_office


class Tempat(Protocol):
    """What faults need of the place they are in."""

    @property
    def kantor(self) -> Kantor:
        """The office."""
        ...

    @property
    def data(self) -> DataWeb:
        """What lies beside it."""
        ...

    @property
    def hari(self) -> date:
        """The simulated day."""
        ...

    def lihat(self) -> AbstractContextManager[Connection]:
        """One consistent look into the office."""
        ...


@dataclass(frozen=True)
class DiTerminal:
    """The same without a page."""

    kantor: Kantor
    data: DataWeb

    @property
    def hari(self) -> date:
        """The simulated day."""
        return self.kantor.hari

    def lihat(self) -> AbstractContextManager[Connection]:
        """One consistent look into the office."""
        return self.kantor.lihat()


@contextmanager
def di_terminal(sasaran: PathOrUrl) -> Iterator[DiTerminal]:
    """Open an office and what lies beside it, as the web would. Raises: TidakDitemukan, BerkasRusak."""
    with open_office(sasaran) as kantor:
        data = buka_untuk(kantor, sasaran)
        try:
            yield DiTerminal(kantor, data)
            catat_ujung(data, kantor)
        finally:
            data.tutup()
