"""One spelling for every value, so that the same row has the same fingerprint everywhere.

Scene: seals, journal and verification compare rows that come from Python, SQLite or PostgreSQL.
May import: SQLAlchemy types and the standard library.
Facts: the canonical form is what SQLite stores (dates as ISO text, times with microseconds, truth as 0 or 1), so that
a row read raw from a file needs no conversion — and a value no program of ours would write is seen as it is.
Add: a column type in ``_form``; never change an existing form without raising SCHEMA_VERSION.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, Table, Time

DIGEST_SIZE = 8
Canonical = int | float | str | None
Form = Callable[[Any], Canonical]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).encode


def canonical_json(value: Any) -> str:
    """JSON with one spelling: sorted keys, no spaces, no NaN."""
    return _encode(value)


def _form(column: Column[Any]) -> Form | None:
    """How a Python value of this column is spelled; None when it already is."""
    kind = column.type
    if isinstance(kind, Boolean):
        return int
    if isinstance(kind, Integer):
        return None
    if isinstance(kind, Float):
        return float
    if isinstance(kind, Date):
        return lambda value: value.isoformat()
    if isinstance(kind, Time):
        return lambda value: value.isoformat(timespec="microseconds")
    if isinstance(kind, LargeBinary):
        return lambda value: bytes(value).hex()
    return None


@lru_cache(maxsize=64)
def _forms(table: Table) -> tuple[tuple[str, Form | None], ...]:
    return tuple((column.name, _form(column)) for column in table.columns)


@lru_cache(maxsize=64)
def column_names(table: Table) -> tuple[str, ...]:
    """The columns of a table, in the order of the schema."""
    return tuple(column.name for column in table.columns)


def sebutan(table: Table) -> str:
    """What a person calls one row of this table: *SKP*, *rencana aksi*."""
    return table.name.upper() if table.name in ("skp", "rhk", "iki") else table.name.replace("_", " ")


@lru_cache(maxsize=64)
def key_name(table: Table) -> str:
    """The one key column of a table."""
    (key,) = table.primary_key.columns
    return key.name


def canonical_image(table: Table, row: Mapping[str, Any]) -> dict[str, Canonical]:
    """One row as a journal keeps it: column name → canonical value."""
    return {
        name: value if (value := row[name]) is None or form is None else form(value) for name, form in _forms(table)
    }


def canonical_rows(table: Table, rows: Sequence[Mapping[str, Any]]) -> list[tuple[Canonical, ...]]:
    """Many rows at once, column by column: founding an office of a hundred thousand people goes through here."""
    if not rows:
        return []
    columns = list(zip(*map(itemgetter(*column_names(table)), rows), strict=True))
    for position, (_, form) in enumerate(_forms(table)):
        if form is not None:
            spelled: dict[Any, Canonical] = {None: None}
            for value in set(columns[position]) - {None}:
                spelled[value] = form(value)
            columns[position] = tuple(map(spelled.__getitem__, columns[position]))
    return list(zip(*columns, strict=True))


def row_digest(values: Sequence[Any]) -> bytes:
    """Eight bytes that stand for one row, given its canonical values in the order of the schema."""
    return blake2b(_encode(values).encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).digest()


def image_digest(table: Table, image: Mapping[str, Any]) -> bytes:
    """The fingerprint of a row kept as an image in the journal."""
    return row_digest([image.get(name) for name in column_names(table)])


def python_row(table: Table, image: Mapping[str, Any]) -> dict[str, Any]:
    """A row from its canonical image: the way back."""
    return {column.name: _back(column, image[column.name]) for column in table.columns}


def _back(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if value is None:
        return None
    if isinstance(kind, Boolean):
        return bool(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, Time):
        return time.fromisoformat(value)
    return bytes.fromhex(value) if isinstance(kind, LargeBinary) else value
