"""Manajemen Pegawai: finding one of many people, and setting their post and superior.

Scene: Menu Administrator. May import: simulator.web, workflow.
Facts: set a person's unor, post and superior (CONFIRMED, ekinerja-app §1.5); the admin facilitates and never fills in
(SINGLE, §5.3, fault F51). Add: another field of a person.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import kunci, nomor_halaman, pilihan_unit, teks_cari
from simulator.workflow import actions
from simulator.workflow.people import halaman_pegawai, kartu_pegawai
from simulator.workflow.reading_rights import wajib_admin, wajib_menjelaskan_batas_admin
from simulator.workflow.units import nama_unit

rute = Rute("/admin/pegawai", peran=Peran.ADMIN)


@rute.get("")
def daftar(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    cari, unit_id = teks_cari(layar), kunci(layar, "unit")
    saring = {"cari": cari} | ({"unit": unit_id} if unit_id else {})
    return layar.tampil(
        "admin_pegawai.html", h=halaman_pegawai(layar.kantor, cari, unit_id, nomor_halaman(layar)), saring=saring,
        cari=cari, pu=pilihan_unit(layar, nama_unit(layar.kantor), unit_id),
    )  # fmt: skip


@rute.get("/{pegawai_id:int}")
def satu(layar: Layar, pegawai_id: int) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    cari = teks_cari(layar)
    return layar.tampil("admin_pegawai_satu.html", kartu=kartu_pegawai(layar.kantor, pegawai_id, cari), cari=cari)


@rute.get("/{pegawai_id:int}/isikan")
def isikan(layar: Layar, pegawai_id: int) -> Response:
    """The button an admin looks for under pressure; the answer says why it does nothing and what helps instead."""
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    wajib_menjelaskan_batas_admin()
    raise AssertionError(pegawai_id)


@rute.post("/{pegawai_id:int}/ubah")
def ubah(layar: Layar, pegawai_id: int) -> Response:
    pegawai = actions.atur_pegawai(
        layar.kantor, layar.pelaku, pegawai_id, jabatan_id=layar.isian.bilangan("jabatan_id", "Jabatan"),
        atasan_id=layar.isian.bilangan_atau_kosong("atasan_id", "Atasan langsung"),
    )  # fmt: skip
    return layar.kembali(
        f"Data {pegawai.nama} tersimpan. Profilnya baru berubah sesudah ia sendiri menekan Sinkronisasi ASN."
    )
