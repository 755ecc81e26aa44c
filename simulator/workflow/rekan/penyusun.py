"""The planning employee: makes, fills, mends and submits the SKP of the year.

Scene: from the first working days of a year, top down: nobody writes results before the superior's are shared.
May import: workflow.actions, rekan. Facts: the order of work across levels (CONFIRMED principle, ekinerja-app §1.7).
Days are habits (watak.py). An acting post (PLT/PLH) gets no SKP from its holder: humans play that.
Add: another step between an empty draft and a submitted SKP as one more Tugas.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from simulator.domain.kepegawaian import JenisJabatan
from simulator.domain.skp import RHK, SKP, JenisLampiran, JenisRHK, StatusSKP
from simulator.store import repository
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja, kalimat
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.rancangan import ButirIKI, iki_baru, rancangan, rhk_dari_atasan
from simulator.workflow.rekan.teliti import cacat
from simulator.workflow.rekan.tugas import Tugas, Urut
from simulator.workflow.rekan.undian import Soal


def tugas_penyusun(papan: Papan) -> Iterator[Tugas]:
    """What everybody has to do about this year's SKP."""
    year = papan.hari.year
    for me in papan.orang:
        if (me, year) not in papan.sudah_ada:
            make = partial(_buat, pegawai_id=me, tahun=year)
            yield Tugas(_mulai(papan, me, year), me, Urut.RENCANA_SKP, (0,), make)
    for skp in papan.skp.values():
        if skp.status is not StatusSKP.DRAFT or skp.plt_plh_pjb or skp.pegawai_id not in papan.orang:
            continue
        offered = papan.ditawarkan(skp)
        if not offered and skp.pegawai_id not in papan.puncak:
            continue
        yield Tugas(
            _kapan(papan, skp), skp.pegawai_id, Urut.RENCANA_SKP, (1, skp.skp_id),
            partial(_selesaikan, papan=papan, skp=skp, offered=offered),
        )  # fmt: skip


def _mulai(papan: Papan, pegawai_id: int, tahun: int) -> date:
    first = date(tahun, 1, 2)
    delay = papan.undian.antara(papan.kebiasaan(pegawai_id).mulai, pegawai_id, first, Soal.MULAI)
    return harikerja.sesudah(first, delay)


def _kapan(papan: Papan, skp: SKP) -> date:
    """An SKP that came back is mended some days later, any other as soon as it can be filled."""
    returns = papan.kembali.get(skp.skp_id)
    if not returns:
        return max(_mulai(papan, skp.pegawai_id, skp.tahun), skp.periode_awal)
    last = returns[-1].hari
    delay = papan.undian.antara(papan.kebiasaan(skp.pegawai_id).setuju, skp.pegawai_id, last, Soal.PERBAIKI)
    return harikerja.sesudah(last, delay)


def _buat(kantor: Kantor, *, pegawai_id: int, tahun: int) -> None:
    me = Pelaku.pegawai(pegawai_id)
    actions.sinkronkan_profil(kantor, me)
    actions.buat_skp(kantor, me, periode_awal=date(tahun, 1, 1), periode_akhir=date(tahun, 12, 31))


def _selesaikan(kantor: Kantor, *, papan: Papan, skp: SKP, offered: list[RHK]) -> None:
    """Write what is missing, mend what was noticed, submit."""
    me = Pelaku.pegawai(skp.pegawai_id)
    if not skp.daftar_rhk:
        _tulis(kantor, papan, me, skp, offered)
    else:
        _perbaiki(kantor, papan, me, skp, offered)
    _tulis_lampiran(kantor, me, skp.skp_id)
    actions.ajukan_skp(kantor, me, skp.skp_id)


def _tulis(kantor: Kantor, papan: Papan, me: Pelaku, skp: SKP, offered: list[RHK]) -> None:
    with kantor.lihat() as connection:
        plan, annex = rancangan(connection, papan, skp, offered)
    for butir in plan:
        rhk = actions.tambah_rhk(
            kantor,
            me,
            skp.skp_id,
            teks_rhk=butir.teks,
            jenis=butir.jenis,
            klasifikasi=butir.klasifikasi,
            rhk_atasan_id=butir.rhk_atasan_id,
            penugasan_dari=butir.penugasan_dari,
            perspektif=butir.perspektif,
        )
        for iki in butir.daftar_iki:
            _tambah_iki(kantor, me, rhk.rhk_id, iki)
    for jenis, text in annex:
        actions.tambah_lampiran(kantor, me, skp.skp_id, jenis=jenis, isi=text)


def _tambah_iki(kantor: Kantor, me: Pelaku, rhk_id: int, butir: ButirIKI) -> None:
    aspek, indikator, target = butir
    actions.tambah_iki(kantor, me, rhk_id, aspek=aspek, indikator=indikator, target=target)


def _tulis_lampiran(kantor: Kantor, me: Pelaku, skp_id: int) -> None:
    """The lists that are still empty, for a draft that somebody else had begun."""
    with kantor.lihat() as connection:
        there = {butir.jenis for butir in repository.whole_skp(connection, skp_id).daftar_lampiran}
    for jenis in JenisLampiran:
        if jenis not in there:
            actions.tambah_lampiran(kantor, me, skp_id, jenis=jenis, isi=kalimat.LAMPIRAN[jenis.value])


def _perbaiki(kantor: Kantor, papan: Papan, me: Pelaku, skp: SKP, offered: list[RHK]) -> None:
    """Own words instead of copied ones, a result instead of an activity, the aspect that was forgotten."""
    person, words = papan.orang[skp.pegawai_id], {rhk.rhk_id: rhk.teks for rhk in offered}
    for number, rhk in enumerate(skp.daftar_rhk):
        if (
            rhk.rhk_atasan_id not in words
            and offered
            and rhk.jenis is JenisRHK.UTAMA
            and person.jenis is not JenisJabatan.JPT
        ):
            actions.ubah_rhk(kantor, me, rhk.rhk_id, rhk_atasan_id=offered[number % len(offered)].rhk_id)
    if papan.kembali.get(skp.skp_id):
        for found in list(cacat(skp, words)):
            place = skp.daftar_rhk.index(found.rhk)
            if found.aspek is not None:
                butir = next(iki for iki in iki_baru(papan, person, found.rhk.teks) if iki[0] is found.aspek)
                _tambah_iki(kantor, me, found.rhk.rhk_id, butir)
            else:
                text = rhk_dari_atasan(
                    papan, person, skp, words.get(found.rhk.rhk_atasan_id or 0, found.rhk.teks), place
                )
                actions.ubah_rhk(kantor, me, found.rhk.rhk_id, teks_rhk=text)
    for rhk in skp.daftar_rhk:
        for butir in iki_baru(papan, person, rhk.teks) if not rhk.daftar_iki else ():
            _tambah_iki(kantor, me, rhk.rhk_id, butir)
