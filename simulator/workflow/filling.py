"""Monitoring Pengisian of an office of any size: who has filled in what in one period, page by page, and the counts.

Scene: the screen of that name, and *who is late* of the recap for the leadership.
May import: SQLAlchemy, simulator.domain, store, workflow.paging, queries and office.
Facts: that the screen exists is CONFIRMED, its layout UNCERTAIN and ours (ekinerja-app §1.2, §10).
Add: another thing to look for as a member of Saringan with its condition in ``_syarat``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_, exists, func, not_, select

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.label import Berlabel
from simulator.domain.penilaian import Evaluasi
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import SKP, StatusSKP
from simulator.store import repository
from simulator.store.rows import to_object
from simulator.store.schema import (
    bukti_dukung,
    evaluasi,
    pegawai,
    realisasi,
    rencana_aksi,
    skp,
    umpan_balik,
    unit_kerja,
)
from simulator.workflow.office import Kantor
from simulator.workflow.paging import Halaman, memuat, potong
from simulator.workflow.queries import BarisMonitoring, Isian, status_menurut

_BERLAKU = (StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)


class Saringan(Berlabel):
    """What somebody still lacks in one period."""

    TANPA_SKP = "tanpa_skp", "SKP belum disetujui"
    TANPA_RENCANA = "tanpa_rencana", "Rencana aksi belum diisi"
    TANPA_BUKTI = "tanpa_bukti", "Bukti dukung belum diisi"
    TANPA_REALISASI = "tanpa_realisasi", "Realisasi belum diisi"
    BELUM_DINILAI = "belum_dinilai", "Belum dinilai"


def saringan_untuk(periode: PeriodePenilaian) -> list[Saringan]:
    """What a period asks for: plans and evidence belong to months and quarters, the final period sums them up."""
    if periode.tipe is not TipePeriodik.TAHUNAN:
        return list(Saringan)
    return [Saringan.TANPA_SKP, Saringan.TANPA_REALISASI, Saringan.BELUM_DINILAI]


_ISI = {
    Saringan.TANPA_RENCANA: rencana_aksi,
    Saringan.TANPA_BUKTI: bukti_dukung,
    Saringan.TANPA_REALISASI: realisasi,
}


def halaman_pengisian(
    kantor: Kantor,
    periode_id: int,
    unit_id: int | None = None,
    saringan: Saringan | None = None,
    cari: str = "",
    nomor: int = 1,
) -> Halaman[tuple[BarisMonitoring, ...]]:
    """One page of people, each with one line per SKP in force (one line without SKP where there is none)."""
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        query = select(pegawai, unit_kerja.c.nama.label("unit_nama")).join(
            unit_kerja, unit_kerja.c.unit_id == pegawai.c.unit_id
        )
        query = query.where(pegawai.c.aktif)
        if unit_id is not None:
            query = query.where(repository.equals(pegawai.c.unit_id, unit_id))
        if cari.strip():
            query = query.where(memuat(cari, pegawai.c.nama, pegawai.c.nip))
        if saringan is not None:
            query = query.where(_syarat(saringan, periode))
        urut = (unit_kerja.c.unit_id, pegawai.c.nama, pegawai.c.pegawai_id)
        page: Halaman[tuple[Pegawai, str]] = potong(
            connection, query, urut, nomor, lambda row: (to_object(Pegawai, row), row["unit_nama"])
        )
        lines = _baris(connection, periode, page.baris)
    return Halaman(tuple(lines), page.jumlah, page.nomor, page.ukuran)


def _baris(
    connection: Connection, periode: PeriodePenilaian, orang: tuple[tuple[Pegawai, str], ...]
) -> list[tuple[BarisMonitoring, ...]]:
    hari = repository.simulated_day(connection)
    documents: defaultdict[int, list[SKP]] = defaultdict(list)
    for one in repository.find(connection, SKP, pegawai_id=[p.pegawai_id for p, _ in orang], status=_BERLAKU):
        if one.periode_awal <= periode.periode_akhir and periode.periode_awal <= one.periode_akhir:
            documents[one.pegawai_id].append(one)
    keys = [one.skp_id for group in documents.values() for one in group]
    counts = [_per_skp(connection, table, periode.periode_id, keys) for table in (*_ISI.values(), umpan_balik)]
    rated = {
        row.skp_id: row
        for row in repository.find(connection, Evaluasi, periode_id=periode.periode_id, skp_id=keys)
    }  # fmt: skip
    lines = []
    for person, unit in orang:
        group: list[BarisMonitoring] = []
        for one in documents.get(person.pegawai_id, []):
            entries = Isian(*(count.get(one.skp_id, 0) for count in counts))
            status = status_menurut(periode, hari, entries, rated.get(one.skp_id))
            group.append(BarisMonitoring(person, unit, one, status, entries))
        lines.append(tuple(group) or (BarisMonitoring(person, unit, None, None, Isian(0, 0, 0, 0)),))
    return lines


def _per_skp(connection: Connection, table: Table, periode_id: int, keys: list[int]) -> dict[int, int]:
    query = (
        select(table.c.skp_id, func.count())
        .where(table.c.skp_id.in_(keys), _pada(table, periode_id))
        .group_by(table.c.skp_id)
    )
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def _pada(table: FromClause, periode_id: int) -> ColumnElement[bool]:
    # "+ 0" keeps the database from walking through everything of a period for each single SKP.
    return (table.c.periode_id + 0) == periode_id


def _berlaku(periode: PeriodePenilaian) -> ColumnElement[bool]:
    return and_(
        skp.c.pegawai_id == pegawai.c.pegawai_id,
        skp.c.status.in_([status.value for status in _BERLAKU]),
        skp.c.periode_awal <= periode.periode_akhir,
        skp.c.periode_akhir >= periode.periode_awal,
    )


def _syarat(saringan: Saringan, periode: PeriodePenilaian) -> ColumnElement[bool]:
    """The condition on a row of ``pegawai`` that this is missing."""
    if saringan is Saringan.TANPA_SKP:
        return not_(exists().where(_berlaku(periode)).correlate(pegawai))
    table = _ISI.get(saringan)
    if table is not None:
        there = exists().where(table.c.skp_id == skp.c.skp_id, _pada(table, periode.periode_id)).correlate(skp)
    else:
        # A result given to the version before counts: it stays valid after a revision.
        there = exists().where(
            evaluasi.c.skp_id.in_([skp.c.skp_id, skp.c.versi_sebelumnya_id]), _pada(evaluasi, periode.periode_id),
            evaluasi.c.predikat.is_not(None),
        ).correlate(skp)  # fmt: skip
    return exists().where(_berlaku(periode), not_(there)).correlate(pegawai)


def hitung_pengisian(kantor: Kantor, periode_id: int, unit_id: int | None = None) -> dict[int, dict[str, int]]:
    """Per unit, or for one: active people (``pegawai``), and how many lack each thing, by the code of Saringan."""
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        found: dict[int, dict[str, int]] = defaultdict(
            lambda: {"pegawai": 0} | {saringan.value: 0 for saringan in Saringan}
        )
        here = () if unit_id is None else (repository.equals(pegawai.c.unit_id, unit_id),)
        conditions: list[tuple[str, tuple[Any, ...]]] = [("pegawai", ())]
        conditions += [(saringan.value, (_syarat(saringan, periode),)) for saringan in Saringan]
        for nama, syarat in conditions:
            query = (
                select(pegawai.c.unit_id, func.count())
                .where(pegawai.c.aktif, *here, *syarat)
                .group_by(pegawai.c.unit_id)
            )  # fmt: skip
            for unit, banyak in connection.execute(query):
                found[unit][nama] = int(banyak)
    return dict(found)
