"""Tur singkat: which step somebody is at, and the bar that leads from page to page.

Scene: offered on Daftar SKP to whoever comes for the first time; drawn by dasar.html on every page while it runs.
May import: simulator.web. Facts: none (label simulasi); it works without script, and where one stopped is remembered.
Add: a step in buku_panduan/tur.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import yaml

from simulator.web.bingkai import TUR
from simulator.web.panduan import FOLDER
from simulator.workflow import queries

if TYPE_CHECKING:
    from simulator.web.layar import Layar

KUNCI = TUR


@dataclass(frozen=True, slots=True)
class Langkah:
    """One stop of the tour."""

    judul: str
    alamat: str
    isi: str


@dataclass(frozen=True, slots=True)
class Tur:
    """Where somebody is: ``nomor`` from 1; ``jalan`` False once left. ``alamat`` is the page of this step."""

    nomor: int
    jalan: bool
    langkah: Langkah
    alamat: str

    @property
    def banyak(self) -> int:
        """How many steps there are."""
        return len(langkah_tur())

    @property
    def terakhir(self) -> bool:
        """Is this the last step?"""
        return self.nomor == self.banyak


@cache
def langkah_tur() -> tuple[Langkah, ...]:
    """The steps in order."""
    return tuple(Langkah(**satu) for satu in yaml.safe_load((FOLDER / "tur.yaml").read_text(encoding="utf-8")))


def baca_tur(layar: Layar) -> Tur | None:
    """Where this person's tour stands; None for whoever never started or declined it."""
    isi = layar.ingatan(KUNCI)
    if not isi:
        return None
    nomor = min(max(int(isi["nomor"]), 1), len(langkah_tur()))
    langkah = langkah_tur()[nomor - 1]
    jalan = bool(isi["jalan"])
    return Tur(nomor, jalan, langkah, _alamat(layar, langkah) if jalan else "")


def ke_langkah(layar: Layar, nomor: int) -> str:
    """Go to a step and remember it; the address of its page."""
    nomor = min(max(nomor, 1), len(langkah_tur()))
    layar.ingat(KUNCI, {"nomor": nomor, "jalan": True})
    return _alamat(layar, langkah_tur()[nomor - 1])


def tinggalkan(layar: Layar, nomor: int) -> None:
    """Leave the tour; where one was is kept."""
    layar.ingat(KUNCI, {"nomor": min(max(nomor, 1), len(langkah_tur())), "jalan": False})


def belum_ditawari(layar: Layar) -> bool:
    """Has this person neither taken nor declined the tour?"""
    return layar.ingatan(KUNCI) is None


def _alamat(layar: Layar, langkah: Langkah) -> str:
    """The step's page for this person; Daftar SKP stands in for the pages of an SKP where there is none yet."""
    if "{skp}" not in langkah.alamat:
        return langkah.alamat
    daftar = queries.daftar_skp(layar.kantor, layar.saya.pegawai_id)
    if not daftar:
        return "/skp"
    baru = max(daftar, key=lambda skp: (skp.periode_akhir, skp.versi))
    return langkah.alamat.replace("{skp}", str(baru.skp_id))
