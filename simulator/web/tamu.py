"""Who may ask at all: a request must be addressed to us, and behind JupyterLab it must come from there.

Scene: outermost, in front of everything that ``bimtek web`` serves. May import: Starlette, simulator.web.keamanan.
Facts: a page elsewhere can have its own name lead to 127.0.0.1 (DNS rebinding) and then reads what is served there as
its own; only the name in the Host header gives it away. A port is open to everybody on a machine, also to those who
have not logged in to its JupyterLab; a word that only the proxy and we know tells its requests from theirs.
Add: nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from html import escape
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.web.keamanan import KepalaAman

#: How this computer calls itself.
SENDIRI = frozenset({"127.0.0.1", "localhost", "::1"})
_HALAMAN = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>e-Kinerja (Simulasi)</title></head>
<body><main><h1>Kantor simulasi tidak dibuka lewat alamat ini</h1>
<p>SIMULASI PELATIHAN – bukan aplikasi BKN.</p>
<p role="alert">{pesan} <small>[{kode}]</small></p></main></body></html>
"""


class HanyaTamu:
    """``nama``: host names that are ours, empty: any; ``kata``: what the proxy has to say in the header ``kepala``,
    empty: nothing."""

    def __init__(self, app: ASGIApp, nama: Collection[str] = (), *, kepala: str = "", kata: str = "") -> None:
        self.app = app
        self.nama = frozenset(satu.lower() for satu in nama)
        self.kepala, self.kata = kepala, kata.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.app
        if scope["type"] == "http":
            kepala = Headers(scope=scope)
            if self.kata and not secrets.compare_digest(kepala.get(self.kepala, "").encode(), self.kata):
                app = _tolak(
                    "Kantor ini hanya dibuka dari JupyterLab-nya sendiri. Tekan kotak e-Kinerja (Simulasi) di sana.",
                    "bukan-lewat-jupyterlab",
                )
            elif self.nama and (disebut := _nama(kepala.get("host", ""))) not in self.nama:
                port = (scope.get("server") or ("", ""))[1]
                app = _tolak(
                    f"Kantor ini hanya untuk komputer ini: buka http://127.0.0.1:{port}/. Bila ia memang dilayani "
                    f"dengan nama “{disebut[:80]}”, jalankan bimtek web dengan --nama-host {disebut[:80] or 'NAMA'}.",
                    "nama-host-asing",
                )
        await app(scope, receive, send)


def _nama(host: str) -> str:
    """The name in a Host header without its port; empty where there is none to be read."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _tolak(pesan: str, kode: str) -> ASGIApp:
    return KepalaAman(HTMLResponse(_HALAMAN.format(pesan=escape(pesan), kode=kode), status_code=403))
