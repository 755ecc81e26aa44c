"""Where a person stands: post, unit, superior, and the identity that an SKP copies.

Scene: syncing a profile, making an SKP, refreshing its identity cards, asking who may decide an objection.
May import: simulator.domain, rules.penilai, store.repository, workflow.transaction (types only).
Facts: identity is copied into the SKP and can be refreshed (CONFIRMED, report fields); a vacant superior's post is
filled by its PLT (class decision, rules.penilai.pemangku_penilai).
Add: another fact about the structure that more than one action asks for.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from simulator.domain.errors import BelumLengkap, DataTidakSah
from simulator.domain.kepegawaian import Jabatan, Pegawai, Penugasan, Profil, StatusPenugasan, UnitKerja
from simulator.domain.skp import IdentitasSKP
from simulator.rules.penilai import pemangku_penilai
from simulator.store.repository import find, find_one, leads_the_top

if TYPE_CHECKING:
    from simulator.workflow.transaction import Tindakan

#: The card of the assessor of the institution's head, who is nobody inside the simulation.
KARTU_KEPALA_DAERAH = IdentitasSKP("–", "Kepala Daerah", "–", "Pejabat Pembina Kepegawaian", "Pemerintah Daerah")


def atasan_menurut_siasn(connection: Connection, pegawai: Pegawai, hari: date) -> int | None:
    """The direct superior: as SIASN names them, else the holder (or PLT) of the leading post above."""
    if pegawai.atasan_id is not None or leads_the_top(connection, pegawai.pegawai_id):
        return pegawai.atasan_id
    return pemangku_di_atas(connection, find_one(connection, UnitKerja, unit_id=pegawai.unit_id), pegawai, hari)


def pemangku_di_atas(connection: Connection, unit: UnitKerja | None, pegawai: Pegawai, hari: date) -> int | None:
    """Who leads that unit, or the next one above when it is this person: nobody is their own superior."""
    seen: set[int] = set()
    while unit is not None and unit.unit_id not in seen:
        seen.add(unit.unit_id)
        holder = _pemangku(connection, unit, hari)
        if holder != pegawai.pegawai_id:
            return holder
        unit = None if unit.induk_id is None else find_one(connection, UnitKerja, unit_id=unit.induk_id)
    return None


def _pemangku(connection: Connection, unit: UnitKerja, hari: date) -> int | None:
    """Who leads a unit on that day: its leader, else the PLT of its leading post."""
    for jabatan in find(connection, Jabatan, unit_id=unit.unit_id, pimpinan_unit=True):
        acting = find(connection, Penugasan, jabatan_id=jabatan.jabatan_id)
        holder = pemangku_penilai(jabatan.jabatan_id, unit.pimpinan_id, acting, hari)
        if holder is not None:
            return holder
    return unit.pimpinan_id


def profil_lengkap(t: Tindakan, pegawai_id: int) -> Profil:
    """A profile good enough to make an SKP from. Raises: BelumLengkap, DataTidakSah."""
    profil = t.ambil(Profil, pegawai_id)
    if profil.unit_id is None or not profil.jabatan_nama.strip() or not profil.jenis_jabatan.strip():
        raise BelumLengkap(
            "Unit Kerja, Jabatan atau Jenis Jabatan Kosong. Buka Profil lalu tekan Sinkronisasi ASN; bila tetap "
            "kosong, minta admin melengkapinya di Manajemen Pegawai.",
            kode="profil-belum-lengkap",
        )
    unit_terdaftar(t, profil.unit_id)
    return profil


def unit_terdaftar(t: Tindakan, unit_id: int) -> UnitKerja:
    """A unit that exists and is active. Raises: DataTidakSah."""
    unit = t.satu(UnitKerja, unit_id=unit_id)
    if unit is None or not unit.aktif:
        raise DataTidakSah(
            "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja, atau unitnya tidak aktif. "
            "Minta admin memperbaikinya di Manajemen Unor, lalu tekan Sinkronisasi ASN.",
            kode="unit-tidak-terdaftar",
        )
    return unit


def kartu(t: Tindakan, pegawai_id: int | None) -> IdentitasSKP | None:
    """The identity card of a person as e-Kinerja knows them today; None for nobody."""
    if pegawai_id is None:
        return None
    pegawai, profil = t.ambil(Pegawai, pegawai_id), t.ambil(Profil, pegawai_id)
    pangkat = pangkat_golongan(pegawai.pangkat, profil.golongan)
    return IdentitasSKP(pegawai.nip, profil.nama, pangkat, profil.jabatan_nama, profil.unit_nama)


def pangkat_golongan(pangkat: str, golongan: str) -> str:
    """*Pangkat/Gol. Ruang* of a card; PPPK have a golongan and no pangkat."""
    return f"{pangkat}, {golongan}" if pangkat else f"Golongan {golongan}"


def kartu_penugasan(t: Tindakan, penugasan: Penugasan, jabatan: Jabatan) -> IdentitasSKP:
    """The identity card of an acting official: the person, with the post they act in."""
    orang = kartu(t, penugasan.pegawai_id)
    assert orang is not None
    singkat = {StatusPenugasan.PLT: "Plt.", StatusPenugasan.PLH: "Plh."}.get(penugasan.status, "")
    unit = t.ambil(UnitKerja, jabatan.unit_id)
    return IdentitasSKP(orang.nip, orang.nama, orang.pangkat, f"{singkat} {jabatan.nama}".strip(), unit.nama)
