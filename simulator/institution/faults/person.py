"""People as the kinds about identity walk through them, and the cells they change.

Scene: under nip.py and identity.py. May import: kind, office, desk. Facts: none.
Add: another way to choose or to change a person as a function.
"""

from __future__ import annotations

from typing import Any

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Case, Cell
from simulator.institution.faults.office import Row


def people(desk: Desk) -> list[Row]:
    """Everybody, in keyed order."""
    return desk.shuffled(desk.office.rows("pegawai"), lambda row: row["pegawai_id"])


def person_cell(row: Row, column: str, value: Any) -> Cell:
    """A cell of a pegawai."""
    return Cell("pegawai", row["pegawai_id"], column, value)


def person_case(row: Row, text: str, *cells: Cell, near_miss: bool = False, guards: tuple[str, ...] = ()) -> Case:
    """A case at one pegawai; ``guards`` are columns of the same row."""
    key = row["pegawai_id"]
    return Case(cells, ("pegawai", key), text, near_miss, tuple(("pegawai", key, column) for column in guards))
