"""What a check found in an answer, and the usual mistakes that show a check works.

Scene: grading; a Finding becomes one line of feedback. May import: standard library only.
Facts: points come from exercise.yaml, the cited rule from simulator/rules (by id).
Add: a field here only with a default, its line in readable feedback and its row in exercises/README.md.
"""

from __future__ import annotations

import copy
import math
import random
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from exercises.kit.case import Case


@dataclass(frozen=True, slots=True)
class Finding:
    """One judged item of one *soal*: points given out of points possible, and why.

    ``poin`` lies between 0 and ``maks``. ``kutipan`` quotes the participant's own words that decided it.
    ``perlu_instruktur`` asks a person to look; the points then stand as a proposal.
    """

    soal: str
    butir: str
    poin: float
    maks: float
    kriteria: str
    pesan: str
    kutipan: str = ""
    saran: str = ""
    aturan: str = ""
    perlu_instruktur: bool = False

    def __post_init__(self) -> None:
        if not (math.isfinite(self.poin) and math.isfinite(self.maks)):
            raise ValueError(f"Finding {self.soal}/{self.butir}: points must be finite numbers")
        if not -1e-9 <= self.poin <= self.maks + 1e-9:
            raise ValueError(f"Finding {self.soal}/{self.butir}: {self.poin} is not within 0 and {self.maks}")

    @property
    def penuh(self) -> bool:
        """Whether nothing was lost here."""
        return self.poin >= self.maks - 1e-9

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, isi: Mapping[str, Any]) -> Finding:
        """The finding back from plain JSON."""
        return cls(**isi)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake people make, as a function on the reference answer, with the points it must cost on its *soal*."""

    id: str
    nama: str
    soal: str
    apply: Callable[[dict[str, Any], Case, random.Random], dict[str, Any]]
    loss: Callable[[Case], float]


#: Changes a copy of an answer in place.
Ubah = Callable[[dict[str, Any], Case], None]


def mistake(id: str, nama: str, soal: str, ubah: Ubah, rugi: Callable[[Case], float]) -> Mistake:
    """A Mistake from a function that changes an answer in place; the answer it is applied to stays as it was."""

    def apply(answer: dict[str, Any], case: Case, rng: random.Random) -> dict[str, Any]:
        baru = copy.deepcopy(answer)
        ubah(baru, case)
        return baru

    return Mistake(id, nama, soal, apply, rugi)
