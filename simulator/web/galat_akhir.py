"""The last answer: what is said when not even the page that tells an error can be drawn.

Scene: outermost, where the office or its web data cannot be read at all. May import: Starlette, halaman_polos.
Facts: none. Add: nothing; whatever a handler can foresee is told by rute.py inside the usual frame.
"""

from __future__ import annotations

import html
import logging
import secrets

from starlette.requests import Request
from starlette.responses import Response

from simulator.web.halaman_polos import halaman_polos

log = logging.getLogger("bimtek.web")


def galat_akhir(request: Request, error: Exception) -> Response:
    """Say it in words, with a number that stands in the log."""
    nomor = secrets.token_hex(4)
    log.error("galat akhir %s pada %s %s", nomor, request.method, request.url.path)
    awal = html.escape(request.scope.get("root_path", "") + "/")
    return halaman_polos(
        "Halaman tidak dapat ditampilkan",
        "Kantor simulasi sedang tidak dapat dibaca. Yang sudah tersimpan tidak berubah. Muat ulang sebentar lagi; bila "
        f"tetap terjadi, sampaikan kode {nomor} kepada instruktur.",
        f'<p><a href="{awal}">Ke halaman awal</a></p>',
        status=500,
    )
