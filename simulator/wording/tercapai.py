"""Is the target within reach, and not below it? Against last year's result, capacity and standard.

Scene: criterion A. Without context it judges only a target that names no level. Imports kapasitas, setara, target.
Facts: thresholds below are REKAAN of the course (a leap or a drop a teacher would question), not regulation.
Add: a reason for change in NAIK/TURUN, with a case in tests/wording/kasus/konteks.yaml.
"""

from __future__ import annotations

import re

from simulator.wording import leksikon
from simulator.wording.kapasitas import lawan_kapasitas, sesuai_kemampuan
from simulator.wording.pernyataan import Konteks, Target
from simulator.wording.setara import Jangkauan, Nilai, baca_nilai, setara
from simulator.wording.target import kelas_satuan
from simulator.wording.teks import BATAS_HURUF

LONCATAN, MEROSOT = 1.9, 0.8
LONCATAN_PERSEN, MEROSOT_PERSEN = 25.0, 8.0
SEMPURNA_DARI = 80.0  # from here down, a hundred percent next year leaves no room for a single failure
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
    kapasitas = (konteks.kapasitas or "")[:BATAS_HURUF].lower()
    catatan = kapasitas + " " + (konteks.realisasi_tahun_lalu or "")[:BATAS_HURUF].lower()
    if _janji_mutlak(target, iki, lalu):
        return Jangkauan(False, False, "mutlak", konteks.realisasi_tahun_lalu or "")
    for hasil in (
        _lawan_standar(target, konteks, turun),
        lawan_kapasitas(target, kapasitas, turun),
        _lawan_lalu(target, lalu, turun, catatan, konteks, iki),
    ):
        if hasil is not None:
            return hasil
    return Jangkauan(True, lalu is not None or not kapasitas, "sejalan", konteks.realisasi_tahun_lalu or "")


def _janji_mutlak(target: Target, iki: str, lalu: Nilai | None) -> bool:
    """*Tidak pernah*, *selalu*, with a hundred percent, where last year shows it did happen."""
    if lalu is None or not ("tidak pernah" in iki or "selalu" in iki.split()):
        return False
    return (target.nilai == 100 and lalu.nilai < 100) or (target.nilai == 0 and lalu.nilai > 0)


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


def _lawan_standar(target: Target, konteks: Konteks, turun: bool) -> Jangkauan | None:
    s = baca_nilai(konteks.standar)
    if s is None or target.nilai is None:
        return None
    pasangan = setara(target, s)
    if pasangan is None or (kelas_satuan(s.satuan) or target.kelas_satuan) != (
        target.kelas_satuan or kelas_satuan(s.satuan)
    ):
        return None
    a, b = pasangan
    if (turun and a > b * 1.05) or (not turun and a < b * 0.95):
        return Jangkauan(False, True, "di-bawah-standar", konteks.standar or "")
    return None


def _lawan_lalu(
    target: Target, lalu: Nilai | None, turun: bool, catatan: str, konteks: Konteks, iki: str
) -> Jangkauan | None:
    if lalu is None:
        return None
    pasangan = setara(target, lalu)
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
    if terlalu_rendah and sesuai_kemampuan(target, catatan):
        return Jangkauan(True, False, "beralasan", dasar)
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
