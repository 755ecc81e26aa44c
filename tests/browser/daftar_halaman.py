"""Every page of the web office, taken from its routes: a page that somebody adds is looked at from then on.

Numbers in an address are filled from ``kantor_lengkap``; a name that stands there for the first time must be given one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kantor_lengkap import ADMIN, PEGAWAI, PENILAI, PIMPINAN, TAHUNAN, Keadaan
from starlette.routing import Route

from exercises.kit.web_form import routes
from simulator.web.pages import semua_rute

TAMU, TANPA_MASUK = 0, "tamu"
#: Answers that are files; they are fetched once, for there is nothing to read on a screen.
BERKAS = re.compile(r"\.xlsx$|/templat$|^/impor/laporan$|/unduh$|/kumpulan/|^/cetak/\w+/")
#: What forms and letters send along to these addresses.
KUERI = {
    "/admin/akun": "?nip={nip}",
    "/admin/laporan/": f"?periode={TAHUNAN}&tahun=2027&unit=",
    "/masuk/surat": "?nip={nip}",
    "/masuk/atur-ulang": "?nip={nip}&rahasia={rahasia}",
}
#: Pieces that a page fetches into itself, and addresses that only lead on to a page.
POTONGAN = ("/latihan/jalan", "/rekan", "/penilai/matriks")
#: Pages that one of the situations is made for, where the first that fits would show less.
UNTUK = {"/impor": "draft", "/penilai/penilaian/organisasi": "puncak", "/cetak/matriks": "pemimpin"}
#: Pages on which these situations differ from the first one.
HANYA = {
    "diajukan": ("/skp/{skp_id}", "/penilai/skp/{skp_id}", "/admin/skp/{skp_id}"),
    "draft": ("/skp/{skp_id}", "/skp/{skp_id}/penilaian", "/penilai/skp/{skp_id}", "/admin/skp/{skp_id}"),
    "pemimpin": ("/skp/{skp_id}", "/penilai/matriks/{skp_id}", "/cetak/{skp_id}"),
}
#: Pages that belong to another hat, or to nobody yet, than their address says.
TOPI = {"/latihan/rekap": ADMIN, "/masuk": TANPA_MASUK}


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
    for rute in (
        satu for satu in [*semua_rute(), *routes()] if isinstance(satu, Route) and "GET" in (satu.methods or ())
    ):
        pola = rute.path_format
        if pola in POTONGAN:
            continue
        untuk = next((nama for awal, nama in UNTUK.items() if pola.startswith(awal)), None)
        boleh = [k for k in keadaan if untuk == k.nama or (not untuk and pola in HANYA.get(k.nama, (pola,)))]
        ada = [_isi(pola, satu) for satu in boleh]
        cocok = [satu for satu in ada if satu is not None]
        if not cocok:
            belum.append(pola)
        sebagai_berkas = BERKAS.search(pola) is not None
        for satu in cocok[:1] if sebagai_berkas or not rute.param_convertors else cocok:
            (berkas if sebagai_berkas else layar).setdefault((satu.siapa, satu.alamat), satu)
    for satu in _tambahan(keadaan):
        layar[satu.siapa, satu.alamat] = satu
    return Daftar(list(layar.values()), list(berkas.values()), belum)


def _isi(pola: str, keadaan: Keadaan) -> Halaman | None:
    kueri = next((isi for awal, isi in KUERI.items() if pola.startswith(awal)), "")
    perlu = set(re.findall(r"\{(\w+)\}", pola + kueri))
    if not perlu <= keadaan.nomor.keys():
        return None
    bagian = next((topi for awal, topi in TOPI.items() if _di_bawah(pola, awal)), None)
    if bagian is None:
        bagian = next((awal for awal in (PENILAI, ADMIN, PIMPINAN) if _di_bawah(pola, awal)), PEGAWAI)
    nama = re.sub(r"\W+", "-", re.sub(r"\{\w+\}", "", pola)).strip("-") or "awal"
    alamat = (pola + kueri).format(**keadaan.nomor)
    siapa = keadaan.siapa.get(bagian, TAMU)
    return Halaman(f"{nama}-{keadaan.nama}" if perlu else nama, siapa, alamat, pola, _menolak(pola, keadaan))


def _di_bawah(pola: str, awal: str) -> bool:
    return pola == awal or pola.startswith(awal + "/")


def _menolak(pola: str, keadaan: Keadaan) -> bool:
    """The button that an admin looks for in vain; feedback before there is any; evidence kept to oneself."""
    return (
        pola.endswith("/isikan")
        or pola.startswith("/soal/umpan_balik/")
        or (keadaan.nama == "pribadi" and pola.endswith("/bukti/{bukti_id}"))
    )


def _tambahan(keadaan: list[Keadaan]) -> list[Halaman]:
    """The same addresses in another state: asked for, searched in, refused."""
    saya, lain = keadaan[0], next(satu for satu in keadaan if satu.nama == "pemimpin")
    pegawai, penilai = saya.siapa[PEGAWAI], lain.siapa[PEGAWAI]
    pribadi = next(satu for satu in keadaan if satu.nama == "pribadi").nomor["dokumen_id"]
    return [
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
