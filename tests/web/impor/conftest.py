"""A small office at the beginning of its year, and the nurse in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.web.conftest import Peramban
from tests.web.impor.meja import Meja
from tests.workflow.adegan import AKHIR, AWAL, Adegan
from tests.workflow.kantor_kecil import KASI, PERAWAT, KantorKecil


@pytest.fixture(scope="module")
def kantor_asli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine people at the beginning of their year; everybody above the nurse has an approved, shared SKP."""
    berkas = tmp_path_factory.mktemp("kantor") / "kantor.ekin.db"
    found_office(KantorKecil(), berkas)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KASI)
        actions.buat_skp(kantor, Pelaku.pegawai(PERAWAT), periode_awal=AWAL, periode_akhir=AKHIR)
    return berkas


@pytest.fixture
def meja(peramban: Peramban) -> Meja:
    kantor = peramban.app.state.kantor
    peramban.jadi(PERAWAT)
    (skp,) = queries.daftar_skp(kantor, PERAWAT)
    return Meja(peramban, skp, [rhk.teks for rhk in queries.rhk_pimpinan(kantor, skp.skp_id)])
