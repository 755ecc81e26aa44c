"""What the browser tests stand on: a class made by commands, a participant's JupyterLab, a real Chromium.

Nothing is faked: the class, the package and the server come from the same commands that people type.
Screenshots go to BIMTEK_GAMBAR when that is set, else to the test's temporary folder.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from peramban_uji import BENDERA, LENGKAP, PESERTA, Kelas, Lab, bimtek, cari_chromium, lab_berjalan, menunggu_giliran


@pytest.fixture(scope="session")
def kelas_asli(tmp_path_factory: pytest.TempPathFactory) -> Kelas:
    """The class that every test copies: made once, by whoever needs it first, also where several processes test."""
    asli = _bersama(tmp_path_factory) / "kelas-asli"
    with menunggu_giliran(asli.with_suffix(".kunci")):
        if not (asli / "isi.json").is_file():
            _buat_kelas(asli)
    return Kelas(asli / "kelas", tuple(json.loads((asli / "isi.json").read_text(encoding="utf-8"))["latihan"]))


@pytest.fixture
def kelas(kelas_asli: Kelas, tmp_path: Path) -> Kelas:
    """One test's own class."""
    return kelas_asli.salin(tmp_path / "kelas")


def _bersama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all its processes share."""
    dasar = tmp_path_factory.getbasetemp()
    return dasar.parent if os.environ.get("PYTEST_XDIST_WORKER") else dasar


def _buat_kelas(asli: Path) -> None:
    asli.mkdir()
    daftar = asli / "daftar.csv"
    daftar.write_text(f'Nama,Id,Unit\n"Contoh 901, S.Kep.",{PESERTA},Puskesmas\n', encoding="utf-8")
    judul = "Bimtek Angkatan 1"
    isi = bimtek("kelas", "buat", asli / "kelas", "--peserta", daftar, "--judul", judul, "--benih", "5")
    bimtek("kelas", "bagikan", asli / "kelas", "--tanpa-zip")  # the folders are opened, not the archives
    (asli / "isi.json").write_text(json.dumps(isi), encoding="utf-8")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    modul = pytest.importorskip("playwright.sync_api", reason="playwright belum terpasang")
    with modul.sync_playwright() as satu:
        yield satu


@contextmanager
def _dijalankan(playwright: Any, program: str | None, paket: str) -> Iterator[Any]:
    if program is None:
        pytest.skip(f"Chromium tidak ada; pasang paket {paket} atau isi BIMTEK_CHROMIUM")
    peramban = playwright.chromium.launch(executable_path=program, args=BENDERA)
    yield peramban
    peramban.close()


@pytest.fixture(scope="session")
def chromium(playwright: Any) -> Iterator[Any]:
    with _dijalankan(playwright, cari_chromium(), "chromium-headless-shell") as peramban:
        yield peramban


@pytest.fixture
def chromium_lengkap(playwright: Any) -> Iterator[Any]:
    """The browser with everything around its pages, such as the viewer of PDF."""
    with _dijalankan(playwright, cari_chromium(LENGKAP), "chromium") as peramban:
        yield peramban


@pytest.fixture
def lab(kelas: Kelas) -> Iterator[Lab]:
    with lab_berjalan(kelas.peserta) as satu:
        yield satu


@pytest.fixture
def buka(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Open a page; console errors and failed requests are collected in ``halaman.galat``."""
    with ExitStack() as tumpukan:

        def satu(lebar: int = 1280, tinggi: int = 900, konteks: Any = None) -> Any:
            if konteks is None:
                konteks = chromium.new_context(viewport={"width": lebar, "height": tinggi}, locale="id-ID")
                tumpukan.callback(konteks.close)
            halaman = konteks.new_page()
            halaman.galat = []
            halaman.on("console", lambda p: halaman.galat.append(p.text) if p.type == "error" else None)
            halaman.on("pageerror", lambda galat: halaman.galat.append(str(galat)))
            return halaman

        yield satu


@pytest.fixture
def buka_axe(buka: Callable[..., Any]) -> Callable[..., Any]:
    """A page with axe in it: put in from outside, because the pages let no script of others run."""
    skrip = Path(pytest.importorskip("axe_playwright_python", reason="axe-playwright-python belum terpasang").__file__)

    def satu(**ukuran: int) -> Any:
        halaman = buka(**ukuran)
        halaman.add_init_script(path=skrip.parent / "axe.min.js")
        return halaman

    return satu


@pytest.fixture
def gambar(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[Any, str], Path]:
    folder = Path(os.environ.get("BIMTEK_GAMBAR") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)

    def simpan(halaman: Any, nama: str) -> Path:
        berkas = folder / f"{re.sub(r'[^a-z0-9]+', '-', nama.lower())}.png"
        halaman.screenshot(path=berkas)
        return berkas

    return simpan
