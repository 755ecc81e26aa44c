"""Headers on every answer: nothing from elsewhere, nothing inline, nothing framed by strangers.

Scene: outermost layer of the application. May import: Starlette's types.
Facts: OWASP secure headers. Add: a header in ``TETAP``.
"""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'; manifest-src 'self'"
)
#: Folder names only: it stands in links, in the cookie's path and in front of every redirect.
_AWALAN = re.compile(r"(/(?!\.{1,2}(/|$))[A-Za-z0-9._~%@+-]+)+")
TETAP = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class KepalaAman:
    """ASGI layer that adds the headers; pages are never kept by a cache."""

    def __init__(self, app: ASGIApp, percaya_awalan: bool = False) -> None:
        self.app = app
        self.percaya_awalan = percaya_awalan

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.percaya_awalan:
            _pakai_awalan(scope)

        async def kirim(message: Message) -> None:
            if message["type"] == "http.response.start":
                kepala = MutableHeaders(scope=message)
                for nama, isi in TETAP.items():
                    kepala.setdefault(nama, isi)
                kepala.setdefault("Cache-Control", "no-store")
                if self.percaya_awalan and "location" in kepala:
                    kepala["location"] = _dari_sini(scope, kepala["location"])
            await send(message)

        await self.app(scope, receive, kirim)


def _dari_sini(scope: Scope, tujuan: str) -> str:
    """A way on as seen from this page: newer proxies put their prefix before any that begins with a stroke, older ones
    do not, and both leave a relative one alone."""
    awalan = scope.get("root_path", "")
    if not awalan or not tujuan.startswith(awalan + "/"):
        return tujuan
    naik = scope["path"].removeprefix(awalan).count("/") - 1
    return ("../" * naik or "./") + tujuan.removeprefix(awalan + "/")


def _pakai_awalan(scope: Scope) -> None:
    """The prefix under which JupyterLab's proxy shows us: links must carry it, paths must not."""
    for nama, isi in scope["headers"]:
        if nama == b"x-forwarded-context":
            awalan = isi.decode("latin-1").rstrip("/")
            if len(awalan) < 200 and _AWALAN.fullmatch(awalan):
                scope["root_path"] = awalan
                if not scope["path"].startswith(awalan + "/"):
                    scope["path"] = awalan + scope["path"]
