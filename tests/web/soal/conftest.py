"""One made exercise in a participant's folder, opened in the web office."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from exercises.kit.catalog import Exercise, load_folder
from exercises.kit.package import OFFICE_FILE
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan
from tests.web.conftest import Peramban
from tests.web.mengisi_soal import PEGAWAI, Kantor, tulis_paket

CONTOH = Path(__file__).parents[2] / "kit" / "contoh" / "01_contoh"


@pytest.fixture(scope="module")
def contoh() -> Exercise:
    return load_folder(CONTOH)


@pytest.fixture(scope="module")
def paket_asli(tmp_path_factory: pytest.TempPathFactory, contoh: Exercise, kantor_asli: Path) -> Path:
    return tulis_paket(tmp_path_factory.mktemp("paket") / "p001", contoh, contoh.checks.make_case(3), kantor_asli)


@pytest.fixture
def kantor(tmp_path: Path, paket_asli: Path) -> Iterator[Kantor]:
    paket = Path(shutil.copytree(paket_asli, tmp_path / "p001"))
    with Peramban(create_app(paket / OFFICE_FILE, Pengaturan())) as peramban:
        yield Kantor(peramban.jadi(PEGAWAI), paket, "01_contoh")
