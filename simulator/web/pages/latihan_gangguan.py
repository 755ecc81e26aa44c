"""Gangguan: switching faults of the catalogue on, and the log of those that were mended.

Scene: the instructor in class, a learner in a sandbox; never in an exam. May import: simulator.web, domain, store,
workflow.
Facts: the catalogue with its sources (workflow/gangguan/katalog.tsv); which are on stays behind the instructor's key.
Add: nothing; a fault is a class in workflow/gangguan.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import DataTidakSah, TidakBerwenang, TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import kunci
from simulator.web.gangguan import catat, saklar
from simulator.web.gangguan.periksa import periksa_semua
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.settings import Mode
from simulator.workflow.gangguan.katalog import GRUP, katalog, sumber
from simulator.workflow.units import nama_unit

rute = Rute("/latihan/gangguan")
TERBANYAK = 20


@rute.get("")
def halaman(layar: Layar) -> Response:
    _wajib_latihan(layar)
    periksa_semua(layar)
    terbuka = kunci.terbuka(layar.atur, layar.data, layar.sesi)
    # In a sandbox one plays against oneself: what is on is only shown when asked for.
    tampil = terbuka and (layar.atur.mode is not Mode.PRIBADI or "tampil" in layar.request.query_params)
    with layar.data.lihat() as web:
        daftar, selesai = catat.terpasang(web), catat.selesai(web)
    with layar.lihat() as connection:
        orang = {
            p.pegawai_id: p for p in repository.find(connection, Pegawai, pegawai_id=[d.pegawai_id for d in daftar])
        }
    return layar.tampil(
        "latihan_gangguan.html", terbuka=terbuka, banyak=len(daftar) if terbuka else 0,
        terpasang=daftar if tampil else None, selesai=selesai, orang=orang,
        grup=GRUP, katalog=list(katalog().values()), sumber=sumber(),
        daftar_unit=nama_unit(layar.kantor) if terbuka else [],
        pilihan=[(k, f"{k} {katalog()[k].sebab}") for k in saklar.TERSEDIA], terbanyak=TERBANYAK,
    )  # fmt: skip


@rute.post("/pasang")
def pasang(layar: Layar) -> Response:
    _wajib_terbuka(layar)
    isian = layar.isian
    kode, nip = isian.teks("kode", "Gangguan", wajib=True), isian.teks("nip").replace(" ", "")
    if nip:
        with layar.lihat() as connection:
            pegawai = repository.find_one(connection, Pegawai, nip=nip[:30])
        if pegawai is None:
            raise TidakDitemukan(f"Tidak ada pegawai dengan NIP “{nip[:30]}”.", kode="nip-tidak-ditemukan")
        saklar.pasang(layar, kode, pegawai.pegawai_id)
    else:
        saklar.pasang_terpilih(
            layar, kode, isian.bilangan("benih", "Benih"), isian.bilangan_atau_kosong("unit", "Unit")
        )
    return layar.pergi("/latihan/gangguan", "Gangguan terpasang. Peserta menemuinya di halamannya sendiri.")


@rute.post("/acak")
def acak(layar: Layar) -> Response:
    _wajib_terbuka(layar)
    banyak = layar.isian.bilangan("banyak", "Banyaknya")
    if not 1 <= banyak <= TERBANYAK:
        raise DataTidakSah(f"Banyaknya 1 sampai {TERBANYAK}.", kode="banyak-gangguan")
    grup = layar.isian.teks("grup")
    if grup and grup not in GRUP:
        raise DataTidakSah("Grup itu tidak ada. Pilih dari daftarnya.", kode="pilihan-asing")
    masuk = saklar.pasang_acak(layar, layar.isian.bilangan("benih", "Benih"), banyak, grup)
    return layar.pergi("/latihan/gangguan", f"{masuk} gangguan terpasang secara acak. Selamat mencari.")


@rute.post("/{gangguan_id:int}/cabut")
def cabut(layar: Layar, gangguan_id: int) -> Response:
    _wajib_terbuka(layar)
    banyak = saklar.cabut(layar, gangguan_id)
    return layar.pergi(
        "/latihan/gangguan",
        f"Gangguan dicabut; {banyak} baris kantor dikembalikan. Yang sudah dikerjakan orang di atasnya tetap.",
    )


def _wajib_latihan(layar: Layar) -> None:
    if not layar.atur.boleh_ganti_pemeran:
        raise TidakBerwenang("Dalam ujian gangguan tidak dipasang dan tidak dilihat.", kode="gangguan-dalam-ujian")


def _wajib_terbuka(layar: Layar) -> None:
    _wajib_latihan(layar)
    if not kunci.terbuka(layar.atur, layar.data, layar.sesi):
        raise TidakBerwenang("Buka dahulu dengan kunci instruktur.", kode="kunci-belum-dibuka")
