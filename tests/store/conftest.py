"""An office in which something has happened and one period is locked, to be tampered with."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import PERAWAT, KantorKecil

#: The first quarter closes on 10 April.
SETELAH_KUNCI = date(2026, 4, 20)


def mainkan(alamat: str | Path) -> dict[str, int]:
    """Play the first quarter until it is locked, and begin the second; the keys a test needs."""
    with open_office(alamat) as kantor:
        adegan = Adegan(kantor).berantai()
        keys = {"rencana": adegan.rencana(), "bukti": adegan.bukti(), "umpan": adegan.umpan()}
        keys["evaluasi"] = adegan.dinilai().evaluasi_id
        dihapus = adegan.dokumen(nama="salah.pdf")
        actions.hapus_dokumen(kantor, Pelaku.pegawai(PERAWAT), dihapus)
        kantor.maju_ke(SETELAH_KUNCI)
        keys["rencana_tw2"] = adegan.rencana(periode_id=2)
        keys |= {"skp": adegan.skp[PERAWAT], "rhk": adegan.rhk[PERAWAT], "dihapus": dihapus}
    return keys


@pytest.fixture(scope="session")
def dimainkan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The played office, made once."""
    path = tmp_path_factory.mktemp("dimainkan") / "kantor.ekin.db"
    found_office(KantorKecil(), path)
    return path, mainkan(path)


@pytest.fixture
def kunci(dimainkan: tuple[Path, dict[str, int]]) -> dict[str, int]:
    return dimainkan[1]


@pytest.fixture
def berkas(dimainkan: tuple[Path, dict[str, int]], tmp_path: Path) -> Path:
    """A copy to tamper with."""
    return Path(shutil.copy(dimainkan[0], tmp_path / "kantor.ekin.db"))
