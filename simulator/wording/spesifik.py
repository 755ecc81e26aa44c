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
from simulator.wording.kepala import PROSES, UKURAN, benda
from simulator.wording.morfologi import golongan
from simulator.wording.relevan import akar
from simulator.wording.teks import Teks
from simulator.wording.waktu import cari_waktu

_BUKAN_ISI = frozenset(
    ("tugas", "tanda", "angka", "verba", "verba-ubah", "jadi", "wujud", "ter-nya", "di-nya", "ter", "di", "ber")
)
_MENGGANTUNG = frozenset(("koordinasi", "konsultasi", "berkonsultasi", "berkoordinasi", "komunikasi"))
_PEMBUKA_POKOK = frozenset(("tentang", "terkait", "mengenai", "perihal", "soal", "untuk", "atas", "dalam", "bidang"))
_TUJUAN = frozenset(("berorientasi", "sesuai", "sehingga", "agar", "supaya", "guna", "rangka", "ditunjukkan", "demi"))
_LUAS = frozenset(("mutu", "mutu-turun"))
_SESUDAH_UNIT = frozenset(("yang", "secara", "untuk", "dalam", "tentang", "terkait", "mengenai", "melalui", "berupa"))
_LINGKUNG = frozenset(("di", "pada", "lingkungan", "lingkup", "dari", "oleh", "se"))
_KEPADA = frozenset(("dengan", "oleh", "kepada", "dari"))
_MILIK = frozenset(("kegiatan", "tugas", "pekerjaan", "urusan", "aktivitas"))
_PEMBUKA = frozenset(("verba", "verba-ubah", "ter-nya", "di-nya", "jadi", "wujud", "tugas", "tanda"))
_BERNILAI = frozenset(("nilai", "indeks", "skor"))
_BERBIDANG = frozenset(("kebijakan", "urusan", "layanan", "pelayanan", "pembangunan", "regulasi", "peraturan"))
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
                      r"|\b(?:tugas|kegiatan|pekerjaan)(?:\s+\w+){0,2}\s+lain(?:nya)?\b|\bbentuk lain\b"
                      r"|\b(?:perintah|instruksi|arahan)\s+(?:dari\s+|oleh\s+)?"
                      r"(?:kepala|pimpinan|atasan|camat|lurah|direktur|sekretaris|ketua)\b")  # fmt: skip


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
        if i and (
            k in _TUJUAN
            and not (k == "rangka" and not hasil)
            or k == "dengan"
            and kata[i + 1 : i + 2]
            and kata[i + 1] in _patokan()
        ):
            break
        mitra = mitra and k not in _PEMBUKA_POKOK
        unit = not hasil and (unit and k not in _SESUDAH_UNIT or _unit_pemilik(kata, i))
        mitra = mitra or i > 0 and kata[i - 1] in _KEPADA and _menggantung(kata, i)
        if not (mitra or unit or k in waktu) and (
            bermakna(k) or _diajarkan(teks, i) or _bidang_disebut(kata, i) or _diindeks(kata, i)
        ):
            hasil.append(k)
    return tuple(hasil)


def _unit_pemilik(kata: list[str], i: int) -> bool:
    """*Kegiatan Seksi Ketenteraman*, *kinerja kecamatan*: after an umbrella word a unit says whose, not what."""
    if i > 1 and kata[i] in leksikon.kelompok("umum", "lembaga") and _milik(kata, i - 1):
        return True
    if i > 0 and kata[i - 1] in ("lingkungan", "lingkup") and i + 1 < len(kata) and bermakna(kata[i + 1]):
        return False
    return i > 0 and kata[i] in leksikon.kelompok("umum", "unit") and _umum_sebelum(kata, i - 1, kata[i])


def _milik(kata: list[str], i: int) -> bool:
    """*Kegiatan puskesmas* opens a statement; in *usulan kegiatan puskesmas* something else does."""
    if kata[i] == "kinerja":
        return kata[i - 1] not in _BERNILAI
    return kata[i] in _MILIK and (golongan(kata[i - 1]) in _PEMBUKA or golongan(kata[i - 1]) in UKURAN)


def _bidang_disebut(kata: list[str], i: int) -> bool:
    """*Analisis kebijakan di bidang pengawasan*: what follows *di bidang* names the field, however general the word."""
    if i < 2 or kata[i - 1] != "bidang" or kata[i].startswith("tugas") or golongan(kata[i]) == "tugas":
        return False
    return kata[i - 2] == "di" or any(k.split()[0] in _BERBIDANG for k in kata[max(0, i - 4) : i - 1])


def _diindeks(kata: list[str], i: int) -> bool:
    """*Indeks kesiapsiagaan*: an index measures one thing, whatever its name."""
    return i > 0 and kata[i - 1].endswith("indeks") and kata[i].startswith("ke") and kata[i] not in _umum()


@cache
def _patokan() -> frozenset[str]:
    """Words that open a standard: *kesesuaian output dengan standar …* says how good, not of what."""
    return leksikon.kelompok("derajat", "standar")


def _umum_sebelum(kata: list[str], i: int, unit: str) -> bool:
    """*Kebijakan di bidang kehutanan* is about a field, whoever makes it."""
    if unit == "bidang" and kata[i] == "di" and kata[i - 1] not in _MILIK:
        return False
    while i > 0 and kata[i] in _LINGKUNG:
        i -= 1
    if unit == "bidang" and any(k.split()[0] in _BERBIDANG for k in kata[max(0, i - 1) : i + 1]):
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
    if isi and _hanya_bidang(teks, isi):
        return Cakupan(False, False, isi, "")
    if isi:
        return Cakupan(True, len(isi) > 1 or _menyebut_jenis(isi[0]), isi, "")
    if _berdua(teks):
        return Cakupan(True, False, isi, "")
    if rhk is not None and not _cari_payung(rhk.kecil):
        dari_rhk = kata_isi(rhk)
        if dari_rhk and (_urusan_sendiri(teks, rhk) or _hanya_bidang(rhk, dari_rhk)):
            return Cakupan(False, True, isi, "")
        if dari_rhk:
            return Cakupan(True, len(dari_rhk) > 1, dari_rhk, "")
    return Cakupan(False, not _ada_unit(teks), isi, "")


_BERISI = frozenset(("produk", "layanan", "publik", "uang"))


def _hanya_bidang(teks: Teks, isi: tuple[str, ...]) -> bool:
    """*Kegiatan pembelajaran*, *perlindungan sosial*: a whole field, with no document, service or figure beside it."""
    if "urusan" in teks.kata and len(isi) > 1 and leksikon.kelompok("aturan", "urusan-kantor").issuperset(isi):
        return True
    if not all(_luas(k) for k in isi):
        return False
    sisa = [(k, g) for k, g in zip(teks.kata, teks.gol, strict=True) if k not in isi]
    if any(g in _BERISI or g in UKURAN or g == "angka" for _, g in sisa):
        return False
    return leksikon.kelompok("aturan", "pendamping").isdisjoint(b for k, _ in sisa for b in k.split())


def _berdua(teks: Teks) -> bool:
    """*Kasus pegawai*, *permohonan bantuan*: two general things together say which."""
    separuh = leksikon.kelompok("umum", "separuh")
    ada = {k.partition("-")[0].removesuffix("nya") for k in teks.kata if k in separuh or k.partition("-")[0] in separuh}
    return len(ada) > 1


def _luas(kata: str) -> bool:
    luas = leksikon.kelompok("umum", "luas")
    if kata in luas:
        return True
    bagian = kata.split()
    khusus = kata in leksikon.kelompok("umum", "khusus")
    return (
        len(bagian) > 1
        and not khusus
        and golongan(kata) != "ukuran-bernama"
        and all(b in luas or not bermakna(b) for b in bagian)
    )


def _urusan_sendiri(teks: Teks, rhk: Teks) -> bool:
    """*Banyaknya kegiatan yang diikuti*: an affair of its own, in no word the affair of its RHK, borrows no scope.

    Nor does a bare process that only goes well (*Pembinaan berjalan optimal*).
    """
    i = benda(teks)
    if i >= len(teks.kata):
        return False
    if teks.gol[i] in PROSES and not leksikon.kelompok("derajat", "samar").isdisjoint(teks.kata[i + 1 :]):
        return True
    return teks.kata[i].split("-")[0] in leksikon.kelompok("aturan", "urusan") and akar(teks).isdisjoint(akar(rhk))


def _benda_bernama(m: re.Match[str], isi: tuple[str, ...], teks: Teks) -> bool:
    """A catch-all does no harm at the end of a list, in the tail of a long sentence, or as the manner of a thing."""
    return (
        (len(isi) > 1 and m[0] in _PENUTUP_DAFTAR)
        or (len(isi) > 5 and m.start() > len(teks.kecil) // 2)
        or (len(isi) > 1 and m[0].startswith(("sesuai ", "tugas harian")))
    )


def _menyebut_jenis(kata: str) -> bool:
    """One word is enough, unless it is a short one or names people without saying which (*siswa*, *warga*)."""
    if kata in leksikon.kelompok("umum", "lembaga"):
        return False
    return " " in kata or (len(kata) > 4 and golongan(kata) != "orang")


def _ada_unit(teks: Teks) -> bool:
    """A unit's name leaves a doubt: to people who work there it may say enough."""
    return not leksikon.kelompok("umum", "unit").isdisjoint(teks.kata[1:])
