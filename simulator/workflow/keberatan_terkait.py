"""Objections that concern one person: those they have to explain, and those they have to decide.

Scene: Keberatan of the assessor and of the assessor's superior.
May import: simulator.domain, store, workflow.actor, office and structure.
Facts: the assessor is heard, the assessor's superior decides (CONFIRMED, PP 30/2019 Pasal 59).
Add: nothing; another part in the procedure is another list in KeberatanSaya.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.penilaian import Evaluasi, Keberatan, StatusKeberatan
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import SKP
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.structure import atasan_menurut_siasn
from simulator.workflow.viewing import peran_tambahan


@dataclass(frozen=True, slots=True)
class PerkaraKeberatan:
    """One objection with what it is about, and what this person may do with it."""

    keberatan: Keberatan
    evaluasi: Evaluasi
    skp: SKP
    periode: PeriodePenilaian
    menjelaskan: bool
    memutus: bool

    @property
    def terbuka(self) -> bool:
        """Nobody has decided yet."""
        return self.keberatan.status is StatusKeberatan.DIAJUKAN


def keberatan_terkait(kantor: Kantor, pelaku: Pelaku) -> list[PerkaraKeberatan]:
    """Every objection this person explains or decides, the open ones first."""
    with kantor.lihat() as connection:
        found = [_perkara(connection, pelaku, satu) for satu in repository.find(connection, Keberatan)]
    mine = [perkara for perkara in found if perkara.menjelaskan or perkara.memutus]
    return sorted(mine, key=lambda satu: (not satu.terbuka, satu.keberatan.diajukan_pada, satu.keberatan.keberatan_id))


def perkara_keberatan(kantor: Kantor, pelaku: Pelaku, keberatan_id: int) -> PerkaraKeberatan:
    """One objection. Raises: TidakBerwenang — neither side of it, nor admin or leadership."""
    with kantor.lihat() as connection:
        satu = _perkara(connection, pelaku, repository.get(connection, Keberatan, keberatan_id))
        me = pelaku.pegawai_id
        reads = me is not None and (me == satu.evaluasi.pegawai_id or bool(peran_tambahan(connection, me)))
    if not (satu.menjelaskan or satu.memutus or reads):
        raise TidakBerwenang(
            "Keberatan ini bukan untuk Anda. Yang dapat membukanya: pegawai yang mengajukan, pejabat penilainya, "
            "atasan pejabat penilai, admin instansi, dan pimpinan.",
            kode="keberatan-bukan-untuk-anda",
        )
    return satu


def _perkara(connection: Connection, pelaku: Pelaku, keberatan: Keberatan) -> PerkaraKeberatan:
    evaluasi = repository.get(connection, Evaluasi, keberatan.evaluasi_id)
    return PerkaraKeberatan(
        keberatan,
        evaluasi,
        repository.get(connection, SKP, evaluasi.skp_id),
        repository.get(connection, PeriodePenilaian, evaluasi.periode_id),
        _menjelaskan(connection, pelaku, evaluasi),
        _memutus(connection, pelaku, evaluasi),
    )


def _menjelaskan(connection: Connection, pelaku: Pelaku, evaluasi: Evaluasi) -> bool:
    if pelaku.pegawai_id is None:
        return repository.leads_the_top(connection, evaluasi.pegawai_id)
    return pelaku.pegawai_id == evaluasi.penilai_id


def _memutus(connection: Connection, pelaku: Pelaku, evaluasi: Evaluasi) -> bool:
    """The same relation as the permission table's ATASAN_PENILAI and PUNCAK_ATASAN."""
    me = pelaku.pegawai_id
    if me is None:
        assessor = evaluasi.pegawai_id if evaluasi.penilai_id is None else evaluasi.penilai_id
        return repository.leads_the_top(connection, assessor)
    penilai = repository.find_one(connection, Pegawai, pegawai_id=evaluasi.penilai_id)
    if penilai is None or me in (evaluasi.pegawai_id, evaluasi.penilai_id):
        return False
    return atasan_menurut_siasn(connection, penilai, repository.simulated_day(connection)) == me
