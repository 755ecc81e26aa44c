"""Does the indicator measure its RHK, and does the RHK serve the superior's?

Scene: criterion R. Compares rough roots, abbreviations and fields of work; says nothing when there is no RHK.
Imports leksikon, medan, kepala, morfologi, teks. Facts: lexicon/pinggiran.tsv, belajar.tsv.
Add: words of one thing or of one field in medan.tsv.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from simulator.wording import leksikon
from simulator.wording.kepala import UKURAN, benda, kepala
from simulator.wording.medan import benda_sama, medan
from simulator.wording.morfologi import golongan
from simulator.wording.pangkal import pangkal
from simulator.wording.teks import Teks


class Hubungan(NamedTuple):
    """``relevan`` (``None``: nothing to compare), how sure, and why (a short code)."""

    relevan: bool | None
    yakin: bool
    sebab: str


_DIABAIKAN = frozenset(("tugas", "tanda", "angka", "jadi", "wujud"))
_KEBERSAMAAN = frozenset(("internal", "internal-barang"))
_PEMBUKA = frozenset(("ter-nya", "di-nya", "ter", "verba", "verba-ubah"))
_BATAS_POKOK = frozenset(
    (
        "di",
        "pada",
        "untuk",
        "dalam",
        "oleh",
        "bagi",
        "dari",
        "yang",
        "sesuai",
        "melalui",
        "secara",
        "kepada",
        "terhadap",
    )
)
_IKUT = frozenset(("ikut", "mengikuti", "diikuti", "menghadiri", "dihadiri", "hadir"))
_BELAJAR = frozenset(("terlatih", "terdidik", "terbinanya", "terlatihnya", "terampil", "mampu", "kompeten"))
_SUASANA = frozenset(("semangat", "kebersamaan", "kekompakan", "citra", "kebanggaan", "keakraban", "suasana"))
_RASA = frozenset(pangkal(k) for k in ("kepuasan", "kenyamanan", "kepercayaan", "kesejahteraan", "keamanan", "rasa"))
_SIFAT = frozenset(("ter", "di", "ber", "ter-nya", "di-nya", "mutu", "verba", "verba-ubah", "predikat"))
# Said of anything: these forms of *jalan* have nothing to do with roads.
_BUKAN_JALAN = frozenset(("berjalan", "dijalankan", "menjalankan", "berjalannya", "perjalanan"))
_VOKAL = frozenset("aiueo")


@cache
def _terlalu_umum() -> frozenset[str]:
    umum = (
        "laporan dokumen jumlah hasil kerja kualitas mutu tahun bulan orang tepat waktu lengkap layanan pelayanan baik "
        "dinas daerah kabupaten kota provinsi unit pegawai masyarakat laksana susun selesai capai tingkat nilai hal "
        "kerja "
        "dapat sesuai standar benar seluruh wilayah kantor"
    )
    return frozenset(pangkal(k) for k in umum.split())


@cache
def _tanpa_isi() -> frozenset[str]:
    return frozenset(pangkal(k) for k in ("kerja", "hasil", "hal", "capai", "dapat"))


def akar(teks: Teks) -> frozenset[str]:
    """Rough roots of the words that say what the statement is about (verb heads included: *tertera* ~ *menera*)."""
    if teks.akar is None:
        hasil: set[str] = set()
        for kata, g in zip(teks.kata, teks.gol, strict=True):
            if g not in _DIABAIKAN and g not in UKURAN and kata not in _BUKAN_JALAN:
                hasil.update(_akar_kata(kata))
        teks.akar = frozenset(hasil)
    return teks.akar


_akar_ingatan: dict[str, tuple[str, ...]] = {}


def _akar_kata(kata: str) -> tuple[str, ...]:
    jawab = _akar_ingatan.get(kata)
    if jawab is None:
        bagian = kata.replace("-", " ").split()
        jawab = tuple(pangkal(b) for b in bagian if len(b) > 1 and golongan(b) != "tugas")
        if len(_akar_ingatan) < 200_000:
            _akar_ingatan[kata] = jawab
    return jawab


def _singkatan(satu: Teks, dua: Teks) -> bool:
    """*LHP* stands for *laporan hasil pemeriksaan*: the initials of a run of words spell a word of the other text."""
    calon = [k for k, g in zip(satu.kata, satu.gol, strict=True) if 2 < len(k) <= 6 and _seperti_singkatan(k, g)]
    if not calon:
        return False
    huruf = "".join(k[0] for frasa in dua.kata for k in frasa.split() if k[0].isalpha() and golongan(k) != "tugas")
    return any(k in huruf for k in calon)


def _akronim(satu: Teks, dua: Teks) -> bool:
    """*Litmas* stands for *penelitian kemasyarakatan*: a word made of three-letter pieces of neighbouring words."""
    calon = [
        k
        for k, g in zip(satu.kata, satu.gol, strict=True)
        if g in ("lain", "produk") and len(k) in (6, 9) and k.isalpha()
    ]
    if not calon:
        return False
    kata = [k for frasa in dua.kata for k in frasa.split() if len(k) > 3 and golongan(k) != "tugas"]
    for k in calon:
        suku = [k[i : i + 3] for i in range(0, len(k), 3)]
        if any(
            all(s in kata[i + j] and s != kata[i + j] for j, s in enumerate(suku))
            for i in range(len(kata) - len(suku) + 1)
        ):
            return True
    return False


def _seperti_singkatan(kata: str, g: str) -> bool:
    """No vowel, a short document name of the lexicon (dpa, rka) or no known word; capitals are not looked at."""
    if not kata.isalpha():
        return False
    return _VOKAL.isdisjoint(kata) or (g == "produk" and len(kata) <= 4) or (g == "lain" and len(kata) <= 4)


def hubungan(iki: Teks, rhk: Teks | None, atasan: Teks | None = None, payung: str = "", umum: bool = False) -> Hubungan:
    """Relevance of an indicator to its RHK, then of the RHK to the superior's.

    ``umum``: the indicator is about nothing in particular although its RHK is (*jumlah hal yang dikerjakan*).
    """
    if rhk is None or not rhk.kata:
        return Hubungan(None, True, "tanpa-rhk")
    if _tidak_mendukung_atasan(rhk, atasan):
        return Hubungan(False, True, "rhk-tidak-mendukung-atasan")
    a, b = akar(iki), akar(rhk)
    khusus = (a & b) - _terlalu_umum()
    if _pinggiran(iki, rhk):
        return Hubungan(False, not khusus, "tidak-mengukur-rhk")
    if _belajar_sendiri(iki, rhk) or _perasaan(iki, rhk) or _langkah_awal(iki, rhk):
        return Hubungan(False, False, "tidak-mengukur-rhk")
    if umum and not a & b - _tanpa_isi():
        return Hubungan(False, False, "tidak-mengukur-rhk")
    if khusus and _hanya_orangnya(iki, rhk, khusus):
        return Hubungan(False, False, "tidak-mengukur-rhk")
    if khusus:
        return Hubungan(True, True, "sekata")
    return _tanpa_kata_sama(iki, rhk, a, b, payung)


def dukungan(rhk: Teks, atasan: Teks) -> Hubungan:
    """Does an RHK serve the superior's? Without a word in common nothing is said against it, but it is doubtful."""
    if _tidak_mendukung_atasan(rhk, atasan):
        return Hubungan(False, True, "rhk-tidak-mendukung-atasan")
    sama = (akar(rhk) & akar(atasan)) - _terlalu_umum() or medan(rhk) & medan(atasan)
    return Hubungan(True, bool(sama), "sekata" if sama else "tanpa-pokok-sama")


def _tanpa_kata_sama(iki: Teks, rhk: Teks, a: frozenset[str], b: frozenset[str], payung: str) -> Hubungan:
    """No root in common: another name for the same thing still relates, the same field of work only casts doubt."""
    bersama = medan(iki) & medan(rhk)
    if any(k[0] == "=" for k in bersama) or any(
        f(a, b) for f in (_singkatan, _akronim) for a, b in ((iki, rhk), (rhk, iki))
    ):
        return Hubungan(True, False, "semakna")
    if payung and not (a & b):
        return Hubungan(False, False, "tidak-mengukur-rhk")
    if not (a - _terlalu_umum()) or _hanya_bukti(iki, rhk):
        return Hubungan(True, False, "mengikuti-rhk")
    pembuka = {r for k, g in zip(rhk.kata, rhk.gol, strict=True) if g in _PEMBUKA for r in _akar_kata(k)}
    if (a & b) and not b - _terlalu_umum() - pembuka:
        return Hubungan(True, False, "sama-umum")
    berbeda_bidang = bool(medan(iki)) and bool(medan(rhk)) and not bersama and not (a & b)
    return Hubungan(False, berbeda_bidang, "tidak-mengukur-rhk")


def _hanya_bukti(iki: Teks, rhk: Teks) -> bool:
    """*Jml yg diterbitkan*, *Berita acara yang ditandatangani*: no thing of its own, so it speaks of the RHK's."""
    benda_iki = [
        (k, g)
        for k, g in zip(iki.kata, iki.gol, strict=True)
        if g not in _DIABAIKAN and g not in UKURAN and g not in _SIFAT
    ]
    return all(k in leksikon.kelompok("aturan", "bukti") for k, _ in benda_iki)


def _pinggiran(iki: Teks, rhk: Teks) -> bool:
    """The thing counted is equipment, decoration or attention, and the RHK does not speak of it."""
    bersama = [" ".join(iki.kata[i : i + 3]) for i, g in enumerate(iki.gol) if g in _KEBERSAMAAN]
    if bersama:
        return _KEBERSAMAAN.isdisjoint(rhk.gol) and not benda_sama(bersama, rhk)
    i = benda(iki)
    if i < len(iki.gol) and iki.gol[i] in ("ter-nya", "wujud", "mutu"):
        i = kepala(iki, i + 1)
    daftar = leksikon.kelompok("pinggiran")
    sebutan = [*iki.kata[i : i + 1], " ".join(iki.kata[i : i + 2])]
    tanda = sebutan + [k for k in iki.kata if k in leksikon.kelompok("pinggiran", "perhatian")]
    return any(k in daftar and not _disebut(k.split()[0], rhk) for k in tanda) and not benda_sama(tanda, rhk)


def _langkah_awal(iki: Teks, rhk: Teks) -> bool:
    """*Mahasiswa yang mendaftar tes* says nothing yet of *meningkatnya skor tes*."""
    awal = [k for k in iki.kata if k in leksikon.kelompok("aturan", "langkah-awal")]
    return (
        bool(awal) and not any(_disebut(k, rhk) or pangkal(k) in akar(rhk) for k in awal) and not benda_sama(awal, rhk)
    )


def _disebut(kata: str, rhk: Teks) -> bool:
    """A word of the RHK is it, or begins with it when it is long enough (*map* is not in *mapel*)."""
    return any(k in (kata, f"{kata}nya") or (len(kata) > 4 and k.startswith(kata)) for k in rhk.kecil.split())


def _hanya_orangnya(iki: Teks, rhk: Teks, khusus: frozenset[str]) -> bool:
    """*Pembudidaya yang memegang kartu* beside *meningkatnya produksi benih pembudidaya*: the same people, no more."""
    i = benda(iki)
    return i < len(iki.gol) and _menyebut_orang(iki, i) and khusus.isdisjoint(_pokok(rhk))


def _menyebut_orang(teks: Teks, i: int) -> bool:
    """A person by the lexicon, or by shape: *pe-* without *-an* names who does something (pembudidaya, penangkar)."""
    kata = teks.kata[i]
    pelaku = teks.gol[i] == "lain" and kata.startswith(("pem", "pen", "peng", "pel", "per")) and len(kata) > 6
    return teks.gol[i] == "orang" or (pelaku and not kata.endswith(("an", "annya")))


def _pokok(rhk: Teks) -> frozenset[str]:
    """Roots of what an RHK is about: its opening and the next three words of content, up to a preposition."""
    hasil: set[str] = set()
    banyak = 0
    for kata, g in zip(rhk.kata, rhk.gol, strict=True):
        if banyak == 3 or (banyak > 1 and kata in _BATAS_POKOK):
            break
        akar_kata = set(_akar_kata(kata)) - _terlalu_umum() if g not in _DIABAIKAN else set()
        banyak += bool(akar_kata) and g not in _PEMBUKA
        hasil |= akar_kata
    return frozenset(hasil)


def _belajar_sendiri(iki: Teks, rhk: Teks) -> bool:
    """Training or contests attended say nothing of an RHK about something else than what people learn or join."""
    i = benda(iki)
    ikut = any(k in _IKUT for k in iki.kata)
    daftar = leksikon.kelompok("belajar")
    belajar = iki.kata[i : i + 1] if not ikut else iki.kata
    if not any(k in daftar for k in belajar) or not (ikut or len(iki.kata) - i < 3):
        return False
    return not any(k in daftar or k in leksikon.kelompok("kondisi", "naik") or k in _BELAJAR for k in rhk.kata)


def _perasaan(iki: Teks, rhk: Teks) -> bool:
    """How people feel measures an RHK only where satisfaction, comfort or trust is what it promises."""
    pembuka = iki.kata[kepala(iki) : kepala(iki) + 1]
    if not _SUASANA.isdisjoint(pembuka):
        return pembuka[0] not in rhk.kecil and not any(pangkal(k) in _RASA for k in rhk.kata)
    if "merasa" not in iki.kata and leksikon.kelompok("aturan", "pembawaan").isdisjoint(iki.kata):
        return False
    return not any(pangkal(k) in _RASA for k in rhk.kata) and leksikon.kelompok("aturan", "pembawaan").isdisjoint(
        rhk.kata
    )


def _tidak_mendukung_atasan(rhk: Teks, atasan: Teks | None) -> bool:
    if atasan is None or not atasan.kata or "internal" not in rhk.gol:
        return False
    return not ((akar(rhk) & akar(atasan)) - _terlalu_umum())


def kemiripan(satu: Teks, dua: Teks) -> float:
    """Share of common roots (Jaccard) of two statements; 1.0 means the same words."""
    a, b = akar(satu), akar(dua)
    return len(a & b) / len(a | b) if a and b else 0.0
