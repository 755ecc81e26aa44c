"""Traps of grading: a failing check, a lost key, a full disk. One submission is told by name; nobody else notices."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kelas_uji import LATIHAN, PENUH, SEKARANG, jalankan, nilai

from exercises.kit import catalog
from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.feedback.pages import write_feedback
from instructor.grading.executor import grade_kelas
from instructor.results.tables import (
    read_tables,
)
from instructor.synthetic_class import mishaps

Serahkan = Callable[..., Path]


def test_a_check_that_fails_on_one_answer_stops_nobody(
    kelas: Kelas, serahkan: Serahkan, monkeypatch: pytest.MonkeyPatch
) -> None:
    serahkan("budi", ubah=lambda jawaban: jawaban | {"susun": jawaban["susun"] | {"kalimat": "MELEDAK"}})
    serahkan("dodi")
    checks = catalog.load(LATIHAN).checks
    asli = checks.grade

    def rapuh(answer: dict[str, Any], case: Any) -> Any:
        if answer["susun"]["kalimat"] == "MELEDAK":
            raise ZeroDivisionError("pembagi nol")
        return asli(answer, case)

    monkeypatch.setattr(checks, "grade", rapuh)
    _, laporan, tabel = jalankan(kelas)

    assert [(satu.peserta, satu.kode) for satu in laporan.gagal] == [("budi", "galat-pemeriksa")]
    assert nilai(tabel, "budi") is None
    assert nilai(tabel, "dodi") == PENUH

    monkeypatch.setattr(checks, "grade", asli)
    laporan = grade_kelas(kelas, sekarang=SEKARANG)

    assert [satu.peserta for satu in laporan.pekerjaan if satu.keadaan == "dinilai"] == ["budi"]
    assert nilai(read_tables(kelas), "budi") == PENUH


def test_a_warning_inside_a_check_costs_nothing(
    kelas: Kelas, serahkan: Serahkan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """nbgrader scores zero when a check writes to stderr."""
    serahkan("ani")
    checks = catalog.load(LATIHAN).checks
    asli = checks.grade

    def cerewet(answer: dict[str, Any], case: Any) -> Any:
        import sys

        print("peringatan", file=sys.stderr)
        return asli(answer, case)

    monkeypatch.setattr(checks, "grade", cerewet)
    _, _, tabel = jalankan(kelas)

    assert nilai(tabel, "ani") == PENUH


def test_a_lost_key_is_told_and_the_others_are_graded(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani")
    serahkan("budi")
    kumpulkan(kelas)
    kelas.kunci("ani", LATIHAN).unlink()
    laporan = grade_kelas(kelas, sekarang=SEKARANG)

    assert [(satu.peserta, satu.kode) for satu in laporan.gagal] == [("ani", "kunci-belum-ada")]
    assert laporan.hitung("dinilai") == 1


def test_a_time_that_cannot_be_read_is_told(kelas: Kelas, serahkan: Serahkan) -> None:
    serahkan("ani")
    serahkan("budi")
    kumpulkan(kelas)
    (kelas.submitted("ani", LATIHAN) / "timestamp.txt").write_bytes(b"\xff kemarin")
    laporan = grade_kelas(kelas, sekarang=SEKARANG)

    assert [(satu.peserta, satu.kode) for satu in laporan.gagal] == [("ani", "waktu-rusak")]
    assert laporan.hitung("dinilai") == 1


def test_a_full_disk_for_one_participant_stops_nobody(
    kelas: Kelas, serahkan: Serahkan, monkeypatch: pytest.MonkeyPatch
) -> None:
    from instructor.grading import executor

    serahkan("ani")
    serahkan("budi")
    asli = executor.tulis_utuh

    def penuh(berkas: Path, isi: str | bytes) -> None:
        if "ani" in berkas.parts:
            raise OSError(28, "No space left on device")
        asli(berkas, isi)

    monkeypatch.setattr(executor, "tulis_utuh", penuh)
    _, laporan, tabel = jalankan(kelas)

    assert [satu.peserta for satu in laporan.gagal] == ["ani"]
    assert nilai(tabel, "ani") is None
    assert nilai(tabel, "budi") == PENUH


def test_feedback_of_an_unreadable_answer_says_what_to_do(kelas: Kelas, serahkan: Serahkan) -> None:
    mishaps.huge_answer(serahkan("budi"))
    jalankan(kelas)
    (halaman,) = write_feedback(kelas, sekarang=SEKARANG)

    assert "tidak dianggap salah" in halaman.read_text(encoding="utf-8")
