"""Putting the hat of Kepala Daerah on and off, and what waits under it.

Scene: teaching only; the instructor plays the assessor of the institution's head.
May import: simulator.web, workflow. Facts: see simulator/web/kepala_daerah.py (label simulasi). Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakBerwenang
from simulator.store import repository
from simulator.web.kepala_daerah import KUNCI, memerankan
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow.actor import KEPALA_DAERAH
from simulator.workflow.bawahan import skp_dinilai
from simulator.workflow.keberatan_terkait import keberatan_terkait

rute = Rute("/penilai/kepala-daerah", peran=Peran.PENILAI)


@rute.get("")
def halaman(layar: Layar) -> Response:
    _wajib_boleh(layar)
    return layar.tampil(
        "kepala_daerah.html", memerankan=memerankan(layar), daftar=skp_dinilai(layar.kantor, KEPALA_DAERAH),
        keberatan=[satu for satu in keberatan_terkait(layar.kantor, KEPALA_DAERAH) if satu.terbuka],
    )  # fmt: skip


@rute.post("")
def pakai(layar: Layar) -> Response:
    _wajib_boleh(layar)
    mulai = layar.isian.centang("mulai")
    layar.ingat(KUNCI, mulai)
    return layar.kembali(
        "Anda sekarang juga memerankan Kepala Daerah." if mulai else "Anda berhenti memerankan Kepala Daerah."
    )


def _wajib_boleh(layar: Layar) -> None:
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Kepala Daerah hanya diperankan dalam latihan.", kode="pemeran-dalam-ujian")
    with layar.lihat() as connection:
        if repository.leads_the_top(connection, layar.saya.pegawai_id):
            raise TidakBerwenang(
                "Kepala instansi tidak dapat memerankan penilainya sendiri. Ganti pemeran dahulu.",
                kode="kepala-menilai-diri",
            )
