"""The autograded notebook: the released one, with the answers and the findings shown where formgrader looks.

Scene: written beside the marks; a person reads it in formgrader to grade the narratives. May import: exercises.kit,
instructor.course.bilangan.
Facts: nbgrader shows ``autograded/<peserta>/<latihan>/<latihan>.ipynb``; it reads a mark from the text/plain of an
execute_result, and so does this notebook, so that both tell the same.
Add: another thing to show is another output in ``_outputs``.
"""

from __future__ import annotations

import copy
import json
from html import escape
from typing import Any

from exercises.kit.case import Case
from exercises.kit.cells import CHECK, FORM
from exercises.kit.grading import ExerciseResult, SoalResult
from exercises.kit.readable import answer_html
from instructor.course.bilangan import angka

TANPA_NILAI = "Belum dinilai"
_SEL = '<td style="padding:.2rem .7rem;text-align:left;vertical-align:top">'  # the page around it leaves cells no air


def load_release(isi: bytes) -> dict[str, Any]:
    """The released notebook as plain JSON."""
    buku: dict[str, Any] = json.loads(isi)
    return buku


def autograded_notebook(
    rilis: dict[str, Any], sumber: dict[str, tuple[str, str]], case: Case, hasil: ExerciseResult
) -> str:
    """The notebook as text. ``sumber``: nbgrader's master copy of each cell (source with rubric, checksum)."""
    buku = {**rilis, "cells": [_cell(sel, sumber, case, hasil) for sel in rilis["cells"]]}
    return json.dumps(buku, ensure_ascii=False, indent=1) + "\n"


def _cell(sel: dict[str, Any], sumber: dict[str, tuple[str, str]], case: Case, hasil: ExerciseResult) -> dict[str, Any]:
    nama = sel["metadata"].get("nbgrader", {}).get("grade_id", "")
    if not nama:
        return sel
    baru = copy.deepcopy(sel)
    if nama in sumber:
        baru["source"], baru["metadata"]["nbgrader"]["checksum"] = sumber[nama]
    if baru["cell_type"] == "code":
        jenis, _, soal = nama.partition("-")
        baru["execution_count"] = None
        baru["outputs"] = _outputs(jenis, soal, case, hasil)
    return baru


def _outputs(jenis: str, soal: str, case: Case, hasil: ExerciseResult) -> list[dict[str, Any]]:
    if jenis == FORM and soal in hasil.soal:
        return [_html(answer_html(case.tampilan, soal, hasil.answer) + problems_html(hasil, soal))]
    if jenis == CHECK and soal in hasil.soal:
        satu = hasil.soal[soal]
        return [_html(findings_html(satu)), *_score(satu)]
    return []


def _html(isi: str) -> dict[str, Any]:
    return {"output_type": "display_data", "metadata": {}, "data": {"text/html": isi}}


def _score(hasil: SoalResult) -> list[dict[str, Any]]:
    if hasil.skor is None:
        return []
    return [
        {
            "output_type": "execute_result",
            "execution_count": None,
            "metadata": {},
            "data": {"text/plain": repr(float(hasil.skor))},
        }
    ]


def problems_html(hasil: ExerciseResult, soal: str) -> str:
    """What could not be read in one question, or in the whole file."""
    baris = "".join(f"<li>{escape(satu.pesan)}</li>" for satu in hasil.problems if satu.soal in (soal, ""))
    return f'<p role="note">Catatan tentang jawaban:</p><ul>{baris}</ul>' if baris else ""


def findings_html(hasil: SoalResult) -> str:
    """The findings of one question, for the person who grades."""
    judul = TANPA_NILAI if hasil.skor is None else f"{angka(hasil.skor)} dari {angka(hasil.maks)} poin"
    baris = [
        f"<tr>{_SEL}{escape(satu.kriteria)}</td>{_SEL}{angka(satu.poin)}/{angka(satu.maks)}</td>{_SEL}{escape(satu.pesan)}"
        + (f" <q>{escape(satu.kutipan)}</q>" if satu.kutipan else "")
        + (" <strong>Perlu dilihat instruktur.</strong>" if satu.perlu_instruktur else "")
        + "</td></tr>"
        for satu in hasil.findings
        if not satu.penuh or satu.perlu_instruktur
    ]
    isi = f"<table><tr><th>Kriteria</th><th>Poin</th><th>Temuan</th></tr>{''.join(baris)}</table>" if baris else ""
    return f"<p><strong>{escape(judul)}</strong></p>{isi}"
