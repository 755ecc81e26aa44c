"""Feedback of colleagues as people read it: whom one may give to, and what was given about one SKP.

Scene: *Umpan Balik Rekan Kerja* of the giver; a part of the sheet of its receiver and of the assessor's page.
May import: simulator.domain, rules.umpan_rekan, store, workflow core.
Facts: that the receiver reads no names, and nothing before the period is closed, is label simulasi (ekinerja-app §10:
"anonymous to peer"); the assessor and the assessor's superior read them, admin and leadership read the counts only
(class rule umpan_rekan.anonim).
Add: another reader in ``baca_umpan_rekan``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Jabatan, Pegawai
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import SKP, NilaiBerAKHLAK, StatusSKP
from simulator.domain.umpan_rekan import SkalaRekan, UmpanRekan
from simulator.rules.periode import terbuka
from simulator.rules.umpan_rekan import pemberi_min, rangkum, terbaca_penerima
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.locking import dalam_masa
from simulator.workflow.office import Kantor
from simulator.workflow.rekan_kerja import Tali, rekan_dari, sebagai_rekan
from simulator.workflow.viewing import boleh_melihat_pemberi, wajib_boleh_melihat_skp


@dataclass(frozen=True, slots=True)
class RekanSaya:
    """One colleague one may give to, what ties the two, and one's own form, None while nothing was given."""

    skp_id: int
    pegawai_id: int
    nama: str
    jabatan: str
    tali: tuple[Tali, ...]
    milik: UmpanRekan | None


def rekan_saya(kantor: Kantor, pemilik_id: int, periode_id: int) -> list[RekanSaya]:
    """Colleagues of the owner of this list with an approved SKP in that period, by name.

    One's own subordinates are assessed and not listed. Whoever got a form and is no colleague any more stays, with
    nothing that ties (``tali`` empty): the form can still be taken back.
    """
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        ties = rekan_dari(connection, pemilik_id)
        mine = {
            one.skp_id: one
            for one in repository.find(connection, UmpanRekan, pemberi_id=pemilik_id, periode_id=periode_id)
        }
        plans = repository.find(connection, SKP, pegawai_id=list(ties), status=StatusSKP.PERSETUJUAN, plt_plh_pjb=False)
        offered = [
            skp
            for skp in plans
            if dalam_masa(periode, skp)
            and sebagai_rekan(ties[skp.pegawai_id], sendiri=False, menilai=skp.penilai_id == pemilik_id)
        ]
        former = repository.find(connection, SKP, skp_id=list(mine.keys() - {skp.skp_id for skp in offered}))
        ids = {skp.pegawai_id for skp in (*offered, *former)}
        people = {one.pegawai_id: one for one in repository.find(connection, Pegawai, pegawai_id=list(ids))}
        posts = {one.jabatan_id: one.nama for one in _jabatan(connection, people)}
    found = [
        RekanSaya(
            skp.skp_id, skp.pegawai_id, people[skp.pegawai_id].nama, posts.get(people[skp.pegawai_id].jabatan_id, ""),
            tuple(tali for tali in Tali if skp in offered and tali in ties[skp.pegawai_id]), mine.get(skp.skp_id),
        )
        for skp in (*offered, *former)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.nama, one.skp_id))


def _jabatan(connection: Connection, people: dict[int, Pegawai]) -> list[Jabatan]:
    return repository.find(connection, Jabatan, jabatan_id=list({one.jabatan_id for one in people.values()}))


@dataclass(frozen=True, slots=True)
class Hitungan:
    """One value: how many colleagues marked each step, and how many could not say."""

    nilai: NilaiBerAKHLAK
    belum_tampak: int
    tampak: int
    teladan: int
    tidak_menilai: int


@dataclass(frozen=True, slots=True)
class SuaraRekan:
    """The words of one colleague; without ``pemberi`` and day for whoever may not know who said it."""

    teks: str
    pemberi: str | None
    diberikan_pada: date | None


@dataclass(frozen=True, slots=True)
class UmpanRekanTerbaca:
    """What one reader sees. ``perlu`` are so many givers as it takes before the receiver reads anything; ``menunggu``
    is the last day on which more may come, if this reader is told nothing before, not even how many."""

    banyak: int
    perlu: int
    menunggu: date | None
    bernama: bool
    hitungan: tuple[Hitungan, ...]
    suara: tuple[SuaraRekan, ...]


def baca_umpan_rekan(kantor: Kantor, pelaku: Pelaku, skp_id: int, periode_id: int) -> UmpanRekanTerbaca:
    """Named for the assessor and their superior, without names for everybody else who may open the SKP.

    Raises: TidakBerwenang — may not open this SKP; TidakDitemukan.
    """
    with kantor.lihat() as connection:
        skp = repository.get(connection, SKP, skp_id)
        wajib_boleh_melihat_skp(connection, pelaku, skp)
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        named = boleh_melihat_pemberi(connection, pelaku, skp)
        forms = repository.find(connection, UmpanRekan, skp_id=skp_id, periode_id=periode_id)
        dibuka = terbuka(periode, repository.simulated_day(connection))
        givers = repository.find(connection, Pegawai, pegawai_id=[form.pemberi_id for form in forms])
    names = {one.pegawai_id: one.nama for one in givers}
    shown = forms if named or terbaca_penerima(len(forms), dibuka, periode.periode_akhir) else []
    owner = pelaku.pegawai_id == skp.pegawai_id
    return UmpanRekanTerbaca(
        banyak=len(forms) if named or not dibuka else 0,
        perlu=pemberi_min(periode.periode_akhir),
        menunggu=periode.batas_pengisian if dibuka and not named else None,
        bernama=named,
        hitungan=_hitungan(shown),
        suara=_suara(shown, names) if named else _tanpa_nama(shown) if owner else (),
    )


def _hitungan(forms: list[UmpanRekan]) -> tuple[Hitungan, ...]:
    return tuple(
        Hitungan(
            nilai, marks[SkalaRekan.BELUM_TAMPAK], marks[SkalaRekan.TAMPAK], marks[SkalaRekan.TELADAN],
            len(forms) - sum(marks.values()),
        )
        for nilai, marks in rangkum(forms).items()
        if forms
    )  # fmt: skip


def _suara(forms: list[UmpanRekan], names: dict[int, str]) -> tuple[SuaraRekan, ...]:
    return tuple(SuaraRekan(form.teks, names.get(form.pemberi_id, "–"), form.diberikan_pada) for form in forms)


def _tanpa_nama(forms: list[UmpanRekan]) -> tuple[SuaraRekan, ...]:
    """By the alphabet: the order in which they were given would say something about who gave them."""
    return tuple(SuaraRekan(said, None, None) for said in sorted(form.teks for form in forms))
