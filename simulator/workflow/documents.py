"""Finding SKP that are stuck, for *Kembalikan ke Draft*.

Scene: Menu Administrator. May import: SQLAlchemy, simulator.domain, store, workflow.paging and office.
Facts: the admin's way back to Draft is label simulasi (ekinerja-app §10). Add: a column of the list in BarisSKP.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from simulator.domain.skp import SKP, RiwayatKeterangan, StatusSKP
from simulator.store import repository
from simulator.store.rows import to_object
from simulator.store.schema import pegawai, riwayat_keterangan, skp
from simulator.workflow.office import Kantor
from simulator.workflow.paging import Halaman, memuat, potong


def halaman_skp(kantor: Kantor, cari: str = "", status: StatusSKP | None = None, nomor: int = 1) -> Halaman[SKP]:
    """One page of SKP whose owner's name or NIP holds every word of ``cari``, the newest year first."""
    query = select(skp)
    if cari.strip():
        query = query.where(memuat(cari, skp.c.pegawai_nama, skp.c.pegawai_nip))
    if status is not None:
        query = query.where(skp.c.status == status.value)
    with kantor.lihat() as connection:
        return potong(
            connection, query, (skp.c.tahun.desc(), skp.c.pegawai_nama, skp.c.skp_id), nomor,
            lambda row: to_object(SKP, row),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pengembalian:
    """One return of an SKP, with the name of who returned it."""

    keterangan: RiwayatKeterangan
    oleh: str


def pengembalian(kantor: Kantor, skp_id: int) -> list[Pengembalian]:
    """Every return of one SKP, oldest first."""
    query = (
        select(riwayat_keterangan, pegawai.c.nama)
        .select_from(riwayat_keterangan.outerjoin(pegawai, pegawai.c.pegawai_id == riwayat_keterangan.c.oleh_id))
        .where(repository.equals(riwayat_keterangan.c.skp_id, skp_id))
        .order_by(riwayat_keterangan.c.keterangan_id)
    )
    with kantor.lihat() as connection:
        return [
            Pengembalian(to_object(RiwayatKeterangan, row), row["nama"] or "Kepala Daerah")
            for row in connection.execute(query).mappings()
        ]
