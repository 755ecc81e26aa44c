"""Do the parts of one indicator fit: unit with what is counted, aspek with what is measured, one measure only?

Scene: asked by temuan.py. Imports the words, shapes and units. Facts: lexicon/satuan.tsv; BOLEH below is REKAAN.
Add: a pair of unit classes in BOLEH, a rule of aspek in aspek_seharusnya, with cases on both sides.
"""

from __future__ import annotations

from simulator.wording import leksikon
from simulator.wording.bahan import Bahan
from simulator.wording.kepala import UKURAN, kepala, rantai_ukuran
from simulator.wording.pernyataan import Target
from simulator.wording.teks import Teks

BOLEH = {
    "dokumen": {"dokumen", "kegiatan", "layanan", "barang"},
    "orang": {"orang", "lembaga"},
    "lembaga": {"lembaga", "orang"},
    "kegiatan": {"kegiatan", "dokumen", "layanan", "orang"},
    "layanan": {"layanan", "dokumen", "kegiatan", "orang"},
    "barang": {"barang", "dokumen", "layanan", "kegiatan"},
    "uang": {"uang"},
}
_BENDA_NYATA = frozenset(("dokumen", "orang", "uang", "barang", "lembaga"))
_SELESAI = frozenset(("ter-nya", "jadi", "wujud", "di-nya"))
_KATA_MUTU = frozenset(("sesuai", "benar", "lulus", "tanpa", "memenuhi", "lengkap", "layak", "puas", "valid", "akurat"))
_KATA_BIAYA = frozenset(
    [
        "biaya",
        "rupiah",
        "rp",
        "efisiensi",
        "hemat",
        "penghematan",
        "pemakaian",
        "dana",
        "liter",
        "kwh",
        "harga",
        "tarif",
    ]
)


def satuan_tidak_cocok(b: Bahan) -> tuple[str, str] | None:
    """(the measured words, the unit) when the unit of the target cannot count them."""
    t, teks = b.target, b.teks
    i = kepala(teks)
    if t.nilai is None or not t.kelas_satuan or i >= len(teks.kata) or teks.gol[i] not in UKURAN:
        return None
    macam, j = rantai_ukuran(teks, i)
    kelas = t.kelas_satuan
    if macam == "persen":
        salah = kelas in _BENDA_NYATA or kelas in ("kegiatan", "layanan")
    elif macam == "waktu":
        salah = kelas in _BENDA_NYATA
    elif macam == "indeks":
        salah = kelas in ("dokumen", "orang", "uang", "lembaga") or (
            kelas == "waktu" and teks.kata[i] not in ("angka", "level") and teks.gol[i] != "ukuran-bernama"
        )
    elif macam == "cacah" and j < len(teks.kata) and teks.kata[i] != "total":
        return _cacah_tidak_cocok(teks, i, j, t)
    else:
        return None
    return (teks.kutip(i), t.satuan) if salah else None


def _cacah_tidak_cocok(teks: Teks, i: int, j: int, t: Target) -> tuple[str, str] | None:
    benda, kelas = leksikon.satuan().get(teks.kata[j], ""), t.kelas_satuan
    if benda == kelas:
        return None
    if kelas in ("persen", "waktu", "indeks"):
        salah = teks.gol[j] not in ("naik", "turun", "mutu", "pendapatan")
    else:
        salah = benda in BOLEH and kelas in BOLEH and kelas not in BOLEH[benda]
    return (teks.kutip(i, j), t.satuan) if salah else None


def dua_ukuran(teks: Teks) -> tuple[int, int] | None:
    """First and last word of two measures, or two results, joined in one statement."""
    awal = kepala(teks)
    if awal >= len(teks.kata):
        return None
    g0 = teks.gol[awal]
    if g0 not in UKURAN and g0 not in _SELESAI:
        return None
    for i in range(awal + 2, len(teks.kata) - 1):
        if teks.kata[i] not in ("dan", "serta", "&", "/", ","):
            continue
        j = i + 1
        if teks.kata[j] in ("dan", "serta") and j + 1 < len(teks.kata):
            j += 1
        g = teks.gol[j]
        if g0 in UKURAN and g in UKURAN and g != "ukuran-rerata" and j + 1 < len(teks.kata) and j > awal + 2:
            return awal, j
        if g0 in _SELESAI and g in _SELESAI:
            return awal, j
    return _dua_benda(teks, awal, g0)


def _dua_benda(teks: Teks, awal: int, g0: str) -> tuple[int, int] | None:
    """*Jumlah laporan dan rapat*: two things that are not counted in the same unit."""
    if g0 != "ukuran-cacah":
        return None
    _, j = rantai_ukuran(teks, awal)
    if j + 2 < len(teks.kata) and teks.kata[j + 1] in ("dan", "serta", "&"):
        satu, dua = teks.gol[j], teks.gol[j + 2]
        if satu != dua and {satu, dua} <= {"produk", "acara", "orang", "kegiatan"}:
            return awal, j + 2
    return None


def aspek_seharusnya(b: Bahan) -> str:
    """The aspek the indicator really measures, when another one is written; else an empty string."""
    teks, t = b.teks, b.target
    i = kepala(teks)
    if b.ukuran is None or not b.aspek or i >= len(teks.kata):
        return ""
    kata, g = teks.kata[i], teks.gol[i]
    benda = t.kelas_satuan in _BENDA_NYATA or t.kelas_satuan == "kegiatan"
    if b.aspek == "waktu" and not _menyebut_waktu(b):
        return "kuantitas" if g == "ukuran-cacah" else "kualitas"
    if b.aspek == "kuantitas" and (kata == "ketepatan waktu" or g == "ukuran-waktu"):
        return "waktu"
    if b.aspek == "kuantitas" and g in ("mutu", "mutu-turun"):
        return "kualitas"
    if b.aspek == "kualitas" and g == "ukuran-cacah" and benda and not _menyebut_mutu(teks):
        return "kuantitas"
    if b.aspek == "biaya" and not _menyebut_biaya(teks, t):
        return "kuantitas" if g == "ukuran-cacah" else "kualitas"
    return ""


def _menyebut_waktu(b: Bahan) -> bool:
    return bool(b.kata_waktu) or "waktu" in b.teks.kecil or b.target.kelas_satuan == "waktu"


def _menyebut_mutu(teks: Teks) -> bool:
    return not _KATA_MUTU.isdisjoint(teks.kata) or "mutu" in teks.gol or "mutu-turun" in teks.gol


def _menyebut_biaya(teks: Teks, t: Target) -> bool:
    return (
        t.kelas_satuan == "uang"
        or not _KATA_BIAYA.isdisjoint(teks.kata)
        or "uang" in teks.gol
        or "pendapatan" in teks.gol
    )
