"""What a statement is about: an activity, an output or an outcome.

Scene: first of the four labels; the head of the phrase decides, an indicator is judged by what it measures (ukuran.py).
Imports leksikon, kepala, ukuran, teks. Facts: the annotation conventions of instructor/handbook/temuan-kata.md.
Add: a kind of head as one small function called from _menurut_kepala, with cases on both sides in tests/wording/kasus.
"""

from __future__ import annotations

from simulator.wording import leksikon
from simulator.wording.kepala import (
    AKTIVITAS,
    BENDA,
    OUTCOME,
    OUTPUT,
    PROSES,
    UKURAN,
    Putusan,
    baca_predikat,
    kata_predikat,
    kepala,
    predikat_orang,
    putusan_ikut,
    yang_ditangani,
)
from simulator.wording.teks import Teks
from simulator.wording.ukuran import BERUBAH, alumni_bekerja, ukur_apa

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
        "pengurus",
        "peserta",
    ]
)
# What staff keep to: compliance with it is the quality of their own service, not a condition of those they serve.
_DIKERJAKAN = frozenset(
    (
        "kegiatan",
        "tugas",
        "evaluasi",
        "pelaksanaan",
        "penyusunan",
        "pelaporan",
        "penyelesaian",
        "perencanaan",
        "penganggaran",
    )
)
_MAKIN = frozenset(("makin", "semakin", "kian"))
_PULIH = ("tercegah", "terpulih", "terurai")
_SELESAI = frozenset(("selesai", "terbit", "berjalan", "berlangsung", "lancar", "diselesaikan", "dituntaskan"))
_BERTUGAS = frozenset(("bekerja", "bertugas", "berjaga", "melayani", "melaksanakan", "siaga", "menjaga", "mengerjakan"))


def putuskan(teks: Teks, jenis: str, aspek: str = "") -> Putusan:
    """The orientation of a statement of the given kind."""
    i = kepala(teks)
    if i >= len(teks.kata):
        return Putusan(OUTPUT, 0, 0, 0, "kosong")
    if jenis in ("iki", "iku") and alumni_bekerja(teks):
        return Putusan(OUTCOME, 0, i, len(teks.kata) - 1, "keadaan-penerima")
    if teks.gol[i] in UKURAN:
        return ukur_apa(teks, i, jenis)
    if (tiada := _tiada(teks, i)) is not None:
        return tiada
    return _menurut_kepala(teks, i, jenis, aspek)


def _tiada(teks: Teks, i: int) -> Putusan | None:
    """*Tidak adanya tuntutan*, *zero accident*: an absence is a condition, unless it is a flaw of the product."""
    if teks.kata[:2] in (["tidak", "adanya"], ["tidak", "ada"]):
        i = kepala(teks, 2)
    elif teks.kata[0] not in ("zero", "nihil", "nol"):
        return None
    g = teks.gol[i] if i < len(teks.kata) else ""
    cacat = g == "mutu-turun"
    return Putusan(OUTPUT if cacat else OUTCOME, 1 if cacat or g == "turun" else 0, 0, i, "keadaan")


def _menurut_kepala(teks: Teks, i: int, jenis: str, aspek: str) -> Putusan:
    g = teks.gol[i]
    if teks.kata[i] == "proses":
        return Putusan(AKTIVITAS, 1, i, i, "proses")
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
        return _di(teks, i)
    if g in PROSES:
        return _proses(teks, i, jenis, aspek)
    if g == "orang":
        return _orang(teks, i, jenis)
    if g == "turun" and (ditangani := yang_ditangani(teks, i + 1))[0]:
        return Putusan(OUTPUT, 1, i, ditangani[1], "penerima-dilayani")
    if teks.kata[i] == "kepatuhan" and _prosedur_petugas(teks, i, jenis):
        return Putusan(OUTPUT, 0, i, i, "mutu")
    if g in ("naik", "turun", "pendapatan"):
        return Putusan(OUTCOME, 1, i, i, "keadaan")
    if g in ("mutu", "mutu-turun"):
        if any(k in ("meningkat", "menurun", "membaik", "naik", "turun") for k in teks.kata[i + 1 :]):
            return Putusan(OUTCOME, 1, i, len(teks.kata) - 1, "berubah")
        return Putusan(OUTPUT, 1, i, i, "mutu")
    if g not in ("produk", "layanan", "uang") and not _MAKIN.isdisjoint(teks.kata[i + 1 :]):
        return Putusan(OUTCOME, 1 if "orang" in teks.gol else 0, i, len(teks.kata) - 1, "berubah")
    if g in BENDA:
        return _benda(teks, i, jenis)
    return _lain(teks, i, jenis, g)


def _prosedur_petugas(teks: Teks, i: int, jenis: str) -> bool:
    """*Kepatuhan kebersihan tangan* is the staff's; *kepatuhan wajib pajak dalam pelaporan* is the public's."""
    if jenis == "iki":
        return not leksikon.kelompok("aturan", "prosedur").isdisjoint(
            k for frasa in teks.kata[i + 1 :] for k in frasa.split()
        )
    j = kepala(teks, i + 1)
    return jenis == "iku" and j < len(teks.kata) and teks.kata[j].split()[0] in leksikon.kelompok("aturan", "prosedur")


def _di(teks: Teks, i: int) -> Putusan:
    """*Dilakukan pertemuan*: the passive says that something was held, not that something came of it."""
    j = kepala(teks, i + 1)
    acara = j < len(teks.kata) and teks.gol[j] in ("acara", "kegiatan", "internal")
    if acara and teks.kata[i] in ("dilakukan", "dilaksanakan", "diadakan", "diselenggarakan"):
        return Putusan(AKTIVITAS, 1, i, j, "proses")
    return Putusan(OUTPUT, 1, i, i, "selesai")


def _selesai(teks: Teks, i: int, g: str) -> Putusan:
    """ter-…-nya says finished; said of a condition (*Terkendalinya inflasi*) it may as well be an outcome."""
    j = kepala(teks, i + 1)
    if teks.kata[i] == "adanya" and teks.kata[j : j + 1] and teks.kata[j] in BERUBAH:
        return Putusan(OUTCOME, 1, i, j, "berubah")
    keadaan = j < len(teks.kata) and teks.gol[j] in ("naik", "turun", "ke-an")
    keadaan = keadaan or (j < len(teks.kata) and teks.kata[j] in ("kebutuhan", "hak") and "orang" in teks.gol[j:])
    dampak = teks.kata[i] in leksikon.kelompok("bentuk", "dampak")
    if dampak and (keadaan or teks.kata[i].startswith(_PULIH) or _orang_terserap(teks, i, j)):
        return Putusan(OUTCOME, 1 if keadaan else 0, i, min(j, len(teks.kata) - 1), "berubah")
    return Putusan(OUTPUT, 0 if keadaan else 2 if g != "ter" else 1, i, i, "selesai")


def _orang_terserap(teks: Teks, i: int, j: int) -> bool:
    return teks.kata[i] == "terserapnya" and j < len(teks.kata) and teks.gol[j] == "orang"


def _wujud(teks: Teks, i: int) -> Putusan:
    j = kepala(teks, i + 1)
    g = teks.gol[j] if j < len(teks.kata) else ""
    if g in ("produk", "uang"):
        return Putusan(OUTPUT, 1, i, j, "selesai")
    if g.startswith("ukuran") or g == "tugas":
        isi = ukur_apa(teks, j, "iku") if g.startswith("ukuran") else None
        if isi and isi.label == OUTPUT:
            return Putusan(OUTPUT, 1, i, isi.akhir, "selesai")
    if g in PROSES:
        dikerjakan = teks.kata[j].split()[0] in _DIKERJAKAN and "yang" not in teks.kata[j:]
        return Putusan(OUTPUT if dikerjakan else OUTCOME, 0, i, j, "berubah")
    return Putusan(OUTCOME, 2, i, min(j, len(teks.kata) - 1), "berubah")


def _verba(teks: Teks, i: int, jenis: str, g: str) -> Putusan:
    kata = teks.kata[i]
    if kata == "menjadi" and (
        jenis in ("rhk", "rencana_aksi") or teks.kata[i + 1 : i + 2] and teks.kata[i + 1] in _PERAN
    ):
        return Putusan(AKTIVITAS, 1, i, min(i + 1, len(teks.kata) - 1), "verba")
    if kata == "menjadi":
        return Putusan(OUTCOME, 1, i, i, "berubah")
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
    if "tepat waktu" in teks.kecil and "di" in teks.gol[i + 1 :]:
        return Putusan(OUTPUT, 0, i, len(teks.kata) - 1, "hasil-disebut")
    return Putusan(AKTIVITAS, 2 if jenis != "sasaran" else 1, i, i, "proses")


def _ada_ukuran(teks: Teks, i: int) -> bool:
    """A measure is named further on: *Audit keamanan dan persentase tindak lanjut temuan*."""
    return any(g in ("ukuran-persen", "ukuran-indeks") for g in teks.gol[i + 1 :])


def _ada_hasil(teks: Teks, i: int) -> bool:
    """A finished form (ter-…, selesai, terbit) is said about the process: the thing delivered is what counts."""
    return "ter" in teks.gol[i + 1 :] or any(k in _SELESAI for k in teks.kata[i + 1 :])


def _orang(teks: Teks, i: int, jenis: str) -> Putusan:
    predikat, j = predikat_orang(teks, i + 1)
    petugas = teks.kata[i] in leksikon.kelompok("orang", "petugas")
    if petugas and predikat and teks.kata[j] in _BERTUGAS:
        return Putusan(AKTIVITAS, 0, i, j, "orang-mengerjakan")
    if predikat == "dicapai":
        return Putusan(OUTCOME, 1, i, j, "keadaan-penerima")
    if predikat == "dilayani":
        return Putusan(OUTPUT, 1, i, j, "penerima-dilayani")
    if predikat == "ikut":
        return putusan_ikut(teks, i, j)
    if predikat == "dikerjakan":
        return Putusan(OUTPUT if petugas else OUTCOME, 0, i, j, "orang-mengerjakan")
    if jenis == "rencana_aksi":
        return Putusan(AKTIVITAS, 0, i, i, "proses")
    return Putusan(OUTPUT, 0, i, i, "benda")


def _benda(teks: Teks, i: int, jenis: str) -> Putusan:
    kata = teks.kata[i]
    if teks.gol[i] == "publik" and (keadaan := baca_predikat(teks, i + 1))[0] == "dicapai":
        return Putusan(OUTCOME, 0, i, keadaan[1], "keadaan")
    if kata in ("pelayanan", "administrasi", "perizinan") and jenis in ("rhk", "rencana_aksi"):
        return Putusan(AKTIVITAS, 0, i, i, "proses")
    if teks.gol[i] == "layanan" and kata.startswith("pe") and kata.endswith("an"):
        return Putusan(AKTIVITAS if jenis in ("rhk", "rencana_aksi", "sasaran") else OUTPUT, 0, i, i, "proses")
    if jenis == "rencana_aksi":
        return Putusan(AKTIVITAS if teks.gol[i] == "layanan" else OUTPUT, 0, i, i, "benda")
    return Putusan(OUTPUT, 2, i, i, "benda")


def _lain(teks: Teks, i: int, jenis: str, g: str) -> Putusan:
    kata = teks.kata
    if kata[i].split()[0] in ("tugas", "kegiatan", "pekerjaan", "urusan"):
        return Putusan(AKTIVITAS, 1, i, i, "proses")
    if kata[i + 1 : i + 2] == ["("] and i + 2 < len(kata) and teks.gol[i + 2] in UKURAN:
        return ukur_apa(teks, i + 2, jenis)
    if "rate" in kata[i : i + 5]:
        return Putusan(OUTPUT, 0, i, i, "ukuran-tanpa-benda")
    if g == "ke-an" or kata[i].endswith("nya"):
        return Putusan(OUTCOME, 0, i, i, "keadaan")
    predikat, j = baca_predikat(teks, i + 1)
    if predikat == "dilayani":
        return Putusan(OUTPUT, 1, i, j, "hasil-disebut")
    if predikat == "dicapai" and kata[j] in kata_predikat("dicapai"):
        return Putusan(OUTCOME, 0, i, j, "keadaan-penerima")
    if jenis == "rencana_aksi":
        return Putusan(AKTIVITAS, 0, i, i, "tidak-dikenal")
    return Putusan(OUTCOME if jenis == "sasaran" else OUTPUT, 0, i, i, "tidak-dikenal")
