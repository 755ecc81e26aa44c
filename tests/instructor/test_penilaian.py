"""Grading again: nothing twice, one person alone, manual marks kept, the gradebook nbgrader's own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import nbformat
import pytest
from kelas_uji import LATIHAN, SEKARANG

from instructor.course.collection import kumpulkan
from instructor.course.kelas import Kelas
from instructor.grading import executor, gradebook
from instructor.grading.executor import DINILAI, TETAP, grade_kelas
from instructor.grading.marks import marks
from instructor.grading.opening import buka_buku_nilai
from instructor.results.tables import PERIKSA_ULANG, SELESAI, read_tables
from simulator.domain.errors import BerkasRusak, TidakDitemukan

Serahkan = Callable[..., Path]
MANUAL = "manual-alasan"


def keadaan(laporan: executor.LaporanNilai) -> dict[str, str]:
    return {satu.peserta: satu.keadaan for satu in laporan.pekerjaan}


@pytest.fixture
def dinilai(kelas: Kelas, serahkan: Serahkan) -> Kelas:
    """ani and budi have handed in and are graded."""
    serahkan("ani")
    serahkan("budi")
    kumpulkan(kelas)
    grade_kelas(kelas, sekarang=SEKARANG)
    return kelas


def test_what_did_not_change_is_not_graded_again(dinilai: Kelas) -> None:
    kumpulkan(dinilai)

    assert keadaan(grade_kelas(dinilai, sekarang=SEKARANG)) == {"ani": TETAP, "budi": TETAP}


def test_only_who_changed_is_graded_again(dinilai: Kelas, serahkan: Serahkan) -> None:
    serahkan("budi", ubah=lambda jawaban: {"pilah": jawaban["pilah"]}, jam=SEKARANG + timedelta(minutes=1))
    kumpulkan(dinilai)

    assert keadaan(grade_kelas(dinilai, sekarang=SEKARANG)) == {"ani": TETAP, "budi": DINILAI}


def test_an_interrupted_run_goes_on_where_it_stopped(
    kelas: Kelas, serahkan: Serahkan, monkeypatch: pytest.MonkeyPatch
) -> None:
    for peserta in ("ani", "budi", "dodi"):
        serahkan(peserta)
    kumpulkan(kelas)

    def berhenti(nomor: int, banyak: int, satu: executor.Pekerjaan) -> None:
        if nomor == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_kelas(kelas, sekarang=SEKARANG, kabar=berhenti)

    assert keadaan(grade_kelas(kelas, sekarang=SEKARANG)) == {"ani": TETAP, "budi": TETAP, "dodi": DINILAI}


def test_one_participant_or_one_exercise_can_be_graded_alone(dinilai: Kelas) -> None:
    assert keadaan(grade_kelas(dinilai, sekarang=SEKARANG, peserta="ani", ulang=True)) == {"ani": DINILAI}
    assert keadaan(grade_kelas(dinilai, sekarang=SEKARANG, peserta="Budi Contoh 02", ulang=True)) == {"budi": DINILAI}
    assert set(keadaan(grade_kelas(dinilai, sekarang=SEKARANG, latihan="1", ulang=True))) == {"ani", "budi"}


def test_naming_someone_who_is_not_there_is_told(dinilai: Kelas) -> None:
    with pytest.raises(TidakDitemukan, match="tidak ada di kelas ini"):
        grade_kelas(dinilai, sekarang=SEKARANG, peserta="zaki")
    with pytest.raises(TidakDitemukan, match="01_contoh"):
        grade_kelas(dinilai, sekarang=SEKARANG, latihan="09")


def test_a_manual_mark_is_kept_when_the_answer_is_the_same(dinilai: Kelas) -> None:
    with buka_buku_nilai(dinilai.gradebook) as buku:
        buku.write_manual("ani", LATIHAN, MANUAL, 15.0, "Baik")
    grade_kelas(dinilai, sekarang=SEKARANG, ulang=True)
    soal = read_tables(dinilai).soal.set_index(["id", "soal"]).loc[("ani", "alasan")]

    assert (soal["skor"], soal["status"], soal["komentar"]) == (15.0, SELESAI, "Baik")


def test_a_manual_mark_is_flagged_when_the_answer_changed_and_stays_flagged(dinilai: Kelas, serahkan: Serahkan) -> None:
    with buka_buku_nilai(dinilai.gradebook) as buku:
        buku.write_manual("ani", LATIHAN, MANUAL, 15.0, None)
        buku.write_manual("budi", LATIHAN, MANUAL, 15.0, None)
    serahkan(
        "ani",
        ubah=lambda jawaban: jawaban | {"alasan": {"teks": "Alasan yang sama sekali lain daripada tadi."}},
        jam=SEKARANG + timedelta(minutes=1),
    )
    serahkan(
        "budi",
        ubah=lambda jawaban: jawaban | {"pilah": {}},  # another question changed, not the marked one
        jam=SEKARANG + timedelta(minutes=1),
    )
    kumpulkan(dinilai)
    for _ in range(2):
        grade_kelas(dinilai, sekarang=SEKARANG, ulang=True)
        soal = read_tables(dinilai).soal.set_index(["id", "soal"])

        assert soal.loc[("ani", "alasan"), "status"] == PERIKSA_ULANG
        assert soal.loc[("ani", "alasan"), "skor"] == 15.0
        assert soal.loc[("budi", "alasan"), "status"] == SELESAI


def test_extra_credit_given_by_a_person_counts_as_in_nbgrader(dinilai: Kelas) -> None:
    with sqlite3.connect(dinilai.gradebook) as db:
        db.execute(
            "update grade set extra_credit = 2 where cell_id in (select id from base_cell where name = 'check-pilah')"
        )
    grade_kelas(dinilai, sekarang=SEKARANG, ulang=True)
    soal = read_tables(dinilai).soal.set_index(["id", "soal"])

    assert soal.loc[("ani", "pilah"), "skor"] == 40.0 + 2.0


def test_marks_and_findings_are_written_together_or_not_at_all(
    dinilai: Kelas, serahkan: Serahkan, monkeypatch: pytest.MonkeyPatch
) -> None:
    serahkan("ani", ubah=lambda jawaban: {}, jam=SEKARANG + timedelta(minutes=1))
    kumpulkan(dinilai)

    def rusak(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(gradebook.BukuNilai, "_write_comments", rusak)
    laporan = grade_kelas(dinilai, sekarang=SEKARANG)

    assert [satu.peserta for satu in laporan.gagal] == ["ani"]
    with buka_buku_nilai(dinilai.gradebook) as buku:
        assert sum(satu.skor or 0 for satu in marks(buku) if satu.peserta == "ani") == 80.0

    monkeypatch.undo()


def test_the_tables_we_write_are_exactly_those_of_nbgrader(dinilai: Kelas) -> None:
    from nbgrader.api import Base
    from sqlalchemy import MetaData, create_engine

    metadata = MetaData()
    metadata.reflect(bind=create_engine(f"sqlite:///{dinilai.gradebook}"))
    for nama, tabel in Base.metadata.tables.items():
        assert set(metadata.tables[nama].columns.keys()) == set(tabel.columns.keys())

    assert set(metadata.tables) - set(Base.metadata.tables) == {"alembic_version", "bimtek_hasil"}


def test_nbgraders_own_api_reads_the_same_marks(dinilai: Kelas) -> None:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{dinilai.gradebook}", dinilai.kode) as buku:
        serahan = buku.find_submission(LATIHAN, "ani")

        assert serahan.score == 80.0
        assert serahan.max_score == 100.0
        assert serahan.needs_manual_grade
        assert serahan.timestamp.isoformat() == "2026-11-24T05:00:00"
        assert not buku.find_submission_notebook(LATIHAN, LATIHAN, "ani").failed_tests


def test_the_autograded_notebook_is_valid_and_reads_without_running(dinilai: Kelas) -> None:
    buku = nbformat.read(dinilai.autograded("ani", LATIHAN) / f"{LATIHAN}.ipynb", as_version=4)
    nbformat.validate(buku)
    keluaran = {sel.metadata.nbgrader.grade_id: sel.outputs for sel in buku.cells if sel.cell_type == "code"}

    assert "Persentase laporan kinerja" in keluaran["form-susun"][0].data["text/html"]
    assert keluaran["check-susun"][-1].data["text/plain"] == "40.0"


def test_the_judge_changing_means_grading_again(dinilai: Kelas, monkeypatch: pytest.MonkeyPatch) -> None:
    from instructor.grading import submission

    monkeypatch.setattr(submission, "judge_digest", lambda exercise: b"hakim baru")

    assert keadaan(grade_kelas(dinilai, sekarang=SEKARANG)) == {"ani": DINILAI, "budi": DINILAI}


def test_something_that_is_not_a_gradebook_is_told(kelas: Kelas) -> None:
    kelas.gradebook.write_bytes(b"bukan basis data sama sekali" * 100)
    with pytest.raises(BerkasRusak, match="Pulihkan dari cadangan"):
        grade_kelas(kelas, sekarang=SEKARANG)

    kelas.gradebook.unlink()
    with pytest.raises(TidakDitemukan, match="kelas buat"):
        grade_kelas(kelas, sekarang=SEKARANG)


def test_collecting_twice_changes_nothing(dinilai: Kelas) -> None:
    pertama = kumpulkan(dinilai)
    isi = {berkas: berkas.read_bytes() for berkas in sorted((dinilai.folder / "submitted").rglob("*.*"))}
    kedua = kumpulkan(dinilai)

    assert kedua.baru == 0
    assert {nama: asdict(satu) for nama, satu in kedua.serahan.items()} == {
        nama: asdict(satu) for nama, satu in pertama.serahan.items()
    }
    assert {berkas: berkas.read_bytes() for berkas in sorted((dinilai.folder / "submitted").rglob("*.*"))} == isi
    assert not dinilai.arsip.exists()
    assert json.loads((dinilai.laporan / "pengumpulan.json").read_bytes())["masalah"] == []
