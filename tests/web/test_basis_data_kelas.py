"""A class on one PostgreSQL: the same pages and the same API, what lies beside the office in a schema of its own."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from simulator.web.app import create_app
from simulator.workflow.founding import found_office
from tests.web.conftest import Peramban
from tests.workflow.kantor_kecil import PERAWAT, KantorKecil
from tests.workflow.server import alamat_server


@pytest.mark.postgres
def test_pages_forms_and_tokens_work_on_the_database_of_a_class() -> None:
    alamat = alamat_server()
    found_office(KantorKecil(), alamat, timpa=True)
    with Peramban(create_app(alamat)) as peramban:
        peramban.jadi(PERAWAT)
        halaman = peramban.kirim(
            "/skp/tambah", dari="/skp", periode_awal="2026-01-01", periode_akhir="2026-12-31",
            pendekatan="kuantitatif",
        )  # fmt: skip
        assert "SKP dibuat" in halaman.text
        tanda = peramban.post("/api/v1/pemeran", json={"pegawai_id": PERAWAT}).json()["data"]["tanda"]
        daftar = peramban.get(f"/api/v1/pegawai/{PERAWAT}/skp", headers={"Authorization": f"Bearer {tanda}"})
        assert len(daftar.json()["data"]) == 1
    # What was kept beside the office is still there when it is opened again.
    with Peramban(create_app(alamat)) as lagi:
        assert lagi.get("/api/v1/saya", headers={"Authorization": f"Bearer {tanda}"}).status_code == 200


def test_twenty_people_may_play_somebody_and_save_at_once(peramban: Peramban) -> None:
    """Everybody's first steps fall into the same second: nobody is told that the office is busy, nothing is lost."""

    def satu(pegawai_id: int) -> str:
        with_own = TestClient(peramban.app)
        tanda = with_own.post("/api/v1/pemeran", json={"pegawai_id": pegawai_id}).json()["data"]["tanda"]
        kepala = {"Authorization": f"Bearer {tanda}"}
        isian = {"nama": "Notula.pdf", "jenis": "Notula", "tanggal": "2026-01-05"}
        return with_own.post("/api/v1/tindakan/simpan_dokumen", json=isian, headers=kepala).text

    with ThreadPoolExecutor(20) as serentak:
        jawaban = list(serentak.map(satu, range(1, 21)))

    assert all('"success":true' in satu for satu in jawaban), jawaban
    assert len({re.search(r'"dokumen_id":(\d+)', satu)[1] for satu in jawaban}) == 20
    assert peramban.app.state.kantor.verifikasi().temuan == ()
