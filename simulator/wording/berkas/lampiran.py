"""The three lists of the Lampiran SKP, below each other or side by side.

Scene: the SKP import. May import: this folder, simulator.wording.teks.
Facts: Dukungan Sumber Daya, Skema Pertanggungjawaban, Konsekuensi (CONFIRMED, form of PermenPANRB 6/2022).
Add: what ends a list in _SELESAI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.wording.berkas.identitas import alamat
from simulator.wording.berkas.tabel_xlsx import Lembar
from simulator.wording.teks import bersihkan

_JUDUL = re.compile(
    r"^(?:[a-z0-9]{1,3}[.)]\s*)?(dukungan sumber daya|skema pertanggungjawaban|konsekuensi)\b(.{0,25})$", re.DOTALL
)
_SELESAI = re.compile(
    r"^(?:pegawai yang dinilai|(?:pejabat )?penilai|nip\b|nip\.|perilaku kerja|sasaran kinerja|hasil kerja|"
    r"[\w .]{2,30},\s*\d{1,2}\s+\w+\s+20\d\d)"
)
_NOMOR = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]?$")
_BUTIR = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-z][.)]|[-•*])\s*")


@dataclass(frozen=True, slots=True)
class ButirLampiran:
    """One line; ``jenis`` is the list's code."""

    jenis: str
    teks: str
    baris: int
    sel: str


def baca_lampiran(lembar: Lembar) -> list[ButirLampiran]:
    """All lines of all lists of one sheet."""
    daftar: dict[int, str] = {}  # column → list that is being read there; -1: the whole row
    hasil: list[ButirLampiran] = []
    for nomor, sel in lembar.baris:
        judul = {i: jenis for i, isi in enumerate(sel) if (jenis := _judul(isi))}
        if judul:
            daftar = judul if len(judul) > 1 else {-1: next(iter(judul.values()))}
        elif any(_SELESAI.match(_kecil(isi)) for isi in sel if isinstance(isi, str)):
            daftar = {}
        else:
            for kolom, jenis in daftar.items():
                hasil += _butir(nomor, sel, kolom, jenis)
    return hasil


def _kecil(isi: object) -> str:
    return bersihkan(isi).lower().strip(" :") if isinstance(isi, str) else ""


def _judul(isi: object) -> str:
    cocok = _JUDUL.match(_kecil(isi))
    return cocok[1].replace(" ", "_") if cocok else ""


def _butir(nomor: int, sel: Sequence[object], kolom: int, jenis: str) -> Iterator[ButirLampiran]:
    letak = range(len(sel)) if kolom < 0 else range(kolom, min(kolom + 1, len(sel)))
    for i in letak:
        isi = "" if sel[i] is None else str(sel[i]).strip()
        if not isi or _NOMOR.match(isi.lower()):
            continue
        baris = [satu for satu in isi.split("\n") if satu.strip()]
        terpisah = baris if len(baris) > 1 and all(_BUTIR.match(satu) for satu in baris) else [isi]
        for satu in terpisah:
            if teks := bersihkan(_BUTIR.sub("", satu, count=1)):
                yield ButirLampiran(jenis, teks, nomor, alamat(i, nomor))
        if kolom < 0:
            return
