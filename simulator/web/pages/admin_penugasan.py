"""PLT/PLH: registering who acts in a post, and ending it.

Scene: Menu Administrator. May import: simulator.web, workflow.
Facts: registration by the admin; the acting official then ticks *SKP PLT/PLH/PJB* (CONFIRMED, ekinerja-app §1.5, F11).
Add: another field of an appointment.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import TidakDitemukan
from simulator.domain.kepegawaian import StatusPenugasan
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import nomor_halaman, teks_cari
from simulator.workflow import actions
from simulator.workflow.reading_rights import wajib_admin
from simulator.workflow.units import halaman_penugasan, jabatan_untuk_penugasan, pegawai_bernip

rute = Rute("/admin/penugasan", peran=Peran.ADMIN)


@rute.get("")
def daftar(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    cari = teks_cari(layar)
    return layar.tampil(
        "admin_penugasan.html", h=halaman_penugasan(layar.kantor, nomor_halaman(layar)), cari=cari,
        posts=jabatan_untuk_penugasan(layar.kantor, cari), nip=teks_cari(layar, "nip"),
        macam=[StatusPenugasan.PLT, StatusPenugasan.PLH],
    )  # fmt: skip


@rute.post("/tambah")
def tambah(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)  # before anybody learns which NIP exists
    isian = layar.isian
    nip = isian.teks("nip", "NIP", wajib=True)
    pegawai = pegawai_bernip(layar.kantor, nip)
    if pegawai is None:
        raise TidakDitemukan(
            f"Tidak ada pegawai dengan NIP “{nip[:30]}”. Salin 18 angkanya dari Manajemen Pegawai.",
            kode="nip-tidak-ditemukan",
        )
    penugasan = actions.daftarkan_penugasan(
        layar.kantor, layar.pelaku, pegawai_id=pegawai.pegawai_id, jabatan_id=isian.bilangan("jabatan_id", "Jabatan"),
        status=isian.pilihan("status", StatusPenugasan, "PLT atau PLH"), mulai=isian.tanggal("mulai", "Mulai"),
        selesai=isian.tanggal_atau_kosong("selesai", "Selesai"), dasar=isian.teks("dasar"),
    )  # fmt: skip
    return layar.kembali(
        f"{pegawai.nama} terdaftar sebagai {penugasan.status.label}. Minta ia menyusun SKP dengan tanda "
        "“SKP PLT / PLH / PJB”."
    )


@rute.post("/{penugasan_id:int}/akhiri")
def akhiri(layar: Layar, penugasan_id: int) -> Response:
    selesai = layar.isian.tanggal("selesai", "Hari terakhir")
    actions.akhiri_penugasan(layar.kantor, layar.pelaku, penugasan_id, selesai=selesai)
    return layar.kembali(f"Penugasan berakhir pada {selesai:%d-%m-%Y}.")
