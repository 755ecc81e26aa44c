"""The printed pola distribusi: which predikat most people have, given the organisation's result.

Scene: the curve on EVALUASI KINERJA PEGAWAI. May import: simulator.domain.
Facts: a curve over the five predikat, frequency without numbers (CONFIRMED, form of PermenPANRB 6/2022), its top at the
predikat that dominates (SE MenPANRB 3/2023, shares SINGLE, see rules/distribusi.py). Its exact shape is REKAAN
penyusun: a bell, because the form prints one; nobody reads a number off it.
Add: nothing; figures of a unit belong to Monitoring Kurva.
"""

from __future__ import annotations

from math import exp
from typing import Any

from simulator.domain.penilaian import Predikat, PredikatOrganisasi

DOMINAN = {
    PredikatOrganisasi.ISTIMEWA: Predikat.SANGAT_BAIK,
    PredikatOrganisasi.BAIK: Predikat.BAIK,
    PredikatOrganisasi.BUTUH_PERBAIKAN: Predikat.BUTUH_PERBAIKAN,
    PredikatOrganisasi.KURANG: Predikat.KURANG,
    PredikatOrganisasi.SANGAT_KURANG: Predikat.SANGAT_KURANG,
}
TITIK, LEBAR_LONCENG = 48, 0.8


def kurva_pola(organisasi: PredikatOrganisasi) -> dict[str, Any]:
    """Heights 0 to 1 from the left edge of the lowest predikat to the right edge of the highest, and their names."""
    urut = list(Predikat)
    puncak = urut.index(DOMINAN[organisasi]) + 0.5
    langkah = len(urut) / TITIK
    tinggi = [exp(-(((nomor * langkah - puncak) / LEBAR_LONCENG) ** 2) / 2) for nomor in range(TITIK + 1)]
    return {"tinggi": [round(satu, 4) for satu in tinggi], "label": [predikat.label for predikat in urut]}
