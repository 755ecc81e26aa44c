"""History: how PP 30/2019 computed a number. Kept only to be contrasted with today's kuadran.

Scene: an exercise asks why 70/30 no longer produces a predikat. Pure: imports parameters and the rule registry.
Facts: PP 30/2019 Pasal 41 (CONFIRMED as text); superseded in practice by the two ratings of PermenPANRB 6/2022.
Add: nothing; a historical rule is never graded.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from simulator.domain.errors import DataTidakSah
from simulator.domain.label import Berlabel
from simulator.rules.parameters import angka, tabel
from simulator.rules.registry import rule
from simulator.rules.sumber import PP_30_2019


class PredikatLama(Berlabel):
    """The five predikat of PP 30/2019, highest first; "Cukup" became Butuh Perbaikan."""

    SANGAT_BAIK = "sangat_baik", "Sangat Baik"
    BAIK = "baik", "Baik"
    CUKUP = "cukup", "Cukup"
    KURANG = "kurang", "Kurang"
    SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"


@rule(
    id="riwayat_pp30.nilai",
    judul="Riwayat: nilai = 70% SKP + 30% perilaku, atau 60% + 40% bila memakai pendapat rekan",
    cites=[PP_30_2019.pada("Pasal 41")],
    assumes="Hanya untuk pembanding. Predikat 2026 tidak dihitung dengan angka ini.",
    parameters=("riwayat_pp30/bobot_dengan_rekan", "riwayat_pp30/bobot_tanpa_rekan", "riwayat_pp30/nilai_tertinggi"),
    historical=True,
)
def nilai_pp30(nilai_skp: Decimal, nilai_perilaku: Decimal, *, pendapat_rekan: bool, hari: date) -> Decimal:
    """The old combined number, two decimals. Raises: DataTidakSah — a value outside the old scale."""
    tertinggi = angka("riwayat_pp30/nilai_tertinggi", hari)
    if not (0 <= nilai_skp <= tertinggi and 0 <= nilai_perilaku <= tertinggi):
        raise DataTidakSah(f"Nilai pada skala lama berada antara 0 dan {tertinggi}.", kode="nilai-di-luar-skala")
    bobot = angka(f"riwayat_pp30/bobot_{'dengan' if pendapat_rekan else 'tanpa'}_rekan", hari)
    nilai = bobot * nilai_skp + (1 - bobot) * nilai_perilaku
    return nilai.quantize(Decimal("0.01"), ROUND_HALF_UP)


@rule(
    id="riwayat_pp30.predikat",
    judul="Riwayat: predikat menurut rentang nilai",
    cites=[PP_30_2019.pada("Pasal 41")],
    assumes="Sangat Baik menuntut nilai 110 ke atas dan ide baru yang bermanfaat; tanpa ide baru predikatnya Baik.",
    parameters=("riwayat_pp30/batas_bawah",),
    historical=True,
)
def predikat_pp30(nilai: Decimal, *, ide_baru: bool, hari: date) -> PredikatLama:
    """The old predikat for a number."""
    batas = tabel("riwayat_pp30/batas_bawah", hari)
    for predikat in PredikatLama:
        if predikat is PredikatLama.SANGAT_BAIK and not ide_baru:
            continue
        if nilai >= batas[predikat.value]:
            return predikat
    raise DataTidakSah("Nilai tidak boleh negatif.", kode="nilai-di-luar-skala")
