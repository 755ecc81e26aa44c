"""The pages, one noun per file; every file offers ``rute``.

Scene: gathered by the application. Add: a file with its ``rute``; it is found by itself.
"""

from __future__ import annotations

import importlib
import pkgutil

from starlette.routing import BaseRoute


def semua_rute() -> list[BaseRoute]:
    """Every page's routes, files in alphabetical order (addresses of ours never overlap)."""
    nama = sorted(satu.name for satu in pkgutil.iter_modules(__path__))
    return [route for satu in nama for route in importlib.import_module(f"{__name__}.{satu}").rute.daftar]
