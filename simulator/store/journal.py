"""The journal as a chain: each entry carries the fingerprint of the one before it.

Scene: the last thing every action writes, inside its own transaction.
May import: SQLAlchemy, simulator.domain, simulator.store.canonical and schema.
Facts: course rule (an office in training must be able to show who changed what; catalogue entry F54).
Add: nothing without changing simulator/store/verification.py too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from simulator.domain.jurnal import EntriJurnal
from simulator.store.canonical import Canonical, canonical_json
from simulator.store.schema import jurnal

#: What stands before the first entry.
BEFORE_GENESIS = "0" * 64
GENESIS = "dirikan_instansi"
_WRITE = insert(jurnal)
_LAST = select(jurnal.c.nomor, jurnal.c.sidik).order_by(jurnal.c.nomor.desc()).limit(1)
_LAST_HELD = _LAST.with_for_update()


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after an action, in canonical form; None where the row does not exist."""

    tabel: str
    kunci: int
    lama: dict[str, Canonical] | None
    baru: dict[str, Canonical] | None

    def as_json(self) -> dict[str, Any]:
        """The form that is kept in ``jurnal.isi``."""
        return {"tabel": self.tabel, "kunci": self.kunci, "lama": self.lama, "baru": self.baru}


def entry_digest(previous: str, nomor: int, hari: str, rest: tuple[Any, ...]) -> str:
    """sha256 over the previous fingerprint and every field of the entry; ``rest`` is pelaku_id … isi."""
    body = canonical_json([nomor, hari, *rest])
    return hashlib.sha256(f"{previous}\n{body}".encode("utf-8", "surrogatepass")).hexdigest()


def tail(connection: Connection) -> tuple[int, str]:
    """Number and fingerprint of the last entry; (0, zeros) before the genesis entry."""
    # The advisory lock already lets one writer in; the second query also stops a writer that is not ours.
    row = connection.execute(_LAST if connection.dialect.name == "sqlite" else _LAST_HELD).first()
    return (int(row.nomor), str(row.sidik)) if row else (0, BEFORE_GENESIS)


def append(
    connection: Connection,
    last: tuple[int, str],
    *,
    hari: date,
    pelaku_id: int | None,
    peran: str,
    aksi: str,
    objek: str,
    objek_id: int,
    changes: Iterable[Change],
    catatan: Mapping[str, Any] | None = None,
) -> EntriJurnal:
    """Write one entry behind ``last``, the tail as this same writing transaction read it: nobody else can add one."""
    nomor, previous = last[0] + 1, last[1]
    isi = canonical_json({"perubahan": [change.as_json() for change in changes], "catatan": dict(catatan or {})})
    sidik = entry_digest(previous, nomor, hari.isoformat(), (pelaku_id, peran, aksi, objek, objek_id, isi))
    entry = EntriJurnal(nomor, hari, pelaku_id, peran, aksi, objek, objek_id, isi, previous, sidik)
    connection.execute(
        _WRITE,
        {
            "nomor": nomor,
            "hari": hari,
            "pelaku_id": pelaku_id,
            "peran": peran,
            "aksi": aksi,
            "objek": objek,
            "objek_id": objek_id,
            "isi": isi,
            "sidik_sebelumnya": previous,
            "sidik": sidik,
        },
    )
    return entry
