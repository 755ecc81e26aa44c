"""The small exercise of the kit's own tests, and a participant's folder made from it."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exercises.kit.answers import AnswerFile, write_answer
from exercises.kit.build import participant_notebook
from exercises.kit.case import Case, dump_json
from exercises.kit.catalog import EXERCISES_VARIABLE, Exercise, load_folder
from exercises.kit.package import bahan, write_package

CONTOH = Path(__file__).parent / "contoh"
JAM = datetime(2026, 3, 2, 10, 32, 5, tzinfo=UTC)


@pytest.fixture
def contoh() -> Exercise:
    """The sample exercise."""
    return load_folder(CONTOH / "01_contoh")


@pytest.fixture
def kasus(contoh: Exercise) -> Case:
    """Its case for seed 3."""
    return contoh.checks.make_case(3)


@pytest.fixture
def acuan(contoh: Exercise, kasus: Case) -> dict:
    """Its model answer."""
    return contoh.checks.reference_answer(kasus)


@pytest.fixture
def as_bytes(kasus: Case):
    """Turn {soal: …} into the bytes of an answer file."""

    def tulis(soal: dict, **lain: object) -> bytes:
        return dump_json(AnswerFile(kasus.latihan, "p001", soal).to_dict() | lain).encode()

    return tulis


@pytest.fixture
def paket(tmp_path: Path, contoh: Exercise, kasus: Case) -> Path:
    """A participant's folder with the sample exercise."""
    folder = tmp_path / "peserta" / "p001"
    isi = [bahan(contoh, kasus, participant_notebook(contoh), "2026-03-05T17:00:00+07:00")]
    write_package(folder, kelas="Kelas Uji", peserta="p001", nama="Peserta Uji, S.E., M.M.", isi=isi)
    return folder


@pytest.fixture
def paket_terisi(paket: Path, acuan: dict) -> Path:
    """The same folder with the model answer filled in."""
    write_answer(paket / "01_contoh", AnswerFile("01_contoh", "p001", acuan), sekarang=JAM)
    return paket


@pytest.fixture
def folder_contoh(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the catalog find the sample exercise by name."""
    monkeypatch.setenv(EXERCISES_VARIABLE, str(CONTOH))
    return CONTOH


@pytest.fixture
def kursus(tmp_path: Path, kasus: Case, folder_contoh: Path) -> Path:
    """A course room with the key of participant p001."""
    kelas = tmp_path / "kelas"
    (kelas / "kunci" / "p001").mkdir(parents=True)
    (kelas / "kelas.json").write_text(json.dumps({"judul": "Kelas Uji"}), encoding="utf-8")
    (kelas / "kunci" / "p001" / "01_contoh.json").write_text(dump_json(kasus.to_dict()), encoding="utf-8")
    return kelas


@pytest.fixture
def undian() -> random.Random:
    """A fixed source of chance."""
    return random.Random(7)
