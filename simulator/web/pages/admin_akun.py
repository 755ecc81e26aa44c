"""Layanan Akun: the recovery e-mail of an account, and data that do not agree with SIASN.

Scene: Menu Administrator; in the real world a service of BKD/BKPSDM beside e-Kinerja. May import: simulator.web,
workflow. Facts: the admin registers a new e-mail (CONFIRMED, F04), data correction through the admin (UNCERTAIN, F07);
the form is label simulasi. Passwords are never seen or set here. Add: another field of an account.
"""

from __future__ import annotations

import re

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah, TidakBerwenang, TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.gangguan import akses, catat, surel
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow.reading_rights import wajib_admin

rute = Rute("/admin/akun", peran=Peran.ADMIN)
_SUREL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")


def _wajib(layar: Layar) -> None:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian akun hanya diurus instruktur.", kode="akun-dalam-ujian")


def _orang(layar: Layar, nip: str) -> Pegawai:
    with layar.lihat() as connection:
        found = repository.find_one(connection, Pegawai, nip=nip.replace(" ", "")[:30])
    if found is None:
        raise TidakDitemukan(
            f"Tidak ada pegawai dengan NIP “{nip[:30]}”. Salin 18 angkanya dari Manajemen Pegawai.",
            kode="nip-tidak-ditemukan",
        )
    return found


@rute.get("")
def halaman(layar: Layar) -> Response:
    _wajib(layar)
    nip = layar.request.query_params.get("nip", "")[:30].strip()
    with layar.lihat() as connection:
        pegawai = repository.find_one(connection, Pegawai, nip=nip) if nip else None
    alamat, selaras = None, True
    if pegawai is not None:
        with layar.data.lihat() as web:
            alamat = surel.baca(web, pegawai)
            selaras = catat.milik(web, "F07", pegawai.pegawai_id) is None
    return layar.tampil("admin_akun.html", nip=nip, pegawai=pegawai, surel=alamat, selaras=selaras)


@rute.post("/surel")
def daftar_surel(layar: Layar) -> Response:
    _wajib(layar)
    pegawai = _orang(layar, layar.isian.teks("nip", "NIP", wajib=True))
    alamat = layar.isian.teks("surel", "Surel pemulihan baru", wajib=True)
    if len(alamat) > 120 or _SUREL.fullmatch(alamat) is None:
        raise DataTidakSah("Surel itu tidak lengkap, misalnya nama@surel.invalid.", kode="surel-tidak-sah")
    with layar.data.ubah() as connection:
        lama = surel.baca(connection, pegawai)
        if not lama.dikuasai and alamat.lower() == lama.alamat.lower():
            raise DataTidakSah(
                "Itu surel lama yang sudah tidak dikuasai pemiliknya. Daftarkan surel lain.", kode="surel-lama"
            )
        surel.simpan(connection, pegawai, alamat, dikuasai=True)
    akses.beres(layar.data, "F04", pegawai.pegawai_id, layar.saya.nama, "Daftarkan surel baru", layar.hari.isoformat())
    return layar.pergi(
        f"/admin/akun?nip={pegawai.nip}",
        f"Surel pemulihan {pegawai.nama} didaftarkan. Minta ia mengatur ulang kata sandinya lewat MyASN.",
    )


@rute.post("/selaraskan")
def selaraskan(layar: Layar) -> Response:
    _wajib(layar)
    pegawai = _orang(layar, layar.isian.teks("nip", "NIP", wajib=True))
    akses.beres(
        layar.data, "F07", pegawai.pegawai_id, layar.saya.nama, "Selaraskan NIK dengan SIASN", layar.hari.isoformat()
    )
    return layar.pergi(f"/admin/akun?nip={pegawai.nip}", f"Data {pegawai.nama} sekarang selaras dengan SIASN.")
