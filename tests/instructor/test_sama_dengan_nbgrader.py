"""Plain ``nbgrader autograde`` on the same honest class gives the same marks, submission by submission."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from kelas_jujur import MULAI, automatic_marks, make_honest_class, plain_autograde

from exercises.kit import catalog
from exercises.kit.answers import AnswerFile, write_answer
from exercises.kit.case import Case
from exercises.kit.cells import grade_id
from exercises.kit.submission import write_submission
from instructor.course.kelas import Kelas
from instructor.grading.executor import grade_kelas
from instructor.synthetic_class.mishaps import duplicate_cells

PESERTA = 3


def people(kelas: Kelas) -> list[str]:
    """Participants in the order of their folders."""
    return sorted(folder.name for folder in (kelas.folder / "peserta").iterdir())


def hand_in(kelas: Kelas, peserta: str, latihan: str, soal: dict) -> None:
    """Answer and hand in once more, after everybody else."""
    folder, nanti = kelas.paket(peserta), MULAI + timedelta(hours=9)
    write_answer(folder / latihan, AnswerFile(latihan, peserta, soal), sekarang=nanti)
    write_submission(folder, latihan, kelas.kotak, sekarang=nanti)


def one_mistake_per_question(latihan: str, case: Case) -> tuple[dict, dict[str, float]]:
    """The reference answer with the first costly mistake of every question, and what each must cost."""
    checks = catalog.load(latihan).checks
    jawaban = checks.reference_answer(case)
    rugi: dict[str, float] = {}
    for satu in checks.MISTAKES:
        if satu.soal not in rugi and satu.loss(case) > 0:
            jawaban = satu.apply(jawaban, case, random.Random(7))
            rugi[satu.soal] = satu.loss(case)
    return jawaban, rugi


def by_the_book(kelas: Kelas) -> None:
    """The first person hands in the reference answers, the second the usual mistakes, the third copied a cell."""
    tepat, keliru, _ = people(kelas)
    for latihan in kelas.latihan:
        checks = catalog.load(latihan).checks
        hand_in(kelas, tepat, latihan, checks.reference_answer(Case.read(kelas.kunci(tepat, latihan))))
        hand_in(kelas, keliru, latihan, one_mistake_per_question(latihan, Case.read(kelas.kunci(keliru, latihan)))[0])
    # Plain nbgrader used to stop the whole class at a copied check cell.
    duplicate_cells(sorted(kelas.kotak.glob(f"{people(kelas)[2]}__{kelas.latihan[0]}__*.zip"))[0])


def test_plain_nbgrader_gives_the_same_marks(tmp_path: Path) -> None:
    kelas = make_honest_class(tmp_path / "kelas", PESERTA, sebelum_kumpul=by_the_book)
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

    # The reference solution earns full marks through nbgrader itself, and usual mistakes lose exactly their points.
    tepat, keliru, _ = people(kelas)
    for latihan in kelas.latihan:
        poin = {soal.id: soal.poin for soal in catalog.load(latihan).spec.soal if not soal.manual}
        rugi = one_mistake_per_question(latihan, Case.read(kelas.kunci(keliru, latihan)))[1]
        for soal, penuh in poin.items():
            sel = grade_id("check", soal)

            assert mereka[tepat, latihan, sel] == penuh, (latihan, soal)
            assert mereka[keliru, latihan, sel] == pytest.approx(penuh - rugi[soal], abs=0.011), (latihan, soal)
