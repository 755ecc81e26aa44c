"""Capaian kinerja organisasi: set one level above each unit, after the end of a period.

Scene: needed by Monitoring Kurva before a pattern can be shown. May import: workflow.actions, rekan.
Facts: set one level above (CONFIRMED, SE MenPANRB 3/2023); shares and values are REKAAN penyusun.
Add: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from simulator.domain.kepegawaian import UnitKerja
from simulator.domain.penilaian import PredikatOrganisasi
from simulator.domain.periode import PeriodePenilaian
from simulator.workflow import actions
from simulator.workflow.office import Kantor
from simulator.workflow.rekan import harikerja
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.tugas import KEPALA_DAERAH_ID, Tugas, Urut, pelaku_penilai
from simulator.workflow.rekan.undian import Soal

#: (share in a hundred, predikat, lowest and highest value)
_BAGIAN = (
    (12, PredikatOrganisasi.ISTIMEWA, (101, 110)),
    (76, PredikatOrganisasi.BAIK, (90, 100)),
    (12, PredikatOrganisasi.BUTUH_PERBAIKAN, (70, 85)),
)


def tugas_organisasi(papan: Papan) -> Iterator[Tugas]:
    """Every active unit that has a leader, in every period that is over and still open."""
    for periode in papan.terbuka:
        if papan.hari <= periode.periode_akhir:
            continue
        for unit in papan.unit.values():
            above = _di_atas(papan, unit)
            if not unit.aktif or unit.pimpinan_id is None or above is None:
                continue
            if (unit.unit_id, periode.periode_id) in papan.capaian:
                continue
            due = min(
                harikerja.sejak(periode.periode_akhir + timedelta(days=3)), harikerja.sampai(periode.batas_pengisian)
            )
            yield Tugas(
                due, above, Urut.ORGANISASI, (unit.unit_id, periode.periode_id),
                partial(_tetapkan, papan=papan, unit=unit, periode=periode, above=above),
            )  # fmt: skip


def _di_atas(papan: Papan, unit: UnitKerja) -> int | None:
    if unit.induk_id is None:
        return KEPALA_DAERAH_ID
    above = papan.unit[unit.induk_id].pimpinan_id
    return above if above in papan.orang else None


def _tetapkan(kantor: Kantor, *, papan: Papan, unit: UnitKerja, periode: PeriodePenilaian, above: int) -> None:
    draws, where = papan.undian, (unit.unit_id, periode.periode_awal, Soal.ORGANISASI)
    rest = draws.di_bawah(100, *where, periode.angka)
    for share, predikat, span in _BAGIAN:
        rest -= share
        if rest < 0:
            value = draws.antara(span, *where, 100 + periode.angka)
            actions.tetapkan_capaian_organisasi(
                kantor, pelaku_penilai(above), unit.unit_id, periode_id=periode.periode_id, predikat=predikat,
                nilai=float(value),
            )  # fmt: skip
            return
