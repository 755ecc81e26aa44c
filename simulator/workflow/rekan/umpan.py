"""The words of a leader: about the weakest indicator, and sometimes about behaviour.

Scene: after the end of a period, before the rating. May import: workflow.actions, rekan.
Facts: good feedback rests on data, is specific, asks, and names a next step (Format B.1.8, rules.umpan_balik); who is
generous or copies gives the kind that a class learns to avoid.
Add: a tone with its list in kalimat.py.
"""

from __future__ import annotations

from decimal import Decimal

from simulator.domain.pelaksanaan import Ikon, SasaranUmpanBalik
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import IKI, RHK, SKP, NilaiBerAKHLAK
from simulator.workflow import actions
from simulator.workflow.limits import UMPAN_BALIK_MAKS
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import kalimat
from simulator.workflow.rekan.bacaan import Bacaan, baca, daftar_iki
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.sasaran import sasaran
from simulator.workflow.rekan.tugas import pelaku_penilai
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak

_KURANG = Decimal("0.9")


def umpan_balik(kantor: Kantor, *, papan: Papan, skp: SKP, periode: PeriodePenilaian, leader: int) -> None:
    """One line about results; careful leaders add one about behaviour."""
    me, read = pelaku_penilai(leader), baca(kantor, papan, skp, periode, leader)
    indicators = daftar_iki(skp)
    if not indicators:
        return
    rhk, iki = min(indicators, key=lambda pair: _urutan(read, pair[1]))
    text, icon = _kata(papan, skp, periode, leader, read, rhk, iki)
    actions.beri_umpan_balik(
        kantor,
        me,
        skp.skp_id,
        periode_id=periode.periode_id,
        sasaran=SasaranUmpanBalik.IKI,
        iki_id=iki.iki_id,
        isi=text[:UMPAN_BALIK_MAKS],
        ikon=icon,
    )
    if papan.watak(leader) in (Watak.AWAL, Watak.KETAT) and _ada_isi(read):
        late = read.tepat < Decimal("0.5")
        actions.beri_umpan_balik(
            kantor,
            me,
            skp.skp_id,
            periode_id=periode.periode_id,
            sasaran=SasaranUmpanBalik.PERILAKU,
            nilai=NilaiBerAKHLAK.AKUNTABEL,
            isi=kalimat.UMPAN_PERILAKU[late].format(periode=periode.nama),
            ikon=Ikon.SENYUM,
        )


def _ada_isi(read: Bacaan) -> bool:
    """Has anything been written at all?"""
    return any(ratio is not None for ratio in read.rasio.values())


def _urutan(read: Bacaan, iki: IKI) -> Decimal:
    ratio = read.rasio[iki.iki_id]
    return Decimal(-1) if ratio is None else ratio


def _kata(
    papan: Papan, skp: SKP, periode: PeriodePenilaian, leader: int, read: Bacaan, rhk: RHK, iki: IKI
) -> tuple[str, Ikon]:
    kind, there = papan.watak(leader), papan.isi_periode(skp, periode)
    if kind is Watak.MURAH:
        return kalimat.UMPAN_MURAH[0].format(inti=kalimat.inti(rhk.teks)), Ikon.JEMPOL
    if kind is Watak.SALIN:
        return kalimat.UMPAN_SALIN[0], Ikon.JEMPOL
    ratio, closed = read.rasio[iki.iki_id], _bukti_tertutup(papan, skp, periode)
    if ratio is None:
        pool: tuple[str, ...] = kalimat.UMPAN_BELUM
        icon = Ikon.SEDIH
    elif closed and periode.tipe is not TipePeriodik.TAHUNAN:
        pool, icon = kalimat.UMPAN_TERTUTUP, Ikon.SEDIH
    elif iki.iki_id in read.kabur and iki.target:
        pool, icon = kalimat.UMPAN_KABUR, Ikon.SEDIH
    elif ratio < _KURANG:
        pool, icon = kalimat.UMPAN_KURANG, Ikon.SEDIH
    else:
        pool, icon = kalimat.UMPAN_BAIK, Ikon.JEMPOL if ratio > 1 else Ikon.SENYUM
    text = papan.undian.pilih(pool, leader, periode.periode_awal, Soal.UMPAN, skp.pegawai_id + 1_000_000)
    due, written = sasaran(iki, periode), there.realisasi.get(iki.iki_id)
    return text.format(
        indikator=kalimat.ringkas(iki.indikator, 200),
        realisasi="belum ada realisasi" if written is None else kalimat.ringkas(written[0], 200).rstrip("."),
        sasaran=iki.target if due is None else due.tulis(due.nilai),
        hari=f"{papan.hari:%d-%m-%Y}",
        eviden=closed,
    ), icon  # fmt: skip


def _bukti_tertutup(papan: Papan, skp: SKP, periode: PeriodePenilaian) -> str:
    """The name of a piece of evidence that nobody else can open; empty where all open."""
    there = papan.isi_periode(skp, periode)
    names = [name for _, iki in daftar_iki(skp) for name, opens in there.bukti.get(iki.iki_id, ()) if not opens]
    return names[0] if names else ""
