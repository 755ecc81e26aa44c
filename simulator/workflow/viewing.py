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
    return _di_atas_penilai(connection, skp) == me


def boleh_melihat_pemberi(connection: Connection, pelaku: Pelaku, skp: SKP) -> bool:
    """May this person know which colleague said what? The assessor, and whoever decides an objection to the assessor.

    Not the owner, not admin and leadership: whose name is known by everybody writes less openly.
    """
    me = pelaku.pegawai_id
    if me == skp.pegawai_id:
        return False
    if me is None:
        # The head of the region assesses the head of the institution, and stands above them as an assessor.
        top = skp.pegawai_id if skp.penilai_id is None else skp.penilai_id
        return pelaku.peran is Peran.PIMPINAN and repository.leads_the_top(connection, top)
    return me == skp.penilai_id or _di_atas_penilai(connection, skp) == me


def _di_atas_penilai(connection: Connection, skp: SKP) -> int | None:
    penilai = repository.find_one(connection, Pegawai, pegawai_id=skp.penilai_id)
    if penilai is None:
        return None
    return atasan_menurut_siasn(connection, penilai, repository.simulated_day(connection))


def peran_tambahan(connection: Connection, pegawai_id: int) -> frozenset[Peran]:
    """The administrative hats of one person: admin, pimpinan, both or none."""
    akun = repository.find_one(connection, Akun, pegawai_id=pegawai_id)
    return frozenset() if akun is None else akun.peran & {Peran.ADMIN, Peran.PIMPINAN}
