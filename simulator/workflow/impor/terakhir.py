"""What the last import brought into a Draft and what of it is still there.

Scene: *Urungkan impor* and the page that offers it. May import: simulator.domain, store.
Facts: the journal entry of the import names every row it added, so nothing is remembered beside it (label simulasi).
Add: a kind of row that an import adds in ``_TABEL``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from simulator.store.canonical import canonical_image, key_name
from simulator.store.repository import equals
from simulator.store.schema import iki, jurnal, lampiran, rhk

IMPOR = "impor_skp"
_TABEL = {table.name: table for table in (rhk, iki, lampiran)}


@dataclass(frozen=True, slots=True)
class ImporTerakhir:
    """``rhk_id``, ``iki_id`` and ``lampiran_id``: what would go when it is undone; ``berubah``: rows of these that were
    changed or added by hand since."""

    nomor: int
    hari: date
    rhk_id: tuple[int, ...]
    iki_id: tuple[int, ...]
    lampiran_id: tuple[int, ...]
    berubah: int

    @property
    def sebutan(self) -> str:
        """How many of what, in words."""
        jumlah = ((self.rhk_id, "RHK"), (self.iki_id, "indikator"), (self.lampiran_id, "butir lampiran"))
        return ", ".join(f"{len(kunci)} {apa}" for kunci, apa in jumlah if kunci)


def impor_terakhir(connection: Connection, skp_id: int) -> ImporTerakhir | None:
    """The newest import into this SKP of which anything is left; None where there is none."""
    entries = connection.execute(
        select(jurnal.c.nomor, jurnal.c.hari, jurnal.c.isi)
        .where(jurnal.c.aksi == IMPOR, jurnal.c.objek == "skp", equals(jurnal.c.objek_id, skp_id))
        .order_by(jurnal.c.nomor.desc())
    ).mappings()
    return next((found for entry in entries if (found := _sisa(connection, entry)) is not None), None)


def _sisa(connection: Connection, entry: RowMapping) -> ImporTerakhir | None:
    asal: dict[str, dict[int, dict[str, Any]]] = {nama: {} for nama in _TABEL}
    for change in json.loads(entry["isi"])["perubahan"]:
        asal[change["tabel"]][change["kunci"]] = change["baru"]
    kini = {nama: _baris(connection, nama, key_name(_TABEL[nama]), set(isi)) for nama, isi in asal.items()}
    # An indicator that was added by hand goes with its RHK.
    kini["iki"] |= _baris(connection, "iki", "rhk_id", set(kini["rhk"]))
    if not any(kini.values()):
        return None
    berubah = sum(asal[nama].get(kunci) != isi for nama, baris in kini.items() for kunci, isi in baris.items())
    kunci = {f"{nama}_id": tuple(sorted(baris)) for nama, baris in kini.items()}
    return ImporTerakhir(entry["nomor"], entry["hari"], berubah=berubah, **kunci)


def _baris(connection: Connection, nama: str, kolom: str, nilai: set[int]) -> dict[int, dict[str, Any]]:
    """Rows as the journal spells them, by their key."""
    table = _TABEL[nama]
    query = table.select().where(table.c[kolom].in_(nilai))
    return {row[key_name(table)]: canonical_image(table, dict(row)) for row in connection.execute(query).mappings()}
