"""The head of a phrase, the measure that opens it, and what is said of the thing that follows.

Scene: the reading on which orientasi.py and ukuran.py decide. Imports leksikon, teks.
Facts: lexicon/predikat.tsv. Add: a predicate there; a new kind of word in morfologi.py.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from simulator.wording import leksikon
from simulator.wording.teks import Teks

AKTIVITAS, OUTPUT, OUTCOME = "aktivitas", "output", "outcome"
PROSES = frozenset(("proses", "kegiatan", "acara", "internal"))
BENDA = frozenset(("produk", "publik", "layanan", "uang", "internal-barang"))
UKURAN = frozenset(f"ukuran-{k}" for k in ("cacah", "persen", "tingkat", "indeks", "bernama", "rerata", "waktu"))
_LEWATI = frozenset(("tugas", "tanda", "angka"))
_TUJUAN = frozenset(("sehingga", "agar", "supaya", "guna", "demi"))
_STATUS = frozenset(["akreditasi", "predikat", "opini", "penghargaan", "nilai", "wtp", "kategori", "pekerjaan", "skor"])
_MENDAPAT = frozenset(("mendapat", "mendapatkan", "memperoleh", "menerima"))
_TEMPAT = frozenset(("pada", "terhadap", "di", "akibat", "karena"))
_TEPAT = frozenset(("tepat", "sesuai", "benar", "lengkap"))
_MAKIN = ("semakin", "makin", "kian", "lebih", "merasa")


class Putusan(NamedTuple):
    """The orientation, how sure (2 sure, 1 fair, 0 doubtful), the words that decide, and why (a short code)."""

    label: str
    yakin: int
    awal: int
    akhir: int
    sebab: str


@cache
def kata_predikat(kelas: str) -> frozenset[str]:
    """The words of one class of predikat.tsv."""
    return leksikon.kelompok("predikat", kelas)


def kepala(teks: Teks, mulai: int = 0) -> int:
    """Index of the first word that carries content, past numbers, signs and function words; len when none."""
    i = mulai
    gol = teks.gol
    while i < len(gol) and gol[i] in _LEWATI:
        i += 1
    return i


def baca_predikat(teks: Teks, mulai: int) -> tuple[str, int]:
    """What is said about the counted thing after ``mulai``: dicapai, dilayani, ikut, dikerjakan or nothing."""
    kata = teks.kata
    if "yang" in kata[mulai:]:
        yang = kata.index("yang", mulai)
        if yang > mulai and (jawab := _predikat_mulai(teks, yang + 1))[0]:
            return jawab
    return _predikat_mulai(teks, mulai)


def _predikat_mulai(teks: Teks, mulai: int) -> tuple[str, int]:
    kata = teks.kata
    for i in range(mulai, len(kata)):
        k = kata[i]
        if k in _TUJUAN:
            break
        if k in kata_predikat("dicapai"):
            return "dicapai", i
        if k in kata_predikat("dilayani"):
            if k in _MENDAPAT and any(s in _STATUS for s in kata[i + 1 : i + 5]):
                return "dicapai", i
            return "dilayani", i
        if k in kata_predikat("ikut"):
            return "ikut", i
        g = teks.gol[i]
        if g in ("ter", "di"):
            return "dilayani", i
        if g == "ber":
            return "dicapai", i
        if g in ("verba", "verba-ubah"):
            return "dikerjakan", i
    return "", mulai


def yang_ditangani(teks: Teks, mulai: int) -> tuple[bool, int]:
    """Is the problem said to be dealt with? *Kasus yang tertangani* is, *kejadian pada pasien terpasang infus* not."""
    batas = next((k for k in range(mulai, len(teks.kata)) if teks.kata[k] in _TEMPAT), len(teks.kata))
    predikat, k = baca_predikat(teks, mulai)
    if predikat == "dilayani":
        return k < batas, k
    tepat = next((k for k in range(mulai, batas) if teks.kata[k] in _TEPAT and teks.kata[k - 1] == "yang"), batas)
    return tepat < batas, min(tepat, len(teks.kata) - 1)


def predikat_orang(teks: Teks, mulai: int) -> tuple[str, int]:
    """People who become *more* something have changed, whatever verb follows."""
    predikat, j = baca_predikat(teks, mulai)
    if predikat in ("", "dikerjakan"):
        for k, kata in enumerate(teks.kata[mulai:], start=mulai):
            if kata in _MAKIN:
                return "dicapai", k
    return predikat, j


def rantai_ukuran(teks: Teks, i: int) -> tuple[str, int]:
    """Follow *Persentase jumlah …*, *Nilai indeks …*: the deciding kind of measure, and where its object begins."""
    macam, j = "", i
    kata = teks.kata
    while j < len(kata):
        g = teks.gol[j]
        if g in UKURAN:
            kelas = "indeks" if g == "ukuran-bernama" else g[7:]
            if g == "ukuran-bernama" and macam == "cacah":
                break
            if kelas == "indeks" or not macam or macam == "rerata":
                macam = kelas if macam != "indeks" else macam
            elif macam in ("cacah", "persen") and kelas in ("tingkat", "waktu"):
                macam = kelas if kelas == "waktu" else macam
        elif g in _LEWATI and kata[j] not in ("yang",):
            pass
        else:
            break
        j += 1
    return macam or "tingkat", j


def benda(teks: Teks) -> int:
    """Index of the thing a statement is about: its head, or what stands behind the measure that opens it."""
    i = kepala(teks)
    return rantai_ukuran(teks, i)[1] if i < len(teks.gol) and teks.gol[i] in UKURAN else i


def mengukur_waktu(teks: Teks) -> bool:
    """*Kecepatan waktu tanggap*, *rata-rata waktu penerbitan*: a span is measured, whatever its limit."""
    i = kepala(teks)
    return i < len(teks.gol) and teks.gol[i] in UKURAN and rantai_ukuran(teks, i)[0] == "waktu"


_ACARA_DINAS = frozenset(
    (
        "rapat",
        "upacara",
        "apel",
        "apel pagi",
        "rapat koordinasi",
        "lomba",
        "festival",
        "pameran",
        "kuliah umum",
        "acara",
    )
)


def putusan_ikut(teks: Teks, i: int, j: int) -> Putusan:
    if "internal" in teks.gol[j + 1 :] or any(k in _ACARA_DINAS for k in teks.kata[j + 1 :]):
        return Putusan(AKTIVITAS, 1, i, j, "keikutsertaan")
    return Putusan(OUTPUT, 0, i, j, "penerima-dilayani")
