"""The leader: shares the matrix, approves or returns SKP, gives feedback, rates after the end of a period.

Scene: under one's own hat for everybody one assesses; the head of the region does the same for the head.
May import: workflow.actions, rekan. Facts: a rating follows feedback and the end of the period (label simulasi,
actions.penilaian); what is judged is what stands in the office, also for people whom humans play. Thresholds of the
temperaments are REKAAN penyusun.
Add: another decision of a leader as one more Tugas.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from simulator.domain.matriks import JenisCascading, TingkatHasil
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import RHK, SKP, NilaiBerAKHLAK, StatusSKP
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.limits import ALASAN_MAKS, CATATAN_MAKS, PERAN_HASIL_MAKS
from simulator.workflow.locking import merangkum
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja, kalimat
from simulator.workflow.rekan.bacaan import Bacaan, baca, rating
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.teliti import Cacat, cacat
from simulator.workflow.rekan.tugas import Tugas, Urut, pelaku_penilai
from simulator.workflow.rekan.umpan import umpan_balik
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak

#: After so many returns a colleague approves: a reader of words may err, and nobody shall be stuck on that.
KEMBALI_MAKS = 2


def tugas_penilai(papan: Papan) -> Iterator[Tugas]:
    """What leaders have to do about the SKP they are responsible for."""
    for skp in papan.skp.values():
        if skp.status is StatusSKP.PERSETUJUAN:
            yield from _matriks(papan, skp)
        leader = papan.penilai(skp)
        if leader is None:
            continue
        if skp.status is StatusSKP.PENGAJUAN and skp.diajukan_pada is not None:
            delay = papan.undian.antara(papan.kebiasaan(leader).setuju, leader, skp.diajukan_pada, Soal.SETUJU)
            yield Tugas(
                harikerja.sesudah(skp.diajukan_pada, delay), leader, Urut.PERSETUJUAN, (skp.skp_id,),
                partial(_putuskan, papan=papan, skp=skp, leader=leader),
            )  # fmt: skip
        if skp.status is StatusSKP.PERSETUJUAN and skp.daftar_rhk:
            for periode in papan.periode_skp(skp):
                yield from _menilai(papan, skp, periode, leader)


# --- the matrix -----------------------------------------------------------------------------------------------------


def _matriks(papan: Papan, skp: SKP) -> Iterator[Tugas]:
    me = skp.pegawai_id
    team = [orang.pegawai_id for orang in papan.orang.values() if orang.atasan_id == me]
    if not team or me not in papan.orang or not skp.daftar_rhk or skp.plt_plh_pjb:
        return
    there = papan.matriks.get(skp.skp_id)
    unlisted = there is None or not there.disinkronkan or any(member not in there.anggota for member in team)
    idle = [] if there is None else [m for m in there.anggota if m not in there.berperan and m in papan.orang]
    if not unlisted and not idle:
        return
    approved = skp.disetujui_pada or papan.hari
    delay = papan.undian.antara(papan.kebiasaan(me).sinkron, me, approved, Soal.SINKRON)
    yield Tugas(
        harikerja.sejak(approved + timedelta(days=delay)), me, Urut.SINKRON, (skp.skp_id,),
        partial(_bagi, papan=papan, skp=skp, sync=unlisted),
    )  # fmt: skip


def _bagi(kantor: Kantor, *, papan: Papan, skp: SKP, sync: bool) -> None:
    """Synchronise, then say what everybody without a role contributes, as a result."""
    me = Pelaku.penilai(skp.pegawai_id)
    there = papan.matriks.get(skp.skp_id)
    members = [] if there is None else there.anggota
    if sync:
        members = list(actions.sinkronkan_skp_bawahan(kantor, me, skp.skp_id).anggota_id)
    leaders = {unit.pimpinan_id for unit in papan.unit.values()}
    for member in members:
        person = papan.orang.get(member)
        if person is None or (there is not None and member in there.berperan):
            continue
        rhk: RHK = papan.undian.pilih(skp.daftar_rhk, member, skp.periode_awal, Soal.PERAN)
        text = kalimat.PERAN_PIMPINAN if member in leaders else kalimat.PERAN_STAF
        said = text.format(inti=kalimat.inti(rhk.teks), unit=person.unit, jabatan=person.jabatan)
        actions.tetapkan_peran(
            kantor,
            me,
            skp.skp_id,
            rhk_pimpinan_id=rhk.rhk_id,
            pegawai_id=member,
            peran=kalimat.ringkas(said, PERAN_HASIL_MAKS),
            cascading=JenisCascading.TIDAK_LANGSUNG,
            tingkat=TingkatHasil.OUTCOME_ANTARA if member in leaders else TingkatHasil.OUTPUT,
        )


# --- approving ------------------------------------------------------------------------------------------------------


def _putuskan(kantor: Kantor, *, papan: Papan, skp: SKP, leader: int) -> None:
    me, kind = pelaku_penilai(leader), papan.watak(leader)
    found = _yang_mengganggu(papan, skp, kind)
    if found and len(papan.kembali.get(skp.skp_id, ())) < KEMBALI_MAKS:
        reason = "\n".join(f"{number}. {one.kalimat}" for number, one in enumerate(found, start=1))
        actions.kembalikan_skp(kantor, me, skp.skp_id, alasan=reason[:ALASAN_MAKS])
        return
    if kind in (Watak.KETAT, Watak.AWAL) and not skp.daftar_ekspektasi:
        nilai, isi = papan.undian.pilih(kalimat.EKSPEKTASI, skp.pegawai_id, skp.periode_awal, Soal.EKSPEKTASI)
        actions.isi_ekspektasi(kantor, me, skp.skp_id, nilai=NilaiBerAKHLAK.dari(nilai), isi=isi)
    actions.setujui_skp(kantor, me, skp.skp_id)


def _yang_mengganggu(papan: Papan, skp: SKP, kind: Watak) -> list[Cacat]:
    """A strict leader minds everything, a generous or careless one nothing, all others what cannot be missed."""
    if kind in (Watak.MURAH, Watak.CEROBOH):
        return []
    words = {rhk.rhk_id: rhk.teks for leader in papan.skp.values() for rhk in leader.daftar_rhk}
    return [one for one in cacat(skp, words) if kind is Watak.KETAT or one.kode != "aspek"]


# --- feedback and rating --------------------------------------------------------------------------------------------


def _menilai(papan: Papan, skp: SKP, periode: PeriodePenilaian, leader: int) -> Iterator[Tugas]:
    there, habit = papan.isi_periode(skp, periode), papan.kebiasaan(leader)
    given = papan.evaluasi.get((skp.skp_id, periode.periode_id))
    if given is not None and given.predikat is not None:
        return
    end, last = min(periode.periode_akhir, skp.periode_akhir), harikerja.sampai(periode.batas_pengisian)
    if papan.hari < last and merangkum(periode) and _masih_dinilai(papan, skp, periode):
        return
    # Who has written nothing yet is waited for until the last days.
    patience = last if not there.realisasi else end
    mark = (skp.skp_id, periode.periode_id)
    delay = papan.undian.antara(habit.umpan, leader, periode.periode_awal, Soal.UMPAN, skp.pegawai_id)
    first = min(last, max(patience, harikerja.sesudah(end, delay)))
    if not there.umpan:
        yield Tugas(
            first, leader, Urut.UMPAN_BALIK, mark,
            partial(umpan_balik, papan=papan, skp=skp, periode=periode, leader=leader),
        )  # fmt: skip
    delay = papan.undian.antara(habit.nilai, leader, periode.periode_awal, Soal.RATING, skp.pegawai_id)
    yield Tugas(
        min(last, max(first, harikerja.sesudah(end, delay))), leader, Urut.RATING, mark,
        partial(_beri_rating, papan=papan, skp=skp, periode=periode, leader=leader),
    )  # fmt: skip


def _masih_dinilai(papan: Papan, skp: SKP, tahunan: PeriodePenilaian) -> bool:
    """Is a part of the year still open and without a predikat? The year sums up its parts, so they come first."""
    parts = [other for other in papan.periode_skp(skp) if other.tahun == tahunan.tahun and not merangkum(other)]
    given = [papan.evaluasi.get((skp.skp_id, part.periode_id)) for part in parts]
    return any(one is None or one.predikat is None for one in given)


def _beri_rating(kantor: Kantor, *, papan: Papan, skp: SKP, periode: PeriodePenilaian, leader: int) -> None:
    read: Bacaan = baca(kantor, papan, skp, periode, leader)
    results, conduct = rating(papan, skp, periode, leader, read)
    actions.beri_rating(
        kantor,
        pelaku_penilai(leader),
        skp.skp_id,
        periode_id=periode.periode_id,
        rating_hasil=results,
        rating_perilaku=conduct,
        catatan=kalimat.CATATAN[results.value][:CATATAN_MAKS],
    )
