"""What every page shows of who looks at it: the day, the person, their hats, whether they lead anybody.

Scene: the frame around every page, before the page itself reads anything.
May import: SQLAlchemy, simulator.domain, store, workflow.
Facts: none. All of it comes from one look, because every page pays for it. The journal's number is read first: whatever
changes between it and the rest of the page then counts as not yet seen (seen.py).
Add: what the frame of every page needs, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select

from simulator.domain.akun import Peran
from simulator.domain.kepegawaian import JenisJabatan, Pegawai
from simulator.store import repository
from simulator.store.schema import jabatan, pegawai
from simulator.workflow.office import Kantor
from simulator.workflow.seen import nomor_terakhir
from simulator.workflow.viewing import peran_tambahan


@dataclass(frozen=True, slots=True)
class Pembuka:
    """``saya`` None: nobody is logged in, or the person is no longer there."""

    nomor: int
    hari: date
    saya: Pegawai | None
    peran: frozenset[Peran]
    punya_bawahan: bool
    #: In a post that collects angka kredit?
    fungsional: bool = False


def pembuka(kantor: Kantor, pegawai_id: int | None) -> Pembuka:
    """The frame of one page for one person."""
    with kantor.lihat() as connection:
        nomor, hari = nomor_terakhir(connection), repository.simulated_day(connection)
        saya = None if pegawai_id is None else repository.find_one(connection, Pegawai, pegawai_id=pegawai_id)
        if saya is None:
            return Pembuka(nomor, hari, None, frozenset(), False)
        # One question for both: does anybody have this person as superior, and is their post a functional one?
        staff = exists().where(pegawai.c.atasan_id == saya.pegawai_id, pegawai.c.aktif)
        post = exists().where(jabatan.c.jabatan_id == saya.jabatan_id, jabatan.c.jenis == JenisJabatan.JF.value)
        leads, functional = connection.execute(select(staff, post)).one()
        return Pembuka(nomor, hari, saya, peran_tambahan(connection, saya.pegawai_id), bool(leads), bool(functional))
