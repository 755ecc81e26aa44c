"""Exercise 04, Kalibrasi: the situation for a seed and the judge of an answer.

Scene: BE GRADED; pure, no notebook needed, never in the participants' package. May import: exercises.kit, simulator.
Facts: the participant's own office; bank.yaml (REKAAN); rules of rating, kuadran, pola distribusi and umpan balik.
Add: each question has a file of its name; usual mistakes stand in kesalahan.py.
"""

from __future__ import annotations

import random

from exercises.kit.case import Case
from exercises.kit.closing import ClosedOffice, Rows
from exercises.kit.finding import Finding

from . import kesalahan, pertanggungjawaban, rating, sebaran, temuan, tutup, unit

LATIHAN = "04_kalibrasi"
MISTAKES = kesalahan.MISTAKES


def make_case(seed: int) -> Case:
    """One Puskesmas of this seed's office, its year, and the draft of the previous assessor."""
    rng = random.Random(f"{LATIHAN}/{seed}")
    puskesmas = unit.pilih(seed, rng)
    draf = temuan.rancang(puskesmas, rng)
    tampilan = {
        "latihan": LATIHAN,
        "judul": "Kalibrasi penilaian",
        "soal": {
            "rating": rating.tampilan(puskesmas),
            "sebaran": sebaran.tampilan(puskesmas, draf),
            "temuan": temuan.tampilan(puskesmas, draf),
            "pertanggungjawaban": pertanggungjawaban.tampilan(puskesmas),
        },
    }
    kunci = {
        "rating": rating.kunci(puskesmas),
        "sebaran": sebaran.kunci(puskesmas, draf),
        "temuan": temuan.kunci(draf),
        "tutup": tutup.kunci(seed, puskesmas),
    }
    return Case(LATIHAN, seed, tampilan, kunci)


def close_office(office: Rows, case: Case) -> ClosedOffice:
    """The office as the participant receives it: the eight members are not rated for the year yet."""
    return tutup.tutup(office, case.kunci["tutup"])


def grade(answer: dict, case: Case) -> list[Finding]:
    """All findings, question by question."""
    dinilai = answer.get("rating") or {}
    return [
        *rating.nilai(dinilai, case),
        *sebaran.nilai(answer.get("sebaran") or {}, dinilai, case),
        *temuan.nilai(answer.get("temuan") or {}, case),
        *pertanggungjawaban.nilai(answer.get("pertanggungjawaban") or {}, case),
    ]


def reference_answer(case: Case) -> dict:
    """An answer that earns every automatic point."""
    dinilai = rating.acuan(case)
    return {
        "rating": dinilai,
        "sebaran": sebaran.answer_for(dinilai, case),
        "temuan": temuan.acuan(case),
        "pertanggungjawaban": pertanggungjawaban.acuan(case),
    }
