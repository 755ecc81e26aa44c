"""The lexicon: word lists with a reason per row, read once when the first statement is judged.

Scene: every other file of the package asks it what kind of word it has before it. Imports the standard library only.
Facts: lexicon/*.tsv (class, words, reason); nothing is read at import.
Add: a word in the right lexicon file (lexicon/README.md); a new file only with a new question it answers.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"
BERKAS_KEPALA = ("ukuran", "kegiatan", "produk", "orang", "kondisi", "mutu")


@cache
def baris(nama: str) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Rows of one lexicon file: (class, words, reason)."""
    hasil = []
    for isi in (FOLDER / f"{nama}.tsv").read_text(encoding="utf-8").splitlines():
        if not isi or isi.startswith("#"):
            continue
        kelas, kata, alasan = isi.split("\t")
        hasil.append((kelas, tuple(dict.fromkeys(k.strip() for k in kata.split(",") if k.strip())), alasan))
    return tuple(hasil)


@cache
def kelompok(nama: str, *kelas: str) -> frozenset[str]:
    """All words of the given classes of one file (every class when none is named)."""
    return frozenset(kata for k, daftar, _ in baris(nama) if not kelas or k in kelas for kata in daftar)


@cache
def kelas_kepala() -> dict[str, str]:
    """Word or phrase → its class as head of a phrase; the first file that names it wins."""
    peta: dict[str, str] = {}
    for nama in BERKAS_KEPALA:
        for kelas, daftar, _ in baris(nama):
            sebutan = f"ukuran-{kelas}" if nama == "ukuran" else kelas
            for kata in daftar:
                peta.setdefault(kata, "orang" if kelas == "petugas" else sebutan)
    return peta


@cache
def ejaan() -> dict[str, tuple[str, str]]:
    """Written form → (standard form, ``ejaan`` or ``singkat``)."""
    peta = {}
    for kelas, daftar, _ in baris("ejaan"):
        for pasangan in daftar:
            salah, baku = pasangan.split("=")
            if salah != baku:
                peta[salah] = (baku, kelas)
    return peta


@cache
def frasa() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases that begin with it, longest first; used to read a phrase as one word."""
    peta: dict[str, set[tuple[str, ...]]] = {}
    sumber = [kata for nama in BERKAS_KEPALA for _, daftar, _ in baris(nama) for kata in daftar]
    sumber += [k for k in kelompok("umum") if " " in k] + [k for k in kelompok("derajat") if " " in k]
    sumber += [k for k in ejaan() if " " in k] + [k for k in kelompok("predikat") if " " in k]
    for kata in sumber:
        if " " in kata:
            bagian = tuple(kata.split())
            peta.setdefault(bagian[0], set()).add(bagian)
    return {awal: tuple(sorted(isi, key=lambda b: (-len(b), b))) for awal, isi in peta.items()}


@cache
def satuan() -> dict[str, str]:
    """Unit → class of unit."""
    peta: dict[str, str] = {}
    for kelas, daftar, _ in baris("satuan"):
        for kata in daftar:
            peta.setdefault(kata, kelas)
    return peta


@cache
def medan() -> dict[str, tuple[str, ...]]:
    """Word → the fields of work it talks about."""
    peta: dict[str, list[str]] = {}
    for kelas, daftar, _ in baris("medan"):
        for kata in daftar:
            peta.setdefault(kata, []).append(kelas)
    return {kata: tuple(kelas) for kata, kelas in peta.items()}
