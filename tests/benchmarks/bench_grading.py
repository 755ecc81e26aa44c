"""How much faster than plain ``nbgrader autograde`` the class is graded, on the same submissions in the same run.

Run: ``python tests/benchmarks/bench_grading.py [--peserta 4]`` or ``pytest tests/benchmarks/bench_grading.py``.
Both sides start as a process of their own, as an instructor would start them, and grade the same hand-ins; the marks
are compared before anything is said about speed. Like is compared with like: grading with grading, which on either side
is what the command takes beyond a run in which everything is graded already; and whole command with whole command,
where the start of ours weighs the less the more people there are.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "tests" / "instructor")]

from kelas_jujur import automatic_marks, make_honest_class, plain_autograde  # noqa: E402

from instructor.course.kelas import Kelas  # noqa: E402

BATAS = 50.0
PESERTA = 4
ULANGAN = 3


@dataclass(frozen=True, slots=True)
class Hasil:
    """Seconds per submission: ``…_perintah`` with the start of the command, the others without."""

    banyak: int
    polos_perintah: float
    polos: float
    perintah: float
    menilai: float

    @property
    def rasio(self) -> float:
        """Grading against grading."""
        return self.polos / self.menilai

    @property
    def rasio_perintah(self) -> float:
        """Whole command against whole command."""
        return self.polos_perintah / self.perintah


def our_command(kelas: Kelas, *pilihan: str) -> tuple[float, float]:
    """``bimtek kelas nilai --json`` as a process: seconds of the whole, and of the grading as it reports itself."""
    kode = "from simulator.commands.app import main; main()"
    perintah = [sys.executable, "-c", kode, "kelas", "nilai", str(kelas.folder), "--json", *pilihan]
    mulai = time.perf_counter()
    hasil = subprocess.run(
        perintah, cwd=AKAR, env=os.environ | {"PYTHONPATH": str(AKAR)}, capture_output=True, text=True, check=True
    )
    return time.perf_counter() - mulai, float(json.loads(hasil.stdout)["detik"])


def measure(banyak: int) -> Hasil:
    """Make the class, grade it both ways, compare the marks, return the times."""
    with tempfile.TemporaryDirectory() as sementara:
        kelas = make_honest_class(Path(sementara) / "kelas", banyak)
        polos = replace(kelas, folder=Path(sementara) / "polos")
        shutil.copytree(kelas.folder, polos.folder)
        jumlah = banyak * len(kelas.latihan)
        detik_polos = sum(plain_autograde(polos, latihan) for latihan in kelas.latihan)
        # One second of ours stands against minutes of nbgrader's, in which a busy moment averages out: take the median.
        kami = [(our_command(kelas, "--ulang"), our_command(kelas)) for _ in range(ULANGAN)]
        detik_perintah = median(ulang[0] for ulang, _ in kami)
        detik_menilai = median(ulang[1] - tetap[1] for ulang, tetap in kami)
        if automatic_marks(kelas) != automatic_marks(polos):
            raise AssertionError("the two gradings disagree; speed means nothing")
        # Everything is graded now: what nbgrader still takes is its own start.
        detik_mulai = sum(plain_autograde(polos, latihan) for latihan in kelas.latihan)
    detik = (detik_polos, detik_polos - detik_mulai, detik_perintah, detik_menilai)
    return Hasil(jumlah, *(satu / jumlah for satu in detik))


def report(hasil: Hasil) -> str:
    """The figures, in words."""
    baris = [
        ("menilai, nbgrader", hasil.polos, ""),
        ("menilai, bimtek", hasil.menilai, f"{hasil.rasio:.0f} kali lebih cepat (batas {BATAS:.0f})"),
        ("seluruh perintah, nbgrader", hasil.polos_perintah, ""),
        ("seluruh perintah, bimtek", hasil.perintah, f"{hasil.rasio_perintah:.0f} kali lebih cepat"),
    ]
    isi = [f"  {nama:<27}: {detik * 1000:8.1f} ms per kiriman  {kata}".rstrip() for nama, detik, kata in baris]
    return "\n".join([f"{hasil.banyak} kiriman, nilai sama.", *isi])


def test_grading_is_at_least_fifty_times_faster_than_plain_nbgrader() -> None:
    hasil = measure(PESERTA)
    print(report(hasil))

    assert hasil.rasio >= BATAS


if __name__ == "__main__":
    pilihan = argparse.ArgumentParser(description=__doc__)
    pilihan.add_argument("--peserta", type=int, default=PESERTA)
    akhir = measure(pilihan.parse_args().peserta)
    print(report(akhir))
    raise SystemExit(0 if akhir.rasio >= BATAS else 1)
