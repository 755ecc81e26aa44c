"""Fresh small offices, on SQLite always and on PostgreSQL when BIMTEK_UJI_POSTGRES names one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import KantorKecil
from tests.workflow.server import alamat_server


@pytest.fixture(scope="session")
def cetakan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One founded office that tests copy."""
    path = tmp_path_factory.mktemp("cetakan") / "kantor.ekin.db"
    found_office(KantorKecil(), path)
    return path


@pytest.fixture
def berkas(cetakan: Path, tmp_path: Path) -> Path:
    """A fresh office in a file."""
    return Path(shutil.copy(cetakan, tmp_path / "kantor.ekin.db"))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def alamat(request: pytest.FixtureRequest, tmp_path: Path, cetakan: Path) -> str | Path:
    """A fresh office, once per kind of database."""
    if request.param == "sqlite":
        return Path(shutil.copy(cetakan, tmp_path / "kantor.ekin.db"))
    url = alamat_server()
    found_office(KantorKecil(), url, timpa=True)
    return url


@pytest.fixture
def adegan(alamat: str | Path) -> Iterator[Adegan]:
    """An open office and what a scene does in it; whatever a test did, the journal must verify afterwards."""
    with open_office(alamat) as kantor:
        yield Adegan(kantor)
        hasil = kantor.verifikasi()

        assert hasil.temuan == ()
