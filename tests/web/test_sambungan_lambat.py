"""Clients that send slowly, nothing, or leave in the middle: nobody else notices."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import uvicorn

from simulator.web import sambungan_lambat as modul
from simulator.web import unggahan
from simulator.web.app import create_app
from tests.web.conftest import Peramban
from tests.web.test_drive import PDF, PEGAWAI, _dokumen, _unggah

Sambungan = tuple[asyncio.StreamReader, asyncio.StreamWriter]
KEPALA = "POST {alamat} HTTP/1.1\r\nHost: x\r\nContent-Length: {panjang}\r\nContent-Type: {jenis}\r\n\r\n"
FORMULIR = "application/x-www-form-urlencoded"


def _dilayani(berkas: Path, lakukan: Callable[[Callable[[bytes], Awaitable[Sambungan]]], Awaitable[None]]) -> None:
    """Serve the office, do something with connections to it, then let the server end by itself."""

    async def semua() -> None:
        app = create_app(berkas)
        server = uvicorn.Server(
            uvicorn.Config(app, port=0, http=modul.SambunganBerbatas, log_level="warning", access_log=False)
        )
        layanan = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0)
        port = server.servers[0].sockets[0].getsockname()[1]

        async def buka(data: bytes) -> Sambungan:
            pembaca, penulis = await asyncio.open_connection("127.0.0.1", port)
            penulis.write(data)
            await penulis.drain()
            return pembaca, penulis

        try:
            await lakukan(buka)
        finally:
            server.should_exit = True
            await layanan

    asyncio.run(semua())


def test_who_never_finishes_a_request_is_let_go_and_everybody_else_is_answered(
    berkas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modul, "KEPALA_DETIK", 0.3)
    monkeypatch.setattr(modul, "ISI_DETIK", 0.3)
    isi = KEPALA.format(alamat="/masuk", panjang=1000, jenis=FORMULIR).encode() + b"nip="
    utuh = b"GET /masuk HTTP/1.1\r\nHost: x\r\n\r\n"

    async def lakukan(buka: Callable[[bytes], Awaitable[Sambungan]]) -> None:
        diam, kepala, badan, kedua = [await buka(data) for data in (b"", b"GET /masuk HTT", isi, utuh)]
        assert b"200 OK" in await kedua[0].readuntil(b"</html>"), "somebody else is answered"
        kedua[1].write(b"GET /masuk HTT")
        for pembaca, penulis in (diam, kepala, badan, kedua):
            assert b"200 OK" not in await pembaca.read(), "read to the end: the server let go"
            penulis.close()

    _dilayani(berkas, lakukan)


def test_an_upload_that_breaks_off_is_no_error_and_keeps_no_server_from_ending(
    berkas: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    jenis = "multipart/form-data; boundary=b"
    awal = KEPALA.format(alamat="/drive/simpan", panjang=2_000_000, jenis=jenis).encode()
    awal += b'--b\r\nContent-Disposition: form-data; name="berkas"; filename="a.pdf"\r\n\r\n' + PDF

    async def lakukan(buka: Callable[[bytes], Awaitable[Sambungan]]) -> None:
        for _ in range(3):
            _, penulis = await buka(awal)
            penulis.close()
            await penulis.wait_closed()
        # The server ends while one of them is still at it: it does not wait for the rest.
        await buka(awal)

    with caplog.at_level(logging.WARNING):
        _dilayani(berkas, lakukan)

    assert not caplog.records
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_of_exactly_the_limit_is_kept_and_one_byte_more_is_refused_in_words(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    pas = PDF + b"0" * (unggahan.TERBESAR - len(PDF))
    assert "disimpan" in _unggah(peramban, "pas.pdf", pas, nama="pas.pdf").text
    assert peramban.get(f"/drive/buka/{_dokumen(peramban, 'pas.pdf').dokumen_id}/unduh").content == pas

    assert "lebih besar dari 2 MB" in _unggah(peramban, "lebih.pdf", pas + b"0", nama="lebih.pdf").text
    assert _dokumen(peramban, "lebih.pdf") is None
