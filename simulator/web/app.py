"""The application: one office, its web data, its pages, its API.

Scene: ``bimtek web`` serves it; tests call it directly. May import: Starlette, simulator.web, workflow.
Facts: none. Add: a page's ``rute`` in simulator/web/pages/__init__.py.
"""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect
from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp, Receive, Scope, Send

from simulator.domain.errors import BimtekError
from simulator.store.engine import PathOrUrl
from simulator.web.cabang import Cabang
from simulator.web.galat_akhir import galat_akhir
from simulator.web.keamanan import KepalaAman
from simulator.web.latihan_paket import latihan_di
from simulator.web.milik import buka_untuk, catat_ujung, kode_kantor
from simulator.web.pages import semua_rute
from simulator.web.rute import ditinggalkan, galat_http
from simulator.web.satu_peladen import catat_alamat, satu_peladen
from simulator.web.sesi import awali_mode
from simulator.web.settings import Pengaturan
from simulator.web.statis import AWALAN as AWALAN_STATIS
from simulator.web.statis import statis
from simulator.workflow.office import open_office
from simulator.workflow.pembuka import Hitungan

#: Handlers take turns at one interpreter: forty threads, as is usual, mostly have each other wait (bench_web.py). Fewer
#: than there are connections (data.SAMBUNGAN and ten more), so that a handler that looks twice at once is never stuck.
BENANG = 12
AWALAN = "/api/v1"
#: A page shrinks to a quarter at this level; the highest takes twice as long for a few bytes less.
MAMPAT = 4
log = logging.getLogger("bimtek.web")


class _Seluruhnya(Mount):
    """A mount that also answers addresses with a line end in them, which the one of Starlette leaves to the pages."""

    def __init__(self, path: str, app: ASGIApp, name: str) -> None:
        super().__init__(path, app, name=name)
        self.path_regex = re.compile(self.path_regex.pattern, re.DOTALL)


async def _api(scope: Scope, receive: Receive, send: Send) -> None:
    """The API, made when the first program asks for it: whoever only looks at pages need not wait for it."""
    from simulator.web.api.aplikasi import INDUK, buat_api

    scope[INDUK] = scope["app"]
    await buat_api()(scope, receive, send)


def create_app(target: PathOrUrl, atur: Pengaturan | None = None) -> Starlette:
    """The web office of one *instansi*; opens it at start-up and lets go of it at the end."""
    atur = atur or Pengaturan()
    latihan = latihan_di(target)

    @asynccontextmanager
    async def hidup(app: Starlette) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = BENANG
        with open_office(target) as kantor, nullcontext() if atur.dilayani_di is None else satu_peladen(target):
            app.state.latihan_paket = latihan
            data = buka_untuk(kantor, target)
            if atur.dilayani_di is not None:
                catat_alamat(data, atur.dilayani_di)
            with data.ubah() as connection:
                awali_mode(connection, atur.mode)
            app.state.kantor, app.state.atur, app.state.data = kantor, atur, data
            app.state.kode_kantor = kode_kantor(data, target)
            app.state.hitungan = Hitungan()
            yield
            try:
                catat_ujung(data, kantor)
            except BimtekError as error:
                # As after a power cut: the next start looks for itself where the office has come to.
                log.warning("akhir kantor tidak tercatat: %s", error.pesan)
            data.tutup()

    routes: list[BaseRoute] = [
        Mount(AWALAN_STATIS, statis, name="statis"),
        _Seluruhnya(AWALAN, _api, name="api"),
        Cabang([*semua_rute(), *(latihan.rute if latihan else ())]),
    ]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(KepalaAman, percaya_awalan=atur.percaya_awalan),
            Middleware(GZipMiddleware, compresslevel=MAMPAT),
        ],
        exception_handlers={HTTPException: galat_http, ClientDisconnect: ditinggalkan, Exception: galat_akhir},
        lifespan=hidup,
    )
