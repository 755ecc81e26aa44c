"""The sub-application: all addresses together, their description, and how much one request may bring.

Scene: mounted under ``/api/v1`` by simulator/web/app.py.
May import: FastAPI, simulator.web.api.
Facts: none. Add: nothing about one noun.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from simulator.domain.errors import DataTidakSah
from simulator.web.api import hari, masuk
from simulator.web.api.amplop import Gagal, tolak
from simulator.web.api.galat import INDUK, pasang
from simulator.web.api.pertanyaan import rute_pertanyaan
from simulator.web.api.tindakan import rute_tindakan
from simulator.web.rute import BESAR_ISIAN

__all__ = ["INDUK", "buat_api"]
_KETERANGAN = (
    'SIMULASI PELATIHAN – bukan aplikasi BKN. Setiap jawaban berbentuk `{"success": true, "data": …}` atau '
    '`{"success": false, "galat": {"kode", "pesan"}}`. Masuk lewat `/masuk` (atau `/pemeran` dalam mode latihan), '
    "lalu kirim tandanya sebagai `Authorization: Bearer`. Jawaban yang dibaca membawa `ETag`; kirim kembali sebagai "
    "`If-Match` agar perubahan sesudahnya, oleh siapa pun, tidak tertimpa. Isian yang tidak dikirim tidak diubah."
)
_TOLAK: dict[int | str, dict[str, Any]] = {
    400: {"model": Gagal, "description": "Isian tidak sah"},
    401: {"model": Gagal, "description": "Belum masuk"},
    403: {"model": Gagal, "description": "Tidak berwenang"},
    404: {"model": Gagal, "description": "Tidak ada"},
    409: {"model": Gagal, "description": "Keadaannya belum atau tidak lagi mengizinkan"},
    413: {"model": Gagal, "description": "Kiriman terlalu besar"},
    "4XX": {"model": Gagal, "description": "Permintaan tidak dapat dibaca"},
}


@cache
def buat_api() -> FastAPI:
    """The API of every office; which one is meant says the application that mounts it (``INDUK``)."""
    app = FastAPI(
        title="e-Kinerja (Simulasi)", version="1", description=_KETERANGAN, responses=_TOLAK, docs_url=None,
        redoc_url=None, redirect_slashes=False,
    )  # fmt: skip
    app.include_router(masuk.rute)
    app.include_router(hari.rute)
    app.include_router(rute_pertanyaan())
    app.include_router(rute_tindakan())
    pasang(app)
    app.add_middleware(BatasKiriman)
    semula = app.openapi
    app.openapi = lambda: _tanpa_catatan(semula())  # type: ignore[method-assign]
    return app


def _tanpa_catatan(uraian: dict[str, Any]) -> dict[str, Any]:
    """The description without the notes for those who read the program: what a shape is, its label says."""
    for bentuk in uraian["components"]["schemas"].values():
        bentuk.pop("description", None)
    return uraian


class BatasKiriman:
    """ASGI layer that stops reading where no request of ours can be that large."""

    def __init__(self, app: ASGIApp, terbesar: int = BESAR_ISIAN) -> None:
        self.app = app
        self.terbesar = terbesar

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        potongan: list[bytes] = []
        besar, lagi = 0, True
        while lagi:
            pesan = await receive()
            if pesan["type"] != "http.request":
                return
            potongan.append(pesan.get("body", b""))
            besar += len(potongan[-1])
            lagi = pesan.get("more_body", False)
            if besar > self.terbesar:
                await tolak(DataTidakSah("Kiriman ini terlalu besar.", kode="http-413"), 413)(scope, receive, send)
                return
        utuh: list[Message] = [{"type": "http.request", "body": b"".join(potongan), "more_body": False}]

        async def terima() -> Message:
            return utuh.pop() if utuh else await receive()

        await self.app(scope, terima, send)
