"""What a table of the generator is.

Scene: shared by the files of this folder. May import: NumPy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.institution.keys import Ints

if TYPE_CHECKING:
    from simulator.institution.world import World

Columns = dict[str, Ints]
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Table:
    """Columns of codes in order of id (the id first), and a renderer for chosen positions."""

    name: str
    columns: Callable[[World], Columns]
    rows: Callable[[World, Columns, Ints], Rows]
    #: How many ids of the table one pegawai has room for; None where rows belong to units or to the office.
    per_pegawai: int | None = None
