"""``bimtek web``: the office in a browser.

Scene: entry point; serves one *instansi* on an embedded server and opens the browser. May import: simulator.web; Typer.
Facts: none. Add: an option here, its meaning in simulator/web/settings.py.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.commands.induk import bila_induk_berakhir
from simulator.domain.errors import DataTidakSah, TidakDitemukan

if TYPE_CHECKING:
    import uvicorn
    from starlette.applications import Starlette
    from starlette.types import ASGIApp

PORT_BAWAAN = 8765


def web(
    sasaran: Annotated[
        str | None,
        typer.Argument(metavar="[BERKAS|ALAMAT]", help="Berkas *.ekin.db, atau alamat PostgreSQL untuk satu kelas."),
    ] = None,
    port: Annotated[int, typer.Option(help="Nomor port; bila terpakai dipilihkan yang kosong.")] = PORT_BAWAAN,
    tanpa_browser: Annotated[bool, typer.Option("--tanpa-browser", help="Jangan membuka peramban.")] = False,
    ujian: Annotated[bool, typer.Option("--ujian", help="Tanpa ganti pemeran; setiap orang masuk sendiri.")] = False,
    untuk_jaringan: Annotated[
        bool, typer.Option("--untuk-jaringan", help="Layani juga komputer lain di jaringan kelas.")
    ] = False,
    di_balik_proksi: Annotated[
        bool, typer.Option("--di-balik-proksi", help="Percaya awalan alamat dari proksi JupyterLab.")
    ] = False,
    soket_lokal: Annotated[
        Path | None, typer.Option("--soket", metavar="BERKAS", help="Layani lewat soket berkas, bukan port.")
    ] = None,
    ikut_induk: Annotated[
        bool, typer.Option("--ikut-induk", hidden=True, help="Berakhir bersama JupyterLab yang memulainya.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Tulis alamat sebagai satu baris JSON.")] = False,
) -> None:
    """Buka kantor simulasi di peramban (SIMULASI PELATIHAN)."""
    from simulator.web.app import create_app
    from simulator.web.settings import Mode, Pengaturan

    atur = Pengaturan(Mode.UJIAN if ujian else Mode.LATIHAN, percaya_awalan=di_balik_proksi)

    def buat() -> Starlette:
        return create_app(_target(sasaran), atur)

    if ikut_induk:
        _bersama_induk(buat, port, soket_lokal)
        return
    app, uds = buat(), None if soket_lokal is None else str(soket_lokal)
    soket = None if uds is not None else _soket("0.0.0.0" if untuk_jaringan else "127.0.0.1", port)
    tautan = uds if soket is None else f"http://127.0.0.1:{soket.getsockname()[1]}/"
    if as_json:
        nama = _target(sasaran)
        print(json.dumps({"alamat": tautan, "sasaran": "basis data" if "://" in nama else Path(nama).name}), flush=True)
    else:
        print(f"e-Kinerja (Simulasi) dibuka di {tautan}\nTekan Ctrl+C untuk menutup.", flush=True)
    if not tanpa_browser and soket is not None:
        threading.Timer(0.5, webbrowser.open, (tautan,)).start()
    _peladen(app, uds).run(sockets=None if soket is None else [soket])
    if not as_json:
        print("e-Kinerja (Simulasi) ditutup. Semua yang disimpan ada di berkas instansi.", file=sys.stderr)


def _bersama_induk(buat: Callable[[], Starlette], port: int, soket: Path | None) -> None:
    """For JupyterLab: end with it, and tell on the page, the only thing that is seen, why no office can be opened."""
    from simulator.web.tanpa_kantor import BilaAda

    server = _peladen(BilaAda(buat), None if soket is None else str(soket))
    bila_induk_berakhir(lambda: setattr(server, "should_exit", True))
    server.run(sockets=None if soket is not None else [_soket("127.0.0.1", port)])


def _peladen(app: ASGIApp, uds: str | None) -> uvicorn.Server:
    import uvicorn

    return uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, uds=uds))


def _target(sasaran: str | None) -> str:
    return sasaran if sasaran is not None and "://" in sasaran else str(pilih_berkas(sasaran))


def pilih_berkas(sasaran: str | None) -> Path:
    """The office that is meant. Raises: TidakDitemukan — none named and not exactly one lies here."""
    if sasaran is not None:
        return Path(sasaran).expanduser()
    ada = sorted(Path.cwd().glob("*.ekin.db"))
    if len(ada) == 1:
        return ada[0]
    contoh = f'bimtek web "{ada[0].name}"' if ada else "bimtek instansi buat, lalu bimtek web NAMA.ekin.db"
    sebab = f"Ada {len(ada)} berkas instansi di folder ini" if ada else "Belum ada berkas instansi di folder ini"
    raise TidakDitemukan(f"{sebab}. Sebutkan yang dibuka, misalnya: {contoh}.", kode="web-pilih-berkas")


def _soket(alamat: str, port: int) -> socket.socket:
    """A listening socket: the wanted port, else any free one."""
    for calon in (port, 0):
        # The protocol is named because asyncio sends small answers at once (TCP_NODELAY) only where a socket names it;
        # otherwise every page waits some 40 ms for the browser's acknowledgement.
        soket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind((alamat, calon))
            # A browser that comes before the office is open waits in the queue instead of being refused.
            soket.listen(128)
        except (OSError, OverflowError):
            soket.close()
            continue
        return soket
    raise DataTidakSah(f"Port {port} tidak dapat dipakai. Pilih angka antara 1024 dan 65535.", kode="web-port")
