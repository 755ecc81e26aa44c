"""What a feedback page says about one participant and exercise, as plain data.

Scene: below pages.py. May import: exercises.kit, simulator.rules, instructor.results.
Facts: only what grading found, what a person wrote and what the participant was shown and answered is on the page; of
a case only the shown part is used, never its key.
Add: a sentence for a new state in KEADAAN or LANGKAH.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from markupsafe import Markup

from exercises.kit.case import Case
from exercises.kit.grading import PESAN_TERTUNDA
from exercises.kit.narrative import waits
from exercises.kit.readable import answer_html
from exercises.kit.reading import glossary_term, reading_path, section_anchor
from exercises.kit.spec import ExerciseSpec, KriteriaRubrik, SoalSpec
from exercises.kit.wib import jam_wib
from instructor.results.tables import (
    BELUM,
    BELUM_DINILAI,
    BERMASALAH,
    MENUNGGU,
    PERIKSA_ULANG,
    SELESAI,
    TIDAK_TERBACA,
    TabelKelas,
)
from simulator.domain.errors import TidakDitemukan

CUKUP = 0.6
KEADAAN = {
    SELESAI: "Sudah dinilai",
    MENUNGGU: "Menunggu penilaian instruktur",
    PERIKSA_ULANG: "Jawaban berubah setelah dinilai; instruktur memeriksa ulang",
    TIDAK_TERBACA: "Jawaban tidak terbaca, belum dinilai",
    BELUM_DINILAI: "Belum dinilai",
    BERMASALAH: "Berkas bermasalah, belum dinilai",
    BELUM: "Belum dikumpulkan",
}


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A rule as a participant reads it: its name and where it stands."""

    judul: str
    sumber: str


@dataclass(frozen=True, slots=True)
class Butir:
    """One finding on the page. ``rujukan`` is the number of its rule in the question's list, 0 for none.

    ``kriteria`` is empty where the title or the message says it already; ``poin`` is None while it is pending.
    """

    judul: str
    kriteria: str
    poin: float | None
    maks: float
    pesan: str
    kutipan: str
    saran: str
    rujukan: int
    penuh: bool
    perlu_instruktur: bool


@dataclass(frozen=True, slots=True)
class BagianSoal:
    """One question on the page."""

    nomor: int
    judul: str
    manual: bool
    skor: float | None
    maks: float
    keadaan: str
    perbaiki: tuple[Butir, ...]
    tepat: tuple[Butir, ...]
    rujukan: tuple[Rujukan, ...]
    rubrik: tuple[KriteriaRubrik, ...]
    komentar: str
    jawaban: Markup
    baca: str
    bagian: str
    kata: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Halaman:
    """Everything one page shows."""

    kelas: str
    nama: str
    latihan: str
    judul: str
    keadaan: str
    selesai: bool
    skor: float | None
    maks: float
    dinilai: float
    lulus: float
    waktu: str
    terlambat: int
    potongan: float
    catatan: tuple[str, ...]
    soal: tuple[BagianSoal, ...]
    langkah: tuple[str, ...]
    bacaan: str


def page(tabel: TabelKelas, peserta: str, latihan: str) -> Halaman:
    """The page of one participant and exercise."""
    spec = tabel.spec[latihan]
    isi = tabel.isi[(peserta, latihan)]
    tampilan = Case.read(tabel.kelas.kunci(peserta, latihan)).tampilan
    nilai = tabel.nilai[(tabel.nilai["id"] == peserta) & (tabel.nilai["latihan"] == latihan)].iloc[0]
    baris = tabel.soal[(tabel.soal["id"] == peserta) & (tabel.soal["latihan"] == latihan)].set_index("soal")
    soal = tuple(
        _question(nomor, satu, baris.loc[satu.id], isi["soal"].get(satu.id, {}), tampilan)
        for nomor, satu in enumerate(spec.soal, 1)
    )
    dinilai = sum(satu.maks for satu in soal if satu.skor is not None)
    ada = any(satu.skor is not None for satu in soal)
    return Halaman(
        kelas=tabel.kelas.judul,
        nama=str(nilai["nama"]),
        latihan=latihan,
        judul=spec.judul,
        keadaan=KEADAAN[nilai["status"]],
        selesai=nilai["status"] == SELESAI,
        skor=float(nilai["nilai"]) if ada else None,
        maks=spec.poin,
        dinilai=dinilai,
        lulus=tabel.kelas.lulus,
        waktu=_jam(isi.get("waktu")),
        terlambat=int(isi.get("terlambat", 0)),
        potongan=float(nilai["potongan"]),
        catatan=tuple(satu["pesan"] for satu in isi["masalah"]),
        soal=soal,
        langkah=_next_steps(soal, tabel.kelas.lulus, float(nilai["nilai"]) if ada else None, spec.poin),
        bacaan=_reading(spec),
    )


def _reading(spec: ExerciseSpec) -> str:
    return reading_path(spec.modul).as_posix() if spec.modul else ""


def _question(
    nomor: int, spec: SoalSpec, baris: Any, isi: Mapping[str, Any], tampilan: Mapping[str, Any]
) -> BagianSoal:
    kosong = isi.get("status") == "kosong"
    # An unanswered question gets one sentence, not one remark for each of its items.
    temuan = () if kosong and not spec.manual else isi.get("findings", ())
    skor = float(baris["skor"]) if baris["skor"] == baris["skor"] else None
    if skor is not None:
        temuan = [satu for satu in temuan if satu["maks"] or not waits(satu["pesan"])]
    daftar = _rules(spec, temuan)
    butir = _together([_item(satu, daftar) for satu in temuan])
    return BagianSoal(
        nomor=nomor,
        judul=spec.judul,
        manual=spec.manual,
        skor=skor,
        maks=spec.poin,
        keadaan="Belum dijawab" if kosong else KEADAAN[baris["status"]],
        perbaiki=tuple(satu for satu in butir if not satu.penuh or satu.perlu_instruktur),
        tepat=tuple(satu for satu in butir if satu.penuh and satu.maks > 0 and not satu.perlu_instruktur),
        rujukan=tuple(daftar),
        rubrik=spec.rubrik,
        komentar=str(baris["komentar"] or ""),
        jawaban=_own_answer(tampilan, spec.id, isi.get("jawaban")),
        baca=spec.baca,
        bagian=section_anchor(spec.baca),
        kata=tuple(glossary_term(satu) for satu in spec.kata),
    )


def _rules(spec: SoalSpec, temuan: Sequence[Mapping[str, Any]]) -> list[Rujukan]:
    """What the question rests on: the rules of findings to look at first, then all the author names."""
    urut = sorted(temuan, key=lambda satu: not _shown(satu))
    nama = [*(satu["aturan"] for satu in urut), *spec.aturan]
    return list(dict.fromkeys(satu for aturan in nama if (satu := rujukan(aturan))))


def _shown(satu: Mapping[str, Any]) -> bool:
    return bool(satu["poin"] < satu["maks"] - 1e-9 or satu["perlu_instruktur"])


def _item(satu: Mapping[str, Any], daftar: Sequence[Rujukan]) -> Butir:
    dasar = rujukan(satu["aturan"])
    judul, kriteria = _title(satu["kriteria"], satu["pesan"])
    return Butir(
        judul=judul,
        kriteria=kriteria,
        poin=None if satu["pesan"] == PESAN_TERTUNDA else satu["poin"],
        maks=satu["maks"],
        pesan=satu["pesan"],
        kutipan=satu["kutipan"],
        saran=satu["saran"],
        rujukan=daftar.index(dasar) + 1 if dasar in daftar else 0,
        penuh=satu["poin"] >= satu["maks"] - 1e-9,
        perlu_instruktur=satu["perlu_instruktur"],
    )


def _together(daftar: Sequence[Butir]) -> list[Butir]:
    """One sentence said of several criteria of the same item is said once, with the points of all of them."""
    hasil: list[Butir] = []
    for satu in daftar:
        lalu = hasil[-1] if hasil else None
        if lalu is not None and not satu.penuh and _same(lalu, satu):
            hasil[-1] = replace(
                lalu,
                kriteria="; ".join(dict.fromkeys(k for k in (lalu.kriteria, satu.kriteria) if k)),
                poin=None if lalu.poin is None or satu.poin is None else lalu.poin + satu.poin,
                maks=lalu.maks + satu.maks,
            )
        else:
            hasil.append(satu)
    return hasil


def _same(satu: Butir, dua: Butir) -> bool:
    return (satu.judul, satu.pesan, satu.kutipan, satu.saran, satu.rujukan, satu.penuh, satu.perlu_instruktur) == (
        dua.judul, dua.pesan, dua.kutipan, dua.saran, dua.rujukan, dua.penuh, dua.perlu_instruktur,
    )  # fmt: skip


def _title(kriteria: str, pesan: str) -> tuple[str, str]:
    """“Dokumen 1: Akses pejabat penilai” → which item, and by what it was judged unless the message says that too."""
    butir, pisah, sisa = kriteria.partition(": ")
    if not pisah or not re.search(r"\d", butir):
        return kriteria, ""
    kata = re.findall(r"\w{3,}", sisa.casefold())
    sama = sum(1 for satu in kata if satu in pesan.casefold())
    return butir, "" if kata and sama >= len(kata) * 0.6 else sisa


@cache
def rujukan(aturan: str) -> Rujukan | None:
    """The rule with its source; None for a finding that rests on no registered rule."""
    from simulator.rules.registry import rule_by_id

    if not aturan:
        return None
    try:
        satu = rule_by_id(aturan)
    except TidakDitemukan:
        return None
    return Rujukan(satu.judul, satu.sumber)


def _own_answer(tampilan: Mapping[str, Any], soal: str, isi: Any) -> Markup:
    """The participant's own answer to a question that a person grades, as the form showed it."""
    if not isi or soal not in tampilan["soal"]:
        return Markup()
    return Markup(answer_html(tampilan, soal, {soal: isi}))


def _next_steps(soal: Sequence[BagianSoal], lulus: float, skor: float | None, maks: float) -> tuple[str, ...]:
    langkah: list[str] = []
    lemah = sorted(
        (satu for satu in soal if satu.skor is not None and satu.skor < CUKUP * satu.maks),
        key=lambda satu: (satu.skor or 0.0) / satu.maks,
    )
    langkah.extend(f"Baca lagi {satu.baca} (soal {satu.nomor}: {satu.judul})." for satu in lemah[:3] if satu.baca)
    if any(satu.keadaan == KEADAAN[TIDAK_TERBACA] for satu in soal):
        langkah.append(
            "Buka kembali latihan, periksa isian yang disebut di bawah, kumpulkan ulang, lalu beri tahu instruktur."
        )
    if any(satu.keadaan == "Belum dijawab" for satu in soal):
        langkah.append(
            "Lengkapi soal yang belum dijawab. Tanyakan kepada instruktur apakah kiriman ulang masih diterima."
        )
    if skor is not None and not langkah:
        dinilai = [satu for satu in soal if satu.skor is not None]
        if all((satu.skor or 0.0) >= satu.maks * 0.999 for satu in dinilai):
            tunggu = len(dinilai) < len(soal)
            langkah.append(
                "Yang sudah dinilai semuanya tepat. Tunggu penilaian instruktur untuk soal lainnya."
                if tunggu
                else "Semua tepat. Lanjutkan ke latihan berikutnya."
            )
        elif skor >= lulus / 100 * maks:
            langkah.append("Baik. Perbaiki butir yang masih kurang, lalu lanjutkan ke latihan berikutnya.")
        else:
            langkah.append("Perbaiki butir yang kurang dan bahas dengan instruktur.")
    return tuple(langkah)


def _jam(teks: str | None) -> str:
    return jam_wib(datetime.fromisoformat(teks)) if teks else ""
