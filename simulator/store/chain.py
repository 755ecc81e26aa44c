"""Reading the journal back and checking its chain.

Scene: first step of a verification. May import: simulator.store.journal, raw, canonical, findings, schema.
Facts: none.
Add: a check on one entry in ``_check_entry``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from simulator.store.findings import Temuan
from simulator.store.journal import BEFORE_GENESIS, GENESIS, entry_digest
from simulator.store.raw import RawReader
from simulator.store.schema import OFFICE_TABLES, jurnal

_TABLES = {table.name for table in OFFICE_TABLES}


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal entry as verification needs it."""

    nomor: int
    hari: str
    aksi: str
    changes: list[dict[str, Any]]
    catatan: dict[str, Any]


@dataclass(slots=True)
class Chain:
    """The whole journal: entries, fingerprints, and the images of every row an action touched, oldest first."""

    entries: list[Entry] = field(default_factory=list)
    digests: dict[int, str] = field(default_factory=dict)
    images: dict[str, dict[int, list[tuple[int, dict[str, Any]]]]] = field(default_factory=dict)
    findings: list[Temuan] = field(default_factory=list)
    head: tuple[int, str] = (0, BEFORE_GENESIS)


def read_chain(reader: RawReader) -> Chain:
    """Read every entry, note what is wrong with it, and keep what it says about rows."""
    chain = Chain()
    previous_day = ""
    for row in reader.rows(jurnal):
        chain.findings += _check_entry(row, *chain.head, previous_day)
        changes, catatan, broken = _parse(row)
        chain.findings += broken
        chain.entries.append(Entry(row["nomor"], str(row["hari"]), str(row["aksi"]), changes, catatan))
        chain.head = (row["nomor"], str(row["sidik"]))
        chain.digests[row["nomor"]] = str(row["sidik"])
        previous_day = str(row["hari"])
        for change in changes:
            per_table = chain.images.setdefault(change["tabel"], {})
            per_table.setdefault(change["kunci"], []).append((row["nomor"], change))
    if not chain.entries or chain.entries[0].aksi != GENESIS:
        chain.findings.append(
            Temuan("jurnal-tanpa-pendirian", "jurnal", 1, "Entri pendirian instansi tidak ada di awal jurnal.")
        )
    return chain


def _check_entry(row: dict[str, Any], last: int, previous: str, previous_day: str) -> Iterator[Temuan]:
    nomor = row["nomor"]
    if nomor != last + 1:
        yield Temuan(
            "jurnal-nomor-loncat",
            "jurnal",
            nomor,
            f"Sesudah entri nomor {last} langsung nomor {nomor}: ada entri jurnal yang dihapus.",
        )
    elif row["sidik_sebelumnya"] != previous:
        yield Temuan(
            "jurnal-rantai-putus",
            "jurnal",
            nomor,
            f"Entri jurnal nomor {nomor} tidak menyambung ke entri {last}: salah satunya diganti.",
        )
    rest = tuple(row[name] for name in ("pelaku_id", "peran", "aksi", "objek", "objek_id", "isi"))
    if _digest(str(row["sidik_sebelumnya"]), nomor, str(row["hari"]), rest) != row["sidik"]:
        yield Temuan("jurnal-isi-berubah", "jurnal", nomor, f"Isi entri jurnal nomor {nomor} tidak cocok sidiknya.")
    if str(row["hari"]) < previous_day:
        yield Temuan(
            "jurnal-hari-mundur",
            "jurnal",
            nomor,
            f"Entri jurnal nomor {nomor} bertanggal {row['hari']}, lebih awal dari entri sebelumnya ({previous_day}).",
        )


def _digest(previous: str, nomor: int, hari: str, rest: tuple[Any, ...]) -> str | None:
    try:
        return entry_digest(previous, nomor, hari, rest)
    except (TypeError, ValueError):
        return None  # a blob or an infinity where we write text: certainly not our entry


def _parse(row: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any], list[Temuan]]:
    """The changes of an entry; an entry nobody can read changes nothing and is a finding."""
    try:
        isi = json.loads(row["isi"])
        changes = [dict(change) for change in isi["perubahan"]]
        for change in changes:
            known = change["tabel"] in _TABLES and isinstance(change["kunci"], int)
            if not known or not all(
                change[side] is None or isinstance(change[side], dict) for side in ("lama", "baru")
            ):
                raise ValueError(change["tabel"])
        return changes, dict(isi["catatan"]), []
    except (TypeError, ValueError, KeyError, AttributeError):
        pesan = f"Isi entri jurnal nomor {row['nomor']} tidak dapat dibaca sebagai catatan perubahan."
        return [], {}, [Temuan("jurnal-isi-rusak", "jurnal", row["nomor"], pesan)]
