"""Several windows on one *soal*: what each showed and wrote, so that none overwrites what it never saw.

Scene: between a sent form and the answer file. May import: kit, simulator.domain.
Facts: what counts as the same thing is three_ways.py. Add: nothing about one kind of field; those are web_fields.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from exercises.kit.three_ways import Seen, canonical, changed_elsewhere, merge, seen
from exercises.kit.validation import answer_fields
from exercises.kit.web_fields import from_sent
from simulator.domain.errors import DataTidakSah

#: The field of a sent form that says what its page showed.
DASAR = ":dasar"
#: And the one that says which window it comes from: what a window wrote a moment ago is no surprise to itself.
JENDELA = ":jendela"


def shown(kiriman: Mapping[str, str]) -> dict[str, Any]:
    """{isian: what the page of a sent form showed (three_ways.Seen)}, not yet trusted. Raises: DataTidakSah."""
    try:
        dasar = json.loads(kiriman.get(DASAR, ""))
    except (ValueError, RecursionError):
        dasar = None
    if not isinstance(dasar, dict):
        raise DataTidakSah("Formulir ini tidak utuh terkirim. Muat ulang halaman, lalu isi kembali.", kode="dasar")
    return dasar


def shows(soal: Mapping[str, Any], nilai: Mapping[str, Any]) -> dict[str, Seen]:
    """{isian: what a page shows} for stored values."""
    return {satu["id"]: seen(satu, canonical(satu, nilai.get(satu["id"]))) for satu in answer_fields(soal)}


def merged(
    soal: Mapping[str, Any], nilai: Mapping[str, Any], kept: Mapping[str, str], *, told: bool
) -> tuple[dict[str, Any], str]:
    """A kept form laid over what is answered now: (values to show, what the page shows).

    Only what was touched counts from the kept form. Unless its sender was ``told`` that a field had been changed
    elsewhere, what that page showed of it stays remembered, so that they will be.
    """
    dasar: dict[str, Any] = dict(shows(soal, nilai))
    try:
        lama = shown(kept)
    except DataTidakSah:
        lama = {}
    diketik = {}
    for satu in (satu for satu in answer_fields(soal) if satu["id"] in lama):
        kunci, isi = satu["id"], from_sent(satu, kept)
        if seen(satu, isi) == lama[kunci]:
            continue
        if told:
            diketik[kunci] = merge(satu, lama[kunci], canonical(satu, nilai.get(kunci)), isi)[0]
        else:
            diketik[kunci], dasar[kunci] = isi, lama[kunci]
    return {**nilai, **diketik}, json.dumps(dasar)


class Windows:
    """Which window wrote each field last, as far as this process knows."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, str], tuple[str, Seen]] = {}

    def wrote(self, soal: str, dilihat: Mapping[str, Seen], jendela: str) -> None:
        """A window has written these fields ({isian: what it held})."""
        self._written |= {(soal, isian): (jendela, satu) for isian, satu in dilihat.items()}

    def with_others(
        self, kunci: str, soal: Mapping[str, Any], kini: Mapping[str, Any], kiriman: Mapping[str, str],
        baru: Mapping[str, Any],
    ) -> dict[str, Any]:  # fmt: skip
        """What to write: ``baru`` ({isian: value of this window}) with what others changed in ``kini`` meanwhile.

        Raises: JawabanSudahBerubah — a field holds what this window neither showed nor wrote.
        """
        dilihat, jendela = shown(kiriman), kiriman.get(JENDELA, "")
        hasil = {}
        for isian in (satu for satu in answer_fields(soal) if satu["id"] in baru):
            nama = isian["id"]
            siapa, ditulis = self._written.get((kunci, nama), ("", None))
            sendiri = ditulis if jendela and siapa == jendela else None
            ada = canonical(isian, kini.get(nama))
            hasil[nama], bentrok = merge(isian, dilihat[nama], ada, baru[nama], sendiri)
            if bentrok:
                raise changed_elsewhere(isian, bentrok, "Simpan")
        return hasil
