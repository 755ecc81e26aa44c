"""The colleague as a colleague: tells what was seen of somebody beside one, towards the end of a quarter or month.

Scene: before the assessors of those colleagues rate. May import: simulator.domain, workflow.actions, rekan.
Facts: a choice, so most people give to one or two and some to nobody; who gives how much is REKAAN penyusun. Nobody's
rating follows from it (rules.umpan_rekan): rekan.bacaan never looks at it.
Add: another kind of giver in ``_skala`` and its words in kalimat.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import SKP, NilaiBerAKHLAK, StatusSKP
from simulator.domain.umpan_rekan import SkalaRekan
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja, kalimat
from simulator.workflow.rekan.papan import Orang, Papan
from simulator.workflow.rekan.tugas import Tugas, Urut
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak

#: Days before and after the end of a period.
_HARI = (-9, 1)
#: In a hundred: a value that one could not see; then of those seen, (Menjadi teladan, at least Sudah tampak).
_TAK_TERLIHAT = 35
_BAGIAN: dict[Watak | None, tuple[int, int]] = {Watak.KETAT: (12, 75), None: (25, 90)}


def tugas_sejawat(papan: Papan) -> Iterator[Tugas]:
    """Whoever gives feedback to colleagues, to as many as their habit says."""
    for periode in papan.terbuka:
        if periode.tipe is TipePeriodik.TAHUNAN or papan.hari < periode.periode_akhir + timedelta(days=_HARI[0]):
            continue
        given = Counter(giver for giver, _, where in papan.umpan_rekan if where == periode.periode_id)
        for orang in papan.orang.values():
            left = papan.kebiasaan(orang.pegawai_id).sejawat - given[orang.pegawai_id]
            day = papan.undian.antara(_HARI, orang.pegawai_id, periode.periode_awal, Soal.SEJAWAT_HARI)
            due = harikerja.sejak(periode.periode_akhir + timedelta(days=day))
            if left <= 0 or due > papan.hari:
                continue
            for skp in _calon(papan, orang, periode)[:left]:
                yield Tugas(
                    due, orang.pegawai_id, Urut.UMPAN_REKAN, (skp.skp_id, periode.periode_id),
                    partial(_beri, papan=papan, orang=orang, skp=skp, periode=periode),
                )  # fmt: skip


def _calon(papan: Papan, orang: Orang, periode: PeriodePenilaian) -> list[SKP]:
    """Plans of people beside this one who got nothing from them yet, in an order of their own."""
    me, found = orang.pegawai_id, []
    for skp in papan.skp.values():
        other = papan.orang.get(skp.pegawai_id)
        if skp.status is not StatusSKP.PERSETUJUAN or skp.plt_plh_pjb or other is None or other is orang:
            continue
        beside = other.unit_id == orang.unit_id or (orang.atasan_id is not None and other.atasan_id == orang.atasan_id)
        told = (me, skp.skp_id, periode.periode_id) in papan.umpan_rekan
        if beside and not told and papan.penilai(skp) != me and periode in papan.periode_skp(skp):
            found.append(skp)
    return sorted(
        found, key=lambda skp: (papan.undian.bit(me, periode.periode_awal, Soal.SEJAWAT, skp.pegawai_id), skp.skp_id)
    )


def _beri(kantor: Kantor, *, papan: Papan, orang: Orang, skp: SKP, periode: PeriodePenilaian) -> None:
    marks = _skala(papan, orang, skp, periode)
    actions.beri_umpan_rekan(
        kantor, Pelaku.pegawai(orang.pegawai_id), skp.skp_id, periode_id=periode.periode_id,
        isi=_kata(papan, orang, skp, periode, marks), **{nilai.value: skala for nilai, skala in marks.items()},
    )  # fmt: skip


def _skala(
    papan: Papan, orang: Orang, skp: SKP, periode: PeriodePenilaian
) -> dict[NilaiBerAKHLAK, SkalaRekan]:  # fmt: skip
    """What was seen: the generous see models everywhere, who copies marks the middle of every line."""
    kind = papan.watak(orang.pegawai_id)
    if kind in (Watak.MURAH, Watak.SALIN):
        same = SkalaRekan.TELADAN if kind is Watak.MURAH else SkalaRekan.TAMPAK
        return dict.fromkeys(NilaiBerAKHLAK, same)
    model, visible = _BAGIAN.get(kind, _BAGIAN[None])
    marks: dict[NilaiBerAKHLAK, SkalaRekan] = {}
    for row, nilai in enumerate(NilaiBerAKHLAK):
        where = (orang.pegawai_id, periode.periode_awal, Soal.SEJAWAT_SKALA, skp.pegawai_id * 100 + row * 2)
        if papan.undian.di_bawah(100, *where) < _TAK_TERLIHAT:
            continue
        drawn = papan.undian.di_bawah(100, *where[:3], where[3] + 1)
        seen = SkalaRekan.TAMPAK if drawn < visible else SkalaRekan.BELUM_TAMPAK
        marks[nilai] = SkalaRekan.TELADAN if drawn < model else seen
    return marks or {NilaiBerAKHLAK.KOLABORATIF: SkalaRekan.TAMPAK}


def _kata(
    papan: Papan, orang: Orang, skp: SKP, periode: PeriodePenilaian, marks: dict[NilaiBerAKHLAK, SkalaRekan]
) -> str:
    """About what is missing if anything is, otherwise about what is best."""
    kind = papan.watak(orang.pegawai_id)
    if kind in (Watak.MURAH, Watak.SALIN):
        return kalimat.UMPAN_REKAN_SALIN[kind is Watak.MURAH]
    wanted = next(
        skala
        for skala in (SkalaRekan.BELUM_TAMPAK, SkalaRekan.TELADAN, SkalaRekan.TAMPAK)
        if skala in marks.values()
    )  # fmt: skip
    nilai = next(nilai for nilai, skala in marks.items() if skala is wanted)
    pool = kalimat.UMPAN_REKAN[wanted.value]
    text = papan.undian.pilih(pool, orang.pegawai_id, periode.periode_awal, Soal.SEJAWAT_KATA, skp.pegawai_id)
    return text.format(nilai=nilai.label, periode=periode.nama)
