"""Who mended it: the journal entry after which a fault was no longer there.

Scene: faults were seen gone. The entries since each was last seen are taken back, newest first, in a transaction that
is thrown away; the first one without which a fault is there again is the one. The office waits meanwhile, so all faults
are looked for on one way back, and along most of it only once every STEP entries.
May import: SQLAlchemy, simulator.domain, store, workflow.office. Facts: none. Add: nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from simulator.domain.jurnal import EntriJurnal
from simulator.store.canonical import key_name, python_row
from simulator.store.engine import writing
from simulator.store.rows import to_object
from simulator.store.schema import OFFICE_TABLES, jurnal
from simulator.workflow.office import Kantor

_TABEL = {tabel.name: tabel for tabel in OFFICE_TABLES}
STEP = 64


@dataclass(frozen=True, slots=True)
class Hilang:
    """A fault that is gone: how to see it, and the last entry after which it was still there."""

    masih_ada: Callable[[Connection], bool]
    sejak: int


class _Selesai(Exception):
    """Leaves the transaction, so that nothing of it is kept."""


def entri_perbaikan(kantor: Kantor, dicari: Mapping[int, Hilang]) -> dict[int, EntriJurnal]:
    """For each fault the entry that made it go; none where no entry since did."""
    if not dicari:
        return {}
    found: dict[int, EntriJurnal] = {}
    query = select(jurnal).where(jurnal.c.nomor > min(satu.sejak for satu in dicari.values()))
    try:
        with writing(kantor.engine) as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            entries = connection.execute(query.order_by(jurnal.c.nomor.desc())).mappings().all()
            for steps in _langkah(entries, {satu.sejak for satu in dicari.values()}):
                here = {
                    nomor: satu
                    for nomor, satu in dicari.items()
                    if nomor not in found and satu.sejak < int(steps[-1]["nomor"])
                }
                if here:
                    _cari_di(connection, steps, here, found)
            raise _Selesai
    except _Selesai:
        return found


def _langkah(entries: list[RowMapping] | Any, berhenti: set[int]) -> Iterator[list[RowMapping]]:
    """Some entries at a time; never past one after which a fault was seen: before that it may not have been there."""
    step: list[RowMapping] = []
    for entri in entries:
        step.append(entri)
        if len(step) == STEP or int(entri["nomor"]) - 1 in berhenti:
            yield step
            step = []
    if step:
        yield step


def _cari_di(
    connection: Connection, steps: list[RowMapping], dicari: Mapping[int, Hilang], found: dict[int, EntriJurnal]
) -> None:
    """Take these entries back; where a fault is there again without them, once more one by one."""
    whole = connection.begin_nested()
    for entri in steps:
        _ambil_kembali(connection, entri)
    again = {nomor: satu for nomor, satu in dicari.items() if satu.masih_ada(connection)}
    if not again:
        whole.commit()
        return
    whole.rollback()
    for entri in steps:
        _ambil_kembali(connection, entri)
        for nomor in [nomor for nomor, satu in again.items() if nomor not in found and satu.masih_ada(connection)]:
            found[nomor] = to_object(EntriJurnal, entri)


def _ambil_kembali(connection: Connection, entri: RowMapping) -> None:
    for satu in reversed(json.loads(entri["isi"])["perubahan"]):
        _mundurkan(connection, satu)


def _mundurkan(connection: Connection, satu: dict[str, Any]) -> None:
    """One row as it was before."""
    tabel = _TABEL[satu["tabel"]]
    ini = tabel.c[key_name(tabel)] == satu["kunci"]
    if satu["lama"] is None:
        connection.execute(delete(tabel).where(ini))
    elif satu["baru"] is None:
        connection.execute(insert(tabel).values(**python_row(tabel, satu["lama"])))
    else:
        connection.execute(update(tabel).where(ini).values(**python_row(tabel, satu["lama"])))
