"""Pegawai: sex, birth, appointment, golongan, education, NIP, and the traits that drive their year.

Scene: layer two of the generator, after the peta jabatan. May import: NumPy, pack, keys, layout.
Facts: layout of NIP and NI PPPK, pangkat, BUP and golongan per jenjang from the pack (CONFIRMED or SINGLE, see its
SOURCES.md); serials 900–999 are practically never issued, so no synthetic NIP is anyone's.
Add: a field of a person here with its own number in fields.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.institution.calendar import Year, day
from simulator.institution.keys import Bools, Ints, Keys
from simulator.institution.layout import Layout

#: Youngest age at appointment by education (REKAAN, from the usual length of study).
_USIA_MASUK = {"SMA": 19, "D3": 21, "D4": 22, "S1": 23, "Profesi": 25, "S2": 23}
_SERI_PERTAMA, _SERI_BANYAK = 900, 100
_KODE_PPPK = 21


@dataclass(frozen=True)
class People:
    """Columns of the pegawai, in order of id."""

    layout: Layout
    keys: Keys
    year: Year

    @property
    def id(self) -> Ints:
        return self.layout.pegawai_id

    def _role(self, column: str) -> Ints:
        values = [int(row[column] or 0) for row in self.layout.pack.peran]
        return np.array(values, dtype=np.int64)[self.layout.peran]

    @cached_property
    def wanita(self) -> Bools:
        return self.keys.chance("pegawai.kelamin", self.id, self._role("wanita_permil"))

    @cached_property
    def pppk(self) -> Bools:
        return self.keys.chance("pegawai.pppk", self.id, self._role("pppk_permil"))

    @cached_property
    def usia(self) -> Ints:
        """Age on the last day of the year."""
        return self.keys.between("pegawai.usia", self.id, self._role("usia_dari"), self._role("usia_sampai"))

    @cached_property
    def gelar(self) -> Ints:
        """Index into the pack's gelar rows: education and titles that fit the role."""
        result = np.zeros(self.layout.size, dtype=np.int64)
        rows = self.layout.pack.gelar
        for number, code in enumerate(self.layout.pack.kode_peran):
            options = [index for index, row in enumerate(rows) if row["peran"] == code]
            here = self.layout.peran == number
            weights = np.array([int(rows[index]["bobot"]) for index in options])
            result[here] = np.array(options)[self.keys.pick("pegawai.gelar", self.id[here], weights)]
        return result

    @cached_property
    def tahun_lahir(self) -> Ints:
        return self.year.tahun - self.usia

    @cached_property
    def tanggal_lahir(self) -> Ints:
        """Birth as a day number; 1 January … 28 December, so that the age above holds."""
        start = (self.tahun_lahir - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64)
        return start + self.keys.below("pegawai.hari_lahir", self.id, 362)

    @cached_property
    def usia_masuk_termuda(self) -> Ints:
        return np.array([_USIA_MASUK[row["pendidikan"]] for row in self.layout.pack.gelar])[self.gelar]

    @cached_property
    def tahun_tmt(self) -> Ints:
        earliest = self.tahun_lahir + self.usia_masuk_termuda
        latest, number = self.year.tahun - 1, self.layout.pack.bilangan
        pns = np.minimum(earliest + self.keys.below("pegawai.usia_masuk", self.id, number("pegawai.masuk")), latest)
        first = latest - number("pegawai.masuk_pppk")
        pppk = np.maximum(self.keys.between("pegawai.tahun_pppk", self.id, first, latest), earliest)
        return np.where(self.pppk, np.minimum(pppk, latest), pns)

    @cached_property
    def bulan_tmt(self) -> Ints:
        return self.keys.between("pegawai.bulan_tmt", self.id, 1, 12)

    @cached_property
    def tmt(self) -> Ints:
        """First day of the month of appointment."""
        months = (self.tahun_tmt - 1970) * 12 + self.bulan_tmt - 1
        return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)

    @cached_property
    def golongan(self) -> Ints:
        """Index into the ladder of PNS golongan; grows with age inside what the role allows."""
        ladder = {row["golongan"]: index for index, row in enumerate(self.layout.pack.golongan)}
        roles = self.layout.pack.peran
        low = np.array([ladder[row["gol_dari"]] for row in roles])[self.layout.peran]
        high = np.array([ladder[row["gol_sampai"]] for row in roles])[self.layout.peran]
        young, old = self._role("usia_dari"), self._role("usia_sampai")
        return low + (self.usia - young) * (high - low + 1) // (old - young + 1)

    @cached_property
    def golongan_kode(self) -> list[str]:
        ladder = [row["golongan"] for row in self.layout.pack.golongan]
        roles = self.layout.pack.peran
        return [
            roles[role]["gol_pppk"] if contract else ladder[step]
            for role, contract, step in zip(
                self.layout.peran.tolist(), self.pppk.tolist(), self.golongan.tolist(), strict=True
            )
        ]

    @cached_property
    def nip(self) -> Ints:
        """NIP or NI PPPK as an 18-digit integer, unique inside the institution."""
        birth = self.tanggal_lahir.astype("datetime64[D]")
        month_start = birth.astype("datetime64[M]")
        month = month_start.astype(np.int64) % 12 + 1
        day_of_month = (birth - month_start).astype(np.int64) + 1
        eight = self.tahun_lahir * 10_000 + month * 100 + day_of_month
        six = self.tahun_tmt * 100 + np.where(self.pppk, _KODE_PPPK, self.bulan_tmt)
        prefix = (eight * 1_000_000 + six) * 10 + np.where(self.wanita, 2, 1)
        return prefix * 1000 + self._serials(prefix)

    def _serials(self, prefix: Ints) -> Ints:
        """Serial by key; in order of id a later person takes the next free one, so earlier ones never change."""
        serial = _SERI_PERTAMA + self.keys.below("pegawai.nomor", self.id, _SERI_BANYAK)
        order = np.argsort(prefix, kind="stable")
        ordered = prefix[order]
        shared = np.flatnonzero(np.r_[False, ordered[1:] == ordered[:-1]] | np.r_[ordered[1:] == ordered[:-1], False])
        taken: dict[int, set[int]] = {}
        for index in sorted(order[shared].tolist()):
            used = taken.setdefault(int(prefix[index]), set())
            while int(serial[index]) in used:
                serial[index] = _SERI_PERTAMA + (serial[index] - _SERI_PERTAMA + 1) % _SERI_BANYAK
            used.add(int(serial[index]))
        return serial

    def trait(self, name: str, ids: Ints | None = None) -> Ints:
        """A latent trait 0 … 1020 (mutu, rajin, tertib); also for posts that are not filled yet."""
        return self.keys.bell(f"pegawai.{name}", self.id if ids is None else ids)

    @cached_property
    def rapi(self) -> Bools:
        """Names documents by the course standard."""
        return self.keys.chance("pegawai.rapi", self.id, self.layout.pack.bilangan("pegawai.rapi"))

    @cached_property
    def akhir_tahun(self) -> int:
        return day(self.year.akhir[-1])
