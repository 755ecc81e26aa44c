"""Forms that could not be saved: read what was typed, go back to its page, throw it away, fetch it back.

Scene: *Isian yang belum tersimpan*, linked from every page while there is one; *Buang isian* in a form that opened with
an error. The form may be gone (its row was deleted, the SKP was submitted meanwhile): here its words still stand.
May import: simulator.web. Facts: none. Add: nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from starlette.responses import Response

from simulator.domain.errors import TidakDitemukan
from simulator.web import draf
from simulator.web.alamat_kita import halaman_kita
from simulator.web.layar import Layar
from simulator.web.panduan import judul_halaman
from simulator.web.rute import Rute

rute = Rute("/draf")
#: What a form sends for itself.
_BUKAN_KETIKAN = ("kembali", "sejak", "lakukan", "berkas")


class Tertahan(NamedTuple):
    """One kept form as it is shown: where it stood, why it was not saved, (field, text) as typed."""

    tindakan: str
    halaman: str
    judul: str
    galat: str
    isian: list[tuple[str, str]]


@rute.get("")
def daftar(layar: Layar) -> Response:
    """Everything typed that is not saved yet, the newest first."""
    semua = [_tertahan(tindakan, satu) for tindakan, satu in layar.daftar_draf.items()]
    return layar.tampil("draf.html", daftar=semua[::-1])


def _tertahan(tindakan: str, satu: draf.Draf) -> Tertahan:
    halaman = halaman_kita(satu.isian.get("kembali", ""))
    ketikan = [
        (nama.lstrip(":").replace("_", " ").replace(":", " › "), isi)
        for nama, isi in satu.isian.items()
        if isi.strip() and nama not in _BUKAN_KETIKAN and not nama.startswith(":") and not nama.endswith(("_id", ":"))
    ]
    return Tertahan(tindakan, halaman, judul_halaman(halaman.partition("?")[0]), satu.galat, ketikan)


@rute.post("/buang")
def buang(layar: Layar) -> Response:
    with layar.data.ubah() as connection:
        draf.singkirkan(connection, layar.saya.pegawai_id, layar.isian.teks("buang_tindakan"))
    layar.pesan("Isian yang belum tersimpan dibuang.", urungkan_ke="/draf/kembalikan")
    return layar.kembali()


@rute.post("/kembalikan")
def kembalikan(layar: Layar) -> Response:
    with layar.data.ubah() as connection:
        ada = draf.ambil_kembali(connection, layar.saya.pegawai_id)
    if not ada:
        raise TidakDitemukan("Isian itu sudah tidak ada, jadi tidak dapat dikembalikan.", kode="isian-tidak-ada")
    return layar.kembali("Isian dikembalikan; belum tersimpan.")
