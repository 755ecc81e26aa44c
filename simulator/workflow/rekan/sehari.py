"""One day of the colleagues as one transaction: saved whole or not at all.

Scene: around everything that happens on one simulated day. May import: SQLAlchemy, simulator.store, workflow core.
Facts: none. Every action keeps its own savepoint, so a refusal undoes that action only; one flush to disk a day keeps a
year of sixty people within a minute on slow disks as well.
Add: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from simulator.store.engine import writing
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan


class KantorSehari(Kantor):
    """The same office through one connection that already holds it for writing."""

    def __init__(self, kantor: Kantor, connection: Connection) -> None:
        super().__init__(kantor.engine, kantor.target)
        self.connection = connection

    @contextmanager
    def lihat(self) -> Iterator[Connection]:
        """A look at what this day has done so far."""
        yield self.connection

    @contextmanager
    def tindakan(self, aksi: str, pelaku: Pelaku | None) -> Iterator[Tindakan]:
        """One action within the day: all of it together with its journal entry, or nothing."""
        with self.connection.begin_nested():
            tindakan = Tindakan(self.connection, aksi, pelaku)
            yield tindakan
            tindakan.tutup()


@contextmanager
def sehari(kantor: Kantor) -> Iterator[KantorSehari]:
    """Hold the office for one day."""
    with writing(kantor.engine) as connection:
        yield KantorSehari(kantor, connection)
