"""Acting appointments: somebody stands in while a head is on leave.

Scene: the admin registers a PLH. May import: the world. Facts: PLT and PLH are registered by the admin (CONFIRMED); a
PLH does not change who assesses (aturan kelas, simulator/rules/penilai.py), so nothing else in the year moves.
Add: another appointment is another row here.
"""

from __future__ import annotations

import numpy as np

from simulator.institution.calendar import dates, day, workday
from simulator.institution.keys import Ints
from simulator.institution.tables.table import Columns, Rows
from simulator.institution.world import World


def _heads(world: World) -> Ints:
    """Heads of the office below the top: positions of those who report to the head."""
    layout = world.layout
    office = layout.kepala_unit[: layout.n_dinas] & (layout.atasan_id[: layout.n_dinas] == 1)
    return np.flatnonzero(office)


def penugasan_columns(world: World) -> Columns:
    heads, keys, one, weight = _heads(world), world.keys, np.array([1]), world.pack.bilangan
    absent = int(keys.below("penugasan.jabatan", one, len(heads))[0])
    stand_in = (absent + 1 + int(keys.below("penugasan.pelaksana", one, len(heads) - 1)[0])) % len(heads)
    earliest = day(world.year.awal[0]) + weight("penugasan.jeda")
    start = workday(earliest + keys.below("penugasan.mulai", one, weight("penugasan.rentang")))
    length = weight("penugasan.lama") + keys.below("penugasan.lama", one, weight("penugasan.tambahan"))
    return {
        "penugasan_id": one,
        "pegawai": heads[[stand_in]],
        "pejabat": heads[[absent]],
        "mulai": start,
        "selesai": workday(start + length),
    }


def penugasan_rows(world: World, columns: Columns, index: Ints) -> Rows:
    start, end = dates(columns["mulai"][index]), dates(columns["selesai"][index])
    return [
        {
            "penugasan_id": int(columns["penugasan_id"][here]),
            "pegawai_id": int(columns["pegawai"][here]) + 1,
            "jabatan_id": int(world.layout.jabatan_id[int(columns["pejabat"][here])]),
            "status": "plh",
            "mulai": start[order],
            "selesai": end[order],
            "dasar": f"Surat Perintah Kepala Dinas {start[order]:%d-%m-%Y}, selama pejabat menjalani cuti tahunan",
        }
        for order, here in enumerate(index.tolist())
    ]
