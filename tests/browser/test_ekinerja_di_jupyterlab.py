"""e-Kinerja (Simulasi) behind JupyterLab: from the participant's home page, and from the launcher of any JupyterLab."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from peramban_uji import Lab, hentikan, lingkungan

from simulator.notebook_server.ekinerja import JUDUL
from simulator.notebook_server.server import choose_port
from simulator.notebook_server.settings import runs_as_administrator

pytestmark = pytest.mark.peramban


def test_from_the_home_page_into_the_own_office_and_a_form_is_saved_through_the_proxy(
    lab: Lab, buka: Callable, gambar: Callable
) -> None:
    beranda = buka()
    beranda.goto(lab.alamat)
    with beranda.expect_popup() as tab:
        beranda.click(f"text=Buka {JUDUL}")
    halaman = tab.value
    galat: list[str] = []
    halaman.on("console", lambda p: galat.append(p.text) if p.type == "error" else None)
    _perankan_dan_simpan(halaman)
    gambar(halaman, "e-Kinerja di balik JupyterLab")

    beranda.click("text=Lihat SKP di lembar")
    beranda.locator(".bimtek-lembar table", has_text="Pejabat penilai").first.wait_for(timeout=60_000)
    beranda.locator(".bimtek-lembar select").select_option(index=2)
    beranda.locator(".bimtek-lembar button", has_text="Muat ulang").click()
    gambar(beranda, "kantor saya")
    assert halaman.url.startswith(f"http://127.0.0.1:{lab.port}/ekinerja/drive")
    assert {kuki["path"] for kuki in halaman.context.cookies() if "ekinerja" in kuki["name"]} == {"/ekinerja"}
    assert halaman.evaluate("document.documentElement.classList.contains('ber-skrip')"), "script came through as well"
    assert galat == []
    assert (lab.folder / "kantor.ekin.db").exists()
    assert _kantor_dari(lab.proses.pid), "the office runs as a child of this JupyterLab"


def test_the_office_ends_with_its_jupyterlab(lab: Lab, buka: Callable) -> None:
    halaman = buka()
    halaman.goto(lab.alamat)
    halaman.goto(f"http://127.0.0.1:{lab.port}/ekinerja/")
    kantor = _kantor_dari(lab.proses.pid)
    halaman.goto(lab.alamat)
    halaman.once("dialog", lambda dialog: dialog.accept())
    halaman.click("text=Tutup Bimtek")
    tutup = halaman.locator(".jp-Dialog button.jp-mod-accept, .bimtek-dialog button.bimtek-utama")
    if tutup.count():
        tutup.first.click()
    halaman.wait_for_selector("text=Bimtek sudah ditutup")
    lab.proses.wait(timeout=30)

    assert kantor
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in kantor):
            return
        halaman.wait_for_timeout(100)
    pytest.fail("bimtek web masih berjalan")


def test_a_tile_in_the_launcher_of_any_jupyterlab(lab: Lab, tmp_path: Path, buka: Callable, gambar: Callable) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    shutil.copy(lab.folder / "kantor.ekin.db", folder / "kantor.ekin.db")
    with _lab_biasa(folder, tmp_path, buka()) as alamat:
        halaman = buka()
        halaman.goto(f"{alamat}/lab?token=rahasia")
        ubin = halaman.locator(".jp-LauncherCard", has_text=JUDUL)
        ubin.wait_for(timeout=60_000)
        gambar(halaman, "ubin di peluncur")
        with halaman.expect_popup() as tab:
            ubin.click()
        _perankan_dan_simpan(tab.value)

        assert tab.value.url.startswith(f"{alamat}/ekinerja/drive")


def test_without_an_office_the_page_says_what_is_missing_and_opens_once_it_is_there(
    lab: Lab, tmp_path: Path, buka: Callable
) -> None:
    folder = tmp_path / "kosong"
    folder.mkdir()
    with _lab_biasa(folder, tmp_path, buka()) as alamat:
        halaman = buka()
        halaman.goto(f"{alamat}/lab?token=rahasia")
        halaman.goto(f"{alamat}/ekinerja/")
        assert "belum dapat dibuka" in halaman.inner_text("h1")

        shutil.copy(lab.folder / "kantor.ekin.db", folder / "kantor.ekin.db")
        halaman.reload()
        assert halaman.get_by_role("link", name="Login").count() == 1


def _perankan_dan_simpan(halaman) -> None:
    """From the front page one click becomes somebody; then a document is saved with the form of the drive."""
    halaman.locator("a", has_text="Login").click(timeout=60_000)
    halaman.wait_for_selector("input[name=nip]")
    halaman.locator("form[action$='/pemeran'] button").first.click()
    halaman.wait_for_selector("nav#menu")
    halaman.click("nav#menu >> text=Bukti Dukung (Drive)")
    halaman.click("[data-buka] >> nth=0")
    formulir = halaman.locator("form[action$='/drive/simpan']")
    formulir.locator("[name=nama]").fill("Laporan lewat proksi.pdf")
    for nama, isi in (("jenis", "Laporan"), ("tanggal", "2026-01-05")):
        bidang = formulir.locator(f"[name={nama}]")
        if bidang.evaluate("satu => satu.tagName") == "SELECT":
            bidang.select_option(index=1)
        else:
            bidang.fill(isi)
    formulir.locator("footer button").first.click()
    halaman.wait_for_selector("text=disimpan")


def _kantor_dari(pid: int) -> list[int]:
    """The ``bimtek web`` below a process."""
    anak = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(satu) for satu in anak if b"--di-balik-proksi" in Path(f"/proc/{satu}/cmdline").read_bytes()]


@contextmanager
def _lab_biasa(folder: Path, tempat: Path, halaman) -> Iterator[str]:
    """A plain ``jupyter lab``, as somebody starts it by hand."""
    port = choose_port(folder)
    sendiri = {
        nama: str(tempat / nama.lower()) for nama in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")
    }
    perintah = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--port={port}", "--port-retries=0"]
    perintah += ["--IdentityProvider.token=rahasia", *(["--allow-root"] if runs_as_administrator() else [])]
    with (tempat / "jupyter.log").open("w") as catatan:
        proses = subprocess.Popen(
            perintah, stdout=catatan, stderr=catatan, cwd=folder, env={**lingkungan(), **sendiri, **_tanpa_nama()}
        )
        try:
            for _ in range(600):
                assert proses.poll() is None, (tempat / "jupyter.log").read_text()[-2000:]
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/api/status?token=rahasia", timeout=5).close()
                    break
                except (urllib.error.URLError, OSError):
                    halaman.wait_for_timeout(100)
            yield f"http://127.0.0.1:{port}"
        finally:
            hentikan(proses)


def _tanpa_nama() -> dict[str, str]:
    # An office named in the environment of whoever runs the tests must not be opened by them.
    return {"BIMTEK_KANTOR": ""} if os.environ.get("BIMTEK_KANTOR") else {}
