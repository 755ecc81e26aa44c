"""The block above an SKP table: whose it is, who assesses, for which year.

Scene: the SKP import compares it with the profile. May import: this folder, simulator.wording.teks.
Facts: twin identity table PEGAWAI YANG DINILAI / PEJABAT PENILAI KINERJA with NAMA, NIP, PANGKAT/GOL RUANG, JABATAN,
UNIT KERJA (CONFIRMED, SKP form of PermenPANRB 6/2022).
Add: another label people write in _LABEL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.wording.berkas.kolom import huruf_kolom
from simulator.wording.berkas.sel_xlsx import ANGKA
from simulator.wording.berkas.tabel_xlsx import Lembar
from simulator.wording.teks import bersihkan

PEGAWAI, PENILAI, LEMBAR = "pegawai", "penilai", "lembar"
_LABEL = {
    "nama": "nama", "nama pegawai": "nama", "nama lengkap": "nama", "nip": "nip", "nomor induk pegawai": "nip",
    "jabatan": "jabatan", "nama jabatan": "jabatan", "unit kerja": "unit", "unit": "unit", "unit organisasi": "unit",
    "unor": "unit", "instansi/unit kerja": "unit", "pangkat/gol. ruang": "pangkat", "pangkat/gol ruang": "pangkat",
    "pangkat/golongan": "pangkat", "pangkat": "pangkat", "pangkat / gol. ruang": "pangkat", "golongan": "pangkat",
    "pangkat/golongan ruang": "pangkat",
}  # fmt: skip
_JUDUL_PEGAWAI = re.compile(r"^pegawai yang dinilai\b")
_JUDUL_PENILAI = re.compile(r"^(?:pejabat )?penilai(?: kinerja)?\b")
_TAHUN = re.compile(r"\b(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class Identitas:
    """One filled field. ``pihak`` pegawai, penilai or lembar (only ``tahun``); ``angka``: typed as a number."""

    pihak: str
    bidang: str
    nilai: str
    sel: str
    angka: bool = False


def baca_identitas(lembar: Lembar, kepala: int) -> list[Identitas]:
    """Everything recognised above row ``kepala``; the first of each field counts."""
    hasil: dict[tuple[str, str], Identitas] = {}
    kanan: int | None = None  # the column from which a label belongs to the assessor
    pihak = PEGAWAI
    for nomor, sel in lembar.baris:
        if nomor >= kepala:
            break
        judul = {i: _judul(isi) for i, isi in enumerate(sel) if _judul(isi)}
        if judul:
            kanan = next((i for i, siapa in judul.items() if siapa == PENILAI), None) if len(judul) > 1 else None
            pihak = next(iter(judul.values()))
            continue
        for satu in (*_tahun(nomor, sel), *_bidang(lembar, nomor, sel, pihak, kanan)):
            hasil.setdefault((satu.pihak, satu.bidang), satu)
    return list(hasil.values())


def _judul(isi: object) -> str:
    tulisan = bersihkan(isi).lower().strip(" :") if isinstance(isi, str) else ""
    return PEGAWAI if _JUDUL_PEGAWAI.match(tulisan) else PENILAI if _JUDUL_PENILAI.match(tulisan) else ""


def _tahun(nomor: int, sel: Sequence[object]) -> Iterator[Identitas]:
    for i, isi in enumerate(sel):
        tulisan = bersihkan(isi) if isinstance(isi, str) else ""
        if "periode" in tulisan.lower() or "tahun" in tulisan.lower():
            tahun = _TAHUN.findall(" ".join(bersihkan(s) for s in sel[i:] if s is not None))
            if tahun:
                yield Identitas(LEMBAR, "tahun", tahun[-1], alamat(i, nomor))
                return


def _bidang(lembar: Lembar, nomor: int, sel: Sequence[object], pihak: str, kanan: int | None) -> Iterator[Identitas]:
    for i, isi in enumerate(sel):
        nama, sisa = _label(isi)
        if not nama:
            continue
        siapa = pihak if kanan is None else PENILAI if i >= kanan else PEGAWAI
        if sisa:
            yield Identitas(siapa, nama, sisa, alamat(i, nomor))
            continue
        letak = _isi_di_kanan(sel, i + 1)
        if letak is not None:
            nilai = bersihkan(sel[letak]).lstrip(": ").strip()
            di = alamat(letak, nomor)
            yield Identitas(siapa, nama, nilai, di, lembar.khusus.get(di) == ANGKA)


def _label(isi: object) -> tuple[str, str]:
    """(field, value typed into the same cell after a colon)."""
    tulisan = bersihkan(isi) if isinstance(isi, str) else ""
    kiri, tanda, sisa = tulisan.partition(":")
    return _LABEL.get(re.sub(r"^\d+[.)]\s*", "", kiri.strip().lower()), ""), sisa.strip() if tanda else ""


def _isi_di_kanan(sel: Sequence[object], mulai: int) -> int | None:
    """The next filled cell, unless another label comes first."""
    for i in _terisi(sel, mulai):
        return None if _label(sel[i])[0] else i
    return None


def _terisi(sel: Sequence[object], mulai: int) -> Iterable[int]:
    return (i for i in range(mulai, len(sel)) if sel[i] is not None and bersihkan(sel[i]).strip(" :"))


def alamat(kolom: int, baris: int) -> str:
    """Cell address from a column index that counts from 0."""
    return f"{huruf_kolom(kolom)}{baris}"
