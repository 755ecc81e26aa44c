"""Reading rows as they really are, without trusting that our own program wrote them.

Scene: verification; a date that is no date must become a finding, not a crash.
May import: SQLAlchemy, simulator.store.canonical, findings and schema.
Facts: none.
Add: another database with a way to read its rows in canonical form.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, inspect, select
from sqlalchemy.exc import DatabaseError

from simulator.domain.errors import BerkasRusak
from simulator.store.canonical import canonical_rows, column_names, key_name
from simulator.store.findings import Temuan
from simulator.store.schema import OFFICE_TABLES, SCHEMA_VERSION, instansi, jurnal, segel

ALL_TABLES = (*OFFICE_TABLES, jurnal, segel)
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
            f"Berkas “{path.name}” rusak di dalam ({verdict}). Pakai salinan cadangan atau minta dikirim ulang.",
            kode="berkas-rusak",
        )


def check_shape(connection: Connection) -> Iterator[Temuan]:
    """Are these the tables of an *instansi* of our schema version?

    Raises: BerkasRusak — a database, but not of an *instansi*.
    """
    inspector = inspect(connection)
    present = set(inspector.get_table_names())
    missing = [table.name for table in ALL_TABLES if table.name not in present]
    if instansi.name in missing or jurnal.name in missing:
        raise BerkasRusak(
            "Berkas ini basis data, tetapi bukan instansi simulasi: tabel instansi atau jurnal tidak ada. "
            "Pilih berkas *.ekin.db yang dibuat oleh bimtek.",
            kode="berkas-bukan-instansi",
        )
    for name in missing:
        yield Temuan("tabel-hilang", name, None, f"Tabel {name} tidak ada lagi di berkas ini.", fatal=True)
    yield from _check_version(connection, present, inspector)
    yield from _check_strangers(connection)


def _check_version(connection: Connection, present: set[str], inspector: Any) -> Iterator[Temuan]:
    there = {column["name"] for column in inspector.get_columns(instansi.name)}
    version: object = None
    if instansi.c.versi_skema.name in there:
        version = connection.exec_driver_sql("SELECT versi_skema FROM instansi").scalar()
    if version != SCHEMA_VERSION:
        yield Temuan(
            "versi-skema-berbeda",
            "instansi",
            None,
            f"Berkas ini memakai versi skema {version}, sedangkan program ini mengenal versi {SCHEMA_VERSION}. "
            "Buka dengan versi program yang sama dengan pembuatnya, atau dirikan instansi baru.",
            fatal=True,
        )
        return
    for table in ALL_TABLES:
        if table.name in present:
            columns = {column["name"] for column in inspector.get_columns(table.name)}
            for name in (name for name in column_names(table) if name not in columns):
                yield Temuan("kolom-hilang", table.name, None, f"Kolom {table.name}.{name} tidak ada.", fatal=True)


def _check_strangers(connection: Connection) -> Iterator[Temuan]:
    """Triggers, views and tables that we did not make can change rows by themselves or hide them."""
    if connection.dialect.name != "sqlite":
        return
    ours = {table.name for table in ALL_TABLES}
    query = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger') ORDER BY type, name"
    for kind, name in connection.exec_driver_sql(query):
        if kind != "table" or (name not in ours and not name.startswith("sqlite_")):
            yield Temuan(
                "objek-asing", str(name), None, f"Ada {kind} “{name}” yang bukan buatan aplikasi di berkas ini."
            )
