"""When each participant was first given feedback: ``laporan/umpan-balik.json``.

Scene: written by ``kelas umpan-balik``, read by ``kelas kumpulkan``. May import: instructor.course.kelas.
Facts: feedback tells what was wrong, so what comes after it does not change the mark by itself.
Add: nothing; only the first time counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from instructor.course.kelas import Kelas, tulis_utuh
from simulator.domain.errors import BerkasRusak

Kunci = tuple[str, str]


def _file(kelas: Kelas) -> Path:
    return kelas.laporan / "umpan-balik.json"


def feedback_given(kelas: Kelas) -> dict[Kunci, datetime]:
    """(participant, exercise) → when feedback was first given.

    Raises: BerkasRusak — the file cannot be read.
    """
    berkas = _file(kelas)
    if not berkas.is_file():
        return {}
    try:
        return {
            (str(satu["peserta"]), str(satu["latihan"])): datetime.fromisoformat(satu["saat"])
            for satu in json.loads(berkas.read_text(encoding="utf-8"))
        }
    except (ValueError, KeyError, TypeError) as galat:
        raise BerkasRusak(
            f"{berkas} tidak terbaca. Pulihkan dari cadangan; bila tidak ada, hapus berkas itu lalu jalankan lagi "
            "“bimtek kelas umpan-balik”.",
            kode="umpan-balik-rusak",
        ) from galat


def record_feedback(kelas: Kelas, kunci: Iterable[Kunci], sekarang: datetime) -> None:
    """Keep when feedback was given to those who had none yet."""
    ada = feedback_given(kelas)
    for satu in kunci:
        ada.setdefault(satu, sekarang)
    isi = [
        {"peserta": peserta, "latihan": latihan, "saat": saat.isoformat(timespec="seconds")}
        for (peserta, latihan), saat in sorted(ada.items())
    ]
    tulis_utuh(_file(kelas), json.dumps(isi, ensure_ascii=False, indent=1) + "\n")
