"""The pages, one noun per file; every file offers ``rute``.

Scene: gathered by the application. Add: a file with its ``rute``, its name in ``HALAMAN``.
"""

from __future__ import annotations

import importlib

from starlette.routing import BaseRoute

HALAMAN = ("masuk", "otp", "portal", "pemeran", "urungkan", "skp")


def semua_rute() -> list[BaseRoute]:
    """Every page's routes, in the order of HALAMAN."""
    return [
        satu for nama in HALAMAN for satu in importlib.import_module(f"simulator.web.pages.{nama}").rute.daftar
    ]  # fmt: skip
