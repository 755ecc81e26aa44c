"""Words of an answer, made comparable: lower case, no punctuation, Indonesian number words.

Scene: used by the guards and the SMART checks of exercise 01. Pure standard library.
Facts: the list of connecting words is ordinary Indonesian grammar.
Add: a connecting word in KATA_SAMBUNG, a number word in ANGKA_KATA.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher


def himpunan(teks: str) -> frozenset[str]:
    """A word list written as one line of text."""
    return frozenset(teks.split())


KATA_SAMBUNG = himpunan(
    "yang di dan atau ke dari pada dengan untuk oleh sesuai tanpa dalam sejak sampai kepada bagi per setiap tiap "
    "secara terhadap atas agar sebelum setelah sesudah selama melalui antara serta "
    "sebagai menurut lewat hingga supaya seperti"
)
ANGKA_KATA = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
}
_TOKEN = re.compile(r"[a-z0-9%]+(?:[-'][a-z0-9]+)*")


def kata_kata(teks: str) -> list[str]:
    """The words of a text in order, ready to compare."""
    return _TOKEN.findall(teks.casefold())


def rata(teks: str) -> str:
    """The text as its words alone: what is left equal after changing capitals, spaces and punctuation."""
    return " ".join(kata_kata(teks))


def kemiripan(a: str, b: str) -> float:
    """How alike two texts are word by word, 0 to 1; order counts."""
    kiri, kanan = kata_kata(a), kata_kata(b)
    if not kiri or not kanan:
        return 0.0
    return SequenceMatcher(None, kiri, kanan, autojunk=False).ratio()


def memuat(teks: str, kelompok: list[str]) -> bool:
    """Whether one of the words or phrases stands in the text, at the start of a word (so that *-nya* still fits)."""
    lurus = f" {rata(teks)}"
    return any(f" {rata(kata)}" in lurus for kata in kelompok)


_AWALAN = ("meng", "mem", "men", "me", "peng", "pem", "pen", "per", "pe", "ter", "ber", "di", "ke", "se")
_AKHIRAN = ("nya", "kan", "an", "i")
_KATA_UMUM = KATA_SAMBUNG | himpunan(
    "jumlah persentase persen rata-rata ketepatan tingkat nilai indeks rasio waktu tanggal hari jam bulan tahun kerja "
    "orang selesai lengkap benar tepat baik hasil sekitar lebih kurang setahun ini itu ada tidak sudah akan yg dgn"
)


def pangkal(kata: str) -> str:
    """A rough root, good enough to see that *pemenuhan* and *terpenuhi* speak of the same thing."""
    for awalan in _AWALAN:
        if kata.startswith(awalan) and len(kata) - len(awalan) >= 4:
            kata = kata[len(awalan) :]
            break
    for akhiran in _AKHIRAN:
        if kata.endswith(akhiran) and len(kata) - len(akhiran) >= 4:
            kata = kata[: -len(akhiran)]
    return kata


def isi(teks: str) -> frozenset[str]:
    """The rough roots of the words that carry content."""
    return frozenset(pangkal(kata) for kata in kata_kata(teks) if kata not in _KATA_UMUM and kata.isalpha())
