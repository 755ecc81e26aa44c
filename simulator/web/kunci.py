"""The instructor's key: in a class it alone moves the day, hands people back and shows and switches faults.

Scene: Hari dan Skenario, Gangguan, the API. The key belongs to whoever serves the class: ``bimtek web`` prints it, or
takes the one it is given; a browser that was opened with it stays open until somebody else is played there or logs in,
the key changes, or it is shut again. In
one's own sandbox there is no instructor and no key; in an exam the day stands still and there are no faults.
May import: simulator.domain, web. Facts: none (label simulasi). Add: nothing.
"""

from __future__ import annotations

import hashlib
import json
import secrets

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai, TidakBerwenang
from simulator.web import catatan, pintu
from simulator.web.data import DataWeb
from simulator.web.sesi import Sesi
from simulator.web.settings import Mode, Pengaturan

_DIBUKA = "kunci.dibuka"
INGAT = 50


def terbuka(atur: Pengaturan, data: DataWeb, sesi: Sesi) -> bool:
    """May this browser do what is the instructor's?"""
    if not atur.dengan_kunci:
        return atur.mode is Mode.PRIBADI
    with data.lihat() as connection:
        return _tanda(atur, sesi) in json.loads(catatan.baca(connection, 0, _DIBUKA) or "[]")


def wajib_cocok(atur: Pengaturan, data: DataWeb, sesi: Sesi, kata: str) -> None:
    """Raises: DataTidakSah — wrong; TidakBerwenang — too many wrong ones, as at the door; StatusTidakSesuai — none."""
    if not atur.dengan_kunci:
        raise StatusTidakSesuai("Di kantor ini tidak ada kunci instruktur.", kode="tanpa-kunci")
    # Counted for this browser alone: what counted for an address, anybody in the classroom could use to keep the
    # instructor out. A program may come as a new browser each time; against it stands the length of the key (settings).
    ini = f"kunci:{_tanda(atur, sesi)}"
    pintu.coba(data, ini, pintu.JEDA_SANDI, lupa="kuncinya tercetak di layar tempat kantor ini dijalankan")
    if not secrets.compare_digest(kata.strip().encode(), atur.kunci_instruktur.encode()):
        raise DataTidakSah("Kunci instruktur itu salah.", kode="kunci-salah")
    with data.ubah() as connection:
        pintu.berhasil(connection, ini)


def buka(atur: Pengaturan, data: DataWeb, sesi: Sesi) -> None:
    """Open this browser for as long as the same person sits at it."""
    _ganti(atur, data, sesi, buka=True)


def tutup(atur: Pengaturan, data: DataWeb, sesi: Sesi) -> None:
    """Shut this browser again, before a participant sits down at it."""
    _ganti(atur, data, sesi, buka=False)


def wajib_instruktur(atur: Pengaturan, *, terbuka: bool) -> None:
    """Raises: TidakBerwenang — the day is not moved here, or only by the instructor."""
    if atur.mode is Mode.UJIAN:
        raise TidakBerwenang("Dalam ujian hari simulasi tidak dimajukan.", kode="hari-bukan-hak-anda")
    if not terbuka:
        raise TidakBerwenang(
            "Di kelas ini hari simulasi hanya dimajukan oleh instruktur, dengan kuncinya.", kode="hari-bukan-hak-anda"
        )


def _ganti(atur: Pengaturan, data: DataWeb, sesi: Sesi, *, buka: bool) -> None:
    ini = _tanda(atur, sesi)
    with data.ubah() as connection:
        lain = [satu for satu in json.loads(catatan.baca(connection, 0, _DIBUKA) or "[]") if satu != ini]
        catatan.simpan(connection, 0, _DIBUKA, json.dumps([*lain, *([ini] if buka else [])][-INGAT:]))


def _tanda(atur: Pengaturan, sesi: Sesi) -> str:
    """This browser, opened with this key: another key opens nothing that an older one had opened."""
    return hashlib.sha256(f"{atur.kunci_instruktur}\n{sesi.csrf}".encode()).hexdigest()[:20]
