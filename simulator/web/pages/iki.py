"""Indikator Kinerja Individu on Detail SKP: add, change, delete.

Scene: modals Tambah Indikator and Ubah Indikator. May import: simulator.web, workflow.
Facts: Aspek, Indikator, Target as one string (CONFIRMED, ekinerja-app §2.5); the qualitative form has one narrative
(CONFIRMED), so its Target is not asked. Add: another field, also in templates/skp_modal.html and actions/iki.py.
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from simulator.domain.skp import Aspek
from simulator.web.formulir import Formulir
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions

rute = Rute("/skp")


def _isian(isian: Formulir) -> dict[str, Any]:
    """What was typed; the qualitative form asks no target, and one that is already there stays."""
    isi: dict[str, Any] = {
        "aspek": isian.pilihan("aspek", Aspek, "Aspek"),
        "indikator": isian.teks("indikator", "Indikator"),
    }
    return isi | ({"target": isian.teks("target", "Target")} if "target" in isian.asli else {})


@rute.post("/{skp_id:int}/rhk/{rhk_id:int}/iki")
def tambah(layar: Layar, skp_id: int, rhk_id: int) -> Response:
    actions.tambah_iki(layar.kantor, layar.pelaku, rhk_id, **_isian(layar.isian))
    return layar.pergi(f"/skp/{skp_id}#rhk-{rhk_id}", "Indikator tersimpan.")


@rute.post("/{skp_id:int}/iki/{iki_id:int}/ubah")
def ubah(layar: Layar, skp_id: int, iki_id: int) -> Response:
    iki = actions.ubah_iki(layar.kantor, layar.pelaku, iki_id, **_isian(layar.isian))
    return layar.pergi(f"/skp/{skp_id}#rhk-{iki.rhk_id}", "Indikator tersimpan.")


@rute.post("/{skp_id:int}/iki/{iki_id:int}/hapus")
def hapus(layar: Layar, skp_id: int, iki_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_iki(layar.kantor, layar.pelaku, iki_id))
