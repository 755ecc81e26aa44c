"""Ratings and predikat: what each person deserves, and what their assessor gave.

Scene: layer four. May import: NumPy, pack, keys, layout, people, domain enumerations.
Facts: kuadran kinerja (CONFIRMED, PermenPANRB 6/2022); pola distribusi (SINGLE percentages, SE MenPANRB 3/2023);
national shares (SINGLE) — numbers in the pack (pola.csv, kalibrasi.csv; REKAAN in bobot.csv).
Two calibrations: ``latihan`` deals predikat inside each team so that every pattern of its unit is kept; ``realistis``
draws each person's predikat by the published shares, which break the pattern, while the work itself stays as it is.
Add: another calibration is another ``_given_…`` here and its rows in kalibrasi.csv.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from simulator.domain.penilaian import Predikat, PredikatOrganisasi, Rating
from simulator.institution.keys import TENGAH, Bools, Ints
from simulator.institution.people import People

KALIBRASI = ("latihan", "realistis")
RATING = tuple(Rating)
PREDIKAT = tuple(Predikat)
CAPAIAN = tuple(PredikatOrganisasi)
PERIODE = np.arange(1, 6)
SANGAT_KURANG, KURANG, BUTUH_PERBAIKAN, BAIK, SANGAT_BAIK = range(5)
#: The kuadran kinerja as [hasil, perilaku] → predikat, lowest rating first.
KUADRAN = np.array(
    [[SANGAT_KURANG, BUTUH_PERBAIKAN, BUTUH_PERBAIKAN], [KURANG, BAIK, BAIK], [KURANG, BAIK, SANGAT_BAIK]]
)
_ORG_BAIK, _ORG_BP, _ORG_ISTIMEWA = (
    CAPAIAN.index(level)
    for level in (PredikatOrganisasi.BAIK, PredikatOrganisasi.BUTUH_PERBAIKAN, PredikatOrganisasi.ISTIMEWA)
)


@dataclass(frozen=True)
class Ratings:
    """Arrays of shape (pegawai, 5): four quarters and the year."""

    people: People
    calibration: str

    def _bilangan(self, kunci: str) -> int:
        return self.people.layout.pack.bilangan(kunci)

    # --- what units reached ---

    @cached_property
    def putaran(self) -> int:
        """Where the turn of the heads starts for this seed."""
        return int(self.people.keys.below("capaian.putaran", np.array([0]), len(self._giliran))[0])

    @cached_property
    def _giliran(self) -> Ints:
        """Predikat of the heads of blocks, in turn; any ten in a row keep the pattern of a Baik organisation."""
        number = {entry.value: index for index, entry in enumerate(PREDIKAT)}
        return np.array([number[code] for code in self.people.layout.pack.manifest["putaran"]])

    def _unit_is(self, unit_id: Ints, kind: str) -> Bools:
        """Units of the office whose result is decided in one way (unit.csv, column capaian)."""
        rows = self.people.layout.pack.unit_kantor
        return np.isin(unit_id, [int(row["unit_id"]) for row in rows if row["capaian"] == kind])

    def capaian(self, unit_id: Ints) -> Ints:
        """Capaian organisasi by unit and period, as an index into CAPAIAN (shape units × 5)."""
        keys, giliran, number = self.people.keys, self._giliran, self._bilangan
        block = unit_id - self.people.layout.unit_blok
        turn = (block + self.putaran) % (2 * len(giliran))
        annual = np.full(len(unit_id), _ORG_BAIK)
        # The first two blocks are the classroom: their organisation is Baik, so that all kinds of predikat occur.
        annual = np.where((block > 1) & (turn == _pertama(giliran, SANGAT_BAIK)), _ORG_ISTIMEWA, annual)
        annual = np.where((block > 1) & (turn == _pertama(giliran, BUTUH_PERBAIKAN)), _ORG_BP, annual)
        drawn = self._unit_is(unit_id, "acak")
        share = keys.below("capaian.predikat", unit_id, 100)
        annual = np.where(drawn & (share < number("capaian.istimewa")), _ORG_ISTIMEWA, annual)
        annual = np.where(drawn & (share >= 100 - number("capaian.butuh_perbaikan")), _ORG_BP, annual)
        result = np.repeat(annual[:, None], 5, axis=1)
        moved = keys.chance("capaian.geser", unit_id[:, None] * 10 + PERIODE, number("capaian.geser")) & (PERIODE < 5)
        return np.where(moved, _ORG_BAIK, result)

    # --- latent scores ---

    def _scores(self, ids: Ints) -> tuple[Ints, Ints]:
        """Scores for results and behaviour by person and period; the annual one has no noise."""
        keys, trait = self.people.keys, self.people.trait
        key = ids[..., None] * 10 + PERIODE
        quiet = PERIODE < 5
        main, damped = self._bilangan("nilai.bobot_pokok"), self._bilangan("nilai.redam")
        work = trait("mutu", ids) * main + trait("rajin", ids)
        conduct = trait("tertib", ids) * main + trait("rajin", ids)
        noise_w = (keys.bell("nilai.derau_hasil", key) - TENGAH) // damped * quiet
        noise_c = (keys.bell("nilai.derau_perilaku", key) - TENGAH) // damped * quiet
        return work[..., None] + noise_w, conduct[..., None] + noise_c

    # --- dealing predikat inside teams ---

    def _patterns(self, capaian: int, members: int) -> tuple[Ints, Ints]:
        rows = [
            row
            for row in self.people.layout.pack.pola
            if row["capaian"] == CAPAIAN[capaian].value and int(row["anggota"]) == members
        ]
        counts = np.array([[int(row[predikat.value]) for predikat in PREDIKAT] for row in rows])
        return counts, np.array([int(row["bobot"]) for row in rows])

    def _deal(self, ids: Ints, unit_id: Ints) -> Ints:
        """Predikat for teams (shape teams × members) in every period, by the pattern of their unit."""
        teams, members = ids.shape
        reached = self.capaian(unit_id)
        work, conduct = self._scores(ids)
        result = np.full((teams, members, 5), BAIK)
        for period in range(5):
            counts = np.zeros((teams, 5), dtype=np.int64)
            for level in np.unique(reached[:, period]).tolist():
                here = reached[:, period] == level
                options, weights = self._patterns(level, members)
                key = ids[here, 0] * 10 + period + 1
                counts[here] = options[self.people.keys.pick("nilai.pola", key, weights)]
            result[:, :, period] = _ranked(work[:, :, period], conduct[:, :, period], counts)
        return result

    @cached_property
    def predikat_jujur(self) -> Ints:
        """Predikat each person deserves in each period (index into PREDIKAT)."""
        layout = self.people.layout
        result = np.full((layout.size, 5), BAIK)
        superior = layout.atasan_id[: layout.n_dinas]
        for leader in np.unique(superior[superior > 1]).tolist():
            team = np.flatnonzero(superior == leader)
            unit = layout.unit_id[leader - 1 : leader]
            result[team] = self._deal(layout.pegawai_id[team][None, :], self._measured_with(unit))[0]
        result[np.flatnonzero(superior == 1)] = self._officials(np.flatnonzero(superior == 1))
        blocks = np.arange(layout.n_blok)
        heads = layout.n_dinas + 1 + blocks * layout.per_blok
        members = heads[:, None] + np.arange(1, layout.per_blok)
        dealt = self._deal(members, layout.unit_blok + blocks).reshape(-1, 5)
        ids = members.ravel()
        result[ids[ids <= layout.size] - 1] = dealt[ids <= layout.size]
        result[heads - 1] = self._giliran[(blocks + self.putaran) % len(self._giliran)][:, None]
        return result

    def _measured_with(self, unit_id: Ints) -> Ints:
        """The unit itself, or the unit above it where it has no capaian of its own (a subbagian)."""
        rows = self.people.layout.pack.unit_kantor
        ids = {row["kode"]: int(row["unit_id"]) for row in rows}
        above = {ids[row["kode"]]: ids[row["induk"]] for row in rows if row["capaian"] == "induk"}
        return np.array([above.get(unit, unit) for unit in unit_id.tolist()])

    def _officials(self, team: Ints) -> Ints:
        """The office's own heads, who are measured beside a growing number of heads of Puskesmas."""
        work, conduct = self._scores(self.people.id[team][None, :])
        weak, strong = self._bilangan("nilai.pejabat_butuh_perbaikan"), self._bilangan("nilai.pejabat_sangat_baik")
        counts = np.array([[0, 0, weak, len(team) - weak - strong, strong]])
        return np.stack([_ranked(work[:, :, p], conduct[:, :, p], counts)[0] for p in range(5)], axis=1)

    @cached_property
    def _jujur(self) -> tuple[Ints, Ints]:
        keys = self.people.keys
        key = self.people.id[:, None] * 10 + PERIODE
        earned = self.predikat_jujur
        # One draw in a hundred: its low end lifts results, its high end behaviour.
        high, number = keys.below("nilai.atas", key, 100), self._bilangan
        hasil = np.where(earned == SANGAT_BAIK, 2, 1)
        hasil = np.where((earned == BAIK) & (high < number("nilai.hasil_atas")), 2, hasil)
        hasil = np.where((earned == BUTUH_PERBAIKAN) | (earned == SANGAT_KURANG), 0, hasil)
        perilaku = np.where(earned == SANGAT_BAIK, 2, 1)
        perilaku = np.where((earned == BAIK) & (high >= 100 - number("nilai.perilaku_atas")), 2, perilaku)
        lifted = (earned == BUTUH_PERBAIKAN) & (high >= 100 - number("nilai.perilaku_atas_bp"))
        perilaku = np.where(lifted, 2, perilaku)
        perilaku = np.where((earned == KURANG) | (earned == SANGAT_KURANG), 0, perilaku)
        return hasil, perilaku

    @property
    def jujur_hasil(self) -> Ints:
        """Rating of results that the work deserves."""
        return self._jujur[0]

    @property
    def jujur_perilaku(self) -> Ints:
        """Rating of behaviour that is deserved."""
        return self._jujur[1]

    # --- what the assessor gave ---

    @cached_property
    def murah_hati(self) -> Bools:
        """Assessed by somebody generous with ratings of behaviour."""
        return self.people.keys.chance("nilai.murah", self.people.layout.atasan_id, self._bilangan("nilai.murah_hati"))

    @cached_property
    def _diberi(self) -> tuple[Ints, Ints]:
        if self.calibration == "realistis":
            return self._given_realistis()
        hasil, perilaku = self._jujur
        # Generosity shows only where it changes no predikat: the clean office keeps its pattern.
        key = self.people.id[:, None] * 10 + PERIODE
        lifted = self.murah_hati[:, None] & (hasil == 1) & (perilaku == 1)
        lifted &= self.people.keys.chance("nilai.goyah", key, self._bilangan("nilai.diangkat"))
        return hasil, np.where(lifted, 2, perilaku)

    def _given_realistis(self) -> tuple[Ints, Ints]:
        keys, rows = self.people.keys, self.people.layout.pack.kalibrasi
        predikat = np.zeros((self.people.layout.size, 5), dtype=np.int64)
        for kind, here in (("pns", ~self.people.pppk), ("pppk", self.people.pppk)):
            share = {row["predikat"]: int(row["bobot"]) for row in rows if row["jenis_pegawai"] == kind}
            weights = np.array([share[entry.value] for entry in PREDIKAT])
            # One draw for the year and, mostly, the same predikat in the quarters.
            ids = self.people.id[here]
            annual = keys.pick("nilai.predikat", ids * 10 + 5, weights)
            quarter = keys.pick("nilai.predikat", ids[:, None] * 10 + PERIODE, weights)
            steady = self._bilangan("nilai.triwulan_tetap")
            stays = keys.chance("nilai.goyah", ids[:, None] * 10 + PERIODE, steady)
            predikat[here] = np.where(stays | (PERIODE == 5), annual[:, None], quarter)
        hasil = np.array([0, 1, 0, 1, 2])[predikat]
        perilaku = np.array([0, 0, 1, 1, 2])[predikat]
        return hasil, perilaku

    @property
    def hasil(self) -> Ints:
        """Rating of results as given."""
        return self._diberi[0]

    @property
    def perilaku(self) -> Ints:
        """Rating of behaviour as given."""
        return self._diberi[1]

    @cached_property
    def predikat(self) -> Ints:
        """Predikat as given: always what the kuadran says."""
        return KUADRAN[self.hasil, self.perilaku]


def _pertama(giliran: Ints, predikat: int) -> int:
    """First place of a predikat in the turn."""
    return int(np.flatnonzero(giliran == predikat)[0])


def _ranked(work: Ints, conduct: Ints, counts: Ints) -> Ints:
    """Predikat per team member: the worst conduct takes the lowest two, then results decide from both ends."""
    members = work.shape[1]
    by_conduct = np.argsort(np.argsort(conduct, axis=1, kind="stable"), axis=1, kind="stable")
    worst = counts[:, SANGAT_KURANG, None]
    bad = worst + counts[:, KURANG, None]
    result = np.full(work.shape, BAIK)
    # Those already placed leave the ranking of results by standing behind everybody.
    pushed = np.where(by_conduct < bad, -(1 << 40), 0)
    by_work = np.argsort(np.argsort(-(work + pushed), axis=1, kind="stable"), axis=1, kind="stable")
    free = members - bad
    result = np.where(by_work < counts[:, SANGAT_BAIK, None], SANGAT_BAIK, result)
    weak = (by_work >= free - counts[:, BUTUH_PERBAIKAN, None]) & (by_work < free)
    result = np.where(weak, BUTUH_PERBAIKAN, result)
    result = np.where(by_conduct < bad, KURANG, result)
    return np.where(by_conduct < worst, SANGAT_KURANG, result)
