"""Teaching: one click becomes somebody else of the office.

Scene: the login page and the top bar, never in an exam. May import: simulator.web, workflow.
Facts: none (label simulasi). Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import sesi as ses
from simulator.web.gangguan import akses
from simulator.web.layar import Layar
from simulator.web.pemeran import cari_pemeran
from simulator.web.rute import Rute

rute = Rute("/pemeran", terbuka=True)
SEKALI_TAMPIL = 60


@rute.get("")
def halaman(layar: Layar) -> Response:
    """Everybody who can be played, with a search."""
    _wajib_boleh(layar)
    cari = layar.request.query_params.get("cari", "")[:60]
    with layar.lihat() as connection:
        daftar = cari_pemeran(connection, cari, SEKALI_TAMPIL)
    return layar.tampil("pemeran.html", daftar=daftar, cari=cari, batas=SEKALI_TAMPIL)


@rute.post("")
def ganti(layar: Layar) -> Response:
    _wajib_boleh(layar)
    pegawai_id = layar.isian.bilangan("pegawai_id", "pegawai")
    with layar.lihat() as connection:
        pegawai = repository.get(connection, Pegawai, pegawai_id)
    if not pegawai.aktif:
        raise TidakBerwenang("Pegawai itu tidak aktif. Pilih pemeran lain.", kode="akun-tidak-aktif")
    tahap = akses.tahap_pemeran(layar.data, pegawai_id)
    with layar.data.ubah() as connection:
        ses.akhiri(connection, layar.sesi.token)
        lewat_sandi = tahap is not ses.Tahap.TAMU
        layar.sesi = ses.mulai(connection, pegawai_id if lewat_sandi else None, tahap or ses.Tahap.MASUK)
    if tahap is ses.Tahap.TAMU:
        return layar.pergi("/masuk", f"{pegawai.nama} harus masuk sendiri, dengan NIP {pegawai.nip} dan kata sandinya.")
    if tahap is not None:
        return layar.pergi("/masuk/langkah")
    return layar.pergi("/skp", f"Sekarang Anda memerankan {pegawai.nama}.")


def _wajib_boleh(layar: Layar) -> None:
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian setiap orang masuk dengan akunnya sendiri.", kode="pemeran-dalam-ujian")
