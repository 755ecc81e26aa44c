"""Numbers of a context sentence, and how they are made comparable with a target: same unit, same period.

Scene: below criterion A, together with the outcome of one comparison (Jangkauan). Imports bilangan, pernyataan, target.
Facts: a working month of 22 days and a working day of 8 hours are REKAAN of the course.
Add: a period in PER_TAHUN, a way to write a number in baca_nilai, with cases in tests/wording/kasus/konteks.yaml.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from simulator.wording.bilangan import KALI, angka
from simulator.wording.pernyataan import Target
from simulator.wording.target import kelas_satuan
from simulator.wording.teks import BATAS_HURUF

HARI_SEBULAN = 22.0
PER_TAHUN = {
    "jam": 8 * HARI_SEBULAN * 12, "hari": HARI_SEBULAN * 12, "sehari": HARI_SEBULAN * 12, "shift": HARI_SEBULAN * 36,
    "minggu": 52.0, "bulan": 12.0, "bln": 12.0, "triwulan": 4.0, "semester": 2.0, "tahun": 1.0, "thn": 1.0,
}  # fmt: skip
_BILANGAN = re.compile(
    r"(?<!rata)(?P<n>\d+(?:[.,]\d+)*)\s*(?P<kali>ribu|rb|juta|jt|miliar|milyar)?\s*(?P<u>%|[^\W\d_]+)?"
    r"(?P<ekor>[^,;.]{0,40})"
)
PER = re.compile(r"(?:per|setiap|tiap|se|/|@)\s*(jam|hari|shift|minggu|bulan|bln|triwulan|semester|tahun|thn)\b")
# *UU 1/2004: 3 bulan*, *Permendagri 114: akhir September*: the number of a law is no level.
_HUKUM = re.compile(
    r"\b(?:uu|pp|perpres|permen\w*|perda|perka\w*|perban|perma|pergub|perbup|perwal|kepmen\w*)\s*(?:no\.?\s*)?\d[\d/]*"
)
_BELUM = re.compile(r"\bbelum (?:pernah|ada)\b")
_BAGIAN = re.compile(r"(\d+(?:[.,]\d+)*)\s*(?:[^\W\d_]+\s+)?dari\s+(\d+(?:[.,]\d+)*)\s*([^\W\d_]+)?")


class Jangkauan(NamedTuple):
    """``wajar`` (``None``: nothing to judge on), how sure, why (a code), and the words of the context used."""

    wajar: bool | None
    yakin: bool
    sebab: str
    dasar: str


class Nilai(NamedTuple):
    """A number of the context with its unit and period, as far as they are said."""

    nilai: float
    satuan: str
    periode: str
    persen: float | None = None  # of "49 dari 56": what a share is compared with


def baca_nilai(isi: str | None) -> Nilai | None:
    """The first number of a context sentence with its unit and period."""
    if not isi:
        return None
    kecil = _HUKUM.sub(" ", isi[:BATAS_HURUF].lower())
    if _BELUM.search(kecil):
        return None
    if bagian := _BAGIAN.search(kecil):
        sebagian, semua = angka(bagian[1]), angka(bagian[2])
        if sebagian is not None and semua and sebagian <= semua and "%" not in kecil[: bagian.start()]:
            return Nilai(sebagian, bagian[3] or "", "", round(100 * sebagian / semua, 1))
    for m in _BILANGAN.finditer(kecil):
        n = angka(m["n"])
        if n is None or (n > 1990 and n < 2100 and (m["u"] or "") in ("", "tahun", "th")):
            continue
        n *= KALI.get(m["kali"] or "", 1)
        per = PER.search(kecil[m.start() :])
        return Nilai(n, m["u"] or "", per[1] if per else "")
    if "nihil" in kecil or "nol" in kecil.split():
        return Nilai(0.0, "", "")
    return None


_JAM = {
    "detik": 1 / 3600, "menit": 1 / 60, "mnt": 1 / 60, "jam": 1.0, "hari": 24.0, "minggu": 168.0, "pekan": 168.0,
    "bulan": 720.0, "bln": 720.0, "tahun": 8760.0,
}  # fmt: skip
# Units that offices write for one another: a request, its file and the service are counted as one.
_SERUPA = (
    {"dokumen", "layanan", "kegiatan", "barang"},
    {"orang", "layanan"},
    {"orang", "lembaga"},
    {"lembaga", "barang"},
)


def sebanding(satu: str, dua: str) -> bool:
    """May values in units of these two classes be compared? An unknown class (empty) may with every other."""
    return not satu or not dua or satu == dua or any({satu, dua} <= serupa for serupa in _SERUPA)


def setara(target: Target, n: Nilai) -> tuple[float, float] | None:
    """Both values on the same period, when the units may be compared."""
    a, b = target.nilai, n.nilai
    if a is None:
        return None
    if target.kelas_satuan == "persen" and n.persen is not None:
        return a, n.persen
    kelas = kelas_satuan(n.satuan)
    if not sebanding(kelas, target.kelas_satuan):
        return None
    if target.kelas_satuan == "waktu":
        satu, dua = _JAM.get(target.satuan.split()[0], 0.0) if target.satuan else 0.0, _JAM.get(n.satuan, 0.0)
        return (a * satu / dua, b) if satu and dua else (a, b)
    if target.kelas_satuan in ("persen", "indeks"):
        return a, b
    satu, dua = PER_TAHUN.get(target.periode, 1.0), PER_TAHUN.get(n.periode, 1.0)
    if target.periode and n.periode:
        return a * satu, b * dua
    if n.periode and not target.periode and dua > 1:
        return (a, b) if a <= b * 3 else (a, b * dua)
    if target.periode and not n.periode and satu > 1:
        banyak = a * satu
        return (a, b) if abs(a - b) <= abs(banyak - b) else (banyak, b)
    return a, b
