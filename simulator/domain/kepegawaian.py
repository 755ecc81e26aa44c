"""Institution, units, posts and people.

Scene: master data as SIASN has it and profiles as e-Kinerja shows them.
May import: the standard library and simulator.domain only.
Facts: NIP layout — 18 digits, birth date, TMT (PNS) or year + contract code (PPPK), sex, serial
(CONFIRMED, Perka BKN 43/2007 as quoted by tempo.co and rbtv.disway.id); jenis jabatan — UU 20/2023.
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simulator.domain.label import Berlabel


class JenisJabatan(Berlabel):
    """The five kinds of post an ASN can hold."""

    JPT = "jpt", "Jabatan Pimpinan Tinggi"
    ADMINISTRATOR = "administrator", "Administrator"
    PENGAWAS = "pengawas", "Pengawas"
    JF = "jf", "Jabatan Fungsional"
    PELAKSANA = "pelaksana", "Pelaksana"


class Jenjang(Berlabel):
    """Levels of a jabatan fungsional: keterampilan (first four), then keahlian."""

    PEMULA = "pemula", "Pemula"
    TERAMPIL = "terampil", "Terampil"
    MAHIR = "mahir", "Mahir"
    PENYELIA = "penyelia", "Penyelia"
    AHLI_PERTAMA = "ahli_pertama", "Ahli Pertama"
    AHLI_MUDA = "ahli_muda", "Ahli Muda"
    AHLI_MADYA = "ahli_madya", "Ahli Madya"
    AHLI_UTAMA = "ahli_utama", "Ahli Utama"


class JenisPegawai(Berlabel):
    """PNS or PPPK; both are ASN (UU 20/2023)."""

    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"


class JenisKelamin(Berlabel):
    """Sex as the fifteenth digit of the NIP states it (1 or 2)."""

    PRIA = "1", "Laki-laki"
    WANITA = "2", "Perempuan"


class StatusPenugasan(Berlabel):
    """How a post is held: definitively, or by an acting official."""

    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Pelaksana Tugas (PLT)"
    PLH = "plh", "Pelaksana Harian (PLH)"


@dataclass(frozen=True, slots=True)
class Instansi:
    """One government institution; names of places are invented."""

    instansi_id: int
    kode: str
    nama: str
    jenis: str
    skenario: str
    benih: int
    tahun: int


@dataclass(frozen=True, slots=True)
class UnitKerja:
    """One unit (unor); ``induk_id`` is None at the top, ``pimpinan_id`` a pegawai or None when vacant."""

    unit_id: int
    induk_id: int | None
    kode: str
    nama: str
    tingkat: int
    aktif: bool = True
    pimpinan_id: int | None = None


@dataclass(frozen=True, slots=True)
class Jabatan:
    """One post in a unit; ``kebutuhan`` is the number of people the peta jabatan allows."""

    jabatan_id: int
    unit_id: int
    nama: str
    jenis: JenisJabatan
    jenjang: Jenjang | None
    kelas: int
    kebutuhan: int
    pimpinan_unit: bool = False


@dataclass(frozen=True, slots=True)
class Pegawai:
    """One ASN as SIASN knows them; synthetic, NIP serial 900–999."""

    pegawai_id: int
    nip: str
    nama: str
    jenis_pegawai: JenisPegawai
    jenis_kelamin: JenisKelamin
    tanggal_lahir: date
    tmt: date
    golongan: str
    pangkat: str
    pendidikan: str
    jabatan_id: int
    unit_id: int
    atasan_id: int | None
    aktif: bool = True


@dataclass(frozen=True, slots=True)
class Profil:
    """What e-Kinerja shows for a pegawai: a copy of SIASN that is only as fresh as its last *sinkronisasi*."""

    pegawai_id: int
    nama: str
    unit_id: int | None
    unit_nama: str
    jabatan_nama: str
    jenis_jabatan: str
    golongan: str
    atasan_id: int | None
    disinkronkan_pada: date | None


@dataclass(frozen=True, slots=True)
class Penugasan:
    """An acting appointment (PLT or PLH) registered by the admin."""

    penugasan_id: int
    pegawai_id: int
    jabatan_id: int
    status: StatusPenugasan
    mulai: date
    selesai: date | None
    dasar: str
