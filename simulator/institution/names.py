"""Names with titles, from the pack's own pools; nobody real.

Scene: rendering; names exist only when a row is read. May import: NumPy, pack, keys, people.
Facts: structure of names by group and titles by education and job — pack SOURCES.md; the pools are lists of common
name words, never lists of persons.
Add: words in nama.csv; a title in gelar.csv.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from simulator.institution.keys import Ints, Keys
from simulator.institution.pack import Pack
from simulator.institution.people import People


@dataclass(frozen=True)
class NamePools:
    """Words by (group, part, sex)."""

    kelompok: list[str]
    bobot: Ints
    kata: dict[tuple[str, str, bool], list[str]]


@cache
def name_pools(pack: Pack) -> NamePools:
    """Collect the pools of a pack; words marked “-” serve both sexes."""
    weights: dict[str, int] = {}
    words: dict[tuple[str, str, bool], list[str]] = {}
    for row in pack.nama:
        weights[row["kelompok"]] = int(row["bobot"])
        for woman in (False, True):
            if row["kelamin"] in ("-", "P" if woman else "L"):
                words.setdefault((row["kelompok"], row["bagian"], woman), []).append(row["kata"])
    return NamePools(list(weights), np.array(list(weights.values())), words)


@dataclass(frozen=True)
class Names:
    """Renders names of chosen people."""

    people: People

    @cached_property
    def _pools(self) -> NamePools:
        return name_pools(self.people.layout.pack)

    def bare(self, index: Ints) -> list[str]:
        """Names without titles for positions ``index``."""
        keys, pools = self.people.keys, self._pools
        ids = self.people.id[index]
        group = keys.pick("pegawai.kelompok", ids, pools.bobot).tolist()
        women = self.people.wanita[index].tolist()
        first = keys.below("pegawai.depan", ids, 1 << 30).tolist()
        last = keys.below("pegawai.belakang", ids, 1 << 30).tolist()
        share = self.people.layout.pack.bilangan("pegawai.nama_tunggal")
        single = keys.chance("pegawai.susunan", ids, share).tolist()
        names = []
        for g, woman, a, b, alone in zip(group, women, first, last, single, strict=True):
            name = pools.kelompok[g]
            given, family = pools.kata[name, "depan", woman], pools.kata[name, "belakang", woman]
            start, end = given[a % len(given)], family[b % len(family)]
            if name == "Bali":
                start = ("Ni " if woman else "I ") + start
            # One-word names are usual in Java only (pack SOURCES.md, NAMA).
            names.append(start if alone and name == "Jawa" else f"{start} {end}")
        return names

    def full(self, index: Ints) -> list[str]:
        """Names with the titles of education and profession."""
        rows = self.people.layout.pack.gelar
        return [
            _titled(name, rows[title]["depan"], rows[title]["belakang"])
            for name, title in zip(self.bare(index), self.people.gelar[index].tolist(), strict=True)
        ]


def _titled(name: str, before: str, after: str) -> str:
    return f"{before + ' ' if before else ''}{name}{', ' + after if after else ''}"


def place_namer(pack: Pack, keys: Keys) -> Callable[[int], str]:
    """Puskesmas names by block number: every combination once, in keyed order, then again with a numeral."""
    first = [row["kata"] for row in pack.tempat if row["bagian"] == "awal"]
    second = [row["kata"] for row in pack.tempat if row["bagian"] == "akhir"]
    total = len(first) * len(second)
    start = int(keys.below("unit.puskesmas", np.array([0]), total)[0])
    step = _coprime(total, 137)

    def name(block: int) -> str:
        turn, place = divmod(block, total)
        number = (start + place * step) % total
        word = first[number % len(first)] + second[number // len(first)]
        return word if turn == 0 else f"{word} {turn + 1}"

    return name


def village_namer(pack: Pack, keys: Keys) -> Callable[[int, int], str]:
    """Villages by (block, ordinal); no two in one Puskesmas are alike."""
    first = [row["kata"] for row in pack.tempat if row["bagian"] == "desa_awal"]
    second = [row["kata"] for row in pack.tempat if row["bagian"] == "desa_akhir"]
    total = len(first) * len(second)
    step = _coprime(total, 47)

    @cache
    def start(block: int) -> int:
        return int(keys.below("unit.desa", np.array([block + 1]), total)[0])

    def name(block: int, ordinal: int) -> str:
        number = (start(block) + ordinal * step) % total
        return first[number % len(first)] + second[number // len(first)]

    return name


def _coprime(total: int, step: int) -> int:
    while np.gcd(total, step) != 1:
        step += 1
    return step
