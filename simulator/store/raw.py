"""Reading rows as they really are, without trusting that our own program wrote them.

Scene: verification; a date that is no date must become a finding, not a crash.
May import: SQLAlchemy, simulator.domain.errors, simulator.store.canonical.
Facts: none.
Add: another database with a way to read its rows in canonical form.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import DatabaseError

from simulator.domain.errors import BerkasRusak
from simulator.store.canonical import canonical_rows, column_names, key_name

_PART = 2_000


class RawReader:
    """Rows in canonical form, in the order of their keys."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._sqlite = connection.dialect.name == "sqlite"

    def tuples(self, table: Table) -> Iterator[tuple[Any, ...]]:
        """Values in the order of the schema; blobs as bytes on SQLite and as hex in canonical form elsewhere."""
        if self._sqlite:
            columns = ", ".join(f'"{name}"' for name in column_names(table))
            # SQL from the schema's own names; nothing a person typed comes near it.
            statement = f'SELECT {columns} FROM "{table.name}" ORDER BY "{key_name(table)}"'
            yield from map(tuple, self.connection.exec_driver_sql(statement))
            return
        result = self.connection.execute(select(table).order_by(table.c[key_name(table)]))
        for part in result.mappings().partitions(_PART):
            yield from canonical_rows(table, [dict(row) for row in part])

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """The same as dictionaries."""
        names = column_names(table)
        for values in self.tuples(table):
            yield dict(zip(names, values, strict=True))

    def blob(self, value: Any) -> bytes:
        """A blob column's value as bytes, whichever database it came from."""
        return bytes.fromhex(value) if isinstance(value, str) else bytes(value)


def check_whole(connection: Connection, path: Path | None) -> None:
    """Let SQLite check its own pages.

    Raises: BerkasRusak — the file is damaged.
    """
    if path is None:
        return
    try:
        (verdict,) = connection.exec_driver_sql("PRAGMA integrity_check(1)").one()
    except DatabaseError as error:
        verdict = str(error.orig)
    # A table constraint that is broken is a change somebody made, not a damaged file: the rows will tell.
    if verdict != "ok" and not verdict.startswith(("NULL value in", "CHECK constraint", "non-unique entry")):
        raise BerkasRusak(
            f"Berkas “{path.name}” rusak di dalam. Pakai salinan cadangan atau minta dikirim ulang.",
            kode="berkas-rusak",
        )
