"""An office that is really served, for the time of a block, in this process: what a notebook of the class talks to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from simulator.commands.web import _soket
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan


@contextmanager
def melayani(app: ASGIApp, port: int = 0) -> Iterator[str]:
    """Any application under an address of this machine."""
    soket = _soket("127.0.0.1", port)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False, timeout_graceful_shutdown=1))
    utas = threading.Thread(target=server.run, kwargs={"sockets": [soket]})
    utas.start()
    try:
        yield f"http://127.0.0.1:{soket.getsockname()[1]}"
    finally:
        server.should_exit = True
        utas.join()


@contextmanager
def kantor_dilayani(target: str | Path, atur: Pengaturan | None = None, port: int = 0) -> Iterator[str]:
    """The office of a class under its address."""
    with melayani(create_app(target, atur), port) as alamat:
        yield alamat
