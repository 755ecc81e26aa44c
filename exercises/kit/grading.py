"""From the bytes of an answer file to points, findings and messages: the one judge of every exercise.

Scene: used by ``score()`` inside a notebook, by the instructor's grader and by the tests, so that all three agree.
May import: kit. Facts: points from exercise.yaml. Participant data never makes it raise; a fault of the checks
themselves is caught at one place, kept with its traceback and marked for the instructor.
Add: a status here and its sentence in the instructor's feedback.
"""

from __future__ import annotations

import math
import traceback
from dataclasses import dataclass, replace
from typing import Any

from exercises.kit.answers import AnswerFile, answered, parse_answer
from exercises.kit.case import Case
from exercises.kit.catalog import Exercise
from exercises.kit.finding import Finding
from exercises.kit.spec import SoalSpec
from exercises.kit.validation import Problem, validate
from simulator.domain.errors import JawabanTidakTerbaca

DINILAI = "dinilai"
KOSONG = "kosong"
TIDAK_TERBACA = "tidak_terbaca"
MENUNGGU = "menunggu"  # answered, and a person grades it
GALAT_PEMERIKSA = "galat_pemeriksa"
PESAN_TERTUNDA = (
    "Jawaban di sini tidak terbaca, jadi belum dinilai dan tidak dianggap salah. Isi kembali lalu kumpulkan ulang."
)


@dataclass(frozen=True, slots=True)
class SoalResult:
    """The outcome of one question.

    ``skor`` is None while nobody could grade it (a person must, or the answer or the check failed).
    ``tertunda``: points of the items whose answer was unreadable; they are pending, not lost.
    """

    soal: str
    skor: float | None
    maks: float
    findings: tuple[Finding, ...]
    jenis: str
    status: str
    tertunda: float = 0.0

    @property
    def perlu_instruktur(self) -> bool:
        """Whether a person has to look at it."""
        ragu = any(temuan.perlu_instruktur for temuan in self.findings)
        return ragu or self.tertunda > 0 or self.status in (MENUNGGU, TIDAK_TERBACA, GALAT_PEMERIKSA)


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """The outcome of one exercise of one participant. ``galat`` is a traceback for the instructor only."""

    latihan: str
    status: str
    soal: dict[str, SoalResult]
    problems: tuple[Problem, ...]
    answer: dict[str, dict[str, Any]]
    galat: str = ""

    @property
    def skor(self) -> float:
        """Sum of the points given so far."""
        return round(sum(hasil.skor or 0.0 for hasil in self.soal.values()), 2)


def grade_answer(exercise: Exercise, case: Case, raw: bytes | None, *, peserta: str = "") -> ExerciseResult:
    """Grade the bytes of one ``jawaban.json`` (None: there is no such file).

    With ``peserta`` a file that names another participant is reported; it is still graded against this case.
    """
    try:
        berkas = parse_answer(raw) if raw is not None else AnswerFile(case.latihan, peserta)
    except JawabanTidakTerbaca as galat:
        return _unreadable(exercise, case, Problem("", (), galat.pesan, galat.kode))
    if berkas.latihan and berkas.latihan != case.latihan:
        pesan = (
            f"Berkas jawaban ini milik latihan “{berkas.latihan:.60}”, bukan “{case.latihan}”. Jawaban belum dinilai. "
            "Buka latihan yang benar lalu kumpulkan ulang."
        )
        return _unreadable(exercise, case, Problem("", (), pesan, "latihan-berbeda"))
    clean, problems = validate(berkas.soal, case.tampilan)
    return _graded(exercise, case, clean, (*_foreign(berkas, peserta), *problems))


def _foreign(berkas: AnswerFile, peserta: str) -> tuple[Problem, ...]:
    if not peserta or not berkas.peserta or berkas.peserta == peserta:
        return ()
    pesan = (
        f"Berkas jawaban mencatat peserta “{berkas.peserta:.60}”, dikumpulkan oleh “{peserta}”. Instruktur diberi tahu."
    )
    return (Problem("", (), pesan, "peserta-berbeda", menunda=False),)


def _unreadable(exercise: Exercise, case: Case, problem: Problem) -> ExerciseResult:
    clean, _ = validate({}, case.tampilan)
    hasil = {
        soal.id: SoalResult(soal.id, None, soal.poin, (), soal.jenis, TIDAK_TERBACA, soal.poin)
        for soal in exercise.spec.soal
    }
    return ExerciseResult(case.latihan, TIDAK_TERBACA, hasil, (problem,), clean)


def _graded(
    exercise: Exercise, case: Case, clean: dict[str, dict[str, Any]], problems: tuple[Problem, ...]
) -> ExerciseResult:
    try:
        temuan = _run_checks(exercise, case, clean)
        tertunda = _pending(exercise, case, clean, problems, temuan)
    except Exception:  # noqa: BLE001 - the single place: whatever a check does wrong is the course's fault, shown to the instructor
        return _check_failed(exercise, case, clean, problems, traceback.format_exc())
    hasil = {
        soal.id: _soal_result(soal, clean.get(soal.id, {}), temuan[soal.id], tertunda, problems)
        for soal in exercise.spec.soal
    }
    status = KOSONG if all(satu.status == KOSONG for satu in hasil.values()) else DINILAI
    return ExerciseResult(case.latihan, status, hasil, problems, clean)


def _run_checks(exercise: Exercise, case: Case, clean: dict[str, dict[str, Any]]) -> dict[str, tuple[Finding, ...]]:
    """Findings per question, refused when they contradict exercise.yaml."""
    semua: list[Finding] = list(exercise.checks.grade(_copy(clean), case))
    per_soal = {soal.id: tuple(temuan for temuan in semua if temuan.soal == soal.id) for soal in exercise.spec.soal}
    if sum(len(satu) for satu in per_soal.values()) != len(semua):
        raise ValueError("grade() returned a finding for an unknown soal")
    for soal in exercise.spec.soal:
        maks = math.fsum(temuan.maks for temuan in per_soal[soal.id])
        harus = 0.0 if soal.manual else soal.poin
        if abs(maks - harus) > 0.005:
            raise ValueError(f"grade(): maks of soal {soal.id} add up to {maks:g}, exercise.yaml says {harus:g}")
    return per_soal


def _pending(
    exercise: Exercise,
    case: Case,
    clean: dict[str, dict[str, Any]],
    problems: tuple[Problem, ...],
    temuan: dict[str, tuple[Finding, ...]],
) -> set[tuple[str, str, str]]:
    """Which findings rest on an unreadable value: those that change when the right value is put there."""
    tunda = [problem for problem in problems if problem.menunda and problem.soal]
    if not tunda:
        return set()
    acuan = exercise.checks.reference_answer(case)
    terisi = _copy(clean)
    for problem in tunda:
        _put(terisi, acuan, (problem.soal, *problem.jalur))
    banding = _run_checks(exercise, case, terisi)
    return {
        (satu.soal, satu.butir, satu.kriteria)
        for soal_id, daftar in temuan.items()
        for satu in daftar
        if not satu.penuh and satu not in banding[soal_id]
    }


def _put(tujuan: dict[str, Any], asal: Any, jalur: tuple[str, ...]) -> None:
    for langkah in jalur[:-1]:
        if not isinstance(asal, dict) or langkah not in asal:
            return
        asal, tujuan = asal[langkah], tujuan.setdefault(langkah, {})
    if isinstance(asal, dict) and jalur[-1] in asal:
        tujuan[jalur[-1]] = _copy(asal[jalur[-1]])


def _soal_result(
    soal: SoalSpec,
    isi: dict[str, Any],
    temuan: tuple[Finding, ...],
    tertunda: set[tuple[str, str, str]],
    problems: tuple[Problem, ...],
) -> SoalResult:
    tidak_terbaca = any(problem.menunda and problem.soal == soal.id for problem in problems)
    kosong = not answered(isi)
    if soal.manual:
        status = TIDAK_TERBACA if tidak_terbaca and kosong else KOSONG if kosong else MENUNGGU
        return SoalResult(soal.id, None, soal.poin, temuan, soal.jenis, status)
    if kosong and not tidak_terbaca:
        return SoalResult(soal.id, 0.0, soal.poin, tuple(map(_unanswered, temuan)), soal.jenis, KOSONG)
    ditandai = tuple(
        _postponed(satu) if (satu.soal, satu.butir, satu.kriteria) in tertunda else satu for satu in temuan
    )
    tunda = math.fsum(satu.maks - satu.poin for satu in temuan if (satu.soal, satu.butir, satu.kriteria) in tertunda)
    skor = min(max(round(math.fsum(satu.poin for satu in temuan), 2), 0.0), soal.poin)
    if kosong:  # nothing readable is left: there is nothing to grade yet
        return SoalResult(soal.id, None, soal.poin, ditandai, soal.jenis, TIDAK_TERBACA, soal.poin)
    status = TIDAK_TERBACA if tidak_terbaca else DINILAI
    return SoalResult(soal.id, skor, soal.poin, ditandai, soal.jenis, status, round(tunda, 2))


def _unanswered(temuan: Finding) -> Finding:
    # An empty question earns nothing, also not for the false alarms it did not raise.
    pesan = temuan.pesan if temuan.poin <= 0 else "Soal ini belum dijawab."
    return replace(temuan, poin=0.0, pesan=pesan)


def _postponed(temuan: Finding) -> Finding:
    return replace(temuan, pesan=PESAN_TERTUNDA, kutipan="", saran="", perlu_instruktur=True)


def _check_failed(
    exercise: Exercise,
    case: Case,
    clean: dict[str, dict[str, Any]],
    problems: tuple[Problem, ...],
    jejak: str,
) -> ExerciseResult:
    hasil = {}
    for soal in exercise.spec.soal:
        kosong = not answered(clean.get(soal.id, {}))
        status = (KOSONG if kosong else MENUNGGU) if soal.manual else GALAT_PEMERIKSA
        hasil[soal.id] = SoalResult(soal.id, None, soal.poin, (), soal.jenis, status)
    return ExerciseResult(case.latihan, GALAT_PEMERIKSA, hasil, problems, clean, jejak)


def _copy(isi: Any) -> Any:
    """A deep copy of plain JSON: a check may not change what is shown to the participant."""
    if isinstance(isi, dict):
        return {kunci: _copy(nilai) for kunci, nilai in isi.items()}
    if isinstance(isi, list):
        return [_copy(satu) for satu in isi]
    return isi
