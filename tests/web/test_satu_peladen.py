"""Two programs that would serve one office: the second is refused and told where the first one is."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.errors import StatusTidakSesuai
from simulator.web import satu_peladen as modul
from simulator.web.app import create_app
from simulator.web.settings import Mode, Pengaturan
from tests.web.conftest import KELAS, Peramban

DI = "http://192.168.1.10:8765/"
AKAR = str(Path(__file__).parents[2])


@pytest.fixture(autouse=True)
def _tidak_sabar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "SABAR", 0.05)


def test_a_second_server_changes_nothing_in_an_exam_that_runs(sasaran: str | Path) -> None:
    with Peramban(create_app(sasaran, Pengaturan(Mode.UJIAN, dilayani_di=DI))) as ujian:
        for atur in (Pengaturan(dilayani_di=""), replace(KELAS, dilayani_di="lain")):
            with pytest.raises(StatusTidakSesuai, match=f"sudah dilayani di {DI}"), Peramban(create_app(sasaran, atur)):
                pass
        assert ujian.get("/pemeran").status_code == 403
        with ujian.app.state.data.lihat() as connection:
            assert modul.catatan.baca(connection, 0, "mode-terakhir") == Mode.UJIAN

    with Peramban(create_app(sasaran, Pengaturan(dilayani_di=""))) as sendiri:
        assert sendiri.get("/masuk").status_code == 200, "the first one has ended"
        with pytest.raises(StatusTidakSesuai, match="kotak e-Kinerja"), modul.satu_peladen(sasaran, DI):
            pass


def test_other_offices_are_served_beside_it(berkas: Path, tmp_path: Path) -> None:
    lain = Path(shutil.copy(berkas, tmp_path / "lain.ekin.db"))
    with modul.satu_peladen(berkas, DI), modul.satu_peladen(lain, DI):
        pass


def test_at_the_terminal_and_after_a_server_was_killed(berkas: Path) -> None:
    bimtek = [sys.executable, "-m", "simulator.commands.app", "web", str(berkas), "--tanpa-browser", "--port", "0"]
    lingkungan = os.environ | {"PYTHONPATH": AKAR}
    with subprocess.Popen([*bimtek, "--json"], text=True, stdout=subprocess.PIPE, env=lingkungan) as pertama:
        try:
            assert pertama.stdout is not None
            alamat = json.loads(pertama.stdout.readline())["alamat"]
            kedua = subprocess.run(bimtek, text=True, capture_output=True, env=lingkungan, timeout=120)
        finally:
            pertama.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
    assert (kedua.returncode, kedua.stdout) == (1, "")
    assert f"sudah dilayani di {alamat}" in kedua.stderr
    assert "Kode: kantor-dilayani-lain" in kedua.stderr

    with modul.satu_peladen(berkas, DI):
        pass
