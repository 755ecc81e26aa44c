"""The mock drive: which documents exist, for what, from when; and which are attached as evidence.

Scene: layer five. May import: NumPy, attainment.
Facts: evidence is a link to a document (CONFIRMED); kinds and file names are course material (pack jenis_dokumen.csv);
shares and days are REKAAN (pack bobot.csv).
Ids tell the story: pegawai*1000 + quarter*100 + RHK*10 + aspect; +500 for the photo beside a report; RHK 0 for papers
of the drive that prove nothing. A waktu indicator is proved by the dated paper of its RHK, so it shares a document.
Add: another kind of paper in the pack; another way to attach is another source in ``bukti``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.institution.attainment import Attainment
from simulator.institution.calendar import workday
from simulator.institution.keys import PUNCAK, Bools, Ints, Keys

FOTO = 500
PER_PEGAWAI = 1000


@dataclass(frozen=True)
class Evidence:
    """Documents and pieces of evidence as arrays."""

    attainment: Attainment

    @property
    def _keys(self) -> Keys:
        return self.attainment.plan.people.keys

    def _bilangan(self, kunci: str) -> int:
        return self.attainment.plan.people.layout.pack.bilangan(kunci)

    @cached_property
    def _cells(self) -> tuple[Ints, Ints]:
        """(IKI position, quarter) for which something is due, in order of id: person, quarter, RHK, aspect."""
        plan = self.attainment.plan
        owner = plan.pegawai_dari_iki
        count = np.bincount(owner, minlength=plan.people.layout.size)
        start = np.cumsum(count) - count
        # The IKI of a person stand together, so their place in this order is counted, not sorted.
        first = 4 * start[owner] + np.arange(len(owner)) - start[owner]
        position, quarter = np.empty(4 * len(owner), dtype=np.int64), np.empty(4 * len(owner), dtype=np.int64)
        for column in range(4):
            place = first + column * count[owner]
            position[place], quarter[place] = np.arange(len(owner)), column + 1
        due = self.attainment.ada[position, quarter - 1]
        return position[due], quarter[due]

    def _pack_key(self, position: Ints, quarter: Ints) -> Ints:
        plan = self.attainment.plan
        owner = plan.people.id[plan.pegawai_dari_iki[position]]
        number = plan.nomor[plan.rhk_dari_iki[position]]
        return owner * PER_PEGAWAI + quarter * 100 + number * 10 + plan.aspek[position] + 1

    @cached_property
    def _berdokumen(self) -> Bools:
        """Where an IKI has a document of its own in a quarter: not waktu, and something was due and reached."""
        own = self.attainment.plan.aspek != 2
        return self.attainment.ada & (self.attainment.nilai > 0) & own[:, None]

    @cached_property
    def _proved(self) -> Bools:
        """The cells that have a document of their own."""
        position, quarter = self._cells
        return self._berdokumen[position, quarter - 1]

    # --- documents ---

    @cached_property
    def dokumen(self) -> dict[str, Ints]:
        """All documents in order of id; ``iki`` is a position or -1, ``rupa`` 0 own, 1 photo, 2 other."""
        position, quarter = (part[self._proved] for part in self._cells)
        main = self._pack_key(position, quarter)
        photo = self._with_photo(position, main)
        other, other_owner, other_quarter = self._others()
        plan = self.attainment.plan
        parts = {
            "dokumen_id": [main, main[photo] + FOTO, other],
            "pemilik": [plan.pegawai_dari_iki[position], plan.pegawai_dari_iki[position[photo]], other_owner],
            "triwulan": [quarter, quarter[photo], other_quarter],
            "iki": [position, position[photo], np.full(len(other), -1)],
            "rupa": [np.zeros_like(main), np.ones(int(photo.sum()), dtype=np.int64), np.full(len(other), 2)],
        }
        columns = {name: np.concatenate(values) for name, values in parts.items()}
        order = np.argsort(columns["dokumen_id"], kind="stable")
        return {name: values[order] for name, values in columns.items()}

    def _with_photo(self, position: Ints, main: Ints) -> Bools:
        plan = self.attainment.plan
        fieldwork = np.array(
            [row["aksi"] in ("pembinaan", "layanan", "pengendalian") for row in plan.people.layout.pack.rhk]
        )
        outside = fieldwork[plan.pola[plan.rhk_dari_iki[position]]] & (plan.aspek[position] == 0)
        return outside & self._keys.chance("dokumen.foto", main, self._bilangan("dokumen.foto"))

    def _others(self) -> tuple[Ints, Ints, Ints]:
        people, most = self.attainment.plan.people, self._bilangan("dokumen.lain_per_triwulan")
        owner = np.repeat(np.arange(people.layout.size), 4 * most)
        quarter = np.tile(np.repeat(np.arange(1, 5), most), people.layout.size)
        number = np.tile(np.arange(1, most + 1), people.layout.size * 4)
        ids = people.id[owner] * PER_PEGAWAI + quarter * 100 + number
        here = self._keys.chance("dokumen.jumlah_lain", ids, self._bilangan("dokumen.lain"))
        return ids[here], owner[here], quarter[here]

    @cached_property
    def jenis(self) -> Ints:
        """Index into jenis_dokumen.csv (own and photo) or dokumen_lain.csv (other)."""
        pack, plan = self.attainment.plan.people.layout.pack, self.attainment.plan
        number = {row["kode"]: index for index, row in enumerate(pack.jenis_dokumen)}
        fitting = np.array([[number[code] for code in row["bukti"].split(",")] for row in pack.iki])
        columns = self.dokumen
        second = self._keys.below("dokumen.jenis", columns["dokumen_id"], 100) >= self._bilangan("dokumen.jenis_utama")
        pattern = plan.pola_iki[columns["iki"]]
        own = fitting[pattern, second.astype(np.int64)]
        other = self._keys.below("dokumen.lain", columns["dokumen_id"], len(pack.dokumen_lain))
        return np.where(columns["rupa"] == 0, own, np.where(columns["rupa"] == 1, number["FOT"], other))

    @cached_property
    def tanggal(self) -> Ints:
        """The document's own date: inside its quarter, mostly late in it."""
        columns, year = self.dokumen, self.attainment.plan.people.year
        end = year.akhir_hari(columns["triwulan"])
        back = self._keys.below("dokumen.tanggal", columns["dokumen_id"], self._bilangan("dokumen.tanggal"))
        return workday(end - back)

    @cached_property
    def diunggah(self) -> Ints:
        """Upload day: after the date, before anybody is assessed on it; the diligent are quicker."""
        columns, people = self.dokumen, self.attainment.plan.people
        lazy = PUNCAK - people.trait("rajin")[columns["pemilik"]]
        patience = self._bilangan("dokumen.unggah") + lazy * self._bilangan("dokumen.unggah_malas") // PUNCAK
        later = self.tanggal + self._keys.below("dokumen.unggah", columns["dokumen_id"], patience)
        return np.minimum(later, self.mulai_dinilai(columns["triwulan"]) - self._bilangan("dokumen.unggah_sisa"))

    def mulai_dinilai(self, quarter: Ints) -> Ints:
        """The first day on which anybody is assessed for a quarter."""
        return workday(self.attainment.plan.people.year.akhir_hari(quarter) + self._bilangan("nilai.mulai"))

    # --- attached evidence ---

    @cached_property
    def bukti(self) -> dict[str, Ints]:
        """All evidence in order of id: bukti_id, iki (position), triwulan, dokumen_id."""
        position, quarter = self._cells
        own, aspect = self._pack_key(position, quarter), self.attainment.plan.aspek[position]
        timed, column = aspect == 2, quarter - 1
        # Time is proved by the dated paper of the count, or, where the count was nothing, by that of the quality.
        by_count = timed & self._berdokumen[position - 2 * timed, column]
        by_quality = timed & ~by_count & self._berdokumen[position - timed, column]
        document = own - np.where(by_count, 2, np.where(by_quality, 1, 0))
        keep = self._proved | by_count | by_quality
        ids = self.dokumen["dokumen_id"]
        photo = self.dokumen["rupa"] == 1
        parts = {
            "bukti_id": [own[keep], ids[photo]],
            "iki": [position[keep], self.dokumen["iki"][photo]],
            "triwulan": [quarter[keep], self.dokumen["triwulan"][photo]],
            "dokumen_id": [document[keep], ids[photo]],
        }
        columns = {name: np.concatenate(values) for name, values in parts.items()}
        order = np.argsort(columns["bukti_id"], kind="stable")
        return {name: values[order] for name, values in columns.items()}

    def posisi_dokumen(self, ids: Ints) -> Ints:
        """Positions of documents by id."""
        return np.searchsorted(self.dokumen["dokumen_id"], ids)
