"""Labelled enumerations: the code that is stored, and the Indonesian label that is shown.

Scene: used by every enumeration of the domain. May import: the standard library only.
Add: nothing; new enumerations go into the file of their noun.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Berlabel(StrEnum):
    """An enumeration whose members carry a stored code (``value``) and a shown ``label``."""

    label: str

    def __new__(cls, kode: str, label: str) -> Self:
        anggota = str.__new__(cls, kode)
        anggota._value_ = kode
        anggota.label = label
        return anggota

    def __str__(self) -> str:
        return self.label

    @classmethod
    def dari(cls, teks: str) -> Self:
        """Find a member by code or label, ignoring case and surrounding space.

        Raises: ValueError — no member has that code or label.
        """
        cari = teks.strip().casefold()
        for anggota in cls:
            if cari in (anggota.value.casefold(), anggota.label.casefold()):
                return anggota
        pilihan = ", ".join(anggota.label for anggota in cls)
        raise ValueError(f"“{teks}” bukan {cls.__name__}. Pilihan: {pilihan}.")
