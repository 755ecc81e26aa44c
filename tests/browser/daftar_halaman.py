"""Every page of the web office, taken from its routes: a page that somebody adds is looked at from then on.

Numbers in an address are filled from ``kantor_lengkap``; a name that stands there for the first time must be given one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kantor_lengkap import ADMIN, PEGAWAI, PENILAI, PIMPINAN, TAHUNAN, Keadaan
from starlette.routing import Route

from simulator.web.pages import semua_rute

TAMU = 0
#: Answers that are files; they are fetched once, for there is nothing to read on a screen.
BERKAS = re.compile(r"\.xlsx$|/templat$|^/impor/laporan$|/unduh$|^/cetak/\w+/")
#: What the forms of these files send along.
KUERI = {"/admin/laporan/": f"?periode={TAHUNAN}&tahun=2027&unit="}
#: Pieces that a page fetches into itself.
POTONGAN = ("/latihan/jalan",)
#: Pages that one of the situations is made for, where the first that fits would show less.
UNTUK = {"/impor": "draft", "/penilai/penilaian/organisasi": "puncak"}


@dataclass(frozen=True)
class Halaman:
    """One page as one person sees it; ``siapa`` TAMU is somebody who has not logged in."""

    nama: str
    siapa: int
    alamat: str
    pola: str
    #: Here the answer is why not.
    menolak: bool = False


@dataclass(frozen=True)
class Daftar:
    """Pages to read, files to fetch, and addresses whose numbers kantor_lengkap.py does not know yet."""

    layar: list[Halaman]
    berkas: list[Halaman]
    belum: list[str]


def semua_halaman(keadaan: list[Keadaan]) -> Daftar:
    """Every page of every route, each in every situation that has its numbers."""
    layar: dict[tuple[int, str], Halaman] = {}
    berkas: dict[tuple[int, str], Halaman] = {}
    belum = []
    for rute in (satu for satu in semua_rute() if isinstance(satu, Route) and "GET" in (satu.methods or ())):
        pola = rute.path_format
        if pola in POTONGAN:
            continue
        untuk = next((nama for awal, nama in UNTUK.items() if pola.startswith(awal)), None)
        ada = [_isi(pola, rute, satu) for satu in keadaan if untuk in (None, satu.nama)]
        cocok = [satu for satu in ada if satu is not None]
        if not cocok:
            belum.append(pola)
        sebagai_berkas = BERKAS.search(pola) is not None
        for satu in cocok[:1] if sebagai_berkas or not rute.param_convertors else cocok:
            (berkas if sebagai_berkas else layar).setdefault((satu.siapa, satu.alamat), satu)
    for satu in _tambahan(keadaan):
        layar[satu.siapa, satu.alamat] = satu
    return Daftar(list(layar.values()), list(berkas.values()), belum)


def _isi(pola: str, rute: Route, keadaan: Keadaan) -> Halaman | None:
    perlu = set(rute.param_convertors)
    if not perlu <= keadaan.nomor.keys():
        return None
    bagian = next((b for b in (PENILAI, ADMIN, PIMPINAN) if pola == b or pola.startswith(b + "/")), PEGAWAI)
    nama = re.sub(r"\W+", "-", re.sub(r"\{\w+\}", "", pola)).strip("-") or "awal"
    kueri = next((isi for awal, isi in KUERI.items() if pola.startswith(awal)), "")
    alamat = pola.format(**keadaan.nomor) + kueri
    return Halaman(
        f"{nama}-{keadaan.nama}" if perlu else nama, keadaan.siapa[bagian], alamat, pola, _menolak(pola, keadaan)
    )


def _menolak(pola: str, keadaan: Keadaan) -> bool:
    """The button that an admin looks for in vain; evidence that its owner keeps to themselves."""
    return pola.endswith("/isikan") or (keadaan.nama == "pribadi" and pola.endswith("/bukti/{bukti_id}"))


def _tambahan(keadaan: list[Keadaan]) -> list[Halaman]:
    """The same addresses in another state: asked for, searched in, refused."""
    saya, lain = keadaan[0], next(satu for satu in keadaan if satu.nama == "pemimpin")
    pegawai, penilai = saya.siapa[PEGAWAI], lain.siapa[PEGAWAI]
    pribadi = next(satu for satu in keadaan if satu.nama == "pribadi").nomor["dokumen_id"]
    return [
        Halaman("masuk", TAMU, "/masuk", "/masuk"),
        Halaman("pemeran", TAMU, "/pemeran", "/pemeran"),
        Halaman("drive-buka-tamu", TAMU, f"/drive/buka/{pribadi}", "/drive/buka", menolak=True),
        Halaman("drive-folder", pegawai, "/drive?folder=2026/Tahunan", "/drive"),
        Halaman("drive-cari", pegawai, "/drive?cari=rekap", "/drive"),
        Halaman("drive-ditolak", pegawai, f"/drive/buka/{pribadi}?sebagai=penilai", "/drive/buka", menolak=True),
        Halaman("tidak-ada", pegawai, "/tidak-ada", "/tidak-ada", menolak=True),
        Halaman("dilarang", pegawai, "/admin/periode", "/dilarang", menolak=True),
        Halaman("skp-daftar-pemimpin", penilai, "/skp", "/skp"),
        Halaman("cetak-cari", saya.siapa[ADMIN], "/cetak?cari=a", "/cetak"),
    ]
