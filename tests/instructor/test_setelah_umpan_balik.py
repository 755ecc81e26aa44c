"""Feedback tells what was wrong: what comes after it changes no mark by itself, and nothing of it is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from kelas_uji import LATIHAN, PENUH, SEKARANG, jalankan, kode, nilai

from exercises.kit.answers import ANSWER_FILE
from instructor.commands.grading_report import accept_late
from instructor.course.kelas import Kelas
from instructor.course.storing import KODE_SETELAH, held
from instructor.feedback.pages import write_feedback

Serahkan = Callable[..., Path]
SESUDAH = SEKARANG + timedelta(hours=2)


def setengah(jawaban: dict[str, Any]) -> dict[str, Any]:
    """The right answers to one question, nothing to the others."""
    return {soal: isi for soal, isi in jawaban.items() if soal == "pilah"}


@pytest.fixture
def dinilai(kelas: Kelas, serahkan: Serahkan) -> Kelas:
    """Ani handed in half of it, was graded and has read her feedback."""
    serahkan("ani", ubah=setengah)
    jalankan(kelas)
    write_feedback(kelas, sekarang=SEKARANG + timedelta(hours=1))
    return kelas


def test_work_that_comes_after_feedback_waits_and_the_mark_stays(dinilai: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", jam=SESUDAH)
    _, _, tabel = jalankan(dinilai)

    assert nilai(tabel, "ani") == PENUH / 2
    assert KODE_SETELAH in kode(tabel, "ani")
    assert [satu.peserta for satu in held(dinilai)] == ["ani"]


def test_the_instructor_can_take_it_for_one_person(dinilai: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", jam=SESUDAH)
    jalankan(dinilai)
    diterima = accept_late(dinilai, "ani", None)
    _, _, tabel = jalankan(dinilai)

    assert diterima == 1
    assert nilai(tabel, "ani") == PENUH
    assert KODE_SETELAH not in kode(tabel, "ani")
    assert list(held(dinilai)) == []


def test_a_time_written_back_by_hand_does_not_help(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", ubah=setengah, simpan_folder=True).unlink()
    jalankan(kelas)
    write_feedback(kelas, sekarang=SEKARANG + timedelta(hours=1))
    berkas = kelas.paket("ani") / LATIHAN / ANSWER_FILE
    lama = json.loads(berkas.read_text(encoding="utf-8"))
    serahkan("ani", jam=SEKARANG, simpan_folder=True).unlink()
    baru = json.loads(berkas.read_text(encoding="utf-8"))
    berkas.write_text(json.dumps(baru | {"disimpan": lama["disimpan"]}), encoding="utf-8")
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH / 2
    assert KODE_SETELAH in kode(tabel, "ani")


def test_an_older_hand_in_found_again_is_nothing_new(dinilai: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani", ubah=lambda jawaban: {}, jam=SEKARANG - timedelta(hours=1))
    _, _, tabel = jalankan(dinilai)

    assert nilai(tabel, "ani") == PENUH / 2
    assert list(held(dinilai)) == []


def test_the_first_hand_in_counts_whenever_others_got_their_feedback(dinilai: Kelas, serahkan: Serahkan) -> None:
    serahkan("budi", jam=SESUDAH)
    _, _, tabel = jalankan(dinilai)

    assert nilai(tabel, "budi") == PENUH
    assert list(held(dinilai)) == []
