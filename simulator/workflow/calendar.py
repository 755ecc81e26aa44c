"""Manajemen Periode as the admin sees it: each period, what stands in it, and how often it was extended.

Scene: Menu Administrator. May import: SQLAlchemy, simulator.domain, store, workflow.office and queries.
Facts: fields of a period (CONFIRMED, ekinerja-app §2.11); the list of extensions is ours (label simulasi).
Add: a column of the list in BarisPeriode.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from simulator.domain.periode import PeriodePenilaian
from simulator.store import repository
from simulator.store.schema import evaluasi, pegawai, perpanjangan, rencana_aksi
from simulator.workflow.office import Kantor
from simulator.workflow.queries import daftar_periode


@dataclass(frozen=True, slots=True)
class Perpanjangan:
    """One extension of a closing day."""

    batas_lama: date
    batas_baru: date
    alasan: str
    oleh: str
    hari: date


@dataclass(frozen=True, slots=True)
class BarisPeriode:
    """One period: how many SKP have a plan or a predikat in it, how many results are locked, its extensions."""

    periode: PeriodePenilaian
    berisi: int
    dinilai: int
    terkunci: int
    perpanjangan: tuple[Perpanjangan, ...]
    keadaan: str


def kalender(kantor: Kantor) -> list[BarisPeriode]:
    """Every period by its days, the newest year first."""
    periods = sorted(daftar_periode(kantor), key=lambda periode: -periode.tahun)
    with kantor.lihat() as connection:
        hari = repository.simulated_day(connection)
        filled = _hitung(connection, rencana_aksi, func.count(rencana_aksi.c.skp_id.distinct()))
        rated = _hitung(connection, evaluasi, func.count(evaluasi.c.predikat))
        locked = _hitung(connection, evaluasi, func.count(evaluasi.c.dikunci_pada))
        longer = _perpanjangan(connection)
    return [
        BarisPeriode(
            satu, filled.get(satu.periode_id, 0), rated.get(satu.periode_id, 0), locked.get(satu.periode_id, 0),
            tuple(longer.get(satu.periode_id, ())), _keadaan(satu, hari),
        )
        for satu in periods
    ]  # fmt: skip


def _keadaan(periode: PeriodePenilaian, hari: date) -> str:
    if hari < periode.periode_awal:
        return "Belum dimulai"
    return "Terbuka" if hari <= periode.batas_pengisian else "Ditutup"


def _hitung(connection: Connection, table: Table, how: Any) -> dict[int, int]:
    key: Column[Any] = table.c.periode_id
    return {row[0]: int(row[1]) for row in connection.execute(select(key, how).group_by(key))}


def _perpanjangan(connection: Connection) -> dict[int, list[Perpanjangan]]:
    query = (
        select(perpanjangan, pegawai.c.nama)
        .select_from(perpanjangan.outerjoin(pegawai, pegawai.c.pegawai_id == perpanjangan.c.oleh_id))
        .order_by(perpanjangan.c.hari, perpanjangan.c.perpanjangan_id)
    )
    found: dict[int, list[Perpanjangan]] = {}
    for row in connection.execute(query).mappings():
        one = Perpanjangan(row["batas_lama"], row["batas_baru"], row["alasan"], row["nama"] or "–", row["hari"])
        found.setdefault(row["periode_id"], []).append(one)
    return found
