"""Who may do what to whose record: one table, readable by people who do not program.

Scene: asked before anything else in every action. May import: simulator.domain, store.repository, workflow.actor,
structure and rekan_kerja.
Facts: an employee fills their own SKP, the assessor approves and rates, the admin facilitates and never fills in or
rates (accountability principle; CONFIRMED as roles, SINGLE as wording); an objection is decided by the assessor's
superior (CONFIRMED, PP 30/2019 Pasal 59); organisation results are set one level above (CONFIRMED, SE MenPANRB 3/2023).
Add: a row per action; tests/workflow holds the same table and tries every cell of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai, UnitKerja
from simulator.store.repository import find_one, get, leads_the_top, simulated_day
from simulator.workflow.actor import Pelaku
from simulator.workflow.rekan_kerja import boleh_memberi_kepada
from simulator.workflow.structure import atasan_menurut_siasn


class Kaitan(Enum):
    """How the actor stands to the record; the value says it in Indonesian."""

    SENDIRI = "pemilik data itu sendiri"
    BAWAHAN = "pejabat penilai dari pegawai itu"
    REKAN = "rekan kerja seunit, seatasan, atau setim, atau bawahan langsungnya"
    ATASAN_PENILAI = "atasan dari pejabat penilai"
    UNIT_BAWAHAN = "pimpinan unit satu tingkat di atas unit itu"
    PUNCAK = "kepala daerah, hanya untuk pimpinan tertinggi instansi"
    PUNCAK_ATASAN = "kepala daerah, bila penilainya pimpinan tertinggi instansi"
    UNIT_PUNCAK = "kepala daerah, hanya untuk unit tertinggi instansi"
    INSTANSI = "siapa pun dengan peran itu di instansi ini"


@dataclass(frozen=True, slots=True)
class Izin:
    """One row of the table: an action, its button in Indonesian, and the relation each hat needs (None: never)."""

    aksi: str
    tombol: str
    pegawai: Kaitan | None = None
    penilai: Kaitan | None = None
    admin: Kaitan | None = None
    pimpinan: Kaitan | None = None

    def kaitan(self, peran: Peran) -> Kaitan | None:
        """The relation this hat needs."""
        return {
            Peran.PEGAWAI: self.pegawai,
            Peran.PENILAI: self.penilai,
            Peran.ADMIN: self.admin,
            Peran.PIMPINAN: self.pimpinan,
        }[peran]


_NOT_YOURS = "Data ini milik pegawai lain yang tidak Anda nilai."
_: Kaitan | None = None
K = Kaitan
# fmt: off
# ruff: noqa: E501
TABEL: tuple[Izin, ...] = (
    #    aksi                            tombol                              Pegawai    Penilai            Admin       Pimpinan
    Izin("sinkronkan_profil",            "Sinkronisasi ASN",                 K.SENDIRI, _,                 _,          _),
    Izin("ubah_profil",                  "Edit Profil",                      K.SENDIRI, _,                 _,          _),
    Izin("buat_skp",                     "Tambah SKP",                       K.SENDIRI, _,                 _,          _),
    Izin("ubah_periode",                 "Setting Periode SKP",              K.SENDIRI, _,                 _,          _),
    Izin("perbaiki_penilai",             "Perbarui kartu identitas",         K.SENDIRI, _,                 _,          _),
    Izin("hapus_skp",                    "Hapus SKP",                        K.SENDIRI, _,                 _,          _),
    Izin("ajukan_skp",                   "Ajukan SKP",                       K.SENDIRI, _,                 _,          _),
    Izin("setujui_skp",                  "Setujui SKP",                      _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("kembalikan_skp",               "Kembalikan SKP",                   _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("kembalikan_ke_draft",          "Kembalikan ke Draft",              _,         _,                 K.INSTANSI, _),
    Izin("revisi_skp",                   "Revisi SKP",                       K.SENDIRI, _,                 _,          _),
    Izin("tambah_rhk",                   "Tambah RHK",                       K.SENDIRI, _,                 _,          _),
    Izin("ubah_rhk",                     "Ubah RHK",                         K.SENDIRI, _,                 _,          _),
    Izin("hapus_rhk",                    "Hapus RHK",                        K.SENDIRI, _,                 _,          _),
    Izin("tambah_iki",                   "Tambah Indikator",                 K.SENDIRI, _,                 _,          _),
    Izin("ubah_iki",                     "Ubah Indikator",                   K.SENDIRI, _,                 _,          _),
    Izin("hapus_iki",                    "Hapus Indikator",                  K.SENDIRI, _,                 _,          _),
    Izin("tambah_lampiran",              "Tambah Lampiran",                  K.SENDIRI, _,                 _,          _),
    Izin("ubah_lampiran",                "Ubah Lampiran",                    K.SENDIRI, _,                 _,          _),
    Izin("hapus_lampiran",               "Hapus Lampiran",                   K.SENDIRI, _,                 _,          _),
    Izin("impor_skp",                    "Impor Draft SKP",                  K.SENDIRI, _,                 _,          _),
    Izin("hapus_impor",                  "Urungkan impor",                   K.SENDIRI, _,                 _,          _),
    Izin("isi_ekspektasi",               "Tambah/Edit Ekspektasi",           _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("hapus_ekspektasi",             "Hapus Ekspektasi",                 _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("sinkronkan_skp_bawahan",       "Sinkronisasi SKP Bawahan",         _,         K.SENDIRI,         _,          _),
    Izin("tambah_anggota",               "Tambah Pegawai (Matriks)",         _,         K.SENDIRI,         _,          _),
    Izin("hapus_anggota",                "Hapus Pegawai (Matriks)",          _,         K.SENDIRI,         _,          _),
    Izin("tetapkan_peran",               "Isi Peran Hasil",                  _,         K.SENDIRI,         _,          _),
    Izin("hapus_peran",                  "Hapus Peran Hasil",                _,         K.SENDIRI,         _,          _),
    Izin("bentuk_tim_kerja",             "Tambah Tim Kerja",                 _,         K.SENDIRI,         _,          _),
    Izin("ubah_tim_kerja",               "Ubah Tim Kerja",                   _,         K.SENDIRI,         _,          _),
    Izin("hapus_tim_kerja",              "Hapus Tim Kerja",                  _,         K.SENDIRI,         _,          _),
    Izin("tambah_anggota_tim",           "Tambah Anggota Tim",               _,         K.SENDIRI,         _,          _),
    Izin("hapus_anggota_tim",            "Hapus Anggota Tim",                _,         K.SENDIRI,         _,          _),
    Izin("tambah_rencana_aksi",          "Tambah Rencana Aksi",              K.SENDIRI, _,                 _,          _),
    Izin("ubah_rencana_aksi",            "Ubah Rencana Aksi",                K.SENDIRI, _,                 _,          _),
    Izin("hapus_rencana_aksi",           "Hapus Rencana Aksi",               K.SENDIRI, _,                 _,          _),
    Izin("tambah_progres",               "Tambah Progress Harian",           K.SENDIRI, _,                 _,          _),
    Izin("ubah_progres",                 "Ubah Progress Harian",             K.SENDIRI, _,                 _,          _),
    Izin("hapus_progres",                "Hapus Progress Harian",            K.SENDIRI, _,                 _,          _),
    Izin("simpan_dokumen",               "Simpan Dokumen",                   K.SENDIRI, _,                 _,          _),
    Izin("ganti_nama_dokumen",           "Ganti Nama Dokumen",               K.SENDIRI, _,                 _,          _),
    Izin("atur_akses",                   "Atur Akses Dokumen",               K.SENDIRI, _,                 _,          _),
    Izin("hapus_dokumen",                "Hapus Dokumen",                    K.SENDIRI, _,                 _,          _),
    Izin("tambah_bukti",                 "Tambah Bukti Dukung",              K.SENDIRI, _,                 _,          _),
    Izin("ubah_bukti",                   "Ubah Bukti Dukung",                K.SENDIRI, _,                 _,          _),
    Izin("hapus_bukti",                  "Hapus Bukti Dukung",               K.SENDIRI, _,                 _,          _),
    Izin("isi_realisasi",                "Isi Realisasi",                    K.SENDIRI, _,                 _,          _),
    Izin("hapus_realisasi",              "Hapus Realisasi",                  K.SENDIRI, _,                 _,          _),
    Izin("beri_umpan_balik",             "Beri Umpan Balik",                 _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("ubah_umpan_balik",             "Ubah Umpan Balik",                 _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("hapus_umpan_balik",            "Hapus Umpan Balik",                _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("beri_umpan_rekan",             "Umpan Balik Rekan Kerja",          K.REKAN,   _,                 _,          _),
    Izin("hapus_umpan_rekan",            "Hapus Umpan Balik Rekan Kerja",    K.SENDIRI, _,                 _,          _),
    Izin("beri_rating",                  "Beri Rating",                      _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("tetapkan_capaian_organisasi",  "Tetapkan Capaian Organisasi",      _,         K.UNIT_BAWAHAN,    _,          K.UNIT_PUNCAK),
    Izin("kunci_periode",                "Kunci Periode",                    _,         _,                 K.INSTANSI, _),
    Izin("tambah_periode",               "Tambah Periode",                   _,         _,                 K.INSTANSI, _),
    Izin("ubah_periode_penilaian",       "Ubah Periode Penilaian",           _,         _,                 K.INSTANSI, _),
    Izin("hapus_periode",                "Hapus Periode",                    _,         _,                 K.INSTANSI, _),
    Izin("perpanjang_periode",           "Perpanjang Batas Pengisian",       _,         _,                 K.INSTANSI, _),
    Izin("ajukan_keberatan",             "Ajukan Keberatan",                 K.SENDIRI, _,                 _,          _),
    Izin("beri_penjelasan",              "Beri Penjelasan atas Keberatan",   _,         K.BAWAHAN,         _,          K.PUNCAK),
    Izin("putuskan_keberatan",           "Putuskan Keberatan",               _,         K.ATASAN_PENILAI,  _,          K.PUNCAK_ATASAN),
    Izin("setujui_pak",                  "Setujui PAK",                      _,         K.BAWAHAN,         _,          _),
    Izin("sinkron_ak_siasn",             "Sinkron AK SIASN",                 _,         K.BAWAHAN,         _,          _),
    Izin("atur_pegawai",                 "Manajemen Pegawai",                _,         _,                 K.INSTANSI, _),
    Izin("atur_pimpinan_unit",           "Manajemen Unor: pimpinan",         _,         _,                 K.INSTANSI, _),
    Izin("aktifkan_unor",                "Manajemen Unor: aktif",            _,         _,                 K.INSTANSI, _),
    Izin("daftarkan_penugasan",          "Tambah PLT/PLH",                   _,         _,                 K.INSTANSI, _),
    Izin("akhiri_penugasan",             "Akhiri PLT/PLH",                   _,         _,                 K.INSTANSI, _),
)
# fmt: on
IZIN: dict[str, Izin] = {izin.aksi: izin for izin in TABEL}


@dataclass(frozen=True, slots=True)
class Catatan:
    """The record an action is about: whose it is, who assesses them, which unit it concerns."""

    pemilik_id: int | None = None
    penilai_id: int | None = None
    unit_id: int | None = None


def periksa_izin(connection: Connection, aksi: str, pelaku: Pelaku, catatan: Catatan) -> None:
    """Let the actor through or say who may. Raises: TidakBerwenang."""
    izin = IZIN[aksi]
    kaitan = izin.kaitan(pelaku.peran)
    if kaitan is not None and _stands(connection, kaitan, pelaku, catatan):
        return
    raise TidakBerwenang(_why_not(izin, kaitan, pelaku, catatan), kode="tidak-berwenang")


def _why_not(izin: Izin, kaitan: Kaitan | None, pelaku: Pelaku, catatan: Catatan) -> str:
    """The right hat at somebody else's record is told so; a wrong hat is told which ones may."""
    boleh = "; ".join(f"{peran.label} ({k.value})" for peran in Peran if (k := izin.kaitan(peran)) is not None)
    somebody = catatan.pemilik_id is not None
    if kaitan is Kaitan.SENDIRI and somebody:
        return (
            f"Data ini milik pegawai lain. Tindakan “{izin.tombol}” hanya untuk data Anda sendiri: buka data Anda, atau "
            "minta pemiliknya yang melakukannya."
        )
    if kaitan is Kaitan.REKAN and somebody:
        return _why_no_colleague(izin, pelaku, catatan)
    if kaitan is Kaitan.BAWAHAN and somebody:
        whose = "Ini data Anda sendiri." if catatan.pemilik_id == pelaku.pegawai_id else _NOT_YOURS
        return (
            f"{whose} Tindakan “{izin.tombol}” hanya dilakukan {kaitan.value}. "
            "Buka data pegawai yang Anda nilai, atau minta penilainya melakukannya."
        )
    return (
        f"Tindakan “{izin.tombol}” tidak dapat Anda lakukan sebagai {pelaku.peran.label} pada data ini. "
        f"Yang berwenang: {boleh}. Masuklah dengan peran yang tepat, atau minta yang berwenang melakukannya."
    )


def _why_no_colleague(izin: Izin, pelaku: Pelaku, catatan: Catatan) -> str:
    if catatan.pemilik_id == pelaku.pegawai_id:
        return f"Ini SKP Anda sendiri. Tindakan “{izin.tombol}” ditujukan kepada rekan; pilih namanya dari daftar."
    if catatan.penilai_id == pelaku.pegawai_id:
        return "Pegawai ini Anda nilai, jadi Anda bukan rekan kerjanya. Tulis Umpan Balik Anda di Penilaian Bawahan."
    return (
        f"Tindakan “{izin.tombol}” hanya dilakukan {Kaitan.REKAN.value}. Pilih dari daftar di halaman Umpan Balik "
        "Rekan Kerja."
    )


def _stands(connection: Connection, kaitan: Kaitan, pelaku: Pelaku, catatan: Catatan) -> bool:
    """Does the actor stand in this relation to the record?"""
    me, owner = pelaku.pegawai_id, catatan.pemilik_id
    if kaitan is Kaitan.INSTANSI:
        return True
    if kaitan is Kaitan.SENDIRI:
        return me is not None and me == owner
    if kaitan is Kaitan.BAWAHAN:
        return me is not None and me == catatan.penilai_id and me != owner
    if kaitan is Kaitan.REKAN:
        return me is not None and owner is not None and boleh_memberi_kepada(connection, me, owner, catatan.penilai_id)
    if kaitan is Kaitan.ATASAN_PENILAI:
        return me is not None and me not in (owner, catatan.penilai_id) and me == _above(connection, catatan.penilai_id)
    if kaitan in (Kaitan.UNIT_BAWAHAN, Kaitan.UNIT_PUNCAK):
        return _leads_above(connection, kaitan, me, catatan.unit_id)
    if owner is None or me == owner:
        return False
    return leads_the_top(connection, owner if kaitan is Kaitan.PUNCAK else _assessor(catatan))


def _above(connection: Connection, penilai_id: int | None) -> int | None:
    penilai = find_one(connection, Pegawai, pegawai_id=penilai_id)
    return None if penilai is None else atasan_menurut_siasn(connection, penilai, simulated_day(connection))


def _assessor(catatan: Catatan) -> int:
    # The head's own evaluation has no assessor inside; the objection then goes to the head of the region as well.
    owner = catatan.pemilik_id if catatan.penilai_id is None else catatan.penilai_id
    return -1 if owner is None else owner


def _leads_above(connection: Connection, kaitan: Kaitan, me: int | None, unit_id: int | None) -> bool:
    if unit_id is None:
        return False
    unit = get(connection, UnitKerja, unit_id)
    if kaitan is Kaitan.UNIT_PUNCAK:
        return unit.induk_id is None and (me is None or me != unit.pimpinan_id)
    return me is not None and unit.induk_id is not None and get(connection, UnitKerja, unit.induk_id).pimpinan_id == me
