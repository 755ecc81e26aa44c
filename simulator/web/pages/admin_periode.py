"""Manajemen Periode: the calendar, its closing days and their extensions.

Scene: Menu Administrator. May import: simulator.web, workflow.
Facts: fields and their order (CONFIRMED, ekinerja-app §2.11); *Jenis Periode* NULL is an ordinary period, *Final* the
yearly one (CONFIRMED); a blank *Tahun* means every year there and, with real dates, the year of the first day here;
Perpanjang with a reason and Kunci are label simulasi. Add: another thing done with a period.
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
#: The one value of *Jenis Periode* beside none.
FINAL = "final"


@rute.get("")
def daftar(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    tipe = [satu for satu in TipePeriodik if satu is not TipePeriodik.TAHUNAN]
    return layar.tampil("admin_periode.html", daftar=kalender(layar.kantor), tipe=tipe, final=TipePeriodik.TAHUNAN)


@rute.post("/tambah")
def tambah(layar: Layar) -> Response:
    isian = layar.isian
    awal, final = isian.tanggal("periode_awal", "Periode Awal"), isian.teks("jenis") == FINAL
    periode = actions.tambah_periode(
        layar.kantor, layar.pelaku, nama=isian.teks("nama"),
        tahun=isian.bilangan_atau_kosong("tahun", "Tahun") or awal.year,
        tipe=TipePeriodik.TAHUNAN if final else isian.pilihan("tipe", TipePeriodik, "Tipe Periodik"),
        angka=1 if final else isian.bilangan("angka", "Angka Periodik"),
        periode_awal=awal,
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
        tipe=isian.pilihan_atau_kosong("tipe", TipePeriodik, "Tipe Periodik"),
        angka=isian.bilangan_atau_kosong("angka", "Angka Periodik"),
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
