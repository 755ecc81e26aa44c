"""Exercise 02, cascading: the situation for a seed and the judge of an answer.

Scene: BE GRADED; pure, no notebook needed, never in the participants' package. May import: exercises.kit, simulator.
Facts: the participant's own office (kantor.py); rules of the stage matriks; banks in data/ (REKAAN).
Add: each question has a file of its name; usual mistakes stand in kesalahan.py.
"""

from __future__ import annotations

import random

from exercises.kit.case import Case
from exercises.kit.closing import ClosedOffice, Rows
from exercises.kit.finding import Finding
from exercises.kit.office import classroom_office

from . import cuplikan, dialog, jenis, kantor, kesalahan, pemilik, peran, temukan, tutup

LATIHAN = "02_cascading"
MISTAKES = kesalahan.MISTAKES


def make_case(seed: int) -> Case:
    """A unit of the participant's office, its pairs, and the problems planted in the office."""
    return case_of(kantor.baca(classroom_office(seed)), seed)


def case_of(isi: kantor.Kantor, seed: int) -> Case:
    """The case that this office and seed give."""
    rng = random.Random(f"{LATIHAN}/{seed}")
    kepala, anggota, daftar = pemilik.pilih(isi, rng)
    peran_pilihan = peran.pilih(isi, anggota, daftar, rng)
    pasangan = jenis.pilih(isi, rng)
    kelompok, bersih = cuplikan.pilih(isi, rng)
    urut = cuplikan.urutkan(kelompok, bersih, rng)
    rebutan = dialog.pilih(isi, anggota, daftar, rng)
    tampilan = {
        "latihan": LATIHAN,
        "judul": "Cascading kinerja",
        "soal": {
            "pemilik": pemilik.tampilan(isi, kepala, anggota, daftar),
            "peran": peran.tampilan(peran_pilihan),
            "jenis": jenis.tampilan(isi, pasangan),
            "temukan": temukan.tampilan(isi, urut),
            "dialog": dialog.tampilan(*rebutan),
        },
    }
    kunci = {
        "pemilik": pemilik.kunci(isi, anggota, daftar),
        "peran": peran.kunci(isi, peran_pilihan),
        "kosakata": peran.kosakata(isi),
        "jenis": jenis.kunci(isi, pasangan),
        "temukan": temukan.kunci(kelompok, urut),
        "dialog": dialog.kunci(*rebutan),
        "tutup": tutup.kunci(isi, daftar, pasangan),
    }
    return Case(LATIHAN, seed, tampilan, kunci)


def close_office(office: Rows, case: Case) -> ClosedOffice:
    """The office as the participant receives it: without the links and roles that this case asks for."""
    return tutup.tutup(office, case.kunci["tutup"])


def grade(answer: dict, case: Case) -> list[Finding]:
    """All findings, question by question."""
    return [
        *pemilik.nilai(answer.get("pemilik") or {}, case),
        *peran.nilai(answer.get("peran") or {}, case),
        *jenis.nilai(answer.get("jenis") or {}, case),
        *temukan.nilai(answer.get("temukan") or {}, case),
        *dialog.nilai(answer.get("dialog") or {}, case),
    ]


def reference_answer(case: Case) -> dict:
    """An answer that earns every automatic point."""
    return {
        "pemilik": pemilik.acuan(case),
        "peran": peran.acuan(case),
        "jenis": jenis.acuan(case),
        "temukan": temukan.acuan(case),
        "dialog": dialog.acuan(case),
    }
