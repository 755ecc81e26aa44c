"""The peta jabatan of one institution: units, posts, and who stands where.

Scene: size → blocks of posts; the office itself first, then one block per Puskesmas, so that the beginning never
changes when the institution grows. May import: NumPy, the pack.
Facts: posts and units of the pack (pos.csv, unit.csv).
Add: a post is a row in pos.csv; a new kind of block is a new ``templat`` there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.domain.errors import DataTidakSah
from simulator.institution.keys import Bools, Ints
from simulator.institution.pack import Pack, Row


@dataclass(frozen=True)
class Layout:
    """Where every pegawai (id 1 …) stands; arrays are in order of id."""

    pack: Pack
    size: int

    def periksa(self) -> None:
        """Refuse a size the scenario does not allow.

        Raises: DataTidakSah — out of range.
        """
        limits = self.pack.manifest["ukuran"]
        if not limits["terkecil"] <= self.size <= limits["terbesar"]:
            raise DataTidakSah(
                f"Jumlah pegawai {self.size} di luar batas skenario: {limits['terkecil']} sampai "
                f"{limits['terbesar']:,}.".replace(",", "."),
                kode="ukuran-di-luar-batas",
            )

    @cached_property
    def pos_dinas(self) -> list[int]:
        return [index for index, row in enumerate(self.pack.pos) if row["templat"] == "dinas"]

    @cached_property
    def pos_blok(self) -> Ints:
        """Post index by (template, slot-1)."""
        rows = self.pack.pos
        return np.array(
            [[index for index, row in enumerate(rows) if row["templat"] == name] for name in self.pack.templat_blok]
        )

    @property
    def n_dinas(self) -> int:
        return len(self.pos_dinas)

    @cached_property
    def unit_blok(self) -> int:
        """First unit id of the blocks; the ids below belong to the office."""
        return int(self.pack.unit_blok["unit_id"])

    @property
    def per_blok(self) -> int:
        return int(self.pos_blok.shape[1])

    @property
    def n_blok(self) -> int:
        """Puskesmas, counting one that is not fully staffed yet."""
        return -(-(self.size - self.n_dinas) // self.per_blok)

    @property
    def isi_terakhir(self) -> int:
        """Staff in the last Puskesmas."""
        return self.size - self.n_dinas - (self.n_blok - 1) * self.per_blok

    @cached_property
    def pegawai_id(self) -> Ints:
        return np.arange(1, self.size + 1, dtype=np.int64)

    @cached_property
    def blok(self) -> Ints:
        """Block number, -1 in the office."""
        return np.maximum((self.pegawai_id - 1 - self.n_dinas) // self.per_blok, -1)

    @cached_property
    def slot(self) -> Ints:
        """Place inside the office or block, from 1."""
        inside = (self.pegawai_id - 1 - self.n_dinas) % self.per_blok + 1
        return np.where(self.blok < 0, self.pegawai_id, inside)

    @cached_property
    def pos(self) -> Ints:
        """Index into the pack's posts."""
        office = np.array(self.pos_dinas)[np.minimum(self.slot, self.n_dinas) - 1]
        template = self.blok % self.pos_blok.shape[0]
        block = self.pos_blok[template, np.minimum(self.slot, self.per_blok) - 1]
        return np.where(self.blok < 0, office, block)

    def _of_pos(self, values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)[self.pos]

    @cached_property
    def peran(self) -> Ints:
        """Index into the pack's roles."""
        number = {code: index for index, code in enumerate(self.pack.kode_peran)}
        return self._of_pos([number[row["peran"]] for row in self.pack.pos])

    @cached_property
    def kepala_unit(self) -> Bools:
        return self._of_pos([int(row["slot"] in _heads(self.pack, row)) for row in self.pack.pos]).astype(bool)

    @cached_property
    def atasan_id(self) -> Ints:
        """The direct superior; 0 for the head of the institution."""
        superior_slot = self._of_pos([int(row["atasan_slot"]) for row in self.pack.pos])
        first = self.n_dinas + self.blok * self.per_blok
        in_block = np.where(superior_slot == 0, 1, first + superior_slot)
        return np.where(self.blok < 0, superior_slot, in_block)

    @cached_property
    def unit_id(self) -> Ints:
        ids = {row["kode"]: int(row["unit_id"]) for row in self.pack.unit}
        office = self._of_pos([ids[row["unit"]] for row in self.pack.pos])
        return np.where(self.blok < 0, office, self.unit_blok + self.blok)

    @cached_property
    def nomor_jabatan(self) -> list[int]:
        """For each post of the pack: the number of its jabatan inside its unit."""
        seen: dict[tuple[str, str, str], int] = {}
        count: dict[tuple[str, str], int] = {}
        numbers = []
        for row in self.pack.pos:
            unit = (row["templat"], row["unit"])
            key = (*unit, row["peran"])
            if key not in seen:
                count[unit] = count.get(unit, 0) + 1
                seen[key] = count[unit]
            numbers.append(seen[key])
        return numbers

    @cached_property
    def jabatan_id(self) -> Ints:
        return self.unit_id * 100 + self._of_pos(self.nomor_jabatan)


def _heads(pack: Pack, row: Row) -> set[str]:
    """Slots that lead a unit: the first slot of each unit in its template."""
    first: dict[tuple[str, str], str] = {}
    for other in pack.pos:
        first.setdefault((other["templat"], other["unit"]), other["slot"])
    return {first[row["templat"], row["unit"]]}
