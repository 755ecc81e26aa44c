"""The portal after the login: the card Layanan Individu ASN, behind it the tile Kinerja.

Scene: between login and e-Kinerja. May import: simulator.web.
Facts: card *Layanan Individu ASN*, tile *Kinerja*, then Daftar SKP (CONFIRMED, ekinerja-app §1.1). Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web.layar import Layar
from simulator.web.rute import Rute

rute = Rute("/portal")


@rute.get("")
def halaman(layar: Layar) -> Response:
    return layar.tampil("portal.html")


@rute.get("/individu")
def individu(layar: Layar) -> Response:
    return layar.tampil("portal_individu.html")
