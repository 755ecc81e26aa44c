"""Buku Panduan: help for every page, order of work, frequent questions, and the buttons of Tur singkat.

Scene: the menu, the link *Bantuan halaman ini* on every page, and the bar of the tour.
May import: simulator.web. Facts: the menu *Buku Panduan* exists (SINGLE, ekinerja-app §1.2); its content is ours.
Add: content in simulator/web/buku_panduan/; another button of the tour here.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web.batas_isian import semua_batas
from simulator.web.layar import Layar
from simulator.web.panduan import Kepastian, buku, cari
from simulator.web.rute import Rute
from simulator.web.tur import ke_langkah, langkah_tur, tinggalkan

rute = Rute("/panduan")
PALING_PANJANG = 80


@rute.get("")
def halaman(layar: Layar) -> Response:
    kata = layar.request.query_params.get("cari", "")[:PALING_PANJANG].strip()
    judul = {satu.noun: satu.judul for satu in buku().halaman}
    return layar.tampil(
        "panduan.html", isi=cari(kata), kata=kata, judul_halaman=judul, kepastian=list(Kepastian),
        langkah=langkah_tur(), batas=semua_batas(),
    )  # fmt: skip


@rute.post("/tur")
def tur(layar: Layar) -> Response:
    """Start, go on, go back."""
    return layar.pergi(ke_langkah(layar, layar.isian.bilangan("langkah", "langkah")))


@rute.post("/tur/keluar")
def keluar(layar: Layar) -> Response:
    """Leave the tour, or decline it."""
    nomor = layar.isian.bilangan("langkah", "langkah")
    tinggalkan(layar, nomor)
    if nomor >= len(langkah_tur()):
        return layar.pergi("/skp", "Tur selesai. Sekarang giliran Anda: mulai di sini. Ulangi tur dari Buku Panduan.")
    return layar.kembali("Tur ditutup. Lanjutkan kapan saja dari Buku Panduan.")
