"""The way in: which office this is, whom one may play; NIP, password and one-time code give a token, so does playing.

Scene: the first requests of a notebook. May import: FastAPI, simulator.web, workflow.
Facts: NIP, password, then OTP (CONFIRMED, ekinerja-app §1.1); that one request brings all three is label simulasi. The
first password is changed, and the authenticator enrolled, in the browser only.
Add: nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.datastructures import State
from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import StatusTidakSesuai, TidakBerwenang
from simulator.domain.kepegawaian import Instansi, Pegawai
from simulator.store import repository
from simulator.web import otp, pintu
from simulator.web import sesi as ses
from simulator.web.api.amplop import Berhasil, jawab
from simulator.web.api.galat import INDUK, aman
from simulator.web.api.isian import Bilangan, Isian, Teks
from simulator.web.api.orang import Pengirim
from simulator.web.gangguan import akses
from simulator.web.pemeran import cari_pemeran
from simulator.web.settings import Mode
from simulator.workflow.viewing import peran_tambahan

rute = APIRouter(tags=["masuk"])
PEMERAN_MAKS = 60


class IsianMasuk(Isian):
    """The three things ASN Digital asks for."""

    nip: Annotated[Teks, Field(max_length=30, description="18 angka")]
    sandi: Annotated[Teks, Field(max_length=200)]
    otp: Annotated[Teks, Field(max_length=20, description="enam angka dari aplikasi autentikator")]


class IsianPemeran(Isian):
    """Whom to play; nothing at all: the head of the region, who assesses the head of the institution."""

    pegawai_id: Bilangan | None


class Ruang(BaseModel):
    """What stands above the login: nothing here says how the office was made."""

    nama: str
    hari: date
    latihan: bool = Field(description="true: boleh memerankan siapa pun; false: ujian, masuk dengan akun sendiri")
    boleh_majukan_hari: bool = Field(description="siapa pun boleh: kantor sendiri")
    hari_dengan_kunci: bool = Field(description="hanya pemegang kunci instruktur: kelas")


class Pemeran(BaseModel):
    """Somebody who may be played."""

    pegawai_id: int
    nip: str
    nama: str
    sebutan: str = Field(description="jabatan dan peran tambahan")


class TandaMasuk(BaseModel):
    """A token and whose it is."""

    tanda: str
    pegawai_id: int | None
    nama: str


class Saya(BaseModel):
    """Who a token belongs to."""

    pegawai_id: int | None
    nip: str
    nama: str
    peran: list[Peran]


@rute.get("/kantor", response_model=Berhasil[Ruang], response_description="Berhasil", summary="Kantor ini")
def ruang(request: Request) -> Response:
    """Nama instansi, hari simulasi, dan cara masuk; tanpa tanda masuk."""
    return aman(request, lambda: _ruang(request))


def _ruang(request: Request) -> Response:
    keadaan = request.scope[INDUK].state
    with keadaan.kantor.lihat() as connection:
        nama = repository.find(connection, Instansi)[0].nama
        hari = repository.simulated_day(connection)
    atur = keadaan.atur
    isi = Ruang(
        nama=nama, hari=hari, latihan=atur.boleh_ganti_pemeran, boleh_majukan_hari=atur.mode is Mode.PRIBADI,
        hari_dengan_kunci=atur.dengan_kunci,
    )  # fmt: skip
    return jawab(Berhasil[Ruang], isi)


@rute.post("/masuk", response_model=Berhasil[TandaMasuk], response_description="Berhasil", summary="Masuk")
def masuk(request: Request, isian: IsianMasuk) -> Response:
    """NIP, kata sandi, dan kode OTP menjadi satu tanda masuk."""
    return aman(request, lambda: _masuk(request, isian))


def _masuk(request: Request, isian: IsianMasuk) -> Response:
    keadaan = request.scope[INDUK].state
    kantor, data = keadaan.kantor, keadaan.data
    alamat = request.client.host if request.client else "?"
    nip = isian.nip.replace(" ", "")
    pegawai, kredensial = pintu.periksa(
        kantor, data, nip, isian.sandi, alamat, latihan=keadaan.atur.boleh_ganti_pemeran
    )
    if kredensial["wajib_ganti"] or not kredensial["rahasia_otp"]:
        raise StatusTidakSesuai(
            "Akun ini belum siap: masuk dahulu lewat peramban, ganti kata sandi awal, dan daftarkan OTP.",
            kode="akun-belum-siap",
        )
    pintu.coba_otp(data, nip)
    with data.ubah() as connection:
        otp.pakai(connection, kredensial, isian.otp)
        pintu.berhasil_otp(connection, nip)
        sesi = ses.mulai(connection, pegawai.pegawai_id, ses.Tahap.MASUK)
    tanda = TandaMasuk(tanda=sesi.token, pegawai_id=pegawai.pegawai_id, nama=pegawai.nama)
    return jawab(Berhasil[TandaMasuk], tanda)


@rute.get(
    "/pemeran", response_model=Berhasil[list[Pemeran]], response_description="Berhasil",
    summary="Pemeran (hanya latihan)",
)  # fmt: skip
def daftar_pemeran(
    request: Request,
    cari: Annotated[Teks, Query(max_length=60, description="bagian nama, NIP, atau jabatan")] = "",
) -> Response:
    """Mode latihan: siapa yang dapat diperankan, pimpinan dan admin lebih dahulu; paling banyak 60 orang."""
    return aman(request, lambda: _daftar_pemeran(request, cari))


def _daftar_pemeran(request: Request, cari: str) -> Response:
    keadaan = request.scope[INDUK].state
    _wajib_latihan(keadaan)
    with keadaan.kantor.lihat() as connection:
        semua = cari_pemeran(connection, cari.strip(), PEMERAN_MAKS)
    isi = [Pemeran(pegawai_id=p.pegawai_id, nip=p.nip, nama=p.nama, sebutan=sebutan) for p, sebutan in semua]
    return jawab(Berhasil[list[Pemeran]], isi)


def _wajib_latihan(keadaan: State) -> None:
    if not keadaan.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian setiap orang masuk dengan akunnya sendiri.", kode="pemeran-dalam-ujian")


@rute.post(
    "/pemeran", response_model=Berhasil[TandaMasuk], response_description="Berhasil", summary="Perankan (hanya latihan)"
)
def pemeran(request: Request, isian: IsianPemeran) -> Response:
    """Mode latihan: tanda masuk untuk pemeran mana pun, tanpa kata sandi; kosong berarti kepala daerah."""
    return aman(request, lambda: _pemeran(request, isian.pegawai_id))


def _pemeran(request: Request, pegawai_id: int | None) -> Response:
    keadaan = request.scope[INDUK].state
    _wajib_latihan(keadaan)
    nama = "Kepala Daerah"
    if pegawai_id is not None:
        with keadaan.kantor.lihat() as connection:
            pegawai = repository.get(connection, Pegawai, pegawai_id)
        if not pegawai.aktif:
            raise TidakBerwenang("Pegawai itu tidak aktif. Pilih pemeran lain.", kode="akun-tidak-aktif")
        nama = pegawai.nama
        if akses.tahap_pemeran(keadaan.data, pegawai_id) is not None:
            raise TidakBerwenang(
                f"Jalan masuk {nama} sedang terganggu. Masuk lewat peramban, lalu perbaiki di sana.",
                kode="masuk-terganggu",
            )
    with keadaan.data.ubah() as connection:
        tahap = ses.Tahap.KEPALA_DAERAH if pegawai_id is None else ses.Tahap.MASUK
        sesi = ses.mulai(connection, pegawai_id, tahap)
    return jawab(Berhasil[TandaMasuk], TandaMasuk(tanda=sesi.token, pegawai_id=pegawai_id, nama=nama))


@rute.post("/keluar", response_model=Berhasil[None], response_description="Berhasil", summary="Keluar")
def keluar(surat: Pengirim) -> Response:
    """Tanda masuk ini tidak berlaku lagi."""
    return aman(surat.request, lambda: _keluar(surat))


def _keluar(surat: Pengirim) -> Response:
    sesi = surat.sesi()
    with surat.data.ubah() as connection:
        ses.akhiri(connection, sesi.token)
    return jawab(Berhasil[None], None)


@rute.get("/saya", response_model=Berhasil[Saya], response_description="Berhasil", summary="Saya")
def saya(surat: Pengirim) -> Response:
    """Milik siapa tanda masuk ini."""
    return aman(surat.request, lambda: _saya(surat))


def _saya(surat: Pengirim) -> Response:
    pelaku = surat.pelaku()
    if pelaku.pegawai_id is None:
        return jawab(Berhasil[Saya], Saya(pegawai_id=None, nip="", nama="Kepala Daerah", peran=[Peran.PIMPINAN]))
    with surat.kantor.lihat() as connection:
        pegawai = repository.get(connection, Pegawai, pelaku.pegawai_id)
        topi = peran_tambahan(connection, pegawai.pegawai_id)
    peran = [Peran.PEGAWAI, Peran.PENILAI, *(satu for satu in Peran if satu in topi)]
    isi = Saya(pegawai_id=pegawai.pegawai_id, nip=pegawai.nip, nama=pegawai.nama, peran=peran)
    return jawab(Berhasil[Saya], isi)
