"""Unfinished forms: what was typed is kept after an error, after a logout and after a dropped connection.

Scene: a POST that could not be saved puts its fields here; the form takes them back when it is drawn again.
May import: SQLAlchemy, simulator.web.data. Facts: none. Add: nothing.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from simulator.web.data import draf

#: Beyond this a form is refused, not kept.
TERBESAR = 100_000
#: What every form sends for itself; a button that was refused has nothing else.
_SENDIRI = ("kembali", "sejak")
_RAHASIA = ("csrf", "sandi", "sandi_baru", "sandi_ulang", "rahasia", "kunci")
#: Every page reads them, and nobody mends more forms than this at once; the oldest give way.
TERBANYAK = 40


@dataclass(frozen=True)
class Draf:
    """The fields of one form, and why they were not saved."""

    isian: dict[str, str]
    galat: str
    kode: str

    @property
    def diketik(self) -> bool:
        """Did anybody fill in anything? A button that was refused is kept for its reason only."""
        return bool(self.isian.keys() - set(_SENDIRI))


def simpan(
    connection: Connection, pegawai_id: int, tindakan: str, isian: dict[str, str], galat: str, kode: str
) -> None:
    """Keep a form; the newest of the same form counts."""
    buang(connection, pegawai_id, tindakan)
    isi = json.dumps({k: v for k, v in isian.items() if k not in _RAHASIA})
    if len(isi) <= TERBESAR:
        connection.execute(
            insert(draf).values(
                pegawai_id=pegawai_id,
                tindakan=tindakan[:200],
                isian=isi,
                galat=galat,
                kode=kode[:60],
                waktu=time.time(),
            )
        )
        baru = select(draf.c.draf_id).where(draf.c.pegawai_id == pegawai_id).order_by(draf.c.draf_id.desc())
        terlama = connection.execute(baru.limit(1).offset(TERBANYAK - 1)).scalar()
        if terlama is not None:
            connection.execute(delete(draf).where(draf.c.pegawai_id == pegawai_id, draf.c.draf_id < terlama))


#: A thrown-away form waits under its address with this before it, so that *Urungkan* finds it.
_DIBUANG = "buang:"
#: Those that still wait.
MENUNGGU = draf.c.tindakan.not_like(f"{_DIBUANG}%")
_SEMUA = select(draf).where(draf.c.pegawai_id == bindparam("siapa"), MENUNGGU).order_by(draf.c.draf_id)


def semua(connection: Connection, pegawai_id: int) -> dict[str, Draf]:
    """Every unfinished form of one person, by the address it is sent to."""
    rows = connection.execute(_SEMUA, {"siapa": pegawai_id}).mappings()
    return {row["tindakan"]: dari_baris(row["isian"], row["galat"], row["kode"]) for row in rows}


def dari_baris(isian: str, galat: str, kode: str) -> Draf:
    """A form as it was kept."""
    return Draf(json.loads(isian), galat, kode)


def buang(connection: Connection, pegawai_id: int, tindakan: str) -> None:
    """Forget one form: it was saved, or thrown away."""
    connection.execute(delete(draf).where(draf.c.pegawai_id == pegawai_id, draf.c.tindakan == tindakan[:200]))


def singkirkan(connection: Connection, pegawai_id: int, tindakan: str) -> None:
    """Throw one form away so that it can still be fetched back; what was thrown away before it is gone."""
    connection.execute(delete(draf).where(draf.c.pegawai_id == pegawai_id, draf.c.tindakan.like(f"{_DIBUANG}%")))
    ini = (draf.c.pegawai_id == pegawai_id, draf.c.tindakan == tindakan[:200])
    connection.execute(update(draf).where(*ini).values(tindakan=(_DIBUANG + tindakan)[:200]))


def ambil_kembali(connection: Connection, pegawai_id: int) -> bool:
    """Fetch back what was thrown away last; False when there is nothing."""
    query = select(draf.c.draf_id, draf.c.tindakan).where(
        draf.c.pegawai_id == pegawai_id, draf.c.tindakan.like(f"{_DIBUANG}%")
    )
    ada = connection.execute(query).first()
    if ada is None:
        return False
    tindakan = ada.tindakan.removeprefix(_DIBUANG)
    buang(connection, pegawai_id, tindakan)
    connection.execute(update(draf).where(draf.c.draf_id == ada.draf_id).values(tindakan=tindakan))
    return True
