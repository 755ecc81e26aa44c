"""The recap for the leadership: every unit's spread of predikat beside its pattern, in one reading of the office.

Scene: Rekap Instansi. May import: simulator.domain, store, workflow.kurva, rekap and office.
Facts: a read-only recap by unit is label simulasi (ekinerja-app §10); the pattern is rules.distribusi.
Add: another figure of a unit as a field of RekapUnit.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from simulator.domain.kepegawaian import Pegawai, UnitKerja
from simulator.domain.penilaian import CapaianOrganisasi
from simulator.domain.periode import PeriodePenilaian
from simulator.store import repository
from simulator.workflow.kurva import Kurva, kurva_dari, setim
from simulator.workflow.office import Kantor
from simulator.workflow.rekap import BarisRekap, rekap_penilaian


@dataclass(frozen=True, slots=True)
class RekapUnit:
    """One unit: its leader's name and its curve."""

    unit: UnitKerja
    pimpinan: str
    kurva: Kurva


def rekap_unit(kantor: Kantor, periode_id: int) -> tuple[Kurva, list[RekapUnit]]:
    """The whole institution (without a pattern), and every active unit that has somebody to rate, by structure."""
    lines = rekap_penilaian(kantor, periode_id)
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        units = repository.find(connection, UnitKerja, aktif=True)
        results = repository.find(connection, CapaianOrganisasi, periode_id=periode_id)
        heads = [unit.pimpinan_id for unit in units if unit.pimpinan_id is not None]
        names = {row.pegawai_id: row.nama for row in repository.find(connection, Pegawai, pegawai_id=heads)}
    reached = {row.unit_id: row.predikat for row in results}
    # Each line can only count in the units of its assessor and in its own one.
    near: defaultdict[tuple[str, int | None], list[BarisRekap]] = defaultdict(list)
    for line in lines:
        near["penilai", line.skp.penilai_id].append(line)
        near["unit", line.skp.unit_id].append(line)
    found = []
    for unit in units:
        key = ("unit", unit.unit_id) if unit.pimpinan_id is None else ("penilai", unit.pimpinan_id)
        team = [line for line in near[key] if setim(line, unit)]
        if team:
            curve = kurva_dari(team, periode, unit.unit_id, reached.get(unit.unit_id))
            found.append(RekapUnit(unit, names.get(unit.pimpinan_id or 0, "–"), curve))
    return kurva_dari(lines, periode, None, None), found
