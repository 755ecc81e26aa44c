"""Opening the place where an *instansi* is kept: a SQLite file or a PostgreSQL database.

Scene: one function per kind of access (work, read only, found); a writer holds the office alone until it commits.
May import: SQLAlchemy, simulator.domain.errors, simulator.store.files, refusals and turns.
Facts: none. SQLite runs in WAL so that readers never wait for a writer, with ``synchronous=FULL``: an action that was
acknowledged must survive a power cut, and one flush per action is cheap at the speed of people. PostgreSQL takes an
advisory lock per write transaction, so that two writers queue for the journal's tail instead of forking the chain.
Add: another database here, with its own way to let one writer in at a time.
"""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from simulator.domain.errors import (
    BerkasRusak,
    DataTidakSah,
    StatusTidakSesuai,
    TidakDitemukan,
)
from simulator.store.files import SIDECARS, check_file
from simulator.store.refusals import busy, in_words
from simulator.store.schema import SCHEMA_VERSION, instansi
from simulator.store.turns import Turns

BUSY_TIMEOUT_MS = 15_000
#: Connections kept open between uses; ten more may be opened for a moment. Opened only when needed.
POOL = 8
#: After this long without use a connection to a server may have been cut off by something in between.
REST_SECONDS = 10.0
#: Any constant will do, as long as every writer of one database asks for the same one.
ADVISORY_LOCK = 62_022
_WRITE, _GLANCE = "bimtek_write", "bimtek_glance"
_WRITERS: WeakKeyDictionary[Engine, Turns] = WeakKeyDictionary()

PathOrUrl = str | Path


def is_url(target: PathOrUrl) -> bool:
    """True for a SQLAlchemy URL, False for the path of a file."""
    return isinstance(target, str) and "://" in target


def file_of(target: PathOrUrl) -> Path | None:
    """The SQLite file behind a target, or None for a database server."""
    if not is_url(target):
        return Path(target)
    url = _url(target)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def shown(target: PathOrUrl) -> str:
    """The target as it may be shown to people: a password in an address stays unseen."""
    return _url(target).render_as_string(hide_password=True) if is_url(target) else str(target)


def _url(target: PathOrUrl) -> URL:
    """The address of a database; PostgreSQL always with the driver that we bring along. Raises: DataTidakSah."""
    try:
        url = make_url(str(target))
    except (ArgumentError, ValueError) as error:
        raise _unknown_address() from error
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise _unknown_address()
    return url


def server_url(target: PathOrUrl) -> URL:
    """The address of a database server with our driver, for what lies beside an office there. Raises: DataTidakSah."""
    return _url(target)


def _unknown_address() -> DataTidakSah:
    return DataTidakSah(
        "Alamat basis data itu tidak dikenali. Tulis postgresql://NAMA:SANDI@SERVER/BASISDATA, atau nama berkas "
        "*.ekin.db.",
        kode="alamat-tidak-dikenali",
    )


def open_engine(target: PathOrUrl) -> Engine:
    """Open an existing *instansi* for work.

    Raises: TidakDitemukan — no such file; BerkasRusak — the file is not an *instansi*.
    """
    path = file_of(target)
    if path is None:
        return _server_engine(str(target))
    check_file(path)
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=POOL)
    _sqlite_connects(engine, journal="WAL", synchronous="FULL", foreign_keys=True)
    _guard(engine, path)
    _begins_explicitly(engine)
    return engine


def open_new_file(path: Path) -> Engine:
    """A SQLite file that nobody else knows yet; founding needs no journal because it renames a finished file."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)
    # MEMORY instead of OFF: a statement that fails must still be able to roll back.
    _sqlite_connects(engine, journal="MEMORY", synchronous="OFF", foreign_keys=False)
    _begins_explicitly(engine)
    return engine


def open_read_only(target: PathOrUrl) -> Engine:
    """Open for looking only: nothing is created, nothing is changed, not even the journal mode."""
    path = file_of(target)
    if path is None:
        return _server_engine(str(target))
    check_file(path)
    engine = create_engine("sqlite://", creator=lambda: _connect_read_only(path), poolclass=NullPool)
    _begins_explicitly(engine)
    return engine


def _connect_read_only(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro"
    # Without a WAL nobody has the office open and the file alone is the whole truth. "Immutable" then leaves no
    # trace beside it, and works where nothing can be written (a CD, a locked share).
    alone = not any(path.with_name(path.name + suffix).exists() for suffix in SIDECARS)
    connection = sqlite3.connect(uri + ("&immutable=1" if alone else ""), uri=True, check_same_thread=False)
    connection.isolation_level = None
    # Text that is no text becomes a finding of the verification instead of an error of the driver.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    return connection


def _server_engine(url: str) -> Engine:
    try:
        engine = create_engine(_url(url), pool_size=POOL)
    except NoSuchModuleError as error:
        raise _unknown_address() from error
    except ModuleNotFoundError as error:
        raise StatusTidakSesuai(
            f"Basis data kelas memerlukan paket “{error.name}”, yang belum terpasang di komputer ini. Pasang bimtek "
            "dengan tambahan “postgres”, lalu ulangi.",
            kode="paket-postgres-belum-ada",
        ) from error
    ask_after_rest(engine)
    _begins_explicitly(engine)
    return engine


def ask_after_rest(engine: Engine) -> None:
    """Whether the server is still there is asked of connections that have rested, not before every look."""

    @event.listens_for(engine, "checkin")
    def _on_checkin(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["rested_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def _on_checkout(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get("rested_since", math.inf) > REST_SECONDS:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise DisconnectionError() from error


def _sqlite_connects(engine: Engine, *, journal: str, synchronous: str, foreign_keys: bool) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where _begins_explicitly says, not where sqlite3 guesses
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.execute(f"PRAGMA journal_mode={journal}")
        cursor.execute(f"PRAGMA synchronous={synchronous}")
        cursor.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        cursor.close()


def _guard(engine: Engine, path: Path) -> None:
    """As a server has it: a look changes nothing, whoever holds its connection, and nobody writes what is gone."""

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        write = connection.get_execution_options().get(_WRITE, False)
        # A deleted file can still be written by whoever has it open, and is gone with the last of them.
        if write and not path.exists():
            raise TidakDitemukan(
                f"Berkas kantor simulasi {path.name} tidak ada lagi di foldernya: terhapus, atau dipindah sejak kantor "
                "dibuka. Yang baru saja Anda kirim belum tersimpan. Kembalikan berkas itu ke tempat semula (misalnya "
                "dari Recycle Bin), tutup kantor ini, lalu buka lagi.",
                kode="berkas-hilang",
            )
        connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if write else 'ON'}")


def _begins_explicitly(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get(_GLANCE):
            return
        write = options.get(_WRITE, False)
        if engine.dialect.name == "sqlite":
            # IMMEDIATE: two writers that both read first would otherwise deadlock when they come to write.
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
        elif write:
            connection.execute(text("SELECT pg_advisory_xact_lock(:kunci)"), {"kunci": ADVISORY_LOCK})


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent look at the office."""
    with in_words(), _looking(engine) as connection, connection.begin():
        yield connection


@contextmanager
def glancing(engine: Engine) -> Iterator[Connection]:
    """For one statement, which is consistent by itself: no transaction to begin and to end for it."""
    alone: dict[str, Any] = {_GLANCE: True}
    if engine.dialect.name != "sqlite":  # there a connection begins nothing by itself
        alone["isolation_level"] = "AUTOCOMMIT"
    with in_words(), engine.connect().execution_options(**alone) as connection:
        yield connection


def _looking(engine: Engine) -> Connection:
    if engine.dialect.name == "sqlite":
        return engine.connect()
    # Without this every query would see what was committed since the one before: a journal and rows that do not belong
    # together. A writer may not have it: its snapshot would be older than the lock it waited for.
    return engine.connect().execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction in which this process is the only writer; commits at the end, rolls back on any error.

    Raises: TidakDitemukan — the file was deleted or moved away since it was opened.
    """
    with (
        in_words(),
        _turn(engine),
        engine.connect().execution_options(**{_WRITE: True}) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def _turn(engine: Engine) -> Iterator[None]:
    """Writers of one process queue here; SQLite would have them sleep and try again, up to a tenth of a second."""
    turns = _WRITERS.setdefault(engine, Turns())
    if not turns.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
        raise busy()
    try:
        yield
    finally:
        turns.release()


def check_version(engine: Engine) -> None:
    """Refuse to work in what is not an *instansi*, or in one of another schema version.

    Raises: BerkasRusak — no *instansi* in there; StatusTidakSesuai — made by another version of the program.
    """
    with reading(engine) as connection:
        if not inspect(connection).has_table(instansi.name):
            raise BerkasRusak(
                "Berkas atau basis data ini bukan instansi simulasi. Dirikan dahulu dengan “bimtek instansi buat”.",
                kode="berkas-bukan-instansi",
            )
        version = connection.execute(select(instansi.c.versi_skema)).scalar()
    if version != SCHEMA_VERSION:
        raise StatusTidakSesuai(
            f"Instansi ini dibuat dengan versi skema {version}, program ini memakai versi {SCHEMA_VERSION}. "
            "Pakai versi program yang sama, atau dirikan instansi baru.",
            kode="versi-skema-berbeda",
        )


def copy_office(engine: Engine, path: Path) -> Path:
    """Copy an office kept in SQLite, as it is at this moment, into a new file.

    Raises: StatusTidakSesuai — not kept in a file, or the target exists.
    """
    if engine.dialect.name != "sqlite":
        raise StatusTidakSesuai(
            "Kantor ini disimpan di server basis data. Minta pengelola server membuat cadangannya.",
            kode="bukan-berkas",
        )
    if path.exists():
        raise StatusTidakSesuai(
            f"Berkas “{path.name}” sudah ada dan tidak ditimpa. Pilih nama lain.", kode="berkas-sudah-ada"
        )
    with in_words(), engine.connect() as connection:
        # VACUUM INTO must stand outside a transaction; the driver's own connection has none.
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("VACUUM INTO ?", (str(path),))
    return path
