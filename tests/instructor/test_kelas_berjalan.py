"""One class from making to marks, feedback and overview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kelas_uji import SEKARANG

from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.feedback.pages import write_feedback
from instructor.grading.executor import grade_kelas
from instructor.results.dasbor import write_dasbor
from instructor.results.rekap import write_rekap
from instructor.results.tables import read_tables


def test_an_honest_answer_gets_full_marks(kelas: Kelas, serahkan: Callable[..., Path]) -> None:
    serahkan("ani")
    serahkan("cici")
    hasil = kumpulkan(kelas)
    laporan = grade_kelas(kelas, sekarang=SEKARANG)

    print(hasil, laporan)
    assert laporan.hitung("dinilai") == 2
    tabel = read_tables(kelas)
    print(tabel.rekap.T)
    print(tabel.soal)
    write_rekap(tabel, kelas.laporan / "rekap.xlsx")
    write_dasbor(tabel, kelas.laporan / "dasbor.html")
    write_feedback(kelas, tabel=tabel)
    import shutil

    shutil.rmtree("/tmp/k1", ignore_errors=True)
    shutil.copytree(kelas.folder, "/tmp/k1")
