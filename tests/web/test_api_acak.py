"""The API under whatever its own description allows, and some that it does not: never a 5xx, always the envelope.

Cases come from schemathesis, in this process, always the same ones. Numbers that name a record are swapped for numbers
of records that exist, or nothing but "tidak ditemukan" would ever be tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from simulator.domain.akun import Peran
from simulator.web.app import AWALAN, create_app
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.web.conftest import KELAS
from tests.workflow.kantor_kecil import ADMIN, KASI, PERAWAT, KantorKecil
from tests.workflow.tahap import semua_tahap

PEMERAN = (PERAWAT, KASI, ADMIN, None)
URAIAN = f"{AWALAN}/openapi.json"
#: Ends a session, and with it the test.
_BUKAN_DI_SINI = {"/keluar"}


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, dict[str, list[int]], list[str]]]:
    """(the application, field → numbers that exist, tokens)."""
    folder = tmp_path_factory.mktemp("acak")
    found_office(KantorKecil(), folder / "cetakan.ekin.db")
    stage = semua_tahap(folder / "cetakan.ekin.db", folder)["puncak_keberatan"]
    berkas = stage.salin(folder / "kantor.ekin.db")
    # A day that really moved would change the office behind the other cases; test_api_hari.py moves it.
    with TestClient(create_app(berkas, KELAS)) as klien:
        tanda = [klien.post(f"{AWALAN}/pemeran", json={"pegawai_id": satu}).json()["data"]["tanda"] for satu in PEMERAN]
        yield klien.app, _yang_ada(berkas), tanda
    with open_office(berkas) as setelahnya:
        assert setelahnya.verifikasi().temuan == ()


def _yang_ada(berkas: Path) -> dict[str, list[int]]:
    from tests.workflow.invarian import query

    tabel = {
        "skp": "skp", "rhk": "rhk", "iki": "iki", "lampiran": "lampiran", "periode": "periode_penilaian",
        "pegawai": "pegawai", "unit": "unit_kerja", "jabatan": "jabatan", "dokumen": "dokumen",
        "rencana": "rencana_aksi", "progres": "progres_harian", "bukti": "bukti_dukung", "realisasi": "realisasi",
        "umpan": "umpan_balik", "evaluasi": "evaluasi", "keberatan": "keberatan", "peran": "peran_hasil",
        "penugasan": "penugasan", "tim": "tim_kerja",
    }  # fmt: skip
    ada = {f"{n}_id": [int(r[0]) for r in query(berkas, f"SELECT {n}_id FROM {t}")] for n, t in tabel.items()}
    lain = {
        "skp_pimpinan_id": "skp_id", "rhk_pimpinan_id": "rhk_id", "rhk_atasan_id": "rhk_id", "pemilik_id": "pegawai_id",
        "pimpinan_id": "pegawai_id", "atasan_id": "pegawai_id", "dokumen": "dokumen_id",
        "ketua_id": "pegawai_id", "pembentuk_id": "pegawai_id",
    }  # fmt: skip
    return ada | {nama: ada[asal] for nama, asal in lain.items()}


def test_nothing_that_is_sent_breaks_the_office(kantor: tuple[Any, dict[str, list[int]], list[str]]) -> None:
    app, ada, tanda = kantor
    operasi = [hasil.ok() for hasil in schemathesis.openapi.from_asgi(URAIAN, app).get_all_operations()]
    status: set[int] = set()
    for op in operasi:
        if op.path not in _BUKAN_DI_SINI:
            _coba(op, ada, tanda, status)

    # All kinds of endings were reached, or the cases would prove nothing.
    assert {200, 400, 403, 404, 409} <= status


def _coba(op: Any, ada: dict[str, list[int]], tanda: list[str], status: set[int]) -> None:
    @settings(max_examples=8, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=st.one_of(*(op.as_strategy(generation_mode=mode) for mode in GenerationMode)), data=st.data())
    def satu(case: Any, data: st.DataObject) -> None:
        for isi in (case.body, case.path_parameters, case.query):
            if isinstance(isi, dict):
                for nama in isi:
                    if nama in ada and isinstance(isi[nama], int) and data.draw(st.integers(0, 3)):
                        isi[nama] = data.draw(st.sampled_from(ada[nama]))
        if isinstance(case.query, dict) and "peran" in case.query:
            case.query["peran"] = data.draw(st.sampled_from([peran.value for peran in Peran]))
        jawab = case.call(headers={"Authorization": f"Bearer {data.draw(st.sampled_from(tanda))}"})
        status.add(jawab.status_code)
        case.validate_response(
            jawab,
            checks=[
                not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance
            ],
        )  # fmt: skip

    satu()
