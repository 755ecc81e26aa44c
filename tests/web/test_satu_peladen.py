"""Two programs that would serve one office: the second is refused and told where the first one is."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.commands.app import main
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
        with pytest.raises(StatusTidakSesuai, match="kotak e-Kinerja"), modul.satu_peladen(sasaran):
            pass


def test_other_offices_are_served_beside_it(berkas: Path, tmp_path: Path) -> None:
    lain = Path(shutil.copy(berkas, tmp_path / "lain.ekin.db"))
    with modul.satu_peladen(berkas), modul.satu_peladen(lain):
        kunci = tmp_path / ".lain.web.lock"
        assert os.name == "nt" or stat.S_IMODE(kunci.stat().st_mode) == 0o600


def test_it_is_told_at_the_terminal(berkas: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Peramban(create_app(berkas, Pengaturan(dilayani_di=DI))), pytest.raises(SystemExit) as selesai:
        main(["web", str(berkas), "--tanpa-browser", "--port", "0"])
    ditulis = capsys.readouterr()

    assert (selesai.value.code, ditulis.out) == (1, "")
    assert f"sudah dilayani di {DI}" in ditulis.err
    assert "Kode: kantor-dilayani-lain" in ditulis.err


def test_a_server_that_was_killed_holds_nothing(berkas: Path) -> None:
    program = (
        "import sys; from simulator.web.satu_peladen import satu_peladen\n"
        "with satu_peladen(sys.argv[1]): print('siap', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(berkas)], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": AKAR},
    ) as pertama:  # fmt: skip
        try:
            assert pertama.stdout is not None
            assert pertama.stdout.readline() == "siap\n"
            with pytest.raises(StatusTidakSesuai, match="oleh program lain"), modul.satu_peladen(berkas):
                pass
        finally:
            pertama.kill()

    with modul.satu_peladen(berkas):
        pass
