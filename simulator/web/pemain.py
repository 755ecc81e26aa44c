"""Who is played by a human: everybody who ever logged in here, until they are handed back to the simulated colleagues.

Scene: noted at each login; asked when the day moves. May import: SQLAlchemy, simulator.web.data and catatan.
Facts: none. Number 0 is the head of the region (simulator/web/kepala_daerah.py). Add: nothing.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from simulator.web import catatan as ingatan
from simulator.web.data import catatan, sesi

KUNCI = "dimainkan"
_TOPI_KEPALA_DAERAH = "kepala-daerah"


def mainkan(connection: Connection, pegawai_id: int) -> None:
    """From now on a human decides for this person."""
    ingatan.simpan(connection, pegawai_id, KUNCI, "true")


def serahkan(connection: Connection, pegawai_id: int) -> None:
    """Hand this person back to the simulated colleagues."""
    ingatan.buang(connection, pegawai_id, KUNCI)


def daftar_pemain(connection: Connection) -> frozenset[int]:
    """Everybody a human decides for."""
    marked = select(catatan.c.pegawai_id).where(catatan.c.kunci == KUNCI)
    found = set(connection.execute(marked).scalars())
    worn = select(catatan.c.pegawai_id).where(catatan.c.kunci == _TOPI_KEPALA_DAERAH, catatan.c.isi == "true")
    if connection.execute(worn.limit(1)).first() is not None:
        found.add(0)
    return frozenset(found)


def sedang_masuk(connection: Connection, sejak: float) -> frozenset[int]:
    """Whose session was used since that moment: they cannot be handed back."""
    query = select(sesi.c.pegawai_id).where(sesi.c.tahap == "masuk", sesi.c.dipakai >= sejak)
    return frozenset(row for row in connection.execute(query).scalars() if row is not None)
