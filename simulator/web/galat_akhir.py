"""The last answer: what is said when not even the page that tells an error can be drawn.

Scene: outermost, where the office or its web data cannot be read at all. May import: Starlette, domain, halaman_polos.
Facts: none. Add: nothing; whatever a handler can foresee is told by rute.py inside the usual frame.
"""

from __future__ import annotations

import html
import logging
import secrets

from starlette.requests import Request
from starlette.responses import Response

from simulator.domain.errors import BimtekError
from simulator.web.halaman_polos import halaman_polos

log = logging.getLogger("bimtek.web")


def galat_akhir(request: Request, error: Exception) -> Response:
    """Say it in words, with a number that stands in the log."""
    nomor = secrets.token_hex(4)
    log.error("galat akhir %s pada %s %s", nomor, request.method, request.url.path)
    awal = html.escape(request.scope.get("root_path", "") + "/")
    # A full disk, a file that may only be read: known, but there is no session to draw a page for.
    dikenal = isinstance(error, BimtekError)
    sebab = html.escape(error.pesan) if isinstance(error, BimtekError) else "Kantor simulasi sedang tidak dapat dibaca."
    return halaman_polos(
        "Halaman tidak dapat ditampilkan",
        f"{sebab} Yang sudah tersimpan tidak berubah. Muat ulang sebentar lagi; bila tetap terjadi, sampaikan kode "
        f"{nomor} kepada instruktur.",
        f'<p><a href="{awal}">Ke halaman awal</a></p>',
        status=503 if dikenal else 500,
    )
