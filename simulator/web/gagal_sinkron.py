"""Synchronisations that were refused and not repeated with success: their error texts, for the admin.

Scene: Log Sinkronisasi. A refused form waits as a draft until it succeeds or is thrown away; its reason is read here,
never what was typed. May import: SQLAlchemy, simulator.domain, store, simulator.web.
Facts: a log of failed synchronisations with error texts (CONFIRMED, ekinerja-app §1.2). Add: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.data import draf
from simulator.web.layar import Layar

PALING_BANYAK = 50


@dataclass(frozen=True, slots=True)
class Gagal:
    """One refusal: whose, at which button, and the sentence they saw."""

    pegawai: Pegawai
    tombol: str
    galat: str
    kode: str


def gagal_sinkron(layar: Layar) -> list[Gagal]:
    """The newest refusals, at most PALING_BANYAK."""
    query = (
        select(draf.c.pegawai_id, draf.c.tindakan, draf.c.galat, draf.c.kode)
        .where(draf.c.tindakan.like("%sinkron%"))
        .order_by(draf.c.waktu.desc())
        .limit(PALING_BANYAK)
    )
    with layar.data.lihat() as connection:
        rows = connection.execute(query).all()
    with layar.lihat() as connection:
        orang = {
            satu.pegawai_id: satu
            for satu in repository.find(connection, Pegawai, pegawai_id=[row.pegawai_id for row in rows])
        }
    return [
        Gagal(orang[row.pegawai_id], _tombol(row.tindakan), row.galat, row.kode)
        for row in rows
        if row.pegawai_id in orang
    ]


def _tombol(alamat: str) -> str:
    return "Sinkronisasi ASN" if alamat.startswith("/profil") else "Sinkronisasi SKP Bawahan"
