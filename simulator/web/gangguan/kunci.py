"""The instructor's key: without it nobody sees which faults are on.

Scene: the page of faults in a class. May import: simulator.domain, web. Facts: none (label simulasi).
In a sandbox of one learner there is no instructor and no key. Add: nothing.
"""

from __future__ import annotations

import hashlib

from simulator.domain.errors import DataTidakSah
from simulator.web import pintu, sandi
from simulator.web.layar import Layar
from simulator.web.settings import Mode

_KUNCI, _DIBUKA = "gangguan.kunci", "gangguan.dibuka"
TERPENDEK, INGAT = 8, 50


def ada(layar: Layar) -> bool:
    """Was a key chosen?"""
    return layar.ingatan(_KUNCI, semua=True) is not None


def terbuka(layar: Layar) -> bool:
    """May this browser switch faults on and see which are on?"""
    return layar.atur.mode is Mode.PRIBADI or _tanda(layar) in layar.ingatan(_DIBUKA, [], semua=True)


def buka(layar: Layar, kata: str) -> None:
    """Choose the key, or give it. Raises: DataTidakSah; TidakBerwenang — too many wrong ones, as at the door."""
    # Counted as wrong passwords are, but for one address only: nobody else may keep the instructor out.
    siapa = f"kunci {layar.alamat_pengirim}"
    pintu.wajib_boleh_mencoba(layar.data, siapa, layar.alamat_pengirim)
    sidik = layar.ingatan(_KUNCI, semua=True)
    if sidik is None:
        if len(kata) < TERPENDEK:
            raise DataTidakSah(f"Kunci instruktur sedikitnya {TERPENDEK} huruf.", kode="kunci-pendek")
        layar.ingat(_KUNCI, sandi.sidik(kata), semua=True)
    elif not sandi.cocok(sidik, kata):
        pintu.catat_gagal(layar.data, siapa, layar.alamat_pengirim)
        raise DataTidakSah("Kunci instruktur itu salah.", kode="kunci-salah")
    layar.ingat(_DIBUKA, [*layar.ingatan(_DIBUKA, [], semua=True), _tanda(layar)][-INGAT:], semua=True)


def _tanda(layar: Layar) -> str:
    return hashlib.sha256(layar.sesi.csrf.encode()).hexdigest()[:20]
