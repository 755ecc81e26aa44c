"""The last answer: what is said when not even the page that tells an error can be drawn.

Scene: outermost, where the office or its web data cannot be read at all. May import: Starlette, keamanan.
Facts: none. Add: nothing; whatever a handler can foresee is told by rute.py inside the usual frame.
"""

from __future__ import annotations

import html
import logging
import secrets

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from simulator.web.keamanan import TETAP

log = logging.getLogger("bimtek.web")
_HALAMAN = """<!doctype html><html lang="id"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Halaman tidak dapat ditampilkan</title>
</head><body><main><p><strong>SIMULASI PELATIHAN</strong></p><h1>Halaman tidak dapat ditampilkan</h1>
<p>Kantor simulasi sedang tidak dapat dibaca. Yang sudah tersimpan tidak berubah. Muat ulang sebentar lagi; bila tetap
terjadi, sampaikan kode {nomor} kepada instruktur.</p>
<p><a href="{awal}">Ke halaman awal</a></p></main></body></html>"""


def galat_akhir(request: Request, error: Exception) -> Response:
    """Say it in words, with a number that stands in the log."""
    nomor = secrets.token_hex(4)
    log.error("galat akhir %s pada %s %s", nomor, request.method, request.url.path)
    awal = html.escape(request.scope.get("root_path", "") + "/")
    return HTMLResponse(_HALAMAN.format(nomor=nomor, awal=awal), status_code=500, headers=TETAP)
