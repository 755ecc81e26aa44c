"""Our own stylesheet, scripts and pictures: read once, sent small, kept by browsers until they change.

Scene: mounted under /statis; a page names a file with ``alamat_statis``. May import: Starlette.
Facts: none. A name that carries the fingerprint of its content never has to be asked for again, and a new version of
the program is seen at once. Add: a file in static/; it is found by itself.
"""

from __future__ import annotations

import gzip
import mimetypes
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

FOLDER = Path(__file__).parent / "static"
AWALAN = "/statis"
_SELAMANYA, _TANYA = "public, max-age=31536000, immutable", "no-cache"


@dataclass(frozen=True, slots=True)
class BerkasStatis:
    """One file: its bytes as they are and compressed, its kind, the fingerprint of its content."""

    isi: bytes
    kecil: bytes
    jenis: str
    sidik: str


@cache
def berkas_statis() -> dict[str, BerkasStatis]:
    """Every file by its name."""
    return {satu.name: _baca(satu) for satu in FOLDER.iterdir() if satu.is_file()}


def _baca(berkas: Path) -> BerkasStatis:
    isi = berkas.read_bytes()
    jenis = mimetypes.guess_type(berkas.name)[0] or "application/octet-stream"
    teks = "; charset=utf-8" if jenis.startswith("text/") else ""
    return BerkasStatis(isi, gzip.compress(isi, 9, mtime=0), jenis + teks, blake2b(isi, digest_size=6).hexdigest())


@cache
def alamat_statis(nama: str) -> str:
    """The address of one file for a page."""
    return f"{AWALAN}/{nama}?v={berkas_statis()[nama].sidik}"


async def statis(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer for one name; there are no folders, and nothing is looked for on the disk."""
    request = Request(scope)
    if request.method not in ("GET", "HEAD"):
        raise HTTPException(405)
    berkas = berkas_statis().get(scope["path"].removeprefix(scope.get("root_path", "")).removeprefix("/"))
    if berkas is None:
        raise HTTPException(404)
    etag = f'"{berkas.sidik}"'
    kepala = {
        "Cache-Control": _SELAMANYA if request.query_params.get("v") == berkas.sidik else _TANYA,
        "ETag": etag,
        "Vary": "Accept-Encoding",
    }
    if etag in request.headers.get("if-none-match", ""):
        jawab = Response(status_code=304, headers=kepala)
    elif "gzip" in request.headers.get("accept-encoding", "") and len(berkas.kecil) < len(berkas.isi):
        jawab = Response(berkas.kecil, headers=kepala | {"Content-Encoding": "gzip"}, media_type=berkas.jenis)
    else:
        jawab = Response(berkas.isi, headers=kepala, media_type=berkas.jenis)
    await jawab(scope, receive, send)
