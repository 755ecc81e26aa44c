"""The Matriks Peran Hasil as a page shows it: the leader's RHK as columns, the team as rows.

Scene: /penilai/matriks and its print. May import: simulator.domain, store, workflow.office and viewing.
Facts: rows are people, columns the leader's RHK, cells a role stated as a result (CONFIRMED, PermenPANRB 8/2021
lampiran); beside a cell stand the member's own RHK that intervene that column, which is ours (label simulasi).
Add: another column of a row as a field of BarisMatriks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.kepegawaian import Jabatan, Pegawai
from simulator.domain.matriks import PeranHasil
from simulator.domain.skp import RHK, SKP, StatusSKP
from simulator.store import repository
from simulator.workflow.office import Kantor


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """One member: their SKP (None: not made yet), their roles and their intervening RHK per RHK of the leader."""

    pegawai: Pegawai
    jabatan: str
    skp: SKP | None
    peran: Mapping[int, PeranHasil]
    intervensi: Mapping[int, tuple[RHK, ...]]


@dataclass(frozen=True, slots=True)
class IsiMatriks:
    """The grid of one leader's SKP; ``disinkronkan`` once *Sinkronisasi SKP Bawahan* was pressed."""

    skp: SKP
    disinkronkan: bool
    daftar_baris: tuple[BarisMatriks, ...]


def isi_matriks(kantor: Kantor, skp_id: int) -> IsiMatriks:
    """Raises: TidakDitemukan — there is no such SKP."""
    with kantor.lihat() as connection:
        leader = repository.whole_skp(connection, skp_id)
        matrix = repository.whole_matrix(connection, skp_id)
        if matrix is None:
            return IsiMatriks(leader, False, ())
        members = list(matrix.anggota_id)
        people = {row.pegawai_id: row for row in repository.find(connection, Pegawai, pegawai_id=members)}
        posts = {row.jabatan_id: row.nama for row in repository.find(connection, Jabatan)}
        documents = [
            skp
            for skp in repository.find(connection, SKP, pegawai_id=members)
            if skp.status is not StatusSKP.DIGANTI
            and skp.periode_awal <= leader.periode_akhir
            and leader.periode_awal <= skp.periode_akhir
        ]
        children = repository.find(connection, RHK, rhk_atasan_id=[rhk.rhk_id for rhk in leader.daftar_rhk])
    # The newest document counts, and among equals the one this leader assesses.
    newest = {
        skp.pegawai_id: skp
        for skp in sorted(documents, key=lambda skp: (skp.penilai_id == leader.pegawai_id, skp.versi, skp.skp_id))
    }
    owner = {skp.skp_id: skp.pegawai_id for skp in documents}
    roles: defaultdict[int, dict[int, PeranHasil]] = defaultdict(dict)
    for role in matrix.daftar_peran:
        roles[role.pegawai_id][role.rhk_pimpinan_id] = role
    taken: defaultdict[int, dict[int, tuple[RHK, ...]]] = defaultdict(dict)
    for child in children:
        if child.skp_id in owner and child.rhk_atasan_id is not None:
            mine = taken[owner[child.skp_id]]
            mine[child.rhk_atasan_id] = (*mine.get(child.rhk_atasan_id, ()), child)
    rows = [
        BarisMatriks(
            people[key],
            posts.get(people[key].jabatan_id, ""),
            newest.get(key),
            roles[key],
            taken[key],
        )
        for key in members
    ]
    return IsiMatriks(leader, matrix.disinkronkan, tuple(rows))


def calon_anggota(kantor: Kantor, skp_id: int) -> list[tuple[Pegawai, str]]:
    """Who may still be added: (person, post), active, not the leader and not a member yet, by name."""
    with kantor.lihat() as connection:
        leader = repository.get(connection, SKP, skp_id)
        matrix = repository.whole_matrix(connection, skp_id)
        there = {leader.pegawai_id, *(() if matrix is None else matrix.anggota_id)}
        posts = {row.jabatan_id: row.nama for row in repository.find(connection, Jabatan)}
        people = repository.find(connection, Pegawai, aktif=True)
    return sorted(
        ((satu, posts.get(satu.jabatan_id, "")) for satu in people if satu.pegawai_id not in there),
        key=lambda satu: satu[0].nama,
    )
