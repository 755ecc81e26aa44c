"""Is this a sentence someone wrote, or an attempt to please the machine?

Scene: asked before the SMART checks of exercise 01, so that empty, copied and stuffed texts earn nothing.
Pure; imports kata only. Facts: course rules, announced in the introduction of each question.
Add: a new trick gets its own function here, a line in _PENJAGA and an answer in cases.yaml that tries it.
"""

from __future__ import annotations

from dataclasses import dataclass

from .kata import KATA_SAMBUNG, himpunan, kata_kata, kemiripan, pangkal, rata

KATA_PALING_SEDIKIT = 3
HURUF_PALING_SEDIKIT = 10
MIRIP_SALIN = 0.86
_ISTILAH = himpunan(
    "smart spesifik specific terukur measurable achievable attainable relevan relevant timebound "
    "kuantitas kualitas rhk iki skp indikator"
)
_BUJUKAN = (
    "beri nilai",
    "nilai penuh",
    "skor penuh",
    "poin penuh",
    "tolong",
    "mohon",
    "abaikan",
    "lulus saja",
    "benar semua",
)
_KATA_LARIS = himpunan(
    "jumlah persentase persen dokumen laporan target tahun bulan triwulan semester tepat waktu lengkap tercapai "
    "capaian hasil kerja standar berkualitas optimal maksimal 100%"
)
_KEPALA_UKURAN = himpunan("jumlah persentase rasio indeks frekuensi rata-rata ketepatan nilai tingkat")
_UKURAN = _KEPALA_UKURAN | himpunan("waktu lama kecepatan persen banyaknya besarnya")
_TAK_MENAMBAH = (
    KATA_SAMBUNG
    | _UKURAN
    | himpunan(
        "capaian pencapaian ketercapaian tercapainya keberhasilan realisasi total seluruh semua segala para baik "
        "optimal maksimal tanggal hari minggu bulan triwulan semester tahun jam kerja setahun"
    )
) - {"ketepatan"}
_PEMBUNGKUS = _UKURAN | himpunan(
    "dukungan mendukung membantu bantuan tugas pekerjaan kegiatan pelaksanaan kontribusi upaya peran terlaksananya "
    "tersedianya terwujudnya tercapainya terselesaikannya pimpinan atasan kepala saya kami tim baik"
)


@dataclass(frozen=True, slots=True)
class Tolakan:
    """Why a text is not read any further; ``kode`` is stable, ``pesan`` says how to mend it."""

    kode: str
    pesan: str
    kutipan: str = ""


@dataclass(frozen=True, slots=True)
class Larangan:
    """A text that may not be handed in again, and what it is: the question itself, the example, the RHK.

    ``boleh_dengan_ukuran``: with a measure in front (*Persentase …*) it is no longer a copy. ``hiasan``: further words
    that add nothing when put around it, such as those of the writer's own post.
    """

    teks: str
    sebutan: str
    boleh_dengan_ukuran: bool = False
    hiasan: frozenset[str] = frozenset()


def tolak(teks: str, larangan: tuple[Larangan, ...] = ()) -> Tolakan | None:
    """The first reason not to read this text, or None when it is worth reading."""
    for penjaga in _PENJAGA:
        hasil = penjaga(teks)
        if hasil:
            return hasil
    return next((hasil for satu in larangan if (hasil := _copied(teks, satu))), None)


def _empty(teks: str) -> Tolakan | None:
    if not teks.strip():
        return Tolakan("kosong", "Belum diisi. Tulis satu kalimat lengkap.")
    return None


def _short(teks: str) -> Tolakan | None:
    kata = kata_kata(teks)
    if len(kata) < KATA_PALING_SEDIKIT or sum(huruf.isalpha() for huruf in teks) < HURUF_PALING_SEDIKIT:
        return Tolakan("terlalu-pendek", "Terlalu pendek untuk dibaca. Sebutkan hasil apa yang dimaksud.", teks.strip())
    return None


def _gibberish(teks: str) -> Tolakan | None:
    kata = [satu for satu in kata_kata(teks) if satu.isalpha()]
    aneh = [satu for satu in kata if len(satu) > 3 and not set(satu) & set("aiueo") or len(set(satu)) == 1 < len(satu)]
    if len(aneh) * 3 > len(kata):
        return Tolakan("bukan-kalimat", "Tulisan ini tidak terbaca sebagai kalimat.", " ".join(aneh[:3]))
    return None


def _jargon(teks: str) -> Tolakan | None:
    istilah = [satu for satu in kata_kata(teks) if satu in _ISTILAH]
    if "smart" in istilah or len(set(istilah)) >= 2:
        return Tolakan(
            "tumpukan-istilah",
            "Menyebut istilahnya tidak membuat kalimat ini menjadi SMART. Sebutkan hasilnya.",
            " ".join(dict.fromkeys(istilah)),
        )
    return None


def _addressed(teks: str) -> Tolakan | None:
    """Words spoken to the grader instead of about the work."""
    lurus = f" {rata(teks)} "
    bujukan = next((satu for satu in _BUJUKAN if f" {satu} " in lurus), "")
    if bujukan:
        return Tolakan("bukan-indikator", "Ini bukan pernyataan kinerja. Tulis hasil dari pekerjaan itu.", bujukan)
    return None


def _pile(teks: str) -> Tolakan | None:
    """Many words, none of them joined: a pile of keywords, or the same words over and over."""
    kata = kata_kata(teks)
    kepala = [satu for satu in kata if satu in _KEPALA_UKURAN]
    berulang = len(kata) >= 6 and len(set(kata)) < 0.62 * len(kata)
    laris = sum(satu in _KATA_LARIS for satu in kata)
    lepas = not set(kata) & KATA_SAMBUNG and (len(kata) >= 14 or (len(kata) >= 8 and laris >= 4))
    if berulang or lepas or len(set(kepala)) >= 4:
        return Tolakan(
            "tumpukan-kata",
            "Ini deretan kata, belum satu kalimat. Pilih satu hasil dan susun menjadi kalimat.",
            " ".join(kata[:8]),
        )
    return None


def _copied(teks: str, satu: Larangan) -> Tolakan | None:
    if satu.boleh_dengan_ukuran and set(kata_kata(teks)) & _KEPALA_UKURAN - set(kata_kata(satu.teks)):
        return None
    terbungkus = _wrapped(teks, satu.teks, _PEMBUNGKUS | satu.hiasan)
    if terbungkus or rata(teks) == rata(satu.teks) or kemiripan(teks, satu.teks) >= MIRIP_SALIN:
        return Tolakan("salinan", f"Tulisan ini menyalin {satu.sebutan}. Susun kalimat Anda sendiri.", teks.strip())
    return None


def hanya_mengulang(teks: str, asal: str) -> bool:
    """Whether the text keeps the other's *ter…nya* and adds nothing to its words but a measure, a period, a filler.

    *Persentase terpenuhinya permintaan* repeats; *permintaan yang terpenuhi* says what is counted and does not.
    """
    kata, dasar = kata_kata(teks), kata_kata(asal)
    if not dasar or dasar[0] not in kata:
        return False
    baru = {pangkal(satu) for satu in kata if satu not in _TAK_MENAMBAH and not satu[0].isdigit()}
    return baru <= {pangkal(satu) for satu in dasar}


def _wrapped(teks: str, asal: str, pembungkus: frozenset[str]) -> bool:
    """Whether the other text stands in this one word for word and every word around it adds nothing."""
    depan, inti, belakang = f" {rata(teks)} ".partition(f" {rata(asal)} ")
    return bool(inti.strip()) and set(depan.split()) | set(belakang.split()) <= pembungkus | KATA_SAMBUNG


_PENJAGA = (_empty, _short, _gibberish, _jargon, _addressed, _pile)
