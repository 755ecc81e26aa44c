"""Log Sinkronisasi: what was synchronised, and what would be refused today.

Scene: Menu Administrator. May import: SQLAlchemy, simulator.domain, store, workflow.paging and office.
Facts: a log of failed synchronisations with their error texts exists for the admin (CONFIRMED, ekinerja-app §1.2); the
two texts below are those of the help centre (CONFIRMED, §4 F15 and F17). A refused synchronisation leaves no journal
entry: nothing was changed. So failures are looked for in the office as it stands today (label simulasi).
Add: another cause in ``hambatan``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import RowMapping, Select, exists, not_, select

from simulator.domain.skp import StatusSKP
from simulator.store.schema import instansi, jurnal, pegawai, skp, unit_kerja
from simulator.workflow.office import Kantor
from simulator.workflow.paging import Halaman, potong

_AKSI = {
    "sinkronkan_profil": "Sinkronisasi ASN", "sinkronkan_skp_bawahan": "Sinkronisasi SKP Bawahan",
    "sinkron_ak_siasn": "Sinkron AK SIASN",
}  # fmt: skip
_KOLOM = {
    "nama": "nama", "unit_nama": "unit kerja", "jabatan_nama": "jabatan", "jenis_jabatan": "jenis jabatan",
    "golongan": "golongan", "atasan_id": "atasan",
}  # fmt: skip
UNIT_TIDAK_TERDAFTAR = "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja"
SKP_ATASAN_BELUM_ADA = "Data SKP Organisasi belum dibuat oleh atasan"


@dataclass(frozen=True, slots=True)
class Sinkronisasi:
    """One synchronisation that succeeded: who, when, and which fields it changed."""

    hari: date
    oleh: str
    tombol: str
    berubah: str


def halaman_sinkronisasi(kantor: Kantor, nomor: int = 1) -> Halaman[Sinkronisasi]:
    """Successful synchronisations from the journal, the newest first."""
    query = (
        select(jurnal.c.nomor, jurnal.c.hari, jurnal.c.aksi, jurnal.c.isi, pegawai.c.nama)
        .select_from(jurnal.outerjoin(pegawai, pegawai.c.pegawai_id == jurnal.c.pelaku_id))
        .where(jurnal.c.aksi.in_(list(_AKSI)))
    )
    with kantor.lihat() as connection:
        return potong(connection, query, (jurnal.c.nomor.desc(),), nomor, _baris)


def _baris(row: RowMapping) -> Sinkronisasi:
    changes = json.loads(row["isi"])["perubahan"]
    fields = [
        f"{sebutan}: “{(satu['lama'] or {}).get(kolom) or '–'}” menjadi “{(satu['baru'] or {}).get(kolom) or '–'}”"
        for satu in changes
        if satu["tabel"] == "profil"
        for kolom, sebutan in _KOLOM.items()
        if (satu["lama"] or {}).get(kolom) != (satu["baru"] or {}).get(kolom)
    ]
    if row["aksi"] == "sinkronkan_skp_bawahan":
        added = sum(satu["tabel"] == "matriks_anggota" and satu["lama"] is None for satu in changes)
        fields = [f"{added} bawahan masuk ke Matriks Peran Hasil"]
    if row["aksi"] == "sinkron_ak_siasn":
        sent = [satu["baru"] for satu in changes if satu["tabel"] == "pak"]
        fields = [f"PAK {pak['tahun']}: {str(pak['angka_kredit']).replace('.', ',')} angka kredit" for pak in sent]
    return Sinkronisasi(
        row["hari"], row["nama"] or "–", _AKSI[row["aksi"]], "; ".join(fields) or "tidak ada yang berubah"
    )


@dataclass(frozen=True, slots=True)
class Hambatan:
    """Somebody whose synchronisation would be refused today, the error text, and what mends it."""

    nip: str
    nama: str
    unit: str
    galat: str
    perbaikan: str


def hambatan(kantor: Kantor, nomor: int = 1) -> Halaman[Hambatan]:
    """People in a unit that is not active, then people whose superior has made no SKP for this year."""
    with kantor.lihat() as connection:
        return potong(connection, _terhambat(), (pegawai.c.unit_id, pegawai.c.nama, pegawai.c.pegawai_id), nomor, _jadi)


def _terhambat() -> Select[tuple[str, str, str, bool]]:
    tahun = select(instansi.c.tahun).limit(1).scalar_subquery()
    there = exists().where(
        skp.c.pegawai_id == pegawai.c.atasan_id, skp.c.tahun == tahun, skp.c.status != StatusSKP.DIGANTI.value
    ).correlate(pegawai)  # fmt: skip
    return (
        select(pegawai.c.nip, pegawai.c.nama, unit_kerja.c.nama.label("unit"), unit_kerja.c.aktif)
        .join(unit_kerja, unit_kerja.c.unit_id == pegawai.c.unit_id)
        .where(pegawai.c.aktif, not_(unit_kerja.c.aktif) | (pegawai.c.atasan_id.is_not(None) & not_(there)))
    )


def _jadi(row: RowMapping) -> Hambatan:
    if not row["aktif"]:
        cure = "Aktifkan unitnya di Manajemen Unor atau pindahkan pegawainya, lalu ia menekan Sinkronisasi ASN."
        return Hambatan(row["nip"], row["nama"], row["unit"], UNIT_TIDAK_TERDAFTAR, cure)
    cure = "Minta atasannya membuat SKP dan RHK lebih dahulu, atau perbaiki atasannya di Manajemen Pegawai."
    return Hambatan(row["nip"], row["nama"], row["unit"], SKP_ATASAN_BELUM_ADA, cure)
