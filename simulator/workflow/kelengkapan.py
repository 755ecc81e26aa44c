"""What an SKP still lacks before *Ajukan SKP*, asked by the screen and by the action with the same question.

Scene: Detail SKP lists it while one writes; ajukan_skp refuses with it. May import: simulator.domain, rules, store.
Facts: those of rules/perencanaan.py. Add: nothing; a new demand is a rule there.
"""

from __future__ import annotations

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Jabatan
from simulator.domain.skp import RHK, SKP
from simulator.rules.perencanaan import KonteksSKP, periksa_skp
from simulator.rules.temuan import Temuan
from simulator.store import repository
from simulator.workflow.cascading import skp_pimpinan


def konteks_skp(connection: Connection, skp: SKP) -> KonteksSKP:
    """What the rules of planning must know around an SKP. Its own older version is no rival."""
    others = [
        row
        for row in repository.find(connection, SKP, pegawai_id=skp.pegawai_id)
        if row.skp_id != skp.versi_sebelumnya_id
    ]
    leaders = [leader.skp_id for leader in skp_pimpinan(connection, skp)]
    return KonteksSKP(
        jenis_jabatan=repository.get(connection, Jabatan, skp.jabatan_id).jenis,
        puncak=repository.leads_the_top(connection, skp.pegawai_id) and not skp.plt_plh_pjb,
        rhk_atasan=[rhk.rhk_id for rhk in repository.find(connection, RHK, skp_id=leaders)],
        skp_lain=others,
    )


def kekurangan(connection: Connection, skp: SKP) -> tuple[Temuan, ...]:
    """Everything missing (``wajib``), then what is only advised; ``skp`` with everything in it."""
    found = periksa_skp(skp, konteks_skp(connection, skp), dengan_saran=True)
    return tuple(sorted(found, key=lambda temuan: not temuan.wajib))
