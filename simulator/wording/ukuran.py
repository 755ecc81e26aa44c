"""What an indicator measures: the thing after *Jumlah*, *Persentase*, *Indeks*, and how it is said to fare.

Scene: asked by orientasi.py when a statement opens with a measure. Imports leksikon, kepala, teks.
Facts: the annotation conventions of instructor/handbook/temuan-kata.md.
Add: a kind of measured thing as one small function called from ukur_apa, with cases on both sides.
"""

from __future__ import annotations

from simulator.wording.kepala import (
    AKTIVITAS,
    BENDA,
    OUTCOME,
    OUTPUT,
    PROSES,
    Putusan,
    baca_predikat,
    kepala,
    predikat_orang,
    putusan_ikut,
    rantai_ukuran,
    yang_ditangani,
)
from simulator.wording.teks import Teks

_TRANSAKSI = frozenset(
    [
        "aktivasi",
        "registrasi",
        "legalisasi",
        "vaksinasi",
        "imunisasi",
        "sertifikasi",
        "kalibrasi",
        "rekomendasi",
        "rehabilitasi",
        "penelitian",
        "riset",
    ]
)
BERUBAH = frozenset(("penurunan", "peningkatan", "kenaikan", "pengurangan", "pertambahan"))
_TERLAYANI = frozenset(("dilayani", "terlayani", "ditangani", "tertangani", "diselesaikan", "terselesaikan"))
_TERPAKAI = frozenset(("terisi", "terhuni", "termanfaatkan", "dimanfaatkan"))
_TUGAS_JAGA = frozenset(("tugas", "dinas", "mediasi", "piket", "jaga", "shift"))
_MEMBUAT = frozenset(("penyusunan", "pembuatan", "pencetakan", "penulisan"))
_MUTU_LAYANAN = frozenset(("ketepatan", "kelengkapan", "kesesuaian", "kecepatan", "keakuratan"))
_BERHARGA = frozenset(("aset", "kontrak", "barang", "bmn", "bmd", "persediaan", "transaksi", "bantuan", "hibah"))


def ukur_apa(teks: Teks, i: int, jenis: str) -> Putusan:
    macam, j = rantai_ukuran(teks, i)
    if j >= len(teks.kata):
        bernama = "ukuran-bernama" in teks.gol[i:j]
        return Putusan(
            OUTCOME if macam == "indeks" else OUTPUT, 2 if bernama else 0, i, max(i, j - 1), "ukuran-tanpa-benda"
        )
    g = teks.gol[j]
    if macam == "indeks":
        return _indeks(teks, i, j, g)
    if g == "jadi":
        return Putusan(OUTCOME, 1, i, j, "berubah")
    if _terlaksananya_acara(teks, j, macam):
        return Putusan(AKTIVITAS, 1, i, min(j + 1, len(teks.kata) - 1), "kegiatan-dihitung")
    if teks.kata[i] == "rasio" and (g == "orang" or "terhadap" in teks.kata[j:]):
        return Putusan(OUTCOME, 0, i, j, "keadaan")
    if macam == "waktu":
        return Putusan(OUTPUT, 1, i, j, "waktu-layanan")
    if g in PROSES:
        return _ukur_proses(teks, i, j, macam)
    if g == "orang":
        return _ukur_orang(teks, i, j, macam)
    if g == "turun" and (ditangani := yang_ditangani(teks, j + 1))[0]:
        return Putusan(OUTPUT, 1, i, ditangani[1], "penerima-dilayani")
    if g in ("naik", "turun", "pendapatan"):
        return Putusan(OUTCOME, 2 if macam != "cacah" else 1, i, j, "keadaan")
    if g == "ke-an":
        return Putusan(OUTCOME, 0, i, j, "keadaan")
    if g in ("mutu", "mutu-turun"):
        return _ukur_mutu(teks, i, j)
    if g in BENDA:
        return _ukur_benda(teks, i, j, macam)
    predikat, k = baca_predikat(teks, j)
    if predikat == "dicapai" or teks.kata[j] in ("penghargaan", "juara", "medali"):
        return Putusan(OUTCOME, 0, i, k, "keadaan-penerima")
    return Putusan(OUTPUT, 1 if predikat == "dilayani" else 0, i, k if predikat else j, "benda-diukur")


def _terlaksananya_acara(teks: Teks, j: int, macam: str) -> bool:
    """*Persentase pelaksanaan rapat* measures that something was done, *pelaksanaan pelayanan* what was delivered."""
    if teks.kata[j] not in ("pelaksanaan", "penyelenggaraan", "keterlaksanaan", "proses"):
        return False
    k = kepala(teks, j + 1)
    if k >= len(teks.kata):
        return False
    acara = ("acara", "internal") if macam == "waktu" else ("acara", "internal", "kegiatan")
    return teks.gol[k] in acara or teks.kata[k].split()[0] in _TUGAS_JAGA


def alumni_bekerja(teks: Teks) -> bool:
    """Whatever is measured of the work of graduates (waiting time, pay, field) is their condition."""
    if "alumni" not in teks.kata and "lulusan" not in teks.kata:
        return False
    return any(k in ("bekerja", "kerja", "pekerjaan", "gaji", "wirausaha") for k in teks.kata)


def _indeks(teks: Teks, i: int, j: int, g: str) -> Putusan:
    if (g == "uang" or teks.kata[j] in _BERHARGA) and teks.kata[i] in ("nilai", "angka", "total"):
        return Putusan(OUTPUT, 0, i, j, "benda-diukur")
    if teks.kata[i] == "angka" and teks.kata[j] == "kredit":
        return Putusan(OUTPUT, 1, i, j, "benda-diukur")
    if g == "mutu" and teks.kata[j].split()[0] in _MUTU_LAYANAN:
        return Putusan(OUTPUT, 0, i, j, "mutu")
    return Putusan(OUTCOME, 2, i, j, "indeks")


def _ukur_proses(teks: Teks, i: int, j: int, macam: str) -> Putusan:
    g = teks.gol[j]
    if teks.kata[j] in BERUBAH and j + 1 < len(teks.kata):
        k = kepala(teks, j + 1)
        hasil = k < len(teks.gol) and teks.gol[k] in BENDA and teks.kata[j] not in ("penurunan", "pengurangan")
        return Putusan(OUTPUT if hasil else OUTCOME, 0, i, min(k, len(teks.kata) - 1), "berubah")
    if teks.kata[j] in _MEMBUAT and teks.gol[j + 1 : j + 2] == ["produk"]:
        return Putusan(OUTPUT, 1, i, j + 1, "benda-diukur")
    if macam == "cacah":
        if _kunjungan_orang_luar(teks, j):
            return Putusan(OUTCOME, 1, i, j + 1, "keadaan")
        if teks.kata[j] in _TRANSAKSI or not _TERLAYANI.isdisjoint(teks.kata[j + 1 :]):
            return Putusan(OUTPUT, 0, i, j, "benda-diukur")
        pasti = g in ("kegiatan", "acara", "internal") and teks.kata[j] != "tindakan"
        return Putusan(AKTIVITAS, 2 if pasti else 0, i, j, "kegiatan-dihitung")
    if teks.kata[j].startswith("kunjungan") and j + 1 < len(teks.kata):
        return Putusan(OUTPUT, 0, i, j, "layanan-diukur")
    if g == "kegiatan" and any(k in ("dilaksanakan", "dilakukan", "terlaksana") for k in teks.kata[j + 1 :]):
        return Putusan(AKTIVITAS, 0, i, j, "kegiatan-dihitung")
    if g in ("acara", "internal") or teks.kata[j] in (
        "koordinasi",
        "konsultasi",
        "sinkronisasi",
        "kegiatan",
        "keikutsertaan",
        "kehadiran",
        "aktivitas",
        "tugas",
    ):
        return Putusan(AKTIVITAS, 0, i, j, "kegiatan-dihitung")
    return Putusan(OUTPUT, 0, i, j, "layanan-diukur")


def _kunjungan_orang_luar(teks: Teks, j: int) -> bool:
    """*Kunjungan wisatawan* counts what visitors do; *kunjungan rumah* counts what staff do."""
    if not teks.kata[j].startswith("kunjungan") or j + 1 >= len(teks.kata):
        return False
    return teks.kata[j + 1] in ("wisatawan", "wisata", "pengunjung", "pemustaka", "pasien", "masyarakat", "tamu")


def _ukur_orang(teks: Teks, i: int, j: int, macam: str) -> Putusan:
    predikat, k = predikat_orang(teks, j + 1)
    if predikat == "dikerjakan" and "tepat waktu" in teks.kecil:
        return Putusan(OUTPUT, 0, i, k, "benda-diukur")
    if predikat in ("dicapai", "dikerjakan"):
        return Putusan(OUTCOME, 1 if predikat == "dicapai" else 0, i, k, "keadaan-penerima")
    if predikat == "dilayani":
        return Putusan(OUTPUT, 1, i, k, "penerima-dilayani")
    if predikat == "ikut":
        return putusan_ikut(teks, i, k)
    if macam == "cacah":
        return Putusan(OUTPUT, 0, i, j, "benda-diukur")
    return Putusan(OUTCOME, 1, i, j, "keadaan-penerima")


def _ukur_mutu(teks: Teks, i: int, j: int) -> Putusan:
    """Availability of people against need is a condition of the organisation; of goods and documents a service."""
    k = kepala(teks, j + 1)
    if k < len(teks.kata):
        g = teks.gol[k]
        if g == "orang" and teks.kata[j] in ("ketersediaan", "kecukupan", "pemenuhan"):
            return Putusan(OUTCOME, 0, i, k, "keadaan")
        if g in ("naik", "turun"):
            return Putusan(OUTCOME, 0, i, k, "keadaan")
    return Putusan(OUTPUT, 2, i, j, "mutu")


def _ukur_benda(teks: Teks, i: int, j: int, macam: str) -> Putusan:
    predikat, k = baca_predikat(teks, j + 1)
    if predikat == "dicapai" and teks.kata[k] in _TERPAKAI:
        return Putusan(OUTCOME, 0, i, k, "keadaan")
    if teks.gol[j] == "publik" and predikat == "dicapai" and macam in ("persen", "tingkat"):
        return Putusan(OUTCOME, 0, i, k, "keadaan")
    if predikat == "dicapai" and teks.kata[k] not in (
        "dapat",
        "berkualitas",
        "memenuhi",
        "lulus",
        "berhasil",
        "menjadi",
    ):
        return Putusan(OUTPUT, 0, i, k, "benda-diukur")
    return Putusan(OUTPUT, 2, i, j, "benda-diukur")
