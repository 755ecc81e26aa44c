"""Whom somebody assesses: their SKP, and how far each of them is in one period.

Scene: SKP Bawahan and Penilaian Bawahan of the assessor.
May import: simulator.domain, store, workflow.actor, office, queries and rekap.
Facts: staff list with *Belum Dinilai / Sudah Dinilai* (labels seen in look-alikes, label simulasi); rows are those of
Rekap Penilaian, so that list, recap and curve never disagree.
Add: another figure of the list as a field of BarisPenilaian.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Pegawai, UnitKerja
from simulator.domain.pelaksanaan import BuktiDukung, Realisasi, UmpanBalik
from simulator.domain.penilaian import CapaianOrganisasi, Evaluasi, Predikat
from simulator.domain.skp import SKP, StatusSKP
from simulator.domain.umpan_rekan import UmpanRekan
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.rekap import rekap_penilaian

_URUTAN = (StatusSKP.PENGAJUAN, StatusSKP.DRAFT, StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)


def dinilai_oleh(connection: Connection, pelaku: Pelaku, skp: SKP) -> bool:
    """Is this person (or the head of the region, for the head of the institution) the assessor of this SKP?"""
    if pelaku.pegawai_id is None:
        return skp.penilai_id is None and repository.leads_the_top(connection, skp.pegawai_id)
    return skp.penilai_id == pelaku.pegawai_id and skp.pegawai_id != pelaku.pegawai_id


def skp_dinilai(kantor: Kantor, pelaku: Pelaku) -> list[SKP]:
    """The SKP one assesses, without old versions: what waits for a decision first, then the newest year, by name."""
    with kantor.lihat() as connection:
        found = repository.find(connection, SKP, penilai_id=pelaku.pegawai_id)
        mine = [skp for skp in found if skp.status is not StatusSKP.DIGANTI and dinilai_oleh(connection, pelaku, skp)]
    return sorted(mine, key=lambda skp: (_URUTAN.index(skp.status), -skp.tahun, _nama(skp)))


def _nama(skp: SKP) -> str:
    return "" if skp.identitas_pegawai is None else skp.identitas_pegawai.nama


def bawahan_tanpa_skp(kantor: Kantor, pegawai_id: int, tahun: int) -> list[Pegawai]:
    """Active subordinates by SIASN who have made no SKP for that year."""
    with kantor.lihat() as connection:
        people = repository.find(connection, Pegawai, atasan_id=pegawai_id, aktif=True)
        made = {skp.pegawai_id for skp in repository.find(connection, SKP, tahun=tahun)}
    return [pegawai for pegawai in people if pegawai.pegawai_id not in made]


@dataclass(frozen=True, slots=True)
class BarisPenilaian:
    """One SKP in one period: how many of its indicators have evidence and a realisation, feedback, the result.

    ``umpan_rekan`` is what colleagues gave: material for the assessor, part of nothing.
    """

    skp: SKP
    indikator: int
    berbukti: int
    terealisasi: int
    umpan_balik: int
    umpan_rekan: int
    evaluasi: Evaluasi | None

    @property
    def predikat(self) -> Predikat | None:
        """The result, or None while *Belum Dinilai*."""
        return None if self.evaluasi is None else self.evaluasi.predikat

    @property
    def persen(self) -> int:
        """Indicators with a realisation, in percent."""
        return round(100 * self.terealisasi / self.indikator) if self.indikator else 0


def penilaian_bawahan(kantor: Kantor, pelaku: Pelaku, periode_id: int) -> list[BarisPenilaian]:
    """Everybody this assessor rates in one period."""
    lines = rekap_penilaian(kantor, periode_id)
    with kantor.lihat() as connection:
        mine = [line for line in lines if dinilai_oleh(connection, pelaku, line.skp)]
        ids = [line.skp.skp_id for line in mine]
        whole = {skp.skp_id: skp for skp in repository.with_children(connection, [line.skp for line in mine])}
        proofs, results, words = (
            _indikator(repository.find(connection, kelas, skp_id=ids, periode_id=periode_id))
            for kelas in (BuktiDukung, Realisasi, UmpanBalik)
        )
        told = Counter(row.skp_id for row in repository.find(connection, UmpanRekan, skp_id=ids, periode_id=periode_id))
    return [
        BarisPenilaian(
            skp=line.skp,
            indikator=sum(len(rhk.daftar_iki) for rhk in whole[line.skp.skp_id].daftar_rhk),
            berbukti=len(set(proofs[line.skp.skp_id])),
            terealisasi=len(set(results[line.skp.skp_id])),
            umpan_balik=len(words[line.skp.skp_id]),
            umpan_rekan=told[line.skp.skp_id],
            evaluasi=line.evaluasi,
        )
        for line in mine
    ]


def belum_dinilai(kantor: Kantor, pelaku: Pelaku, periode_id: int) -> list[SKP]:
    """Those of ``penilaian_bawahan`` who have no result yet, in the same order; without what was filled in."""
    lines = [
        line for line in rekap_penilaian(kantor, periode_id) if line.evaluasi is None or not line.evaluasi.predikat
    ]
    with kantor.lihat() as connection:
        return [line.skp for line in lines if dinilai_oleh(connection, pelaku, line.skp)]


def _indikator(rows: list[Any]) -> defaultdict[int, list[int | None]]:
    groups: defaultdict[int, list[int | None]] = defaultdict(list)
    for row in rows:
        groups[row.skp_id].append(row.iki_id)
    return groups


@dataclass(frozen=True, slots=True)
class CapaianUnit:
    """One unit with its result in one period, None while nobody has set it."""

    unit: UnitKerja
    capaian: CapaianOrganisasi | None


def unit_ditetapkan(kantor: Kantor, pelaku: Pelaku, periode_id: int) -> list[CapaianUnit]:
    """The units whose organisation result this person sets: those one level below a unit they lead."""
    with kantor.lihat() as connection:
        units = repository.find(connection, UnitKerja, aktif=True)
        reached = {row.unit_id: row for row in repository.find(connection, CapaianOrganisasi, periode_id=periode_id)}
    led = {unit.unit_id for unit in units if unit.pimpinan_id == pelaku.pegawai_id}
    if pelaku.pegawai_id is None:
        below = [unit for unit in units if unit.induk_id is None]
    else:
        below = [unit for unit in units if unit.induk_id in led]
    return [CapaianUnit(unit, reached.get(unit.unit_id)) for unit in below]


def unit_dipimpin(kantor: Kantor, pegawai_id: int | None) -> list[UnitKerja]:
    """The units somebody leads, highest first."""
    if pegawai_id is None:
        return []
    with kantor.lihat() as connection:
        found = repository.find(connection, UnitKerja, pimpinan_id=pegawai_id, aktif=True)
    return sorted(found, key=lambda unit: (unit.tingkat, unit.unit_id))
