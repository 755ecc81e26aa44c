"""What waits for one person today: their own entries before the closing day, and what they owe to others.

Scene: *Pemberitahuan* and *Hari dan Skenario*, before the day is moved. Nothing here changes anything.
May import: simulator.domain, store, workflow core.
Facts: none (label simulasi); seven days are "near" (REKAAN penyusun).
Add: another duty as one more generator in ``menunggu``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from simulator.domain.label import Berlabel
from simulator.domain.pelaksanaan import BuktiDukung, Realisasi, RencanaAksi
from simulator.domain.penilaian import Evaluasi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import SKP, StatusSKP
from simulator.rules.periode import terbuka
from simulator.store import repository
from simulator.store.schema import pegawai
from simulator.workflow.actor import Pelaku
from simulator.workflow.buku_ak import pak_bawahan
from simulator.workflow.keberatan_terkait import keberatan_terkait
from simulator.workflow.locking import dalam_masa, merangkum
from simulator.workflow.office import Kantor

DEKAT = timedelta(days=7)
#: Entries are asked for from so long before the end of a period.
JELANG = timedelta(days=14)


class Perlu(Berlabel):
    """Where a duty is done."""

    BUAT_SKP = "buat_skp", "Buat SKP"
    SKP = "skp", "Lengkapi dan ajukan SKP"
    RENCANA = "rencana", "Isi rencana aksi"
    ISIAN = "isian", "Isi bukti dukung dan realisasi"
    PERSETUJUAN = "persetujuan", "Setujui atau kembalikan SKP"
    SINKRON = "sinkron", "Sinkronisasi SKP Bawahan"
    NILAI = "nilai", "Nilai bawahan"
    KEBERATAN = "keberatan", "Tangani keberatan"
    PAK = "pak", "Setujui PAK"


@dataclass(frozen=True, slots=True)
class Tunggu:
    """One duty; ``batas`` is its last day where there is one, ``dekat`` that it is near."""

    perlu: Perlu
    kalimat: str
    batas: date | None = None
    dekat: bool = False
    skp_id: int | None = None
    periode_id: int | None = None
    keberatan_id: int | None = None


def menunggu(kantor: Kantor, pegawai_id: int) -> list[Tunggu]:
    """Everything, what is nearest to its last day first."""
    with kantor.lihat() as connection:
        hari = repository.simulated_day(connection)
        opened = [row for row in repository.find(connection, PeriodePenilaian) if terbuka(row, hari)]
        found = [
            *_menyusun(connection, pegawai_id, hari),
            *_mengisi(connection, pegawai_id, opened, hari),
            *_memimpin(connection, pegawai_id, opened, hari),
        ]
    for perkara in keberatan_terkait(kantor, Pelaku.penilai(pegawai_id)):
        explained = bool(perkara.keberatan.penjelasan_penilai)
        if perkara.terbuka and (perkara.memutus if explained else perkara.menjelaskan):
            what = "diputus" if explained else "dijelaskan"
            found.append(
                Tunggu(
                    Perlu.KEBERATAN, f"Keberatan atas {perkara.periode.nama} menunggu {what}.",
                    keberatan_id=perkara.keberatan.keberatan_id,
                )
            )  # fmt: skip
    drafts = [satu for satu in pak_bawahan(kantor, pegawai_id) if satu.tahun.siap]
    if drafts:
        found.append(Tunggu(Perlu.PAK, f"{len(drafts)} draft PAK bawahan menunggu persetujuan Anda."))
    return sorted(found, key=lambda one: (one.batas or date.max, list(Perlu).index(one.perlu)))


def _menyusun(connection: Connection, me: int, hari: date) -> Iterator[Tunggu]:
    plans = [skp for skp in repository.find(connection, SKP, pegawai_id=me) if skp.status is not StatusSKP.DIGANTI]
    if not any(skp.tahun == hari.year and not skp.plt_plh_pjb for skp in plans):
        yield Tunggu(Perlu.BUAT_SKP, f"SKP {hari.year} Anda belum dibuat.")
    for skp in plans:
        if skp.status is StatusSKP.DRAFT:
            yield Tunggu(Perlu.SKP, f"SKP {skp.tahun} Anda masih Draft: lengkapi, lalu ajukan.", skp_id=skp.skp_id)


def _mengisi(connection: Connection, me: int, opened: list[PeriodePenilaian], hari: date) -> Iterator[Tunggu]:
    for bare in repository.find(connection, SKP, pegawai_id=me, status=StatusSKP.PERSETUJUAN):
        skp = repository.whole_skp(connection, bare.skp_id)
        for periode in opened:
            where = {"skp_id": skp.skp_id, "periode_id": periode.periode_id}
            given = repository.find_one(connection, Evaluasi, **where)
            if dalam_masa(periode, skp) and (given is None or given.predikat is None):
                yield from _kurang(connection, skp, periode, hari)


def _kurang(connection: Connection, skp: SKP, periode: PeriodePenilaian, hari: date) -> Iterator[Tunggu]:
    where = {"skp_id": skp.skp_id, "periode_id": periode.periode_id}
    yearly = merangkum(periode)
    if yearly and hari < periode.periode_akhir - JELANG:
        return
    last, near = periode.batas_pengisian, periode.batas_pengisian - hari <= DEKAT
    left = _sisa(last, hari)
    planned = {row.rhk_id for row in repository.find(connection, RencanaAksi, **where)}
    # The yearly form sums up the quarters and asks for no plan and no evidence of its own.
    empty = 0 if yearly else sum(rhk.rhk_id not in planned for rhk in skp.daftar_rhk)
    if empty:
        said = f"{periode.nama}: rencana aksi {empty} RHK belum diisi; {left}."
        yield Tunggu(Perlu.RENCANA, said, last, near, skp.skp_id, periode.periode_id)
    if hari < periode.periode_akhir - JELANG:
        return
    indicators = {iki.iki_id for rhk in skp.daftar_rhk for iki in rhk.daftar_iki}
    proved = {row.iki_id for row in repository.find(connection, BuktiDukung, **where)}
    reached = {row.iki_id for row in repository.find(connection, Realisasi, **where)}
    lacking = [
        f"{kind} {count} indikator"
        for kind, count in (
            ("bukti dukung", 0 if yearly else len(indicators - proved)),
            ("realisasi", len(indicators - reached)),
        )
        if count
    ]
    if lacking:
        said = f"{periode.nama}: {' dan '.join(lacking)} belum diisi; {left}."
        yield Tunggu(Perlu.ISIAN, said, last, near, skp.skp_id, periode.periode_id)


def _sisa(batas: date, hari: date) -> str:
    left = (batas - hari).days
    return "hari ini batas pengisiannya" if left == 0 else f"batas pengisian {batas:%d-%m-%Y} ({left} hari lagi)"


def _memimpin(connection: Connection, me: int, opened: list[PeriodePenilaian], hari: date) -> Iterator[Tunggu]:
    led = [skp for skp in repository.find(connection, SKP, penilai_id=me) if skp.pegawai_id != me]
    waiting = [skp for skp in led if skp.status is StatusSKP.PENGAJUAN]
    if waiting:
        oldest = min(skp.diajukan_pada or hari for skp in waiting)
        said = f"{len(waiting)} SKP bawahan menunggu persetujuan Anda, yang pertama sejak {oldest:%d-%m-%Y}."
        yield Tunggu(Perlu.PERSETUJUAN, said)
    for periode in opened:
        if hari < periode.periode_akhir:
            continue
        given = {
            row.skp_id
            for row in repository.find(connection, Evaluasi, periode_id=periode.periode_id)
            if row.predikat is not None
        }
        unrated = [
            skp
            for skp in led
            if skp.status is StatusSKP.PERSETUJUAN and dalam_masa(periode, skp) and skp.skp_id not in given
        ]
        if unrated:
            last = periode.batas_pengisian
            said = f"{periode.nama}: {len(unrated)} bawahan belum dinilai; {_sisa(last, hari)}."
            yield Tunggu(Perlu.NILAI, said, last, last - hari <= DEKAT, periode_id=periode.periode_id)
    yield from _belum_dibagi(connection, me, hari)


def _belum_dibagi(connection: Connection, me: int, hari: date) -> Iterator[Tunggu]:
    """An approved SKP of this year whose results the team cannot pick yet."""
    team = select(pegawai.c.pegawai_id).where(pegawai.c.atasan_id == me, pegawai.c.aktif).limit(1)
    if connection.execute(team).first() is None:
        return
    for skp in repository.find(connection, SKP, pegawai_id=me, status=StatusSKP.PERSETUJUAN):
        matrix = repository.whole_matrix(connection, skp.skp_id)
        if skp.periode_awal <= hari <= skp.periode_akhir and (matrix is None or not matrix.disinkronkan):
            yield Tunggu(
                Perlu.SINKRON, f"RHK pada SKP {skp.tahun} Anda belum dibagikan kepada bawahan.", skp_id=skp.skp_id
            )
