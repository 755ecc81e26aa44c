"""The notebook behind *Kantor kelas*, with cells of somebody who programs below: run, stored, and the same again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from kantor_uji import kantor_dilayani
from nbclient import NotebookClient

from simulator.notebook.kantor.sambungan import KANTOR
from simulator.notebook_server.kantor_kelas import write_notebook
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import KASI, KantorKecil

ROOT = Path(__file__).resolve().parents[2]
_SENDIRI = (
    "from simulator.notebook.kantor import tabel\n"
    "from simulator.notebook.kantor.sambungan import KantorKelas\n"
    f"kantor = KantorKelas()\nkantor.perankan({KASI})['nama']",
    "tabel.skp_saya(kantor)",
    "tabel.rhk(kantor)",
    "tabel.iki(kantor).groupby('Aspek').size()",
    "tabel.bawahan(kantor)['Status SKP'].value_counts()",
    "try:\n    kantor.tindakan('tambah_rhk', skp_id=int(tabel.skp_saya(kantor).index[0]), teks_rhk='Kalimat')\n"
    "except Exception as galat:\n    print(galat)",
)


@pytest.fixture
def kelas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A participant's folder whose kernels know where the class's office is."""
    berkas = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), berkas)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KASI)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return berkas


def test_the_notebook_runs_and_shows_the_same_when_nbval_runs_it_again(
    kelas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    buku = write_notebook(kelas.parent)
    notebook = nbformat.read(buku, 4)
    banyak = sum(sel.cell_type == "code" for sel in notebook.cells)
    notebook.cells += [nbformat.v4.new_code_cell(isi) for isi in _SENDIRI]
    with kantor_dilayani(kelas) as alamat:
        monkeypatch.setenv(KANTOR, alamat)
        NotebookClient(notebook, timeout=60, kernel_name="python3").execute(cwd=str(buku.parent))
        nbformat.write(notebook, buku)
        hasil = subprocess.run(
            [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "--rootdir", str(buku.parent),
             "-c", os.devnull, str(buku)],
            cwd=buku.parent, capture_output=True, text=True, timeout=120, check=False,
            env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "nbval.plugin"},
        )  # fmt: skip

    assert hasil.returncode == 0, hasil.stdout[-3000:] + hasil.stderr[-1000:]
    assert f"{banyak + len(_SENDIRI)} passed" in hasil.stdout
    kode = [sel for sel in notebook.cells if sel.cell_type == "code"]
    halaman, sendiri = kode[:banyak], kode[banyak:]
    assert all(sel.metadata["jupyter"]["source_hidden"] for sel in halaman)
    assert all(sel.outputs for sel in halaman[1:]), "every word puts something on the page"
    assert "Persetujuan" in str(sendiri[1].outputs)
    assert "Kuantitas" in str(sendiri[3].outputs)
    assert "Draft" in str(sendiri[5].outputs), "the office's refusal, in its own words"
