"""Small things that are remembered: per person, or (person 0) for the whole office.

Scene: notifications read, the tour, faults that are switched on. May import: SQLAlchemy, simulator.web.data.
Facts: none. Add: nothing; a key is chosen by the file that uses it.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select

from simulator.web.data import catatan


def simpan(connection: Connection, pegawai_id: int, kunci: str, isi: str) -> None:
    """Remember, in place of what was remembered under the same key."""
    buang(connection, pegawai_id, kunci)
    connection.execute(insert(catatan).values(pegawai_id=pegawai_id, kunci=kunci[:80], isi=isi))


_BACA = select(catatan.c.isi).where(catatan.c.pegawai_id == bindparam("siapa"), catatan.c.kunci == bindparam("apa"))


def baca(connection: Connection, pegawai_id: int, kunci: str) -> str | None:
    """What was remembered, or None."""
    return connection.execute(_BACA, {"siapa": pegawai_id, "apa": kunci[:80]}).scalar()


def buang(connection: Connection, pegawai_id: int, kunci: str) -> None:
    """Forget."""
    connection.execute(delete(catatan).where(catatan.c.pegawai_id == pegawai_id, catatan.c.kunci == kunci[:80]))
