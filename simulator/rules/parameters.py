"""Dated numbers of the law: parameters/<stage>/<name>.yaml.

Scene: asked by the rules for "the number on that day". May import: PyYAML, simulator.domain, simulator.rules.citation.
Facts: every value carries its own reference with status; ``checked_on`` is the day someone looked for anything newer.
Add: a file with description, unit, checked_on, values (date → value + reference); a changed number is a new date,
the old one stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from simulator.domain.errors import TidakDitemukan
from simulator.rules.citation import Citation, Status

FOLDER = Path(__file__).parent / "parameters"

Isi = Decimal | tuple[str, ...] | Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class NilaiBerlaku:
    """One value and the day from which it holds."""

    sejak: date
    isi: Isi
    reference: Citation


@dataclass(frozen=True, slots=True)
class Parameter:
    """One dated parameter; ``riwayat`` runs from the oldest value to the newest."""

    nama: str
    description: str
    unit: str
    checked_on: date
    riwayat: tuple[NilaiBerlaku, ...]

    def pada(self, hari: date) -> NilaiBerlaku:
        """The value that holds on ``hari``. Raises: TidakDitemukan — the day is before the first value."""
        berlaku = [nilai for nilai in self.riwayat if nilai.sejak <= hari]
        if not berlaku:
            raise TidakDitemukan(
                f"{self.description} belum berlaku pada {hari:%d-%m-%Y}. "
                f"Nilai pertama berlaku sejak {self.riwayat[0].sejak:%d-%m-%Y}; pilih tanggal sesudahnya.",
                kode="parameter-belum-berlaku",
            )
        return berlaku[-1]

    @property
    def status(self) -> tuple[Status, ...]:
        """The marks of all its values."""
        return tuple(nilai.reference.status for nilai in self.riwayat)


def _isi(mentah: object, nama: str) -> Isi:
    if isinstance(mentah, bool) or mentah is None:
        raise ValueError(f"{nama}: nilai harus angka, daftar kata, atau tabel angka")
    if isinstance(mentah, int | float | str):
        return Decimal(str(mentah))
    if isinstance(mentah, list):
        return tuple(str(butir) for butir in mentah)
    if isinstance(mentah, dict):
        return MappingProxyType({str(kunci): Decimal(str(angka)) for kunci, angka in mentah.items()})
    raise ValueError(f"{nama}: nilai {mentah!r} tidak dikenal")


@cache
def parameter(nama: str) -> Parameter:
    """Read one parameter by its name ``<stage>/<file>``; read once per process."""
    berkas = FOLDER / f"{nama}.yaml"
    if not berkas.is_file():
        raise TidakDitemukan(
            f"Parameter “{nama}” tidak ada di simulator/rules/parameters.", kode="parameter-tidak-ditemukan"
        )
    data = yaml.safe_load(berkas.read_text(encoding="utf-8"))
    riwayat = tuple(
        NilaiBerlaku(
            sejak,
            _isi(entri["value"], nama),
            Citation(
                entri["reference"]["title"],
                entri["reference"].get("bagian", "–"),
                entri["reference"]["href"],
                Status.dari(entri["reference"]["status"]),
            ),
        )
        for sejak, entri in sorted(data["values"].items())
    )
    return Parameter(nama, data["description"], data["unit"], data["checked_on"], riwayat)


def angka(nama: str, hari: date) -> Decimal:
    """The single number of a parameter on a day."""
    isi = parameter(nama).pada(hari).isi
    if not isinstance(isi, Decimal):
        raise TypeError(f"{nama} bukan satu angka")
    return isi


def tabel(nama: str, hari: date) -> Mapping[str, Decimal]:
    """The table (code → number) of a parameter on a day."""
    isi = parameter(nama).pada(hari).isi
    if not isinstance(isi, Mapping):
        raise TypeError(f"{nama} bukan tabel angka")
    return isi


def daftar(nama: str, hari: date) -> tuple[str, ...]:
    """The list of words of a parameter on a day."""
    isi = parameter(nama).pada(hari).isi
    if not isinstance(isi, tuple):
        raise TypeError(f"{nama} bukan daftar")
    return isi


def daftar_parameter() -> tuple[str, ...]:
    """Names of all parameters, in alphabetical order."""
    return tuple(sorted(berkas.relative_to(FOLDER).with_suffix("").as_posix() for berkas in FOLDER.rglob("*.yaml")))
