"""Who may look at whose records.

Scene: every page and every export asks before it shows anything of one person.
May import: simulator.domain, store, workflow core.
Facts: the owner, the assessor and the assessor's superior see an SKP; the admin and the leadership look without
changing (roles CONFIRMED; the leadership's reading screens are label simulasi, ekinerja-app §10).
Add: another kind of record as one more function.
"""

from __future__ import annotations

from sqlalchemy import Connection

from simulator.domain.akun import Akun, Peran
from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.skp import SKP
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.structure import atasan_menurut_siasn


def wajib_boleh_melihat_skp(connection: Connection, pelaku: Pelaku, skp: SKP) -> None:
    """Raises: TidakBerwenang."""
    if not boleh_melihat_skp(connection, pelaku, skp):
        raise TidakBerwenang(
            "SKP ini milik pegawai lain yang tidak Anda nilai. Yang dapat membukanya: pemiliknya, pejabat penilainya, "
            "atasan pejabat penilai, admin instansi, dan pimpinan.",
            kode="skp-bukan-untuk-anda",
        )


def boleh_melihat_skp(connection: Connection, pelaku: Pelaku, skp: SKP) -> bool:
    """May this person open this SKP and everything written for it?"""
    me = pelaku.pegawai_id
    if me is None:
        return pelaku.peran is Peran.PIMPINAN
    if me in (skp.pegawai_id, skp.penilai_id):
        return True
    if peran_tambahan(connection, me):
        return True
    penilai = repository.find_one(connection, Pegawai, pegawai_id=skp.penilai_id)
    return penilai is not None and atasan_menurut_siasn(
        connection, penilai, repository.simulated_day(connection)
    ) == me  # fmt: skip


def peran_tambahan(connection: Connection, pegawai_id: int) -> frozenset[Peran]:
    """The administrative hats of one person: admin, pimpinan, both or none."""
    akun = repository.find_one(connection, Akun, pegawai_id=pegawai_id)
    return frozenset() if akun is None else akun.peran & {Peran.ADMIN, Peran.PIMPINAN}
