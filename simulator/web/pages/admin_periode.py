"""Manajemen Periode: the calendar, its closing days and their extensions.

Scene: Menu Administrator. May import: simulator.web, workflow.
Facts: fields and their order (CONFIRMED, ekinerja-app §2.11); *Jenis Periode* NULL is an ordinary period, *Final* the
yearly one (CONFIRMED); Perpanjang with a reason and Kunci are label simulasi. Add: another thing done with a period.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.periode import TipePeriodik
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.calendar import kalender
from simulator.workflow.reading_rights import wajib_admin

rute = Rute("/admin/periode", peran=Peran.ADMIN)


@rute.get("")
def daftar(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    return layar.tampil("admin_periode.html", daftar=kalender(layar.kantor), tipe=list(TipePeriodik))


@rute.post("/tambah")
def tambah(layar: Layar) -> Response:
    isian = layar.isian
    periode = actions.tambah_periode(
        layar.kantor, layar.pelaku, nama=isian.teks("nama"), tahun=isian.bilangan("tahun", "Tahun"),
        tipe=isian.pilihan("tipe", TipePeriodik, "Tipe Periodik"), angka=isian.bilangan("angka", "Angka Periodik"),
        periode_awal=isian.tanggal("periode_awal", "Periode Awal"),
        periode_akhir=isian.tanggal("periode_akhir", "Periode Akhir"),
        batas_pengisian=isian.tanggal("batas_pengisian", "Batas Pengisian"),
    )  # fmt: skip
    return layar.kembali(f"{periode.nama} ditambahkan. Pegawai dapat mengisinya sejak hari pertamanya.")


@rute.post("/{periode_id:int}/ubah")
def ubah(layar: Layar, periode_id: int) -> Response:
    isian = layar.isian
    periode = actions.ubah_periode_penilaian(
        layar.kantor, layar.pelaku, periode_id, nama=isian.teks("nama"),
        periode_awal=isian.tanggal("periode_awal", "Periode Awal"),
        periode_akhir=isian.tanggal("periode_akhir", "Periode Akhir"),
        batas_pengisian=isian.tanggal("batas_pengisian", "Batas Pengisian"),
    )  # fmt: skip
    return layar.kembali(f"{periode.nama} tersimpan.")


@rute.post("/{periode_id:int}/perpanjang")
def perpanjang(layar: Layar, periode_id: int) -> Response:
    isian = layar.isian
    periode = actions.perpanjang_periode(
        layar.kantor, layar.pelaku, periode_id, batas_baru=isian.tanggal("batas_baru", "Batas Pengisian baru"),
        alasan=isian.teks("alasan"),
    )  # fmt: skip
    return layar.kembali(
        f"Batas pengisian {periode.nama} menjadi {periode.batas_pengisian:%d-%m-%Y}; alasannya tercatat dan yang "
        "terkunci terbuka lagi, kecuali yang sudah diajukan keberatan."
    )


@rute.post("/{periode_id:int}/kunci")
def kunci(layar: Layar, periode_id: int) -> Response:
    banyak = actions.kunci_periode(layar.kantor, layar.pelaku, periode_id)
    return layar.kembali(f"Periode dikunci: {banyak} hasil penilaian baru saja terkunci.")


@rute.post("/{periode_id:int}/hapus")
def hapus(layar: Layar, periode_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_periode(layar.kantor, layar.pelaku, periode_id))
