"""Manajemen Unor: which units are active and who leads them.

Scene: Menu Administrator. May import: simulator.web, workflow.
Facts: activate or repair units, assign the unit's leader (CONFIRMED, ekinerja-app §1.5). Add: another field of a unit.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import nomor_halaman, teks_cari
from simulator.workflow import actions
from simulator.workflow.reading_rights import wajib_admin
from simulator.workflow.units import halaman_unit, kartu_unit

rute = Rute("/admin/unor", peran=Peran.ADMIN)


@rute.get("")
def daftar(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    cari = teks_cari(layar)
    return layar.tampil("admin_unor.html", h=halaman_unit(layar.kantor, cari, nomor_halaman(layar)), cari=cari)


@rute.get("/{unit_id:int}")
def satu(layar: Layar, unit_id: int) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    cari = teks_cari(layar)
    return layar.tampil("admin_unor_satu.html", kartu=kartu_unit(layar.kantor, unit_id, cari), cari=cari)


@rute.post("/{unit_id:int}/pimpinan")
def pimpinan(layar: Layar, unit_id: int) -> Response:
    unit = actions.atur_pimpinan_unit(
        layar.kantor, layar.pelaku, unit_id, pimpinan_id=layar.isian.bilangan_atau_kosong("pimpinan_id", "Pimpinan")
    )
    akhir = "dikosongkan" if unit.pimpinan_id is None else "tersimpan"
    return layar.kembali(f"Pimpinan {unit.nama} {akhir}. RHK pimpinan kini menjadi pilihan bawahannya.")


@rute.post("/{unit_id:int}/aktif")
def aktif(layar: Layar, unit_id: int) -> Response:
    unit = actions.aktifkan_unor(layar.kantor, layar.pelaku, unit_id, aktif=layar.isian.centang("aktif"))
    return layar.kembali(f"{unit.nama} kini {'aktif' if unit.aktif else 'tidak aktif'}.")
