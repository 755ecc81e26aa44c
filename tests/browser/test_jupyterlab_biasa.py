"""In a JupyterLab started by hand, course pages still open as pages, and nothing else changes."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from peramban_uji import lingkungan, tunggu_siap

from simulator.notebook_server.server import choose_port
from simulator.notebook_server.settings import extension_folder, runs_as_administrator

pytestmark = pytest.mark.peramban

LATIHAN = "01_iki_smart"


@pytest.fixture
def lab_biasa(kelas, tmp_path, buka):
    """A plain ``jupyter lab`` on the class folder, as an instructor has it; returns the page address of a path."""
    port = choose_port(tmp_path)
    sendiri = {
        nama: str(tmp_path / nama.lower()) for nama in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    argumen = [
        "--no-browser", f"--port={port}", "--port-retries=0", "--IdentityProvider.token=rahasia",
        f"--LabApp.extra_labextensions_path={extension_folder()}",
        *(["--allow-root"] if runs_as_administrator() else []),
    ]  # fmt: skip
    with (tmp_path / "jupyter.log").open("w") as catatan:
        proses = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *argumen],
            stdout=catatan, stderr=catatan, cwd=kelas.folder, env={**lingkungan(), **sendiri},
        )  # fmt: skip
        try:
            tunggu_jawaban(proses, f"http://127.0.0.1:{port}/api/status?token=rahasia", buka())
            yield lambda jalur: f"http://127.0.0.1:{port}/lab/tree/{jalur}?token=rahasia"
        finally:
            # Nothing of this server is looked at afterwards; its kernels end with it.
            proses.kill()
            proses.wait(timeout=30)


def tunggu_jawaban(proses, alamat: str, halaman) -> None:
    for _ in range(300):
        assert proses.poll() is None, "jupyter lab berhenti sendiri"
        try:
            with urllib.request.urlopen(alamat, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            halaman.wait_for_timeout(100)
    pytest.fail("jupyter lab tidak menjawab")


def test_a_course_notebook_opens_as_a_page_in_a_participant_folder(kelas, lab_biasa, buka, gambar):
    folder = kelas.peserta
    halaman = buka()
    halaman.goto(lab_biasa(f"peserta/{folder.name}/{LATIHAN}/{LATIHAN}.ipynb"))
    tunggu_siap(halaman)
    gambar(halaman, "jupyterlab biasa")

    assert halaman.locator(".jp-NotebookPanel").count() == 0
    assert halaman.locator("#jp-top-panel").is_visible()


def test_the_instructors_own_copy_stays_a_notebook_and_is_not_run(kelas, lab_biasa, buka):
    halaman = buka()
    halaman.goto(lab_biasa(f"release/{LATIHAN}/{LATIHAN}.ipynb"))
    halaman.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=30_000)

    assert halaman.locator(".bimtek-halaman").count() == 0
    buku = json.loads((kelas.folder / "release" / LATIHAN / f"{LATIHAN}.ipynb").read_text(encoding="utf-8"))
    assert [cell["outputs"] for cell in buku["cells"] if cell["cell_type"] == "code" and cell["outputs"]] == []
