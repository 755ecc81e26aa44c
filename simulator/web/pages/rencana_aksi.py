"""Rencana Aksi: what will be done for each RHK in one period.

Scene: /skp/{id}/penilaian/{periode}/rencana_aksi. May import: simulator.web, workflow.
Facts: table RHK × rencana aksi with a green Tambah; modal with deskripsi and target, OK (CONFIRMED, ekinerja-app §1.3
step 12, §2.8). Add: another field of the form.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web.layar import Layar
from simulator.web.lembar import buka_lembar, ke_lembar, tampil_lembar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.limits import RENCANA_AKSI_MAKS, TARGET_MAKS

rute = Rute("/skp/{skp_id:int}/penilaian/{periode_id:int}/rencana_aksi")


@rute.get("")
def daftar(layar: Layar, skp_id: int, periode_id: int) -> Response:
    lembar = buka_lembar(layar, skp_id, periode_id)
    rencana = {
        rhk.rhk_id: [satu for satu in lembar.isi.daftar_rencana if satu.rhk_id == rhk.rhk_id]
        for rhk in lembar.isi.skp.daftar_rhk
    }
    return tampil_lembar(
        layar, "rencana_aksi.html", lembar, rencana=rencana, maks_deskripsi=RENCANA_AKSI_MAKS, maks_target=TARGET_MAKS
    )


@rute.post("/{rhk_id:int}/tambah")
def tambah(layar: Layar, skp_id: int, periode_id: int, rhk_id: int) -> Response:
    actions.tambah_rencana_aksi(
        layar.kantor, layar.pelaku, skp_id, periode_id=periode_id, rhk_id=rhk_id,
        deskripsi=layar.isian.teks("deskripsi"), target=layar.isian.teks("target"),
    )  # fmt: skip
    return ke_lembar(layar, skp_id, periode_id, "rencana_aksi", "Rencana aksi ditambahkan.", jangkar=f"rhk-{rhk_id}")


@rute.post("/{rencana_id:int}/ubah")
def ubah(layar: Layar, skp_id: int, periode_id: int, rencana_id: int) -> Response:
    rencana = actions.ubah_rencana_aksi(
        layar.kantor, layar.pelaku, rencana_id, deskripsi=layar.isian.teks("deskripsi"),
        target=layar.isian.teks("target"),
    )  # fmt: skip
    return ke_lembar(
        layar, skp_id, periode_id, "rencana_aksi", "Rencana aksi tersimpan.", jangkar=f"rhk-{rencana.rhk_id}"
    )


@rute.post("/{rencana_id:int}/hapus")
def hapus(layar: Layar, skp_id: int, periode_id: int, rencana_id: int) -> Response:
    terhapus = actions.hapus_rencana_aksi(layar.kantor, layar.pelaku, rencana_id)
    return ke_lembar(layar, skp_id, periode_id, "rencana_aksi", "", hapus=terhapus)
