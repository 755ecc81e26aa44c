"""Undo: put back what one has just deleted.

Scene: the line "… dihapus. Urungkan" after every deletion. May import: simulator.web, workflow. Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakBerwenang
from simulator.web.kepala_daerah import KUNCI, memerankan
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku

rute = Rute("/urungkan")


@rute.post("")
def urungkan(layar: Layar) -> Response:
    banyak = actions.pulihkan(layar.kantor, _pelaku(layar), layar.isian.bilangan("nomor", "nomor"))
    return layar.kembali(f"Penghapusan diurungkan: {banyak} baris kembali.")


def _pelaku(layar: Layar) -> Pelaku:
    """Whoever deleted: the employee under the hat of that page, or the head of the region who is played here."""
    if layar.isian.teks("peran") != KUNCI:
        return Pelaku(layar.saya.pegawai_id, layar.isian.pilihan("peran", Peran, "peran"))
    if not memerankan(layar):
        raise TidakBerwenang(
            "Penghapusan ini dilakukan sebagai Kepala Daerah. Perankan Kepala Daerah lagi, lalu ulangi.",
            kode="kepala-daerah-dilepas",
        )
    return KEPALA_DAERAH
