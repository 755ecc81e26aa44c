"""A target string read as value or range, comparison, unit, period, letter.

Scene: the e-Kinerja form keeps a target as one string ("12 Laporan", "≥ 85%", "BB", "1 audit / 100% TL"); this file
takes it apart. Imports leksikon, teks, bilangan. Facts: lexicon/satuan.tsv.
Add: a unit in satuan.tsv; a comparison in PEMBANDING, with a case in tests/wording/test_target.py.
"""

from __future__ import annotations

import re

from simulator.wording import leksikon
from simulator.wording.bilangan import KALI, KATA, angka
from simulator.wording.pernyataan import Target
from simulator.wording.teks import bersihkan

PEMBANDING = (
    ("≥", r"≥|>=|=>|\bminimal\b|\bminimum\b|\bmin\b\.?|paling sedikit|paling rendah|sekurang-?kurangnya|setidaknya|"
          r"tidak kurang dari|sedikitnya|serendah-?rendahnya"),
    ("≤", r"≤|<=|=<|\bmaksimal\b|\bmaksimum\b|\bmaks\b\.?|\bmax\b\.?|paling banyak|paling lama|paling lambat|"
          r"paling tinggi|tidak lebih dari|tidak melebihi|selambat-?lambatnya|setinggi-?tingginya|"
          r"sebanyak-?banyaknya \d|di bawah sama dengan"),
    (">", r">|lebih dari|di atas|melebihi"),
    ("<", r"<|kurang dari|di bawah"),
)  # fmt: skip
_BANDING = tuple((tanda, re.compile(pola)) for tanda, pola in PEMBANDING)
_ANGKA = re.compile(
    r"(?:(?P<rp>rp\.?\s*)|(?<![\w.,]))(?P<a>\d+(?:[.,]\d+)*)(?:,-)?"
    r"(?:\s*(?P<kali>ribu|rb|juta|jt|miliar|milyar|triliun)\b)?"
    r"(?:\s*%?\s*(?:-|–|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*(?P<b>\d+(?:[.,]\d+)*)(?![\w]))?"
)
_HURUF = re.compile(r"^(?:predikat|nilai|kategori|kategori nilai|peringkat|opini|akreditasi|level|grade)?\s*"
                    r"(aa|a|bb|b|cc|c|d|wtp|wdp|a\+|a-|b\+|sangat baik|baik|cukup|istimewa|unggul|paripurna|madya|"
                    r"informatif|sangat inovatif|inovatif|terakreditasi(?: \w+)?|prima|memuaskan|sangat memuaskan|"
                    r"sesuai ekspektasi|hijau|nindya|utama|pratama|kla)(?:\s*\(.*\))?$")  # fmt: skip
_PERIODE = re.compile(
    r"(?:per|setiap|tiap|dalam(?: satu| 1)?|selama(?: satu| 1)?|/|se)\s*"
    r"(hari|minggu|bulan|bln|triwulan|semester|tahun|thn|jam|shift|angkatan|batch|kegiatan)\b|"
    r"\b(harian|mingguan|bulanan|triwulanan|semesteran|tahunan)\b"
)
_PISAH = re.compile(r"\s*(?:/(?=\s)|;|\bdan\b(?=\s*\d)|,(?=\s*\d{1,3}\s*%))\s*")
_SATUAN_KATA = re.compile(r"[%]|[^\W\d_]+(?:[-/][^\W\d_]+)*\d?")
_LEWAT_SATUAN = frozenset(["per", "setiap", "tiap", "dalam", "pada", "di", "bulan", "tahun", "s", "sampai"])


def urai_target(target: object, satuan: object = None) -> Target:
    """Parse a target string together with a separate unit column, when there is one."""
    isi = bersihkan(target)
    unit = bersihkan(satuan)
    if not isi and not unit:
        return Target()
    if not isi:
        return Target(satuan=unit, kelas_satuan=kelas_satuan(unit), periode=_periode(unit.lower()))
    bagian = [b for b in _PISAH.split(isi) if b.strip()] if len(isi) < 200 else []
    if not bagian or not all(any(h.isdigit() for h in b) for b in bagian):
        bagian = [isi]
    utama = _satu(bagian[0], unit, isi)
    if len(bagian) == 1:
        return utama
    sisa = tuple(_satu(b, "", b) for b in bagian[1:4])
    return Target(
        utama.bentuk, utama.nilai, utama.nilai_maks, utama.pembanding, utama.satuan, utama.kelas_satuan,
        utama.periode or next((s.periode for s in sisa if s.periode), ""), utama.huruf, isi, sisa,
    )  # fmt: skip


def _satu(isi: str, unit: str, penuh: str) -> Target:
    kecil = isi.lower()
    periode = _periode(kecil) or _periode(unit.lower())
    if (cocok := _HURUF.match(kecil)) and not any(h.isdigit() for h in kecil):
        return Target("huruf", satuan=unit, kelas_satuan="indeks", periode=periode, huruf=cocok[1].upper(), teks=penuh)
    tanpa_kalender = KALENDER.sub(lambda c: " " * len(c[0]), kecil)
    if (hari := _KALI_24_JAM.search(kecil)) is not None:
        jam = float(hari[1]) * 24
        return Target("angka", jam, None, _pembanding(kecil), "jam", "waktu", periode, "", penuh)
    m = _ANGKA.search(_tanpa_keterangan(_tanpa_asal(tanpa_kalender)))
    if m is None and tanpa_kalender != kecil:
        return Target("angka", satuan="tanggal", kelas_satuan="waktu", periode=periode, teks=penuh)
    if m is None:
        return _dengan_kata(isi, kecil, unit, periode, penuh)
    nilai = angka(m["a"])
    kali = KALI.get(m["kali"] or "", 1)
    nilai = None if nilai is None else nilai * kali
    maks = angka(m["b"]) if m["b"] else None
    if maks is not None:
        maks *= kali
    satuan = _satuan(kecil, m.end(), bool(m["rp"]), unit)
    bentuk = "rentang" if maks is not None and nilai is not None and maks > nilai else "angka"
    return Target(
        bentuk, nilai, maks if bentuk == "rentang" else None, _pembanding(kecil), satuan, kelas_satuan(satuan), periode,
        "", penuh,
    )  # fmt: skip


_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
KALENDER = re.compile(
    rf"\b\d{{1,2}}\s+(?:{_BULAN})\b(?:\s+(?:19|20)\d\d)?|\b(?:{_BULAN})\s+(?:19|20)\d\d|"
    r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|"
    r"\b(?:tanggal|tgl\.?|pukul|tahun|thn|ta|t\.a\.|triwulan|tw|semester|tahap|"
    r"minggu ke|bulan ke|angkatan|batch)\s*(?:ke\s*)?-?\s*\d{1,4}\b(?!\s*%)|"
    r"\bh\s*[-+]\s*\d+"
)
_KALI_24_JAM = re.compile(r"^\D{0,20}(\d{1,2})\s*x\s*24\s*jam\b")
_ASAL = re.compile(r"\bdari\s+(\d+(?:[.,]\d+)*\s*%?)(?=\s+(?:[^\W\d_]+\s+)?(?:men)?(?:jadi|ke)\b)")


def _tanpa_asal(kecil: str) -> str:
    """*Dari 11 jadi 40 ekor* aims at forty."""
    return _ASAL.sub(lambda m: " " * len(m[0]), kecil) if "dari" in kecil else kecil


_KETERANGAN = re.compile(r"\b(?:sesudah|setelah|sejak|dalam|selama)\s+\d+(?:[.,]\d+)*(?:\s*kali)?\s+[^\W\d_]+")


def _tanpa_keterangan(kecil: str) -> str:
    """Blank out numbers that only say after what or how long, unless nothing else is left to read."""
    sisa = _KETERANGAN.sub(lambda m: " " * len(m[0]), kecil)
    return sisa if sum(h.isalnum() for h in sisa) > 3 else kecil


def _dengan_kata(isi: str, kecil: str, unit: str, periode: str, penuh: str) -> Target:
    """Numbers written as words: *tiga policy brief*, *nihil*."""
    kata = _SATUAN_KATA.findall(kecil)
    for i, k in enumerate(kata[:6]):
        if k in KATA:
            satuan = unit or " ".join(kata[i + 1 : i + 3])
            kelas = kelas_satuan(satuan) or kelas_satuan(kata[i + 1] if i + 1 < len(kata) else "")
            return Target("angka", float(KATA[k]), None, _pembanding(kecil), satuan, kelas, periode, "", penuh)
    return Target("teks", satuan=unit, kelas_satuan=kelas_satuan(unit), periode=periode, teks=penuh or isi)


def _periode(kecil: str) -> str:
    m = _PERIODE.search(kecil)
    return (m[1] or m[2].removesuffix("an")) if m else ""


def _pembanding(kecil: str) -> str:
    for tanda, pola in _BANDING:
        if pola.search(kecil):
            return tanda
    return "="


def _satuan(kecil: str, akhir: int, rupiah: bool, unit: str) -> str:
    if unit:
        return unit
    if rupiah:
        return "Rp"
    ekor = kecil[akhir : akhir + 60]
    kata = _SATUAN_KATA.findall(ekor)
    if not kata or (ekor.strip() and ekor.strip()[0] in ",;()" and not ekor.strip().startswith("(")):
        return ""
    if kata[0] in _LEWAT_SATUAN and kata[0] not in ("bulan", "tahun"):
        return ""
    dua = " ".join(kata[:2])
    return dua if dua in leksikon.satuan() else kata[0]


def kelas_satuan(satuan: str) -> str:
    """The class of a unit (dokumen, orang, persen, waktu, …), or empty when unknown."""
    kecil = satuan.lower().strip(" .")
    peta = leksikon.satuan()
    if kecil in peta:
        return peta[kecil]
    for bagian in re.split(r"[\s/]+", kecil):
        if bagian in peta:
            return peta[bagian]
    return ""
