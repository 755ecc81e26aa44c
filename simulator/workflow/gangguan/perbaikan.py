"""Who mended it: the journal entry after which a fault was no longer there.

Scene: a fault was seen gone. The entries since it was last seen are taken back one by one, newest first, in a
transaction that is thrown away; the first one without which the fault is there again is the one.
May import: SQLAlchemy, simulator.domain, store, workflow.office. Facts: none. Add: nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from simulator.domain.jurnal import EntriJurnal
from simulator.store.canonical import key_name, python_row
from simulator.store.engine import writing
from simulator.store.rows import to_object
from simulator.store.schema import OFFICE_TABLES, jurnal
from simulator.workflow.office import Kantor

_TABEL = {tabel.name: tabel for tabel in OFFICE_TABLES}


class _Selesai(Exception):
    """Leaves the transaction, so that nothing of it is kept."""


def entri_perbaikan(kantor: Kantor, masih_ada: Callable[[Connection], bool], sejak: int) -> EntriJurnal | None:
    """The entry after number ``sejak`` that made ``masih_ada`` false; None where none of them did."""
    query = select(jurnal).where(jurnal.c.nomor > sejak).order_by(jurnal.c.nomor.desc())
    found: EntriJurnal | None = None
    try:
        with writing(kantor.engine) as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for entri in connection.execute(query).mappings().all():
                for satu in reversed(json.loads(entri["isi"])["perubahan"]):
                    _mundurkan(connection, satu)
                if masih_ada(connection):
                    found = to_object(EntriJurnal, entri)
                    break
            raise _Selesai
    except _Selesai:
        return found


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
