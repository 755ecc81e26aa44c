"""Manajemen Unor and PLT/PLH: units with their leaders, posts that can be acted in, and who acts.

Scene: Menu Administrator. May import: SQLAlchemy, simulator.domain, store, workflow.paging and office.
Facts: activate units, assign the leader, register acting officials (CONFIRMED, ekinerja-app §1.5); layout ours.
Add: a column of a list in its class.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select

from simulator.domain.kepegawaian import Pegawai, Penugasan, StatusPenugasan, UnitKerja
from simulator.store import repository
from simulator.store.rows import to_object
from simulator.store.schema import jabatan, pegawai, penugasan, unit_kerja
from simulator.workflow.office import Kantor
from simulator.workflow.paging import Halaman, memuat, potong

PILIHAN_MAKS = 60


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit of the list."""

    unit: UnitKerja
    induk: str
    pimpinan: str
    pegawai: int


def halaman_unit(kantor: Kantor, cari: str = "", nomor: int = 1) -> Halaman[BarisUnit]:
    """One page of units whose name or code holds every word of ``cari``, in the order of their codes' keys."""
    induk, kepala = unit_kerja.alias("induk"), pegawai.alias("kepala")
    members = select(func.count()).where(pegawai.c.unit_id == unit_kerja.c.unit_id, pegawai.c.aktif).scalar_subquery()
    query = select(
        unit_kerja, induk.c.nama.label("induk_nama"), kepala.c.nama.label("kepala_nama"), members.label("banyak")
    ).select_from(
        unit_kerja.outerjoin(induk, induk.c.unit_id == unit_kerja.c.induk_id)
        .outerjoin(kepala, kepala.c.pegawai_id == unit_kerja.c.pimpinan_id)
    )  # fmt: skip
    if cari.strip():
        query = query.where(memuat(cari, unit_kerja.c.nama, unit_kerja.c.kode))
    with kantor.lihat() as connection:
        return potong(
            connection, query, (unit_kerja.c.unit_id,), nomor,
            lambda row: BarisUnit(
                to_object(UnitKerja, row), row["induk_nama"] or "–", row["kepala_nama"] or "–", int(row["banyak"])
            ),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class KartuUnit:
    """One unit and who may lead it: its people, and whoever acts in it today."""

    baris: BarisUnit
    calon: tuple[tuple[int, str], ...]


def kartu_unit(kantor: Kantor, unit_id: int, cari: str = "") -> KartuUnit:
    """One unit; ``cari`` narrows the candidates of a big one. Raises: TidakDitemukan."""
    with kantor.lihat() as connection:
        unit = repository.get(connection, UnitKerja, unit_id)
        induk = None if unit.induk_id is None else repository.find_one(connection, UnitKerja, unit_id=unit.induk_id)
        kepala = repository.find_one(connection, Pegawai, pegawai_id=unit.pimpinan_id) if unit.pimpinan_id else None
        banyak = repository.count(connection, Pegawai, unit_id=unit_id, aktif=True)
        today = repository.simulated_day(connection)
        acting = select(penugasan.c.pegawai_id).join(jabatan, jabatan.c.jabatan_id == penugasan.c.jabatan_id).where(
            jabatan.c.unit_id == unit_id, penugasan.c.mulai <= today,
            or_(penugasan.c.selesai.is_(None), penugasan.c.selesai >= today),
        )  # fmt: skip
        query = (
            select(pegawai.c.pegawai_id, pegawai.c.nama, jabatan.c.nama.label("post"))
            .join(jabatan, jabatan.c.jabatan_id == pegawai.c.jabatan_id)
            .where(pegawai.c.aktif, or_(pegawai.c.unit_id == unit_id, pegawai.c.pegawai_id.in_(acting)))
            .order_by(jabatan.c.pimpinan_unit.desc(), pegawai.c.nama)
            .limit(PILIHAN_MAKS)
        )
        if cari.strip():
            query = query.where(memuat(cari, pegawai.c.nama, pegawai.c.nip, jabatan.c.nama))
        people = [(row.pegawai_id, f"{row.nama} – {row.post}") for row in connection.execute(query)]
    if kepala is not None and kepala.pegawai_id not in dict(people):
        people.insert(0, (kepala.pegawai_id, kepala.nama))
    line = BarisUnit(unit, "–" if induk is None else induk.nama, "–" if kepala is None else kepala.nama, banyak)
    return KartuUnit(line, tuple(people))


@dataclass(frozen=True, slots=True)
class BarisPenugasan:
    """One acting appointment."""

    penugasan: Penugasan
    nama: str
    nip: str
    jabatan: str
    unit: str
    berjalan: bool


def halaman_penugasan(kantor: Kantor, nomor: int = 1) -> Halaman[BarisPenugasan]:
    """Acting appointments, the newest first."""
    query = select(
        penugasan, pegawai.c.nama, pegawai.c.nip, jabatan.c.nama.label("post"), unit_kerja.c.nama.label("unit")
    ).select_from(
        penugasan.join(pegawai, pegawai.c.pegawai_id == penugasan.c.pegawai_id)
        .join(jabatan, jabatan.c.jabatan_id == penugasan.c.jabatan_id)
        .join(unit_kerja, unit_kerja.c.unit_id == jabatan.c.unit_id)
    ).where(penugasan.c.status != StatusPenugasan.DEFINITIF.value)  # fmt: skip
    with kantor.lihat() as connection:
        today: date = repository.simulated_day(connection)
        return potong(
            connection, query, (penugasan.c.mulai.desc(), penugasan.c.penugasan_id.desc()), nomor,
            lambda row: BarisPenugasan(
                to_object(Penugasan, row), row["nama"], row["nip"], row["post"], row["unit"],
                row["mulai"] <= today and (row["selesai"] is None or row["selesai"] >= today),
            ),
        )  # fmt: skip


def jabatan_untuk_penugasan(kantor: Kantor, cari: str = "") -> list[tuple[int, str]]:
    """Posts that lead a unit, the vacant ones first and marked; ``cari`` narrows by post or unit."""
    holder = pegawai.alias("pemangku")
    query = (
        select(
            jabatan.c.jabatan_id, jabatan.c.nama, unit_kerja.c.nama.label("unit"), func.min(holder.c.nama).label("p")
        )
        .select_from(
            jabatan.join(unit_kerja, unit_kerja.c.unit_id == jabatan.c.unit_id)
            .outerjoin(holder, and_(holder.c.jabatan_id == jabatan.c.jabatan_id, holder.c.aktif))
        )
        .where(jabatan.c.pimpinan_unit)
        .group_by(jabatan.c.jabatan_id, jabatan.c.nama, unit_kerja.c.nama)
        .order_by(func.count(holder.c.pegawai_id) > 0, jabatan.c.jabatan_id)
        .limit(PILIHAN_MAKS)
    )  # fmt: skip
    if cari.strip():
        query = query.where(memuat(cari, jabatan.c.nama, unit_kerja.c.nama))
    with kantor.lihat() as connection:
        return [
            (row.jabatan_id, f"{row.nama} – {row.unit} ({'kosong' if row.p is None else 'dipangku ' + row.p})")
            for row in connection.execute(query)
        ]


def pegawai_bernip(kantor: Kantor, nip: str) -> Pegawai | None:
    """The person with this NIP, spaces aside; None where nobody or more than one has it."""
    with kantor.lihat() as connection:
        found = repository.find(connection, Pegawai, nip="".join(nip.split()))
    return found[0] if len(found) == 1 else None


def nama_unit(kantor: Kantor) -> list[tuple[int, str]]:
    """Every unit for a select box, in the order of the structure."""
    query = select(unit_kerja.c.unit_id, unit_kerja.c.nama).order_by(unit_kerja.c.unit_id)
    with kantor.lihat() as connection:
        return [(row.unit_id, row.nama) for row in connection.execute(query)]
