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
from pathlib import Path
from typing import Annotated

import typer

from simulator.domain.errors import DataTidakSah, TidakDitemukan

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
    as_json: Annotated[bool, typer.Option("--json", help="Tulis alamat sebagai satu baris JSON.")] = False,
) -> None:
    """Buka kantor simulasi di peramban (SIMULASI PELATIHAN)."""
    import uvicorn

    from simulator.web.app import create_app
    from simulator.web.settings import Mode, Pengaturan

    target = sasaran if sasaran is not None and "://" in sasaran else str(pilih_berkas(sasaran))
    alamat = "0.0.0.0" if untuk_jaringan else "127.0.0.1"
    soket = _soket(alamat, port)
    nomor = soket.getsockname()[1]
    app = create_app(target, Pengaturan(Mode.UJIAN if ujian else Mode.LATIHAN, percaya_awalan=di_balik_proksi))
    tautan = f"http://127.0.0.1:{nomor}/"
    if as_json:
        print(
            json.dumps({"alamat": tautan, "sasaran": Path(target).name if "://" not in target else "basis data"}),
            flush=True,
        )
    else:
        print(f"e-Kinerja (Simulasi) dibuka di {tautan}\nTekan Ctrl+C untuk menutup.", flush=True)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    if not tanpa_browser:
        threading.Timer(0.5, webbrowser.open, (tautan,)).start()
    server.run(sockets=[soket])
    if not as_json:
        print("e-Kinerja (Simulasi) ditutup. Semua yang disimpan ada di berkas instansi.", file=sys.stderr)


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
