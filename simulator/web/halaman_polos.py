"""A page without the office behind it: its looks stand in it, since nothing else may be there to be fetched.

Scene: tanpa_kantor.py, galat_akhir.py. May import: Starlette, keamanan. Facts: none. Add: nothing.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape

from starlette.responses import HTMLResponse

from simulator.web.keamanan import CSP, TETAP

_GAYA = (
    "body{margin:0;font:1rem/1.5 system-ui,'Segoe UI','DejaVu Sans',sans-serif;color:#1e2a3a;background:#f3f6fb}"
    ".simulasi{margin:0;padding:.35rem .75rem;background:#5b2b00;color:#fff;text-align:center;font-size:.9rem}"
    "main{max-width:40rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem;margin:0 0 .75rem}"
    "[role=alert]{border-left:.3rem solid #b3261e;background:#fdecea;padding:.6rem .9rem;border-radius:.5rem;"
    "overflow-wrap:anywhere}a{color:#1557b0}"
)
_SIDIK = base64.b64encode(hashlib.sha256(_GAYA.encode()).digest()).decode()
_KEPALA = TETAP | {"Content-Security-Policy": CSP.replace("style-src 'self'", f"style-src 'sha256-{_SIDIK}'")}
_HALAMAN = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{judul}</title><style>{gaya}</style></head>
<body><p class="simulasi"><strong>SIMULASI PELATIHAN</strong> – bukan aplikasi BKN.</p>
<main><h1>{judul}</h1><p role="alert">{pesan}</p>{lanjut}</main></body></html>
"""


def halaman_polos(judul: str, pesan: str, lanjut: str, *, status: int, kode: str = "") -> HTMLResponse:
    """``judul`` and ``pesan`` are text, ``lanjut`` is HTML of ours: what to do next."""
    isi = escape(pesan) + (f" <small>[{escape(kode)}]</small>" if kode else "")
    html = _HALAMAN.format(judul=escape(judul), gaya=_GAYA, pesan=isi, lanjut=lanjut)
    return HTMLResponse(html, status_code=status, headers=_KEPALA)
