"""Can a reader say afterwards, from the record, by how much it was reached?

Scene: the label ``terukur`` and, stricter, the criterion M: a number beside a degree word measures something else.
Imports leksikon, morfologi, teks, orientasi. Facts: lexicon/derajat.tsv.
Add: a degree word, a named standard or an instrument in derajat.tsv.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from simulator.wording import leksikon
from simulator.wording.kepala import UKURAN, kepala
from simulator.wording.morfologi import golongan
from simulator.wording.pernyataan import Target
from simulator.wording.target import KALENDER
from simulator.wording.teks import Teks


class Ukuran(NamedTuple):
    """``terukur`` for the label, ``kuat`` for criterion M, the vague word found (if any), and how sure."""

    terukur: bool
    kuat: bool
    samar: str
    yakin: bool


@cache
def _pola(*kelas: str) -> re.Pattern[str]:
    kata = sorted(leksikon.kelompok("derajat", *kelas), key=lambda k: (-len(k), k))
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(k) for k in kata) + r")(?![\w-])")


_MENGUKUR = frozenset(
    (
        "prevalensi",
        "insidensi",
        "insidens",
        "prevalence",
        "incidence",
        "ketepatan waktu",
        "keterlambatan",
        "akreditasi",
        "kejadian",
        "insiden",
    )
)
_TIADA = ("tidak adanya ", "tidak ada ", "nihil ", "zero ", "nol ")
_MERASA = re.compile(r"\b(?:merasa|makin|semakin|benar-benar|lebih)\s+\w+")


def cari_samar(teks: Teks, aspek: str, berangka: bool) -> str:
    """The first vague degree word, or an empty string.

    Words that are also part of names (desa *tangguh*) count when no number stands beside them, when *dengan* or
    *makin* comes before, or when quality is what should be measured.
    """
    samar = leksikon.kelompok("derajat", "samar")
    lemah = leksikon.kelompok("derajat", "samar-lemah")
    for i, k in enumerate(teks.kata):
        if k in samar:
            return k
        if k in lemah and (not berangka or aspek == "kualitas" or (i and teks.kata[i - 1] in _PENGANTAR_DERAJAT)):
            return k
    return ""


_PENGANTAR_DERAJAT = frozenset(("dengan", "secara", "makin", "semakin", "lebih", "kian", "sangat", "benar-benar"))
_BERSKALA = frozenset(("indeks", "nilai", "skor", "predikat", "kategori", "opini", "peringkat", "level", "tingkat"))


def cari_samar_kata(kecil: str) -> bool:
    """Does a short text hold a degree word, or say nothing but *as needed*?"""
    samar = leksikon.kelompok("derajat", "samar", "samar-lemah")
    return not samar.isdisjoint(kecil.replace(",", " ").split())


def cari_standar(kecil: str) -> str:
    """The first named standard that can be verified, or an empty string."""
    if "sesuai" not in kecil and "tanpa" not in kecil and "memenuhi" not in kecil and "menurut" not in kecil:
        return ""
    m = _pola("standar").search(kecil)
    return m[0] if m else ""


def ukur(teks: Teks, target: Target, target_kecil: str, aspek: str = "") -> Ukuran:
    """Judge how measurable the indicator is together with its target."""
    i = kepala(teks)
    kepala_ukuran = (
        teks.kecil.startswith(_TIADA)
        or i < len(teks.kata)
        and (teks.gol[i] in UKURAN or teks.kata[i] in _MENGUKUR or golongan(teks.kata[i].split()[0]) in UKURAN)
    )
    berangka = "ukuran-persen" in teks.gol or "rate" in teks.kata or ("angka" in teks.gol and _berbilangan(teks.kecil))
    bertarget = target.bentuk in ("angka", "rentang") or _berhuruf(target, target_kecil, kepala_ukuran)
    samar = cari_samar(teks, aspek, target.nilai is not None and bool(target.satuan))
    standar = cari_standar(teks.kecil)
    terukur = kepala_ukuran or bertarget or berangka or bool(standar) or _target_menamai_ukuran(target, target_kecil)
    terukur = (
        terukur or _jumlah_sesudah_hasil(teks, i) or _satuan_menamai_ukuran(target) or (_semuanya(teks) and not samar)
    )
    if bertarget and samar and not target.kelas_satuan and not kepala_ukuran and not berangka:
        terukur = target.bentuk == "huruf" or _membilang(teks, i)
    kuat = terukur and (kepala_ukuran or not _hanya_derajat(teks, target, target_kecil, samar))
    if target.bentuk == "teks" and cari_samar_kata(target_kecil) and not (kepala_ukuran and teks.kata[i] in _BERSKALA):
        kuat = False
    if kuat and not kepala_ukuran and _sifat_diulang(teks, target_kecil):
        kuat = False
    return Ukuran(terukur, kuat, samar, not (terukur and samar and not kepala_ukuran))


def _jumlah_sesudah_hasil(teks: Teks, i: int) -> bool:
    """*Berkurangnya jumlah keluhan*, *tersedianya jumlah laporan*: what changed or came about is a number."""
    return teks.gol[i : i + 1] in (["jadi"], ["ter-nya"]) and "ukuran-cacah" in teks.gol[i + 1 : i + 3]


_PEMBUKA_TARGET = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def _sifat_diulang(teks: Teks, target_kecil: str) -> bool:
    """*Segar di 5 ruang*, *berdaya saing global, 340 IKM*: the target repeats a quality, its number is another's."""
    m = _PEMBUKA_TARGET.match(target_kecil)
    if m is None or cari_standar(target_kecil):
        return False
    sifat = next((k for k in teks.kata if k == m[0] or k.startswith(m[0] + " ")), "")
    if not sifat:
        return False
    g = golongan(m[0])
    return g == "ber" or (g == "lain" and not leksikon.satuan().get(m[0]) and sifat in leksikon.kelompok("derajat"))


def _semuanya(teks: Teks) -> bool:
    """*Seluruh SOP mengacu pada peta proses*: all of them is a hundred percent, if it opens the statement."""
    return any(k in ("seluruh", "semua") for k in teks.kata[:3])


_BERULANG = re.compile(
    r"\b(?:setiap|tiap|per)\s+\d+\s+(?:hari|minggu|pekan|bulan|tahun|semester|triwulan)\b(?:\s+sekali\b)?"
)


def _berbilangan(kecil: str) -> bool:
    """A number that is not merely a date, the number of a week, term or year, or a frequency (*setiap 3 bulan*)."""
    return any(k[0].isdigit() for k in _BERULANG.sub(" ", KALENDER.sub(" ", kecil)).replace("(", " ").split())


def _berhuruf(target: Target, target_kecil: str, kepala_ukuran: bool) -> bool:
    """*Baik* is a level where a scale is named (predikat, kategori); elsewhere it is only a degree word."""
    if target.bentuk != "huruf":
        return False
    return (
        kepala_ukuran
        or target.huruf.lower() not in leksikon.kelompok("derajat", "samar", "samar-lemah")
        or any(k in target_kecil for k in ("predikat", "kategori", "nilai", "akreditasi"))
    )


def _target_menamai_ukuran(target: Target, kecil: str) -> bool:
    return target.bentuk == "teks" and bool(_pola("instrumen").search(kecil))


def _satuan_menamai_ukuran(target: Target) -> bool:
    """A unit alone (no value yet) names a measure when it is a share, an index or a level."""
    return target.bentuk == "kosong" and target.kelas_satuan in ("persen", "indeks")


def _membilang(teks: Teks, i: int) -> bool:
    """The head is something that can be counted (people, products), so a bare number is its count."""
    return i < len(teks.kata) and teks.gol[i] in ("orang", "produk", "uang")


def _hanya_derajat(teks: Teks, target: Target, target_kecil: str, samar: str) -> bool:
    """The thing judged is a degree word; the number (if any) counts something else."""
    if target.bentuk == "teks" or target.bentuk == "kosong":
        return not (_target_menamai_ukuran(target, target_kecil) or _berukuran_sendiri(teks))
    if target.bentuk == "huruf":
        return target.huruf.lower() in leksikon.kelompok("derajat", "samar", "samar-lemah") and not _pola(
            "instrumen"
        ).search(teks.kecil)
    if not samar and not _MERASA.search(teks.kecil):
        return False
    if target.kelas_satuan in ("indeks", "waktu", "uang"):
        return False
    return not (
        _pola("instrumen").search(teks.kecil) or _pola("instrumen").search(target_kecil) or cari_standar(teks.kecil)
    )


def _berukuran_sendiri(teks: Teks) -> bool:
    return "angka" in teks.gol or bool(cari_standar(teks.kecil))
