"""A browser's connection and nothing else: HTTP/1.1 kept alive on asyncio, so that measuring costs little.

A full client library needs about as long for a request as the server does for a page; on two cores that would halve
what is being measured.
"""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Jawab:
    """One answer."""

    status: int
    kepala: dict[str, str]
    isi: bytes

    @property
    def teks(self) -> str:
        """The body as text; what travels is ``isi``."""
        isi = gzip.decompress(self.isi) if self.kepala.get("content-encoding") == "gzip" else self.isi
        return isi.decode()


class Sambungan:
    """One person's browser: one connection, its cookies."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.kuki: dict[str, str] = {}
        self._baca: asyncio.StreamReader | None = None
        self._tulis: asyncio.StreamWriter | None = None

    async def get(self, alamat: str, kepala: dict[str, str] | None = None) -> Jawab:
        """Ask for a page."""
        return await self._seperti_peramban("GET", alamat, b"", kepala or {})

    async def kirim(self, alamat: str, isian: dict[str, str]) -> Jawab:
        """Send a form; a redirect is not followed."""
        jenis = {"Content-Type": "application/x-www-form-urlencoded"}
        return await self._seperti_peramban("POST", alamat, urlencode(isian).encode(), jenis)

    async def _seperti_peramban(self, cara: str, alamat: str, isi: bytes, kepala: dict[str, str]) -> Jawab:
        """A resting connection may be closed by the server just now: a browser then asks again on a new one."""
        lama = self._tulis is not None
        try:
            return await self.minta(cara, alamat, isi, kepala)
        except (ConnectionError, asyncio.IncompleteReadError) as galat:
            if not lama or getattr(galat, "partial", b""):
                raise
        return await self.minta(cara, alamat, isi, kepala)

    async def minta(self, cara: str, alamat: str, isi: bytes, kepala: dict[str, str]) -> Jawab:
        """One request, sent once. Raises: OSError, asyncio.IncompleteReadError — the server is gone."""
        if self._tulis is None or self._baca is None or self._tulis.is_closing() or self._baca.at_eof():
            # First time, or the server has closed a connection that rested: a browser opens another.
            self.tutup()
            self._baca, self._tulis = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
        kuki = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.kuki.items())} if self.kuki else {}
        semua = {"Host": "127.0.0.1", "Content-Length": str(len(isi)), "Accept-Encoding": "gzip", **kuki, **kepala}
        baris = "".join(f"{nama}: {nilai}\r\n" for nama, nilai in semua.items())
        try:
            self._tulis.write(f"{cara} {alamat} HTTP/1.1\r\n{baris}\r\n".encode() + isi)
            return await self._jawab(self._baca)
        except (OSError, asyncio.IncompleteReadError):
            self.tutup()
            raise

    async def _jawab(self, baca: asyncio.StreamReader) -> Jawab:
        awal, *baris = (await baca.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        kepala: dict[str, str] = {}
        for satu in filter(None, baris):
            nama, _, nilai = satu.partition(":")
            kepala[nama.lower()] = nilai.strip()
            if nama.lower() == "set-cookie":
                kuki, _, isi = nilai.strip().partition(";")[0].partition("=")
                self.kuki[kuki] = isi
        return Jawab(int(awal.split()[1]), kepala, await baca.readexactly(int(kepala.get("content-length", "0"))))

    def tutup(self) -> None:
        """Let go of the connection; the next request opens another."""
        if self._tulis is not None:
            self._tulis.close()
        self._baca = self._tulis = None
