"""Teaching: one click becomes somebody else of the office.

Scene: the login page and the top bar, never in an exam. May import: simulator.web, workflow.
Facts: none (label simulasi). Add: nothing.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Akun, Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Jabatan, Pegawai, UnitKerja
from simulator.store import repository
from simulator.web import sesi as ses
from simulator.web.gangguan import akses
from simulator.web.layar import Layar
from simulator.web.rute import Rute

rute = Rute("/pemeran", terbuka=True)
SEKALI_TAMPIL = 60


@rute.get("")
def halaman(layar: Layar) -> Response:
    """Everybody who can be played, with a search."""
    _wajib_boleh(layar)
    cari = layar.request.query_params.get("cari", "")[:60]
    return layar.tampil(
        "pemeran.html", daftar=daftar_pemeran(layar, cari, SEKALI_TAMPIL), cari=cari, batas=SEKALI_TAMPIL
    )


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
    return layar.pergi("/portal", f"Sekarang Anda memerankan {pegawai.nama}.")


def _wajib_boleh(layar: Layar) -> None:
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian setiap orang masuk dengan akunnya sendiri.", kode="pemeran-dalam-ujian")


def daftar_pemeran(layar: Layar, cari: str, batas: int) -> list[tuple[Pegawai, str]]:
    """(person, post and hats), leaders and administrators first, then by name."""
    with layar.lihat() as connection:
        orang = repository.find(connection, Pegawai, aktif=True)
        jabatan = {j.jabatan_id: j.nama for j in repository.find(connection, Jabatan)}
        memimpin = {u.pimpinan_id for u in repository.find(connection, UnitKerja)}
        peran = {a.pegawai_id: a.peran for a in repository.find(connection, Akun)}
    kecil = cari.lower()

    def sebutan(p: Pegawai) -> str:
        topi = [r.label for r in (Peran.ADMIN, Peran.PIMPINAN) if r in peran.get(p.pegawai_id, ())]
        return "; ".join([jabatan.get(p.jabatan_id, ""), *topi])

    semua = [(p, sebutan(p)) for p in orang]
    cocok = [(p, s) for p, s in semua if not kecil or kecil in f"{p.nama} {p.nip} {s}".lower()]
    cocok.sort(key=lambda satu: (satu[0].pegawai_id not in memimpin, ";" not in satu[1], satu[0].nama))
    return cocok[:batas]
