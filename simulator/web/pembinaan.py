"""What follows a low predikat: bimbingan kinerja and konseling kinerja, with where each stands in the texts.

Scene: below the rating of somebody who needs it. May import: simulator.domain, rules.citation and sumber.
Facts: bimbingan with format B.1.8 and B.1.9 (CONFIRMED, PermenPANRB 6/2022 Lampiran); konseling is confidential and
individual (CONFIRMED as PermenPANRB 8/2021, revoked; that 6/2022 keeps it is UNCERTAIN). The application has no screen
for either: a note in the feedback is ours (label simulasi), and of a konseling only that it took place.
Add: another instrument as a member with its guidance.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.label import Berlabel
from simulator.domain.penilaian import Predikat
from simulator.rules.citation import Citation, Status
from simulator.rules.sumber import KURSUS, PEDOMAN_BIMBINGAN, PERMENPANRB_8_2021

#: Predikat after which the page offers pembinaan (aturan kelas; the texts name no threshold).
PERLU = (Predikat.SANGAT_KURANG, Predikat.KURANG, Predikat.BUTUH_PERBAIKAN)
SUMBER_AMBANG = KURSUS.pada("Pembinaan sesudah predikat di bawah Baik", Status.KEBIJAKAN_KURSUS)


class Pembinaan(Berlabel):
    """The two instruments."""

    BIMBINGAN = "bimbingan", "Bimbingan kinerja"
    KONSELING = "konseling", "Konseling kinerja"


@dataclass(frozen=True, slots=True)
class Panduan:
    """One instrument in two sentences, and its source."""

    jenis: Pembinaan
    isi: str
    sumber: Citation


PANDUAN: tuple[Panduan, ...] = (
    Panduan(
        Pembinaan.BIMBINGAN,
        "Pimpinan atau orang yang ditugasi mendampingi pegawai: perjelas ekspektasi, sepakati satu langkah dan "
        "waktunya. Sesudahnya pegawai mengisi umpan balik atas bimbingan (format B.1.8) untuk atasan pimpinan, dan "
        "pimpinan mengevaluasi kompetensi pegawai (format B.1.9).",
        PEDOMAN_BIMBINGAN.pada("Format B.1.8 dan B.1.9"),
    ),
    Panduan(
        Pembinaan.KONSELING,
        "Bila sebabnya perilaku atau masalah pribadi: perseorangan dan rahasia, oleh konselor independen atau pejabat "
        "yang terlatih. Di sini cukup dicatat bahwa konseling berlangsung; jangan menuliskan isinya.",
        PERMENPANRB_8_2021.pada("konseling kinerja (diasumsikan tetap berlaku)", Status.UNCERTAIN),
    ),
)


def catatan_pembinaan(jenis: Pembinaan, isi: str) -> str:
    """The words of the feedback line that notes it."""
    return f"{jenis.label}: {isi}"
