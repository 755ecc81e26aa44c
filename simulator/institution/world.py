"""One simulated world: all layers of one institution, computed when first asked for.

Scene: what ``generate`` builds and the tables read. May import: the layers of this folder.
Add: a layer as a cached property.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.institution.attainment import Attainment
from simulator.institution.calendar import Year
from simulator.institution.evidence import Evidence
from simulator.institution.keys import Keys
from simulator.institution.layout import Layout
from simulator.institution.names import Names, place_namer, village_namer
from simulator.institution.pack import Pack
from simulator.institution.people import People
from simulator.institution.plan import Plan
from simulator.institution.ratings import Ratings
from simulator.institution.texts import Texts


@dataclass(frozen=True)
class World:
    """The clean office."""

    pack: Pack
    seed: int
    size: int
    tahun: int
    calibration: str

    @cached_property
    def keys(self) -> Keys:
        return Keys(self.seed)

    @cached_property
    def year(self) -> Year:
        return Year(self.tahun)

    @cached_property
    def layout(self) -> Layout:
        return Layout(self.pack, self.size)

    @cached_property
    def people(self) -> People:
        return People(self.layout, self.keys, self.year)

    @cached_property
    def names(self) -> Names:
        return Names(self.people)

    @cached_property
    def plan(self) -> Plan:
        return Plan(self.people)

    @cached_property
    def ratings(self) -> Ratings:
        return Ratings(self.people, self.calibration)

    @cached_property
    def attainment(self) -> Attainment:
        return Attainment(self.plan, self.ratings)

    @cached_property
    def evidence(self) -> Evidence:
        return Evidence(self.attainment)

    @cached_property
    def texts(self) -> Texts:
        return Texts(self)

    @cached_property
    def kabupaten(self) -> str:
        """The invented kabupaten of this seed."""
        names = [row["kata"] for row in self.pack.tempat if row["bagian"] == "kabupaten"]
        return names[int(self.keys.below("unit.kabupaten", np.array([0]), len(names))[0])]

    @cached_property
    def puskesmas(self) -> Callable[[int], str]:
        """Name of a Puskesmas by block number."""
        return place_namer(self.pack, self.keys)

    @cached_property
    def desa(self) -> Callable[[int, int], str]:
        """Name of a village by block number and ordinal."""
        return village_namer(self.pack, self.keys)
