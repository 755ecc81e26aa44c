"""An office that may not be there yet: one page says why it cannot be opened, and the next try opens it.

Scene: behind JupyterLab's proxy, where nobody sees what the program prints; ``bimtek web`` opens it before it says that
it is ready (``sekarang``). May import: Starlette, simulator.web. Facts: none. Add: nothing.
"""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Callable
from contextlib import AsyncExitStack

from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.domain.errors import BimtekError
from simulator.web.halaman_polos import halaman_polos
from simulator.web.keamanan import KepalaAman

_JUDUL = "e-Kinerja (Simulasi) belum dapat dibuka"
_LANJUT = (
    "<p>Sesudah itu muat ulang halaman ini. Latihan di JupyterLab tetap dapat dikerjakan.</p>"
    '<p><a href="">Muat ulang halaman ini</a></p>'
)


class BilaAda:
    """Serves ``buat()`` as soon as it can be made; until then every address answers with the sentence of the error."""

    def __init__(self, buat: Callable[[], Starlette]) -> None:
        self.buat = buat
        self.app: ASGIApp | None = None
        self._satu = Lock()
        self._terbuka = AsyncExitStack()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._umur(receive, send)
            return
        if scope["type"] == "http":
            await (await self._buka())(scope, receive, send)

    async def sekarang(self) -> ASGIApp:
        """Open it, unless it is open. Raises: BimtekError — why it cannot be opened."""
        async with self._satu:
            if self.app is None:
                app = self.buat()
                await self._terbuka.enter_async_context(app.router.lifespan_context(app))
                self.app = app
            return self.app

    async def _buka(self) -> ASGIApp:
        try:
            return await self.sekarang()
        except BimtekError as error:
            return KepalaAman(halaman_polos(_JUDUL, error.pesan, _LANJUT, status=503, kode=error.kode))

    async def tutup(self) -> None:
        """Let go of the office; twice is once."""
        await self._terbuka.aclose()

    async def _umur(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.tutup()
        await send({"type": "lifespan.shutdown.complete"})
