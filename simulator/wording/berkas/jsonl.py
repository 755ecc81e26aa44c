"""JSONL: one JSON object a line.

Scene: machine input of ``bimtek iki periksa``. Standard library. Facts: field names as in Pernyataan.
Add: nothing; new fields go to baris.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from simulator.wording.berkas.baris import Baris, BarisRusak, susun_pernyataan

BENTUK = 'Baris ini tidak mengikuti bentuk JSONL; contoh: {"iki": "Jumlah laporan yang disusun"}.'


def baca(isi: str) -> Iterator[Baris]:
    """Read every non-blank line; a line that is not an object is reported with its number."""
    nomor = 0
    for nomor, tulisan in enumerate(isi.split("\n"), start=1):
        if not tulisan.strip():
            continue
        try:
            objek = json.loads(tulisan)
            if not isinstance(objek, dict):
                raise BarisRusak(BENTUK)
            yield Baris(nomor, susun_pernyataan(objek, nomor))
        except BarisRusak as galat:
            yield Baris(nomor, galat=str(galat))
        except (ValueError, RecursionError):
            yield Baris(nomor, galat=BENTUK)
