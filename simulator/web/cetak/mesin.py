"""Data and a template become a PDF, all in memory.

Scene: the last step of every document. May import: typst, simulator.web.cetak.teks.
Facts: none. A compiler sees only the files of ``_POLA`` and ``data.json``: no disk, no network, no system fonts.
Add: nothing; a document is a template in pola/ and a function in hasil.py or lembar.py.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import typst

from simulator.web.cetak.teks import semua_bersih

#: A sheet is often asked for twice, to look and to save; this many are remembered, by their whole content.
DIINGAT = 32


@cache
def _pola() -> dict[str, bytes]:
    """Every template, read once."""
    folder = files("simulator.web.cetak") / "pola"
    return {satu.name: satu.read_bytes() for satu in folder.iterdir() if satu.name.endswith(".typ")}


@cache
def _huruf() -> typst.Fonts:
    """Typst's own fonts, searched once."""
    return typst.Fonts(include_system_fonts=False)


def pdf(pola: str, isi: dict[str, Any]) -> bytes:
    """The sheet ``pola`` with this content."""
    return _susun(pola, _data(isi))


def gambar(pola: str, isi: dict[str, Any], *, ppi: float = 96.0) -> list[bytes]:
    """The same sheet as PNG pictures, one a page; for looking at a template while working on it."""
    hasil = _compile(pola, _data(isi), "png", ppi)
    return hasil if isinstance(hasil, list) else [hasil]


def _data(isi: dict[str, Any]) -> bytes:
    return json.dumps(semua_bersih(isi), ensure_ascii=False).encode()


@lru_cache(maxsize=DIINGAT)
def _susun(pola: str, data: bytes) -> bytes:
    hasil = _compile(pola, data, "pdf", None)
    assert isinstance(hasil, bytes)
    return hasil


def _compile(pola: str, data: bytes, bentuk: Literal["pdf", "png"], ppi: float | None) -> Any:
    berkas = {**_pola(), "main.typ": f'#import "{pola}.typ": lembar\n#lembar(json("data.json"))\n'.encode()}
    susun: Any = typst.compile  # it takes files in memory by name, which its type hints do not say
    return susun({**berkas, "data.json": data}, format=bentuk, ppi=ppi, font_paths=_huruf(), ignore_system_fonts=True)
