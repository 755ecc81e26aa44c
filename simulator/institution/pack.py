"""A scenario pack read into memory: tables as the spreadsheets hold them, indexed for the generator.

Scene: the first step of ``generate``. May import: NumPy, PyYAML, domain errors.
Facts: none of its own; every row of a pack names its source or says REKAAN (packs/<name>/SOURCES.md).
Add: a scenario is a new folder under packs/ with the same files; linter.py says what is missing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml

from simulator.domain.errors import TidakDitemukan
from simulator.institution.keys import Ints

Row = dict[str, str]


def _packs() -> Traversable:
    return files(__package__) / "packs"


def _variants(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(" / "))


@dataclass(frozen=True, eq=False)
class Pack:
    """One scenario; attribute names are the file names."""

    skenario: str
    manifest: dict[str, Any]
    tabel: dict[str, list[Row]]

    def __post_init__(self) -> None:
        # Tables are read by name in inner loops: plain attributes are quickest.
        self.__dict__.update(self.tabel)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> list[Row]:
            """A table, by file name."""

    def bilangan(self, kunci: str) -> int:
        """A number of bobot.csv, by its key (weights.py lists them)."""
        return self._bilangan[kunci]

    @cached_property
    def _bilangan(self) -> dict[str, int]:
        return {row["kunci"]: int(row["nilai"]) for row in self.tabel["bobot"]}

    @cached_property
    def kode_peran(self) -> list[str]:
        return [row["kode"] for row in self.tabel["peran"]]

    @cached_property
    def rhk_per_pola(self) -> dict[str, list[int]]:
        """Pattern indexes of every role pattern, in the order they are printed."""
        found: dict[str, list[int]] = {}
        for index, row in enumerate(self.tabel["rhk"]):
            found.setdefault(row["peran"], []).append(index)
        return found

    @cached_property
    def indeks_rhk(self) -> dict[str, int]:
        return {row["kode"]: index for index, row in enumerate(self.tabel["rhk"])}

    @cached_property
    def urutan_rhk(self) -> Ints:
        """The number (1 …) a pattern has inside its role."""
        order = np.zeros(len(self.tabel["rhk"]), dtype=np.int64)
        for indexes in self.rhk_per_pola.values():
            for number, index in enumerate(indexes, start=1):
                order[index] = number
        return order

    @cached_property
    def indeks_iki(self) -> dict[str, int]:
        return {row["kode"]: index for index, row in enumerate(self.tabel["iki"])}

    @cached_property
    def templat_blok(self) -> list[str]:
        """Block templates in file order; ``dinas`` is the office itself."""
        return list(dict.fromkeys(row["templat"] for row in self.tabel["pos"] if row["templat"] != "dinas"))

    @cached_property
    def unit_blok(self) -> Row:
        """The unit that is repeated as the institution grows; its id is the first of them."""
        return next(row for row in self.tabel["unit"] if row["jenis"] == "blok")

    @cached_property
    def unit_kantor(self) -> list[Row]:
        """The units of the office itself."""
        return [row for row in self.tabel["unit"] if row["jenis"] == "kantor"]

    @cached_property
    def varian(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Sentence pools: (table, key columns …) → variants."""
        keys = {
            "aksi": ("kelas", "tw", "bagian"),
            "ekspektasi": ("nilai", "kelompok"),
            "lampiran": ("jenis", "kelompok", "urutan"),
            "umpan": ("sasaran", "nada", "nilai"),
            "catatan": ("predikat",),
        }
        pools: dict[tuple[str, ...], tuple[str, ...]] = {}
        for table, columns in keys.items():
            for row in self.tabel[table]:
                key = (table, *(row[column] for column in columns))
                pools[key] = pools.get(key, ()) + _variants(row["teks"])
        for row in self.tabel["jenis_dokumen"]:
            pools["isi", row["kode"]] = _variants(row["isi"])
        return pools


def pack_names() -> tuple[str, ...]:
    """Scenarios that are installed, sorted."""
    return tuple(sorted(entry.name for entry in _packs().iterdir() if (entry / "pack.yaml").is_file()))


def _read(table: Traversable) -> Iterator[Row]:
    yield from csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter=";")


@cache
def load_pack(name: str) -> Pack:
    """Read a pack.

    Raises: TidakDitemukan — no scenario of that name.
    """
    if name not in pack_names():
        raise TidakDitemukan(
            f"Skenario “{name}” tidak ada. Pilihan: {', '.join(pack_names())}.", kode="skenario-tidak-ada"
        )
    folder = _packs() / name
    manifest = yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))
    tables = {
        entry.name.removesuffix(".csv"): list(_read(entry))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".csv")
    }
    return Pack(name, manifest, tables)
