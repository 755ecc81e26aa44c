"""Who is acting, and under which hat.

Scene: every action is given one Pelaku. May import: simulator.domain.
Facts: one user menu plus an administrator group (CONFIRMED, BKN guide 2022); the head of the region is outside the
institution and acts for its top only (mock decision).
Add: nothing; a new hat is a new Peran with a column in permissions.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.akun import Peran


@dataclass(frozen=True, slots=True)
class Pelaku:
    """One person under one hat; ``pegawai_id`` is None only for the head of the region, outside the institution."""

    pegawai_id: int | None
    peran: Peran = Peran.PEGAWAI

    @classmethod
    def pegawai(cls, pegawai_id: int) -> Pelaku:
        """Somebody working on their own record."""
        return cls(pegawai_id, Peran.PEGAWAI)

    @classmethod
    def penilai(cls, pegawai_id: int) -> Pelaku:
        """Somebody acting as pejabat penilai kinerja or as leader of a team."""
        return cls(pegawai_id, Peran.PENILAI)

    @classmethod
    def admin(cls, pegawai_id: int) -> Pelaku:
        """Somebody in the administrator group."""
        return cls(pegawai_id, Peran.ADMIN)


#: The head of the region, who assesses the head of the institution; played by the instructor or by nobody.
KEPALA_DAERAH = Pelaku(None, Peran.PIMPINAN)
