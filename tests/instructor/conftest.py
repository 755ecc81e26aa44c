"""A small class for the instructor's tests: the kit's sample exercise, four people, made once and copied per test."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from kelas_uji import CONTOH, LATIHAN, PESERTA, SEKARANG, TENGGAT

from exercises.kit import catalog
from exercises.kit.answers import AnswerFile, write_answer
from exercises.kit.case import Case
from exercises.kit.package import read_package
from exercises.kit.submission import write_submission
from instructor.course.kelas import Kelas, open_kelas


@pytest.fixture
def contoh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "EXERCISES_FOLDER", CONTOH)


@pytest.fixture(scope="session")
def kelas_asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class as made and handed out, nobody has answered yet."""
    from instructor.course import distribution
    from instructor.course.making import make_kelas, new_kelas

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalog, "EXERCISES_FOLDER", CONTOH)
        patch.setattr(distribution, "write_office", lambda kelas, orang, kasus, tujuan: tujuan.write_bytes(b"kantor"))
        folder = tmp_path_factory.mktemp("asal") / "kelas"
        kelas = new_kelas(
            folder, judul="Kelas Uji", skenario="dinas_kesehatan", tenggat=TENGGAT, benih=1, rahasia=b"r" * 32
        )
        distribution.bagikan(make_kelas(kelas, PESERTA))
    return folder


@pytest.fixture
def kelas(kelas_asal: Path, tmp_path: Path, contoh: None) -> Kelas:
    """A fresh copy of the class."""
    shutil.copytree(kelas_asal, tmp_path / "kelas")
    return open_kelas(tmp_path / "kelas")


@pytest.fixture
def serahkan(kelas: Kelas) -> Callable[..., Path]:
    """Answer as a participant and press Kumpulkan; returns the zip in the inbox."""

    def _serahkan(
        peserta: str,
        *,
        ubah: Callable[[dict[str, Any]], dict[str, Any]] = lambda jawaban: jawaban,
        jam: datetime = SEKARANG,
        simpan_folder: bool = False,
    ) -> Path:
        case = Case.read(kelas.kunci(peserta, LATIHAN))
        jawaban = ubah(json.loads(json.dumps(catalog.load(LATIHAN).checks.reference_answer(case))))
        folder = kelas.paket(peserta)
        write_answer(folder / LATIHAN, AnswerFile(LATIHAN, peserta, jawaban), sekarang=jam)
        kiriman = write_submission(folder, LATIHAN, kelas.kotak, sekarang=jam)
        berkas = kelas.kotak / kiriman.berkas.name
        os.utime(berkas, (jam.timestamp(), jam.timestamp()))
        if not simpan_folder:
            (folder / LATIHAN / "jawaban.json").unlink()
        assert read_package(folder).peserta == peserta
        return berkas

    return _serahkan
