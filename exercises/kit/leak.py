"""Does anything that participants receive give an answer away?

Scene: the build refuses a leak; the exercise tests search packages with the same function.
May import: kit. Facts: what counts as secret is what the author wrote: solution cells, rubric, key, model answers.
Add: a kind of secret as one generator in ``secrets``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from exercises.kit.case import Case
from exercises.kit.catalog import Exercise

_MIN_TEXT = 25


def secrets(exercise: Exercise, case: Case, solution_cells: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """(what it is, text) for every text that must not reach a participant."""
    for sumber in solution_cells:
        yield "sel solution", sumber
    for soal in exercise.spec.soal:
        for baris in soal.rubrik:
            if len(baris.uraian) >= _MIN_TEXT:
                yield f"rubrik soal {soal.id}", baris.uraian
    terlihat = _texts_of(case.tampilan)
    for asal, isi in (("kunci", case.kunci), ("jawaban acuan", exercise.checks.reference_answer(case))):
        for teks in _texts(isi):
            # Texts shown anyway (an option's wording, a document's title) tell nothing.
            if len(teks) >= _MIN_TEXT and teks not in terlihat:
                yield asal, teks


def leaks(text: str, exercise: Exercise, case: Case, solution_cells: tuple[str, ...] = ()) -> list[str]:
    """What of the secrets occurs in a text that participants receive, also when JSON-escaped."""
    temuan = []
    for apa, rahasia in secrets(exercise, case, solution_cells):
        terkutip = json.dumps(rahasia, ensure_ascii=False)[1:-1]
        if rahasia in text or terkutip in text or json.dumps(rahasia)[1:-1] in text:
            temuan.append(f"{apa}: “{rahasia[:60]}”")
    return temuan


def _texts(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi.strip()
    elif isinstance(isi, dict):
        for nilai in isi.values():
            yield from _texts(nilai)
    elif isinstance(isi, list):
        for nilai in isi:
            yield from _texts(nilai)


def _texts_of(isi: Any) -> frozenset[str]:
    return frozenset(_texts(isi))
