"""How ``bimtek web`` listens: small answers leave at once."""

from __future__ import annotations

import asyncio
import socket

from simulator.commands.web import _soket


def test_small_answers_are_not_held_back() -> None:
    """A served connection has TCP_NODELAY; without it every page waits some 40 ms for an acknowledgement."""

    async def sambungan() -> int:
        diterima: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def catat(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            diterima.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        soket = _soket("127.0.0.1", 0)
        async with await asyncio.start_server(catat, sock=soket):
            _, writer = await asyncio.open_connection(*soket.getsockname())
            tanpa_tunda = await diterima
            writer.close()
        return tanpa_tunda

    assert asyncio.run(sambungan()) != 0
