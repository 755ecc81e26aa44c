"""Exercise 03, Bukti dukung: the situation for a seed and the judge of an answer.

Scene: BE GRADED; pure, no notebook needed, never in the participants' package. May import: exercises.kit, simulator.
Facts: the participant's own office with planted faults of family B; akses.yaml (REKAAN); rules bukti.* (aturan kelas).
Add: each question has a file of its name; usual mistakes stand in kesalahan.py.
"""

from __future__ import annotations

import random

from exercises.kit.case import Case
from exercises.kit.closing import ClosedOffice, Rows
from exercises.kit.finding import Finding

from . import akses, kantor, kesalahan, nama, perbaikan, pilih, realisasi, rekan, tutup

LATIHAN = "03_bukti_dukung"
MISTAKES = kesalahan.MISTAKES


def make_case(seed: int) -> Case:
    """One desk, one quarter, and the colleagues' evidence of this seed's office."""
    rng = random.Random(f"{LATIHAN}/{seed}")
    meja = kantor.pilih(seed, rng)
    dokumen = akses.pilih(rng)
    milik_rekan = rekan.pilih(seed, rng, meja.nama)
    tampilan = {
        "latihan": LATIHAN,
        "judul": "Bukti dukung yang sah",
        "soal": {
            "pilih": pilih.tampilan(meja),
            "nama": nama.tampilan(meja),
            "akses": akses.tampilan(dokumen),
            "realisasi": realisasi.tampilan(meja),
            "periksa_rekan": rekan.tampilan(milik_rekan),
            "perbaikan": perbaikan.tampilan(),
        },
    }
    kunci = {
        "pilih": pilih.kunci(meja),
        "nama": nama.kunci(meja),
        "akses": akses.kunci(dokumen),
        "realisasi": realisasi.kunci(meja),
        "periksa_rekan": rekan.kunci(milik_rekan),
        "tutup": tutup.kunci(seed, meja),
    }
    return Case(LATIHAN, seed, tampilan, kunci)


def close_office(office: Rows, case: Case) -> ClosedOffice:
    """The office as the participant receives it: the quarter not filled in yet, the papers not named yet."""
    return tutup.tutup(office, case.kunci["tutup"])


def grade(answer: dict, case: Case) -> list[Finding]:
    """All findings, question by question."""
    bagian = {
        "pilih": pilih,
        "nama": nama,
        "akses": akses,
        "realisasi": realisasi,
        "periksa_rekan": rekan,
        "perbaikan": perbaikan,
    }
    return [temuan for soal, modul in bagian.items() for temuan in modul.nilai(answer.get(soal) or {}, case)]


def reference_answer(case: Case) -> dict:
    """An answer that earns every automatic point."""
    return {
        "pilih": pilih.acuan(case),
        "nama": nama.acuan(case),
        "akses": akses.acuan(case),
        "realisasi": realisasi.acuan(case),
        "periksa_rekan": rekan.acuan(case),
        "perbaikan": perbaikan.acuan(case),
    }
