"""A statement as words: cleaned, cut, spelled in the standard way, each word knowing where it stood.

Scene: the first step of every judgement. Imports simulator.wording.leksikon only.
Facts: lexicon/ejaan.tsv for spelling and abbreviations; the phrases of all lexicons are read as one word.
Add: a spelling in ejaan.tsv; a new kind of sign in POLA.
"""

from __future__ import annotations

import re
import unicodedata

from simulator.wording import leksikon

BATAS_HURUF = 4000
POLA = re.compile(
    r"s\.?\s?/?d\.?(?=\s)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[\-'’][^\W\d_]+)*\d*[^\W\d_]*|[≥≤<>=%±+/&():;,.–—!?\"“”\-]"
)
_SPASI = re.compile(r"\s+")
_AWALAN = re.compile(
    r"^\W*(?:(?:(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+)|[-•*·–—]+\s*|(?:DPA|RKA|Tupoksi|Tugas Tambahan|Tugas Pokok|"
    r"Tugas Utama|Utama|Tambahan|RHK|IKI|IKU|Indikator|Sasaran|Rencana Aksi)\s*\d{0,2}\s*[-–:]\s+)+",
    re.IGNORECASE,
)


def bersihkan(teks: object) -> str:
    """One line of ordinary characters: full-width, no-break and invisible characters become plain ones."""
    if teks is None:
        return ""
    isi = str(teks)[: BATAS_HURUF * 2]
    if not isi.isascii():
        isi = unicodedata.normalize("NFKC", isi)
        isi = "".join(h if unicodedata.category(h) not in ("Cc", "Cf", "Cs", "Co", "Cn") else " " for h in isi)
    return _SPASI.sub(" ", isi).strip()[:BATAS_HURUF]


def _persen_bernama(mentah: list[str], letak: list[tuple[int, int]]) -> tuple[list[str], list[tuple[int, int]]]:
    """*% layanan ber-TTE*: a sign without a number before it names the measure, so it reads as *persentase*."""
    if "%" in mentah:
        for i, kata in enumerate(mentah[:-1]):
            if kata == "%" and not (i and mentah[i - 1][0].isdigit()):
                mentah[i] = "persentase"
    return mentah, letak


class Teks:
    """Words of one text (``kata``), where each begins and ends (``letak``), and the spellings mended (``ejaan``)."""

    __slots__ = ("asli", "ejaan", "kata", "kecil", "letak")

    def __init__(self, isi: object) -> None:
        self.asli = bersihkan(isi)
        self.kata: list[str] = []
        self.letak: list[tuple[int, int]] = []
        self.ejaan: list[tuple[int, int, str, str]] = []
        self._potong()
        self.kecil = " ".join(self.kata)

    def _potong(self) -> None:
        awal = 0
        cocok = _AWALAN.match(self.asli)
        if cocok and cocok.end() < len(self.asli):
            awal = cocok.end()
        peta = leksikon.ejaan()
        mentah: list[str] = []
        letak: list[tuple[int, int]] = []
        for m in POLA.finditer(self.asli, awal):
            kata = m.group().lower()
            baku = peta.get(kata)
            if baku is None:
                mentah.append(kata)
                letak.append(m.span())
                continue
            self.ejaan.append((m.start(), m.end(), baku[0], baku[1]))
            for bagian in baku[0].split():
                mentah.append(bagian)
                letak.append(m.span())
        self._satukan(*_persen_bernama(mentah, letak))

    def _satukan(self, mentah: list[str], letak: list[tuple[int, int]]) -> None:
        frasa, peta = leksikon.frasa(), leksikon.ejaan()
        i, n = 0, len(mentah)
        while i < n:
            for calon in frasa.get(mentah[i], ()):
                panjang = len(calon)
                if tuple(mentah[i : i + panjang]) == calon:
                    kata, rentang = " ".join(calon), (letak[i][0], letak[i + panjang - 1][1])
                    if kata in peta:
                        self.ejaan.append((*rentang, *peta[kata]))
                        kata = peta[kata][0]
                    self.kata.append(kata)
                    self.letak.append(rentang)
                    i += panjang
                    break
            else:
                self.kata.append(mentah[i])
                self.letak.append(letak[i])
                i += 1

    def kutip(self, awal: int, akhir: int | None = None) -> str:
        """The original words from word ``awal`` up to and including word ``akhir``."""
        if not self.letak or awal >= len(self.letak):
            return self.asli[:120]
        akhir = awal if akhir is None else min(akhir, len(self.letak) - 1)
        return self.asli[self.letak[awal][0] : self.letak[akhir][1]]

    def kutip_kata(self, kata: str) -> str:
        """The original form of the first word that equals ``kata``; the whole text when there is none."""
        return self.kutip(self.kata.index(kata)) if kata in self.kata else self.asli
