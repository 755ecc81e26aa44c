"""What someone of a given skill answers: right where they are able, with the exercise's own mistakes where not.

Scene: synthetic class. May import: exercises.kit. Facts: REKAAN; the mistakes are those of each checks.py.
A mistake may happen halfway: of the places it changes, only some are changed.
Add: another way to fall short is a branch in ``_auto``.
"""

from __future__ import annotations

import copy
import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exercises.kit.case import Case
from exercises.kit.catalog import Exercise
from exercises.kit.spec import SoalSpec
from instructor.synthetic_class.people import Orang, rng_for

Jalur = tuple[str, ...]
_TIADA = object()


@dataclass(frozen=True, slots=True)
class Karya:
    """The answers of one person to one exercise, and how good the narratives are (0–1, by question)."""

    jawaban: dict[str, Any]
    mutu: dict[str, float]


def answer_of(orang: Orang, exercise: Exercise, case: Case, benih: int) -> Karya:
    """Answer one exercise."""
    acuan = exercise.checks.reference_answer(case)
    rng = rng_for(benih, "jawaban", orang.peserta.id, exercise.nama)
    selera = rng.gauss(0.0, 0.5)
    jawaban: dict[str, Any] = {}
    mutu: dict[str, float] = {}
    for soal in exercise.spec.soal:
        sukar = rng_for(benih, "sukar", exercise.nama, soal.id).gauss(-0.4, 0.5)
        bisa = 1 / (1 + math.exp(-1.3 * (orang.kecakapan + selera - sukar)))
        if soal.manual:
            mutu[soal.id] = min(max(bisa + rng.gauss(0.0, 0.1), 0.0), 1.0)
            isi = _narrative(acuan.get(soal.id, {}), mutu[soal.id])
        else:
            isi = _auto(exercise, case, acuan, soal, bisa, rng)
        if isi:
            jawaban[soal.id] = isi
    return Karya(jawaban, mutu)


def _auto(
    exercise: Exercise, case: Case, acuan: dict[str, Any], soal: SoalSpec, bisa: float, rng: random.Random
) -> dict[str, Any]:
    """Able people slip in one place now and then; the less able take whole mistakes for right."""
    hasil = copy.deepcopy(acuan.get(soal.id, {}))
    paham = rng.random() < bisa
    if paham and rng.random() < bisa:
        return hasil
    if bisa < 0.12 and rng.random() < 0.4:
        return {}
    keliru = [satu for satu in exercise.checks.MISTAKES if satu.soal == soal.id]
    bagian = 0.15 if paham else 0.25 + 0.6 * (1.0 - bisa)
    for satu in rng.sample(keliru, min(len(keliru), 1 if paham or bisa > 0.5 else 2)):
        salah = satu.apply(copy.deepcopy(acuan), case, rng)
        hasil = _mix(hasil, acuan.get(soal.id, {}), salah.get(soal.id, {}), bagian, rng)
    if not keliru:
        hasil = _mix(hasil, acuan.get(soal.id, {}), {}, bagian, rng)
    return hasil


def _mix(
    dasar: dict[str, Any], acuan: dict[str, Any], salah: dict[str, Any], bagian: float, rng: random.Random
) -> dict[str, Any]:
    """``dasar`` with a share of the places at which ``salah`` differs from ``acuan``."""
    hasil = copy.deepcopy(dasar)
    daun_acuan, daun_salah = dict(_leaves(acuan)), dict(_leaves(salah))
    beda = [
        jalur
        for jalur in dict.fromkeys([*daun_acuan, *daun_salah])
        if daun_acuan.get(jalur, _TIADA) != daun_salah.get(jalur, _TIADA)
    ]
    dipilih = [jalur for jalur in beda if rng.random() < bagian] or beda[:1]
    for jalur in dipilih:
        _put(hasil, jalur, daun_salah.get(jalur, _TIADA))
    return hasil


def _leaves(isi: dict[str, Any], awal: Jalur = ()) -> Iterator[tuple[Jalur, Any]]:
    for nama, nilai in isi.items():
        if isinstance(nilai, dict):
            yield from _leaves(nilai, (*awal, nama))
        else:
            yield (*awal, nama), nilai


def _put(isi: dict[str, Any], jalur: Jalur, nilai: Any) -> None:
    for nama in jalur[:-1]:
        isi = isi.setdefault(nama, {})
    if nilai is _TIADA:
        isi.pop(jalur[-1], None)
    else:
        isi[jalur[-1]] = copy.deepcopy(nilai)


def _narrative(acuan: dict[str, Any], mutu: float) -> dict[str, Any]:
    """The model text, shortened by the sentence; someone who could say nothing leaves it empty."""
    if mutu < 0.08:
        return {}
    hasil = copy.deepcopy(acuan)
    for jalur, nilai in _leaves(acuan):
        if isinstance(nilai, str) and len(nilai) > 60:
            kalimat = re.split(r"(?<=[.!?])\s+", nilai)
            _put(hasil, jalur, " ".join(kalimat[: max(1, round(len(kalimat) * min(1.0, mutu + 0.15)))]))
    return hasil
