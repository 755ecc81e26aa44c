"""One thing a colleague means to do, and what happens when the office says no.

Scene: made anew from what everybody sees each day; done in a fixed order.
May import: simulator.domain, workflow core.
Facts: none. Add: a stage where a new task belongs among the others of a day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from simulator.domain.errors import BelumLengkap, BimtekError, DataTidakSah, StatusTidakSesuai, TidakBerwenang
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import Kantor

#: The head of the region, whom no employee of the institution can be (see actions.umpan_balik.PEMBERI_LUAR).
KEPALA_DAERAH_ID = 0
#: What a colleague may run into: a closed period, a form that lacks something, somebody else's record. Anything else
#: (a damaged file, something that vanished) is no colleague's business and goes to whoever moved the day.
DITOLAK = (StatusTidakSesuai, BelumLengkap, DataTidakSah, TidakBerwenang)


def pelaku_penilai(pegawai_id: int) -> Pelaku:
    """An assessor under their hat."""
    return KEPALA_DAERAH if pegawai_id == KEPALA_DAERAH_ID else Pelaku.penilai(pegawai_id)


class Urut(IntEnum):
    """The order within a day."""

    KALENDER = 1
    SINKRON = 2
    RENCANA_SKP = 3
    PELAKSANAAN = 4
    PERSETUJUAN = 5
    UMPAN_REKAN = 6
    UMPAN_BALIK = 7
    RATING = 8
    ORGANISASI = 9
    KEBERATAN = 10
    PAK = 11


@dataclass(frozen=True, slots=True)
class Tugas:
    """Due on ``jatuh``; ``kunci`` says which task it is from one day to the next (the stage comes first)."""

    jatuh: date
    pegawai_id: int
    urut: Urut
    nomor: tuple[int, ...]
    kerja: Callable[[Kantor], object]

    @property
    def kunci(self) -> tuple[int, ...]:
        """Sorts the tasks of a day and names one of them."""
        return (int(self.urut), self.pegawai_id, *self.nomor)

    def lakukan(self, kantor: Kantor) -> BimtekError | None:
        """Do it; what the office refuses is simply not done, and the refusal is given back."""
        try:
            self.kerja(kantor)
        except DITOLAK as refusal:
            return refusal
        return None
