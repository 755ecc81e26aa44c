"""One thing found in a sheet: where, what, how to mend it, and whether it stands in the way.

Scene: the result page and the findings report. May import: nothing but the standard library.
Add: a field only when both show it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GALAT, PERINGATAN = "galat", "peringatan"
#: Codes of cells whose value is not there (bidang.periksa_khusus).
TANPA_NILAI = ("sel-galat", "rumus-tanpa-hasil")


@dataclass(frozen=True, slots=True)
class TemuanImpor:
    """``tingkat`` galat stops the import, peringatan does not; ``baris`` 0 and ``sel`` empty: the sheet as a whole."""

    tingkat: str
    kode: str
    lembar: str
    baris: int
    sel: str
    pesan: str
    saran: str


class Catatan:
    """Findings as they come, each sentence about a cell once."""

    def __init__(self) -> None:
        self.daftar: list[TemuanImpor] = []
        self._ada: set[tuple[str, str, str, str]] = set()

    def tambah(self, tingkat: str, kode: str, lembar: str, baris: int, sel: str, pesan: str, saran: str) -> None:
        """Note one finding, unless the same was said about the same cell."""
        kunci = (kode, lembar, sel or str(baris), pesan)
        if kunci not in self._ada:
            self._ada.add(kunci)
            self.daftar.append(TemuanImpor(tingkat, kode, lembar, baris, sel, pesan, saran))

    def bergalat(self, lembar: str, sel: str) -> bool:
        """Does something about this cell stand in the way already?"""
        return any(t.tingkat == GALAT and (t.lembar, t.sel) == (lembar, sel) for t in self.daftar)

    def tanpa_nilai(self, lembar: str, sel: str) -> bool:
        """Does this cell hold an error of the spreadsheet, or a formula without a result?"""
        return bool(sel) and any(kode in TANPA_NILAI and (di, pada) == (lembar, sel) for kode, di, pada, _ in self._ada)

    @property
    def ada_galat(self) -> bool:
        """Does anything stand in the way?"""
        return any(t.tingkat == GALAT for t in self.daftar)

    def urut(self, lembar: Iterable[str]) -> list[TemuanImpor]:
        """Errors first, then as the sheets go."""
        tempat = {nama: i for i, nama in enumerate(lembar)}
        return sorted(self.daftar, key=lambda t: (t.tingkat != GALAT, tempat.get(t.lembar, -1), t.baris))
