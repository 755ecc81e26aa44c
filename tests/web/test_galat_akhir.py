"""When nothing can be drawn at all, people are still told in their language."""

from __future__ import annotations

import base64
import hashlib
import re

from starlette.testclient import TestClient

from simulator.web.app import create_app
from simulator.web.layar import Layar


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


def test_its_looks_stand_in_the_page_and_are_allowed_by_their_hash(berkas, monkeypatch) -> None:
    with TestClient(create_app(berkas), raise_server_exceptions=False) as klien:
        monkeypatch.setattr(Layar, "tampil", None)
        jawab = klien.get("/masuk")

    gaya = re.search(r"<style>(.*?)</style>", jawab.text)
    assert gaya
    sidik = base64.b64encode(hashlib.sha256(gaya[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{sidik}'" in jawab.headers["content-security-policy"]
