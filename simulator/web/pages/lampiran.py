"""Lampiran SKP on Detail SKP: three numbered lists.

Scene: modals Tambah and Ubah of each list. May import: simulator.web, workflow.
Facts: Dukungan Sumber Daya, Skema Pertanggungjawaban, Konsekuensi (CONFIRMED, ekinerja-app §2.7).
Add: nothing; a list is a JenisLampiran.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions

rute = Rute("/skp")


@rute.post("/{skp_id:int}/lampiran/{jenis}/tambah")
def tambah(layar: Layar, skp_id: int, jenis: str) -> Response:
    # The action reads the code of the list from the address and refuses one that is no list.
    butir = actions.tambah_lampiran(layar.kantor, layar.pelaku, skp_id, jenis=jenis, isi=layar.isian.teks("isi"))  # type: ignore[arg-type]
    return layar.pergi(f"/skp/{skp_id}#lampiran-{butir.jenis.value}", f"{butir.jenis.label} tersimpan.")


@rute.post("/{skp_id:int}/lampiran/{lampiran_id:int}/ubah")
def ubah(layar: Layar, skp_id: int, lampiran_id: int) -> Response:
    butir = actions.ubah_lampiran(layar.kantor, layar.pelaku, lampiran_id, isi=layar.isian.teks("isi"))
    return layar.pergi(f"/skp/{skp_id}#lampiran-{butir.jenis.value}", f"{butir.jenis.label} tersimpan.")


@rute.post("/{skp_id:int}/lampiran/{lampiran_id:int}/hapus")
def hapus(layar: Layar, skp_id: int, lampiran_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_lampiran(layar.kantor, layar.pelaku, lampiran_id))
