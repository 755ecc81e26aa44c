"""Every kind of fault by code.

Scene: what ``--cacat`` accepts and ``bimtek instansi daftar`` prints. May import: the family files.
Add: a class in its family's KINDS.
"""

from __future__ import annotations

from simulator.institution.faults import cascading, evidence, feedback, identity, rating, structure
from simulator.institution.faults.kind import FaultKind

FAULTS: dict[str, FaultKind] = {
    kind.kode: kind()
    for family in (identity, structure, cascading, evidence, feedback, rating)
    for kind in family.KINDS
}

#: Faults of whole units first, then of people and years, then of single rows, so that the big ones find room.
_LUAS = ("R03", "R02", "R06", "B02", "C02", "U01", "S03", "C07")
PLANTING_ORDER: tuple[str, ...] = (*_LUAS, *(code for code in FAULTS if code not in _LUAS))
