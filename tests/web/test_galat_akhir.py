"""When nothing can be drawn at all, people are still told in their language."""

from __future__ import annotations

import base64
import hashlib
import re

from sqlalchemy import event
from starlette.testclient import TestClient

from simulator.web.app import create_app
from simulator.web.layar import Layar
from tests.web.conftest import Peramban


def test_a_page_that_cannot_even_tell_its_error_speaks_indonesian(berkas, monkeypatch) -> None:
    def rusak(*_: object, **__: object) -> None:
        raise OSError("disk")

    with TestClient(create_app(berkas), raise_server_exceptions=False) as klien:
        monkeypatch.setattr(Layar, "tampil", rusak)
        jawab = klien.get("/masuk")

    assert jawab.status_code == 500
    assert "Yang sudah tersimpan tidak berubah" in jawab.text
    assert "disk" not in jawab.text
    assert "script-src 'self'" in jawab.headers["content-security-policy"]


def test_a_full_disk_is_told_with_the_cure_and_keeps_nobody_from_reading(peramban: Peramban) -> None:
    peramban.jadi(5)
    formulir = peramban.get("/drive").text
    csrf = re.search(r'name="csrf" value="([^"]+)"', formulir)[1]
    keadaan = peramban.app.state
    for engine in (keadaan.kantor.engine, keadaan.data.engine):
        engine.dispose()
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=1"))

    isian = {"nama": "Laporan.pdf", "jenis": "Laporan", "tanggal": "2027-01-05", "akses": "pribadi", "folder": ""}
    isian |= {"csrf": csrf, "kembali": "/drive"}
    ditahan = peramban.post("/drive/simpan", data=isian | {"isi_ringkas": "Rekap kunjungan"})
    tidak_tertahan = peramban.post("/drive/simpan", data=isian | {"isi_ringkas": "Rekap kunjungan. " * 2500})

    assert "Kosongkan ruang disk" in ditahan.text
    assert "Rekap kunjungan</textarea>" in ditahan.text, "a small form still finds room"
    assert tidak_tertahan.status_code == 503
    assert "Kosongkan ruang disk" in tidak_tertahan.text
    assert "Ketikan Anda masih ada di peramban" in tidak_tertahan.text
    assert "<h1>Daftar SKP</h1>" in peramban.get("/skp").text


def test_whoever_comes_while_nothing_can_be_written_is_told_why(berkas, monkeypatch) -> None:
    with TestClient(create_app(berkas), raise_server_exceptions=False) as klien:
        data = klien.app.state.data.engine
        data.dispose()
        event.listen(data, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
        jawab = klien.get("/masuk")

    assert jawab.status_code == 503
    assert "hanya boleh dibaca di tempat ini" in jawab.text


def test_its_looks_stand_in_the_page_and_are_allowed_by_their_hash(berkas, monkeypatch) -> None:
    with TestClient(create_app(berkas), raise_server_exceptions=False) as klien:
        monkeypatch.setattr(Layar, "tampil", None)
        jawab = klien.get("/masuk")

    gaya = re.search(r"<style>(.*?)</style>", jawab.text)
    assert gaya
    sidik = base64.b64encode(hashlib.sha256(gaya[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{sidik}'" in jawab.headers["content-security-policy"]
