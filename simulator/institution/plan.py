"""The plan of the year: RHK and IKI cascaded down the office, with targets that add up.

Scene: layer three. May import: NumPy, pack, keys, layout, people.
Facts: patterns of the pack (rhk.csv, iki.csv). Where cascading is *langsung* the children's quantities are slices of
the parent's, so the parent is computed as their sum.
Add: an RHK is a row in rhk.csv with three rows in iki.csv; a last Puskesmas that is not fully staffed carries only
the RHK whose owners are all there, so that no sum and no link is broken and nothing changes when it fills up.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.institution.keys import Bools, Ints
from simulator.institution.pack import Pack
from simulator.institution.people import People

ASPEK = ("kuantitas", "kualitas", "waktu")
#: Room for the numbers inside composed ids: an RHK id is pegawai*10 + number, an IKI id is RHK*10 + aspect.
PER_PEGAWAI = 10


@dataclass(frozen=True)
class Plan:
    """RHK and IKI as arrays, in order of id."""

    people: People

    @property
    def _pack(self) -> Pack:
        return self.people.layout.pack

    @cached_property
    def _expanded(self) -> tuple[Ints, Ints, Ints]:
        """(position of the pegawai, pattern, number) of every RHK that exists."""
        pack, layout = self._pack, self.people.layout
        per_role = [pack.rhk_per_pola[row["pola"]] for row in pack.peran]
        count = np.array([len(indexes) for indexes in per_role])[layout.peran]
        start = np.cumsum([0, *(len(indexes) for indexes in per_role)])[:-1]
        owner = np.repeat(np.arange(layout.size), count)
        number = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
        pattern = np.concatenate([np.array(indexes) for indexes in per_role])[start[layout.peran[owner]] + number]
        number = number + 1
        exists = self._drawn(owner, pattern, number) & self._staffed(owner, pattern)
        return owner[exists], pattern[exists], number[exists]

    def _drawn(self, owner: Ints, pattern: Ints, number: Ints) -> Bools:
        share = np.array([int(row["peluang"]) for row in self._pack.rhk])[pattern]
        return self.people.keys.chance("rhk.ada", self.people.id[owner] * PER_PEGAWAI + number, share)

    def _staffed(self, owner: Ints, pattern: Ints) -> Bools:
        layout = self.people.layout
        last = layout.blok[owner] == layout.n_blok - 1
        if layout.isi_terakhir == layout.per_blok or not last.any():
            return np.ones(len(owner), dtype=bool)
        carried = self._carried((layout.n_blok - 1) % len(self._pack.templat_blok), layout.isi_terakhir)
        return ~last | carried[pattern]

    def _carried(self, template: int, staff: int) -> Bools:
        """Which patterns a Puskesmas with only its first ``staff`` posts filled can carry."""
        pack, layout = self._pack, self.people.layout
        slots: dict[str, list[int]] = {}
        for slot, post in enumerate(layout.pos_blok[template].tolist(), start=1):
            role = pack.peran[pack.kode_peran.index(pack.pos[post]["peran"])]
            slots.setdefault(role["pola"], []).append(slot)
        head = pack.peran[pack.kode_peran.index(pack.pos[int(layout.pos_blok[template, 0])]["peran"])]["pola"]
        carried = np.ones(len(pack.rhk), dtype=bool)
        for index in pack.rhk_per_pola[head]:
            kids = [row for row in pack.rhk if row["induk"] == pack.rhk[index]["kode"] and row["peran"] in slots]
            if not kids:
                continue
            direct = [s for row in kids if row["cascading"] == "langsung" for s in slots[row["peran"]]]
            nearest = min(s for row in kids for s in slots[row["peran"]])
            carried[index] = max([nearest, *direct]) <= staff
        for index, row in enumerate(pack.rhk):
            if row["induk"] in pack.indeks_rhk and row["peran"] in slots and row["peran"] != head:
                carried[index] = carried[pack.indeks_rhk[row["induk"]]]
        return carried

    def pola_utama(self, position: Ints, draw: Ints) -> Ints:
        """One of the main patterns of each person's role, whether its RHK exists (yet) or not."""
        pack = self._pack
        per_role = [
            [index for index in pack.rhk_per_pola[row["pola"]] if pack.rhk[index]["jenis"] == "utama"]
            for row in pack.peran
        ]
        count = np.array([len(indexes) for indexes in per_role])
        start = np.cumsum([0, *count.tolist()])[:-1]
        role = self.people.layout.peran[position]
        return np.concatenate([np.array(indexes) for indexes in per_role])[start[role] + draw % count[role]]

    @cached_property
    def pemilik(self) -> Ints:
        """Position of the owner of each RHK."""
        return self._expanded[0]

    @cached_property
    def pola(self) -> Ints:
        """Pattern of each RHK."""
        return self._expanded[1]

    @cached_property
    def nomor(self) -> Ints:
        """Number of each RHK inside its SKP."""
        return self._expanded[2]

    @cached_property
    def rhk_id(self) -> Ints:
        return self.people.id[self.pemilik] * PER_PEGAWAI + self.nomor

    @cached_property
    def rhk_atasan_id(self) -> Ints:
        """The superior's RHK that is intervened; 0 for none."""
        pack = self._pack
        parent = np.array([pack.indeks_rhk.get(row["induk"], -1) for row in pack.rhk])[self.pola]
        number = pack.urutan_rhk[parent]
        return np.where(parent < 0, 0, self.people.layout.atasan_id[self.pemilik] * PER_PEGAWAI + number)

    @cached_property
    def langsung(self) -> Bools:
        return np.array([row["cascading"] == "langsung" for row in self._pack.rhk])[self.pola]

    # --- IKI: three per RHK, in the order of ASPEK ---

    @cached_property
    def rhk_dari_iki(self) -> Ints:
        """Position of the RHK of each IKI."""
        return np.repeat(np.arange(len(self.pola)), len(ASPEK))

    @cached_property
    def aspek(self) -> Ints:
        """0 kuantitas, 1 kualitas, 2 waktu."""
        return np.tile(np.arange(len(ASPEK)), len(self.pola))

    @cached_property
    def iki_id(self) -> Ints:
        return self.rhk_id[self.rhk_dari_iki] * 10 + self.aspek + 1

    @cached_property
    def pola_iki(self) -> Ints:
        """Index into iki.csv, which holds three rows per RHK pattern in order."""
        return self.pola[self.rhk_dari_iki] * len(ASPEK) + self.aspek

    @cached_property
    def pegawai_dari_iki(self) -> Ints:
        """Position of the owner of each IKI."""
        return self.pemilik[self.rhk_dari_iki]

    def iki_number(self, column: str) -> Ints:
        """A numeric column of iki.csv for every IKI."""
        return np.array([int(row[column]) for row in self._pack.iki])[self.pola_iki]

    def iki_is(self, column: str, value: str) -> Bools:
        """Where a text column of iki.csv has ``value``."""
        return np.array([row[column] == value for row in self._pack.iki])[self.pola_iki]

    @cached_property
    def target(self) -> Ints:
        """The annual target of every IKI."""
        low, high, step = (self.iki_number(column) for column in ("dari", "sampai", "langkah"))
        target = low + step * self.people.keys.below("iki.target", self.iki_id, (high - low) // step + 1)
        depth = np.array(_depths(self._pack.iki, self._pack.indeks_iki))[self.pola_iki]
        for level in range(int(depth.max()), 0, -1):
            slices = np.flatnonzero(depth == level)
            parent = self.rhk_atasan_id[self.rhk_dari_iki[slices]] * 10 + 1
            np.add.at(target, np.searchsorted(self.iki_id, parent), target[slices])
        return target


def _depths(rows: list[dict[str, str]], index: dict[str, int]) -> list[int]:
    """How many sums lie above each IKI pattern."""
    depths = []
    for row in rows:
        depth = 0
        while row["jumlah_ke"]:
            depth += 1
            row = rows[index[row["jumlah_ke"]]]
        depths.append(depth)
    return depths
