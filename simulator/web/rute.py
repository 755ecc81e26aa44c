"""From a request to a handler and back: session, form, permission, errors, all in one place.

Scene: ``rute = Rute(peran=Peran.PENILAI)`` in a page's file; handlers are plain functions of a Layar.
May import: Starlette, simulator.workflow, simulator.web.
Facts: none. A POST that fails keeps what was typed and goes back to its page; one that comes without a session waits as
a draft until its owner has logged in again. Add: nothing about one page.
"""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Message

from simulator.domain.akun import Peran
from simulator.domain.errors import (
    BelumLengkap,
    BimtekError,
    DataTidakSah,
    StatusTidakSesuai,
    TidakBerwenang,
    TidakDitemukan,
)
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import draf
from simulator.web import sesi as ses
from simulator.web.alamat_kita import dengan_lanjut
from simulator.web.bingkai import Bingkai
from simulator.web.bingkai import baca as baca_bingkai
from simulator.web.formulir import Formulir
from simulator.web.gangguan import akses
from simulator.web.layar import Layar
from simulator.workflow.seen import SudahBerubah, berdasarkan

Penangan = Callable[..., Response]
log = logging.getLogger("bimtek.web")
BANYAK_ISIAN, BESAR_ISIAN = 400, 64 * 1024
#: A whole form with its file: well above what the drive takes, so that a file just too large is refused in words.
BESAR_KIRIMAN = 8 * 1024 * 1024
_STATUS = (
    (TidakBerwenang, 403),
    (TidakDitemukan, 404),
    (StatusTidakSesuai, 409),
    (BelumLengkap, 409),
    (DataTidakSah, 400),
)


#: Nobody did anything wrong: where the office is kept, something is amiss (simulator.store.refusals).
_TERGANGGU = frozenset(
    ("disk-bermasalah", "berkas-hanya-baca", "berkas-tidak-terbuka", "berkas-hilang", "server-tidak-terhubung")
)


class _Nomor(IntegerConvertor):
    """Numbers in addresses are at most as long as a database holds: Python refuses to read endless ones at all."""

    regex = "[0-9]{1,18}"


register_url_convertor("int", _Nomor())


def status_galat(error: BimtekError) -> int:
    """The HTTP status of an error meant for people."""
    if error.kode in _TERGANGGU:
        return 503
    return next((status for kelas, status in _STATUS if isinstance(error, kelas)), 400)


class Rute:
    """The pages of one file."""

    def __init__(self, awal: str = "", *, peran: Peran = Peran.PEGAWAI, terbuka: bool = False) -> None:
        self.awal = awal
        self.peran = peran
        self.terbuka = terbuka
        self.daftar: list[Route] = []

    def get(self, alamat: str) -> Callable[[Penangan], Penangan]:
        """A page to look at."""
        return self._pasang(alamat, "GET")

    def post(self, alamat: str) -> Callable[[Penangan], Penangan]:
        """A form that is sent."""
        return self._pasang(alamat, "POST")

    def _pasang(self, alamat: str, cara: str) -> Callable[[Penangan], Penangan]:
        def hias(penangan: Penangan) -> Penangan:
            async def titik(request: Request) -> Response:
                isian = await _baca_formulir(request) if cara == "POST" else {}
                return await run_in_threadpool(_jalankan, self, penangan, request, isian)

            self.daftar.append(Route(self.awal + alamat, titik, methods=[cara], name=f"{cara} {self.awal}{alamat}"))
            return penangan

        return hias


async def _baca_formulir(request: Request) -> dict[str, Any]:
    """Fields as texts; files as they are. Raises: HTTPException 413 — more than a form of ours can hold."""
    diterima = 0

    async def terima() -> Message:
        nonlocal diterima
        pesan = await request.receive()
        diterima += len(pesan.get("body", b""))
        if diterima > BESAR_KIRIMAN:
            raise HTTPException(413)
        return pesan

    # Starlette limits the texts of a form but not its files, which would otherwise fill the disk.
    isi = await Request(request.scope, terima).form(max_files=1, max_fields=BANYAK_ISIAN, max_part_size=BESAR_ISIAN)
    return dict(isi.items())


def _jalankan(rute: Rute, penangan: Penangan, request: Request, isian: dict[str, Any]) -> Response:
    """One request, in a thread of its own."""
    keadaan = request.app.state
    sesi, kuki_baru, bingkai = _sesi(request)
    layar = Layar(request, keadaan.kantor, keadaan.data, keadaan.atur, sesi, rute.peran, bingkai)
    layar.isian = Formulir({k: v for k, v in isian.items() if isinstance(v, str)})
    layar.berkas = next((v for v in isian.values() if isinstance(v, UploadFile)), None)
    if not rute.terbuka and (sesi.lewat or sesi.tahap is not ses.Tahap.MASUK):
        jawab = _minta_masuk(layar)
    elif not rute.terbuka and (padat := akses.padat(layar)) is not None:
        jawab = padat
    elif request.method == "POST":
        jawab = _kirim(layar, penangan, request)
    else:
        jawab = _buka(layar, penangan, request)
    if kuki_baru or layar.sesi is not sesi:
        jawab.set_cookie(
            ses.nama_kuki_di(request),
            layar.sesi.token,
            httponly=True,
            samesite="lax",
            secure=keadaan.atur.aman or _lewat_https(request),
            path=layar.awalan or "/",
        )
    return jawab


def _lewat_https(request: Request) -> bool:
    """Did the browser come to a trusted proxy over HTTPS? Then its cookie goes nowhere else."""
    kepala = request.headers.get("x-forwarded-proto", "")
    return bool(request.app.state.atur.percaya_awalan) and kepala.partition(",")[0].strip() == "https"


def _sesi(request: Request) -> tuple[ses.Sesi, bool, Bingkai]:
    """Whose request this is, whether the browser is new here, and what else was read with it."""
    data = request.app.state.data
    with data.lihat() as connection:
        bingkai = baca_bingkai(connection, request.cookies.get(ses.nama_kuki_di(request)))
    sesi = bingkai.sesi
    if sesi is None:
        with data.ubah() as connection:
            return ses.mulai(connection), True, bingkai
    if not sesi.lewat and abs(time.time() - sesi.dipakai) > ses.CATAT_TIAP:
        try:
            with data.ubah() as connection:
                ses.sentuh(connection, sesi)
        except BimtekError as error:
            # A full disk keeps nobody from reading; whoever writes is told.
            log.warning("pemakaian sesi tidak tercatat: %s", error.pesan)
    return sesi, False, bingkai


def _minta_masuk(layar: Layar) -> Response:
    """Ask to log in; a form that was on its way waits for its owner."""
    sini = layar.request.url.path.removeprefix(layar.awalan)
    lanjut = sini if layar.request.method == "GET" else layar.asal
    if layar.request.method == "POST" and (siapa := _pemilik_formulir(layar)) is not None:
        with layar.data.ubah() as connection:
            draf.simpan(
                connection, siapa, sini, layar.isian.asli,
                "Sesi Anda berakhir sebelum ini tersimpan. Isinya ada di sini; simpan lagi.", "sesi-berakhir",
            )  # fmt: skip
    if layar.sesi.lewat:
        with layar.data.ubah() as connection:
            ses.akhiri(connection, layar.sesi.token)
            layar.sesi = ses.mulai(connection)
        layar.pesan(
            "Sesi Anda berakhir karena lama tidak dipakai. Masuk lagi; yang sudah Anda ketik tidak hilang.", "info"
        )
    return RedirectResponse(layar.u(dengan_lanjut("/masuk", lanjut)), status_code=303)


def _pemilik_formulir(layar: Layar) -> int | None:
    """Whose form was sent: only a whole login keeps forms, for a password alone proves too little."""
    if layar.sesi.tahap is ses.Tahap.MASUK:
        return layar.sesi.pegawai_id
    with layar.data.lihat() as connection:
        return ses.pemilik(connection, layar.isian.asli.get("csrf", ""))


def _buka(layar: Layar, penangan: Penangan, request: Request) -> Response:
    try:
        layar.pembuka  # noqa: B018 - read before the page reads anything, so that nothing newer counts as seen
        return penangan(layar, **request.path_params)
    except BimtekError as error:
        return layar.tampil("galat.html", status=status_galat(error), galat=error)
    except OperationalError as error:
        return _tak_terduga(layar, error)
    except Exception as error:  # noqa: BLE001 - the single place: what nobody foresaw is logged and told in words
        return _tak_terduga(layar, error)


def _kirim(layar: Layar, penangan: Penangan, request: Request) -> Response:
    sini = request.url.path.removeprefix(layar.awalan)
    csrf = layar.isian.asli.get("csrf", "")
    if not secrets.compare_digest(ses.buka_samaran(csrf).encode(), layar.sesi.csrf.encode()):
        with layar.data.lihat() as connection:
            pemilik = ses.pemilik(connection, csrf)
        if pemilik is not None and layar.masuk and pemilik != layar.sesi.pegawai_id:
            return _simpan_untuk(layar, sini, pemilik)
        return _simpan_dulu(
            layar, sini,
            DataTidakSah("Formulir ini sudah kedaluwarsa. Isinya ada di sini; periksa, lalu simpan lagi.", kode="csrf"),
        )  # fmt: skip
    sejak = layar.isian.asli.get("sejak", "")
    try:
        with berdasarkan(int(sejak) if sejak.isascii() and sejak.isdigit() and len(sejak) < 18 else None):
            jawab = penangan(layar, **request.path_params)
    except BimtekError as error:
        return _simpan_dulu(layar, sini, error)
    except Exception as error:  # noqa: BLE001 - the single place: what nobody foresaw is logged and told in words
        return _tak_terduga(layar, error)
    if layar.sesi.pegawai_id is not None and sini in layar.tertahan:
        with layar.data.ubah() as connection:
            draf.buang(connection, layar.sesi.pegawai_id, sini)
    return jawab


def _simpan_dulu(layar: Layar, sini: str, error: BimtekError) -> Response:
    """Nothing was saved: keep the form, say why, and go back to it."""
    if layar.sesi.pegawai_id is None or layar.sesi.tahap is not ses.Tahap.MASUK:
        return layar.tampil("galat.html", status=status_galat(error), galat=error)
    pesan, isian = error.pesan, layar.isian.asli
    if isinstance(error, SudahBerubah):
        baru = [f"{nama.replace('_', ' ')}: “{isi}”" for nama, isi in error.isi_mereka.items() if _terbaca(isi)]
        pesan += f" Isi yang baru: {'; '.join(baru)}." if baru else ""
        # From here on the sender knows what stands there; any other kept form still counts as written on its old page.
        isian = isian | {"sejak": str(error.nomor)}
    try:
        with layar.data.ubah() as connection:
            draf.simpan(connection, layar.sesi.pegawai_id, sini, isian, pesan, error.kode)
    except BimtekError as sebab:
        # On a full disk a form is not kept either; what was typed is still in the browser, one page back.
        log.error("isian %s tidak dapat disimpan sementara: %s", sini, sebab.pesan)
        sampai = "Ketikan Anda masih ada di peramban: tekan tombol Kembali, jangan tutup halamannya."
        galat = BimtekError(" ".join(dict.fromkeys((pesan, sebab.pesan, sampai))), kode=error.kode)
        return layar.tampil("galat.html", status=503, galat=galat)
    layar.pesan(pesan, "galat", kode=error.kode)
    return RedirectResponse(layar.u(layar.asal), status_code=303)


def _simpan_untuk(layar: Layar, sini: str, pemilik: int) -> Response:
    """A form of the persona played before, sent from a tab that was left open: it waits for its owner."""
    with layar.lihat() as connection:
        orang = repository.find_one(connection, Pegawai, pegawai_id=pemilik)
    pesan = "Formulir ini dibuka sebelum pemeran diganti. Isinya ada di sini; periksa, lalu simpan lagi."
    with layar.data.ubah() as connection:
        draf.simpan(connection, pemilik, sini, layar.isian.asli, pesan, "ganti-pemeran")
    nama = orang.nama if orang is not None else "orang lain"
    layar.pesan(
        f"Formulir itu dibuka sebagai {nama}, sedangkan di peramban ini sekarang {layar.saya.nama}. Tidak ada yang "
        f"tersimpan; ketikannya menunggu {nama}. Ganti pemeran kembali, lalu simpan lagi.",
        "galat", kode="ganti-pemeran",
    )  # fmt: skip
    return RedirectResponse(layar.u("/skp"), status_code=303)


def _terbaca(isi: object) -> bool:
    return isinstance(isi, str) and bool(isi)


def _tak_terduga(layar: Layar, error: Exception) -> Response:
    nomor = secrets.token_hex(4)
    log.error("galat %s pada %s %s", nomor, layar.request.method, layar.request.url.path, exc_info=error)
    umum = BimtekError(
        "Halaman ini gagal karena hal yang tidak terduga. Yang sudah tersimpan tidak berubah. Ulangi sekali lagi; bila "
        f"tetap terjadi, sampaikan kode {nomor} kepada instruktur.",
        kode="galat-tak-terduga",
    )
    if layar.request.method == "POST" and layar.sesi.pegawai_id is not None and layar.sesi.tahap is ses.Tahap.MASUK:
        sini = layar.request.url.path.removeprefix(layar.awalan)
        with layar.data.ubah() as connection:
            draf.simpan(connection, layar.sesi.pegawai_id, sini, layar.isian.asli, umum.pesan, umum.kode)
    return layar.tampil("galat.html", status=500, galat=umum)


async def galat_http(request: Request, error: Exception) -> Response:
    """Addresses that do not exist, methods that are not allowed, bodies that are too large."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    kalimat = {
        400: "Kiriman ini tidak terbaca utuh, jadi tidak ada yang berubah. Tekan tombol Kembali di peramban; bila satu "
        "isiannya lebih panjang dari 60.000 huruf, ringkas dahulu, lalu kirim lagi.",
        404: "Alamat ini tidak ada. Pilih halaman dari menu.",
        405: "Alamat ini tidak dapat dibuka dengan cara itu. Pilih halaman dari menu.",
        413: "Kiriman ini terlalu besar, jadi tidak diterima dan tidak ada yang berubah. Tekan tombol Kembali di "
        "peramban, lalu pilih berkas yang lebih kecil; untuk Impor Draft paling besar 2 MB.",
    }.get(status, "Permintaan ini tidak dapat dibaca. Muat ulang halaman, lalu ulangi.")
    return await run_in_threadpool(_galat_http, request, status, BimtekError(kalimat, kode=f"http-{status}"))


async def ditinggalkan(request: Request, error: Exception) -> Response:
    """Whoever sent something left before it had come: nothing was done, nobody reads an answer, nothing is amiss."""
    return Response(status_code=400)


def _galat_http(request: Request, status: int, galat: BimtekError) -> Response:
    keadaan = request.app.state
    sesi, _, bingkai = _sesi(request)
    layar = Layar(request, keadaan.kantor, keadaan.data, keadaan.atur, sesi, Peran.PEGAWAI, bingkai)
    return layar.tampil("galat.html", status=status, galat=galat)
