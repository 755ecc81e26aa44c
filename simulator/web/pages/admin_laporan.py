"""Laporan dan Rekap: the sheets an admin exports.

Scene: Menu Administrator. May import: Starlette, simulator.web, workflow.
Facts: Laporan SKP, Laporan Penilaian SKP, Rekap Penilaian with their layouts (CONFIRMED, ekinerja-app §2.12); the
yearly report beside the periodic one is a known mix-up (§4 F45). Add: another report the application exports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import quote

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah
from simulator.web.buku_xlsx import JENIS_ISI, buku
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import kunci, periode_terpilih, pilihan_unit
from simulator.workflow import queries
from simulator.workflow.reading_rights import wajib_admin
from simulator.workflow.report import KOLOM_PENILAIAN, KOLOM_SKP, Laporan, laporan_penilaian, laporan_skp
from simulator.workflow.units import nama_unit

rute = Rute("/admin/laporan", peran=Peran.ADMIN)
KEPALA_REKAP, KEPALA_LAPORAN = 5, 8


@rute.get("")
def halaman(layar: Layar) -> Response:
    _wajib(layar)
    periods = queries.daftar_periode(layar.kantor)
    return layar.tampil(
        "admin_laporan.html", daftar_periode=periods, pu=pilihan_unit(layar, nama_unit(layar.kantor)),
        terpilih=periode_terpilih(layar, periods), daftar_tahun=sorted({satu.tahun for satu in periods}, reverse=True),
        kolom_rekap=queries.KOLOM_REKAP, kolom_skp=KOLOM_SKP, kolom_penilaian=KOLOM_PENILAIAN,
    )  # fmt: skip


@rute.get("/rekap-penilaian.xlsx")
def rekap(layar: Layar) -> Response:
    _wajib(layar)
    periode_id, unit_id = _periode(layar), kunci(layar, "unit")
    baris = queries.halaman_rekap(layar.kantor, periode_id, unit_id)
    return _unduh("Rekap Penilaian", baris, KEPALA_REKAP, str(baris[2][0]).split(" (")[0], layar.hari)


@rute.get("/laporan-skp.xlsx")
def skp(layar: Layar) -> Response:
    _wajib(layar)
    tahun = kunci(layar, "tahun")
    if tahun is None:
        raise DataTidakSah("Pilih tahunnya dahulu, lalu unduh lagi.", kode="tahun-kosong")
    return _laporan(laporan_skp(layar.kantor, tahun, kunci(layar, "unit")), str(tahun), layar.hari)


@rute.get("/laporan-penilaian.xlsx")
def penilaian(layar: Layar) -> Response:
    _wajib(layar)
    lembar = laporan_penilaian(layar.kantor, _periode(layar), kunci(layar, "unit"))
    waktu = str(lembar.atas[2][0]).removeprefix("Periode : ").split(" (")[0]
    return _laporan(lembar, waktu, layar.hari)


def _wajib(layar: Layar) -> None:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)


def _periode(layar: Layar) -> int:
    periode_id = kunci(layar, "periode")
    if periode_id is None:
        raise DataTidakSah("Pilih periodenya dahulu, lalu unduh lagi.", kode="periode-kosong")
    return periode_id


def _laporan(lembar: Laporan, waktu: str, hari: date) -> Response:
    return _unduh(lembar.nama, (*lembar.atas, lembar.kolom, *lembar.baris), KEPALA_LAPORAN, waktu, hari)


def _unduh(nama: str, baris: Iterable[Sequence[object]], kepala: int, waktu: str, hari: date) -> Response:
    """The file, named after what it holds and the day it was pulled: predikat may change after an export."""
    berkas = f"{nama} {waktu} ditarik {hari.isoformat()}.xlsx"
    aman = re.sub(r"[^A-Za-z0-9 ._-]", "_", berkas)
    isi = buku(nama, baris, kepala)
    letak = f"attachment; filename=\"{aman}\"; filename*=UTF-8''{quote(berkas)}"
    return Response(isi, media_type=JENIS_ISI, headers={"Content-Disposition": letak})
