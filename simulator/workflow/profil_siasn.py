"""A profile beside what SIASN says today: where *Sinkronisasi ASN* would change something.

Scene: Profil. May import: simulator.domain, store, workflow core.
Facts: the profile is a copy that is only as fresh as its last sync (CONFIRMED, BKN regional FAQ); fields of §2.1.
Add: another field of the profile as one line in ``_baris``, and in actions/profil.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Jabatan, JenisJabatan, Pegawai, Profil, UnitKerja
from simulator.domain.skp import SKP, StatusSKP
from simulator.store import repository
from simulator.workflow.office import Kantor
from simulator.workflow.structure import atasan_menurut_siasn


@dataclass(frozen=True, slots=True)
class BarisProfil:
    """One field: its label, what the profile shows, what SIASN has; empty where there is nothing."""

    label: str
    profil: str
    siasn: str

    @property
    def berbeda(self) -> bool:
        """Would a sync change it?"""
        return self.profil != self.siasn


@dataclass(frozen=True, slots=True)
class ProfilSiasn:
    """One person's profile.

    ``unor_induk``: the highest unit above the own one; ``unit_aktif``: can it be synced at all; ``skp_usang``: own SKP
    whose identity cards are older than the profile.
    """

    pegawai: Pegawai
    profil: Profil
    instansi: str
    unor_induk: str
    baris: tuple[BarisProfil, ...]
    unit_aktif: bool
    skp_usang: tuple[SKP, ...]

    @property
    def berbeda(self) -> list[BarisProfil]:
        """The fields that differ."""
        return [baris for baris in self.baris if baris.berbeda]


def profil_siasn(kantor: Kantor, pegawai_id: int) -> ProfilSiasn:
    """Raises: TidakDitemukan."""
    instansi = kantor.instansi.nama
    with kantor.lihat() as connection:
        pegawai = repository.get(connection, Pegawai, pegawai_id)
        profil = repository.get(connection, Profil, pegawai_id)
        unit = repository.find_one(connection, UnitKerja, unit_id=pegawai.unit_id)
        return ProfilSiasn(
            pegawai=pegawai,
            profil=profil,
            instansi=instansi,
            unor_induk=_unor_induk(connection, unit),
            baris=_baris(connection, pegawai, profil, unit),
            unit_aktif=unit is not None and unit.aktif,
            skp_usang=_skp_usang(connection, profil),
        )


def _baris(connection: Connection, pegawai: Pegawai, profil: Profil, unit: UnitKerja | None) -> tuple[BarisProfil, ...]:
    jabatan = repository.get(connection, Jabatan, pegawai.jabatan_id)
    atasan = atasan_menurut_siasn(connection, pegawai, repository.simulated_day(connection))
    return (
        BarisProfil("Nama", profil.nama, pegawai.nama),
        BarisProfil("Unit kerja", profil.unit_nama, "" if unit is None else unit.nama),
        BarisProfil("Jabatan", profil.jabatan_nama, jabatan.nama),
        BarisProfil("Jenis jabatan", _jenis(profil.jenis_jabatan), jabatan.jenis.label),
        BarisProfil("Golongan", profil.golongan, pegawai.golongan),
        BarisProfil("Atasan (pejabat penilai)", _nama(connection, profil.atasan_id), _nama(connection, atasan)),
    )


def _unor_induk(connection: Connection, unit: UnitKerja | None) -> str:
    """The top of the tree of units; empty where the unit is not known."""
    seen: set[int] = set()
    while unit is not None and unit.induk_id is not None and unit.unit_id not in seen:
        seen.add(unit.unit_id)
        unit = repository.find_one(connection, UnitKerja, unit_id=unit.induk_id) or unit
    return "" if unit is None else unit.nama


def _jenis(kode: str) -> str:
    """The profile keeps the code; a code that no longer exists is shown as it is."""
    return next((jenis.label for jenis in JenisJabatan if jenis.value == kode), kode)


def _nama(connection: Connection, pegawai_id: int | None) -> str:
    orang = repository.find_one(connection, Pegawai, pegawai_id=pegawai_id) if pegawai_id is not None else None
    return "" if orang is None else f"{orang.nama} (NIP {orang.nip})"


def _skp_usang(connection: Connection, profil: Profil) -> tuple[SKP, ...]:
    """SKP that still carry an older post, unit or assessor; an acting post has its own card."""
    kini = (profil.jabatan_nama, profil.unit_nama)
    return tuple(
        skp
        for skp in repository.find(connection, SKP, pegawai_id=profil.pegawai_id)
        if skp.status in (StatusSKP.DRAFT, StatusSKP.PERSETUJUAN)
        and not skp.plt_plh_pjb
        and skp.identitas_pegawai is not None
        and (
            skp.penilai_id != profil.atasan_id
            or (skp.identitas_pegawai.jabatan, skp.identitas_pegawai.unit) != kini
        )
    )  # fmt: skip
