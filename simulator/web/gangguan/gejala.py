"""The line above a page on which a fault is met: the real text, and nothing that says which fault it is.

Scene: drawn by dasar.html on every page. May import: simulator.domain, web. Facts: texts are those of the catalogue.
Add: nothing; a fault says itself where it is met.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.akun import Peran
from simulator.web import sesi as ses
from simulator.web.gangguan import catat
from simulator.web.gangguan.periksa import masih_ada, periksa_semua
from simulator.web.layar import Layar

LOG = "/admin/log"


@dataclass(frozen=True, slots=True)
class Gejala:
    """One line; ``ke`` an address of ours where more is found, or empty."""

    teks: str
    ke: str = ""
    label: str = ""


def gejala(layar: Layar, halaman: str) -> list[Gejala]:
    """What the one who looks meets at this address."""
    saya = layar.sesi.pegawai_id
    if saya is None or layar.sesi.tahap is not ses.Tahap.MASUK:
        return []
    if not layar.gangguan:
        return []
    admin = Peran.ADMIN in layar.peran_tambahan
    met = [satu for satu in layar.gangguan if satu.ditemui(saya, halaman, admin=admin)]
    found = [Gejala(satu.teks) for satu in met if satu.katalog.tampil == "baris" and masih_ada(layar, satu)]
    return found + _berkas([satu.teks for satu in met if satu.katalog.tampil == "berkas"])


def _berkas(keluhan: list[str]) -> list[Gejala]:
    """All workbooks that came back in one line; the complaints themselves stand beside the files."""
    if not keluhan:
        return []
    berapa = "berkas rekap" if len(keluhan) == 1 else f"{len(keluhan)} berkas rekap"
    teks = f"Bagian tunjangan mengembalikan {berapa}: {'; '.join(keluhan)}."
    return [Gejala(teks, "/latihan/rekap", "Buka Rekap Kiriman")]


def sudah_diperbaiki(layar: Layar, halaman: str) -> list[catat.Catatan]:
    """For the log: what was mended, by whom and when. Empty on any other page."""
    if halaman != LOG or Peran.ADMIN not in layar.peran_tambahan:
        return []
    periksa_semua(layar)
    with layar.data.lihat() as connection:
        return catat.selesai(connection)
