"""Attached papers as the kinds about evidence walk through them.

Scene: under evidence.py and document.py. May import: kind, office, desk. Facts: none.
Add: another way to walk as a function.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.institution.faults.desk import Desk
from simulator.institution.faults.kind import Cell
from simulator.institution.faults.office import FOTO, Row


def papers(desk: Desk) -> Iterator[tuple[Row, Row]]:
    """(document, its main piece of evidence): attached papers that are not photographs, in keyed order."""
    attached = desk.office.attached()
    documents = [row for row in desk.office.rows("dokumen") if row["dokumen_id"] in attached and row["jenis"] != FOTO]
    for row in desk.shuffled(documents, lambda entry: entry["dokumen_id"]):
        yield row, attached[row["dokumen_id"]][0]


def paper_cell(row: Row, column: str, value: object) -> Cell:
    """A cell of a document."""
    return Cell("dokumen", row["dokumen_id"], column, value)
