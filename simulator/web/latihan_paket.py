"""The graded exercises, where this office lies in a participant's folder.

Scene: asked once when the application is made, and by the menu. May import: simulator.store, simulator.web.
Facts: the kit is found by its name, because simulator may not depend on it; a wheel without it serves the office alone.
Add: nothing; the pages are exercises/kit/web_form.py.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import Any

from starlette.routing import BaseRoute

from simulator.store.engine import PathOrUrl, file_of
from simulator.web.menu import Butir

KIT = "exercises.kit.web_form"
PAKET = "paket.json"


@dataclass(frozen=True, slots=True)
class LatihanPaket:
    """The pages of the exercises and what they keep while the application runs."""

    rute: list[BaseRoute]
    paket: Any
    kit: Any

    @property
    def menu(self) -> list[Butir]:
        """Entries for the group *Latihan*."""
        return list(self.kit.menu_of(self.paket))


def berpaket(target: PathOrUrl) -> bool:
    """Does this office lie in a participant's folder, so that its pages open that person's answers?"""
    berkas = file_of(target)
    return berkas is not None and (berkas.parent / PAKET).is_file()


def latihan_di(target: PathOrUrl) -> LatihanPaket | None:
    """The exercises beside an office's file; None for a database server, another folder, or without the kit."""
    berkas = file_of(target)
    if berkas is None or not berpaket(target) or not _ada_kit():
        return None
    kit = importlib.import_module(KIT)
    return LatihanPaket(kit.routes(), kit.open_package(berkas.parent.resolve()), kit)


def _ada_kit() -> bool:
    try:
        return importlib.util.find_spec(KIT) is not None
    except ModuleNotFoundError:
        return False
