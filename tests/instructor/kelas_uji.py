"""Who and what the small test class consists of."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from exercises.kit.wib import WIB
from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.course.roster import Peserta
from instructor.course.serahan import Pengumpulan
from instructor.grading.executor import LaporanNilai, grade_kelas
from instructor.results.tables import TabelKelas, read_tables

CONTOH = Path(__file__).resolve().parents[1] / "kit" / "contoh"
LATIHAN = "01_contoh"
SEKARANG = datetime(2026, 11, 24, 12, 0, tzinfo=WIB)
TENGGAT = datetime(2026, 11, 24, 16, 0, tzinfo=WIB)
PESERTA = (
    Peserta("ani", "dr. Ani Contoh 01, S.Ked., M.M.", "198001012005012901", "Puskesmas, Kota"),
    Peserta("budi", "Budi Contoh 02", "198101012005011902", "Sekretariat"),
    Peserta("cici", '=HYPERLINK("http://contoh")', "", "Sekretariat"),
    Peserta("dodi", "Dodi Contoh 04", "198301012005011904", "Bidang P2P"),
)
PENUH = 80.0  # the sample's automatic part: 40 + 40


def jalankan(kelas: Kelas) -> tuple[Pengumpulan, LaporanNilai, TabelKelas]:
    kumpul = kumpulkan(kelas)
    return kumpul, grade_kelas(kelas, sekarang=SEKARANG), read_tables(kelas)


def nilai(tabel: TabelKelas, peserta: str) -> float | None:
    isi = tabel.nilai.set_index("id").loc[peserta, "nilai"]
    return None if isi != isi else float(isi)


def status(tabel: TabelKelas, peserta: str) -> str:
    return str(tabel.nilai.set_index("id").loc[peserta, "status"])


def kode(tabel: TabelKelas, peserta: str) -> set[str]:
    return set(tabel.masalah[tabel.masalah["id"] == peserta]["kode"])
