"""Login: NIP and password, with a wait after too many failures.

Scene: the first page; leads on to otp.py. May import: simulator.web, workflow.
Facts: NIP as user name, password, then OTP (CONFIRMED, ekinerja-app §1.1); the wait is label simulasi.
Add: nothing; another step of the login is a Tahap with its own page.
"""

from __future__ import annotations

import time

from sqlalchemy import Connection, delete, func, insert, select
from starlette.responses import Response

from simulator.domain.akun import Akun
from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import sandi
from simulator.web import sesi as ses
from simulator.web.data import percobaan
from simulator.web.layar import Layar
from simulator.web.rute import Rute

rute = Rute(terbuka=True)
GAGAL_TERBANYAK, JENDELA = 5, 15 * 60.0
SALAH = "NIP atau kata sandi salah. Periksa 18 angka NIP dan huruf besar-kecil kata sandi."
CONTOH_PEMERAN = 24


@rute.get("/")
def awal(layar: Layar) -> Response:
    return layar.pergi("/portal" if layar.sesi.tahap is ses.Tahap.MASUK and not layar.sesi.lewat else "/masuk")


@rute.get("/masuk")
def halaman(layar: Layar) -> Response:
    lanjut = layar.request.query_params.get("lanjut", "")
    return layar.tampil("masuk.html", lanjut=lanjut, galat="", nip="", pemeran=_pemeran(layar))


@rute.post("/masuk")
def kirim(layar: Layar) -> Response:
    """Check NIP and password; every failure of this NIP or this address counts for a while."""
    nip, kata = layar.isian.teks("nip").replace(" ", ""), layar.isian.asli.get("sandi", "")
    alamat = layar.request.client.host if layar.request.client else "?"
    kunci = (f"nip:{nip[:30]}", f"ip:{alamat}")
    try:
        with layar.data.ubah() as connection:
            _wajib_boleh_mencoba(connection, kunci)
        akun, pegawai = _akun(layar, nip)
        with layar.data.ubah() as connection:
            kredensial = None if akun is None else sandi.baca(connection, akun.pegawai_id, akun.nip)
        if not sandi.cocok(None if kredensial is None else kredensial["sidik_sandi"], kata) or kredensial is None:
            with layar.data.ubah() as connection:
                for satu in kunci:
                    connection.execute(insert(percobaan).values(kunci=satu, waktu=time.time()))
            raise DataTidakSah(SALAH, kode="masuk-salah")
        if pegawai is None or not pegawai.aktif:
            raise TidakBerwenang("Akun ini tidak aktif. Hubungi admin instansi.", kode="akun-tidak-aktif")
    except (DataTidakSah, TidakBerwenang) as error:
        return layar.tampil(
            "masuk.html", status=400, lanjut=layar.isian.teks("lanjut"), galat=error.pesan, nip=nip[:30],
            pemeran=_pemeran(layar),
        )  # fmt: skip
    tahap = ses.Tahap.OTP if kredensial["rahasia_otp"] else ses.Tahap.DAFTAR_OTP
    if kredensial["wajib_ganti"]:
        tahap = ses.Tahap.GANTI_SANDI
    lanjut = layar.isian.teks("lanjut")
    with layar.data.ubah() as connection:
        connection.execute(delete(percobaan).where(percobaan.c.kunci == kunci[0]))
        ses.akhiri(connection, layar.sesi.token)
        layar.sesi = ses.mulai(connection, pegawai.pegawai_id, tahap)
    return layar.pergi(f"/masuk/langkah?lanjut={lanjut}" if lanjut.startswith("/") else "/masuk/langkah")


@rute.post("/keluar")
def keluar(layar: Layar) -> Response:
    with layar.data.ubah() as connection:
        ses.akhiri(connection, layar.sesi.token)
        layar.sesi = ses.mulai(connection)
    return layar.pergi("/masuk", "Anda sudah keluar.")


def _wajib_boleh_mencoba(connection: Connection, kunci: tuple[str, ...]) -> None:
    kini = time.time()
    connection.execute(delete(percobaan).where(percobaan.c.waktu < kini - JENDELA))
    for satu, batas in zip(kunci, (GAGAL_TERBANYAK, GAGAL_TERBANYAK * 20), strict=True):
        query = select(func.count(), func.min(percobaan.c.waktu)).where(percobaan.c.kunci == satu)
        banyak, pertama = connection.execute(query).one()
        if banyak >= batas:
            menit = max(1, round((pertama + JENDELA - kini) / 60))
            raise TidakBerwenang(
                f"Terlalu banyak percobaan masuk yang gagal. Tunggu {menit} menit, lalu coba lagi; bila lupa kata "
                "sandi, minta instruktur mengembalikannya ke kata sandi awal.",
                kode="masuk-ditahan",
            )


def _akun(layar: Layar, nip: str) -> tuple[Akun | None, Pegawai | None]:
    with layar.lihat() as connection:
        akun = repository.find_one(connection, Akun, nip=nip)
        return akun, None if akun is None else repository.find_one(connection, Pegawai, pegawai_id=akun.pegawai_id)


def _pemeran(layar: Layar) -> list[tuple[Pegawai, str]]:
    """Who can be played with one click: the leaders first, then a few of everybody else."""
    if not layar.atur.boleh_ganti_pemeran:
        return []
    from simulator.web.pages.pemeran import daftar_pemeran

    return daftar_pemeran(layar, "", CONTOH_PEMERAN)
