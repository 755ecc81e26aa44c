"""One office is served by one program: the second is told where the first one is.

Scene: taken by ``bimtek web`` while it serves. May import: SQLAlchemy, simulator.domain, store, web.
Facts: none. Every action may come from several programs; what may not is who an office is for (own, class, exam), the
key of its instructor, and a day that is being moved: each server keeps those for itself.
How: a lock that ends with its program, however that ends. A file of SQLite beside the office that stays in an exclusive
transaction (the same on every system); on PostgreSQL an advisory lock of a session.
Add: nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from simulator.domain.errors import StatusTidakSesuai
from simulator.store.engine import PathOrUrl, server_url
from simulator.web import catatan
from simulator.web.data import DataWeb, berkas_web, buka_data

_DI = "dilayani-di"
#: So long an earlier one may take to end: JupyterLab that is closed and opened again starts the next at once.
SABAR = 5.0
_KUNCI = text("SELECT pg_advisory_lock(62024, hashtext(current_schema()))")
#: PostgreSQL's code for a lock that was waited for too long.
_TERLALU_LAMA = "55P03"


@contextmanager
def satu_peladen(target: PathOrUrl) -> Iterator[None]:
    """Be the only one to serve an office that is there. Raises: StatusTidakSesuai — it is being served."""
    berkas = berkas_web(target)
    with _di_server(target) if berkas is None else _di_berkas(berkas, target):
        yield


def catat_alamat(data: DataWeb, alamat: str) -> None:
    """What the next one is told; empty: JupyterLab. Written once these data are known to be this office's."""
    with data.ubah() as connection:
        catatan.simpan(connection, 0, _DI, alamat)


@contextmanager
def _di_berkas(berkas: Path, target: PathOrUrl) -> Iterator[None]:
    kunci = berkas.with_name(f".{berkas.name.removesuffix('.db')}.lock")
    kunci.touch(mode=0o600)  # whoever may read it could hold it as well
    with closing(sqlite3.connect(kunci, timeout=SABAR, isolation_level=None, check_same_thread=False)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise _sudah(target) from error
        yield


@contextmanager
def _di_server(target: PathOrUrl) -> Iterator[None]:
    engine = create_engine(server_url(target), poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"SET lock_timeout = {round(SABAR * 1000)}"))
        # A computer that vanished from the network must not hold the office for hours.
        connection.execute(text("SET tcp_keepalives_idle = 30"))
        connection.execute(text("SET tcp_keepalives_interval = 10"))
        try:
            connection.execute(_KUNCI)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", "") != _TERLALU_LAMA:
                raise
            raise _sudah(target) from error
        yield


def _sudah(target: PathOrUrl) -> StatusTidakSesuai:
    data = buka_data(target)
    with data.lihat() as connection:
        alamat = catatan.baca(connection, 0, _DI)
    data.tutup()
    if alamat is None:  # it has not come so far as to say where
        cara = "oleh program lain. Tunggu sebentar, lalu ulangi."
    elif alamat:
        cara = f"di {alamat}. Buka alamat itu, atau tutup dahulu yang di sana (Ctrl+C di jendelanya), lalu ulangi."
    else:
        cara = "di JupyterLab. Buka lewat kotak e-Kinerja (Simulasi) di sana, atau tutup dahulu JupyterLab itu."
    return StatusTidakSesuai(f"Kantor ini sudah dilayani {cara}", kode="kantor-dilayani-lain")
