"""Scene 1: generate an institution from a scenario and a seed.

``generate`` is a pure function to columnar tables; every value is a function of (seed, kind, entity, field), so the
same person comes out alone, in a batch, in another process, and in a bigger institution.
May import: NumPy, PyYAML, simulator.domain, simulator.rules; never the store.
Facts: the tables of the packs, each row with its source or REKAAN.
Add: a scenario as a folder under packs/; a kind of fault under faults/.
"""

from __future__ import annotations

from simulator.institution.answer_key import PlantedFault
from simulator.institution.generate import generate, list_scenarios
from simulator.institution.institution import Institution

__all__ = ["Institution", "PlantedFault", "generate", "list_scenarios"]
