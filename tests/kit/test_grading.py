"""The one judge: points, statuses, and a bad answer that is never a wrong one."""

from __future__ import annotations

import random
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests_kit_paths import CONTOH

from exercises.kit.case import Case
from exercises.kit.catalog import Exercise, load_folder
from exercises.kit.finding import Finding
from exercises.kit.grading import grade_answer

EXERCISE = load_folder(CONTOH / "01_contoh")
CASE = EXERCISE.checks.make_case(3)


def _other_checks(contoh: Exercise, grade) -> Exercise:
    modul = ModuleType("checks")
    modul.__dict__.update(contoh.checks.__dict__, grade=grade)
    return replace(contoh, checks=modul)


def test_the_model_answer_earns_everything_and_waits_for_a_person(contoh, kasus, acuan, as_bytes) -> None:
    hasil = grade_answer(contoh, kasus, as_bytes(acuan))

    assert {soal: (satu.skor, satu.status) for soal, satu in hasil.soal.items()} == {
        "pilah": (40.0, "dinilai"),
        "susun": (40.0, "dinilai"),
        "alasan": (None, "menunggu"),
    }
    assert (hasil.status, hasil.skor, hasil.problems, hasil.galat) == ("dinilai", 80.0, (), "")


def test_each_usual_mistake_costs_exactly_its_points(contoh, kasus, acuan, as_bytes, undian) -> None:
    for keliru in contoh.checks.MISTAKES:
        hasil = grade_answer(contoh, kasus, as_bytes(keliru.apply(acuan, kasus, undian)))

        assert hasil.soal[keliru.soal].skor == 40 - keliru.loss(kasus)


def test_no_file_is_empty_not_unreadable(contoh, kasus) -> None:
    hasil = grade_answer(contoh, kasus, None)

    assert hasil.status == "kosong"
    assert [satu.status for satu in hasil.soal.values()] == ["kosong", "kosong", "kosong"]
    assert [satu.skor for satu in hasil.soal.values()] == [0.0, 0.0, None]


def test_an_empty_question_earns_nothing_for_what_it_did_not_do_wrong(contoh, kasus, acuan, as_bytes) -> None:
    hasil = grade_answer(contoh, kasus, as_bytes({"pilah": acuan["pilah"]}))
    susun = hasil.soal["susun"]

    assert (susun.skor, susun.status) == (0.0, "kosong")
    assert sum(temuan.maks for temuan in susun.findings) == 40
    assert {temuan.pesan for temuan in susun.findings if temuan.butir == "ciri"} == {"Soal ini belum dijawab."}


@pytest.mark.parametrize("raw", [b"", b"rusak", b"[1]", b'{"versi": 9}', b"\xff\xfe\x00", b"x" * 3_000_000])
def test_an_unreadable_file_gets_no_mark_and_a_reason(contoh, kasus, raw: bytes) -> None:
    hasil = grade_answer(contoh, kasus, raw)

    assert hasil.status == "tidak_terbaca"
    assert [satu.skor for satu in hasil.soal.values()] == [None, None, None]
    assert "tidak dianggap salah" in hasil.problems[0].pesan


def test_a_malformed_value_is_pending_and_the_rest_is_graded(contoh, kasus, acuan, as_bytes) -> None:
    jawaban = {**acuan, "susun": {**acuan["susun"], "target": "tujuh puluh"}}
    hasil = grade_answer(contoh, kasus, as_bytes(jawaban))
    susun = hasil.soal["susun"]

    assert (susun.skor, susun.tertunda, susun.status) == (20.0, 20.0, "tidak_terbaca")
    assert [temuan.butir for temuan in susun.findings if temuan.perlu_instruktur] == ["target"]
    assert hasil.soal["pilah"].skor == 40.0


def test_a_wrong_answer_beside_a_malformed_one_stays_wrong(contoh, kasus, acuan, as_bytes) -> None:
    jawaban = {**acuan, "pilah": {"jenis": {"p1": "?", "p2": {"macam": "outcome"}}}}
    pilah = grade_answer(contoh, kasus, as_bytes(jawaban)).soal["pilah"]

    assert pilah.tertunda == 10.0
    assert [temuan.perlu_instruktur for temuan in pilah.findings] == [True, False, False, False]


def test_a_question_with_nothing_readable_is_not_graded(contoh, kasus, acuan, as_bytes) -> None:
    pilah = grade_answer(contoh, kasus, as_bytes({**acuan, "pilah": "bukan isian"})).soal["pilah"]

    assert (pilah.skor, pilah.status, pilah.tertunda) == (None, "tidak_terbaca", 40.0)


def test_a_file_of_another_exercise_is_not_graded(contoh, kasus, acuan, as_bytes) -> None:
    hasil = grade_answer(contoh, kasus, as_bytes(acuan, latihan="02_lain"))

    assert (hasil.status, hasil.problems[0].kode) == ("tidak_terbaca", "latihan-berbeda")


def test_a_file_of_another_person_is_graded_and_reported(contoh, kasus, acuan, as_bytes) -> None:
    hasil = grade_answer(contoh, kasus, as_bytes(acuan, peserta="p777"), peserta="p001")

    assert (hasil.skor, hasil.problems[0].kode) == (80.0, "peserta-berbeda")


def test_a_failing_check_is_kept_with_its_traceback_and_costs_nobody_points(contoh, kasus, acuan, as_bytes) -> None:
    def grade(answer: dict, case: Case) -> list[Finding]:
        raise KeyError("kunci hilang")

    hasil = grade_answer(_other_checks(contoh, grade), kasus, as_bytes(acuan))

    assert hasil.status == "galat_pemeriksa"
    assert "KeyError: 'kunci hilang'" in hasil.galat
    assert [satu.skor for satu in hasil.soal.values()] == [None, None, None]


def test_findings_that_do_not_add_up_are_the_checks_fault(contoh, kasus, acuan, as_bytes) -> None:
    def grade(answer: dict, case: Case) -> list[Finding]:
        return [Finding("pilah", "x", 1, 2, "k", "p")]

    hasil = grade_answer(_other_checks(contoh, grade), kasus, as_bytes(acuan))

    assert "add up to 2" in hasil.galat


def test_a_check_cannot_change_the_answer_that_is_shown(contoh, kasus, acuan, as_bytes) -> None:
    def grade(answer: dict, case: Case) -> list[Finding]:
        temuan = contoh.checks.grade(answer, case)
        answer["pilah"].clear()
        return temuan

    hasil = grade_answer(_other_checks(contoh, grade), kasus, as_bytes(acuan))

    assert hasil.answer["pilah"]["jenis"]["p1"] == {"macam": "aktivitas"}


@pytest.mark.parametrize("poin", [float("nan"), float("inf"), -1.0, 3.0])
def test_a_finding_outside_its_limits_cannot_be_made(poin: float) -> None:
    with pytest.raises(ValueError, match="Finding pilah/x"):
        Finding("pilah", "x", poin, 2, "k", "p")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda teks: teks.encode("utf-8", "replace")))
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_grading_fail(raw: bytes) -> None:
    hasil = grade_answer(EXERCISE, CASE, raw)

    assert hasil.status == "tidak_terbaca"
    assert hasil.galat == ""


def test_marks_lie_between_zero_and_the_points_for_any_mix_of_answers(contoh, kasus, acuan, as_bytes) -> None:
    undian = random.Random(11)
    nilai = ["aktivitas", "output", "outcome", None, 5, [], "?"]
    for _ in range(100):
        jenis = {f"p{nomor}": {"macam": undian.choice(nilai)} for nomor in range(1, 5)}
        pilah = grade_answer(contoh, kasus, as_bytes({**acuan, "pilah": {"jenis": jenis}})).soal["pilah"]

        assert pilah.skor is None or 0 <= pilah.skor <= pilah.maks
        assert (pilah.skor or 0) + pilah.tertunda <= pilah.maks
