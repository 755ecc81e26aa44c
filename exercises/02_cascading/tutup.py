"""The participant's copy of the office without the answers of this exercise.

Scene: whoever writes the office for a participant asks ``checks.close_office``; the office then looks as it does before
the leader has filled in the Matriks Peran Hasil. May import: the files of this folder.
Facts: what is closed stands in the key (``kunci["tutup"]``). Add: a table in ``rows``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from .kantor import Hasil, Kantor


class Rows(Protocol):
    """What founding an office asks for."""

    def rows(self, name: str, /) -> list[dict[str, Any]]:
        """All rows of a table."""
        ...


def kunci(kantor: Kantor, daftar: list[Hasil], pasangan: list[tuple[Hasil, Hasil]]) -> dict:
    """The RHK whose link is the answer to "pemilik", and those whose role in a matrix answers "jenis"."""
    tim = sorted(anak.id for rhk in daftar for anak in kantor.anak.get(rhk.id, []))
    ditanya = sorted({anak.id for _, anak in pasangan})
    return {"tautan": tim, "peran": sorted({*tim, *ditanya})}


@dataclass(frozen=True)
class ClosedOffice:
    """An office whose rows leave out what the participant is asked."""

    asal: Rows
    tautan: frozenset[int]
    peran: frozenset[int]

    def rows(self, name: str, /) -> list[dict[str, Any]]:
        """The rows of the office; the closed links are empty, the closed roles are not there yet."""
        baris = self.asal.rows(name)
        if name == "rhk":
            return [satu | {"rhk_atasan_id": None} if satu["rhk_id"] in self.tautan else satu for satu in baris]
        if name == "peran_hasil":
            return [satu for satu in baris if satu["peran_id"] not in self.peran]
        return baris


def tutup(asal: Rows, isi: dict) -> ClosedOffice:
    """Close an office with the ``tutup`` part of the key."""
    return ClosedOffice(asal, frozenset(isi["tautan"]), frozenset(isi["peran"]))
