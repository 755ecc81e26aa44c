"""The desk at which faults are planted: a window of the office as it stands after the cases planted so far.

Scene: writing the answer key. May import: the institution's tables and keys.
How: big institutions are not rendered whole; the window is the office itself and Puskesmas spread evenly over the rest.
Add: a way to choose as a method; choices are always in keyed order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from simulator.institution.faults.kind import Case
from simulator.institution.faults.office import Office, Row

if TYPE_CHECKING:
    from simulator.institution.institution import Institution

T = TypeVar("T")

#: People whose rows are rendered to plant faults.
JENDELA = 1200


class Desk:
    """Current rows, locked cells, and keyed choices."""

    def __init__(self, institution: Institution) -> None:
        self.institution = institution
        self.world = institution.world
        self.office = Office(self._window_rows)
        self._locked: set[tuple[str, int, str]] = set()
        self._clean: dict[tuple[str, int, str], Any] = {}
        self._code = 0

    @property
    def pegawai_dalam_jendela(self) -> int:
        """How many people the window holds."""
        return sum(high - low for low, high in self._windows())

    def _windows(self) -> list[tuple[int, int]]:
        """Ranges of pegawai_id (half open) whose rows are rendered."""
        layout = self.world.layout
        if layout.size <= JENDELA:
            return [(1, layout.size + 1)]
        blocks = (JENDELA - layout.n_dinas) // layout.per_blok
        complete = (layout.size - layout.n_dinas) // layout.per_blok
        chosen = [number * complete // blocks for number in range(blocks)]
        first = layout.n_dinas + 1
        return [(1, first)] + [
            (first + block * layout.per_blok, first + (block + 1) * layout.per_blok) for block in chosen
        ]

    def _window_rows(self, table: str) -> list[Row]:
        return self.institution.window(table, self._windows())

    # --- choosing ---

    def begin(self, number: int) -> None:
        """Start the choices of one kind of fault."""
        self._code = number

    def shuffled(self, items: Iterable[T], key: Callable[[T], int], salt: int = 0) -> list[T]:
        """Items in keyed order; ``key`` is an id that does not depend on the order of ``items``."""
        found = list(items)
        if not found:
            return []
        ids = np.array([key(item) for item in found], dtype=np.int64)
        # The kind and the purpose are part of the entity, so that kinds do not all choose the same rows.
        draws = self.world.keys.draw("cacat.calon", ids * 4096 + self._code * 16 + salt)
        order = np.lexsort((ids, draws))
        return [found[index] for index in order.tolist()]

    def number(self, entity: int, n: int, salt: int = 0) -> int:
        """A keyed number 0 … n-1."""
        ids = np.array([entity * 4096 + self._code * 16 + salt], dtype=np.int64)
        return int(self.world.keys.below("cacat.nilai", ids, n)[0])

    def pick(self, entity: int, options: list[T], salt: int = 0) -> T:
        """A keyed choice."""
        return options[self.number(entity, len(options), salt)]

    def lines(self, table: str, column: str) -> list[str]:
        """Texts of a table of the pack."""
        return [row[column] for row in self.world.pack.tabel[table]]

    # --- planting ---

    def fits(self, case: Case) -> bool:
        """No cell of the case is taken, and every cell really changes."""
        for cell in case.cells:
            place = (cell.tabel, cell.kunci, cell.kolom)
            row = self.office.by_id(cell.tabel).get(cell.kunci)
            if place in self._locked or row is None or row[cell.kolom] == cell.nilai:
                return False
        return not any(place in self._locked for place in case.penjaga)

    def apply(self, case: Case) -> list[tuple[str, int, str, Any, Any]]:
        """Write the case; returns (table, key, column, before, after) of every cell."""
        written = []
        for cell in case.cells:
            row = self.office.row(cell.tabel, cell.kunci)
            written.append((cell.tabel, cell.kunci, cell.kolom, row[cell.kolom], cell.nilai))
            row[cell.kolom] = cell.nilai
            self._locked.add((cell.tabel, cell.kunci, cell.kolom))
        self._locked.update(case.penjaga)
        return written
