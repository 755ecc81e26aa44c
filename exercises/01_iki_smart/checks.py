"""Exercise 01, IKI SMART: the situation for a seed and the judge of an answer.

Scene: BE GRADED; pure, no notebook needed, never in the participants' package. May import: exercises.kit, simulator.
Facts: banks in data/ (REKAAN); rules perencanaan.bahasa_hasil (law) and perencanaan.smart (aturan kelas).
Add: each question has a file of its name; usual mistakes stand in kesalahan.py.
"""

from __future__ import annotations

import random

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from . import alasan, kesalahan, perbaiki, pilah, tulis

LATIHAN = "01_iki_smart"
MISTAKES = kesalahan.MISTAKES


def make_case(seed: int) -> Case:
    """The statements, flawed IKI and role that this seed draws from the banks."""
    rng = random.Random(f"{LATIHAN}/{seed}")
    peran = tulis.pilih(rng)
    pernyataan = pilah.pilih(rng, peran["rumpun"])
    iki = perbaiki.pilih(rng, peran["rumpun"])
    tampilan = {
        "latihan": LATIHAN,
        "judul": "Indikator yang SMART",
        "soal": {
            "pilah": pilah.tampilan(pernyataan),
            "perbaiki": perbaiki.tampilan(iki),
            "tulis": tulis.tampilan(peran),
            "alasan": alasan.tampilan(),
        },
    }
    kunci = {
        "pilah": pilah.kunci(pernyataan),
        "perbaiki": perbaiki.kunci(iki),
        "tulis": tulis.kunci(peran),
        "satuan": sorted({*perbaiki.satuan_bank(), *tulis.satuan_bank()}),
    }
    return Case(LATIHAN, seed, tampilan, kunci)


def grade(answer: dict, case: Case) -> list[Finding]:
    """All findings, question by question."""
    return [
        *pilah.nilai(answer.get("pilah") or {}, case),
        *perbaiki.nilai(answer.get("perbaiki") or {}, case),
        *tulis.nilai(answer.get("tulis") or {}, case),
        *alasan.nilai(answer.get("alasan") or {}, case),
    ]


def reference_answer(case: Case) -> dict:
    """An answer that earns every automatic point."""
    return {
        "pilah": pilah.acuan(case),
        "perbaiki": perbaiki.acuan(case),
        "tulis": tulis.acuan(case),
        "alasan": alasan.acuan(case),
    }
