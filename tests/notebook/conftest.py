"""The office of a class that notebooks talk to: made once, a fresh copy for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from kantor_uji import kantor_dilayani

from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import AKHIR, AWAL, Adegan
from tests.workflow.kantor_kecil import KASI, PERAWAT, KantorKecil
from tests.workflow.server import alamat_server


def _isi_kantor(target: str | Path) -> None:
    """Everybody above the nurse has an approved and shared SKP; the nurse has a Draft."""
    with open_office(target) as kantor:
        Adegan(kantor).berantai(sampai=KASI)
        actions.buat_skp(kantor, Pelaku.pegawai(PERAWAT), periode_awal=AWAL, periode_akhir=AKHIR)


@pytest.fixture(scope="module")
def cetakan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    berkas = tmp_path_factory.mktemp("kelas") / "kantor.ekin.db"
    found_office(KantorKecil(), berkas)
    _isi_kantor(berkas)
    return berkas


@pytest.fixture
def berkas(cetakan: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(cetakan, tmp_path / "kantor.ekin.db"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def target(request: pytest.FixtureRequest) -> str | Path:
    """The office of the class, once per kind of database."""
    if request.param == "sqlite":
        berkas: Path = request.getfixturevalue("berkas")
        return berkas
    alamat = alamat_server()
    found_office(KantorKecil(), alamat, timpa=True)
    _isi_kantor(alamat)
    return alamat


@pytest.fixture
def alamat(berkas: Path) -> Iterator[str]:
    with kantor_dilayani(berkas) as alamat:
        yield alamat
