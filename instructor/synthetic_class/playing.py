"""A synthetic class works: everyone answers in their own folder and presses Kumpulkan, some late, some badly.

Scene: ``bimtek demo``. May import: exercises.kit, instructor.course, instructor.synthetic_class.
Facts: REKAAN. Answers are written and handed in with the very functions a participant's page uses.
Add: a new habit of people is a branch in ``_hand_in``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from exercises.kit import catalog
from exercises.kit.answers import AnswerFile, write_answer
from exercises.kit.case import Case
from exercises.kit.catalog import Exercise
from exercises.kit.progress import progress
from exercises.kit.submission import write_submission
from exercises.kit.validation import validate
from instructor.course.kelas import Kelas
from instructor.synthetic_class.answers import Karya, answer_of
from instructor.synthetic_class.mishaps import KECELAKAAN
from instructor.synthetic_class.people import Orang, rng_for

ABSEN_SEMUA = 0.04
ABSEN_SATU = 0.04
TERLAMBAT = 0.08
DUA_KALI = 0.06
BAGIAN_KECELAKAAN = 0.09
Kabar = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """What one person did in one exercise. ``kejadian``: hadir, absen, terlambat, dua_kali, or an accident."""

    peserta: str
    latihan: str
    kejadian: str
    mutu: dict[str, float]


def play(
    kelas: Kelas,
    orang: Sequence[Orang],
    *,
    benih: int,
    mulai: datetime,
    jujur: bool = False,
    kabar: Kabar | None = None,
) -> list[Peristiwa]:
    """Let the class work; everything lands in the participants' folders and in the inbox.

    ``jujur``: everybody is there, in time, and nothing goes wrong (for comparisons).
    """
    latihan = [catalog.load(nama) for nama in kelas.latihan]
    rencana = {} if jujur else _plan(kelas, orang, benih)
    hasil: list[Peristiwa] = []
    for satu in orang:
        for exercise in latihan:
            hasil.append(
                _work(kelas, satu, exercise, rencana.get((satu.peserta.id, exercise.nama), "hadir"), benih, mulai)
            )
            if kabar:
                kabar(len(hasil), len(orang) * len(latihan), satu.peserta.nama)
    return hasil


def _plan(kelas: Kelas, orang: Sequence[Orang], benih: int) -> dict[tuple[str, str], str]:
    """Who is absent, late or unlucky where. Accidents go to different people, one kind after the other."""
    hasil: dict[tuple[str, str], str] = {}
    for satu in orang:
        rng = rng_for(benih, "hadir", satu.peserta.id)
        pergi = rng.random() < ABSEN_SEMUA
        for nama in kelas.latihan:
            undi = rng.random()
            if pergi or undi < ABSEN_SATU:
                hasil[(satu.peserta.id, nama)] = "absen"
            elif undi < ABSEN_SATU + TERLAMBAT:
                hasil[(satu.peserta.id, nama)] = "terlambat"
            elif undi < ABSEN_SATU + TERLAMBAT + DUA_KALI:
                hasil[(satu.peserta.id, nama)] = "dua_kali"
    semua = [(satu.peserta.id, nama) for satu in orang for nama in kelas.latihan]
    bebas = [kunci for kunci in semua if kunci not in hasil]
    rng = rng_for(benih, "kecelakaan")
    rng.shuffle(bebas)
    banyak = min(len(bebas), max(2, round(len(semua) * BAGIAN_KECELAKAAN)))
    for nomor, kunci in enumerate(_different_people(bebas)[:banyak]):
        hasil[kunci] = KECELAKAAN[nomor % len(KECELAKAAN)].kode
    return hasil


def _different_people(kunci: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """One per person first, then the rest."""
    pertama: dict[str, tuple[str, str]] = {}
    for satu in kunci:
        pertama.setdefault(satu[0], satu)
    depan = list(pertama.values())
    return depan + [satu for satu in kunci if satu not in depan]


def _work(kelas: Kelas, orang: Orang, exercise: Exercise, kejadian: str, benih: int, mulai: datetime) -> Peristiwa:
    peserta = orang.peserta.id
    if kejadian == "absen":
        return Peristiwa(peserta, exercise.nama, kejadian, {})
    case = Case.read(kelas.kunci(peserta, exercise.nama))
    karya = answer_of(orang, exercise, case, benih)
    jam = _when(kelas, orang, exercise, kejadian, benih, mulai)
    if kejadian == "dua_kali":
        pertama = dict(list(karya.jawaban.items())[:1])
        _hand_in(kelas, peserta, exercise, case, Karya(pertama, {}), jam - timedelta(minutes=25))
    berkas = _hand_in(kelas, peserta, exercise, case, karya, jam)
    celaka = next((satu for satu in KECELAKAAN if satu.kode == kejadian), None)
    if celaka and berkas:
        celaka.apply(berkas)
    return Peristiwa(peserta, exercise.nama, kejadian, karya.mutu)


def _when(kelas: Kelas, orang: Orang, exercise: Exercise, kejadian: str, benih: int, mulai: datetime) -> datetime:
    rng = rng_for(benih, "jam", orang.peserta.id, exercise.nama)
    tenggat = kelas.tenggat_untuk(exercise.nama) or mulai + timedelta(hours=8)
    if kejadian == "terlambat":
        return tenggat + timedelta(minutes=rng.randrange(5, 120))
    return tenggat - timedelta(minutes=rng.randrange(2, 90))


def _hand_in(kelas: Kelas, peserta: str, exercise: Exercise, case: Case, karya: Karya, jam: datetime) -> Path | None:
    folder = kelas.paket(peserta)
    terisi = progress(validate(karya.jawaban, case.tampilan)[0], case.tampilan)
    jawaban = AnswerFile(exercise.nama, peserta, karya.jawaban, terisi)
    write_answer(folder / exercise.nama, jawaban, sekarang=jam)
    os.utime(folder / exercise.nama / "jawaban.json", (jam.timestamp(), jam.timestamp()))
    kiriman = write_submission(folder, exercise.nama, kelas.kotak, sekarang=jam)
    berkas = kelas.kotak / kiriman.berkas.name
    os.utime(berkas, (jam.timestamp(), jam.timestamp()))
    return berkas
