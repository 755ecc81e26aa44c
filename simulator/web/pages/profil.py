"""Profil: what e-Kinerja knows about oneself, beside what SIASN says today.

Scene: the first thing to check each year, before Tambah SKP. May import: simulator.web, workflow.
Facts: fields and the button Sinkronisasi ASN (CONFIRMED, ekinerja-app §1.3, §2.1). Add: a field in profil_siasn.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.profil_siasn import profil_siasn

rute = Rute("/profil")


@rute.get("")
def halaman(layar: Layar) -> Response:
    return layar.tampil("profil.html", p=profil_siasn(layar.kantor, layar.saya.pegawai_id))


@rute.post("/sinkronisasi")
def sinkronisasi(layar: Layar) -> Response:
    berbeda = [baris.label for baris in profil_siasn(layar.kantor, layar.saya.pegawai_id).berbeda]
    actions.sinkronkan_profil(layar.kantor, layar.pelaku)
    if not berbeda:
        return layar.pergi("/profil", "Sinkronisasi selesai; tidak ada yang berbeda dari SIASN.")
    return layar.pergi("/profil", f"Sinkronisasi selesai. Yang diperbarui: {', '.join(berbeda)}.")
