"""Undo: put back what one has just deleted.

Scene: the line "… dihapus. Urungkan" after every deletion. May import: simulator.web, workflow. Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku

rute = Rute("/urungkan")


@rute.post("")
def urungkan(layar: Layar) -> Response:
    peran = layar.isian.pilihan("peran", Peran, "peran")
    banyak = actions.pulihkan(
        layar.kantor, Pelaku(layar.saya.pegawai_id, peran), layar.isian.bilangan("nomor", "nomor")
    )
    return layar.kembali(f"Penghapusan diurungkan: {banyak} baris kembali.")
