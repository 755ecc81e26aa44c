"""Throw away what was typed and could not be saved, so that its modal no longer opens by itself.

Scene: *Buang isian* in a modal that opened with an error. May import: simulator.web. Facts: none. Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web import draf
from simulator.web.layar import Layar
from simulator.web.rute import Rute

rute = Rute("/draf")


@rute.post("/buang")
def buang(layar: Layar) -> Response:
    with layar.data.ubah() as connection:
        draf.buang(connection, layar.saya.pegawai_id, layar.isian.teks("buang_tindakan"))
    return layar.kembali("Isian yang belum tersimpan dibuang.")
