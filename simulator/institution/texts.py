"""Sentences: templates of the pack with their slots filled, only for the rows somebody reads.

Scene: rendering. May import: pack, names, plan, attainment. Facts: none; every sentence stands in the pack.
Add: a slot here and its use in the pack's tables.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from simulator.institution.calendar import TRIWULAN

if TYPE_CHECKING:
    from simulator.institution.world import World

KODE_ASPEK = ("KN", "KL", "WK")
_NAMA_DIRI = ("Puskesmas", "Posyandu", "Posbindu", "Renstra", "Renja")
_KATA_GANTUNG = re.compile(r"(-(dan|di|yang|untuk|serta|desa))+$")
_DUA_TITIK = re.compile(r"(?<!\.)\.\.(?!\.)")
_BUKAN_HURUF = re.compile(r"[^a-z0-9]+")
#: A word said twice (reduplication has a hyphen), and “layanan” before a word that says it again.
_GEMA = re.compile(r"\b(?P<kata>[^\W\d]+) (?P=kata)\b|\blayanan (?=pelayanan\b)", re.IGNORECASE)


def angka(number: int) -> str:
    """A whole number the Indonesian way: a point between thousands."""
    return str(number) if -1000 < number < 1000 else f"{number:,}".replace(",", ".")


def lowered(text: str) -> str:
    """A sentence start inside a sentence: lower case, unless it begins with a name or an abbreviation."""
    first = text.split(maxsplit=1)[0]
    return text if first in _NAMA_DIRI or first.isupper() else text[0].lower() + text[1:]


def one_stop(text: str) -> str:
    """A sentence that ends in a name with a title's point ends with one point, not two; an ellipsis stays."""
    return _DUA_TITIK.sub(".", text)


def without_echo(text: str) -> str:
    """A slot that starts with the word before it says that word once: “data {data kematian ibu}”."""
    return _GEMA.sub(lambda echo: echo["kata"] or "", text)


@lru_cache(maxsize=20_000)
def slug(text: str) -> str:
    """Words for a file name: lower case, joined by hyphens, at most 40 letters, whole words only."""
    words = _BUKAN_HURUF.sub("-", text.lower()).strip("-").split("-")
    result = words[0]
    for word in words[1:]:
        if len(result) + len(word) >= 40:
            break
        result = f"{result}-{word}"
    return _KATA_GANTUNG.sub("", result)


class Texts:
    """Renders the sentences of one world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._topik: dict[int, str] = {}
        self._unit: dict[int, str] = {}
        self._indikator: dict[int, str] = {}

    @cached_property
    def nama(self) -> list[str]:
        """Full names by position."""
        return self.world.names.full(np.arange(self.world.size))

    def unit(self, unit_id: int) -> str:
        """Name of a unit."""
        known = self._unit.get(unit_id)
        if known is None:
            first = self.world.layout.unit_blok
            if unit_id < first:
                names = {int(row["unit_id"]): row["nama"] for row in self.world.pack.unit_kantor}
                known = names[unit_id].replace("{kab}", self.world.kabupaten)
            else:
                known = self.world.pack.unit_blok["nama"].replace("{pkm}", self.world.puskesmas(unit_id - first))
            self._unit[unit_id] = known
        return known

    def jabatan(self, position: int) -> str:
        """Name of the post of a pegawai."""
        return self.world.pack.peran[int(self.world.layout.peran[position])]["jabatan"]

    @cached_property
    def _tempat(self) -> tuple[list[str], list[str], list[str]]:
        """(Puskesmas, Desa, room) of every pegawai, empty in the office; people with the same work differ in all."""
        world, layout = self.world, self.world.layout
        blocks, slots = layout.blok.tolist(), layout.slot.tolist()
        places = ["" if block < 0 else world.puskesmas(block) for block in blocks]
        villages = [
            "" if block < 0 else f"Desa {world.desa(block, slot)}" for block, slot in zip(blocks, slots, strict=True)
        ]
        names = [row["kata"] for row in world.pack.tempat if row["bagian"] == "ruang"]
        rooms = ["" if block < 0 else names[slot % len(names)] for block, slot in zip(blocks, slots, strict=True)]
        return places, villages, rooms

    def isi(self, template: str, position: int) -> str:
        """Fill the slots of place in a sentence about one pegawai."""
        if "{" not in template:
            return template
        places, villages, rooms = self._tempat
        return (
            template.replace("{pkm}", places[position])
            .replace("{wil}", villages[position])
            .replace("{ruang}", rooms[position])
            .replace("{kab}", self.world.kabupaten)
        )

    def rhk(self, index: int) -> str:
        """Text of the RHK at a position of the plan."""
        plan = self.world.plan
        return self.isi(self._rhk[int(plan.pola[index])], int(plan.pemilik[index]))

    @cached_property
    def _rhk(self) -> list[str]:
        """One wording per pattern: an institution words the same result alike, another seed may word it otherwise."""
        options = [row["teks"].split(" / ") for row in self.world.pack.rhk]
        draws = self.world.keys.below("rhk.teks", np.arange(1, len(options) + 1), 1 << 20).tolist()
        return [variants[draw % len(variants)] for variants, draw in zip(options, draws, strict=True)]

    def topik(self, rhk_index: int) -> str:
        """Short subject of an RHK."""
        known = self._topik.get(rhk_index)
        if known is None:
            plan = self.world.plan
            known = self.topik_pola(int(plan.pola[rhk_index]), int(plan.pemilik[rhk_index]))
            self._topik[rhk_index] = known
        return known

    def topik_pola(self, pattern: int, position: int) -> str:
        """Short subject of an RHK pattern in the mouth of one pegawai."""
        return self.isi(self.world.pack.rhk[pattern]["topik"], position)

    def indikator(self, iki_index: int) -> str:
        """Indicator of an IKI."""
        known = self._indikator.get(iki_index)
        if known is None:
            plan = self.world.plan
            template = self.world.pack.iki[int(plan.pola_iki[iki_index])]["indikator"]
            known = self.isi(template, int(plan.pegawai_dari_iki[iki_index]))
            self._indikator[iki_index] = known
        return known

    @cached_property
    def _satuan(self) -> list[str]:
        units = [row["satuan"] for row in self.world.pack.iki]
        return [units[pattern] for pattern in self.world.plan.pola_iki.tolist()]

    def jumlah(self, iki_index: int, value: int) -> str:
        """A value of an IKI with its unit."""
        return f"{angka(value)} {self._satuan[iki_index]}"

    def periode(self, quarter: int) -> str:
        """Name of a quarter in running text."""
        return f"Triwulan {TRIWULAN[quarter - 1]} {self.world.tahun}"

    def pilih(self, key: tuple[str, ...], draw: int) -> str:
        """A variant of a sentence pool; ``draw`` is a number below 2^20."""
        pool = self.world.pack.varian[key]
        return pool[draw % len(pool)]

    def kelompok(self, position: int) -> str:
        """Which set of expectations fits: pimpinan, nakes or umum."""
        layout = self.world.layout
        if bool(layout.kepala_unit[position]):
            return "pimpinan"
        role = self.world.pack.peran[int(layout.peran[position])]
        return "nakes" if layout.blok[position] >= 0 and role["jenis"] == "jf" else "umum"
