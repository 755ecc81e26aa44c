"""Group A: faults of the login, switched on for one account.

Scene: the login pages, MyASN, the account service. May import: SQLAlchemy, simulator.domain, web.
Facts: katalog.tsv, F01–F07; what lies in between (a mailbox on the screen, thirty seconds without a click) is label
simulasi. Nothing of it works in an exam. Add: a code in ``KODE`` with its state and its repair.
"""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Connection, update
from starlette.responses import HTMLResponse, Response

from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.web import otp, sandi
from simulator.web import sesi as ses
from simulator.web.data import DataWeb, kredensial
from simulator.web.gangguan import catat, surel
from simulator.web.layar import JINJA, Layar
from simulator.workflow.gangguan.macam import Terpasang

KODE = ("F01", "F02", "F03", "F04", "F05", "F06", "F07")
#: The sources say five to ten minutes (SINGLE).
TUNGGU_SANDI = 300.0
#: How long nobody may click before a crowded page comes through (label simulasi), and how far the phone's clock is off.
JEDA_PADAT, MELESET = 30.0, 300
TIDAK_SELARAS = (
    "Data kependudukan akun ini tidak selaras dengan SIASN, jadi Anda tidak dapat masuk. Minta admin instansi "
    "memeriksa NIK Anda di Layanan Akun."
)


def pasang(connection: Connection, kode: str, pegawai: Pegawai, hari: str) -> None:
    """Switch one on."""
    akun = sandi.baca(connection, pegawai.pegawai_id, pegawai.nip)
    isi: dict[str, Any] = {}
    if kode == "F01":
        _ubah(connection, akun, geser_jam=MELESET, rahasia_otp=akun["rahasia_otp"] or otp.rahasia_baru())
    elif kode == "F02":
        _ubah(connection, akun, rahasia_otp="", perangkat="")
    elif kode in ("F03", "F04"):
        sandi.acak(connection, pegawai.pegawai_id)
        surel.simpan(connection, pegawai, surel.bawaan(pegawai), dikuasai=kode == "F03")
    elif kode == "F05":
        isi["sampai"] = time.time() + TUNGGU_SANDI
    elif kode == "F06":
        isi = {"terakhir": None, "peramban": ""}
    catat.pasang(connection, kode, pegawai.pegawai_id, Terpasang(isi, (pegawai.pegawai_id,), "/masuk.*"), hari=hari)


def _ubah(connection: Connection, akun: dict[str, Any], **nilai: Any) -> None:
    connection.execute(update(kredensial).where(kredensial.c.pegawai_id == akun["pegawai_id"]).values(**nilai))


def cabut(connection: Connection, satu: catat.Catatan, pegawai: Pegawai) -> None:
    """Take one out again: a forgotten password becomes the first one."""
    akun = sandi.baca(connection, pegawai.pegawai_id, pegawai.nip)
    if satu.kode == "F01":
        _ubah(connection, akun, geser_jam=0)
    elif satu.kode in ("F03", "F04"):
        sandi.ke_awal(connection, pegawai.pegawai_id, pegawai.nip)
        surel.simpan(connection, pegawai, surel.bawaan(pegawai), dikuasai=True)


def beres(data: DataWeb, kode: str, pegawai_id: int, oleh: str, cara: str, hari: str) -> None:
    """The documented way was gone: whoever went it mended the fault, where it was on."""
    with data.ubah() as connection:
        satu = catat.milik(connection, kode, pegawai_id)
        if satu is not None:
            catat.selesaikan(connection, satu, oleh=oleh, cara=cara, hari=hari)


def tahan(data: DataWeb, pegawai: Pegawai, hari: str) -> None:
    """After the right password: what still keeps somebody out.

    Raises: DataTidakSah — a password that was just changed; TidakBerwenang — data that do not agree.
    """
    with data.lihat() as connection:
        baru = catat.milik(connection, "F05", pegawai.pegawai_id)
        selisih = catat.milik(connection, "F07", pegawai.pegawai_id)
    if selisih is not None:
        raise TidakBerwenang(TIDAK_SELARAS, kode="nik-tidak-selaras")
    if baru is None:
        return
    if time.time() < baru.terpasang.isi["sampai"]:
        from simulator.web.pintu import SALAH

        raise DataTidakSah(SALAH, kode="masuk-salah")
    beres(data, "F05", pegawai.pegawai_id, pegawai.nama, "Menunggu, lalu masuk lagi", hari)


def tahap_pemeran(data: DataWeb, pegawai_id: int) -> ses.Tahap | None:
    """One click becomes somebody whose login is disturbed: as far as that login comes; None: all the way."""
    with data.lihat() as connection:
        kode = {satu.kode for satu in catat.terpasang(connection, *KODE) if satu.pegawai_id == pegawai_id}
    if kode & {"F03", "F04", "F05", "F07"}:
        return ses.Tahap.TAMU
    if "F02" in kode:
        return ses.Tahap.DAFTAR_OTP
    return ses.Tahap.OTP if "F01" in kode else None


def padat(layar: Layar) -> Response | None:
    """F06: a page that never comes while one keeps clicking; another browser, or a pause, lets it through."""
    saya = layar.sesi.pegawai_id
    if saya is None or not layar.atur.boleh_ganti_pemeran or layar.request.url.path.startswith("/latihan"):
        return None
    satu = next((c for c in layar.gangguan if (c.kode, c.pegawai_id) == ("F06", saya)), None)
    if satu is None:
        return None
    kini, peramban = time.time(), layar.sesi.csrf
    isi = satu.terpasang.isi
    lama = isi["terakhir"]
    if lama is not None and (kini - lama >= JEDA_PADAT or peramban != isi["peramban"]):
        cara = "Menunggu tanpa mengklik" if peramban == isi["peramban"] else "Masuk lewat peramban lain"
        beres(layar.data, "F06", saya, layar.saya.nama, cara, layar.hari.isoformat())
        return None
    with layar.data.ubah() as connection:
        catat.ganti_isi(connection, satu, {"terakhir": kini, "peramban": peramban})
    return HTMLResponse(JINJA.get_template("memuat.html").render(u=layar.u), status_code=503)
