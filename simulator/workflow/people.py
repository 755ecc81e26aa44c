"""Manajemen Pegawai: finding people in an office of any size, and what may be chosen for one of them.

Scene: searches of the admin. May import: SQLAlchemy, simulator.domain, store, workflow.paging and office.
Facts: the admin sets unit, post and superior (CONFIRMED, ekinerja-app §1.5); the layout is ours.
Add: a column of the list in BarisPegawai.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from simulator.domain.kepegawaian import Jabatan, Pegawai, Profil, UnitKerja
from simulator.store import repository
from simulator.store.rows import to_object
from simulator.store.schema import jabatan, pegawai, unit_kerja
from simulator.workflow.office import Kantor
from simulator.workflow.paging import Halaman, memuat, potong

#: A select box with more than this is no longer a choice; narrow it with the search.
PILIHAN_MAKS = 60


@dataclass(frozen=True, slots=True)
class BarisPegawai:
    """One person of the list."""

    pegawai: Pegawai
    jabatan: str
    unit: str
    atasan: str


def _orang() -> Select[Any]:
    atasan = pegawai.alias("atasan")
    return select(
        pegawai, jabatan.c.nama.label("jabatan_nama"), unit_kerja.c.nama.label("unit_nama"),
        atasan.c.nama.label("atasan_nama"),
    ).select_from(
        pegawai.join(jabatan, jabatan.c.jabatan_id == pegawai.c.jabatan_id)
        .join(unit_kerja, unit_kerja.c.unit_id == pegawai.c.unit_id)
        .outerjoin(atasan, atasan.c.pegawai_id == pegawai.c.atasan_id)
    )  # fmt: skip


def halaman_pegawai(
    kantor: Kantor, cari: str = "", unit_id: int | None = None, nomor: int = 1
) -> Halaman[BarisPegawai]:
    """One page of people whose name, NIP or post holds every word of ``cari``, by name."""
    query = _orang()
    if cari.strip():
        query = query.where(memuat(cari, pegawai.c.nama, pegawai.c.nip, jabatan.c.nama))
    if unit_id is not None:
        query = query.where(repository.equals(pegawai.c.unit_id, unit_id))
    with kantor.lihat() as connection:
        return potong(
            connection, query, (pegawai.c.nama, pegawai.c.pegawai_id), nomor,
            lambda row: BarisPegawai(
                to_object(Pegawai, row), row["jabatan_nama"], row["unit_nama"], row["atasan_nama"] or "–"
            ),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class KartuPegawai:
    """One person as SIASN has them beside what their profile in e-Kinerja shows, and what may be chosen."""

    baris: BarisPegawai
    post: Jabatan
    profil: Profil | None
    beda: tuple[str, ...]
    pilihan_jabatan: tuple[tuple[int, str], ...]
    pilihan_atasan: tuple[tuple[int, str], ...]


def kartu_pegawai(kantor: Kantor, pegawai_id: int, cari: str = "") -> KartuPegawai:
    """One person with the posts and superiors to choose from: what is near them, then what ``cari`` finds."""
    with kantor.lihat() as connection:
        orang = repository.get(connection, Pegawai, pegawai_id)
        post = repository.get(connection, Jabatan, orang.jabatan_id)
        unit = repository.get(connection, UnitKerja, orang.unit_id)
        atas = None if orang.atasan_id is None else repository.find_one(connection, Pegawai, pegawai_id=orang.atasan_id)
        profil = repository.find_one(connection, Profil, pegawai_id=pegawai_id)
        posts = select(jabatan, unit_kerja.c.nama.label("unit_nama")).join(
            unit_kerja, unit_kerja.c.unit_id == jabatan.c.unit_id
        )
        own, team = jabatan.c.jabatan_id == post.jabatan_id, jabatan.c.unit_id == unit.unit_id
        near_posts = [posts.where(own), posts.where(team)]
        chain = _rantai(connection, unit)
        near = [
            _orang().where(pegawai.c.pegawai_id == orang.atasan_id),
            _orang().where(pegawai.c.pegawai_id.in_(
                [satu.pimpinan_id for satu in chain if satu.pimpinan_id not in (None, pegawai_id)]
            )),
        ]  # fmt: skip
        if cari.strip():
            found = memuat(cari, jabatan.c.nama, unit_kerja.c.nama)
            near_posts.append(posts.where(found & unit_kerja.c.aktif).limit(PILIHAN_MAKS))
            named = memuat(cari, pegawai.c.nama, pegawai.c.nip, jabatan.c.nama)
            near.append(
                _orang().where(named, pegawai.c.aktif, pegawai.c.pegawai_id != pegawai_id)
                .order_by(pegawai.c.nama).limit(PILIHAN_MAKS)
            )  # fmt: skip
        choices: dict[int, str] = {}
        for query in near_posts:
            for row in connection.execute(query.order_by(jabatan.c.nama).limit(PILIHAN_MAKS)).mappings():
                choices.setdefault(row["jabatan_id"], f"{row['nama']} – {row['unit_nama']}")
        superiors: dict[int, str] = {}
        for query in near:
            for row in connection.execute(query.limit(PILIHAN_MAKS)).mappings():
                superiors.setdefault(row["pegawai_id"], f"{row['nama']} – {row['jabatan_nama']}")
    line = BarisPegawai(orang, post.nama, unit.nama, "–" if atas is None else atas.nama)
    return KartuPegawai(
        line, post, profil, _beda(line, post, profil), tuple(choices.items()), tuple(superiors.items())
    )  # fmt: skip


def _rantai(connection: Connection, unit: UnitKerja) -> list[UnitKerja]:
    """A unit and those above it."""
    chain: list[UnitKerja] = []
    current: UnitKerja | None = unit
    while current is not None and current not in chain:
        chain.append(current)
        above = current.induk_id
        current = None if above is None else repository.find_one(connection, UnitKerja, unit_id=above)
    return chain


def _beda(line: BarisPegawai, post: Jabatan, profil: Profil | None) -> tuple[str, ...]:
    """Where the profile is older than SIASN: it changes only when its owner presses *Sinkronisasi ASN*."""
    if profil is None:
        return ("Profil belum pernah disinkronkan",)
    pairs = (
        ("Nama", line.pegawai.nama, profil.nama), ("Unit kerja", line.unit, profil.unit_nama),
        ("Jabatan", post.nama, profil.jabatan_nama), ("Golongan", line.pegawai.golongan, profil.golongan),
    )  # fmt: skip
    return tuple(
        f"{nama}: SIASN “{benar}”, profil “{tampil or '–'}”" for nama, benar, tampil in pairs if benar != tampil
    )
