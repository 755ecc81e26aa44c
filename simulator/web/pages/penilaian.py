"""Penilaian: the evaluation periods of one SKP, and the overview of one of them.

Scene: Daftar SKP, button Penilaian. May import: simulator.web, workflow.
Facts: list with name and dates (CONFIRMED, ekinerja-app §1.3 step 11); order rencana aksi, progress harian, bukti
dukung and realisasi, then waiting for the assessor (CONFIRMED, guide ch. 6); sentence on what comes next is ours.
Add: a part of a period gets its own file beside this one and a line in lembar.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.penilaian import StatusEvaluasi
from simulator.web.layar import Layar
from simulator.web.lembar import buka_lembar, tampil_lembar
from simulator.web.rute import Rute
from simulator.workflow.penilaian_diri import BERJALAN, LembarPeriode, daftar_penilaian

rute = Rute("/skp/{skp_id:int}/penilaian")


@rute.get("")
def daftar(layar: Layar, skp_id: int) -> Response:
    lembar = daftar_penilaian(layar.kantor, layar.pelaku, skp_id)
    return layar.tampil(
        "penilaian_daftar.html", lembar=lembar, skp=lembar.skp, berjalan=BERJALAN, sudah=StatusEvaluasi.SUDAH_DINILAI
    )


@rute.get("/{periode_id:int}")
def ringkasan(layar: Layar, skp_id: int, periode_id: int) -> Response:
    lembar = buka_lembar(layar, skp_id, periode_id)
    return tampil_lembar(layar, "penilaian.html", lembar, maju=_kemajuan(lembar), berikut=_berikut(lembar))


def _kemajuan(lembar: LembarPeriode) -> dict[str, tuple[int, int]]:
    """Part → how many of how many are there."""
    isi = lembar.isi
    daftar_iki = {iki.iki_id for rhk in isi.skp.daftar_rhk for iki in rhk.daftar_iki}
    return {
        "rhk": (len({rencana.rhk_id for rencana in isi.daftar_rencana}), len(isi.skp.daftar_rhk)),
        "bukti": (len({bukti.iki_id for bukti in isi.daftar_bukti} & daftar_iki), len(daftar_iki)),
        "realisasi": (len({satu.iki_id for satu in isi.daftar_realisasi} & daftar_iki), len(daftar_iki)),
    }


def _berikut(lembar: LembarPeriode) -> tuple[str, str]:
    """What to do now, and the part of the period where that is done."""
    maju = _kemajuan(lembar)
    if lembar.isi.status is StatusEvaluasi.SUDAH_DINILAI:
        return "Baca umpan balik dan hasilnya; bila tidak setuju, keberatan ada di sana.", "hasil"
    if lembar.tertutup:
        return "Periode ini hanya dapat dibaca.", "eviden"
    if lembar.merangkum:
        if maju["realisasi"][0] < maju["realisasi"][1]:
            return (
                "Tulis realisasi setahun setiap indikator; rencana aksi dan buktinya ada pada periode lain.",
                "eviden",
            )
        return "Semua terisi. Pejabat penilai memberi umpan balik dan rating.", "eviden"
    if maju["rhk"][0] < maju["rhk"][1]:
        return "Isi rencana aksi untuk setiap RHK; bukti dukung terbuka sesudahnya.", "rencana_aksi"
    if maju["bukti"][0] < maju["bukti"][1] or maju["realisasi"][0] < maju["realisasi"][1]:
        return "Pasang bukti dukung dan tulis realisasi setiap indikator.", "eviden"
    return "Semua terisi. Pejabat penilai memberi umpan balik dan rating; periksa sekali lagi buktinya.", "eviden"
