"""A statement as words: cleaned, cut, spelled in the standard way, each word knowing where it stood.

Scene: the first step of every judgement. Imports leksikon and morfologi.
Facts: lexicon/ejaan.tsv for spelling and abbreviations; the phrases of all lexicons are read as one word.
Add: a spelling in ejaan.tsv; a new kind of sign in POLA.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from simulator.wording import leksikon
from simulator.wording.morfologi import golongan
from simulator.wording.salah_tik import TERPENDEK, kata_dimaksud

BATAS_HURUF = 4000
POLA = re.compile(
    r"s\.?\s?/?d\.?(?=\s)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[\-'’][^\W\d_]+)*(?:\d+[^\W\d_]*)*|[≥≤<>=%±+/&():;,.–—!?\"“”\-]"
)
_SPASI = re.compile(r"\s+")
_AWALAN = re.compile(
    r"^\W*(?:\[[^\]]{1,16}\]\s*|(?:(?:\d{1,2}(?:\.[0-9a-zA-Z]{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+)|[-•*·–—]+\s*|"
    r"(?:DPA|RKA|Tupoksi|Tugas Tambahan|Tugas Pokok|Tugas Utama|Utama|Tambahan|RHK|IKI|IKU|"
    r"Indikator|Sasaran|Rencana Aksi)\s*\d{0,2}\s*[-–:]\s+)+",
    re.IGNORECASE,
)


_ULANG = re.compile(r"([^\W\d_]{3,})2(nya)?")


def kata_ulang(kata: str) -> tuple[str, str] | None:
    """*hal2* → (*hal-hal*, ``singkat``): the figure two repeats a word, unless the word is one that is numbered."""
    m = _ULANG.fullmatch(kata)
    if m is None or m[1] in leksikon.kelompok("aturan", "bernomor") or not any(h in "aiueo" for h in m[1]):
        return None
    return f"{m[1]}-{m[1]}{m[2] or ''}", "singkat"


def _tampak(huruf: str) -> str:
    """What a reader sees of one character: nothing of a soft hyphen or zero-width space, a gap for no letter at all."""
    macam = unicodedata.category(huruf)
    return "" if macam == "Cf" else " " if macam in ("Cc", "Cs", "Co", "Cn") else huruf


def bersihkan(teks: object) -> str:
    """One line of ordinary characters: full-width and no-break ones become plain, invisible ones go."""
    if teks is None:
        return ""
    isi = str(teks)[: BATAS_HURUF * 2]
    if not isi.isascii():
        isi = unicodedata.normalize("NFKC", isi)
        isi = "".join(_tampak(h) for h in isi)
    return _SPASI.sub(" ", isi).strip()[:BATAS_HURUF]


def _persen_bernama(mentah: list[str]) -> None:
    """*% layanan ber-TTE*: a sign without a number before it names the measure, so it reads as *persentase*."""
    if "%" in mentah:
        for i, kata in enumerate(mentah[:-1]):
            if kata == "%" and not (i and mentah[i - 1][0].isdigit()):
                mentah[i] = "persentase"


class Teks:
    """Words of one text (``kata``), the class of each (``gol``), and the spellings mended (``ejaan``).

    Where a word stood is worked out only when it is quoted; most statements of a large batch are never quoted.
    ``isi``, ``waktu`` and ``akar`` are remembered here by the files that work them out.
    """

    __slots__ = ("_asal", "_awal", "_letak", "akar", "asli", "ejaan", "gol", "isi", "kata", "kecil", "waktu")

    def __init__(self, isi: object) -> None:
        self.asli = bersihkan(isi)
        self.kata: list[str] = []
        self.ejaan: list[tuple[int, int, str, str]] = []
        self.isi: tuple[str, ...] | None = None
        self.waktu: tuple[str, str] | None = None
        self.akar: frozenset[str] | None = None
        self._asal: list[tuple[int, int]] = []
        self._letak: list[tuple[int, int]] | None = None
        self._awal = 0
        self._potong()
        self.gol = [golongan(k) for k in self.kata]
        self.kecil = " ".join(self.kata)

    def _potong(self) -> None:
        cocok = _AWALAN.match(self.asli)
        if cocok and cocok.end() < len(self.asli):
            self._awal = cocok.end()
        peta = leksikon.ejaan()
        mentah = [k.lower() for k in POLA.findall(self.asli, self._awal)]
        berulang = "2" in self.asli
        keliru = {k: dimaksud for k in mentah if len(k) >= TERPENDEK and (dimaksud := kata_dimaksud(k))}
        if not berulang and not keliru and peta.keys().isdisjoint(mentah):
            self._satukan(mentah, range(len(mentah)))
            return
        kata: list[str] = []
        asal: list[int] = []
        for i, k in enumerate(mentah):
            baku = (
                peta.get(k) or (kata_ulang(k) if berulang else None) or ((keliru[k], "ejaan") if k in keliru else None)
            )
            if baku is None:
                kata.append(k)
                asal.append(i)
                continue
            self.ejaan.append((i, i, baku[0], baku[1]))
            bagian = baku[0].split()
            kata.extend(bagian)
            asal.extend([i] * len(bagian))
        self._satukan(kata, asal)

    def _satukan(self, mentah: list[str], asal: Sequence[int]) -> None:
        _persen_bernama(mentah)
        frasa = leksikon.frasa()
        i, n = 0, len(mentah)
        while i < n:
            kata = mentah[i]
            panjang = 1
            dibaca = [kata]
            for calon in frasa.get(kata, ()):
                if tuple(mentah[i : i + len(calon)]) == calon:
                    panjang = len(calon)
                    dibaca = self._baku(" ".join(calon), asal[i], asal[i + panjang - 1])
                    break
            self.kata.extend(dibaca)
            self._asal.extend([(asal[i], asal[i + panjang - 1])] * len(dibaca))
            i += panjang

    def _baku(self, frasa: str, awal: int, akhir: int) -> list[str]:
        """The phrase as one word; a phrase that was only misspelled as the words it stands for."""
        baku = leksikon.ejaan().get(frasa)
        if baku is None:
            return [frasa]
        self.ejaan.append((awal, akhir, *baku))
        return baku[0].split()

    def kutip_mentah(self, awal: int, akhir: int) -> str:
        """The original characters from raw word ``awal`` up to and including raw word ``akhir``."""
        if self._letak is None:
            self._letak = [m.span() for m in POLA.finditer(self.asli, self._awal)]
        return self.asli[self._letak[awal][0] : self._letak[akhir][1]]

    def kutip(self, awal: int, akhir: int | None = None) -> str:
        """The original words from word ``awal`` up to and including word ``akhir``; all when there are none."""
        if awal >= len(self.kata):
            return self.asli[:120]
        akhir = awal if akhir is None else min(akhir, len(self.kata) - 1)
        return self.kutip_mentah(self._asal[awal][0], self._asal[akhir][1])

    def ekor(self, awal: int) -> str:
        """The original words from word ``awal`` to the end."""
        return self.kutip(awal, len(self.kata) - 1) if awal < len(self.kata) else ""
