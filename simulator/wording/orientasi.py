"""What a statement is about: an activity, an output or an outcome.

Scene: first of the four labels; the head of the phrase decides, an indicator is judged by what it measures.
Imports leksikon, morfologi, teks. Facts: the annotation conventions of PENILAIAN_KATA.md.
Add: a kind of head as one small function in KEPALA, with cases on both sides in tests/wording/kasus.yaml.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from simulator.wording import leksikon
from simulator.wording.teks import Teks

AKTIVITAS, OUTPUT, OUTCOME = "aktivitas", "output", "outcome"
PROSES = frozenset(("proses", "kegiatan", "acara", "internal"))
BENDA = frozenset(("produk", "publik", "layanan", "uang", "internal-barang"))
UKURAN = frozenset(f"ukuran-{k}" for k in ("cacah", "persen", "tingkat", "indeks", "bernama", "rerata", "waktu"))
_LEWATI = frozenset(("tugas", "tanda", "angka"))
_MUTLAK = frozenset(("seluruh", "semua", "setiap"))


class Putusan(NamedTuple):
    """The orientation, how sure (2 sure, 1 fair, 0 doubtful), the words that decide, and why (a short code)."""

    label: str
    yakin: int
    awal: int
    akhir: int
    sebab: str


@cache
def _predikat(kelas: str) -> frozenset[str]:
    return leksikon.kelompok("predikat", kelas)


_TUJUAN = frozenset(("sehingga", "agar", "supaya", "guna", "demi"))
_MENDAPAT = frozenset(("mendapat", "mendapatkan", "memperoleh", "menerima"))


def kepala(teks: Teks, mulai: int = 0) -> int:
    """Index of the first word that carries content, past numbers, signs and function words; len when none."""
    i = mulai
    gol = teks.gol
    while i < len(gol) and gol[i] in _LEWATI:
        i += 1
    return i


def baca_predikat(teks: Teks, mulai: int) -> tuple[str, int]:
    """What is said about the counted thing after ``mulai``: dicapai, dilayani, ikut, dikerjakan or nothing."""
    kata = teks.kata
    if "yang" in kata[mulai:]:
        yang = kata.index("yang", mulai)
        if yang > mulai and (jawab := _predikat_mulai(teks, yang + 1))[0]:
            return jawab
    return _predikat_mulai(teks, mulai)


def _predikat_mulai(teks: Teks, mulai: int) -> tuple[str, int]:
    kata = teks.kata
    for i in range(mulai, len(kata)):
        k = kata[i]
        if k in _TUJUAN:
            break
        if k in _predikat("dicapai"):
            return "dicapai", i
        if k in _predikat("dilayani"):
            if k in _MENDAPAT and any(s in _STATUS for s in kata[i + 1 : i + 5]):
                return "dicapai", i
            return "dilayani", i
        if k in _predikat("ikut"):
            return "ikut", i
        g = teks.gol[i]
        if g in ("ter", "di"):
            return "dilayani", i
        if g == "ber":
            return "dicapai", i
        if g in ("verba", "verba-ubah"):
            return "dikerjakan", i
    return "", mulai


def putuskan(teks: Teks, jenis: str, aspek: str = "") -> Putusan:
    """The orientation of a statement of the given kind."""
    i = kepala(teks)
    if i >= len(teks.kata):
        return Putusan(OUTPUT, 0, 0, 0, "kosong")
    if _diukur(teks, i):
        return _ukuran(teks, i, jenis)
    return _menurut_kepala(teks, i, jenis, aspek)


def _diukur(teks: Teks, i: int) -> bool:
    g = teks.gol[i]
    return g in UKURAN


def _menurut_kepala(teks: Teks, i: int, jenis: str, aspek: str) -> Putusan:
    g = teks.gol[i]
    if g == "jadi":
        return Putusan(OUTCOME, 2, i, i, "berubah")
    if g == "wujud":
        return _wujud(teks, i)
    if g in ("ter-nya", "di-nya", "ter"):
        return _selesai(teks, i, g)
    if g in ("verba", "verba-ubah"):
        return _verba(teks, i, jenis, g)
    if g == "ber":
        return Putusan(AKTIVITAS if jenis == "rencana_aksi" else OUTCOME, 0, i, i, "ber")
    if g == "di":
        return Putusan(OUTPUT, 1, i, i, "selesai")
    if g in PROSES:
        return _proses(teks, i, jenis, aspek)
    if g == "orang":
        return _orang(teks, i, jenis)
    if g == "turun" and (ditangani := baca_predikat(teks, i + 1))[0] == "dilayani":
        return Putusan(OUTPUT, 1, i, ditangani[1], "penerima-dilayani")
    if g in ("naik", "turun", "pendapatan"):
        return Putusan(OUTCOME, 1, i, i, "keadaan")
    if g in ("mutu", "mutu-turun"):
        if any(k in ("meningkat", "menurun", "membaik", "naik", "turun") for k in teks.kata[i + 1 :]):
            return Putusan(OUTCOME, 1, i, len(teks.kata) - 1, "berubah")
        return Putusan(OUTPUT, 1, i, i, "mutu")
    if g in BENDA:
        return _benda(teks, i, jenis)
    return _lain(teks, i, jenis, g)


def _selesai(teks: Teks, i: int, g: str) -> Putusan:
    """ter-…-nya says finished; said of a condition (*Terkendalinya inflasi*) it may as well be an outcome."""
    j = kepala(teks, i + 1)
    if teks.kata[i] == "adanya" and teks.kata[j : j + 1] and teks.kata[j] in _BERUBAH:
        return Putusan(OUTCOME, 1, i, j, "berubah")
    keadaan = j < len(teks.kata) and teks.gol[j] in ("naik", "turun", "ke-an")
    return Putusan(OUTPUT, 0 if keadaan else 2 if g != "ter" else 1, i, i, "selesai")


def _wujud(teks: Teks, i: int) -> Putusan:
    j = kepala(teks, i + 1)
    g = teks.gol[j] if j < len(teks.kata) else ""
    if g in ("produk", "uang"):
        return Putusan(OUTPUT, 1, i, j, "selesai")
    if g.startswith("ukuran") or g == "tugas":
        isi = _ukuran(teks, j, "iku") if g.startswith("ukuran") else None
        if isi and isi.label == OUTPUT:
            return Putusan(OUTPUT, 1, i, isi.akhir, "selesai")
    if g in PROSES:
        return Putusan(OUTCOME, 0, i, j, "berubah")
    return Putusan(OUTCOME, 2, i, min(j, len(teks.kata) - 1), "berubah")


_PERAN = frozenset(
    [
        "narasumber",
        "panitia",
        "anggota",
        "pembina",
        "penguji",
        "moderator",
        "fasilitator",
        "ketua",
        "sekretaris",
        "juri",
    ]
    + [
        "saksi",
        "operator",
        "admin",
        "pelatih",
        "pembimbing",
        "petugas",
        "koordinator",
        "pengajar",
        "pemateri",
        "notulis",
    ]
)


def _verba(teks: Teks, i: int, jenis: str, g: str) -> Putusan:
    kata = teks.kata[i]
    if kata == "menjadi" and teks.kata[i + 1 : i + 2] and teks.kata[i + 1] in _PERAN:
        return Putusan(AKTIVITAS, 1, i, i + 1, "verba")
    if kata == "menjadi":
        return Putusan(OUTCOME, 0 if jenis in ("rhk", "rencana_aksi") else 1, i, i, "berubah")
    if kata in ("mencapai", "memperoleh", "memiliki", "menerima", "mendapatkan", "mendapat") and jenis in (
        "iku",
        "iki",
    ):
        return Putusan(OUTCOME, 0, i, i, "keadaan")
    if jenis in ("iki", "iku") and not kata.startswith(("me", "ber")) and _ada_hasil(teks, i):
        return Putusan(OUTPUT, 0, i, len(teks.kata) - 1, "hasil-disebut")
    if g == "verba-ubah":
        if jenis in ("iku",):
            return Putusan(OUTCOME, 0, i, i, "berubah")
        return Putusan(AKTIVITAS, 1, i, i, "verba-ubah")
    return Putusan(AKTIVITAS, 2, i, i, "verba")


_LAYANAN_TERUKUR = frozenset(("tepat waktu", "sesuai", "maksimal", "maks", "≤", "<", "kurang"))


def _proses(teks: Teks, i: int, jenis: str, aspek: str) -> Putusan:
    kata = teks.kata[i]
    lanjut = teks.gol[i + 1] if i + 1 < len(teks.kata) else ""
    if kata in ("upaya", "tindakan", "aksi", "kegiatan") and lanjut == "turun":
        return Putusan(OUTCOME, 1, i, i + 1, "keadaan")
    if kata == "kunjungan" and jenis == "iku" and "orang" in teks.gol[i + 1 : i + 4]:
        return Putusan(OUTPUT, 0, i, i, "layanan-diukur")
    if kata == "peningkatan" and jenis in ("iku", "iki"):
        return Putusan(OUTCOME, 0, i, i, "berubah")
    if kata in ("peningkatan", "perbaikan", "penguatan", "percepatan") and jenis == "sasaran":
        return Putusan(AKTIVITAS, 0, i, i, "proses")
    if kata == "penurunan":
        return Putusan(OUTCOME, 0 if jenis == "rencana_aksi" else 1, i, i, "berubah")
    if jenis in ("iki", "iku"):
        if "tepat waktu" in teks.kecil or (aspek == "waktu" and any(k in ("maksimal", "maks", "≤") for k in teks.kata)):
            return Putusan(OUTPUT, 0, i, len(teks.kata) - 1, "mutu")
        if _ada_ukuran(teks, i) or _ada_hasil(teks, i):
            return Putusan(OUTPUT, 0, i, len(teks.kata) - 1, "hasil-disebut")
        return Putusan(AKTIVITAS, 1, i, i, "proses")
    return Putusan(AKTIVITAS, 2 if jenis != "sasaran" else 1, i, i, "proses")


def _ada_ukuran(teks: Teks, i: int) -> bool:
    """A measure is named further on: *Audit keamanan dan persentase tindak lanjut temuan*."""
    return any(g in ("ukuran-persen", "ukuran-indeks") for g in teks.gol[i + 1 :])


def _ada_hasil(teks: Teks, i: int) -> bool:
    """A finished form (ter-…, selesai, terbit) is said about the process: the thing delivered is what counts."""
    return "ter" in teks.gol[i + 1 :] or any(
        k in ("selesai", "terbit", "berjalan", "berlangsung", "lancar") for k in teks.kata[i + 1 :]
    )


_BERTUGAS = frozenset(("bekerja", "bertugas", "berjaga", "melayani", "melaksanakan", "siaga", "menjaga", "mengerjakan"))
_MAKIN = ("semakin", "makin", "kian", "lebih", "merasa")


def _predikat_orang(teks: Teks, mulai: int) -> tuple[str, int]:
    """People who become *more* something have changed, whatever verb follows."""
    predikat, j = baca_predikat(teks, mulai)
    if predikat in ("", "dikerjakan"):
        for k, kata in enumerate(teks.kata[mulai:], start=mulai):
            if kata in _MAKIN:
                return "dicapai", k
    return predikat, j


def _orang(teks: Teks, i: int, jenis: str) -> Putusan:
    predikat, j = _predikat_orang(teks, i + 1)
    petugas = teks.kata[i] in leksikon.kelompok("orang", "petugas")
    if petugas and predikat and teks.kata[j] in _BERTUGAS:
        return Putusan(AKTIVITAS, 0, i, j, "orang-mengerjakan")
    if predikat == "dicapai":
        return Putusan(OUTCOME, 1, i, j, "keadaan-penerima")
    if predikat == "dilayani":
        return Putusan(OUTPUT, 1, i, j, "penerima-dilayani")
    if predikat == "ikut":
        return _ikut(teks, i, j)
    if predikat == "dikerjakan":
        return Putusan(OUTPUT if petugas else OUTCOME, 0, i, j, "orang-mengerjakan")
    if jenis == "rencana_aksi":
        return Putusan(AKTIVITAS, 0, i, i, "proses")
    return Putusan(OUTPUT, 0, i, i, "benda")


_ACARA_DINAS = frozenset(("rapat", "upacara", "apel", "apel pagi", "rapat koordinasi"))


def _ikut(teks: Teks, i: int, j: int) -> Putusan:
    if "internal" in teks.gol[j + 1 :] or any(k in _ACARA_DINAS for k in teks.kata[j + 1 :]):
        return Putusan(AKTIVITAS, 1, i, j, "keikutsertaan")
    return Putusan(OUTPUT, 0, i, j, "penerima-dilayani")


def _benda(teks: Teks, i: int, jenis: str) -> Putusan:
    kata = teks.kata[i]
    if teks.gol[i] == "publik" and (keadaan := baca_predikat(teks, i + 1))[0] == "dicapai":
        return Putusan(OUTCOME, 0, i, keadaan[1], "keadaan")
    if kata == "pelayanan" and jenis in ("rhk", "rencana_aksi"):
        return Putusan(AKTIVITAS, 0, i, i, "proses")
    if teks.gol[i] == "layanan" and kata.startswith("pe") and kata.endswith("an"):
        return Putusan(AKTIVITAS if jenis in ("rhk", "rencana_aksi", "sasaran") else OUTPUT, 0, i, i, "proses")
    if jenis == "rencana_aksi":
        return Putusan(AKTIVITAS if teks.gol[i] == "layanan" else OUTPUT, 0, i, i, "benda")
    return Putusan(OUTPUT, 2, i, i, "benda")


def _lain(teks: Teks, i: int, jenis: str, g: str) -> Putusan:
    kata = teks.kata
    if kata[i + 1 : i + 2] == ["("] and i + 2 < len(kata) and teks.gol[i + 2] in UKURAN:
        return _ukuran(teks, i + 2, jenis)
    if "rate" in kata[i : i + 5]:
        return Putusan(OUTPUT, 0, i, i, "ukuran-tanpa-benda")
    if g == "ke-an" or kata[i].endswith("nya"):
        return Putusan(OUTCOME, 0, i, i, "keadaan")
    predikat, j = baca_predikat(teks, i + 1)
    if predikat == "dilayani":
        return Putusan(OUTPUT, 1, i, j, "hasil-disebut")
    if predikat == "dicapai" and kata[j] in _predikat("dicapai"):
        return Putusan(OUTCOME, 0, i, j, "keadaan-penerima")
    if jenis == "rencana_aksi":
        return Putusan(AKTIVITAS, 0, i, i, "tidak-dikenal")
    return Putusan(OUTCOME if jenis == "sasaran" else OUTPUT, 0, i, i, "tidak-dikenal")


# --- what an indicator measures --------------------------------------------------------------------------------------


def rantai_ukuran(teks: Teks, i: int) -> tuple[str, int]:
    """Follow *Persentase jumlah …*, *Nilai indeks …*: the deciding kind of measure, and where its object begins."""
    macam, j = "", i
    kata = teks.kata
    while j < len(kata):
        g = teks.gol[j]
        if g in UKURAN:
            kelas = "indeks" if g == "ukuran-bernama" else g[7:]
            if g == "ukuran-bernama" and macam == "cacah":
                break
            if kelas == "indeks" or not macam or macam == "rerata":
                macam = kelas if macam != "indeks" else macam
            elif macam in ("cacah", "persen") and kelas in ("tingkat", "waktu"):
                macam = kelas if kelas == "waktu" else macam
        elif g in _LEWATI and kata[j] not in ("yang",):
            pass
        else:
            break
        j += 1
    return macam or "tingkat", j


def _ukuran(teks: Teks, i: int, jenis: str) -> Putusan:
    macam, j = rantai_ukuran(teks, i)
    if j >= len(teks.kata):
        bernama = "ukuran-bernama" in teks.gol[i:j]
        return Putusan(
            OUTCOME if macam == "indeks" else OUTPUT, 2 if bernama else 0, i, max(i, j - 1), "ukuran-tanpa-benda"
        )
    g = teks.gol[j]
    if macam == "indeks":
        return _indeks(teks, i, j, g)
    if macam == "waktu" and _alumni_bekerja(teks, j):
        return Putusan(OUTCOME, 0, i, len(teks.kata) - 1, "keadaan-penerima")
    if macam == "waktu":
        return Putusan(OUTPUT, 1, i, j, "waktu-layanan")
    if g in PROSES:
        return _ukur_proses(teks, i, j, macam)
    if g == "orang":
        return _ukur_orang(teks, i, j, macam)
    if g == "turun" and (ditangani := baca_predikat(teks, j + 1))[0] == "dilayani":
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
    if predikat == "dicapai":
        return Putusan(OUTCOME, 0, i, k, "keadaan-penerima")
    return Putusan(OUTPUT, 1 if predikat == "dilayani" else 0, i, k if predikat else j, "benda-diukur")


def _alumni_bekerja(teks: Teks, j: int) -> bool:
    """The waiting time of graduates for work is their condition, not a service time."""
    sisa = teks.kata[j:]
    return any(k in ("alumni", "lulusan") for k in sisa) and any(k in ("bekerja", "kerja", "pekerjaan") for k in sisa)


_BERHARGA = frozenset(("aset", "kontrak", "barang", "bmn", "bmd", "persediaan", "transaksi", "bantuan", "hibah"))


def _indeks(teks: Teks, i: int, j: int, g: str) -> Putusan:
    if (g == "uang" or teks.kata[j] in _BERHARGA) and teks.kata[i] in ("nilai", "angka", "total"):
        return Putusan(OUTPUT, 0, i, j, "benda-diukur")
    if teks.kata[i] == "angka" and teks.kata[j] == "kredit":
        return Putusan(OUTPUT, 1, i, j, "benda-diukur")
    return Putusan(OUTCOME, 2, i, j, "indeks")


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
    ]
)
_BERUBAH = frozenset(("penurunan", "peningkatan", "kenaikan", "pengurangan", "pertambahan"))
_TERLAYANI = frozenset(("dilayani", "terlayani", "ditangani", "tertangani", "diselesaikan", "terselesaikan"))
_STATUS = frozenset(["akreditasi", "predikat", "opini", "penghargaan", "nilai", "wtp", "kategori", "pekerjaan", "skor"])


def _ukur_proses(teks: Teks, i: int, j: int, macam: str) -> Putusan:
    g = teks.gol[j]
    if teks.kata[j] in _BERUBAH and j + 1 < len(teks.kata):
        k = kepala(teks, j + 1)
        hasil = k < len(teks.gol) and teks.gol[k] in BENDA and teks.kata[j] not in ("penurunan", "pengurangan")
        return Putusan(OUTPUT if hasil else OUTCOME, 0, i, min(k, len(teks.kata) - 1), "berubah")
    if macam == "cacah":
        if _kunjungan_orang_luar(teks, j):
            return Putusan(OUTCOME, 1, i, j + 1, "keadaan")
        if teks.kata[j] in _TRANSAKSI or not _TERLAYANI.isdisjoint(teks.kata[j + 1 :]):
            return Putusan(OUTPUT, 0, i, j, "benda-diukur")
        pasti = g in ("kegiatan", "acara", "internal") and teks.kata[j] != "tindakan"
        return Putusan(AKTIVITAS, 2 if pasti else 0, i, j, "kegiatan-dihitung")
    if teks.kata[j].startswith("kunjungan") and j + 1 < len(teks.kata):
        return Putusan(OUTPUT, 0, i, j, "layanan-diukur")
    if g in ("acara", "internal") or teks.kata[j] in ("kegiatan", "keikutsertaan", "kehadiran", "aktivitas", "tugas"):
        return Putusan(AKTIVITAS, 0, i, j, "kegiatan-dihitung")
    return Putusan(OUTPUT, 0, i, j, "layanan-diukur")


def _kunjungan_orang_luar(teks: Teks, j: int) -> bool:
    """*Kunjungan wisatawan* counts what visitors do; *kunjungan rumah* counts what staff do."""
    if not teks.kata[j].startswith("kunjungan") or j + 1 >= len(teks.kata):
        return False
    return teks.kata[j + 1] in ("wisatawan", "wisata", "pengunjung", "pemustaka", "pasien", "masyarakat", "tamu")


def _ukur_orang(teks: Teks, i: int, j: int, macam: str) -> Putusan:
    predikat, k = _predikat_orang(teks, j + 1)
    if predikat in ("dicapai", "dikerjakan"):
        return Putusan(OUTCOME, 1 if predikat == "dicapai" else 0, i, k, "keadaan-penerima")
    if predikat == "dilayani":
        return Putusan(OUTPUT, 1, i, k, "penerima-dilayani")
    if predikat == "ikut":
        return _ikut(teks, i, k)
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
