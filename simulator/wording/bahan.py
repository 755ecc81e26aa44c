"""Everything known about one statement while it is judged, and how a finding is put into words.

Scene: passed from mesin to the files that look for findings. Imports leksikon, pernyataan, teks.
Facts: lexicon/pesan.tsv holds every sentence people read.
Add: a sentence in pesan.tsv with its code and criterion.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from simulator.wording import leksikon
from simulator.wording.pernyataan import Pernyataan, Target, Temuan
from simulator.wording.teks import Teks

if TYPE_CHECKING:
    from simulator.wording.kepala import Putusan
    from simulator.wording.relevan import Hubungan
    from simulator.wording.setara import Jangkauan
    from simulator.wording.spesifik import Cakupan
    from simulator.wording.terukur import Ukuran

BATAS_KUTIPAN = 160


@dataclass(slots=True)
class Bahan:
    """One statement, its parts and its judgements so far."""

    pernyataan: Pernyataan
    teks: Teks
    rhk: Teks | None
    atasan: Teks | None
    aspek: str
    target: Target
    target_kecil: str
    putusan: Putusan
    lingkup: Cakupan
    ukuran: Ukuran | None = None
    waktu: str = "na"
    kata_waktu: str = ""
    hubungan: Hubungan | None = None
    jangkauan: Jangkauan | None = None

    @property
    def kutipan_kepala(self) -> str:
        """The words on which the orientation rests."""
        return self.teks.kutip(self.putusan.awal, self.putusan.akhir)


@cache
def pesan() -> dict[str, tuple[str, str, str, str]]:
    """Code → (criterion, message, advice, short name)."""
    berkas = (leksikon.FOLDER / "pesan.tsv").read_text(encoding="utf-8")
    baris = (isi.split("\t") for isi in berkas.splitlines() if isi and not isi.startswith("#"))
    return {kode: (kriteria, kalimat, saran, nama) for kode, kriteria, kalimat, saran, nama in baris}


def sebutan(kode: str) -> str:
    """The short name of a finding, for summaries."""
    return pesan()[kode][3]


def temuan(kode: str, kutipan: str, *, t: str = "", d: str = "", x: str = "") -> Temuan:
    """A finding of the given code that quotes ``kutipan``."""
    kriteria, kalimat, saran, _ = pesan()[kode]
    k = kutipan if len(kutipan) <= BATAS_KUTIPAN else kutipan[: BATAS_KUTIPAN - 1] + "…"
    isian = {"{k}": k, "{t}": t[:BATAS_KUTIPAN], "{d}": d[:BATAS_KUTIPAN], "{x}": x}
    for tanda, isi in isian.items():
        if tanda in kalimat:
            kalimat = kalimat.replace(tanda, isi)
        if tanda in saran:
            saran = saran.replace(tanda, isi)
    return Temuan(kriteria, kode, k, kalimat, saran)


def kutip_bagian(teks: Teks, frasa: str) -> str:
    """The original form of a phrase found in the normalised text."""
    kata = frasa.split()
    if not kata:
        return frasa
    rata = [(potong, i) for i, k in enumerate(teks.kata) for potong in k.split()]
    for m in range(len(rata) - len(kata) + 1):
        if [r[0] for r in rata[m : m + len(kata)]] == kata:
            return teks.kutip(rata[m][1], rata[m + len(kata) - 1][1])
    return frasa
