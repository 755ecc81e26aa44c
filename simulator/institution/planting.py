"""The door to planted faults, which only an instructor's installation holds.

Scene: ``generate`` and the commands ask here. May import: simulator.domain; the faults by name, when asked for.
Facts: what participants install holds neither injectors nor detectors, so that nobody can ask their own office where
its faults are (design: keys stay with the instructor).
Add: nothing; a kind of fault is added in faults/.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from simulator.domain.errors import TidakDitemukan

if TYPE_CHECKING:
    from simulator.institution.answer_key import PlantedFault
    from simulator.institution.institution import Institution

_FAULTS = "simulator.institution.faults"


def fault_kinds() -> Mapping[str, Any]:
    """Kinds of fault by code; empty where this installation holds none."""
    if importlib.util.find_spec(_FAULTS) is None:
        return {}
    return importlib.import_module(f"{_FAULTS}.catalogue").FAULTS


def plant(institution: Institution, faults: Sequence[str]) -> tuple[PlantedFault, ...]:
    """The answer key of the faults asked for.

    Raises: TidakDitemukan — this is a participant's installation, or there is no such kind.
    """
    if importlib.util.find_spec(_FAULTS) is None:
        raise TidakDitemukan(
            "Penanaman cacat hanya ada pada pemasangan instruktur (salinan repositori). Buat instansi tanpa --cacat.",
            kode="cacat-tidak-terpasang",
        )
    return importlib.import_module(f"{_FAULTS}.planting").plant(institution, faults)
