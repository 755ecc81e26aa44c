"""Angka kredit: every predikat of a functional official, converted month by month, added up year by year.

Scene: the pages *Angka Kredit* and *PAK Bawahan*, and the approval of a draft (actions/pak.py).
May import: simulator.domain, rules.angka_kredit and parameters, store, workflow core.
Facts: conversion and accumulation within one jenjang (CONFIRMED, rules/angka_kredit.py); part of a year may be
converted by its periodic predikat (CONFIRMED, PermenPANRB 1/2023 Pasal 36–37). A month counts once, by the yearly
predikat before a periodic one and for the SKP in force on its last day; only full years are approved (REKAAN penyusun).
Add: another reason why a draft cannot be approved in ``_halangan``.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from simulator.domain.angka_kredit import PAK, StatusPAK
from simulator.domain.kepegawaian import Jabatan, JenisJabatan, Jenjang
from simulator.domain.penilaian import Evaluasi, Keberatan, Predikat, StatusKeberatan
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import SKP, StatusSKP
from simulator.rules.angka_kredit import akumulasi, koefisien, konversi
from simulator.rules.parameters import tabel
from simulator.store import repository

_BERLAKU = (StatusSKP.PERSETUJUAN, StatusSKP.SELESAI, StatusSKP.DIGANTI)


@dataclass(frozen=True, slots=True)
class Konversi:
    """One predikat as angka kredit; ``persen`` 1 = 100 percent, ``bulan`` the months that count here (1–12)."""

    skp: SKP
    periode: PeriodePenilaian
    predikat: Predikat
    jenjang: Jenjang
    bulan: int
    persen: Decimal
    koefisien: Decimal
    angka_kredit: Decimal
    keberatan_terbuka: bool

    @property
    def tahunan(self) -> bool:
        """From the yearly predikat, or only from a periodic one?"""
        return self.periode.tipe is TipePeriodik.TAHUNAN


@dataclass(frozen=True, slots=True)
class Halangan:
    """Why a draft cannot be approved today."""

    kode: str
    kalimat: str


@dataclass(frozen=True, slots=True)
class TahunAK:
    """One year: its conversions, their sum in the jenjang of its end, and the sum with the years before."""

    pegawai_id: int
    tahun: int
    daftar: tuple[Konversi, ...]
    jenjang: Jenjang
    angka_kredit: Decimal
    akumulasi: Decimal
    penilai_id: int | None
    pak: PAK | None
    halangan: Halangan | None

    @property
    def berubah(self) -> bool:
        """Was something else approved than what the predikat say today?"""
        return self.pak is not None and not sama(self.pak, self)

    @property
    def status(self) -> StatusPAK:
        """What was approved; a changed predikat makes it a draft again."""
        return StatusPAK.DRAFT if self.pak is None or self.berubah else self.pak.status

    @property
    def siap(self) -> bool:
        """Can the draft be approved today?"""
        return self.status is StatusPAK.DRAFT and self.halangan is None

    @property
    def sementara(self) -> bool:
        """Does it rest on a periodic predikat, until the yearly one is there?"""
        return not all(satu.tahunan for satu in self.daftar)


def sama(pak: PAK, tahun: TahunAK) -> bool:
    """Does a record say what this year says?"""
    return (pak.jenjang, pak.angka_kredit, pak.akumulasi) == (tahun.jenjang, tahun.angka_kredit, tahun.akumulasi)


def angka_kredit(connection: Connection, pegawai_id: Collection[int]) -> dict[int, list[TahunAK]]:
    """For each person every year that has a predikat in a functional post, the oldest first."""
    plans = [
        skp
        for skp in repository.find(connection, SKP, pegawai_id=list(pegawai_id))
        if skp.status in _BERLAKU and not skp.plt_plh_pjb
    ]
    posts = _jenjang(connection, {skp.jabatan_id for skp in plans})
    plans = [skp for skp in plans if skp.jabatan_id in posts]
    rated = repository.find(connection, Evaluasi, skp_id=[skp.skp_id for skp in plans])
    rated = [row for row in rated if row.predikat is not None]
    open_objections = {
        row.evaluasi_id
        for row in repository.find(connection, Keberatan, evaluasi_id=[row.evaluasi_id for row in rated])
        if row.status is StatusKeberatan.DIAJUKAN
    }
    periods = {row.periode_id: row for row in repository.find(connection, PeriodePenilaian)}
    kept = repository.find(connection, PAK, pegawai_id=list(pegawai_id))
    approved = {(row.pegawai_id, row.tahun): row for row in kept}
    mine: defaultdict[int, list[SKP]] = defaultdict(list)
    for skp in plans:
        mine[skp.pegawai_id].append(skp)
    return {
        who: list(_tahun(skps, posts, rated, open_objections, periods, approved)) for who, skps in sorted(mine.items())
    }


def tahun_ak(connection: Connection, pegawai_id: int, tahun: int) -> TahunAK | None:
    """One year of one person, or None where nothing was converted."""
    years = angka_kredit(connection, [pegawai_id]).get(pegawai_id, [])
    return next((satu for satu in years if satu.tahun == tahun), None)


def _jenjang(connection: Connection, keys: Collection[int]) -> dict[int, Jenjang]:
    return {
        row.jabatan_id: row.jenjang
        for row in repository.find(connection, Jabatan, jabatan_id=list(keys))
        if row.jenis is JenisJabatan.JF and row.jenjang is not None
    }


def _tahun(
    skps: Sequence[SKP],
    posts: dict[int, Jenjang],
    rated: Sequence[Evaluasi],
    open_objections: set[int],
    periods: dict[int, PeriodePenilaian],
    approved: dict[tuple[int, int], PAK],
) -> Iterator[TahunAK]:
    """The years of one person, each with what the years before brought."""
    by_id = {skp.skp_id: skp for skp in skps}
    own = [(by_id[row.skp_id], periods[row.periode_id], row) for row in rated if row.skp_id in by_id]
    before: list[TahunAK] = []
    for year in sorted({periode.tahun for _, periode, _ in own}):
        months = _bulan_terbagi(own, year)
        if not months:
            continue
        lines = tuple(
            _konversi(skp, periode, row, posts[skp.jabatan_id], count, row.evaluasi_id in open_objections)
            for (skp, periode, row), count in months
        )
        last_skp, _, last = months[-1][0]
        jenjang = lines[-1].jenjang
        earned = akumulasi(line.angka_kredit for line in lines if line.jenjang is jenjang)
        collected = before[-1].akumulasi if before and before[-1].jenjang is jenjang else Decimal(0)
        draft = TahunAK(
            last_skp.pegawai_id, year, lines, jenjang, earned, akumulasi([collected, earned]),
            last_skp.penilai_id if last.penilai_id is None else last.penilai_id,
            approved.get((last_skp.pegawai_id, year)), None,
        )  # fmt: skip
        gap = _berlaku_bulan(skps, year) > sum(count for _, count in months)
        before.append(replace(draft, halangan=_halangan(draft, gap, before)))
        yield before[-1]


Dinilai = tuple[SKP, PeriodePenilaian, Evaluasi]


def _bulan_terbagi(own: Sequence[Dinilai], year: int) -> list[tuple[Dinilai, int]]:
    """Each month of a year goes to one evaluation; (evaluation, how many), in the order of the months."""
    taken: dict[int, list[int]] = {}
    by_id = {row.evaluasi_id: (skp, periode, row) for skp, periode, row in own}
    for end in _akhir_bulan(year):
        there = [
            satu
            for satu in own
            if satu[0].periode_awal <= end <= satu[0].periode_akhir
            and satu[1].periode_awal <= end <= satu[1].periode_akhir
        ]
        if there:
            best = max(there, key=_didahulukan)
            taken.setdefault(best[2].evaluasi_id, []).append(end.month)
    return [(by_id[key], len(months)) for key, months in sorted(taken.items(), key=lambda item: item[1])]


def _didahulukan(satu: Dinilai) -> tuple[bool, date, int, date]:
    skp, periode, _ = satu
    return periode.tipe is TipePeriodik.TAHUNAN, skp.periode_awal, skp.versi, periode.periode_awal


def _konversi(
    skp: SKP, periode: PeriodePenilaian, row: Evaluasi, jenjang: Jenjang, months: int, objected: bool
) -> Konversi:
    assert row.predikat is not None  # only rated evaluations come here
    day = periode.periode_akhir
    share = tabel("angka_kredit/persen_predikat", day)[row.predikat.value]
    earned = konversi(jenjang, row.predikat, months, hari=day)
    return Konversi(skp, periode, row.predikat, jenjang, months, share, koefisien(jenjang, day), earned, objected)


def _berlaku_bulan(skps: Sequence[SKP], year: int) -> int:
    """How many months of a year have an SKP on their last day."""
    return sum(any(skp.periode_awal <= end <= skp.periode_akhir for skp in skps) for end in _akhir_bulan(year))


def _akhir_bulan(year: int) -> list[date]:
    return [date(year, month, monthrange(year, month)[1]) for month in range(1, 13)]


def _halangan(draft: TahunAK, gap: bool, before: Sequence[TahunAK]) -> Halangan | None:
    if draft.sementara or gap:
        return Halangan(
            "predikat-tahunan-belum-ada",
            f"Predikat tahunan {draft.tahun} belum lengkap, jadi angka kreditnya masih sementara. Nilai dahulu periode "
            "tahunannya, baru PAK dapat disetujui.",
        )
    if any(satu.keberatan_terbuka for satu in draft.daftar):
        return Halangan(
            "keberatan-belum-diputus",
            f"Keberatan atas hasil {draft.tahun} belum diputus. Tunggu keputusannya, karena predikat dan angka kredit "
            "dapat berubah.",
        )
    if before and before[-1].status is StatusPAK.DRAFT:
        return Halangan(
            "pak-tahun-lalu-belum-disetujui",
            f"PAK {before[-1].tahun} belum disetujui, padahal ikut dijumlahkan. Setujui PAK {before[-1].tahun} dahulu.",
        )
    if draft.pak is not None and sama(draft.pak, draft):
        return Halangan(
            "pak-sudah-disetujui",
            f"PAK {draft.tahun} sudah disetujui {draft.pak.disetujui_pada:%d-%m-%Y} dan tidak berubah sejak itu.",
        )
    return None
