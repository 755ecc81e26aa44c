"""Walking through every page and every modal, for the tests of readability and for the screenshots."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from daftar_halaman import TAMU, Halaman
from kantor_lengkap import AWAL, PEGAWAI, PIMPINAN, Keadaan
from langkah_masuk import langkah_masuk
from openpyxl import load_workbook
from web_uji import KUNCI, Orang

from simulator.domain.skp import NilaiBerAKHLAK

# Modals that stand in the page or are drawn when asked for; one of each kind is enough.
JENDELA = """() => [...document.querySelectorAll('dialog[id]')].map(d => d.id).concat(
  [...document.querySelectorAll('a[href*="buka="]')].map(a => new URL(a.href))
    .filter(a => a.pathname === location.pathname).map(a => a.searchParams.get('buka')))"""
# Modals that differ by a number or by one of the seven values are of one kind.
BEDA = re.compile(r"\d+|" + "|".join(satu.value for satu in NilaiBerAKHLAK))


def jendela(orang: Orang, satu: Halaman, sudah: set[tuple[str, str]]) -> list[str]:
    """Names of the modals of this page, one of each kind that ``sudah`` has not seen on a like page."""
    baru: list[str] = []
    for nama in orang.halaman.evaluate(JENDELA):
        macam = (satu.pola, BEDA.sub("#", nama))
        if macam not in sudah:
            sudah.add(macam)
            baru.append(nama)
    return baru


def dengan_jendela(alamat: str, nama: str) -> str:
    """The address that shows the page with one modal open."""
    return f"{alamat}{'&' if '?' in alamat else '?'}buka={nama}"


def per_orang(daftar: list[Halaman], buka: Callable[[], Any], alamat: str) -> Iterator[tuple[Orang, list[Halaman]]]:
    """Everybody in a browser of their own, logged in, with the pages to look at."""
    for siapa in dict.fromkeys(satu.siapa for satu in daftar):
        orang = Orang(buka(), alamat)
        if siapa != TAMU:
            menjadi(orang, siapa)
        yield orang, [satu for satu in daftar if satu.siapa == siapa]


def menjadi(orang: Orang, pegawai_id: int) -> None:
    """Log in with one click, by number: names may repeat."""
    orang.ke("/pemeran")
    # The list shows the first sixty; the form of any of them can name anybody.
    orang.halaman.locator('form[action$="/pemeran"] input[name="pegawai_id"]').first.evaluate(
        "(isian, nomor) => { isian.value = nomor; isian.form.submit(); }", str(pegawai_id)
    )
    orang.halaman.wait_for_url("**/skp")


def unggah_draft(orang: Orang, keadaan: list[Keadaan]) -> None:
    """Send a workbook with one fault, so that the pages of the import have something to show."""
    draft = next(satu for satu in keadaan if satu.nama == "draft")
    menjadi(orang, draft.siapa[PEGAWAI])
    templat = orang.halaman.context.request.get(f"{orang.alamat}/impor/{draft.nomor['skp_id']}/templat").body()
    buku = load_workbook(io.BytesIO(templat))
    isi_baris(buku["SKP"], 12, "Tersusunnya laporan surveilans", "Jumlah", "Jumlah laporan surveilans", "12 Laporan")
    kirim_buku(orang, draft.nomor["skp_id"], buku)


def kumpulkan(orang: Orang, keadaan: list[Keadaan]) -> None:
    """Answer the first cell of the first exercise and hand it in, so that there is something to fetch."""
    satu = next(k.nomor for k in keadaan if "latihan" in k.nomor)
    orang.ke(f"/soal/{satu['latihan']}/isi/{satu['soal']}")
    orang.halaman.locator("main select").first.select_option(index=1)
    orang.klik("Simpan")
    orang.ke(f"/soal/{satu['latihan']}/kumpulkan").klik("Kumpulkan apa adanya")


def isi_baris(lembar: Any, baris: int, rhk: str, aspek: str, indikator: str, target: str) -> None:
    """One row of the template, its first superior's RHK chosen."""
    for kolom, nilai in zip("CDEF", (rhk, aspek, indikator, target), strict=True):
        lembar[f"{kolom}{baris}"] = nilai


def kirim_buku(orang: Orang, skp_id: int, buku: Any) -> None:
    """Choose the workbook on the page of the import and have it checked."""
    keluar = io.BytesIO()
    buku.save(keluar)
    berkas = {"name": "Draft SKP.xlsx", "mimeType": "application/octet-stream", "buffer": keluar.getvalue()}
    orang.ke(f"/impor?skp={skp_id}")
    orang.halaman.set_input_files('input[type="file"]', files=[berkas])
    orang.klik("Periksa")
    assert orang.judul == "Hasil Pemeriksaan Impor", orang.pesan


def layar_bertahap(
    buka: Callable[[], Any], alamat: str, berkas: Path, keadaan: list[Keadaan]
) -> Iterator[tuple[str, Any]]:
    """Screens that no address leads to: the steps of a login, the tour, a form that was refused, something deleted,
    faults behind the instructor's key, a day that moved."""
    baru = Orang(buka(), alamat)
    for nama in langkah_masuk(baru, berkas, keadaan[0].siapa[PEGAWAI]):
        yield f"masuk {nama}", baru.halaman
    yield from _layar_pegawai(Orang(buka(), alamat), next(satu for satu in keadaan if satu.nama == "draft"))
    instruktur = Orang(buka(), alamat)
    menjadi(instruktur, keadaan[0].siapa[PIMPINAN])
    instruktur.ke("/latihan/gangguan").isi(kunci=KUNCI).simpan("Buka")
    yield "gangguan terbuka", instruktur.halaman
    instruktur.simpan("Pasang")
    yield "gangguan terpasang", instruktur.halaman
    instruktur.menu("Hari dan Skenario").klik("Hari berikutnya")
    yield "hari maju", instruktur.halaman


def _layar_pegawai(orang: Orang, draft: Keadaan) -> Iterator[tuple[str, Any]]:
    """What somebody with a Draft meets on the way; at the end it is as it was."""
    menjadi(orang, draft.siapa[PEGAWAI])
    orang.ke("/skp").klik("Mulai tur").klik("Berikutnya")
    yield "tur", orang.halaman
    orang.klik("Tinggalkan tur").ke("/skp").klik("Tambah SKP").isi(periode_akhir=f"{AWAL.year + 1}-12-31").klik("OK")
    yield "formulir ditolak", orang.halaman
    orang.klik("Buang isian").ke(f"/skp/{draft.nomor['skp_id']}").klik("Hapus", baris="Jumlah laporan surveilans")
    yield "dihapus", orang.halaman
    orang.klik("Urungkan")
