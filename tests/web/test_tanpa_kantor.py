"""Behind JupyterLab: an office that is not there is told on the page, and opened as soon as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from starlette.testclient import TestClient

from simulator.web.app import create_app
from simulator.web.settings import Pengaturan
from simulator.web.tanpa_kantor import BilaAda


def test_the_page_says_what_is_missing_and_opens_the_office_once_it_is_there(kantor_asli: Path, tmp_path: Path) -> None:
    berkas = tmp_path / "kantor.ekin.db"
    kepala = {"X-Forwarded-Context": "/user/contoh/ekinerja"}
    with TestClient(BilaAda(lambda: create_app(berkas, Pengaturan(percaya_awalan=True))), headers=kepala) as klien:
        belum = klien.get("/skp")
        shutil.copy(kantor_asli, berkas)
        sudah = klien.get("/masuk")
        lagi = klien.get("/masuk")

    assert belum.status_code == 503
    assert "belum dapat dibuka" in belum.text
    assert "SIMULASI PELATIHAN" in belum.text
    assert "default-src 'none'" in belum.headers["Content-Security-Policy"]
    assert 'action="/user/contoh/ekinerja/masuk"' in sudah.text
    assert lagi.status_code == 200


def test_the_sentence_of_the_error_cannot_become_markup(tmp_path: Path) -> None:
    with TestClient(BilaAda(lambda: create_app(tmp_path / "<b>kantor</b>.ekin.db"))) as klien:
        assert "<b>" not in klien.get("/").text
