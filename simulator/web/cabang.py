"""Addresses by their first folder, so that a request is compared with a few of them instead of with all.

Scene: the application's list of routes. May import: Starlette. Facts: none. Add: nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send

_TERPILIH = "bimtek.rute"


class Cabang(BaseRoute):
    """All routes of ours, in the order in which they were given within one first folder."""

    def __init__(self, semua: Iterable[BaseRoute]) -> None:
        self.per_folder: dict[str, list[Route]] = defaultdict(list)
        for satu in semua:
            assert isinstance(satu, Route)
            self.per_folder[_folder(satu.path)].append(satu)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """The first that fits; else the first that fits but for its method."""
        if scope["type"] != "http":
            return Match.NONE, {}
        sebagian: tuple[Match, Scope] = (Match.NONE, {})
        for satu in self.per_folder.get(_folder(scope["path"].removeprefix(scope.get("root_path", ""))), ()):
            cocok, anak = satu.matches(scope)
            if cocok is Match.FULL:
                return cocok, {**anak, _TERPILIH: satu}
            if cocok is Match.PARTIAL and sebagian[0] is Match.NONE:
                sebagian = cocok, {**anak, _TERPILIH: satu}
        return sebagian

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Go on with the route that was found."""
        await scope[_TERPILIH].handle(scope, receive, send)


def _folder(alamat: str) -> str:
    return alamat.split("/", 2)[1] if alamat.startswith("/") else ""
