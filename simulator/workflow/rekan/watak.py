"""Temperaments: how a colleague works and, as a leader, how they judge. Each person keeps theirs for life.

Scene: asked by every task for its day and its thoroughness. May import: simulator.workflow.rekan.undian.
Facts: none; shares and days are REKAAN penyusun (chosen so that a class meets every kind of colleague in one unit, and
so that plans of four levels are approved before the first quarter closes).
Add: a temperament with its share and its habits; a habit as a field with a value for everybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.domain.label import Berlabel
from simulator.workflow.rekan.undian import Soal, Undian

Rentang = tuple[int, int]


class Watak(Berlabel):
    """Six kinds of people (label simulasi)."""

    AWAL = "awal", "Lebih awal"
    LAMBAT = "lambat", "Menjelang batas"
    CEROBOH = "ceroboh", "Kurang teliti"
    SALIN = "salin", "Salin-tempel"
    MURAH = "murah", "Murah hati"
    KETAT = "ketat", "Ketat"


@dataclass(frozen=True, slots=True)
class Kebiasaan:
    """Days are (earliest, latest); ``akhir`` counts from a period's last day, ``sisa`` back from its closing day."""

    bagian: int
    mulai: Rentang = (4, 10)
    setuju: Rentang = (2, 4)
    sinkron: Rentang = (1, 3)
    rencana: Rentang = (4, 14)
    akhir: Rentang = (-6, 2)
    sisa: int = 2
    umpan: Rentang = (2, 5)
    nilai: Rentang = (4, 7)
    # Lines of the daily log for each RHK and period.
    progres: int = 2
    # How much better or worse than expected the work is, in points of a hundred.
    mutu: int = 0
    # In a thousand: a period nothing is filled in for; an indicator that is forgotten; evidence nobody else can open.
    bolos: int = 0
    lupa: int = 0
    tertutup: int = 0
    # In a thousand: a low result is objected to.
    keberatan: int = 200
    # To how many colleagues one gives feedback in a period.
    sejawat: int = 1


_BIASA = Kebiasaan(bagian=0)
KEBIASAAN: dict[Watak, Kebiasaan] = {
    Watak.AWAL: replace(
        _BIASA, bagian=26, mulai=(0, 3), setuju=(1, 2), sinkron=(0, 1), rencana=(1, 4), akhir=(-14, -3), sisa=5,
        umpan=(1, 3), nilai=(2, 4), progres=3, mutu=8, keberatan=300, sejawat=2,
    ),
    Watak.LAMBAT: replace(
        _BIASA, bagian=20, mulai=(10, 20), setuju=(4, 8), sinkron=(2, 5), rencana=(30, 60), akhir=(7, 10), sisa=0,
        umpan=(6, 9), nilai=(9, 10), progres=0, mutu=-10, bolos=120, lupa=60, sejawat=0,
    ),
    Watak.CEROBOH: replace(_BIASA, bagian=16, progres=1, mutu=-6, lupa=160, tertutup=450),
    Watak.SALIN: replace(_BIASA, bagian=12, mutu=-3, rencana=(8, 20)),
    Watak.MURAH: replace(_BIASA, bagian=13, setuju=(1, 2), keberatan=100, sejawat=2),
    Watak.KETAT: replace(_BIASA, bagian=13, akhir=(-9, 0), sisa=3, progres=3, mutu=5, keberatan=450),
}  # fmt: skip
_TOTAL = sum(kebiasaan.bagian for kebiasaan in KEBIASAAN.values())


def watak(undian: Undian, pegawai_id: int) -> Watak:
    """The temperament of one person."""
    rest = undian.di_bawah(_TOTAL, pegawai_id, None, Soal.WATAK)
    for kind, kebiasaan in KEBIASAAN.items():
        rest -= kebiasaan.bagian
        if rest < 0:
            return kind
    raise AssertionError("shares do not add up")
