"""Progress Harian: the daily log under the rencana aksi of one period.

Scene: /skp/{id}/penilaian/{periode}/progres. May import: simulator.web, workflow.
Facts: fields and their order, Sumber Data always ekinerja, OK and Close (CONFIRMED, ekinerja-app §2.9); nobody approves
it here and it has no effect on pay (class decision, §10). Add: another field of the form.
"""

from __future__ import annotations

from datetime import date, time
from typing import TypedDict

from starlette.responses import Response

from simulator.web.layar import Layar
from simulator.web.lembar import buka_lembar, ke_lembar, saran_tautan, tampil_lembar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.limits import KEGIATAN_MAKS, SATUAN_MAKS, TAUTAN_MAKS

rute = Rute("/skp/{skp_id:int}/penilaian/{periode_id:int}/progres")


class Isian(TypedDict):
    """The fields of the form but the rencana aksi."""

    tanggal: date
    jam_mulai: time
    jam_selesai: time
    kegiatan: str
    realisasi: int
    satuan: str
    tautan: str


@rute.get("")
def daftar(layar: Layar, skp_id: int, periode_id: int) -> Response:
    lembar = buka_lembar(layar, skp_id, periode_id)
    isi = lembar.isi
    return tampil_lembar(
        layar, "progres.html", lembar, rencana={satu.rencana_id: satu for satu in isi.daftar_rencana},
        pilihan=[(satu.rencana_id, satu.deskripsi) for satu in isi.daftar_rencana],
        progres=sorted(isi.daftar_progres, key=lambda satu: (satu.tanggal, satu.jam_mulai)),
        saran=saran_tautan(layar) if lembar.dapat_diisi else [],
        awal=max(isi.periode.periode_awal, isi.skp.periode_awal),
        akhir=min(isi.periode.periode_akhir, isi.skp.periode_akhir, layar.hari),
        maks_kegiatan=KEGIATAN_MAKS, maks_satuan=SATUAN_MAKS, maks_tautan=TAUTAN_MAKS,
    )  # fmt: skip


@rute.post("/tambah")
def tambah(layar: Layar, skp_id: int, periode_id: int) -> Response:
    rencana_id = layar.isian.bilangan("rencana_id", "Rencana Aksi")
    progres = actions.tambah_progres(layar.kantor, layar.pelaku, rencana_id, **_isian(layar))
    return ke_lembar(
        layar, skp_id, periode_id, "progres", "Progress harian ditambahkan.", jangkar=f"progres-{progres.progres_id}"
    )


@rute.post("/{progres_id:int}/ubah")
def ubah(layar: Layar, skp_id: int, periode_id: int, progres_id: int) -> Response:
    actions.ubah_progres(layar.kantor, layar.pelaku, progres_id, **_isian(layar))
    return ke_lembar(
        layar, skp_id, periode_id, "progres", "Progress harian tersimpan.", jangkar=f"progres-{progres_id}"
    )


@rute.post("/{progres_id:int}/hapus")
def hapus(layar: Layar, skp_id: int, periode_id: int, progres_id: int) -> Response:
    terhapus = actions.hapus_progres(layar.kantor, layar.pelaku, progres_id)
    return ke_lembar(layar, skp_id, periode_id, "progres", "", hapus=terhapus)


def _isian(layar: Layar) -> Isian:
    isian = layar.isian
    return {
        "tanggal": isian.tanggal("tanggal", "Tanggal Kegiatan"),
        "jam_mulai": isian.jam("jam_mulai", "Jam Mulai Kegiatan"),
        "jam_selesai": isian.jam("jam_selesai", "Jam Selesai Kegiatan"),
        "kegiatan": isian.teks("kegiatan"),
        "realisasi": isian.bilangan("realisasi_activity", "Realisasi"),
        "satuan": isian.teks("satuan"),
        "tautan": isian.teks("bukti_eviden"),
    }
