"""An office that is really served in this process, and the page of a notebook that talks to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ipywidgets
import uvicorn
from starlette.types import ASGIApp

from simulator.commands.web import _soket
from simulator.notebook.kantor.ruang import Ruang, kantor_kelas
from simulator.notebook.kantor.tulis_rhk import TulisRHK
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan


@contextmanager
def melayani(app: ASGIApp, port: int = 0) -> Iterator[str]:
    """Any application under an address of this machine."""
    soket = _soket("127.0.0.1", port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False, timeout_graceful_shutdown=1))
    utas = threading.Thread(target=server.run, kwargs={"sockets": [soket]})
    utas.start()
    try:
        yield f"http://127.0.0.1:{soket.getsockname()[1]}"
    finally:
        server.should_exit = True
        utas.join()


@contextmanager
def kantor_dilayani(target: str | Path, atur: Pengaturan | None = None, port: int = 0) -> Iterator[str]:
    """The office of a class under its address."""
    with melayani(create_app(target, atur), port) as alamat:
        yield alamat


class Halaman:
    """The page *Kantor kelas* of one participant, as the cells of the notebook make it."""

    def __init__(self, alamat: str, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.ruang: Ruang = kantor_kelas(alamat, folder)
        self.masuk = self.ruang._masuk
        self.bagian = {
            nama: getattr(self.ruang, nama)() for nama in ("tulis_rhk", "skp_saya", "penilaian_saya", "bawahan")
        }
        self.rhk: TulisRHK = self.ruang._bagian[0][0]  # type: ignore[assignment]

    def jadi(self, pegawai_id: int) -> Halaman:
        """Choose somebody and press Perankan."""
        self.masuk.pemeran.value = pegawai_id
        self.masuk.perankan()
        return self

    def tulis(self, teks: str) -> Halaman:
        """Type into Rencana Hasil Kerja."""
        self.rhk.teks.isi(teks)
        return self

    def teks(self, widget: ipywidgets.Widget | None = None) -> str:
        """Everything that is said on the page, or in one part of it; what is hidden says nothing."""
        satu = widget if widget is not None else ipywidgets.VBox([self.masuk.widget, *self.bagian.values()])
        if satu.layout.display == "none":
            return ""
        if isinstance(satu, ipywidgets.Box):
            return " ".join(self.teks(anak) for anak in satu.children)
        if isinstance(satu, ipywidgets.Button):
            return str(satu.description)
        return satu.value if isinstance(satu, ipywidgets.HTML) and "<style>" not in satu.value else ""
