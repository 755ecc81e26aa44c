"""Founding: an *Institution* becomes a file (or a database) that people can work in.

Scene: written once, sealed, with the genesis entry of the journal; either whole or not at all.
May import: simulator.store, SQLAlchemy; the Institution is only asked for ``rows(name)``.
Facts: none.
Add: nothing; a new table of the office is written because it is in OFFICE_TABLES.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Table, insert, inspect, select
from sqlalchemy.schema import CreateIndex, CreateTable

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.store.canonical import Canonical, canonical_rows, column_names, key_name
from simulator.store.engine import PathOrUrl, file_of, open_engine, open_new_file, writing
from simulator.store.files import remove_sidecars
from simulator.store.journal import BEFORE_GENESIS, GENESIS, append
from simulator.store.schema import OFFICE_TABLES, SCHEMA_VERSION, instansi, metadata, segel
from simulator.store.seals import BLOCK_SIZE, Seal, seal_rows, seals_digest

#: Stands in the file in place of the seed, so that nobody can generate the answer key from it.
BENIH_DISEMBUNYIKAN = 0
_PIECE = 40 * BLOCK_SIZE


class RowSource(Protocol):
    """What founding needs of an Institution; a ``chunks(name, size)`` beside it is used where there is one."""

    def rows(self, name: str, /) -> Sequence[dict[str, Any]]:
        """All rows of a table, keys as in the schema, sorted by key."""
        ...


def found_office(inst: RowSource, url_or_path: PathOrUrl, *, benih_publik: bool = True, timpa: bool = False) -> None:
    """Write an institution into a new file or an empty database.

    ``benih_publik=False`` hides the seed (a participant's copy). A file appears under its name only when it is
    complete; with ``timpa=True`` it replaces an existing one.
    Raises: StatusTidakSesuai — something is already there; DataTidakSah — the rows do not fit the schema.
    """
    path = file_of(url_or_path)
    if path is None:
        _found_on_server(inst, str(url_or_path), benih_publik, timpa)
    else:
        _found_file(inst, path, benih_publik, timpa)


def _found_file(inst: RowSource, path: Path, benih_publik: bool, timpa: bool) -> None:
    if path.exists() and not timpa:
        raise StatusTidakSesuai(
            f"Berkas “{path}” sudah ada; pekerjaan di dalamnya tidak ditimpa. "
            "Pilih nama lain atau pindahkan berkas lama.",
            kode="berkas-sudah-ada",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.baru")
    draft.unlink(missing_ok=True)
    engine = open_new_file(draft)
    try:
        with writing(engine) as connection:
            _write_everything(connection, inst, benih_publik)
            _check_references(connection)
        engine.dispose()
        _flush(draft)
        remove_sidecars(path)
        draft.replace(path)
        _flush(path.parent)
    finally:
        engine.dispose()
        draft.unlink(missing_ok=True)


def _found_on_server(inst: RowSource, url: str, benih_publik: bool, timpa: bool) -> None:
    engine = open_engine(url)
    try:
        with writing(engine) as connection:
            if inspect(connection).has_table(instansi.name):
                _clear_server(connection, timpa)
            _write_everything(connection, inst, benih_publik)
    finally:
        engine.dispose()


def _clear_server(connection: Connection, timpa: bool) -> None:
    occupied = connection.execute(select(instansi.c.nama)).scalar()
    if occupied is not None and not timpa:
        raise StatusTidakSesuai(
            f"Basis data ini sudah berisi instansi “{occupied}”. Pakai basis data kosong untuk "
            "instansi baru, atau tambahkan --timpa.",
            kode="basis-data-terisi",
        )
    metadata.drop_all(connection)


def _flush(path: Path) -> None:
    """Force a file or folder to disk; folders cannot be opened on Windows, where renaming is already durable."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_everything(connection: Connection, inst: RowSource, benih_publik: bool) -> None:
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table))
    seals: list[Seal] = []
    counts: dict[str, int] = {}
    hari: date | None = None
    for table in OFFICE_TABLES:
        counts[table.name] = 0
        for rows in _pieces(inst, table.name):
            if table is instansi:
                rows = [_adapted(row, benih_publik) for row in rows]
                hari = rows[0]["hari_simulasi"] if rows else None
            seals += _write_rows(connection, table, rows, counts[table.name] // BLOCK_SIZE, len(seals) + 1)
            counts[table.name] += len(rows)
    if hari is None:
        raise DataTidakSah("Institusi tanpa baris instansi tidak dapat didirikan.", kode="instansi-kosong")
    # Indexes after the rows: sorting once is cheaper than inserting into a tree a hundred thousand times.
    for table in metadata.sorted_tables:
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    _seal(connection, seals, counts, hari)


def _pieces(inst: RowSource, name: str) -> Iterable[Sequence[dict[str, Any]]]:
    """The rows of a table in pieces where the source can give them so: a ministry does not fit into memory at once."""
    chunks = getattr(inst, "chunks", None)
    return [inst.rows(name)] if chunks is None else chunks(name, _PIECE)


def _write_rows(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], first_block: int, first_id: int
) -> list[Seal]:
    """Write one piece of a table and seal it; pieces before the last hold whole blocks."""
    _check_shape(table, rows)
    canonical = canonical_rows(table, rows)
    key = column_names(table).index(key_name(table))
    canonical.sort(key=lambda row: row[key])  # type: ignore[arg-type, return-value]
    _insert(connection, table, rows, canonical)
    return seal_rows(table.name, canonical, key, first_id=first_id, first_block=first_block)


def _adapted(row: dict[str, Any], benih_publik: bool) -> dict[str, Any]:
    benih = row["benih"] if benih_publik else BENIH_DISEMBUNYIKAN
    return {**row, "benih": benih, "versi_skema": SCHEMA_VERSION}


def _check_shape(table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows and set(rows[0]) != set(column_names(table)):
        raise DataTidakSah(
            f"Kolom tabel {table.name} dari pembangkit tidak sama dengan skema: "
            f"{', '.join(sorted(set(rows[0]) ^ set(column_names(table))))}.",
            kode="kolom-tidak-cocok",
        )


def _insert(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], canonical: list[tuple[Canonical, ...]]
) -> None:
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), [dict(row) for row in rows])
        return
    # The canonical form is what SQLite stores, so the driver can take the tuples as they are.
    columns = ", ".join(f'"{name}"' for name in column_names(table))
    marks = ", ".join("?" * len(column_names(table)))
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', canonical)


def _seal(connection: Connection, seals: list[Seal], counts: dict[str, int], hari: date) -> None:
    blocks = [(s.segel_id, s.tabel, s.blok, s.kunci, s.sidik) for s in seals]
    names = column_names(segel)
    connection.execute(insert(segel), [dict(zip(names, block, strict=True)) for block in blocks])
    append(
        connection,
        (0, BEFORE_GENESIS),
        hari=hari,
        pelaku_id=None,
        peran="sistem",
        aksi=GENESIS,
        objek=instansi.name,
        objek_id=1,
        changes=(),
        catatan={"segel": seals_digest(blocks), "jumlah": counts},
    )


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DataTidakSah(
            f"Baris {broken[1]} di tabel {broken[0]} merujuk ke {broken[2]} yang tidak ada.", kode="rujukan-putus"
        )
