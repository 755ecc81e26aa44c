"""Log Sinkronisasi: what failed with its error text, what would fail today, what succeeded.

Scene: Menu Administrator. May import: simulator.web, workflow.
Facts: read the error, mend it, ask the user to synchronise again (CONFIRMED, ekinerja-app §1.5); layout ours.
Add: another source of failures as another table.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.web.gagal_sinkron import gagal_sinkron
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import nomor_halaman
from simulator.workflow.reading_rights import wajib_admin
from simulator.workflow.synchronisations import halaman_sinkronisasi, hambatan

rute = Rute("/admin/log", peran=Peran.ADMIN)


@rute.get("")
def daftar(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    return layar.tampil(
        "admin_log.html", gagal=gagal_sinkron(layar), akan=hambatan(layar.kantor, nomor_halaman(layar, "akan")),
        h=halaman_sinkronisasi(layar.kantor, nomor_halaman(layar)),
    )  # fmt: skip
