"""Changing rows so that nothing changes without its image before and after.

Scene: the only way in which an action writes. May import: SQLAlchemy, simulator.store, simulator.domain.errors.
Facts: none.
Add: nothing; a new kind of change would need a new kind of image.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Insert, Select, Table, bindparam, delete, insert, select, update

from simulator.domain.errors import TidakDitemukan
from simulator.store.canonical import Canonical, canonical_image, column_names, key_name, sebutan
from simulator.store.journal import Change
from simulator.store.rows import to_value

Image = dict[str, Canonical]


@lru_cache(maxsize=64)
def _inserting(table: Table) -> Insert:
    """One statement per table, its values given beside it: putting it together takes longer than running it."""
    return insert(table)


@lru_cache(maxsize=64)
def _one_row(table: Table) -> Select[Any]:
    return select(table).where(table.c[key_name(table)] == bindparam("key"))


class ChangeSet:
    """The changes of one action, each row once: its first before-image and its last after-image."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._images: dict[tuple[str, int], tuple[Image | None, Image | None]] = {}

    def row(self, table: Table, key: int) -> dict[str, Any] | None:
        """The row as it stands in this transaction, or None."""
        found = self.connection.execute(_one_row(table), {"key": key}).mappings().first()
        return None if found is None else dict(found)

    def add(self, table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
        """Insert one whole row; every column must be named, so that the image is complete."""
        row = {name: to_value(values[name]) for name in column_names(table)}
        self.connection.execute(_inserting(table), row)
        self._note(table, row[key_name(table)], None, canonical_image(table, row))
        return row

    def alter(self, table: Table, key: int, **values: Any) -> dict[str, Any]:
        """Change some columns of one row; returns the row afterwards."""
        before = self._need(table, key)
        after = {**before, **{name: to_value(value) for name, value in values.items()}}
        if after == before:
            return before
        changed = {name: after[name] for name in values if after[name] != before[name]}
        self.connection.execute(update(table).where(table.c[key_name(table)] == key).values(**changed))
        self._note(table, key, canonical_image(table, before), canonical_image(table, after))
        return after

    def remove(self, table: Table, key: int) -> dict[str, Any]:
        """Delete one row; returns what was there."""
        before = self._need(table, key)
        self.connection.execute(delete(table).where(table.c[key_name(table)] == key))
        self._note(table, key, canonical_image(table, before), None)
        return before

    def changes(self) -> tuple[Change, ...]:
        """What really changed, in the order in which the rows were first touched."""
        return tuple(
            Change(name, key, before, after) for (name, key), (before, after) in self._images.items() if before != after
        )

    def _need(self, table: Table, key: int) -> dict[str, Any]:
        row = self.row(table, key)
        if row is None:
            raise TidakDitemukan(
                f"Data {sebutan(table)} bernomor {key} tidak ada. Muat ulang halaman, lalu pilih lagi.",
                kode=f"{table.name.replace('_', '-')}-tidak-ditemukan",
            )
        return row

    def _note(self, table: Table, key: int, before: Image | None, after: Image | None) -> None:
        first, _ = self._images.get((table.name, key), (before, None))
        self._images[table.name, key] = (first, after)
