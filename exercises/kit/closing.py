"""The participant's copy of the office, with the answers of the exercises left out.

Scene: whoever writes ``kantor.ekin.db`` for a participant. Every exercise whose checks have a function
``close_office(office, case)`` closes what it asks for; the office then looks as it does before that work is done.
May import: kit.case, kit.catalog. Facts: what is closed stands in the key of the case.
Add: an exercise adds ``close_office`` to its checks; nothing is registered here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from exercises.kit.case import Case
from exercises.kit.catalog import Exercise

Row = dict[str, Any]

BELUM_DINILAI: Row = {
    "rating_hasil": None,
    "rating_perilaku": None,
    "predikat": None,
    "catatan": "",
    "dinilai_pada": None,
    "dikunci_pada": None,
}
"""What a row of ``evaluasi`` holds before anybody rated."""


class Rows(Protocol):
    """What founding an office asks for."""

    def rows(self, name: str, /) -> Sequence[Row]:
        """All rows of a table, each starting with its key."""
        ...


@dataclass(frozen=True)
class ClosedOffice:
    """An office with some cells changed and some rows not there yet.

    ``ubah``: table → key → {column: value}. ``buang``: table → keys of rows that are left out.
    """

    asal: Rows
    ubah: Mapping[str, Mapping[int, Mapping[str, Any]]] = field(default_factory=dict)
    buang: Mapping[str, Collection[int]] = field(default_factory=dict)

    def rows(self, name: str, /) -> list[Row]:
        """The rows of the office as the participant may see them."""
        ubah, buang = self.ubah.get(name, {}), frozenset(self.buang.get(name, ()))
        kept = ((next(iter(row.values())), row) for row in self.asal.rows(name))
        return [{**row, **ubah.get(key, {})} for key, row in kept if key not in buang]


def participant_office(asal: Rows, kasus: Iterable[tuple[Exercise, Case]]) -> Rows:
    """The office closed for all exercises of one participant, in their order."""
    office = asal
    for exercise, case in kasus:
        close = getattr(exercise.checks, "close_office", None)
        if close is not None:
            office = close(office, case)
    return office
