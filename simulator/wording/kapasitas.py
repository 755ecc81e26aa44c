"""Is the target within what the people and the place can do, and no more than there is?

Scene: one of the comparisons of criterion A. Imports bilangan, pernyataan, setara, target.
Facts: a sixth above capacity is where a teacher would ask (REKAAN of the course).
Add: a way to state a capacity as a pattern here, with cases in tests/wording/kasus/konteks.yaml.
"""

from __future__ import annotations

import re

from simulator.wording.bilangan import angka
from simulator.wording.pernyataan import Target
from simulator.wording.setara import PER, PER_TAHUN, Jangkauan, Nilai, setara
from simulator.wording.target import kelas_satuan

_BATAS_KAPASITAS = re.compile(
    r"(?:maks(?:imal)?|kapasitas|mampu|sanggup|paling banyak|hanya|cukup untuk|jatah|kuota|daya tampung|"
    r"sasaran|populasi|total|stok)"
    r"\D{0,25}?(\d+(?:[.,]\d+)*)\s*(%|[^\W\d_]+)?"
)
_SEMUA_ORANG = re.compile(
    r"\b(?:wajib|terdaftar|seluruhnya|total|jumlah|sasaran)\b[^\d,;]{0,25}(\d+(?:[.,]\d+)*)\s*(?:orang|pegawai|pejabat)\b"
)
_SANGGUP = re.compile(r"\b(?:sanggup|mampu|cukup untuk)\D{0,15}(\d+(?:[.,]\d+)*)(?:\s*-\s*(\d+(?:[.,]\d+)*))?")
_LAJU = re.compile(
    r"(\d+(?:[.,]\d+)*)\s*([^\W\d_]+)?[^,;]{0,20}?(?:per |se|setiap |tiap |/)"
    r"(hari|bulan|minggu|jam|triwulan|tahun)\b"
)


def lawan_kapasitas(target: Target, kapasitas: str, turun: bool) -> Jangkauan | None:
    """More than the stated limit, rate or number there is; None when the capacity (in lower case) says nothing."""
    if not kapasitas or turun or target.nilai is None or target.kelas_satuan in ("persen", "indeks", "waktu"):
        return None
    for m in _BATAS_KAPASITAS.finditer(kapasitas):
        n = angka(m[1])
        per = PER.search(kapasitas[m.start() : m.end() + 15])
        if n and m[2] not in ("%", "tahun", "bulan", "hari", "jam", "menit", "juta", "miliar", "rupiah"):
            pasangan = setara(target, Nilai(n, m[2] or "", per[1] if per else ""))
            if pasangan and pasangan[0] > pasangan[1] * 1.15:
                return Jangkauan(False, bool(pasangan[0] > pasangan[1] * 1.5), "melebihi-kapasitas", m[0])
    for m in _LAJU.finditer(kapasitas):
        n = angka(m[1])
        if n and (target.periode or n * PER_TAHUN[m[3]] < target.nilai):
            penuh = n * PER_TAHUN[m[3]]
            diminta = target.nilai * PER_TAHUN.get(target.periode, 1.0)
            if diminta > penuh * 1.3 and (
                kelas_satuan(m[2] or "") in ("", target.kelas_satuan) or (m[2] or "") == target.satuan
            ):
                return Jangkauan(False, True, "melebihi-kapasitas", m[0])
    return _lawan_populasi(target, kapasitas)


_LAJU_NAIK = re.compile(
    r"(?:kenaikan|naik|pertumbuhan|tumbuh|peningkatan|penurunan|turun)\D{0,20}?(\d+(?:[.,]\d+)*)\s*(?:%|poin|persen|kasus|[^\W\d_]+)?"
    r"[^,;]{0,12}(?:per |se|setiap |tiap |/)tahun"
)


def lawan_laju_naik(target: Target, lalu: Nilai | None, kapasitas: str, turun: bool) -> Jangkauan | None:
    """*Kenaikan rata-rata 0,7 poin setahun*: three years' growth in one year is out of reach."""
    m = _LAJU_NAIK.search(kapasitas)
    if m is None or lalu is None or target.nilai is None:
        return None
    laju = angka(m[1])
    beda = lalu.nilai - target.nilai if turun else target.nilai - lalu.nilai
    if laju and beda > 3 * laju:
        return Jangkauan(False, True, "loncatan", m[0])
    return None


def _lawan_populasi(target: Target, kapasitas: str) -> Jangkauan | None:
    """*118 rumah sasaran* bounds a target of rumah: one cannot reach more than there are."""
    if not target.satuan or target.periode or target.nilai is None:
        return None
    kata = target.satuan.split()[0]
    if target.kelas_satuan == "orang" and (semua := _SEMUA_ORANG.search(kapasitas)):
        ada = angka(semua[1])
        if ada and target.nilai > ada:
            return Jangkauan(False, False, "melebihi-kapasitas", semua[0])
    for m in re.finditer(rf"(\d+(?:[.,]\d+)*)\s*{re.escape(kata)}\b(?P<laju>\s*(?:per|se|setiap|tiap|/))?", kapasitas):
        n = angka(m[1])
        if m["laju"] is None and n and target.nilai > n * 1.05 and kata not in ("kali", "kegiatan"):
            return Jangkauan(False, False, "melebihi-kapasitas", m[0])
    return None


def sesuai_kemampuan(target: Target, catatan: str) -> bool:
    """*Sanggup 8-9 berkas*: a target at what can be done is no step back."""
    m = _SANGGUP.search(catatan)
    batas = angka(m[2] or m[1]) if m else None
    return batas is not None and target.nilai is not None and batas * 0.8 <= target.nilai <= batas
