"""The guide as it lies in buku_panduan/: help for every page, order of work, frequent questions.

Scene: the page *Buku Panduan* and the link *Bantuan halaman ini*. May import: PyYAML, the standard library.
Facts: in the YAML files, each label with the status of its source (ekinerja-app §1–§8 and §5.3, in our own words).
Add: a page's help is one entry in buku_panduan/halaman_*.yaml; a question one in tanya.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "buku_panduan"
TENTANG_PANDUAN = "panduan"


class Kepastian(Enum):
    """How well a label or an answer is known: what readers see, and what it means."""

    RESMI = ("Label resmi", "terlihat pada dua sumber atau lebih")
    SATU = ("Label resmi, satu sumber", "baru terlihat pada satu sumber")
    RAGU = ("Belum pasti", "sumbernya bertentangan atau hanya dari aplikasi tiruan")
    SIMULASI = ("Label simulasi", "kami susun sendiri untuk latihan ini")

    @property
    def label(self) -> str:
        """What stands beside the label."""
        return self.value[0]

    @property
    def arti(self) -> str:
        """What that means."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class IsianBantuan:
    """One field, button or word on a page."""

    label: str
    kepastian: Kepastian
    arti: str


@dataclass(frozen=True, slots=True)
class Bantuan:
    """The help for one page; ``noun`` is its anchor, ``alamat`` the addresses it explains ({n} for a number)."""

    noun: str
    judul: str
    alamat: tuple[str, ...]
    guna: str
    lanjut: str
    isian: tuple[IsianBantuan, ...]
    sumber: tuple[str, ...]

    @property
    def buka(self) -> str | None:
        """An address that opens this page without knowing a number."""
        return next((satu for satu in self.alamat if "{" not in satu), None)

    def menjelaskan(self, alamat: str) -> bool:
        """Is this the help for an address? A page of its own further in has help of its own."""
        return any(re.fullmatch(re.escape(satu).replace(r"\{n\}", "[0-9]+"), alamat) for satu in self.alamat)


@dataclass(frozen=True, slots=True)
class Tanya:
    """A frequent question; ``halaman`` are nouns of the help that lead on."""

    tanya: str
    jawab: str
    halaman: tuple[str, ...]
    kepastian: Kepastian


@dataclass(frozen=True, slots=True)
class Urutan:
    """One step of the work across levels."""

    siapa: str
    apa: str
    halaman: str
    sebab: str


@dataclass(frozen=True, slots=True)
class Buku:
    """The whole guide, or what a search left of it."""

    halaman: tuple[Bantuan, ...]
    tanya: tuple[Tanya, ...]
    urutan: tuple[Urutan, ...]

    @property
    def kosong(self) -> bool:
        """Nothing was found."""
        return not (self.halaman or self.tanya or self.urutan)


def _muat(nama: str) -> Any:
    return yaml.safe_load((FOLDER / nama).read_text(encoding="utf-8"))


@cache
def sumber() -> dict[str, str]:
    """What each key of a source is called."""
    return dict(_muat("sumber.yaml"))


@cache
def buku() -> Buku:
    """The guide, read once."""
    halaman = tuple(
        Bantuan(
            satu["noun"], satu["judul"], tuple(satu["alamat"]), satu["guna"], satu["lanjut"],
            tuple(IsianBantuan(label, Kepastian[status.upper()], arti) for label, status, arti in satu["isian"]),
            tuple(sumber()[kunci] for kunci in satu["sumber"]),
        )
        for bagian in ("pegawai", "penilai", "admin")
        for satu in _muat(f"halaman_{bagian}.yaml")
    )  # fmt: skip
    tanya = tuple(
        Tanya(satu["tanya"], satu["jawab"], tuple(satu["halaman"]), Kepastian[satu["kepastian"].upper()])
        for satu in _muat("tanya.yaml")
    )
    return Buku(halaman, tanya, tuple(Urutan(**satu) for satu in _muat("alur.yaml")))


def noun_untuk(alamat: str) -> str:
    """The anchor of the help for an address: its own page's, or that of the nearest page above it."""
    bagian = alamat.rstrip("/") or "/"
    while bagian:
        for satu in buku().halaman:
            if satu.menjelaskan(bagian):
                return satu.noun
        bagian = bagian.rpartition("/")[0]
    return TENTANG_PANDUAN


def judul_halaman(alamat: str) -> str:
    """What the page at an address is called in the guide."""
    noun = noun_untuk(alamat)
    return next((satu.judul for satu in buku().halaman if satu.noun == noun), alamat)


def cari(kata: str) -> Buku:
    """What holds every word of a search, wherever it stands and however it is capitalised; all of it without words."""
    dicari = kata.casefold().split()
    semua = buku()
    if not dicari:
        return semua

    def cocok(*teks: str) -> bool:
        isi = " ".join(teks).casefold()
        return all(satu in isi for satu in dicari)

    return Buku(
        tuple(
            satu
            for satu in semua.halaman
            if cocok(satu.judul, satu.guna, satu.lanjut, *(f"{i.label} {i.arti}" for i in satu.isian))
        ),
        tuple(satu for satu in semua.tanya if cocok(satu.tanya, satu.jawab)),
        tuple(satu for satu in semua.urutan if cocok(satu.siapa, satu.apa, satu.sebab)),
    )
