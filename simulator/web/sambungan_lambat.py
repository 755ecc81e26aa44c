"""Connections that never finish a request: closed after a while, so that no slow or silent client uses them all up.

Scene: ``bimtek web`` serves with it. May import: uvicorn, the standard library.
Facts: a browser opens up to six connections, some of them in advance; a hundred people may have hundreds open at once,
and a system lets a program have 256 (macOS) or 1024 (Linux) unless it asks for more. uvicorn closes what rests after an
answer, but waits for a request for ever.
Add: nothing.
"""

from __future__ import annotations

import asyncio
import sys

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

#: Seconds for the head of a request, from an opened connection or its first byte; and for its body, 8 MB at the most.
KEPALA_DETIK, ISI_DETIK = 20.0, 300.0
#: As many as macOS gives anybody who asks; far more than a class needs.
SAMBUNGAN_MAKS = 8192


class SambunganBerbatas(H11Protocol):
    """uvicorn's own protocol with a limit on how long a request may take to come in; none on its answer."""

    _jam: asyncio.TimerHandle | None = None
    #: The request whose body is being waited for; None: the head of the next one.
    _untuk: RequestResponseCycle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._pasang(None)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        berjalan = self.cycle is not None and not self.cycle.response_complete
        untuk = self.cycle if berjalan else None
        if self._jam is None or untuk is not self._untuk:
            self._pasang(untuk)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._jam is not None:
            self._jam.cancel()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """The server ends: what has not come in whole is not waited for, what is being answered is."""
        super().shutdown()
        if self._untuk is not None and self._untuk.more_body:
            self.transport.close()

    def _pasang(self, untuk: RequestResponseCycle | None) -> None:
        if self._jam is not None:
            self._jam.cancel()
        self._untuk = untuk
        self._jam = self.loop.call_later(KEPALA_DETIK if untuk is None else ISI_DETIK, self._habis)

    def _habis(self) -> None:
        self._jam = None
        if self._untuk is None or self._untuk.more_body:
            self.transport.close()


def izinkan_banyak_sambungan() -> None:
    """Ask the system for as many open connections as it gives, up to ``SAMBUNGAN_MAKS``."""
    if sys.platform == "win32":
        return  # there is no such limit
    import resource

    kini, paling = resource.getrlimit(resource.RLIMIT_NOFILE)
    mau = SAMBUNGAN_MAKS if paling == resource.RLIM_INFINITY else min(SAMBUNGAN_MAKS, paling)
    if kini != resource.RLIM_INFINITY and kini < mau:
        resource.setrlimit(resource.RLIMIT_NOFILE, (mau, paling))
