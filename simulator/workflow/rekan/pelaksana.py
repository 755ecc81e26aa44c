"""The working employee: rencana aksi, daily log, documents with bukti dukung, realisasi, before *batas pengisian*.

Scene: every period that is open and belongs to an approved SKP. May import: workflow.actions, rekan.
Facts: rencana aksi before evidence (SINGLE, BKN guide); evidence is a link to a document (CONFIRMED); days and
shares are habits (watak.py). In the yearly period only the realisation is written, as the sum of the year.
Add: another entry of a period as one more Tugas.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from functools import partial

from simulator.domain.pelaksanaan import Akses, Dokumen, Realisasi
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import IKI, RHK, SKP, Aspek, StatusSKP
from simulator.rules.nama_bukti import judul_baku, nama_baku
from simulator.store import repository
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.limits import KEGIATAN_MAKS, RENCANA_AKSI_MAKS, TARGET_MAKS
from simulator.workflow.locking import merangkum
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja, kalimat
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.realisasi import kalimat_realisasi
from simulator.workflow.rekan.sasaran import sasaran
from simulator.workflow.rekan.tugas import Tugas, Urut
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak


def tugas_pelaksana(papan: Papan) -> Iterator[Tugas]:
    """What everybody still has to enter for the open periods."""
    for skp in papan.skp.values():
        if skp.status is not StatusSKP.PERSETUJUAN or skp.pegawai_id not in papan.orang or not skp.daftar_rhk:
            continue
        for periode in papan.periode_skp(skp):
            given = papan.evaluasi.get((skp.skp_id, periode.periode_id))
            if (given is None or given.predikat is None) and not _bolos(papan, skp, periode):
                yield from _sepanjang(papan, skp, periode)
                yield from _di_akhir(papan, skp, periode)


def _bolos(papan: Papan, skp: SKP, periode: PeriodePenilaian) -> bool:
    share = papan.kebiasaan(skp.pegawai_id).bolos
    yearly = periode.tipe is TipePeriodik.TAHUNAN
    return not yearly and papan.undian.peluang(share, skp.pegawai_id, periode.periode_awal, Soal.LEWAT)


def _sepanjang(papan: Papan, skp: SKP, periode: PeriodePenilaian) -> Iterator[Tugas]:
    """Plans in its first weeks, then a line of the log from time to time; the year has neither of its own."""
    if merangkum(periode):
        return
    me, there = skp.pegawai_id, papan.isi_periode(skp, periode)
    habit, start = papan.kebiasaan(me), max(periode.periode_awal, skp.disetujui_pada or periode.periode_awal)
    mark = (skp.skp_id, periode.periode_id)
    delay = papan.undian.antara(habit.rencana, me, periode.periode_awal, Soal.RENCANA)
    due = min(harikerja.sejak(start + timedelta(days=delay)), harikerja.sampai(periode.batas_pengisian))
    missing = [number for number, rhk in enumerate(skp.daftar_rhk) if rhk.rhk_id not in there.rencana]
    if missing:
        yield Tugas(
            due, me, Urut.PELAKSANAAN, (0, *mark),
            partial(_rencana, papan=papan, skp=skp, periode=periode, nomor=missing),
        )  # fmt: skip
        return
    if not habit.progres:
        return
    written = min(there.progres[there.rencana[rhk.rhk_id]] for rhk in skp.daftar_rhk)
    lines = 1 if periode.tipe is TipePeriodik.BULANAN else habit.progres
    if written < lines:
        span = (periode.periode_akhir - periode.periode_awal).days
        day = harikerja.sejak(periode.periode_awal + timedelta(days=span * (written + 1) // (lines + 1)))
        if day <= periode.periode_akhir:
            yield Tugas(
                max(day, start), me, Urut.PELAKSANAAN, (1, *mark),
                partial(_progres, papan=papan, skp=skp, periode=periode, ke=written),
            )  # fmt: skip


def _rencana(kantor: Kantor, *, papan: Papan, skp: SKP, periode: PeriodePenilaian, nomor: list[int]) -> None:
    me, copies = skp.pegawai_id, papan.watak(skp.pegawai_id) is Watak.SALIN
    pool = kalimat.RENCANA_SALIN if copies else kalimat.RENCANA
    for place in nomor:
        rhk = skp.daftar_rhk[place]
        text = papan.undian.pilih(pool, me, periode.periode_awal, Soal.RENCANA, place + 1)
        due = sasaran(rhk.daftar_iki[0], periode) if rhk.daftar_iki else None
        actions.tambah_rencana_aksi(
            kantor,
            Pelaku.pegawai(me),
            skp.skp_id,
            periode_id=periode.periode_id,
            rhk_id=rhk.rhk_id,
            deskripsi=kalimat.ringkas(
                text.format(inti=kalimat.inti(rhk.teks), periode=periode.nama), RENCANA_AKSI_MAKS
            ),
            target=due.tulis(due.nilai)[:TARGET_MAKS] if due is not None and due.nilai else "1 Kegiatan",
        )


def _progres(kantor: Kantor, *, papan: Papan, skp: SKP, periode: PeriodePenilaian, ke: int) -> None:
    """One line for each RHK that has fewer lines than the others."""
    me, there, draws = skp.pegawai_id, papan.isi_periode(skp, periode), papan.undian
    pool = kalimat.PROGRES_SALIN if papan.watak(me) is Watak.SALIN else kalimat.PROGRES
    first = max(periode.periode_awal, skp.periode_awal)
    for place, rhk in enumerate(skp.daftar_rhk):
        rencana_id = there.rencana[rhk.rhk_id]
        if there.progres[rencana_id] > ke:
            continue
        start = draws.antara((8, 14), me, papan.hari, Soal.JAM, place)
        text = draws.pilih(pool, me, papan.hari, Soal.PROGRES, place)
        actions.tambah_progres(
            kantor,
            Pelaku.pegawai(me),
            rencana_id,
            tanggal=max(first, min(papan.hari, periode.periode_akhir)),
            jam_mulai=time(start),
            jam_selesai=time(start + 1, 30),
            kegiatan=kalimat.ringkas(text.format(inti=kalimat.inti(rhk.teks)), KEGIATAN_MAKS),
            realisasi=1 + draws.di_bawah(5, me, papan.hari, Soal.CAPAIAN, place),
            satuan="Berkas",
        )


def _di_akhir(papan: Papan, skp: SKP, periode: PeriodePenilaian) -> Iterator[Tugas]:
    """Evidence and realisation, around the last day of the period."""
    me, there, habit = skp.pegawai_id, papan.isi_periode(skp, periode), papan.kebiasaan(skp.pegawai_id)
    yearly = merangkum(periode)
    if not yearly and any(rhk.rhk_id not in there.rencana for rhk in skp.daftar_rhk):
        return
    wanted = {
        iki.iki_id
        for number, iki in enumerate(iki for rhk in skp.daftar_rhk for iki in rhk.daftar_iki)
        if not papan.undian.peluang(habit.lupa, me, periode.periode_awal, Soal.KELALAIAN, number)
    }
    if wanted <= set(there.realisasi) and (yearly or wanted <= set(there.bukti)):
        return
    day = periode.periode_akhir + timedelta(days=papan.undian.antara(habit.akhir, me, periode.periode_awal, Soal.AKHIR))
    if yearly:
        day = max(day, periode.periode_akhir + timedelta(days=2))
    last = harikerja.sampai(periode.batas_pengisian - timedelta(days=habit.sisa))
    yield Tugas(
        min(harikerja.sejak(day), last), me, Urut.PELAKSANAAN, (2, skp.skp_id, periode.periode_id),
        partial(_isi, papan=papan, skp=skp, periode=periode, wanted=wanted),
    )  # fmt: skip


def _isi(kantor: Kantor, *, papan: Papan, skp: SKP, periode: PeriodePenilaian, wanted: set[int]) -> None:
    me, there, number = Pelaku.pegawai(skp.pegawai_id), papan.isi_periode(skp, periode), 0
    for place, rhk in enumerate(skp.daftar_rhk):
        here = [iki for iki in rhk.daftar_iki if iki.iki_id in wanted]
        proved = periode.tipe is TipePeriodik.TAHUNAN or all(iki.iki_id in there.bukti for iki in here)
        paper = None if proved else _dokumen(kantor, papan, skp, periode, place, rhk)
        for iki in rhk.daftar_iki:
            number += 1
            if iki.iki_id not in wanted:
                continue
            if paper is not None and iki.iki_id not in there.bukti:
                _bukti(kantor, me, skp, periode, rhk, iki, paper)
            if iki.iki_id not in there.realisasi:
                _realisasi(kantor, papan, skp, periode, rhk, iki, number)


def _dokumen(kantor: Kantor, papan: Papan, skp: SKP, periode: PeriodePenilaian, place: int, rhk: RHK) -> Dokumen:
    """The paper of one RHK on the own drive; one that is already there is used again."""
    me, kind, draws = papan.orang[skp.pegawai_id], papan.watak(skp.pegawai_id), papan.undian
    core, careless = kalimat.inti(rhk.teks), kind is Watak.CEROBOH
    part = f"TW{periode.angka}" if periode.tipe is TipePeriodik.TRIWULANAN else f"B{periode.angka:02d}"
    folder = f"{periode.tahun}/{part}/RHK-{place + 1:02d}"
    if careless:
        name = f"scan {place + 1:02d} ({part.lower()}).pdf"
    elif periode.tipe is TipePeriodik.TRIWULANAN:
        name = nama_baku(periode.tahun, periode.angka, place + 1, Aspek.KUANTITAS, f"laporan {core}", "pdf")
    else:
        name = f"{periode.tahun}_{part}_RHK{place + 1:02d}_{judul_baku(f'laporan {core}', papan.hari)}.pdf"
    with kantor.lihat() as connection:
        known = repository.find_one(connection, Dokumen, pemilik_id=me.pegawai_id, folder=folder, nama=name)
    if known is not None:
        return known
    habit = papan.kebiasaan(me.pegawai_id)
    closed = draws.peluang(habit.tertutup, me.pegawai_id, periode.periode_awal, Soal.AKSES, place)
    text = kalimat.DOKUMEN_SALIN if kind is Watak.SALIN else kalimat.DOKUMEN
    result = "; ".join(f"{iki.indikator}, target setahun {iki.target}" for iki in rhk.daftar_iki[:1])
    return actions.simpan_dokumen(
        kantor,
        Pelaku.pegawai(me.pegawai_id),
        nama=name,
        jenis="Laporan",
        tanggal=min(papan.hari, periode.periode_akhir),
        folder=folder,
        akses=Akses.PRIBADI if closed else Akses.PENILAI,
        bertanda_tangan=not careless,
        isi_ringkas=text.format(inti=core, periode=periode.nama, hasil=result, nama=me.nama.rstrip(".")),
    )


def _bukti(
    kantor: Kantor, me: Pelaku, skp: SKP, periode: PeriodePenilaian, rhk: RHK, iki: IKI, dokumen: Dokumen
) -> None:
    actions.tambah_bukti(
        kantor,
        me,
        skp.skp_id,
        periode_id=periode.periode_id,
        iki_id=iki.iki_id,
        nama_eviden=kalimat.EVIDEN.format(inti=kalimat.ringkas(kalimat.inti(rhk.teks), 120), periode=periode.nama),
        dokumen_id=dokumen.dokumen_id,
    )


def _realisasi(
    kantor: Kantor, papan: Papan, skp: SKP, periode: PeriodePenilaian, rhk: RHK, iki: IKI, number: int
) -> None:
    earlier: list[str] = []
    if periode.tipe is TipePeriodik.TAHUNAN:
        with kantor.lihat() as connection:
            written = repository.find(connection, Realisasi, skp_id=skp.skp_id, iki_id=iki.iki_id)
            earlier = [row.realisasi for row in written if row.periode_id != periode.periode_id]
    words, source = kalimat_realisasi(papan, skp, periode, rhk, iki, number, earlier)
    actions.isi_realisasi(
        kantor,
        Pelaku.pegawai(skp.pegawai_id),
        skp.skp_id,
        periode_id=periode.periode_id,
        iki_id=iki.iki_id,
        realisasi=words,
        sumber_data=source,
    )
