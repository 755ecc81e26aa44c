"""A hand-made institution of nine people for the tests of store and workflow.

Nobody has an SKP yet and the year has just begun: every test plays its own story from here.

    1 Kepala Dinas ─┬─ 2 Sekretaris ─┬─ 7 Analis Kepegawaian (admin)
                    │                └─ 8 Pengadministrasi
                    ├─ 3 Kepala Bidang ── 4 Kepala Seksi ─┬─ 5 Perawat Ahli Pertama
                    │                                     └─ 6 Pengelola Data
                    └─ 9 Fungsional Perencana (unit 2, no leader between)
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from simulator.store.schema import OFFICE_TABLES, SCHEMA_VERSION

HARI_PERTAMA = date(2026, 1, 5)
KEPALA, SEKRETARIS, KABID, KASI, PERAWAT, PENGELOLA, ADMIN, PENGADMINISTRASI, PERENCANA = range(1, 10)

_UNITS = [
    # unit_id, induk_id, nama, tingkat, pimpinan_id
    (1, None, "Dinas Contoh", 0, KEPALA),
    (2, 1, "Sekretariat", 1, SEKRETARIS),
    (3, 1, "Bidang Pelayanan", 1, KABID),
    (4, 3, "Seksi Rujukan", 2, KASI),
    (5, 1, "Bidang Lama", 1, None),
]
_POSTS = [
    # jabatan_id, unit_id, nama, jenis, jenjang, pimpinan_unit
    (1, 1, "Kepala Dinas", "jpt", None, True),
    (2, 2, "Sekretaris", "administrator", None, True),
    (3, 3, "Kepala Bidang Pelayanan", "administrator", None, True),
    (4, 4, "Kepala Seksi Rujukan", "pengawas", None, True),
    (5, 4, "Perawat Ahli Pertama", "jf", "ahli_pertama", False),
    (6, 4, "Pengelola Data", "pelaksana", None, False),
    (7, 2, "Analis Kepegawaian", "jf", "ahli_muda", False),
    (8, 2, "Pengadministrasi Umum", "pelaksana", None, False),
    (9, 2, "Perencana Ahli Muda", "jf", "ahli_muda", False),
    (10, 5, "Kepala Bidang Lama", "administrator", None, True),
]
_PEOPLE = [
    # pegawai_id, nama, jabatan_id, unit_id, atasan_id
    (KEPALA, "Contoh Satu", 1, 1, None),
    (SEKRETARIS, "Contoh Dua", 2, 2, KEPALA),
    (KABID, "Contoh Tiga", 3, 3, KEPALA),
    (KASI, "Contoh Empat", 4, 4, KABID),
    (PERAWAT, "Contoh Lima", 5, 4, KASI),
    (PENGELOLA, "Contoh Enam", 6, 4, KASI),
    (ADMIN, "Contoh Tujuh", 7, 2, SEKRETARIS),
    (PENGADMINISTRASI, "Contoh Delapan", 8, 2, SEKRETARIS),
    (PERENCANA, "Contoh Sembilan", 9, 2, KEPALA),
]


def _nip(pegawai_id: int) -> str:
    return f"19800101200501{1 + pegawai_id % 2}{900 + pegawai_id}"


def _instansi() -> dict[str, Any]:
    return {
        "instansi_id": 1,
        "kode": "9999",
        "nama": "Dinas Contoh",
        "jenis": "kabupaten",
        "skenario": "kantor_kecil",
        "benih": 4711,
        "tahun": 2026,
        "versi_skema": SCHEMA_VERSION,
        "hari_simulasi": HARI_PERTAMA,
        "kalibrasi": "latihan",
    }


def _pegawai(pegawai_id: int, nama: str, jabatan_id: int, unit_id: int, atasan_id: int | None) -> dict[str, Any]:
    return {
        "pegawai_id": pegawai_id,
        "nip": _nip(pegawai_id),
        "nama": nama,
        "jenis_pegawai": "pns",
        "jenis_kelamin": str(1 + pegawai_id % 2),
        "tanggal_lahir": date(1980, 1, 1),
        "tmt": date(2005, 1, 1),
        "golongan": "III/d",
        "pangkat": "Penata Tingkat I",
        "pendidikan": "S1",
        "jabatan_id": jabatan_id,
        "unit_id": unit_id,
        "atasan_id": atasan_id,
        "aktif": True,
    }


def _profil(row: dict[str, Any]) -> dict[str, Any]:
    post = next(post for post in _POSTS if post[0] == row["jabatan_id"])
    unit = next(unit for unit in _UNITS if unit[0] == row["unit_id"])
    return {
        "pegawai_id": row["pegawai_id"],
        "nama": row["nama"],
        "unit_id": row["unit_id"],
        "unit_nama": unit[2],
        "jabatan_nama": post[2],
        "jenis_jabatan": post[3],
        "golongan": row["golongan"],
        "atasan_id": row["atasan_id"],
        "disinkronkan_pada": HARI_PERTAMA,
    }


def _periode() -> list[dict[str, Any]]:
    ends = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]
    rows = [
        {
            "periode_id": angka,
            "nama": f"Triwulan {angka} Tahun 2026",
            "tahun": 2026,
            "tipe": "triwulanan",
            "angka": angka,
            "periode_awal": date(2026, 3 * angka - 2, 1),
            "periode_akhir": ends[angka - 1],
            "batas_pengisian": ends[angka - 1] + timedelta(days=10),
        }
        for angka in (1, 2, 3, 4)
    ]
    tahunan = {
        "periode_id": 5,
        "nama": "Tahunan 2026",
        "tahun": 2026,
        "tipe": "tahunan",
        "angka": 1,
        "periode_awal": date(2026, 1, 1),
        "periode_akhir": date(2026, 12, 31),
        "batas_pengisian": date(2027, 1, 31),
    }
    return [*rows, tahunan]


class KantorKecil:
    """Quacks like an Institution: it answers ``rows(name)``."""

    seed = 4711
    year = 2026
    tables = tuple(table.name for table in OFFICE_TABLES)

    def __init__(self) -> None:
        people = [_pegawai(*person) for person in _PEOPLE]
        self._rows: dict[str, list[dict[str, Any]]] = {
            "instansi": [_instansi()],
            "unit_kerja": [
                {
                    "unit_id": u,
                    "induk_id": i,
                    "kode": f"U{u}",
                    "nama": n,
                    "tingkat": t,
                    "aktif": u != 5,
                    "pimpinan_id": p,
                }
                for u, i, n, t, p in _UNITS
            ],
            "jabatan": [
                {
                    "jabatan_id": j,
                    "unit_id": u,
                    "nama": n,
                    "jenis": k,
                    "jenjang": level,
                    "kelas": 8,
                    "kebutuhan": 1,
                    "pimpinan_unit": leads,
                }
                for j, u, n, k, level, leads in _POSTS
            ],
            "pegawai": people,
            "profil": [_profil(row) for row in people],
            "akun": [
                {
                    "pegawai_id": row["pegawai_id"],
                    "nip": row["nip"],
                    "peran": "pegawai,admin" if row["pegawai_id"] == ADMIN else "pegawai",
                }
                for row in people
            ],
            "periode_penilaian": _periode(),
        }

    def rows(self, name: str) -> list[dict[str, Any]]:
        """All rows of one table."""
        return self._rows.get(name, [])
