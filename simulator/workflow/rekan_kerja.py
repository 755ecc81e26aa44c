"""Who is whose colleague: same unit, same superior, same team, or the direct subordinate.

Scene: asked before anybody gives *Umpan Balik Rekan Kerja*, and for the list of whom one may give to.
May import: simulator.domain, rules.umpan_rekan, store.
Facts: unit and superior as SIASN has them; a team is a Matriks Peran Hasil, its leader included (members may come from
another unit: CONFIRMED, PermenPANRB 8/2021 lampiran),
or a Tim Kerja with its head (CONFIRMED, ekinerja-app §1.2). Which of these count is the rule umpan_rekan.pemberi.
Add: another tie as a member of Tali with its query in ``rekan_dari``.
"""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.label import Berlabel
from simulator.domain.skp import StatusSKP
from simulator.rules.umpan_rekan import boleh_memberi
from simulator.store import repository
from simulator.store.schema import matriks, matriks_anggota, skp, tim_kerja, tim_kerja_anggota


class Tali(Berlabel):
    """What ties two colleagues (label simulasi), the strongest first."""

    ATASAN = "atasan", "atasan langsung Anda"
    SEUNIT = "seunit", "seunit"
    SEATASAN = "seatasan", "seatasan"
    SETIM = "setim", "setim"


def rekan_dari(connection: Connection, pegawai_id: int) -> dict[int, frozenset[Tali]]:
    """Active people this person is a colleague of, with what ties them; whom they assess is not left out here."""
    me = repository.get(connection, Pegawai, pegawai_id)
    ties: defaultdict[int, set[Tali]] = defaultdict(set)
    for one in repository.find(connection, Pegawai, unit_id=me.unit_id, aktif=True):
        ties[one.pegawai_id].add(Tali.SEUNIT)
    if me.atasan_id is not None:
        for one in repository.find(connection, Pegawai, atasan_id=me.atasan_id, aktif=True):
            ties[one.pegawai_id].add(Tali.SEATASAN)
        ties[me.atasan_id].add(Tali.ATASAN)
    for key in _sematriks(connection, pegawai_id) | _setim_kerja(connection, pegawai_id):
        ties[key].add(Tali.SETIM)
    ties.pop(pegawai_id, None)
    active = {one.pegawai_id for one in repository.find(connection, Pegawai, pegawai_id=list(ties), aktif=True)}
    return {key: frozenset(found) for key, found in ties.items() if key in active}


def boleh_memberi_kepada(connection: Connection, pemberi_id: int, pemilik_id: int, penilai_id: int | None) -> bool:
    """May this person give feedback as a colleague about an SKP of that owner and that assessor?"""
    ties = rekan_dari(connection, pemberi_id).get(pemilik_id, frozenset())
    return sebagai_rekan(ties, sendiri=pemberi_id == pemilik_id, menilai=pemberi_id == penilai_id)


def sebagai_rekan(ties: frozenset[Tali], *, sendiri: bool, menilai: bool) -> bool:
    """The rule, asked with what ties two people."""
    return boleh_memberi(
        sendiri=sendiri, menilai=menilai, seunit=Tali.SEUNIT in ties, seatasan=Tali.SEATASAN in ties,
        setim=Tali.SETIM in ties, bawahan_langsung=Tali.ATASAN in ties,
    )  # fmt: skip


def _setim_kerja(connection: Connection, pegawai_id: int) -> set[int]:
    """Heads and members of the Tim Kerja this person belongs to or heads."""
    teams = (
        select(tim_kerja.c.tim_id)
        .outerjoin(tim_kerja_anggota, tim_kerja_anggota.c.tim_id == tim_kerja.c.tim_id)
        .where((tim_kerja_anggota.c.pegawai_id == pegawai_id) | (tim_kerja.c.ketua_id == pegawai_id))
    )
    members = select(tim_kerja_anggota.c.pegawai_id).where(tim_kerja_anggota.c.tim_id.in_(teams))
    heads = select(tim_kerja.c.ketua_id).where(tim_kerja.c.tim_id.in_(teams))
    return {int(row[0]) for query in (members, heads) for row in connection.execute(query)}


def _sematriks(connection: Connection, pegawai_id: int) -> set[int]:
    """Members and leaders of the matrices this person is in or has, as far as those plans are or were in force."""
    in_force = [StatusSKP.PERSETUJUAN.value, StatusSKP.SELESAI.value]
    teams = (
        select(matriks.c.skp_pimpinan_id)
        .join(skp, skp.c.skp_id == matriks.c.skp_pimpinan_id)
        .outerjoin(matriks_anggota, matriks_anggota.c.skp_pimpinan_id == matriks.c.skp_pimpinan_id)
        .where(skp.c.status.in_(in_force))
        .where((matriks_anggota.c.pegawai_id == pegawai_id) | (matriks.c.pimpinan_id == pegawai_id))
    )
    members = select(matriks_anggota.c.pegawai_id).where(matriks_anggota.c.skp_pimpinan_id.in_(teams))
    leaders = select(matriks.c.pimpinan_id).where(matriks.c.skp_pimpinan_id.in_(teams))
    return {int(row[0]) for query in (members, leaders) for row in connection.execute(query)}
