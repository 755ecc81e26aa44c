"""Who and what the small test class consists of."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from instructor.course.kelas import WIB
from instructor.course.roster import Peserta

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
