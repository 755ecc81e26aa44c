"""Commands, a running JupyterLab and the steps a participant takes, for the browser tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Without windows of its own it spends half as much of a processor, so that is taken first; pages run as in the other.
TANPA_JENDELA = ("chromium-headless-shell",)
LENGKAP = ("chromium", "chromium-browser")
PESERTA = "peserta01"
BENDERA = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Set when the page is asked for, read when the first control of a form is on it.
PENCATAT = """latihan => {
  const mulai = performance.now();
  window.formulirTampak = null;
  const lihat = () => {
    const halaman = document.querySelector(`.bimtek-halaman[data-latihan="${latihan}"]`);
    if (window.formulirTampak === null && halaman?.querySelector('.bimtek-lembar :is(select, input, textarea)')) {
      window.formulirTampak = performance.now() - mulai;
    }
  };
  new MutationObserver(lihat).observe(document.body, { subtree: true, childList: true });
}"""


def lingkungan() -> dict[str, str]:
    """The tests' own environment; a clone that is not installed is found by its path."""
    paths = [str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(satu for satu in paths if satu)}


def cari_chromium(nama: tuple[str, ...] = TANPA_JENDELA + LENGKAP) -> str | None:
    """The path of the first of these programs that is installed; BIMTEK_CHROMIUM names another."""
    return os.environ.get("BIMTEK_CHROMIUM") or next((jalur for satu in nama if (jalur := shutil.which(satu))), None)


def bimtek(*argumen: str | Path) -> dict[str, Any]:
    """Run a ``bimtek`` command with ``--json`` and return what it says."""
    perintah = [sys.executable, "-m", "simulator.commands.app", *map(str, argumen), "--json"]
    hasil = subprocess.run(perintah, capture_output=True, text=True, env=lingkungan(), timeout=300, check=False)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    isi: dict[str, Any] = json.loads(hasil.stdout)
    return isi


@contextmanager
def menunggu_giliran(kunci: Path) -> Iterator[None]:
    """One process of this run at a time; the others wait."""
    import fcntl  # these tests run where Chromium comes from a package: not on Windows

    with kunci.open("w") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX)
        yield


@dataclass
class Lab:
    """A running ``bimtek mulai``."""

    proses: subprocess.Popen[str]
    alamat: str
    folder: Path
    token: str
    port: int

    def kernels(self) -> list[int]:
        """Process ids of the kernels, which are children of the server."""
        anak = Path(f"/proc/{self.proses.pid}/task/{self.proses.pid}/children").read_text().split()
        return [int(satu) for satu in anak if b"ipykernel" in Path(f"/proc/{satu}/cmdline").read_bytes()]

    def stop(self) -> int:
        """End it as a closed window would, and wait for it."""
        return hentikan(self.proses)


@contextmanager
def bimtek_berjalan(
    *argumen: str | Path, cwd: Path | None = None
) -> Iterator[tuple[subprocess.Popen[str], Any, Callable[[], str]]]:
    """A ``bimtek`` command that serves something while the block runs: its process, what it said, what it complains of.

    Complaints go to a file: a pipe that nobody reads stops the server once it is full.
    """
    perintah = [sys.executable, "-m", "simulator.commands.app", *map(str, argumen), "--json"]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as galat:

        def keluhan() -> str:
            galat.seek(0)
            return galat.read()

        proses = subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=galat, text=True, env=lingkungan(), cwd=cwd)
        assert proses.stdout is not None
        baris = proses.stdout.readline()
        if not baris:
            pytest.fail(f"bimtek {argumen[0]} tidak berjalan: {keluhan()}")
        try:
            yield proses, json.loads(baris), keluhan
        finally:
            hentikan(proses)
            proses.stdout.close()


def hentikan(proses: subprocess.Popen[str]) -> int:
    """End it as a closed window would, and wait for it."""
    if proses.poll() is None:
        proses.terminate()
    return proses.wait(timeout=60)


@contextmanager
def lab_berjalan(folder: Path, *pilihan: str) -> Iterator[Lab]:
    with bimtek_berjalan("mulai", folder, "--tanpa-peramban", *pilihan, cwd=folder) as (proses, isi, _keluhan):
        yield Lab(proses, isi["alamat"], folder, isi["token"], isi["port"])


@dataclass(frozen=True)
class Kelas:
    """A class of one participant; every test has a copy of its own."""

    folder: Path
    latihan: tuple[str, ...]

    @property
    def peserta(self) -> Path:
        """The participant's folder."""
        return self.folder / "peserta" / PESERTA

    def salin(self, folder: Path) -> Kelas:
        """The same class once more, where nothing has happened yet."""
        shutil.copytree(self.folder, folder)
        # A package names the box it hands in to.
        salinan = Kelas(folder, self.latihan)
        paket = salinan.peserta / "paket.json"
        isi = json.loads(paket.read_text(encoding="utf-8"))
        paket.write_text(json.dumps(isi | {"kotak": str(folder / "kotak")}), encoding="utf-8")
        return salinan


def buka_latihan(halaman: Any, alamat: str, latihan: str) -> None:
    """From the home page into an exercise, as a participant does, until the form can be filled."""
    halaman.goto(alamat)
    halaman.click(f'.bimtek-kartu[data-latihan="{latihan}"] button')
    tunggu_siap(halaman)


def tunggu_siap(halaman: Any) -> None:
    halaman.wait_for_selector('.bimtek-halaman[data-keadaan="siap"]:not(.lm-mod-hidden)', timeout=30_000)


def tunggu_tersimpan(folder: Path, latihan: str, halaman: Any, potongan: str) -> None:
    """Until the answer file holds the text: the file is the truth, not the screen."""
    berkas = folder / latihan / "jawaban.json"
    halaman.wait_for_selector(".bimtek-tersimpan:has-text('Tersimpan pukul')", timeout=15_000)
    for _ in range(100):
        if berkas.is_file() and potongan in berkas.read_text(encoding="utf-8"):
            return
        halaman.wait_for_timeout(100)
    pytest.fail(f"“{potongan}” tidak sampai di {berkas}")
