"""Rencana Hasil Kerja on Detail SKP: add, change, delete.

Scene: modals Tambah RHK and Ubah RHK. May import: simulator.web, workflow.
Facts: fields (CONFIRMED, ekinerja-app §2.3, §2.4); Perspektif is asked on the JPT form only. Add: another field of the
form, also in templates/skp_modal.html and workflow/actions/rhk.py.
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from simulator.domain.skp import JenisRHK, KlasifikasiRHK, Perspektif
from simulator.web.formulir import Formulir
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions

rute = Rute("/skp")


def _isian(isian: Formulir) -> dict[str, Any]:
    """What was typed. A form without the superior's list leaves that link as it is; one without Perspektif has none."""
    isi: dict[str, Any] = {
        "teks_rhk": isian.teks("teks_rhk", "Rencana Hasil Kerja"),
        "jenis": isian.pilihan("jenis", JenisRHK, "Jenis"),
        "klasifikasi": isian.pilihan("klasifikasi", KlasifikasiRHK, "Klasifikasi RHK"),
        "penugasan_dari": isian.teks("penugasan_dari", "Penugasan Dari"),
        "perspektif": isian.pilihan_atau_kosong("perspektif", Perspektif, "Perspektif"),
    }
    if "rhk_atasan_id" in isian.asli:
        isi["rhk_atasan_id"] = isian.bilangan_atau_kosong("rhk_atasan_id", "RHK Pimpinan yang Diintervensi")
    return isi


@rute.post("/{skp_id:int}/rhk")
def tambah(layar: Layar, skp_id: int) -> Response:
    rhk = actions.tambah_rhk(layar.kantor, layar.pelaku, skp_id, **_isian(layar.isian))
    return layar.pergi(f"/skp/{skp_id}#rhk-{rhk.rhk_id}", "RHK tersimpan. Lanjutkan dengan Tambah Indikator.")


@rute.post("/{skp_id:int}/rhk/{rhk_id:int}/ubah")
def ubah(layar: Layar, skp_id: int, rhk_id: int) -> Response:
    rhk = actions.ubah_rhk(layar.kantor, layar.pelaku, rhk_id, **_isian(layar.isian))
    return layar.pergi(f"/skp/{rhk.skp_id}#rhk-{rhk_id}", "RHK tersimpan.")


@rute.post("/{skp_id:int}/rhk/{rhk_id:int}/hapus")
def hapus(layar: Layar, skp_id: int, rhk_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_rhk(layar.kantor, layar.pelaku, rhk_id))
