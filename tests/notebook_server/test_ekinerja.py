"""Which office the tile of JupyterLab opens, and how it is started."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from simulator.notebook_server import ekinerja


def test_the_entry_point_leads_to_settings_that_the_proxy_takes(root: Path) -> None:
    proyek = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    modul, _, nama = proyek["entry-points"]["jupyter_serverproxy_servers"][ekinerja.NAMA].partition(":")
    config = pytest.importorskip("jupyter_server_proxy.config")

    isi = getattr(import_module(modul), nama)()

    assert config.ServerProcess(name=ekinerja.NAMA, **isi).launcher_entry.title == "e-Kinerja (Simulasi)"
    assert Path(isi["launcher_entry"]["icon_path"]).is_file()


def test_the_package_own_office_comes_first_then_the_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ekinerja.KANTOR, raising=False)
    assert ekinerja.cari_kantor(tmp_path) == str(tmp_path / "kantor.ekin.db"), "where it would have to lie"

    for nomor, nama in enumerate(("tua.ekin.db", "baru.ekin.db")):
        (tmp_path / nama).write_bytes(b"")
        os.utime(tmp_path / nama, (nomor, nomor))
    assert ekinerja.cari_kantor(tmp_path) == str(tmp_path / "baru.ekin.db")

    (tmp_path / "kantor.ekin.db").write_bytes(b"")
    os.utime(tmp_path / "kantor.ekin.db", (0, 0))
    assert ekinerja.cari_kantor(tmp_path) == str(tmp_path / "kantor.ekin.db")

    for alamat in (" HTTP://10.0.0.5:8765/ ", "http://10.0.0.5:8765"):
        monkeypatch.setenv(ekinerja.KANTOR, alamat)
        assert ekinerja.cari_kantor(tmp_path) == str(tmp_path / "kantor.ekin.db"), "the tile stays with one's own"
    assert ekinerja.cari_kantor(tmp_path / "tanpa") == "http://10.0.0.5:8765"

    monkeypatch.setenv(ekinerja.KANTOR, "postgresql://kelas@server/kantor")
    assert ekinerja.cari_kantor(tmp_path) == "postgresql://kelas@server/kantor"


def test_a_socket_of_ones_own_is_used_where_there_is_one_and_a_port_elsewhere() -> None:
    berkas, port = ekinerja.perintah(0, "/tmp/x/socket"), ekinerja.perintah(8123, "")

    assert berkas[berkas.index("--soket") + 1] == "/tmp/x/socket"
    assert "--port" not in berkas
    assert port[port.index("--port") + 1] == "8123"
    assert {"--di-balik-proksi", "--tanpa-browser", "--ikut-induk"} <= set(berkas) & set(port)


_INDUK = """
import subprocess, sys
anak = subprocess.Popen([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE, text=True)
print(anak.pid, anak.stdout.readline().strip(), flush=True)
sys.stdin.read()
"""
_ANAK = """
import threading
from simulator.commands.induk import bila_induk_berakhir
selesai = threading.Event()
bila_induk_berakhir(selesai.set)
print("siap", flush=True)
selesai.wait()
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="hanya Linux dapat menunggu proses orang lain")
def test_a_server_ends_when_its_jupyterlab_is_gone(root: Path) -> None:
    lingkungan = os.environ | {"PYTHONPATH": str(root)}
    perintah = [sys.executable, "-c", _INDUK, _ANAK]
    induk = subprocess.Popen(perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=lingkungan)
    assert induk.stdout is not None
    pid, siap = induk.stdout.readline().split()
    assert siap == "siap"
    anak = os.pidfd_open(int(pid))

    induk.kill()
    induk.wait()

    import select

    assert select.select([anak], [], [], 20)[0], "the child is still there"
    os.close(anak)
