"""Every kind of fault by code.

Scene: what ``--cacat`` accepts and ``bimtek instansi daftar`` prints. May import: the family files.
Add: a class in its family's KINDS, its number in NOMOR.
"""

from __future__ import annotations

from simulator.institution.faults import (
    cascading,
    document,
    evidence,
    feedback,
    identity,
    indicator,
    nip,
    rating,
    structure,
)
from simulator.institution.faults.kind import FaultKind

#: Families in the order of the course, the kinds of each by code.
_FAMILIES: tuple[tuple[type[FaultKind], ...], ...] = (
    (*nip.KINDS, *identity.KINDS),
    structure.KINDS,
    (*cascading.KINDS, *indicator.KINDS),
    (*evidence.KINDS, *document.KINDS),
    feedback.KINDS,
    rating.KINDS,
)
FAULTS: dict[str, FaultKind] = {
    kind.kode: kind() for family in _FAMILIES for kind in sorted(family, key=lambda kind: kind.kode)
}

#: Faults of whole units first, then of people and years, then of single rows, so that the big ones find room.
_LUAS = ("R03", "R02", "R06", "B02", "C02", "U01", "S03", "C07")
PLANTING_ORDER: tuple[str, ...] = (*_LUAS, *(code for code in FAULTS if code not in _LUAS))
#: The draw number of each kind: given once, never reused, so that a new kind does not move the others.
NOMOR: dict[str, int] = {
    "N01": 9,
    "N02": 10,
    "N03": 11,
    "N04": 12,
    "N05": 13,
    "N06": 14,
    "N07": 15,
    "N08": 16,
    "S01": 17,
    "S02": 18,
    "S03": 7,
    "S04": 19,
    "S05": 20,
    "C01": 21,
    "C02": 5,
    "C04": 22,
    "C07": 8,
    "C08": 35,
    "C09": 23,
    "C10": 24,
    "B01": 25,
    "B02": 4,
    "B03": 26,
    "B04": 27,
    "B05": 28,
    "B06": 29,
    "U01": 6,
    "U02": 30,
    "U03": 31,
    "R01": 32,
    "R02": 2,
    "R03": 1,
    "R04": 33,
    "R05": 34,
    "R06": 3,
}
