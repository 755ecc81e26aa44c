"""Two people, or two windows of one person, at the same thing: the second is told instead of overwriting what that
page never showed.

Scene: a page remembers the journal's last number when it is drawn; whoever saves says which number they had seen.
May import: SQLAlchemy, simulator.domain, store.
Facts: none (course rule: nobody's work is lost). Only rows that the action itself changes are compared, so two people
may work side by side in one SKP. What the same request has written itself is no surprise to it, and what the system
writes (the day, a fault of the classroom) is told by the state it leads to, not here.
Add: nothing; a form only has to say ``berdasarkan(nomor)`` around its action.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, or_, select

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.store.journal import Change, tail
from simulator.store.schema import jurnal

SISTEM = "sistem"
_FEW = 20


@dataclass(slots=True)
class _Dilihat:
    """Up to which journal entry a page had seen the office, and which entries the same request has written since."""

    nomor: int
    sendiri: set[int] = field(default_factory=set)


_SEEN: ContextVar[_Dilihat | None] = ContextVar("bimtek_seen", default=None)


class SudahBerubah(StatusTidakSesuai):
    """The same row was changed since the page was drawn: ``isi_mereka`` is what changed, as it stands there now,
    ``nomor`` the journal entry up to which whoever was told has seen the office."""

    kode_bawaan = "sudah-berubah"

    def __init__(self, pesan: str, isi_mereka: dict[str, object], nomor: int) -> None:
        super().__init__(pesan)
        self.isi_mereka = isi_mereka
        self.nomor = nomor


@contextmanager
def berdasarkan(nomor: int | None) -> Iterator[None]:
    """Actions inside were decided on while looking at the office as it was after journal entry ``nomor``."""
    token = _SEEN.set(None if nomor is None else _Dilihat(nomor))
    try:
        yield
    finally:
        _SEEN.reset(token)


_NOMOR = select(jurnal.c.nomor).order_by(jurnal.c.nomor.desc()).limit(1)


def nomor_terakhir(connection: Connection) -> int:
    """The number a page has to remember."""
    return int(connection.execute(_NOMOR).scalar() or 0)


def tulisan_sendiri(nomor: int) -> None:
    """The request that is running wrote this journal entry."""
    seen = _SEEN.get()
    if seen is not None:
        seen.sendiri.add(nomor)


def periksa_yang_dilihat(connection: Connection, changes: Iterable[Change], pelaku_id: int | None) -> None:
    """Raises: SudahBerubah — a row that is about to change was changed since the page was drawn."""
    seen = _SEEN.get()
    mine = {(change.tabel, change.kunci) for change in changes if change.lama is not None}
    if seen is None or not mine or seen.nomor >= (last := tail(connection)[0]):
        return
    query = select(jurnal).where(jurnal.c.nomor > seen.nomor).order_by(jurnal.c.nomor.desc())
    if len(mine) <= _FEW:
        # A page may have been open for an hour of a busy class: the database finds the few entries that name the row.
        query = query.where(or_(*(jurnal.c.isi.contains(f'"kunci":{kunci},') for _, kunci in mine)))
    others = [
        (entry, change)
        for entry in connection.execute(query).mappings()
        if entry["peran"] != SISTEM and entry["nomor"] not in seen.sendiri
        for change in json.loads(entry["isi"])["perubahan"]
        if (change["tabel"], change["kunci"]) in mine
    ]
    if others:
        entry, newest = others[0]
        same = [change for _, change in others if change["kunci"] == newest["kunci"]]
        raise SudahBerubah(_sentence(connection, entry, pelaku_id), _changed(newest, same), last)


def _changed(newest: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, object]:
    """The columns that any of these changes touched, as they are now."""
    now = newest["baru"] or {}
    before = [change["lama"] or {} for change in changes]
    return {name: value for name, value in now.items() if any(old.get(name) != value for old in before)}


def _sentence(connection: Connection, entry: RowMapping, pelaku_id: int | None) -> str:
    hari: date = entry["hari"]
    siapa, tempat = _who(connection, entry["pelaku_id"]), "sesudah halaman Anda dibuka"
    if entry["pelaku_id"] == pelaku_id:
        siapa, tempat = "Anda sendiri", "di tab, peramban, atau lembar lain sesudah halaman ini dibuka"
    return (
        f"{siapa} sudah mengubah data ini pada hari simulasi {hari:%d-%m-%Y}, {tempat}. Tulisan Anda "
        "tidak hilang: bandingkan dengan isi yang baru, lalu simpan lagi bila tulisan Anda yang berlaku."
    )


def _who(connection: Connection, pelaku_id: int | None) -> str:
    if pelaku_id is None:  # the only actor who is nobody inside the institution
        return "Kepala daerah"
    who = repository.find_one(connection, Pegawai, pegawai_id=pelaku_id)
    return who.nama if who is not None else "Orang lain"
