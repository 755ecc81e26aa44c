"""Tim kerja: people gathered for one assignment, beside the structure of units.

Scene: *Tim Kerja* in the menu. May import: the standard library and simulator.domain only.
Facts: everybody sees the teams, a superior can create one (CONFIRMED, ekinerja-app §1.2); no field of it is published,
so name, task, head and members are ours (label simulasi).
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TimKerja:
    """One team; ``pembentuk_id`` is the superior who formed it, ``ketua_id`` who leads the work."""

    tim_id: int
    nama: str
    tugas: str
    pembentuk_id: int
    ketua_id: int
    dibentuk_pada: date


@dataclass(frozen=True, slots=True)
class AnggotaTim:
    """One member of one team, from any unit; the head is not listed again."""

    anggota_id: int
    tim_id: int
    pegawai_id: int
