"""The situation one participant meets in one exercise: what is shown, and the key that stays with the instructor.

Scene: made by checks.make_case(seed); the shown part travels as kasus.json, the key never does.
May import: standard library and simulator.domain. Facts: none of its own.
Add: nothing to the class; new content goes into ``tampilan`` (field kinds: exercises/README.md) or ``kunci``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.domain.errors import BerkasRusak

CASE_FILE = "kasus.json"


@dataclass(frozen=True, slots=True)
class Case:
    """One exercise for one seed. Both parts are JSON-able dictionaries."""

    latihan: str
    benih: int
    tampilan: dict[str, Any]
    kunci: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Everything, key included: for the instructor's ``kunci/`` folder only."""
        return {"latihan": self.latihan, "benih": self.benih, "tampilan": self.tampilan, "kunci": self.kunci}

    def participant_json(self) -> str:
        """The text of ``kasus.json``: the shown part alone."""
        return dump_json(self.tampilan)

    @classmethod
    def from_dict(cls, isi: Mapping[str, Any]) -> Case:
        """The case back from ``kunci/<peserta>/<latihan>.json``."""
        return cls(str(isi["latihan"]), int(isi["benih"]), dict(isi["tampilan"]), dict(isi["kunci"]))

    @classmethod
    def read(cls, berkas: Path) -> Case:
        """Read a full case with its key.

        Raises: BerkasRusak — the file is not a case.
        """
        try:
            return cls.from_dict(json.loads(berkas.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError) as galat:
            raise BerkasRusak(
                f"Berkas kunci {berkas} tidak terbaca ({galat}). Buat ulang kunci dengan “bimtek kelas bagikan”.",
                kode="kunci-rusak",
            ) from galat


def dump_json(isi: object) -> str:
    """One spelling of JSON for every file of the kit: readable, same bytes for the same content."""
    return json.dumps(isi, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
