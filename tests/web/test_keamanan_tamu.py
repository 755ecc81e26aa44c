"""Who may ask: pages elsewhere that lead their name here, and strangers at a port behind JupyterLab."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from simulator.notebook_server import ekinerja
from simulator.web.tamu import SENDIRI, HanyaTamu

AKAR = str(Path(__file__).parents[2])


def _klien(*nama: str, kata: str = "") -> TestClient:
    return TestClient(HanyaTamu(PlainTextResponse("kantor"), nama, kepala=ekinerja.KEPALA, kata=kata))


def _buka(klien: TestClient, host: str) -> str:
    return klien.get("/masuk", headers={"Host": host}).text


def test_a_name_that_is_not_ours_is_refused_in_words_and_ours_are_not() -> None:
    klien = _klien(*SENDIRI, "Kelas.Contoh.id")
    for host in ("127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]:8765", "kelas.contoh.id", "kelas.contoh.id:443"):
        assert _buka(klien, host) == "kantor", host
    for host in ("jahat.invalid:8765", "127.0.0.1.jahat.invalid", "localhost.jahat.invalid", "", "[", "jahat@x:y"):
        jawab = klien.get("/masuk", headers={"Host": host})
        assert jawab.status_code == 403, host
        assert "buka http://127.0.0.1:" in jawab.text
        assert "kantor ini hanya untuk komputer ini" in jawab.text.lower()
        assert "content-security-policy" in jawab.headers
    assert "<b>" not in _buka(klien, "<b>x")


def test_a_class_is_open_under_any_address() -> None:
    assert _buka(_klien(), "laptop-instruktur.local:8765") == "kantor"


def test_behind_jupyterlab_only_its_proxy_is_answered() -> None:
    klien = _klien(kata="rahasia")
    assert klien.get("/masuk").status_code == 403
    assert klien.get("/masuk", headers={ekinerja.KEPALA: "tebakan"}).status_code == 403
    assert klien.get("/masuk", headers={ekinerja.KEPALA: "é".encode()}).status_code == 403
    assert klien.get("/masuk", headers={ekinerja.KEPALA: "rahasia"}).text == "kantor"


@contextmanager
def _dilayani(perintah: list[str], **lingkungan: str) -> Iterator[str]:
    """``bimtek web …`` on a port of its own: where."""
    with subprocess.Popen(
        perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=AKAR,
        env=os.environ | {"PYTHONPATH": AKAR} | lingkungan,
    ) as proses:  # fmt: skip
        try:
            assert proses.stdout is not None
            yield proses.stdout.readline()
        finally:
            proses.terminate()


def _minta(alamat: str, **kepala: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(alamat, headers=kepala), timeout=30) as jawab:
            return int(jawab.status)
    except urllib.error.HTTPError as galat:
        return galat.code


def test_an_office_of_ones_own_and_one_behind_jupyterlab_are_served_so(berkas: Path) -> None:
    bimtek = [sys.executable, "-m", "simulator.commands.app", "web", str(berkas), "--port", "0", "--json"]
    with _dilayani([*bimtek, "--tanpa-browser", "--nama-host", "kelas.contoh.id"]) as baris:
        alamat = json.loads(baris)["alamat"] + "masuk"
        assert _minta(alamat) == 200
        assert _minta(alamat, Host="kelas.contoh.id") == 200
        assert _minta(alamat, Host="jahat.invalid") == 403

    isi = ekinerja.setup()
    lain = ekinerja.setup()
    (kata,) = isi["environment"].values()
    assert isi["request_headers_override"] == {ekinerja.KEPALA: kata}
    assert lain["environment"] != isi["environment"], "every JupyterLab has a word of its own"
    with _dilayani([*bimtek, "--di-balik-proksi", "--tanpa-browser"], **isi["environment"]) as baris:
        alamat = json.loads(baris)["alamat"] + "masuk"
        assert _minta(alamat, Host="hub.contoh.id") == 403
        assert _minta(alamat, Host="hub.contoh.id", **isi["request_headers_override"]) == 200
