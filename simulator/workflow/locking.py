"""Locking evaluations, and what a lock means for each record of a period.

Scene: the day moves past *batas pengisian*; the admin extends; every form asks "is this period still open?".
May import: SQLAlchemy, simulator.domain, simulator.rules.periode, store, workflow.transaction (types only).
Facts: Batas Pengisian closes filling and the admin may extend (CONFIRMED, admin guide); that everything of the period
is locked then is a mock decision (label simulasi).
Add: another lock needs its counterpart in simulator/store/locks.py.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.penilaian import Evaluasi, Keberatan
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import SKP, StatusSKP
from simulator.rules.periode import terbuka
from simulator.store.schema import evaluasi as tabel_evaluasi
from simulator.store.schema import skp as tabel_skp

if TYPE_CHECKING:
    from simulator.workflow.transaction import Tindakan

#: SKP in force whose year was rated.
_SUDAH_DINILAI = (
    select(tabel_skp.c.skp_id)
    .join(tabel_evaluasi, tabel_evaluasi.c.skp_id == tabel_skp.c.skp_id)
    .where(
        tabel_skp.c.status == StatusSKP.PERSETUJUAN.value,
        tabel_evaluasi.c.predikat.is_not(None),
        tabel_evaluasi.c.periode_id.in_(bindparam("tahunan", expanding=True)),
    )
)


def kunci_yang_lewat_batas(t: Tindakan) -> int:
    """Stamp every evaluation whose period has closed by today; returns how many were stamped."""
    return kunci_evaluasi(t, *(periode for periode in t.cari(PeriodePenilaian) if periode.batas_pengisian < t.hari))


def kunci_evaluasi(t: Tindakan, *tertutup: PeriodePenilaian) -> int:
    """Stamp the evaluations of closed periods, and finish every SKP whose year has been assessed.

    An SKP waits for that as long as another of its periods is open: extended, or closing later than the year. Only what
    still waits is read: this happens every day, and most periods of an office were locked long ago.
    """
    batas = {periode.periode_id: periode.batas_pengisian for periode in tertutup}
    unstamped = t.cari(Evaluasi, periode_id=list(batas), dikunci_pada=None)
    for evaluasi in unstamped:
        t.ubah(Evaluasi, evaluasi.evaluasi_id, dikunci_pada=batas[evaluasi.periode_id] + timedelta(days=1))
    yearly = [periode.periode_id for periode in tertutup if periode.tipe is TipePeriodik.TAHUNAN]
    assessed = t.connection.execute(_SUDAH_DINILAI, {"tahunan": yearly}).scalars().all()
    still_open = [other for other in t.cari(PeriodePenilaian) if other.batas_pengisian >= t.hari]
    for skp in t.cari(SKP, skp_id=assessed):
        if not any(dalam_masa(other, skp) for other in still_open):
            t.ubah(SKP, skp.skp_id, status=StatusSKP.SELESAI)
    return len(unstamped)


def buka_kunci(t: Tindakan, periode: PeriodePenilaian) -> None:
    """Open a period again, and with it the finished SKP it belongs to.

    Not where an objection was filed on its evaluation: that decision is final.
    """
    final: set[int] = set()
    for evaluasi in t.cari(Evaluasi, periode_id=periode.periode_id):
        if t.cari(Keberatan, evaluasi_id=evaluasi.evaluasi_id):
            final.add(evaluasi.skp_id)
        elif evaluasi.dikunci_pada is not None:
            t.ubah(Evaluasi, evaluasi.evaluasi_id, dikunci_pada=None)
    for skp in t.cari(SKP, status=StatusSKP.SELESAI):
        if skp.skp_id not in final and dalam_masa(periode, skp):
            t.ubah(SKP, skp.skp_id, status=StatusSKP.PERSETUJUAN)


def merangkum(periode: PeriodePenilaian) -> bool:
    """The annual period sums up its months or quarters: no rencana aksi and no evidence of its own (mock decision)."""
    return periode.tipe is TipePeriodik.TAHUNAN


def dalam_masa(periode: PeriodePenilaian, skp: SKP) -> bool:
    """Does a period touch the time this SKP is for?"""
    return periode.periode_awal <= skp.periode_akhir and skp.periode_awal <= periode.periode_akhir


def wajib_terbuka(t: Tindakan, skp: SKP, periode: PeriodePenilaian) -> None:
    """Refuse what comes before the period begins, after it closed, or for another year's SKP.

    Raises: StatusTidakSesuai.
    """
    if not dalam_masa(periode, skp):
        raise StatusTidakSesuai(
            f"{periode.nama} di luar masa SKP ini ({skp.periode_awal:%d-%m-%Y} s.d. {skp.periode_akhir:%d-%m-%Y}). "
            "Buka SKP yang masanya mencakup periode itu.",
            kode="periode-di-luar-skp",
        )
    if t.hari < periode.periode_awal:
        raise StatusTidakSesuai(
            f"{periode.nama} baru dimulai {periode.periode_awal:%d-%m-%Y}. Isi saat periodenya sudah berjalan.",
            kode="periode-belum-mulai",
        )
    evaluasi = t.satu(Evaluasi, skp_id=skp.skp_id, periode_id=periode.periode_id)
    locked = evaluasi is not None and evaluasi.dikunci_pada is not None
    if locked or not terbuka(periode, t.hari):
        raise StatusTidakSesuai(
            f"{periode.nama} sudah ditutup pada batas pengisian {periode.batas_pengisian:%d-%m-%Y}. "
            "Minta admin instansi memperpanjang batas pengisian, beserta alasannya.",
            kode="periode-terkunci",
        )


def wajib_status(skp: SKP, *allowed: StatusSKP, untuk: str) -> None:
    """Refuse what this status of an SKP does not allow. Raises: StatusTidakSesuai."""
    if skp.status in allowed:
        return
    boleh = " atau ".join(status.label for status in allowed)
    raise StatusTidakSesuai(
        f"{untuk} hanya dapat dilakukan saat SKP berstatus {boleh}; SKP ini berstatus {skp.status.label}. "
        f"{_WHAT_THEN[skp.status]}",
        kode=f"skp-{skp.status.value}",
    )


_WHAT_THEN = {
    StatusSKP.DRAFT: "Ajukan SKP dan tunggu persetujuan pejabat penilai lebih dahulu.",
    StatusSKP.PENGAJUAN: "Tunggu keputusan pejabat penilai, atau minta SKP dikembalikan untuk diperbaiki.",
    StatusSKP.PERSETUJUAN: "Gunakan Revisi SKP bila isinya perlu disesuaikan.",
    StatusSKP.SELESAI: "SKP ini sudah selesai dinilai dan menjadi arsip.",
    StatusSKP.DIGANTI: "Buka versi terbaru SKP ini.",
}
