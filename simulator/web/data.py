"""What the web needs beside the office: passwords, sessions, unfinished forms, uploads.

Scene: opened together with the office. It lies beside it (``kantor.web.db`` next to ``kantor.ekin.db``; the schema
``bimtek_web`` in a PostgreSQL database), because the office itself is sealed and may hold nothing else.
May import: SQLAlchemy, simulator.store.engine.
Facts: none. Times in these tables are real ones (UTC, seconds), unlike the office's simulated day.
Add: a table here and the functions that use it in the file of its noun.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
    text,
)
from sqlalchemy.engine import URL

from simulator.store.engine import PathOrUrl, ask_after_rest, file_of, server_url
from simulator.store.refusals import in_words

SKEMA = "bimtek_web"
#: Kept open; ten more are opened for a moment when all are taken.
SAMBUNGAN = 8
#: Another lock than the office's: a login must not wait for somebody's action.
_ANTRE = text("SELECT pg_advisory_xact_lock(62023)")
_TULIS = "bimtek_tulis"
metadata = MetaData()

#: One login: what proves that somebody is this employee.
kredensial = Table(
    "kredensial",
    metadata,
    Column("pegawai_id", BigInteger, primary_key=True, autoincrement=False),
    Column("sidik_sandi", Text, nullable=False),
    Column("wajib_ganti", Boolean, nullable=False),
    Column("rahasia_otp", String(64), nullable=False, default=""),
    Column("perangkat", String(80), nullable=False, default=""),
    # The time step of the last accepted code: no code counts twice.
    Column("langkah_otp", BigInteger, nullable=False, default=0),
    # How far the phone's clock is off, in seconds (a fault that can be planted).
    Column("geser_jam", Integer, nullable=False, default=0),
)
sesi = Table(
    "sesi",
    metadata,
    Column("sidik_token", String(64), primary_key=True),
    Column("pegawai_id", BigInteger, nullable=True),
    Column("tahap", String(20), nullable=False),
    Column("csrf", String(64), nullable=False),
    Column("pesan", Text, nullable=False, default="[]"),
    Column("dibuat", Float, nullable=False),
    Column("dipakai", Float, nullable=False),
)
#: What somebody typed into a form that could not be saved yet; one per person and form.
draf = Table(
    "draf",
    metadata,
    Column("draf_id", Integer().with_variant(BigInteger, "postgresql"), primary_key=True, autoincrement=True),
    Column("pegawai_id", BigInteger, nullable=False, index=True),
    Column("tindakan", String(200), nullable=False),
    Column("isian", Text, nullable=False),
    Column("galat", Text, nullable=False, default=""),
    Column("kode", String(60), nullable=False, default=""),
    Column("waktu", Float, nullable=False),
    UniqueConstraint("pegawai_id", "tindakan"),
)
percobaan = Table(
    "percobaan",
    metadata,
    Column("percobaan_id", Integer().with_variant(BigInteger, "postgresql"), primary_key=True, autoincrement=True),
    Column("kunci", String(80), nullable=False, index=True),
    Column("waktu", Float, nullable=False),
)
#: Small files of the mock drive, by the office's own dokumen_id.
unggahan = Table(
    "unggahan",
    metadata,
    Column("dokumen_id", BigInteger, primary_key=True, autoincrement=False),
    Column("nama_berkas", String(120), nullable=False),
    Column("jenis_isi", String(60), nullable=False),
    Column("isi", LargeBinary, nullable=False),
)
#: Free settings and marks: which faults are switched on, which notifications were read, where the tour stands.
catatan = Table(
    "catatan",
    metadata,
    Column("catatan_id", Integer().with_variant(BigInteger, "postgresql"), primary_key=True, autoincrement=True),
    Column("pegawai_id", BigInteger, nullable=False, default=0),
    Column("kunci", String(80), nullable=False),
    Column("isi", Text, nullable=False),
    UniqueConstraint("pegawai_id", "kunci"),
)
#: Faults that were switched on, and who mended them; participants never see the rows that are still open.
gangguan = Table(
    "gangguan",
    metadata,
    Column("gangguan_id", Integer().with_variant(BigInteger, "postgresql"), primary_key=True, autoincrement=True),
    Column("kode", String(4), nullable=False),
    Column("pegawai_id", BigInteger, nullable=False),
    # What its predicate needs, who reads its symptom, where, and with which words (JSON).
    Column("isi", Text, nullable=False),
    Column("hari", String(10), nullable=False),
    Column("dipasang", Float, nullable=False),
    # The journal entry that put it in (0: none), and the last one after which it was seen to be still there.
    Column("nomor", BigInteger, nullable=False, default=0),
    Column("dilihat", BigInteger, nullable=False, default=0),
    Column("selesai", Float, nullable=True),
    Column("selesai_hari", String(10), nullable=False, default=""),
    Column("oleh", Text, nullable=False, default=""),
    Column("cara", Text, nullable=False, default=""),
    Column("entri", BigInteger, nullable=True),
)


class DataWeb:
    """The open data beside one office."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        # A look is one statement or two; it needs no transaction and must not wait for one to begin and end. A
        # connection to a file begins none by itself (_di_berkas), one to a server has to be told.
        di_server = engine.dialect.name == "postgresql"
        self._lihat = engine.execution_options(isolation_level="AUTOCOMMIT") if di_server else engine
        self._ubah = engine.execution_options(**{_TULIS: True})
        # One writer at a time: SQLite has the others sleep, here they are woken at once.
        self._giliran = RLock()

    @contextmanager
    def lihat(self) -> Iterator[Connection]:
        """One look."""
        with in_words(), self._lihat.connect() as connection:
            yield connection

    @contextmanager
    def ubah(self) -> Iterator[Connection]:
        """One change, whole or not at all. Raises: BimtekError — the disk is full, the file may only be read."""
        with in_words(), self._giliran, self._ubah.begin() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(_ANTRE)  # the same between several servers of one class
            yield connection

    def sisihkan_skema(self) -> None:
        """On a server: give everything another name, so that the next one to open finds nothing."""
        with self.ubah() as connection:
            skema = str(connection.execute(text("SELECT current_schema()")).scalar_one())
            ada = set(connection.execute(text("SELECT schema_name FROM information_schema.schemata")).scalars())
            lama = next(nama for nomor in count(1) if (nama := f"{skema}_lama_{nomor}") not in ada)
            bergaris = connection.dialect.identifier_preparer.quote_identifier
            connection.execute(text(f"ALTER SCHEMA {bergaris(skema)} RENAME TO {bergaris(lama)}"))

    def tutup(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def berkas_web(target: PathOrUrl) -> Path | None:
    """The file beside an office's file; None for a database server."""
    path = file_of(target)
    return None if path is None else path.with_name(path.name.removesuffix(".db").removesuffix(".ekin") + ".web.db")


def buka_data(target: PathOrUrl) -> DataWeb:
    """Open, and found where missing, what lies beside the office ``target``."""
    path = berkas_web(target)
    engine = _di_server(target) if path is None else _di_berkas(path)
    metadata.create_all(engine)
    return DataWeb(engine)


def _di_berkas(path: Path) -> Engine:
    # Authenticator secrets and tokens' fingerprints: for the owner's eyes on a machine that others use as well.
    path.touch(mode=0o600)
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=SAMBUNGAN)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        # Without a flush per change: what a power cut may take with it is a login or a kept form, never work.
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA busy_timeout=15000")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_TULIS, False):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _di_server(target: PathOrUrl) -> Engine:
    # Its own engine: that of the office reads in read-only transactions and writes under the office's lock.
    engine = create_engine(server_url(target), pool_size=SAMBUNGAN)
    ask_after_rest(engine)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        kantor = str(connection.execute("SELECT current_schema()").fetchone()[0])
        # Two offices in one database, each in a schema of its own, have nothing in common beside them either.
        skema = SKEMA if kantor == "public" else f"{SKEMA}_{kantor}"
        skema = '"' + skema.replace('"', '""') + '"'
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {skema}")
        connection.execute(f"SET search_path TO {skema}")
        connection.commit()

    return engine
