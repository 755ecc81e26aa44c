"""The size of a target: numbers with their units, and whether they lie within what the facts of the question allow.

Scene: criterion A (achievable) of exercise 01. Pure; imports kata only.
Facts: ranges come from the bank (REKAAN) and follow from last year's result and the capacity shown to the participant.
Add: a unit spelling in SATUAN_SAMA, a way to say a period in _KALI.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .kata import ANGKA_KATA, himpunan, kata_kata

SATUAN_SAMA = {"%": "persen", "prosen": "persen", "percent": "persen", "tgl": "tanggal", "harinya": "hari"}
BULAN = tuple(kata_kata("januari februari maret april mei juni juli agustus september oktober november desember"))
SATUAN_WAKTU = himpunan("hari jam menit tanggal minggu")
_HENTI = himpunan("per setiap tiap dalam sampai pada tahun selama dan sejak untuk atau dari")
#: Shares of what went wrong: less is better, so the range of the good ones counts from the other end.
_KEGAGALAN = himpunan(
    "kedaluwarsa kadaluwarsa dikembalikan pengembalian kesalahan salah keliru terlambat keterlambatan rusak kerusakan "
    "gangguan keluhan ditolak tertunda kosong kekosongan"
)
_KALI = {"hari": 240, "minggu": 52, "bulan": 12, "triwulan": 4, "semester": 2, "tahun": 1}
_PERIODE = re.compile(r"\b(?:per|setiap|tiap|tiap-tiap)\s+(hari|minggu|bulan|triwulan|semester|tahun)\b")
_BULANAN = re.compile(r"/\s*(hari|minggu|bulan|triwulan|semester|tahun)\b")
_KATA_ANGKA = "|".join(sorted(ANGKA_KATA, key=len, reverse=True))
_ANGKA = re.compile(
    r"(?<![\w.,])(?:(?P<bulat>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<pecahan>\d{1,3}))?|(?P<titik>\d+\.\d{1,2}))(?!\d)"
    rf"|\b(?P<kata>{_KATA_ANGKA})(?:(?P<belas>\s+belas)|(?P<puluh>\s+puluh)(?:\s+(?P<sisa>{_KATA_ANGKA}))?)?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Besaran:
    """One number of a target with the words after it; ``kutipan`` is how the participant wrote it."""

    nilai: float
    satuan: tuple[str, ...]
    kutipan: str


@dataclass(frozen=True, slots=True)
class Putusan:
    """``status`` is dalam, luar, tanpa_angka or satuan_lain; ``ukuran`` the range that decided, in that unit."""

    status: str
    kutipan: str = ""
    ukuran: dict | None = None
    satuan: str = ""


def besaran(teks: str) -> list[Besaran]:
    """The numbers of a text with their units; years are not numbers of a target."""
    hasil: list[Besaran] = []
    for cocok in _ANGKA.finditer(teks):
        nilai, satuan = _number(cocok), _unit(teks[cocok.end() : cocok.end() + 40])
        if 1900 <= nilai <= 2100 and not satuan:
            continue
        sebelum = kata_kata(teks[max(0, cocok.start() - 12) : cocok.start()])[-1:]
        bertanggal = sebelum and SATUAN_SAMA.get(sebelum[0], sebelum[0]) == "tanggal"
        if bertanggal or (satuan and satuan[0] in BULAN):
            satuan = ("tanggal", *satuan)
        hasil.append(Besaran(nilai, satuan, _quote(teks, cocok)))
    return _share_units(hasil)


def periksa_rentang(target: str, indikator: str, daftar_ukuran: list[dict]) -> Putusan:
    """Compare the numbers of the target (or, when it has none, of the indicator) with the ranges of the question."""
    sumber = target if besaran(target) else indikator
    angka = besaran(sumber)
    if not angka:
        return Putusan("tanpa_angka", target.strip() or indikator.strip())
    cocok = [(satu, ukuran) for satu in angka for ukuran in [_fits(satu, daftar_ukuran)] if ukuran]
    if not cocok:
        return Putusan("satuan_lain", angka[0].kutipan)
    kali = _times_a_year(f"{target} {indikator}")
    gagal = bool(set(kata_kata(indikator)) & _KEGAGALAN)
    for satu, ukuran in cocok:
        nilai = satu.nilai * (kali if ukuran.get("per") == "tahun" else 1)
        terbalik = gagal and ukuran["satuan"] == ["persen"] and _within(100 - nilai, ukuran)
        if not terbalik and not _in_time(satu, nilai, ukuran):
            return Putusan("luar", satu.kutipan, ukuran, _unit_meant(satu, ukuran))
    return Putusan("dalam", cocok[0][0].kutipan, cocok[0][1])


def _within(nilai: float, ukuran: dict) -> bool:
    return bool(ukuran["min"] - 1e-9 <= nilai <= ukuran["maks"] + 1e-9)


def _in_time(satu: Besaran, nilai: float, ukuran: dict) -> bool:
    """Within the range; where the range is a day of a month, any day of a month before is in time as well."""
    batas, ditulis = _month(ukuran["satuan"]), _month(satu.satuan)
    if batas is None or ditulis is None or batas == ditulis:
        return _within(nilai, ukuran)
    return ditulis < batas


def _month(satuan: Sequence[str]) -> int | None:
    return next((BULAN.index(kata) for kata in satuan if kata in BULAN), None)


def _unit_meant(satu: Besaran, ukuran: dict) -> str:
    return next((kata for kata in satu.satuan if kata in ukuran["satuan"]), ukuran["satuan"][0])


def rentang_untuk_manusia(ukuran: dict, satuan: str) -> str:
    """A range as a person reads it: ``84–96 persen``."""
    bulan = _month(ukuran["satuan"])
    if bulan is not None and satuan in ("tanggal", BULAN[bulan]):
        return f"tanggal {ukuran['maks']:g} {BULAN[bulan].capitalize()} atau sebelumnya"
    bawah, atas = (f"{ukuran[k]:g}".replace(".", ",") for k in ("min", "maks"))
    angka = bawah if bawah == atas else f"{bawah}–{atas}"
    per = " per tahun" if ukuran.get("per") == "tahun" else ""
    return f"{satuan} {angka}" if satuan == "tanggal" else f"{angka} {satuan}{per}"


def _number(cocok: re.Match[str]) -> float:
    if cocok["kata"]:
        nilai = ANGKA_KATA[cocok["kata"].casefold()]
        if cocok["puluh"]:
            nilai = 10 * nilai + (ANGKA_KATA[cocok["sisa"].casefold()] if cocok["sisa"] else 0)
        return float(nilai + (10 if cocok["belas"] else 0))
    if cocok["titik"]:
        return float(cocok["titik"])
    return float(cocok["bulat"].replace(".", "") + "." + (cocok["pecahan"] or "0"))


def _quote(teks: str, cocok: re.Match[str]) -> str:
    """The number and the one word after it, exactly as written."""
    ekor = re.match(r"\s*(?:%|[^\W\d]+)", teks[cocok.end() :])
    return teks[cocok.start() : cocok.end() + (ekor.end() if ekor else 0)]


def _unit(ekor: str) -> tuple[str, ...]:
    ekor = ekor.split(",")[0].split(";")[0]
    if re.match(r"\s*(?:-|–|s\.?/?d\.?|sampai|hingga)\s*\d", ekor):
        return ()  # a range such as 90-95%: the unit stands behind the second number
    kata = []
    for satu in kata_kata(ekor.replace("%", " % "))[:3]:
        if satu in _HENTI or satu[0].isdigit():
            break
        kata.append(SATUAN_SAMA.get(satu, satu))
    return tuple(kata)


def _share_units(daftar: list[Besaran]) -> list[Besaran]:
    """The first number of a range takes the unit of the second."""
    hasil = list(daftar)
    for nomor in range(len(hasil) - 2, -1, -1):
        if not hasil[nomor].satuan and hasil[nomor + 1].satuan:
            hasil[nomor] = Besaran(hasil[nomor].nilai, hasil[nomor + 1].satuan, hasil[nomor].kutipan)
    return hasil


def _fits(satu: Besaran, daftar_ukuran: list[dict]) -> dict | None:
    for kata in satu.satuan:
        for ukuran in daftar_ukuran:
            if any(kata == satuan or kata == f"{satuan}nya" for satuan in ukuran["satuan"]):
                return ukuran
    return None


def _times_a_year(teks: str) -> int:
    cocok = _PERIODE.search(teks.casefold()) or _BULANAN.search(teks.casefold())
    return _KALI[cocok.group(1)] if cocok else 1
