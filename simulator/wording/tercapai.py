"""Is the target within reach, and not below it? Against last year's result, capacity and standard.

Scene: criterion A. Without context it judges only a target that names no level. Imports kapasitas, setara, target.
Facts: thresholds below are REKAAN of the course (a leap or a drop a teacher would question), not regulation.
Add: a reason for change in NAIK/TURUN, with a case in tests/wording/kasus/konteks.yaml.
"""

from __future__ import annotations

import re

from simulator.wording import leksikon
from simulator.wording.bilangan import angka
from simulator.wording.kapasitas import lawan_kapasitas, lawan_laju_naik, sesuai_kemampuan
from simulator.wording.pernyataan import Konteks, Target
from simulator.wording.setara import Jangkauan, Nilai, baca_nilai, setara
from simulator.wording.target import KALENDER, kelas_satuan
from simulator.wording.teks import BATAS_HURUF
from simulator.wording.tenggat import sebelum_bahan_ada
from simulator.wording.terukur import cari_standar

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
_TIDAK_BERUBAH = re.compile(r"\b(?:tidak|tak|belum) (?:berkurang|bertambah|berubah|ditambah|dikurangi|naik|turun)\b")
_TETAP = re.compile(r"tetap|sama|tidak berubah|tak berubah")


def jangkauan(target: Target, iki: str, turun: bool, konteks: Konteks | None, samar_target: bool) -> Jangkauan:
    """Judge the target of an indicator. ``iki`` in lower case; ``turun``: the fewer the better."""
    if samar_target:
        return Jangkauan(False, True, "target-tanpa-tingkat", "")
    if _salah_besaran(target, iki):
        return Jangkauan(False, True, "satuan-bukan-besaran", "")
    if konteks is None:
        return Jangkauan(None, True, "tanpa-konteks", "")
    if _lain_besaran(target, konteks):
        return Jangkauan(False, True, "satuan-bukan-besaran", konteks.realisasi_tahun_lalu or konteks.standar or "")
    kapasitas = (konteks.kapasitas or "")[:BATAS_HURUF].lower()
    if (terlalu_awal := sebelum_bahan_ada(target.teks.lower(), kapasitas)) is not None:
        return terlalu_awal
    if target.nilai is None:
        return _tanpa_angka(target, iki, kapasitas)
    if target.pembanding in ("≤", "<"):
        turun = True
    elif target.pembanding in ("≥", ">"):
        turun = False
    lalu = baca_nilai(konteks.realisasi_tahun_lalu)
    catatan = _TIDAK_BERUBAH.sub(
        " tetap ", kapasitas + " " + (konteks.realisasi_tahun_lalu or "")[:BATAS_HURUF].lower()
    )
    if _janji_mutlak(target, iki, lalu):
        return Jangkauan(False, False, "mutlak", konteks.realisasi_tahun_lalu or "")
    if (kendali := _di_luar_kendali(target, lalu, kapasitas)) is not None:
        return kendali
    for hasil in (
        _lawan_standar(target, konteks, turun),
        lawan_laju_naik(target, lalu, kapasitas, turun),
        lawan_kapasitas(target, kapasitas, turun),
        _lawan_lalu(target, lalu, turun, catatan, konteks, iki),
    ):
        if hasil is not None:
            return hasil
    return Jangkauan(True, lalu is not None or not kapasitas, "sejalan", konteks.realisasi_tahun_lalu or "")


_MUTLAK_TANPA_UKURAN = re.compile(
    r"\b(?:(?:tak|tidak) (?:seorang|satu) ?pun|selalu|senantiasa|tanpa kecuali|se-?(?:indonesia|dunia|nusantara)|"
    r"seluruh (?:indonesia|dunia|nusantara|warga|masyarakat|penduduk|rakyat|pegawai|pengunjung)|"
    r"semua (?:orang|warga|pihak)|setiap (?:orang|warga))\b"
)


def _tanpa_angka(target: Target, iki: str, kapasitas: str) -> Jangkauan:
    """A level in words is not weighed, unless it promises something of everybody beside a stated capacity."""
    m = _MUTLAK_TANPA_UKURAN.search(iki) or _MUTLAK_TANPA_UKURAN.search(target.teks.lower())
    if kapasitas and target.bentuk == "teks" and m:
        return Jangkauan(False, False, "mutlak", m[0])
    return Jangkauan(True, True, "tanpa-angka", "")


def _janji_mutlak(target: Target, iki: str, lalu: Nilai | None) -> bool:
    """*Tidak pernah*, *selalu*, with a hundred percent, where last year shows it did happen."""
    if lalu is None or not ("tidak pernah" in iki or "selalu" in iki.split()):
        return False
    return (target.nilai == 100 and lalu.nilai < 100) or (target.nilai == 0 and lalu.nilai > 0)


_LUAR_KENDALI = re.compile(
    r"\b(?:di luar (?:kendali|kewenangan|wewenang|jangkauan)|bukan (?:objek|kewenangan|wewenang|tugas|urusan)|"
    r"(?:ke)?wenang(?:an)? (?!satu|dua)[^\W\d_]+|ditentukan|diputuskan|tergantung|bergantung|"
    r"mengikuti (?:musim|pasar|cuaca|harga)|tidak dapat dicegah|datang dari luar)\b"
)


def _di_luar_kendali(target: Target, lalu: Nilai | None, kapasitas: str) -> Jangkauan | None:
    """A promise of none, of all, or of a third more than last year, about what others or the weather decide."""
    m = _LUAR_KENDALI.search(kapasitas)
    if m is None or lalu is None or target.nilai is None:
        return None
    mutlak = target.nilai in (0, 100) and lalu.nilai != target.nilai
    jauh = lalu.nilai > 0 and abs(target.nilai - lalu.nilai) > 0.33 * lalu.nilai
    return Jangkauan(False, False, "mutlak", m[0]) if mutlak or jauh else None


_BESARAN = frozenset(("waktu", "uang", "besaran"))


def _lain_besaran(target: Target, konteks: Konteks) -> bool:
    """*7 lembar resep* where last year and the standard are in minutes: the target is in another measure."""
    if target.nilai is None or target.kelas_satuan in ("", "persen"):
        return False
    dasar = f"{konteks.realisasi_tahun_lalu or ''} ; {konteks.standar or ''}"[:BATAS_HURUF].lower()
    kelas = {kelas_satuan(m[1]) for m in _BERSATUAN.finditer(dasar)}
    if kelas == {"waktu"} and KALENDER.search(target.teks.lower()):
        return False
    return (
        len(kelas) == 1
        and kelas.isdisjoint(("", "persen", target.kelas_satuan))
        and bool((kelas | {target.kelas_satuan}) & _BESARAN)
    )


_BERSATUAN = re.compile(r"\d+(?:[.,]\d+)*\s*(?:ribu|rb|juta|jt|miliar|milyar)?\s*(%|[^\W\d_]+(?:/[^\W_]+)*)")
_MENGUKUR_WAKTU = re.compile(
    r"(?:rata-rata |rerata |rata rata )?(?:lama(?:nya)?\b(?! (?:sekolah|tinggal|rawat))|durasi|jeda|selang|"
    r"response time|lead time|kecepatan|"
    r"waktu (?:tunggu|tanggap|layanan|proses|penyelesaian|respons|pelayanan|tempuh|antre|yang))|rata-rata waktu"
)


def _salah_besaran(target: Target, iki: str) -> bool:
    """A time indicator whose target counts things, a percentage counted in documents."""
    if target.nilai is None or not target.satuan:
        return False
    if _MENGUKUR_WAKTU.match(iki):
        return target.kelas_satuan not in ("waktu", "persen", "indeks")
    if iki.startswith(("persentase", "tingkat", "proporsi")):
        return target.kelas_satuan in ("dokumen", "orang", "uang", "barang", "kegiatan", "lembaga", "layanan")
    return False


_PUNCAK = re.compile(r"\b(?:nilai|skor|skala|indeks)\b[^\d]{0,25}\bmaks(?:imal|imum)?\.?\s*(\d+(?:[.,]\d+)*)")


def _lawan_standar(target: Target, konteks: Konteks, turun: bool) -> Jangkauan | None:
    s = baca_nilai(konteks.standar)
    if s is None or target.nilai is None:
        return None
    if (
        not turun
        and (puncak := _PUNCAK.search((konteks.standar or "").lower()))
        and target.nilai > (angka(puncak[1]) or target.nilai)
    ):
        return Jangkauan(False, True, "melebihi-kapasitas", puncak[0])
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
        terlalu_tinggi, terlalu_rendah = b > 0 and a > b * LONCATAN and a - b > 3, a < b * MEROSOT and _berarti(a, b)
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


def _berarti(a: float, b: float) -> bool:
    """One thing fewer may be chance; a yield or a rate written with decimals (4,1 after 5,9) is not counted in ones."""
    return b - a >= 2 or (b - a >= 1 and not (a.is_integer() and b.is_integer()))


def _berskala(target: Target, iki: str, a: float, b: float) -> bool:
    """Scores out of a hundred move like percentages, not like counts."""
    berindeks = target.kelas_satuan == "indeks" or (not target.satuan and iki.startswith(("nilai", "indeks", "skor")))
    return berindeks and 10 < max(a, b) <= 100


def _lawan_lalu_turun(a: float, b: float, persen: bool, catatan: str, dasar: str) -> Jangkauan | None:
    if a == 0 and b >= 5:
        return Jangkauan(False, b >= 10, "mustahil-nol", dasar)
    if a < b * 0.4 and (b >= 10 or persen) and not _NAIK.search(catatan):
        return Jangkauan(False, True, "loncatan", dasar)
    if b > 0 and a > b * 1.3 and a - b > 1 and not _BERKURANG.search(catatan):
        return Jangkauan(False, True, "merosot", dasar)
    return None


_MENYESUAIKAN = re.compile(
    r"(?:di|me(?:ny)?)s?esuaikan\b|tergantung\b|bergantung\b|seadanya\b|se(?:mampu|bisa|kuat)nya\b"
)


def samar(teks_target: str) -> bool:
    """Does the target name no level at all (*disesuaikan*, *sesuai kebutuhan*)?"""
    kecil = teks_target.strip().lower()
    if kecil.startswith(("sesuai ", "menurut ")) and not any(h.isdigit() for h in kecil) and not cari_standar(kecil):
        return True
    if _MENYESUAIKAN.match(kecil) and not any(h.isdigit() for h in kecil):
        return True
    return kecil.split(",")[0] in leksikon.kelompok("derajat", "samar-target") or any(
        " " in k and k in kecil for k in leksikon.kelompok("derajat", "samar-target")
    )
