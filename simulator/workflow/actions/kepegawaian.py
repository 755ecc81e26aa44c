"""Manajemen Pegawai and Manajemen Unor: the admin repairs master data.

Scene: Menu Administrator. What is repaired here reaches a profile only when its owner presses *Sinkronisasi ASN*.
May import: simulator.domain, store, workflow core.
Facts: the admin sets a person's unor, post and superior, a unit's leader and whether it is active (CONFIRMED, admin
guide); the admin never fills in an SKP.
Add: another field that the admin may repair.
"""

from __future__ import annotations

from types import EllipsisType

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.domain.kepegawaian import Jabatan, Pegawai, Penugasan, UnitKerja
from simulator.store.schema import pegawai, unit_kerja
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.structure import unit_terdaftar
from simulator.workflow.transaction import Tindakan


def atur_pegawai(
    kantor: Kantor,
    pelaku: Pelaku,
    pegawai_id: int,
    *,
    jabatan_id: int | None = None,
    atasan_id: int | None | EllipsisType = ...,
) -> Pegawai:
    """Set a person's post (and with it the unit) and superior; ``...`` leaves the superior as it is."""
    with kantor.tindakan("atur_pegawai", pelaku) as t:
        t.izinkan()
        person = t.ambil(Pegawai, pegawai_id)
        post = t.ambil(Jabatan, person.jabatan_id if jabatan_id is None else jabatan_id)
        if post.jabatan_id != person.jabatan_id:
            unit_terdaftar(t, post.unit_id)
        superior = person.atasan_id if atasan_id is ... else atasan_id
        _wajib_atasan_sah(t, pegawai_id, superior)
        t.tentang("pegawai", pegawai_id)
        return t.ubah(Pegawai, pegawai_id, jabatan_id=post.jabatan_id, unit_id=post.unit_id, atasan_id=superior)


def _wajib_atasan_sah(t: Tindakan, pegawai_id: int, atasan_id: int | None) -> None:
    """The superior exists, is active, and is not somewhere below the person."""
    seen: set[int] = set()
    above = atasan_id
    while above is not None and above not in seen:
        seen.add(above)
        if above == pegawai_id:
            raise DataTidakSah(
                "Atasan itu berada di bawah pegawai ini, sehingga rantai atasan berputar. Pilih atasan lain.",
                kode="atasan-berputar",
            )
        superior = t.ambil(Pegawai, above)
        if above == atasan_id and not superior.aktif:
            raise DataTidakSah(f"{superior.nama} tidak aktif. Pilih atasan yang aktif.", kode="atasan-tidak-aktif")
        above = superior.atasan_id


def atur_pimpinan_unit(kantor: Kantor, pelaku: Pelaku, unit_id: int, *, pimpinan_id: int | None) -> UnitKerja:
    """Say who leads a unit; None when the post is vacant."""
    with kantor.tindakan("atur_pimpinan_unit", pelaku) as t:
        t.izinkan()
        t.ambil(UnitKerja, unit_id)
        if pimpinan_id is not None:
            leader = t.ambil(Pegawai, pimpinan_id)
            acting = [
                row
                for row in t.cari(Penugasan, pegawai_id=pimpinan_id)
                if row.mulai <= t.hari
                and (row.selesai is None or t.hari <= row.selesai)
                and t.ambil(Jabatan, row.jabatan_id).unit_id == unit_id
            ]
            if not leader.aktif or (leader.unit_id != unit_id and not acting):
                raise DataTidakSah(
                    f"{leader.nama} tidak aktif atau tidak bertugas di unit ini. Perbaiki unitnya di Manajemen "
                    "Pegawai, atau "
                    "daftarkan sebagai PLT.",
                    kode="pimpinan-bukan-anggota-unit",
                )
        t.tentang("unit_kerja", unit_id)
        return t.ubah(UnitKerja, unit_id, pimpinan_id=pimpinan_id)


def aktifkan_unor(kantor: Kantor, pelaku: Pelaku, unit_id: int, *, aktif: bool) -> UnitKerja:
    """Activate a unit, or retire one that nobody works in any more."""
    with kantor.tindakan("aktifkan_unor", pelaku) as t:
        t.izinkan()
        unit = t.ambil(UnitKerja, unit_id)
        if aktif and unit.induk_id is not None:
            unit_terdaftar(t, unit.induk_id)
        occupied = t.ada(pegawai, unit_id=unit_id, aktif=True) or t.ada(unit_kerja, induk_id=unit_id, aktif=True)
        if not aktif and occupied:
            raise StatusTidakSesuai(
                f"{unit.nama} masih punya pegawai atau unit bawahan yang aktif. Pindahkan dahulu, baru nonaktifkan.",
                kode="unit-masih-dipakai",
            )
        t.tentang("unit_kerja", unit_id)
        return t.ubah(UnitKerja, unit_id, aktif=aktif)
