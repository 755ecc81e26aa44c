"""The teams one person sees: those they formed, lead, or belong to.

Scene: *Tim Kerja*, and the names offered where an RHK is an assignment. Nothing here changes anything.
May import: simulator.domain, store, workflow.office.
Facts: everybody sees the teams (CONFIRMED, ekinerja-app §1.2); whose teams is ours (label simulasi).
Add: another column as a field of Tim.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.kepegawaian import Jabatan, Pegawai
from simulator.domain.tim_kerja import AnggotaTim, TimKerja
from simulator.store import repository
from simulator.workflow.office import Kantor


@dataclass(frozen=True, slots=True)
class Orang:
    """One person in a team, with the post they hold."""

    pegawai_id: int
    nama: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class Tim:
    """One team with the people in it; ``milik``: formed by who looks."""

    tim: TimKerja
    pembentuk: Orang
    ketua: Orang
    anggota: tuple[Orang, ...]
    milik: bool


def daftar_tim(kantor: Kantor, pegawai_id: int) -> list[Tim]:
    """Every team of one person, the newest first."""
    with kantor.lihat() as connection:
        inside = {row.tim_id for row in repository.find(connection, AnggotaTim, pegawai_id=pegawai_id)}
        teams = {
            row.tim_id: row
            for row in (
                *repository.find(connection, TimKerja, pembentuk_id=pegawai_id),
                *repository.find(connection, TimKerja, ketua_id=pegawai_id),
                *repository.find(connection, TimKerja, tim_id=sorted(inside)),
            )
        }
        members = repository.find(connection, AnggotaTim, tim_id=list(teams))
        keys = {row.pegawai_id for row in members}
        keys |= {key for tim in teams.values() for key in (tim.ketua_id, tim.pembentuk_id)}
        people = repository.find(connection, Pegawai, pegawai_id=sorted(keys))
        posts = {
            row.jabatan_id: row.nama
            for row in repository.find(connection, Jabatan, jabatan_id=[row.jabatan_id for row in people])
        }
    who = {row.pegawai_id: Orang(row.pegawai_id, row.nama, posts.get(row.jabatan_id, "–")) for row in people}
    return [
        Tim(
            tim,
            who[tim.pembentuk_id],
            who[tim.ketua_id],
            tuple(
                sorted((who[row.pegawai_id] for row in members if row.tim_id == key), key=lambda satu: satu.nama),
            ),
            tim.pembentuk_id == pegawai_id,
        )
        for key, tim in sorted(teams.items(), reverse=True)
    ]


def calon_tim(kantor: Kantor) -> list[tuple[int, str]]:
    """Who can be put into a team: (number, name and post) of everybody active, by name."""
    with kantor.lihat() as connection:
        posts = {row.jabatan_id: row.nama for row in repository.find(connection, Jabatan)}
        people = repository.find(connection, Pegawai, aktif=True)
    return [
        (row.pegawai_id, f"{row.nama} – {posts.get(row.jabatan_id, '–')}")
        for row in sorted(people, key=lambda row: row.nama)
    ]
