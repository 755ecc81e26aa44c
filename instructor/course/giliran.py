"""One command at a time changes a class: two instructors at once take turns.

Scene: around every step of ``bimtek kelas`` that writes. May import: instructor.course.kelas; sqlite3.
Facts: an SQLite lock is the same on every system and ends with the process that held it, also when it is killed.
Add: a command that writes into the class enters through ``turn``.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

from instructor.course.kelas import Kelas
from simulator.domain.errors import StatusTidakSesuai

BERKAS = ".giliran"
SEGERA, SABAR = 1.0, 300.0  # seconds: before saying that it waits, before giving up


@contextmanager
def turn(kelas: Kelas | None, *, sabar: float = SABAR) -> Iterator[None]:
    """Hold the class (None: there is none yet) until the block ends.

    Raises: StatusTidakSesuai — another command did not finish in time.
    """
    if kelas is None:
        yield
        return
    kelas.laporan.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(kelas.laporan / BERKAS, isolation_level=None)) as kunci:
        if not _taken(kunci, min(SEGERA, sabar)):
            print("Menunggu perintah lain di kelas ini selesai …", file=sys.stderr, flush=True)
            if not _taken(kunci, sabar):
                raise StatusTidakSesuai(
                    f"Kelas {kelas.folder} sedang dikerjakan perintah lain, mungkin oleh instruktur lain. Tunggu "
                    "sampai selesai, lalu ulangi. Belum ada yang diubah.",
                    kode="kelas-sedang-dipakai",
                )
        yield


def _taken(kunci: sqlite3.Connection, detik: float) -> bool:
    kunci.execute(f"PRAGMA busy_timeout = {round(detik * 1000)}")
    try:
        kunci.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as galat:
        if galat.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
