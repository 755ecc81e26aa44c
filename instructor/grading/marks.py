"""What the gradebook says: marks, comments, penalties and findings of the whole class, in one question each.

Scene: read by grading (what was found last time), feedback and results. May import: instructor.grading.gradebook.
Facts: a mark follows nbgrader — manual score if there is one, else automatic, plus extra credit.
Add: a new question here; the answer is plain Python, so that pages and tables need no SQL.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from instructor.grading.gradebook import BukuNilai


@dataclass(frozen=True, slots=True)
class Tercatat:
    """One mark as it stands in the gradebook."""

    peserta: str
    latihan: str
    sel: str
    otomatis: float | None
    manual: float | None
    tambahan: float | None
    perlu_dinilai: bool

    @property
    def skor(self) -> float | None:
        """nbgrader's rule; None while nobody has given a mark."""
        dasar = self.manual if self.manual is not None else self.otomatis
        return None if dasar is None else dasar + (self.tambahan or 0.0)


@dataclass(frozen=True, slots=True)
class Temuan:
    """What was found in one submission, and the digest of everything it was found with."""

    sidik: str
    dinilai: str
    isi: dict[str, Any]


def findings(buku: BukuNilai) -> dict[tuple[str, str], Temuan]:
    """(participant, exercise) → what the last grading found."""
    tabel = buku.tabel["bimtek_hasil"]
    baris = buku.query(select(tabel).order_by(tabel.c.student_id, tabel.c.latihan))
    return {(satu.student_id, satu.latihan): Temuan(satu.sidik, satu.dinilai, json.loads(satu.isi)) for satu in baris}


def marks(buku: BukuNilai) -> list[Tercatat]:
    """Every mark of the class, ordered by participant, exercise, cell."""
    t = buku.tabel
    grade, berkas, serah, cell, tugas = (
        t["grade"], t["submitted_notebook"], t["submitted_assignment"], t["base_cell"], t["assignment"],
    )  # fmt: skip
    baris = buku.query(
        select(
            serah.c.student_id, tugas.c.name.label("latihan"), cell.c.name.label("sel"),
            grade.c.auto_score, grade.c.manual_score, grade.c.extra_credit, grade.c.needs_manual_grade,
        )
        .join(berkas, grade.c.notebook_id == berkas.c.id)
        .join(serah, berkas.c.assignment_id == serah.c.id)
        .join(tugas, serah.c.assignment_id == tugas.c.id)
        .join(cell, grade.c.cell_id == cell.c.id)
        .order_by(serah.c.student_id, tugas.c.name, cell.c.name)
    )  # fmt: skip
    return [
        Tercatat(
            satu.student_id, satu.latihan, satu.sel, satu.auto_score, satu.manual_score, satu.extra_credit,
            bool(satu.needs_manual_grade),
        )
        for satu in baris
    ]  # fmt: skip


def comments(buku: BukuNilai) -> dict[tuple[str, str, str], str]:
    """(participant, exercise, cell) → what a person wrote."""
    t = buku.tabel
    comment, berkas, serah, cell, tugas = (
        t["comment"], t["submitted_notebook"], t["submitted_assignment"], t["base_cell"], t["assignment"],
    )  # fmt: skip
    baris = buku.query(
        select(serah.c.student_id, tugas.c.name.label("latihan"), cell.c.name.label("sel"), comment.c.manual_comment)
        .join(berkas, comment.c.notebook_id == berkas.c.id)
        .join(serah, berkas.c.assignment_id == serah.c.id)
        .join(tugas, serah.c.assignment_id == tugas.c.id)
        .join(cell, comment.c.cell_id == cell.c.id)
        .where(comment.c.manual_comment.is_not(None), comment.c.manual_comment != "")
    )
    return {(satu.student_id, satu.latihan, satu.sel): satu.manual_comment for satu in baris}


def penalties(buku: BukuNilai) -> dict[tuple[str, str], float]:
    """(participant, exercise) → points taken for lateness, where any are."""
    t = buku.tabel
    berkas, serah, tugas = t["submitted_notebook"], t["submitted_assignment"], t["assignment"]
    baris = buku.query(
        select(serah.c.student_id, tugas.c.name.label("latihan"), berkas.c.late_submission_penalty)
        .join(serah, berkas.c.assignment_id == serah.c.id)
        .join(tugas, serah.c.assignment_id == tugas.c.id)
        .where(berkas.c.late_submission_penalty > 0)
    )
    return {(satu.student_id, satu.latihan): float(satu.late_submission_penalty) for satu in baris}


def source_cells(buku: BukuNilai, latihan: str) -> dict[str, tuple[str, str]]:
    """nbgrader's master copy of every cell of one exercise: source (with its rubric) and checksum."""
    tabel, notebook = buku.tabel["source_cell"], buku.tabel["notebook"]
    baris = buku.query(
        select(tabel.c.name, tabel.c.source, tabel.c.checksum)
        .join(notebook, tabel.c.notebook_id == notebook.c.id)
        .where(notebook.c.name == latihan)
    )
    return {satu.name: (satu.source, satu.checksum) for satu in baris}
