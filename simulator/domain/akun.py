"""Accounts and roles.

Scene: who is at the screen. May import: the standard library and simulator.domain only.
Facts: roles — the application has one user menu plus an administrator group (CONFIRMED, BKN guide 2022 and
admin guide); PPK reads only (mock decision).
Add: a role here, its column in the permission table of simulator/workflow/permissions.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.label import Berlabel


class Peran(Berlabel):
    """The hats a person can wear in the application."""

    PEGAWAI = "pegawai", "Pegawai"
    PENILAI = "penilai", "Pejabat Penilai Kinerja"
    ADMIN = "admin", "Admin Instansi"
    PIMPINAN = "pimpinan", "Pimpinan / PPK"


@dataclass(frozen=True, slots=True)
class Akun:
    """One login; ``peran`` are the administrative roles, being an assessor follows from the structure."""

    pegawai_id: int
    nip: str
    peran: frozenset[Peran]
