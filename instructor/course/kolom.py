"""Which column of a list is which: headings as offices write them, in one row or two.

Scene: below daftar.py. May import: instructor.course.lembar.
Facts: headings seen on attendance lists and staff tables; a row that numbers the columns is no participant.
Add: a word offices use is one word in KATA.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from instructor.course.lembar import Baris, Sel

BARIS_JUDUL_TERJAUH = 15
PERSIS = {
    "nip": ("nomor induk pegawai", "no induk pegawai", "nomor induk pegawai nip"),
    "id": ("id", "id peserta", "kode peserta", "nomor peserta", "no peserta"),
}
# A heading means the noun when it has one of the first words and no word outside both groups.
KATA = {
    "nama": ("nama", "lengkap peserta pegawai asn pns pppk bimtek calon dan beserta dengan gelar"),
    "nip": ("nip nipppk", "ni pppk nrp nik id atau baru pegawai asn pns peserta 18 digit angka"),
    "unit": (
        "unit opd skpd instansi satker satuan bidang perangkat",
        "nama kerja organisasi daerah asal penempatan peserta pegawai asn dan atau",
    ),
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """Where the columns are, how wide the table is, where its rows begin (an index), and headings nobody knows."""

    posisi: dict[str, int]
    lebar: int
    mulai: int
    asing: tuple[str, ...]


def find_header(baris: Sequence[Baris]) -> Kolom | None:
    """The headings of a table of participants, None when no row near the top has a column “Nama”."""
    for urutan, (_, sel) in enumerate(baris[:BARIS_JUDUL_TERJAUH]):
        posisi = _nouns(sel)
        if "nama" not in posisi:
            continue
        mulai, judul = urutan + 1, sel
        if mulai < len(baris) and (kedua := _second_row(baris[mulai][1], posisi)):
            posisi, judul, mulai = kedua | posisi, [*sel, *baris[mulai][1]], mulai + 1
        if mulai < len(baris) and _numbers_columns(baris[mulai][1], posisi["nama"]):
            mulai += 1
        lebar = 1 + max([*posisi.values(), *(kolom for kolom, satu in enumerate(sel) if satu.teks)])
        return Kolom(posisi, lebar, mulai, tuple(satu.teks for satu in judul if _unknown(satu.teks)))
    return None


def noun_of(judul: str) -> str | None:
    """What a heading means: nama, nip, id or unit."""
    teks = " ".join(re.findall(r"[a-z0-9]+", judul.casefold())).replace("n i p", "nip")
    for noun, ejaan in PERSIS.items():
        if teks in ejaan:
            return noun
    kata = set(teks.split())
    for noun, (pokok, sisa) in KATA.items():
        if kata & set(pokok.split()) and kata <= {*pokok.split(), *sisa.split()}:
            return noun
    return None


def _unknown(judul: str) -> bool:
    return bool(judul) and noun_of(judul) is None and not re.fullmatch(r"(?i)(no|nomor|no\.? urut)\W*", judul)


def _nouns(sel: Sequence[Sel]) -> dict[str, int]:
    posisi: dict[str, int] = {}
    for kolom, satu in enumerate(sel):
        noun = noun_of(satu.teks)
        if noun is not None:
            posisi.setdefault(noun, kolom)
    return posisi


def _second_row(sel: Sequence[Sel], posisi: dict[str, int]) -> dict[str, int]:
    """Headings below a merged heading: “Nama” spans both rows, so its cell in the second one is empty."""
    nama = posisi["nama"]
    return _nouns(sel) if nama >= len(sel) or not sel[nama].teks else {}


def _numbers_columns(sel: Sequence[Sel], nama: int) -> bool:
    """1 2 3 4, or (1) (2) (3) (4), below the headings."""
    isi = [satu.teks for satu in sel if satu.teks]
    return nama < len(sel) and bool(sel[nama].teks) and all(re.fullmatch(r"\(?\d{1,2}\)?", satu) for satu in isi)
