"""What a leader reads from the entries of one person in one period, and which ratings follow from it.

Scene: before feedback and before a rating. May import: simulator.domain, store, rekan.
Facts: two ratings of three levels (CONFIRMED, PermenPANRB 6/2022). How entries become a rating is REKAAN penyusun and
differs by temperament: that ratings depend on who gives them is what a class shall see.
Add: another thing a leader looks at as a field of Bacaan.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from simulator.domain.penilaian import Evaluasi, Rating
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import IKI, RHK, SKP
from simulator.store import repository
from simulator.workflow.office import Kantor
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.sasaran import rasio, sasaran
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak

#: (at least Sesuai, at least Di Atas) in hundredths of what was due; ``None`` in _BATAS means everybody else.
_BATAS: dict[Watak | None, tuple[int, int]] = {Watak.KETAT: (92, 106), Watak.MURAH: (0, 94), None: (84, 104)}
#: Words without a number, and results whose evidence does not open, count less for a strict leader.
_RAGU = {Watak.KETAT: Decimal("0.8")}
_TEPAT = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Bacaan:
    """``rasio`` per indicator (None: no realisation), ``kabur`` those without a number; the shares are 0 … 1."""

    rasio: dict[int, Decimal | None]
    kabur: frozenset[int]
    capaian: Decimal
    terbuka: Decimal
    tepat: Decimal
    progres: bool
    sebelumnya: tuple[tuple[Rating, Rating], ...]


def daftar_iki(skp: SKP) -> list[tuple[RHK, IKI]]:
    """Every indicator with its RHK."""
    return [(rhk, iki) for rhk in skp.daftar_rhk for iki in rhk.daftar_iki]


def baca(kantor: Kantor, papan: Papan, skp: SKP, periode: PeriodePenilaian, leader: int) -> Bacaan:
    """Read everything of one SKP in one period."""
    there, doubt = papan.isi_periode(skp, periode), _RAGU.get(papan.watak(leader), Decimal(1))
    ratios: dict[int, Decimal | None] = {}
    vague: set[int] = set()
    total, opens, punctual = Decimal(0), 0, 0
    indicators = daftar_iki(skp)
    for _, iki in indicators:
        written = there.realisasi.get(iki.iki_id)
        open_here = any(opens_here for _, opens_here in there.bukti.get(iki.iki_id, ()))
        opens += open_here
        if written is None:
            ratios[iki.iki_id] = None
            continue
        judged = rasio(sasaran(iki, periode), written[0])
        ratios[iki.iki_id] = doubt if judged is None else judged
        if judged is None:
            vague.add(iki.iki_id)
        proved = open_here or periode.tipe is TipePeriodik.TAHUNAN
        total += (ratios[iki.iki_id] or Decimal(0)) * (1 if proved else doubt)
        punctual += written[1] <= periode.batas_pengisian - _TEPAT
    count = len(indicators) or 1
    return Bacaan(
        rasio=ratios,
        kabur=frozenset(vague),
        capaian=total / count,
        terbuka=Decimal(opens) / count,
        tepat=Decimal(punctual) / count,
        progres=bool(there.progres),
        sebelumnya=_triwulan(kantor, papan, skp, periode),
    )


def _triwulan(kantor: Kantor, papan: Papan, skp: SKP, periode: PeriodePenilaian) -> tuple[tuple[Rating, Rating], ...]:
    """The ratings of the year so far, where the year as a whole is rated."""
    if periode.tipe is not TipePeriodik.TAHUNAN:
        return ()
    parts = {other.periode_id for other in papan.periode if other.tahun == periode.tahun and other is not periode}
    with kantor.lihat() as connection:
        found = repository.find(connection, Evaluasi, skp_id=skp.skp_id)
    return tuple(
        (row.rating_hasil, row.rating_perilaku)
        for row in found
        if row.periode_id in parts and row.rating_hasil is not None and row.rating_perilaku is not None
    )


def rating(papan: Papan, skp: SKP, periode: PeriodePenilaian, leader: int, read: Bacaan) -> tuple[Rating, Rating]:
    """(hasil, perilaku): for the year the middle of what was given before, otherwise what the entries deserve."""
    if read.sebelumnya:
        levels = list(Rating)
        both = zip(*read.sebelumnya, strict=True)
        middle = [levels[sorted(levels.index(one) for one in given)[len(given) // 2]] for given in both]
        return middle[0], middle[1]
    return _hasil(papan, leader, read), _perilaku(papan, skp, periode, leader, read)


def _hasil(papan: Papan, leader: int, read: Bacaan) -> Rating:
    meets, exceeds = _BATAS.get(papan.watak(leader), _BATAS[None])
    reached = read.capaian * 100
    if reached >= exceeds:
        return Rating.DI_ATAS
    return Rating.SESUAI if reached >= meets else Rating.DI_BAWAH


def _perilaku(papan: Papan, skp: SKP, periode: PeriodePenilaian, leader: int, read: Bacaan) -> Rating:
    """Entries in time, evidence that opens, a kept log; the rest is what only the leader saw (a draw)."""
    yearly = periode.tipe is TipePeriodik.TAHUNAN
    points = int(read.tepat >= Decimal("0.9")) + int(yearly or read.terbuka >= Decimal("0.8")) + int(read.progres)
    seen = papan.undian.di_bawah(100, leader, periode.periode_awal, Soal.PERILAKU, skp.pegawai_id)
    kind = papan.watak(leader)
    if kind is Watak.MURAH:
        return Rating.DI_ATAS if seen < 60 else Rating.SESUAI
    if points == 3 and seen < (15 if kind is Watak.KETAT else 30):
        return Rating.DI_ATAS
    return Rating.DI_BAWAH if points == 0 and seen < (70 if kind is Watak.KETAT else 20) else Rating.SESUAI
