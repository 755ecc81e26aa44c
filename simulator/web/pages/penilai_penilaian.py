"""Penilaian Bawahan: choose a period, see who is rated and who is not, and rate one SKP in it.

Scene: the assessor during and after a period. May import: simulator.domain, rules, simulator.web, workflow.
Facts: staff list with *Belum Dinilai / Sudah Dinilai* (label simulasi); realisasi and umpan balik beside the target;
Rating Hasil Kerja and Rating Perilaku Kerja give the predikat (CONFIRMED, kuadran kinerja); catatan/rekomendasi is
section 5 of Dokumen Evaluasi (CONFIRMED). Add: feedback is penilai_umpan.py, evidence penilai_bukti.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.penilaian import Rating
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import JenisRHK, StatusSKP
from simulator.rules.periode import terbuka
from simulator.rules.registry import rule_by_id
from simulator.store import repository
from simulator.web import bahan_penilaian, pembinaan
from simulator.web.berikutnya import Lanjutan, penilaian_berikutnya
from simulator.web.grafik_kurva import grafik
from simulator.web.kepala_daerah import memerankan, penilai_skp
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import periode_dikerjakan
from simulator.workflow import actions, queries
from simulator.workflow.actor import KEPALA_DAERAH
from simulator.workflow.bawahan import dinilai_oleh, penilaian_bawahan, unit_dipimpin, unit_ditetapkan
from simulator.workflow.limits import CATATAN_MAKS
from simulator.workflow.queries import IsiPeriode
from simulator.workflow.umpan_rekan import baca_umpan_rekan
from simulator.workflow.viewing import wajib_boleh_melihat_skp

rute = Rute("/penilai/penilaian", peran=Peran.PENILAI)


@rute.get("")
def daftar(layar: Layar) -> Response:
    semua = queries.daftar_periode(layar.kantor)
    dipilih = _periode(layar, semua)
    if dipilih is None:
        return layar.tampil("penilai_penilaian_daftar.html", daftar_periode=[], periode=None)
    baris = penilaian_bawahan(layar.kantor, layar.pelaku, dipilih.periode_id)
    if memerankan(layar):
        baris = [*penilaian_bawahan(layar.kantor, KEPALA_DAERAH, dipilih.periode_id), *baris]
    return layar.tampil(
        "penilai_penilaian_daftar.html", daftar_periode=semua, periode=dipilih, puncak=memerankan(layar),
        belum=[satu for satu in baris if satu.predikat is None], sudah=[satu for satu in baris if satu.predikat],
        dibuka=terbuka(dipilih, layar.hari), organisasi=_menetapkan(layar, dipilih),
        daftar_kurva=[
            (unit, k, grafik(k, dipilih.periode_akhir))
            for unit in unit_dipimpin(layar.kantor, layar.saya.pegawai_id)
            if (k := queries.kurva(layar.kantor, dipilih.periode_id, unit.unit_id)).total
        ],
    )  # fmt: skip


def _menetapkan(layar: Layar, periode: PeriodePenilaian) -> bool:
    """Does somebody at this screen set an organisation result?"""
    pelaku = [layar.pelaku, *([KEPALA_DAERAH] if memerankan(layar) else [])]
    return any(unit_ditetapkan(layar.kantor, satu, periode.periode_id) for satu in pelaku)


def _periode(layar: Layar, semua: list[PeriodePenilaian]) -> PeriodePenilaian | None:
    """The one asked for, else the one that is being worked on."""
    diminta = layar.request.query_params.get("periode", "")
    if diminta:
        for satu in semua:
            if str(satu.periode_id) == diminta:
                return satu
        raise TidakDitemukan("Periode itu tidak ada. Pilih periode dari daftar.", kode="periode-tidak-ditemukan")
    return periode_dikerjakan(semua, layar.hari)


@rute.get("/{skp_id:int}/{periode_id:int}")
def rincian(layar: Layar, skp_id: int, periode_id: int) -> Response:
    isi = queries.isi_periode(layar.kantor, skp_id, periode_id)
    pelaku = penilai_skp(layar, isi.skp)
    with layar.lihat() as connection:
        wajib_boleh_melihat_skp(connection, pelaku, isi.skp)
        menilai = dinilai_oleh(connection, pelaku, isi.skp)
        orang = {satu.pegawai_id: satu.nama for satu in repository.find(connection, Pegawai)}
    dibuka = (
        terbuka(isi.periode, layar.hari)
        and isi.skp.status is StatusSKP.PERSETUJUAN
        and (isi.evaluasi is None or isi.evaluasi.dikunci_pada is None)
    )
    bahan = {
        **bahan_penilaian.umpan(isi), **bahan_penilaian.pertimbangan(layar, isi), **bahan_penilaian.tindak_lanjut(isi)
    }  # fmt: skip
    return layar.tampil(
        "penilai_penilaian.html", status=200, isi=isi, skp=isi.skp, periode=isi.periode, evaluasi=isi.evaluasi,
        pelaku=pelaku, menilai=menilai, boleh=menilai and dibuka, orang=orang, rating=list(reversed(Rating)),
        halangan=bahan_penilaian.halangan(isi, layar.hari, dibuka), maks_catatan=CATATAN_MAKS, **bahan,
        periode_lain=_periode_lain(layar, isi), tahunan=isi.periode.tipe is TipePeriodik.TAHUNAN,
        rekan=baca_umpan_rekan(layar.kantor, pelaku, skp_id, periode_id), dasar_rekan=rule_by_id("umpan_rekan.bahan"),
        per_jenis=[(jenis, [rhk for rhk in isi.skp.daftar_rhk if rhk.jenis is jenis]) for jenis in JenisRHK],
        rencana=[(rhk, [r for r in isi.daftar_rencana if r.rhk_id == rhk.rhk_id]) for rhk in isi.skp.daftar_rhk],
    )  # fmt: skip


def _periode_lain(layar: Layar, isi: IsiPeriode) -> list[PeriodePenilaian]:
    """The other periods of this SKP that have begun: a yearly rating reads what stands in them."""
    return [
        satu
        for satu in queries.daftar_periode(layar.kantor)
        if satu.periode_id != isi.periode.periode_id
        and satu.periode_awal <= min(isi.skp.periode_akhir, layar.hari)
        and isi.skp.periode_awal <= satu.periode_akhir
    ]


@rute.post("/{skp_id:int}/{periode_id:int}/rating")
def rating(layar: Layar, skp_id: int, periode_id: int) -> Response:
    isian = layar.isian
    evaluasi = actions.beri_rating(
        layar.kantor, penilai_skp(layar, queries.skp_lengkap(layar.kantor, skp_id)), skp_id, periode_id=periode_id,
        rating_hasil=isian.pilihan_atau_kosong("rating_hasil", Rating, "Rating Hasil Kerja"),
        rating_perilaku=isian.pilihan_atau_kosong("rating_perilaku", Rating, "Rating Perilaku Kerja"),
        catatan=isian.teks("catatan"),
    )  # fmt: skip
    predikat = evaluasi.predikat
    assert predikat is not None  # beri_rating gives one or refuses
    alamat, perlu = f"/penilai/penilaian/{skp_id}/{periode_id}", predikat in pembinaan.PERLU
    return layar.pergi(
        alamat,
        f"Rating tersimpan. Predikat: {predikat.label}. Dapat diperbaiki sampai periode ditutup."
        + (" Lanjutkan dengan pembinaan." if perlu else ""),
        lanjut=[
            *([Lanjutan("Ke pembinaan kinerja", f"{alamat}#pembinaan")] if perlu else []),
            penilaian_berikutnya(layar, periode_id),
        ],
    )
