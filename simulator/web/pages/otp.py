"""After the password: change it, enrol an authenticator, give its six digits.

Scene: between masuk.py and the portal. May import: simulator.web, domain.
Facts: log in with the OTP field empty, then *Aktifkan MFA (OTP)*: a QR, a first code, a device name, *Submit*;
"Invalid Authenticator Code" (CONFIRMED, ekinerja-app §1.1). The authenticator on the screen is label simulasi.
Add: nothing.
"""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import update
from starlette.responses import Response

from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import otp, pintu, sandi
from simulator.web import sesi as ses
from simulator.web.alamat_kita import dengan_lanjut, halaman_kita
from simulator.web.data import kredensial
from simulator.web.gangguan import akses
from simulator.web.layar import Layar
from simulator.web.rute import Rute

rute = Rute("/masuk", terbuka=True)


@rute.get("/langkah")
def langkah(layar: Layar) -> Response:
    """Whatever the login still needs."""
    if layar.sesi.pegawai_id is None or layar.sesi.lewat:
        return layar.pergi("/masuk")
    if layar.sesi.tahap is ses.Tahap.MASUK:
        return layar.pergi(_lanjut(layar))
    return _gambar(layar)


@rute.get("/aktifkan-otp")
def aktifkan(layar: Layar) -> Response:
    """The QR, once the field for the code was left empty."""
    if layar.sesi.tahap is not ses.Tahap.DAFTAR_OTP or layar.sesi.lewat:
        return langkah(layar)
    return _gambar(layar, aktifkan=True)


def _gambar(layar: Layar, galat: str = "", *, aktifkan: bool = False) -> Response:
    pegawai, akun = _orang(layar)
    status = 400 if galat else 200
    isi = {"pegawai": pegawai, "galat": galat, "lanjut": _lanjut(layar, ""), "baru": False}
    if layar.sesi.tahap is ses.Tahap.GANTI_SANDI:
        return layar.tampil("masuk_sandi.html", status=status, terpendek=sandi.TERPENDEK, **isi)
    if layar.sesi.tahap is ses.Tahap.DAFTAR_OTP and not aktifkan:
        return layar.tampil("masuk_otp.html", status=status, kode=None, **isi | {"baru": True})
    if layar.sesi.tahap is ses.Tahap.DAFTAR_OTP:
        rahasia = otp.rahasia_sesi(layar.sesi.token)
        alamat = otp.alamat(rahasia, pegawai.nip)
        return layar.tampil(
            "masuk_daftar_otp.html", status=status, rahasia=rahasia, alamat=alamat, qr=otp.gambar_qr(alamat),
            kode=_layar_otp(layar, rahasia, 0), **isi,
        )  # fmt: skip
    kode = _layar_otp(layar, akun["rahasia_otp"], akun["geser_jam"])
    return layar.tampil("masuk_otp.html", status=status, kode=kode, **isi)


def _layar_otp(layar: Layar, rahasia: str, geser: int) -> tuple[str, int] | None:
    """The authenticator on the screen, for a class without phones."""
    return otp.kode_kini(rahasia, geser) if layar.atur.autentikator_di_layar else None


@rute.post("/sandi")
def ganti_sandi(layar: Layar) -> Response:
    _wajib(layar, ses.Tahap.GANTI_SANDI)
    pegawai, akun = _orang(layar)
    try:
        if layar.isian.asli.get("sandi_baru", "") != layar.isian.asli.get("sandi_ulang", ""):
            raise DataTidakSah("Kedua isian kata sandi baru tidak sama. Ketik sekali lagi.", kode="sandi-tidak-sama")
        with layar.data.ubah() as connection:
            sandi.ganti(connection, pegawai.pegawai_id, pegawai.nip, layar.isian.asli.get("sandi_baru", ""))
    except DataTidakSah as error:
        return _gambar(layar, error.pesan)
    return _maju(layar, ses.Tahap.OTP if akun["rahasia_otp"] else ses.Tahap.DAFTAR_OTP)


@rute.post("/daftar-otp")
def daftar(layar: Layar) -> Response:
    _wajib(layar, ses.Tahap.DAFTAR_OTP)
    pegawai, akun = _orang(layar)
    try:
        rahasia = otp.rahasia_sesi(layar.sesi.token)
        perangkat = layar.isian.teks("perangkat", "Nama perangkat", wajib=True)
        # The form only says which QR was scanned; what counts is the one that this login offers.
        if not secrets.compare_digest(layar.isian.teks("rahasia").encode(), rahasia.encode()):
            raise DataTidakSah("QR ini sudah tidak berlaku. Muat ulang halaman, lalu pindai lagi.", kode="qr-rusak")
        with layar.data.ubah() as connection:
            otp.pakai(connection, akun | {"rahasia_otp": rahasia, "langkah_otp": 0}, layar.isian.teks("kode"))
            connection.execute(
                update(kredensial)
                .where(kredensial.c.pegawai_id == pegawai.pegawai_id)
                .values(rahasia_otp=rahasia, perangkat=perangkat[:80])
            )
    except DataTidakSah as error:
        return _gambar(layar, error.pesan, aktifkan=True)
    _beres(layar, "F02", pegawai, "Aktifkan MFA (OTP)")
    return _masuk(layar)


@rute.post("/otp")
def kode(layar: Layar) -> Response:
    if layar.sesi.tahap is ses.Tahap.DAFTAR_OTP and not layar.sesi.lewat:
        if layar.isian.teks("kode"):
            return _gambar(layar, "Invalid Authenticator Code")
        return layar.pergi(dengan_lanjut("/masuk/aktifkan-otp", _lanjut(layar, "")))
    _wajib(layar, ses.Tahap.OTP)
    pegawai, akun = _orang(layar)
    try:
        pintu.coba_otp(layar.data, pegawai.nip)
        with layar.data.ubah() as connection:
            otp.pakai(connection, akun, layar.isian.teks("kode"))
            pintu.berhasil_otp(connection, pegawai.nip)
    except (DataTidakSah, TidakBerwenang) as error:
        return _gambar(layar, error.pesan)
    _beres(layar, "F01", pegawai, "Kode dari ponsel yang jamnya benar")
    return _masuk(layar)


@rute.post("/jam-otomatis")
def jam_otomatis(layar: Layar) -> Response:
    """The phone's setting: date and time from the network."""
    _wajib(layar, ses.Tahap.OTP)
    pegawai, _ = _orang(layar)
    with layar.data.ubah() as connection:
        connection.execute(update(kredensial).where(kredensial.c.pegawai_id == pegawai.pegawai_id).values(geser_jam=0))
    _beres(layar, "F01", pegawai, "Jam ponsel diatur otomatis")
    return layar.pergi("/masuk/langkah", "Jam ponsel sekarang diatur otomatis. Tunggu kode berikutnya, lalu masuk.")


def _beres(layar: Layar, kode: str, pegawai: Pegawai, cara: str) -> None:
    akses.beres(layar.data, kode, pegawai.pegawai_id, pegawai.nama, cara, layar.hari.isoformat())


def _wajib(layar: Layar, tahap: ses.Tahap) -> None:
    if layar.sesi.tahap is not tahap or layar.sesi.lewat:
        raise DataTidakSah("Langkah masuk ini sudah lewat. Mulai lagi dari halaman masuk.", kode="langkah-masuk-lewat")


def _orang(layar: Layar) -> tuple[Pegawai, dict[str, Any]]:
    assert layar.sesi.pegawai_id is not None  # a session past the password belongs to somebody
    with layar.lihat() as connection:
        pegawai = repository.get(connection, Pegawai, layar.sesi.pegawai_id)
    with layar.data.ubah() as connection:
        return pegawai, sandi.baca(connection, pegawai.pegawai_id, pegawai.nip)


def _lanjut(layar: Layar, bawaan: str = "/portal") -> str:
    ke = layar.isian.asli.get("lanjut") or layar.request.query_params.get("lanjut", "")
    return halaman_kita(ke, bawaan)


def _maju(layar: Layar, tahap: ses.Tahap) -> Response:
    with layar.data.ubah() as connection:
        ses.akhiri(connection, layar.sesi.token)
        layar.sesi = ses.mulai(connection, layar.sesi.pegawai_id, tahap)
    return layar.pergi(dengan_lanjut("/masuk/langkah", _lanjut(layar, "")))


def _masuk(layar: Layar) -> Response:
    with layar.data.ubah() as connection:
        ses.akhiri(connection, layar.sesi.token)
        layar.sesi = ses.mulai(connection, layar.sesi.pegawai_id, ses.Tahap.MASUK)
    return layar.pergi(_lanjut(layar))
