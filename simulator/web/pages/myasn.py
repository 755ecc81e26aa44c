"""MyASN: a forgotten password is reset by a letter to the recovery e-mail.

Scene: from the login page, only where personas may be changed (never in an exam). May import: simulator.web, domain,
store. Facts: a password is reset through MyASN only (CONFIRMED, F03); the mailbox on the screen is label simulasi.
Add: nothing.
"""

from __future__ import annotations

import secrets

from starlette.responses import Response

from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import sandi
from simulator.web.gangguan import akses, surel
from simulator.web.layar import Layar
from simulator.web.rute import Rute

rute = Rute("/masuk", terbuka=True)


def _wajib_latihan(layar: Layar) -> None:
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian kata sandi hanya dikembalikan oleh instruktur.", kode="myasn-dalam-ujian")


def _orang(layar: Layar, nip: str) -> Pegawai:
    with layar.lihat() as connection:
        found = repository.find_one(connection, Pegawai, nip=nip.replace(" ", "")[:30], aktif=True)
    if found is None:
        raise DataTidakSah("NIP itu tidak terdaftar. Periksa 18 angkanya.", kode="nip-tidak-ditemukan")
    return found


@rute.get("/lupa")
def lupa(layar: Layar) -> Response:
    _wajib_latihan(layar)
    return layar.tampil("myasn_lupa.html", terkirim="", nip="", galat="")


@rute.post("/lupa")
def minta(layar: Layar) -> Response:
    """Send the letter; where it goes is shown half hidden."""
    _wajib_latihan(layar)
    nip = layar.isian.teks("nip")
    try:
        pegawai = _orang(layar, nip)
    except DataTidakSah as error:
        return layar.tampil("myasn_lupa.html", status=400, terkirim="", nip=nip[:30], galat=error.pesan)
    with layar.data.ubah() as connection:
        surel.kirim(connection, pegawai)
        alamat = surel.baca(connection, pegawai).tersamar
    return layar.tampil("myasn_lupa.html", terkirim=alamat, nip=pegawai.nip, galat="")


@rute.get("/surat")
def kotak(layar: Layar) -> Response:
    """The mailbox of the recovery address, for those who can still open it."""
    _wajib_latihan(layar)
    pegawai = _orang(layar, layar.request.query_params.get("nip", ""))
    with layar.data.lihat() as connection:
        alamat, rahasia = surel.baca(connection, pegawai), surel.surat(connection, pegawai)
    return layar.tampil(
        "myasn_surat.html", pegawai=pegawai, alamat=alamat, rahasia=rahasia if alamat.dikuasai else None
    )


@rute.get("/atur-ulang")
def formulir(layar: Layar) -> Response:
    _wajib_latihan(layar)
    cari = layar.request.query_params
    pegawai = _berhak(layar, cari.get("nip", ""), cari.get("rahasia", ""))
    return _gambar(layar, pegawai, cari.get("rahasia", ""))


@rute.post("/atur-ulang")
def ganti(layar: Layar) -> Response:
    _wajib_latihan(layar)
    rahasia = layar.isian.asli.get("rahasia", "")
    pegawai = _berhak(layar, layar.isian.teks("nip"), rahasia)
    baru = layar.isian.asli.get("sandi_baru", "")
    try:
        if baru != layar.isian.asli.get("sandi_ulang", ""):
            raise DataTidakSah("Kedua isian kata sandi baru tidak sama. Ketik sekali lagi.", kode="sandi-tidak-sama")
        with layar.data.ubah() as connection:
            sandi.baca(connection, pegawai.pegawai_id, pegawai.nip)
            sandi.ganti(connection, pegawai.pegawai_id, pegawai.nip, baru)
            surel.buang_surat(connection, pegawai)
    except DataTidakSah as error:
        return _gambar(layar, pegawai, rahasia, error.pesan)
    akses.beres(layar.data, "F03", pegawai.pegawai_id, pegawai.nama, "Atur ulang lewat MyASN", layar.hari.isoformat())
    return layar.pergi("/masuk", "Kata sandi diatur ulang. Masuk dengan kata sandi yang baru.")


def _gambar(layar: Layar, pegawai: Pegawai, rahasia: str, galat: str = "") -> Response:
    return layar.tampil(
        "myasn_atur_ulang.html", status=400 if galat else 200, pegawai=pegawai, rahasia=rahasia, galat=galat,
        terpendek=sandi.TERPENDEK,
    )  # fmt: skip


def _berhak(layar: Layar, nip: str, rahasia: str) -> Pegawai:
    """Whose letter this is. Raises: DataTidakSah — no letter, an old one, or somebody else's."""
    pegawai = _orang(layar, nip)
    with layar.data.lihat() as connection:
        benar, alamat = surel.surat(connection, pegawai), surel.baca(connection, pegawai)
    if benar is None or not alamat.dikuasai or not secrets.compare_digest(benar.encode(), rahasia.encode()):
        raise DataTidakSah("Tautan atur ulang ini tidak berlaku lagi. Minta tautan baru di MyASN.", kode="tautan-lewat")
    return pegawai
