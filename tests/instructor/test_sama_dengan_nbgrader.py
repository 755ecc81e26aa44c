"""Plain ``nbgrader autograde`` on the same honest class gives the same marks, submission by submission."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from kelas_jujur import MULAI, automatic_marks, make_honest_class, plain_autograde

from instructor.course.kelas import Kelas
from instructor.grading.executor import grade_kelas
from instructor.synthetic_class.mishaps import duplicate_cells

PESERTA = 3


def copy_a_cell(kelas: Kelas) -> None:
    """One honest person copied a check cell by accident; plain nbgrader used to stop the whole class there."""
    duplicate_cells(sorted(kelas.kotak.glob(f"*__{kelas.latihan[0]}__*.zip"))[0])


def test_plain_nbgrader_gives_the_same_marks(tmp_path: Path) -> None:
    kelas = make_honest_class(tmp_path / "kelas", PESERTA, sebelum_kumpul=copy_a_cell)
    shutil.copytree(kelas.folder, tmp_path / "polos")
    polos = replace(kelas, folder=tmp_path / "polos")
    for latihan in kelas.latihan:
        plain_autograde(polos, latihan)
    laporan = grade_kelas(kelas, sekarang=MULAI)
    kita, mereka = automatic_marks(kelas), automatic_marks(polos)

    assert laporan.gagal == []
    assert laporan.hitung("dinilai") == PESERTA * len(kelas.latihan)
    assert kita == mereka

    otomatis = [nilai for nilai in kita.values() if nilai is not None]
    assert len(set(otomatis)) > 3, "a comparison of equal answers would prove little"
    assert None in set(kita.values()), "narratives wait for a person in both"
