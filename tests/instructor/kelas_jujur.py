"""An honest class over the real exercises, graded by plain nbgrader and by us: for comparison and for the benchmark."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from exercises.kit.wib import WIB
from instructor.course.collection import kumpulkan
from instructor.course.distribution import bagikan
from instructor.course.kelas import Kelas
from instructor.course.making import make_kelas, new_kelas
from instructor.grading.marks import marks
from instructor.grading.opening import buka_buku_nilai
from instructor.synthetic_class.people import make_people
from instructor.synthetic_class.playing import play

AKAR = Path(__file__).resolve().parents[2]
MULAI = datetime(2026, 11, 24, 8, 0, tzinfo=WIB)


def make_honest_class(
    folder: Path,
    banyak: int,
    latihan: Sequence[str] = (),
    sebelum_kumpul: Callable[[Kelas], None] = lambda kelas: None,
) -> Kelas:
    """``banyak`` people of different skill have answered every exercise; nothing is graded yet."""
    orang = make_people(banyak, 7)
    kelas = new_kelas(
        folder, judul="Kelas Jujur", skenario="dinas_kesehatan", latihan=latihan, benih=7, rahasia=b"j" * 32
    )
    kelas = make_kelas(kelas, [satu.peserta for satu in orang])
    bagikan(kelas)
    play(kelas, orang, benih=7, mulai=MULAI, jujur=True)
    sebelum_kumpul(kelas)
    kumpulkan(kelas)
    return kelas


def plain_autograde(kelas: Kelas, latihan: str) -> float:
    """Run ``nbgrader autograde`` as an instructor would; returns the seconds it took, start-up included."""
    lingkungan = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(AKAR),
    }
    mulai = time.perf_counter()
    hasil = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", latihan],
        cwd=kelas.folder,
        env=lingkungan,
        capture_output=True,
        text=True,
        check=False,
    )
    if hasil.returncode:
        penting = [baris for baris in hasil.stderr.splitlines() if "| INFO]" not in baris]
        raise AssertionError(f"nbgrader autograde {latihan} failed:\n" + "\n".join(penting[-60:]))
    return time.perf_counter() - mulai


def automatic_marks(kelas: Kelas) -> dict[tuple[str, str, str], float | None]:
    """(participant, exercise, cell) → the automatic mark."""
    with buka_buku_nilai(kelas.gradebook) as buku:
        return {(satu.peserta, satu.latihan, satu.sel): satu.otomatis for satu in marks(buku)}
