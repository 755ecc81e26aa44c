"""Where a notebook runs decides what it does: with a participant, under grading, or on an author's desk.

Scene: the first thing every course notebook asks. May import: kit, simulator.domain.
Facts: the folder layout of packages and of the course (kelas.json, kunci/, submitted/, autograded/).
Add: a situation is a member here and its branch in session.py.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from exercises.kit.case import CASE_FILE, Case
from exercises.kit.catalog import Exercise, load
from exercises.kit.package import PACKAGE_FILE, read_package
from simulator.domain.errors import BerkasRusak, TidakDitemukan

COURSE_FILE = "kelas.json"
KEY_FOLDER = "kunci"
_GRADING_STEPS = ("submitted", "autograded", "feedback")
_AUTHOR_SEED = 1


class Situasi(Enum):
    """Who is looking at the notebook."""

    PESERTA = "peserta"
    PENILAIAN = "penilaian"
    PENULIS = "penulis"


@dataclass(frozen=True, slots=True)
class Tempat:
    """The situation with what it offers. ``case`` with key and ``exercise`` are None with a participant."""

    situasi: Situasi
    folder: Path
    latihan: str
    peserta: str
    tampilan: dict[str, Any]
    case: Case | None = None
    exercise: Exercise | None = None

    @property
    def paket(self) -> Path:
        """The participant's package folder."""
        return self.folder.parent


def find_situation(folder: Path, latihan: str) -> Tempat:
    """Look around in ``folder`` (where the notebook is) and decide.

    Raises: TidakDitemukan, BerkasRusak — with what is missing and how to mend it.
    """
    kelas = course_of(folder)
    langkah = folder.relative_to(kelas).parts if kelas else ()
    if kelas and len(langkah) >= 3 and langkah[0] in _GRADING_STEPS:
        return _grading(kelas, folder, peserta=langkah[1], latihan=latihan or langkah[2])
    if (folder / CASE_FILE).is_file():
        return _participant(folder, latihan)
    return _author(folder, latihan or folder.name, preview=kelas is not None)


def course_of(folder: Path) -> Path | None:
    """The course room a folder lies in, or None."""
    return next((induk for induk in (folder, *folder.parents) if (induk / COURSE_FILE).is_file()), None)


def key_file(kelas: Path, peserta: str, latihan: str) -> Path:
    """Where the full case of one participant is kept."""
    return kelas / KEY_FOLDER / peserta / f"{latihan}.json"


def _grading(kelas: Path, folder: Path, *, peserta: str, latihan: str) -> Tempat:
    berkas = key_file(kelas, peserta, latihan)
    if not berkas.is_file():
        raise TidakDitemukan(
            f"Kunci {berkas} tidak ada, jadi jawaban {peserta} belum dapat dinilai. Jalankan “bimtek kelas bagikan” "
            "untuk peserta itu, lalu nilai ulang.",
            kode="kunci-tidak-ada",
        )
    case = Case.read(berkas)
    return Tempat(Situasi.PENILAIAN, folder, latihan, peserta, case.tampilan, case, load(latihan))


def _participant(folder: Path, latihan: str) -> Tempat:
    berkas = folder / CASE_FILE
    try:
        tampilan = json.loads(berkas.read_text(encoding="utf-8-sig"))
        nama = str(tampilan["latihan"])
        if not isinstance(tampilan["soal"], dict):
            raise TypeError("soal")
    except (ValueError, KeyError, TypeError) as galat:
        raise BerkasRusak(
            f"{CASE_FILE} latihan ini rusak. Minta instruktur membagikan ulang; jawaban Anda tetap aman.",
            kode="kasus-rusak",
        ) from galat
    if latihan and nama != latihan:
        raise BerkasRusak(
            f"Folder ini berisi latihan “{nama}”, bukan “{latihan}”. Buka latihan dari halaman Beranda.",
            kode="latihan-berbeda",
        )
    peserta = read_package(folder.parent).peserta if (folder.parent / PACKAGE_FILE).is_file() else ""
    return Tempat(Situasi.PESERTA, folder, nama, peserta, tampilan)


def _author(folder: Path, latihan: str, *, preview: bool) -> Tempat:
    exercise = load(latihan)
    case: Case = exercise.checks.make_case(_AUTHOR_SEED)
    # A jawaban.json in the course's source folder or beside solution.py would later overwrite everybody's answers.
    if preview or folder == exercise.folder:
        folder = Path(tempfile.mkdtemp(prefix="bimtek-penulis-"))
    return Tempat(Situasi.PENULIS, folder, latihan, "penulis", case.tampilan, case, exercise)
