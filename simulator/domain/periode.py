"""Assessment periods.

Scene: the calendar of one year as the admin opens it in *Manajemen Periode*.
May import: the standard library and simulator.domain only.
Facts: fields nama, periode awal/akhir, batas pengisian, tipe and angka periodik (CONFIRMED, admin guide and
report API); monthly and quarterly both in use (CONFIRMED).
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simulator.domain.label import Berlabel


class TipePeriodik(Berlabel):
    """How finely a year is assessed; TAHUNAN is the final period."""

    BULANAN = "bulanan", "Bulanan"
    TRIWULANAN = "triwulanan", "Triwulanan"
    TAHUNAN = "tahunan", "Tahunan (Final)"


@dataclass(frozen=True, slots=True)
class PeriodePenilaian:
    """One assessment period; filling closes after ``batas_pengisian`` unless the admin extends it."""

    periode_id: int
    nama: str
    tahun: int
    tipe: TipePeriodik
    angka: int
    periode_awal: date
    periode_akhir: date
    batas_pengisian: date
