"""An *Institution*: what ``generate`` returns.

Scene: the door of this folder; everybody else asks here. May import: the files of this folder.
Add: a question about an institution as a method.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from simulator.domain.errors import TidakDitemukan
from simulator.institution.answer_key import PlantedFault
from simulator.institution.keys import Ints
from simulator.institution.tables.catalogue import TABLES
from simulator.institution.tables.table import Columns, Rows, Table
from simulator.institution.truth import Truth
from simulator.institution.world import World

#: Columns of bigger institutions are computed again when asked again, so that they do not fill the memory.
_SIMPAN_SAMPAI = 5000


@dataclass(frozen=True)
class Institution:
    """One institution: pure, immutable, the same for the same arguments on every machine."""

    scenario: str
    seed: int
    size: int
    year: int
    calibration: str
    faults: tuple[str, ...]
    world: World = field(repr=False)
    answer_key: tuple[PlantedFault, ...] = field(default=(), repr=False)

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of all tables, in the order in which they can be written."""
        return tuple(TABLES)

    @cached_property
    def _kept(self) -> dict[str, Columns]:
        return {}

    def columns(self, table: str) -> dict[str, np.ndarray]:
        """Columns of codes of a table, without the planted faults; cheap for any size."""
        if table in self._kept:
            return self._kept[table]
        columns = _table(table).columns(self.world)
        if self.size <= _SIMPAN_SAMPAI:
            self._kept[table] = columns
        return columns

    def count(self, table: str) -> int:
        """Number of rows."""
        return len(_first(self.columns(table)))

    def rows(self, table: str) -> Rows:
        """All rows as people read them, sorted by id; keys are the columns of the schema."""
        return [row for chunk in self.chunks(table, size=1 << 62) for row in chunk]

    def chunks(self, table: str, size: int = 20_000) -> Iterator[Rows]:
        """The same rows in pieces, for institutions that do not fit into memory as rows."""
        columns = self.columns(table)
        total = len(_first(columns))
        changed = self._changed.get(table, {})
        for start in range(0, total, size):
            rows = _table(table).rows(self.world, columns, np.arange(start, min(start + size, total)))
            if changed:
                for row in rows:
                    row.update(changed.get(next(iter(row.values())), {}))
            yield rows

    def clean_rows(self, table: str) -> Rows:
        """The rows before any fault was planted."""
        columns = self.columns(table)
        return _table(table).rows(self.world, columns, np.arange(len(_first(columns))))

    def window(self, table: str, people: Sequence[tuple[int, int]]) -> Rows:
        """Clean rows that belong to ranges of pegawai_id (half open); whole tables where rows belong to units."""
        entry, columns = _table(table), self.columns(table)
        ids = _first(columns)
        if entry.per_pegawai is None:
            return entry.rows(self.world, columns, np.arange(len(ids)))
        ends = [np.searchsorted(ids, [low * entry.per_pegawai, high * entry.per_pegawai]) for low, high in people]
        return entry.rows(self.world, columns, np.concatenate([np.arange(low, high) for low, high in ends]))

    @cached_property
    def _changed(self) -> dict[str, dict[int, dict[str, Any]]]:
        changed: dict[str, dict[int, dict[str, Any]]] = {}
        for fault in self.answer_key:
            changed.setdefault(fault.tabel, {}).setdefault(fault.kunci, {})[fault.kolom] = fault.nilai_tertanam
        return changed

    @cached_property
    def truth(self) -> Truth:
        """What nobody in the office knows: deserved ratings and which evidence is valid. Never part of the rows."""
        return Truth(self.world, self.answer_key)


def _table(name: str) -> Table:
    try:
        return TABLES[name]
    except KeyError:
        raise TidakDitemukan(f"Tabel “{name}” tidak ada dalam instansi.", kode="tabel-tidak-ada") from None


def _first(columns: Columns) -> Ints:
    return next(iter(columns.values()))
