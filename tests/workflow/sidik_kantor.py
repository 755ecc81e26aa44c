"""One fingerprint over everything in an office, read past the application."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text

from simulator.store.schema import metadata

_QUERIES = [
    (table.name, f'SELECT * FROM "{table.name}" ORDER BY "{next(iter(table.primary_key.columns)).name}"')
    for table in metadata.sorted_tables
]


def sidik_kantor(alamat: str | Path) -> str:
    """sha256 over all rows of all tables."""
    whole = hashlib.sha256()
    for name, row in _rows(alamat):
        whole.update(repr((name, row)).encode("utf-8", "backslashreplace"))
    return whole.hexdigest()


def _rows(alamat: str | Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if "://" in str(alamat):
        engine = create_engine(str(alamat))
        with engine.connect() as connection:
            for name, query in _QUERIES:
                yield from ((name, tuple(row)) for row in connection.execute(text(query)))
        engine.dispose()
        return
    plain = sqlite3.connect(alamat)
    try:
        for name, query in _QUERIES:
            yield from ((name, row) for row in plain.execute(query))
    finally:
        plain.close()
