"""The admin's colleague: opens the calendar of a year that has none.

Scene: from mid-December for the year to come, also what it still lacks; at once for the year that runs.
May import: rules.periode, workflow.actions, rekan.
Facts: the admin keeps Manajemen Periode (CONFIRMED, admin guide). That the new year repeats the rhythm of the last one
is REKAAN penyusun; without a calendar, or after an unsound one, there are quarters and a year (rules.periode).
Add: another duty of the admin as one more Tugas.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.rules.periode import periksa_periode, periode_baku
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.rekan.papan import Papan
from simulator.workflow.rekan.tugas import Tugas, Urut
from simulator.workflow.rekan.undian import Soal


def tugas_kalender(papan: Papan) -> Iterator[Tugas]:
    """The calendar of this year if it is missing, and in December that of the next."""
    admins = [orang.pegawai_id for orang in papan.orang.values() if orang.admin]
    if not admins:
        return
    # The first admin keeps the calendar. Where a human plays them, the calendar is theirs.
    me, year = admins[0], papan.hari.year
    delay = papan.undian.di_bawah(6, me, date(year, 12, 1), Soal.KALENDER)
    for wanted, due in ((year, date(year, 1, 2)), (year + 1, date(year, 12, 14 + delay))):
        missing = _yang_belum_ada(papan, wanted, lengkapi=wanted > year)
        if missing:
            yield Tugas(due, me, Urut.KALENDER, (wanted,), partial(_buka, admin_id=me, daftar=missing))


def _yang_belum_ada(papan: Papan, tahun: int, *, lengkapi: bool) -> list[PeriodePenilaian]:
    """What a year lacks: everything, or with ``lengkapi`` what fits to a sound beginning; an unsound one waits."""
    there = [periode for periode in papan.periode if periode.tahun == tahun]
    if there and (not lengkapi or periksa_periode(there)):
        return []
    before = [periode for periode in papan.periode if periode.tahun == tahun - 1]
    if not before or periksa_periode(before):
        kinds = (TipePeriodik.TRIWULANAN, TipePeriodik.TAHUNAN)
        new = [periode for tipe in kinds for periode in periode_baku(tahun, tipe, papan.hari)]
    else:
        new = [_setahun_kemudian(periode) for periode in before]
    return [
        periode for periode in new if periode.batas_pengisian >= papan.hari and not periksa_periode([*there, periode])
    ]


def _setahun_kemudian(periode: PeriodePenilaian) -> PeriodePenilaian:
    return replace(
        periode,
        nama=periode.nama.replace(str(periode.tahun), str(periode.tahun + 1)),
        tahun=periode.tahun + 1,
        periode_awal=_geser(periode.periode_awal),
        periode_akhir=_geser(periode.periode_akhir),
        batas_pengisian=_geser(periode.batas_pengisian),
    )


def _geser(hari: date) -> date:
    """The same day a year later; the end of February stays its end."""
    last = monthrange(hari.year + 1, hari.month)[1]
    at_end = hari.day == monthrange(hari.year, hari.month)[1]
    return date(hari.year + 1, hari.month, last if at_end else min(hari.day, last))


def _buka(kantor: Kantor, *, admin_id: int, daftar: list[PeriodePenilaian]) -> None:
    for periode in daftar:
        actions.tambah_periode(
            kantor,
            Pelaku.admin(admin_id),
            nama=periode.nama,
            tahun=periode.tahun,
            tipe=periode.tipe,
            angka=periode.angka,
            periode_awal=periode.periode_awal,
            periode_akhir=periode.periode_akhir,
            batas_pengisian=periode.batas_pengisian,
        )
