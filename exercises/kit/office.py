"""The office in which the exercises of one participant happen.

Scene: make_case of every exercise reads from it, and the participant's instance file is made from it, so that all
exercises talk about the same people. May import: kit.spec, kit.catalog, simulator.institution (when called).
Facts: scenario and size of the course; which faults are planted is the union of what the exercises ask for.
Add: an exercise adds its faults by listing them in its exercise.yaml.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from exercises.kit.catalog import exercise_ids, exercises_folder
from exercises.kit.spec import load_spec

if TYPE_CHECKING:
    from simulator.institution import Institution

SCENARIO = "dinas_kesehatan"
SIZE = 60
CALIBRATION = "latihan"
# A class walks exercise by exercise through its participants: enough for the largest usual class.
_KEPT = 64


def planted_codes() -> tuple[str, ...]:
    """Faults that the exercises of this clone ask for, each kind once, sorted.

    ``B01:4`` asks for four of a kind; where exercises ask for different numbers, the largest counts for all.
    """
    banyak: dict[str, int] = {}
    for nama in exercise_ids():
        for satu in load_spec(exercises_folder() / nama).cacat:
            kode, _, jumlah = satu.partition(":")
            banyak[kode] = max(banyak.get(kode, 0), int(jumlah or 0))
    return tuple(f"{kode}:{jumlah}" if jumlah else kode for kode, jumlah in sorted(banyak.items()))


@lru_cache(maxsize=_KEPT)
def classroom_office(seed: int) -> Institution:
    """The institution of one participant. The same seed gives the same office in every exercise."""
    from simulator.institution import generate

    return generate(SCENARIO, seed=seed, size=SIZE, calibration=CALIBRATION, faults=planted_codes())
