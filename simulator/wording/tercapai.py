"""Is the target within reach, and not below it? Against last year's result, capacity and standard.

Scene: criterion A. Without context it judges only a target that names no level. Imports bilangan, target, teks.
Facts: thresholds below are REKAAN of the course (a leap or a drop a teacher would question), not regulation.
Add: a reason for change in NAIK/TURUN, with a case in tests/wording/test_tercapai.py.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from simulator.wording import leksikon
from simulator.wording.bilangan import KALI, angka
from simulator.wording.pernyataan import Konteks, Target
from simulator.wording.target import kelas_satuan

LONCATAN, MEROSOT = 1.9, 0.8
LONCATAN_PERSEN, MEROSOT_PERSEN = 25.0, 8.0
SEMPURNA_DARI = 80.0  # from here down, a hundred percent next year leaves no room for a single failure
HARI_SEBULAN = 22.0
_PER_TAHUN = {
    "jam": 8 * HARI_SEBULAN * 12, "hari": HARI_SEBULAN * 12, "sehari": HARI_SEBULAN * 12, "shift": HARI_SEBULAN * 36,
    "minggu": 52.0, "bulan": 12.0, "bln": 12.0, "triwulan": 4.0, "semester": 2.0, "tahun": 1.0, "thn": 1.0,
}  # fmt: skip
_BILANGAN = re.compile(
    r"(?P<n>\d+(?:[.,]\d+)*)\s*(?P<kali>ribu|rb|juta|jt|miliar|milyar)?\s*(?P<u>%|[^\W\d_]+)?"
    r"(?P<ekor>[^,;.]{0,40})"
)
_PER = re.compile(r"(?:per|setiap|tiap|se|/|@)\s*(jam|hari|shift|minggu|bulan|bln|triwulan|semester|tahun|thn)\b")
_NAIK = re.compile(
    r"tambahan|ditambah|bertambah|baru\b|penambahan|naik|dibuka|hibah|dukungan|jadi \d|menjadi \d|rekrut|"
    r"otomatis|digital"
)
_BERKURANG = re.compile(
    r"ditutup|tutup|sisa|berkurang|rusak|pensiun|pindah|mutasi|dipotong|turun|refocusing|efisiensi|kurang|cuti|berhenti|"
    r"separuh|hilang|dihapus|habis|berakhir|dipangkas|tugas belajar|renovasi|direnovasi|dibatasi|dialihkan|menunggu|"
    r"hanya"
)
# “naik 5% dari tahun lalu” is measured from last year's result, not beside it.
_RELATIF = re.compile(r"\b(?:naik|meningkat|bertambah|turun|menurun|berkurang|kenaikan|penurunan|peningkatan|tumbuh)\b")
_TETAP = re.compile(r"tetap|sama|tidak berubah|tak berubah")
_BATAS_KAPASITAS = re.compile(
    r"(?:maks(?:imal)?|kapasitas|mampu|sanggup|paling banyak|hanya|cukup untuk|jatah|kuota|daya tampung|"
    r"sasaran|populasi|total|stok)"
    r"\D{0,25}?(\d+(?:[.,]\d+)*)\s*(%|[^\W\d_]+)?"
)


_LAJU = re.compile(
    r"(\d+(?:[.,]\d+)*)\s*([^\W\d_]+)?[^,;]{0,20}?(?:per |se|setiap |tiap |/)"
    r"(hari|bulan|minggu|jam|triwulan|tahun)\b"
)


class Jangkauan(NamedTuple):
    """``wajar`` (``None``: nothing to judge on), how sure, why (a code), and the words of the context used."""

    wajar: bool | None
    yakin: bool
    sebab: str
    dasar: str


class _Nilai(NamedTuple):
    nilai: float
    satuan: str
    periode: str


def jangkauan(target: Target, iki: str, turun: bool, konteks: Konteks | None, samar_target: bool) -> Jangkauan:
    """Judge the target of an indicator. ``iki`` in lower case; ``turun``: the fewer the better."""
    if samar_target:
        return Jangkauan(False, True, "target-tanpa-tingkat", "")
    if _salah_besaran(target, iki):
        return Jangkauan(False, True, "satuan-bukan-besaran", "")
    if konteks is None:
        return Jangkauan(None, True, "tanpa-konteks", "")
    if target.nilai is None:
        return Jangkauan(True, True, "tanpa-angka", "")
    if target.pembanding in ("≤", "<"):
        turun = True
    elif target.pembanding in ("≥", ">"):
        turun = False
    lalu = baca_nilai(konteks.realisasi_tahun_lalu)
    kapasitas = (konteks.kapasitas or "").lower()
    catatan = kapasitas + " " + (konteks.realisasi_tahun_lalu or "").lower()
    if _janji_mutlak(target, iki, lalu):
        return Jangkauan(False, False, "mutlak", konteks.realisasi_tahun_lalu or "")
    for hasil in (
        _lawan_standar(target, konteks, turun),
        _lawan_kapasitas(target, kapasitas, turun),
        _lawan_lalu(target, lalu, turun, catatan, konteks, iki),
    ):
        if hasil is not None:
            return hasil
    return Jangkauan(True, lalu is not None or not kapasitas, "sejalan", konteks.realisasi_tahun_lalu or "")


def _janji_mutlak(target: Target, iki: str, lalu: _Nilai | None) -> bool:
    """*Tidak pernah*, *selalu*, with a hundred percent, where last year shows it did happen."""
    if lalu is None or not ("tidak pernah" in iki or "selalu" in iki.split()):
        return False
    return (target.nilai == 100 and lalu.nilai < 100) or (target.nilai == 0 and lalu.nilai > 0)


def baca_nilai(isi: str | None) -> _Nilai | None:
    """The first number of a context sentence with its unit and period."""
    if not isi:
        return None
    kecil = isi.lower()
    for m in _BILANGAN.finditer(kecil):
        n = angka(m["n"])
        if n is None or (n > 1990 and n < 2100 and (m["u"] or "") in ("", "tahun", "th")):
            continue
        n *= KALI.get(m["kali"] or "", 1)
        per = _PER.search(kecil[m.start() :])
        return _Nilai(n, m["u"] or "", per[1] if per else "")
    if "nihil" in kecil or "nol" in kecil.split():
        return _Nilai(0.0, "", "")
    return None


def _salah_besaran(target: Target, iki: str) -> bool:
    """A time indicator whose target counts things, a percentage counted in documents."""
    if target.nilai is None or not target.satuan:
        return False
    waktu = (
        "waktu tunggu",
        "rata-rata waktu",
        "waktu tanggap",
        "response time",
        "lama waktu",
        "durasi",
        "waktu penyelesaian",
        "lamanya",
    )
    if iki.startswith(waktu) or (iki.startswith("rata-rata") and "waktu" in iki[:25]):
        return target.kelas_satuan not in ("waktu", "persen", "indeks")
    if iki.startswith(("persentase", "tingkat", "proporsi")):
        return target.kelas_satuan in ("dokumen", "orang", "uang", "barang", "kegiatan", "lembaga", "layanan")
    return False


def _setara(target: Target, n: _Nilai) -> tuple[float, float] | None:
    """Both values on the same period, when the units may be compared."""
    a, b = target.nilai, n.nilai
    if a is None:
        return None
    kelas = kelas_satuan(n.satuan)
    if kelas and target.kelas_satuan and kelas != target.kelas_satuan:
        if "persen" in (kelas, target.kelas_satuan) or "waktu" in (kelas, target.kelas_satuan):
            return None
        if "uang" in (kelas, target.kelas_satuan):
            return None
    if target.kelas_satuan in ("persen", "waktu", "indeks"):
        return a, b
    satu, dua = _PER_TAHUN.get(target.periode, 1.0), _PER_TAHUN.get(n.periode, 1.0)
    if target.periode and n.periode:
        return a * satu, b * dua
    if n.periode and not target.periode and dua > 1:
        return (a, b) if a <= b * 3 else (a, b * dua)
    if target.periode and not n.periode and satu > 1:
        banyak = a * satu
        return (a, b) if abs(a - b) <= abs(banyak - b) else (banyak, b)
    return a, b


def _lawan_standar(target: Target, konteks: Konteks, turun: bool) -> Jangkauan | None:
    s = baca_nilai(konteks.standar)
    if s is None or target.nilai is None:
        return None
    pasangan = _setara(target, s)
    if pasangan is None or (kelas_satuan(s.satuan) or target.kelas_satuan) != (
        target.kelas_satuan or kelas_satuan(s.satuan)
    ):
        return None
    a, b = pasangan
    if (turun and a > b * 1.05) or (not turun and a < b * 0.95):
        return Jangkauan(False, True, "di-bawah-standar", konteks.standar or "")
    return None


def _lawan_kapasitas(target: Target, kapasitas: str, turun: bool) -> Jangkauan | None:
    if not kapasitas or turun or target.nilai is None or target.kelas_satuan in ("persen", "indeks", "waktu"):
        return None
    for m in _BATAS_KAPASITAS.finditer(kapasitas):
        n = angka(m[1])
        per = _PER.search(kapasitas[m.start() : m.end() + 15])
        if n and m[2] not in ("%", "tahun", "bulan", "hari", "jam", "menit", "juta", "miliar", "rupiah"):
            pasangan = _setara(target, _Nilai(n, m[2] or "", per[1] if per else ""))
            if pasangan and pasangan[0] > pasangan[1] * 1.15:
                return Jangkauan(False, bool(pasangan[0] > pasangan[1] * 1.5), "melebihi-kapasitas", m[0])
    for m in _LAJU.finditer(kapasitas):
        n = angka(m[1])
        if n and (target.periode or n * _PER_TAHUN[m[3]] < target.nilai):
            penuh = n * _PER_TAHUN[m[3]]
            diminta = target.nilai * _PER_TAHUN.get(target.periode, 1.0)
            if diminta > penuh * 1.3 and (
                kelas_satuan(m[2] or "") in ("", target.kelas_satuan) or (m[2] or "") == target.satuan
            ):
                return Jangkauan(False, True, "melebihi-kapasitas", m[0])
    return _lawan_populasi(target, kapasitas)


def _lawan_populasi(target: Target, kapasitas: str) -> Jangkauan | None:
    """*118 rumah sasaran* bounds a target of rumah: one cannot reach more than there are."""
    if not target.satuan or target.periode or target.nilai is None:
        return None
    kata = target.satuan.split()[0]
    m = re.search(rf"(\d+(?:[.,]\d+)*)\s*{re.escape(kata)}\b", kapasitas)
    n = angka(m[1]) if m else None
    if m and n and target.nilai > n * 1.05 and kata not in ("kali", "kegiatan"):
        return Jangkauan(False, False, "melebihi-kapasitas", m[0])
    return None


def _lawan_lalu(
    target: Target, lalu: _Nilai | None, turun: bool, catatan: str, konteks: Konteks, iki: str
) -> Jangkauan | None:
    if lalu is None:
        return None
    pasangan = _setara(target, lalu)
    if pasangan is None:
        return None
    a, b = pasangan
    dasar = konteks.realisasi_tahun_lalu or ""
    if _RELATIF.search(target.teks.lower()):
        return Jangkauan(False, True, "loncatan", dasar) if a >= 100 else Jangkauan(True, True, "sejalan", dasar)
    persen = target.kelas_satuan == "persen" or lalu.satuan == "%" or _berskala(target, iki, a, b)
    if turun:
        return _lawan_lalu_turun(a, b, persen, catatan, dasar)
    if persen:
        terlalu_tinggi, terlalu_rendah = a > b + LONCATAN_PERSEN, a < b - MEROSOT_PERSEN
    else:
        terlalu_tinggi, terlalu_rendah = b > 0 and a > b * LONCATAN and a - b > 3, a < b * MEROSOT and b - a >= 2
    if persen and a >= 100 and b <= SEMPURNA_DARI:
        terlalu_tinggi = True
    if terlalu_tinggi and not _NAIK.search(catatan):
        return Jangkauan(False, True, "loncatan", dasar)
    if terlalu_tinggi and not persen and a > b * 6:
        return Jangkauan(False, False, "loncatan", dasar)
    if terlalu_rendah and (not _BERKURANG.search(catatan) or _TETAP.search(catatan)):
        return Jangkauan(False, True, "merosot", dasar)
    if terlalu_tinggi or terlalu_rendah:
        return Jangkauan(True, False, "beralasan", dasar)
    return None


def _berskala(target: Target, iki: str, a: float, b: float) -> bool:
    """Scores out of a hundred move like percentages, not like counts."""
    berindeks = target.kelas_satuan == "indeks" or (not target.satuan and iki.startswith(("nilai", "indeks", "skor")))
    return berindeks and 10 < max(a, b) <= 100


def _lawan_lalu_turun(a: float, b: float, persen: bool, catatan: str, dasar: str) -> Jangkauan | None:
    if a == 0 and b >= 10:
        return Jangkauan(False, True, "mustahil-nol", dasar)
    if a < b * 0.4 and (b >= 10 or persen) and not _NAIK.search(catatan):
        return Jangkauan(False, True, "loncatan", dasar)
    if b > 0 and a > b * 1.3 and a - b > 1 and not _BERKURANG.search(catatan):
        return Jangkauan(False, True, "merosot", dasar)
    return None


def samar(teks_target: str) -> bool:
    """Does the target name no level at all (*disesuaikan*, *sesuai kebutuhan*)?"""
    kecil = teks_target.strip().lower()
    return kecil.split(",")[0] in leksikon.kelompok("derajat", "samar-target") or any(
        " " in k and k in kecil for k in leksikon.kelompok("derajat", "samar-target")
    )
