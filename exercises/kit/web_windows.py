"""Several windows on one *soal*: what each showed and wrote, so that none overwrites what it never saw.

Scene: between a sent form and the answer file. May import: kit, simulator.domain.
Facts: a field is the smallest thing that two windows can disagree about; a table is one field.
Add: nothing about one kind of field; those are web_fields.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from exercises.kit.validation import answer_fields
from exercises.kit.web_fields import as_sent, digest, from_sent, shown_digests
from simulator.domain.errors import DataTidakSah, StatusTidakSesuai

#: The field of a sent form that says what its page showed.
DASAR = ":dasar"
#: And the one that says which window it comes from: what a window wrote a moment ago is no surprise to itself.
JENDELA = ":jendela"


class JawabanSudahBerubah(StatusTidakSesuai):
    """The same field was changed in another window since the page was drawn."""

    kode_bawaan = "jawaban-sudah-berubah"


def shown(kiriman: Mapping[str, str]) -> dict[str, str]:
    """{isian: fingerprint} of what the page of a sent form showed. Raises: DataTidakSah."""
    try:
        dasar = json.loads(kiriman.get(DASAR, ""))
    except ValueError:
        dasar = None
    if not isinstance(dasar, dict):
        raise DataTidakSah("Formulir ini tidak utuh terkirim. Muat ulang halaman, lalu isi kembali.", kode="dasar")
    return {str(isian): str(sidik) for isian, sidik in dasar.items()}


def merged(
    soal: Mapping[str, Any], nilai: Mapping[str, Any], kept: Mapping[str, str], *, told: bool
) -> tuple[dict[str, Any], str]:
    """A kept form laid over what is answered now: (values to show, what the page shows).

    Only fields that were touched count from the kept form. Unless its sender was ``told`` that a field had been changed
    elsewhere, what that page showed of it stays remembered, so that they will be.
    """
    dasar = shown_digests(soal, nilai)
    try:
        lama = shown(kept)
    except DataTidakSah:
        lama = {}
    baru = {satu["id"]: from_sent(satu, kept) for satu in answer_fields(soal) if satu["id"] in lama}
    diketik = {isian: satu for isian, satu in baru.items() if digest(satu) != lama[isian]}
    if not told:
        dasar |= {isian: lama[isian] for isian in diketik}
    return {**nilai, **diketik}, json.dumps(dasar)


class Windows:
    """Which window wrote each field last, as far as this process knows."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, str], tuple[str, str]] = {}

    def wrote(self, soal: str, sidik: Mapping[str, str], jendela: str) -> None:
        """A window has written these fields ({isian: fingerprint})."""
        self._written |= {(soal, isian): (jendela, satu) for isian, satu in sidik.items()}

    def refuse_unseen(
        self, kunci: str, soal: Mapping[str, Any], kini: Mapping[str, Any], kiriman: Mapping[str, str],
        baru: Mapping[str, str],
    ) -> None:  # fmt: skip
        """``kini``: what the file holds; ``baru``: {isian: fingerprint} of what is to be written.

        Raises: JawabanSudahBerubah — a field holds what this window neither showed nor wrote.
        """
        dilihat, jendela = shown(kiriman), kiriman.get(JENDELA, "")
        for isian in answer_fields(soal):
            nama = isian["id"]
            if nama not in baru:
                continue
            ada = from_sent(isian, as_sent(isian, kini.get(nama)))
            sidik = digest(ada)
            sendiri = bool(jendela) and self._written.get((kunci, nama)) == (jendela, sidik)
            if sidik in (dilihat[nama], baru[nama]) or sendiri:
                continue
            teks = f" Isinya sekarang: “{ada:.200}”." if isinstance(ada, str) and ada else ""
            raise JawabanSudahBerubah(
                f"Isian “{isian['label']}” sudah Anda ubah di tab, peramban, atau lembar lain sesudah halaman ini "
                f"dibuka.{teks} Tulisan Anda di sini tidak hilang: bandingkan, lalu tekan Simpan bila yang ini yang "
                "dipakai."
            )
