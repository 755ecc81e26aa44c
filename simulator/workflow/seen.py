"""Two people at the same thing: the second is told instead of overwriting what they never saw.

Scene: a page remembers the journal's last number when it is drawn; whoever saves says which number they had seen.
May import: SQLAlchemy, simulator.domain, store.
Facts: none (course rule: nobody's work is lost). Only rows that the action itself changes are compared, so two people
may work side by side in one SKP.
Add: nothing; a form only has to say ``berdasarkan(nomor)`` around its action.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from sqlalchemy import Connection, select

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.store.journal import Change, tail
from simulator.store.schema import jurnal

_SEEN: ContextVar[int | None] = ContextVar("bimtek_seen", default=None)


class SudahBerubah(StatusTidakSesuai):
    """Somebody else changed the same row since the page was drawn; what they wrote stands in ``isi_mereka``."""

    kode_bawaan = "sudah-berubah"

    def __init__(self, pesan: str, isi_mereka: dict[str, object]) -> None:
        super().__init__(pesan)
        self.isi_mereka = isi_mereka


@contextmanager
def berdasarkan(nomor: int | None) -> Iterator[None]:
    """Actions inside were decided on while looking at the office as it was after journal entry ``nomor``."""
    token = _SEEN.set(nomor)
    try:
        yield
    finally:
        _SEEN.reset(token)


_NOMOR = select(jurnal.c.nomor).order_by(jurnal.c.nomor.desc()).limit(1)


def nomor_terakhir(connection: Connection) -> int:
    """The number a page has to remember."""
    return int(connection.execute(_NOMOR).scalar() or 0)


def periksa_yang_dilihat(connection: Connection, changes: Iterable[Change], pelaku_id: int | None) -> None:
    """Raises: SudahBerubah — a row that is about to change was changed by somebody else meanwhile."""
    seen = _SEEN.get()
    if seen is None or seen >= tail(connection)[0]:
        return
    mine = {(change.tabel, change.kunci) for change in changes if change.lama is not None}
    query = select(jurnal).where(jurnal.c.nomor > seen).order_by(jurnal.c.nomor.desc())
    for entry in connection.execute(query).mappings():
        if entry["pelaku_id"] is None or entry["pelaku_id"] == pelaku_id:
            continue
        for change in json.loads(entry["isi"])["perubahan"]:
            if (change["tabel"], change["kunci"]) in mine:
                raise SudahBerubah(_sentence(connection, entry["pelaku_id"], entry["hari"]), change["baru"] or {})


def _sentence(connection: Connection, pelaku_id: int, hari: date) -> str:
    who = repository.find_one(connection, Pegawai, pegawai_id=pelaku_id)
    nama = who.nama if who is not None else "Orang lain"
    return (
        f"{nama} sudah mengubah data ini pada hari simulasi {hari:%d-%m-%Y}, sesudah halaman Anda dibuka. Tulisan Anda "
        "tidak hilang: bandingkan dengan isi yang baru, lalu simpan lagi bila tulisan Anda yang berlaku."
    )
