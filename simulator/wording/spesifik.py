"""Would two readers look for the same document, service or people?

Scene: the label ``spesifik`` and the criterion S. Words that carry scope are counted; umbrella words are not.
Imports leksikon, morfologi, teks. Facts: lexicon/umum.tsv and tugas.tsv.
Add: an umbrella word in umum.tsv (class umum), a catch-all phrase in umum.tsv (class payung).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from simulator.wording import leksikon
from simulator.wording.kepala import UKURAN
from simulator.wording.morfologi import golongan
from simulator.wording.teks import Teks
from simulator.wording.waktu import cari_waktu

_BUKAN_ISI = frozenset(
    ("tugas", "tanda", "angka", "verba", "verba-ubah", "jadi", "wujud", "ter-nya", "di-nya", "ter", "di", "ber")
)
_MENGGANTUNG = frozenset(("koordinasi", "konsultasi", "berkonsultasi", "berkoordinasi", "komunikasi"))
_PEMBUKA_POKOK = frozenset(("tentang", "terkait", "mengenai", "perihal", "soal", "untuk", "atas", "dalam", "bidang"))
_TUJUAN = frozenset(("sesuai", "sehingga", "agar", "supaya", "guna", "rangka", "ditunjukkan", "demi"))
_LUAS = frozenset(("mutu", "mutu-turun"))
_SESUDAH_UNIT = frozenset(("yang", "secara", "untuk", "dalam", "tentang", "terkait", "mengenai", "melalui", "berupa"))
_LINGKUNG = frozenset(("di", "pada", "lingkungan", "lingkup", "dari", "oleh", "se"))
_KEPADA = frozenset(("dengan", "oleh", "kepada", "dari"))
_BERBIDANG = frozenset(("kebijakan", "urusan", "layanan", "pelayanan", "pembangunan"))
_PENEMPATAN = frozenset(("daerah", "wilayah", "lingkungan", "lingkup"))
_PENUTUP_DAFTAR = frozenset(
    ("lain-lain", "dan lain-lain", "dan sebagainya", "dan sejenisnya", "dan seterusnya", "dll", "dsb", "dst")
)


class Cakupan(NamedTuple):
    """``spesifik``; how sure; the words that carry scope; the catch-all phrase when there is one."""

    spesifik: bool
    yakin: bool
    isi: tuple[str, ...]
    payung: str


@cache
def _payung() -> re.Pattern[str]:
    kata = sorted(leksikon.kelompok("umum", "payung"), key=lambda k: (-len(k), k))
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(k).replace(r"\ ", r"\s+") for k in kata) + r")(?![\w-])"
                      r"|\b(?:tugas|kegiatan|pekerjaan)(?:\s+\w+){0,2}\s+lain(?:nya)?\b|\bbentuk lain\b")  # fmt: skip


@cache
def _umum() -> frozenset[str]:
    derajat = leksikon.kelompok("derajat", "samar", "samar-lemah", "penguat", "samar-waktu")
    predikat = frozenset(k for k in leksikon.kelompok("predikat") if " " not in k)
    umum = leksikon.kelompok("umum", "umum") | predikat | derajat
    return umum - leksikon.kelompok("umum", "khusus")


_peran: dict[str, bool] = {}


def bermakna(kata: str) -> bool:
    """Does this word by itself narrow down what is meant?"""
    jawab = _peran.get(kata)
    if jawab is None:
        depan, ulang, belakang = kata.partition("-")
        if ulang and belakang in (depan, depan + "nya"):
            return bermakna(depan)
        if kata.endswith("nya") and kata[:-3] in _umum():
            return False
        g = golongan(kata)
        if " " in kata:
            bernama = g == "ukuran-bernama"
            jawab = bernama or (kata not in _umum() and g not in UKURAN and _frasa_bermakna(kata))
        else:
            jawab = (
                g == "ukuran-bernama"
                or g not in _BUKAN_ISI
                and g not in UKURAN
                and g not in _LUAS
                and kata not in _umum()
                and len(kata) > 1
            )
        if len(_peran) < 200_000:
            _peran[kata] = jawab
    return jawab


def _frasa_bermakna(frasa: str) -> bool:
    """A phrase narrows down when it names one kind of document, or when a part of it does."""
    if frasa in leksikon.kelompok("umum", "khusus"):
        return True
    for kata in _umum_berfrasa():
        frasa = frasa.replace(kata, " ")
    return any(bermakna(b) for b in frasa.split())


@cache
def _umum_berfrasa() -> tuple[str, ...]:
    return tuple(sorted((k for k in _umum() if " " in k), key=lambda k: (-len(k), k)))


def kata_isi(teks: Teks) -> tuple[str, ...]:
    """The words that carry scope, time expressions left out; remembered, because an RHK is asked again and again."""
    if teks.isi is None:
        teks.isi = _kata_isi(teks)
    return teks.isi


def _kata_isi(teks: Teks) -> tuple[str, ...]:
    kata = teks.kata
    teks.waktu = cari_waktu(teks.kecil)
    waktu = teks.waktu[1].split()
    hasil: list[str] = []
    mitra = unit = False
    for i, k in enumerate(kata):
        if k in _TUJUAN and i:
            break
        mitra = mitra and k not in _PEMBUKA_POKOK
        unit = not hasil and (unit and k not in _SESUDAH_UNIT or _unit_pemilik(kata, i))
        mitra = mitra or i > 0 and kata[i - 1] in _KEPADA and _menggantung(kata, i)
        if not (mitra or unit or k in waktu) and (bermakna(k) or _diajarkan(teks, i)):
            hasil.append(k)
    return tuple(hasil)


def _unit_pemilik(kata: list[str], i: int) -> bool:
    """*Kegiatan Seksi Ketenteraman*, *kinerja kecamatan*: after an umbrella word a unit says whose, not what."""
    return i > 0 and kata[i] in leksikon.kelompok("umum", "unit") and _umum_sebelum(kata, i - 1, kata[i])


def _umum_sebelum(kata: list[str], i: int, unit: str) -> bool:
    """*Kebijakan di bidang kehutanan* is about a field, whoever makes it."""
    while i > 0 and kata[i] in _LINGKUNG:
        i -= 1
    if unit == "bidang" and kata[i] in _BERBIDANG:
        return False
    return kata[i] in leksikon.kelompok("umum", "umum") and kata[i] not in _PENEMPATAN


def _diajarkan(teks: Teks, i: int) -> bool:
    """*Pelatihan menjahit*: the verb names what is taught."""
    return i > 0 and teks.gol[i] == "verba" and teks.gol[i - 1] == "acara"


def _menggantung(kata: list[str], i: int) -> bool:
    """*Koordinasi dengan WD III*: naming the partner does not say what is coordinated."""
    return any(k in _MENGGANTUNG for k in kata[: i - 1]) and not any(
        bermakna(k) and k not in _MENGGANTUNG for k in kata[: i - 1]
    )


_PEMICU = (
    "lain",
    "yang di",
    "item",
    "sebagai",
    "segala",
    "hal",
    "sesuatu",
    "berbagai",
    "semua",
    "seluruh",
    "perintah",
    "arahan",
    "hari",
    "rutin",
    "sejenis",
    "seterusnya",
    "dll",
    "dsb",
    "dst",
    "tanggung jawab",
    "fungsi",
)


def _cari_payung(kecil: str) -> re.Match[str] | None:
    return _payung().search(kecil) if any(p in kecil for p in _PEMICU) else None


def cakupan(teks: Teks, rhk: Teks | None = None) -> Cakupan:
    """Judge the scope; an indicator may take it from its RHK, a catch-all object may not."""
    m = _cari_payung(teks.kecil)
    isi = kata_isi(teks)
    if m and not _benda_bernama(m, isi, teks):
        return Cakupan(False, True, isi, m[0])
    if isi:
        return Cakupan(True, len(isi) > 1 or _menyebut_jenis(isi[0]), isi, "")
    if rhk is not None and not _cari_payung(rhk.kecil):
        dari_rhk = kata_isi(rhk)
        if dari_rhk:
            return Cakupan(True, len(dari_rhk) > 1, dari_rhk, "")
    return Cakupan(False, not _ada_unit(teks), isi, "")


def _benda_bernama(m: re.Match[str], isi: tuple[str, ...], teks: Teks) -> bool:
    """A catch-all does no harm at the end of a list, in the tail of a long sentence, or as the manner of a thing."""
    return (
        (len(isi) > 2 and m[0] in _PENUTUP_DAFTAR)
        or (len(isi) > 5 and m.start() > len(teks.kecil) // 2)
        or (len(isi) > 1 and m[0].startswith("sesuai "))
    )


def _menyebut_jenis(kata: str) -> bool:
    """One word is enough, unless it is a short one or names people without saying which (*siswa*, *warga*)."""
    return " " in kata or (len(kata) > 4 and golongan(kata) != "orang")


def _ada_unit(teks: Teks) -> bool:
    """A unit's name leaves a doubt: to people who work there it may say enough."""
    return not leksikon.kelompok("umum", "unit").isdisjoint(teks.kata[1:])
