"""CSV as spreadsheets save it: comma, semicolon or tab; with or without a byte-order mark.

Scene: input of ``bimtek iki periksa``. Standard library. Facts: none.
Add: a separator in PEMISAH.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.kolom import BARIS_DICARI, baca_isi, baca_kepala, cari_kepala

PEMISAH = (";", ",", "\t", "|")
BATAS_SEL = 10_000_000


def pemisah(isi: str) -> str:
    """The separator under which a header is found in the first lines; else the one seen most."""
    awal = "\n".join(isi.split("\n", 60)[:60])[:200_000]
    for tanda in PEMISAH:
        if any(baca_kepala(sel) and len(sel) > 1 for sel in csv.reader(io.StringIO(awal), delimiter=tanda)):
            return tanda
    return max(PEMISAH, key=lambda tanda: (awal.count(tanda), -PEMISAH.index(tanda)))


def _baris(isi: str, tanda: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(BATAS_SEL)
    pembaca = csv.reader(io.StringIO(isi.replace("\x00", ""), newline=""), delimiter=tanda)
    while True:
        try:
            sel = next(pembaca)
        except StopIteration:
            return
        except csv.Error:
            yield pembaca.line_num, []
            continue
        yield pembaca.line_num, sel


def baca(isi: str) -> Iterator[Baris]:
    """Read the rows under the header row.

    Raises: DataTidakSah — no header row.
    """
    tanda = pemisah(isi)
    contoh = []
    for nomor, sel in _baris(isi, tanda):
        contoh.append((nomor, sel))
        if len(contoh) >= BARIS_DICARI:
            break
    kepala, peta = cari_kepala(contoh)
    return baca_isi(((n, sel) for n, sel in _baris(isi, tanda) if n > kepala), peta)
