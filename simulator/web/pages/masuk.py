"""Login: the portal's front page with its button, then NIP and password.

Scene: the first pages; lead on to otp.py; who is let in stands in pintu.py. May import: simulator.web, workflow.
Facts: *Login* on the portal, then NIP as user name, password, *Masuk*, and OTP (CONFIRMED, ekinerja-app §1.1).
Add: nothing; another step of the login is a Tahap with its own page.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.web import pintu
from simulator.web import sesi as ses
from simulator.web.alamat_kita import dengan_lanjut, halaman_kita
from simulator.web.layar import Layar
from simulator.web.pemeran import cari_pemeran
from simulator.web.rute import Rute

rute = Rute(terbuka=True)
CONTOH_PEMERAN = 24


@rute.get("/")
def awal(layar: Layar) -> Response:
    """The front page for strangers; whoever is logged in is past it."""
    if layar.sesi.tahap is ses.Tahap.MASUK and not layar.sesi.lewat:
        return layar.pergi("/portal")
    return layar.tampil("beranda.html")


@rute.get("/masuk")
def halaman(layar: Layar) -> Response:
    lanjut = layar.request.query_params.get("lanjut", "")
    return layar.tampil("masuk.html", lanjut=lanjut, galat="", nip="", pemeran=_pemeran(layar))


@rute.post("/masuk")
def kirim(layar: Layar) -> Response:
    """Check NIP and password; every failure of this NIP from this address counts for a while."""
    nip, kata = layar.isian.teks("nip").replace(" ", ""), layar.isian.asli.get("sandi", "")
    try:
        pegawai, kredensial = pintu.periksa(
            layar.kantor, layar.data, nip, kata, layar.alamat_pengirim, latihan=layar.atur.boleh_ganti_pemeran
        )
    except (DataTidakSah, TidakBerwenang) as error:
        return layar.tampil(
            "masuk.html", status=400, lanjut=layar.isian.teks("lanjut"), galat=error.pesan, nip=nip[:30],
            pemeran=_pemeran(layar),
        )  # fmt: skip
    tahap = ses.Tahap.OTP if kredensial["rahasia_otp"] else ses.Tahap.DAFTAR_OTP
    if kredensial["wajib_ganti"]:
        tahap = ses.Tahap.GANTI_SANDI
    with layar.data.ubah() as connection:
        ses.akhiri(connection, layar.sesi.token)
        layar.sesi = ses.mulai(connection, pegawai.pegawai_id, tahap)
    return layar.pergi(dengan_lanjut("/masuk/langkah", halaman_kita(layar.isian.teks("lanjut"), "")))


@rute.post("/keluar")
def keluar(layar: Layar) -> Response:
    with layar.data.ubah() as connection:
        ses.akhiri(connection, layar.sesi.token)
        layar.sesi = ses.mulai(connection)
    return layar.pergi("/masuk", "Anda sudah keluar.")


def _pemeran(layar: Layar) -> list[tuple[Pegawai, str]]:
    """Who can be played with one click: the leaders first, then a few of everybody else."""
    if not layar.atur.boleh_ganti_pemeran:
        return []
    with layar.lihat() as connection:
        return cari_pemeran(connection, "", CONTOH_PEMERAN)
