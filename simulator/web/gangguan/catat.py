"""The rows that remember which faults are on and who mended which.

Scene: beside the office, never in it. May import: SQLAlchemy, simulator.web.data. Facts: none.
Add: nothing about one fault.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from simulator.web.data import gangguan
from simulator.workflow.gangguan.daftar import DI_KANTOR
from simulator.workflow.gangguan.katalog import Entri, katalog
from simulator.workflow.gangguan.macam import ADMIN, Terpasang


@dataclass(frozen=True, slots=True)
class Catatan:
    """One fault that was switched on; ``selesai`` None while it is still on."""

    gangguan_id: int
    kode: str
    pegawai_id: int
    terpasang: Terpasang
    hari: str
    nomor: int
    dilihat: int
    selesai: float | None
    selesai_hari: str
    oleh: str
    cara: str
    entri: int | None

    @property
    def katalog(self) -> Entri:
        """Its entry in the catalogue."""
        return katalog()[self.kode]

    @property
    def teks(self) -> str:
        """The sentence that is seen."""
        return self.katalog.teks.format(**self.terpasang.teks)

    @property
    def diam(self) -> set[int]:
        """Whom no colleague may act for while it is on: its owner, and the superior whose step mends it."""
        macam = DI_KANTOR.get(self.kode)
        if macam is None or not macam.perorangan:
            return set()
        return {self.pegawai_id, self.terpasang.isi.get("atasan") or self.pegawai_id}

    def ditemui(self, pegawai_id: int, alamat: str, *, admin: bool) -> bool:
        """Does this person meet its symptom at this address?"""
        pembaca = self.terpasang.pembaca
        return (pegawai_id in pembaca or (admin and ADMIN in pembaca)) and bool(
            re.fullmatch(self.terpasang.alamat, alamat)
        )


def _baca(row: RowMapping) -> Catatan:
    isi = json.loads(row["isi"])
    isi["pembaca"] = tuple(isi["pembaca"])
    nilai = {nama: row[nama] for nama in Catatan.__slots__ if nama != "terpasang"}
    return Catatan(**nilai, terpasang=Terpasang(**isi))


_TERPASANG = select(gangguan).where(gangguan.c.selesai.is_(None)).order_by(gangguan.c.gangguan_id)


def terpasang(connection: Connection, *kode: str) -> list[Catatan]:
    """What is on, or what is on of these kinds."""
    rows = connection.execute(_TERPASANG).mappings().all()
    return [_baca(row) for row in rows if not kode or row["kode"] in kode]


def milik(connection: Connection, kode: str, pegawai_id: int) -> Catatan | None:
    """This kind of fault where it is on for this person."""
    return next((satu for satu in terpasang(connection, kode) if satu.pegawai_id == pegawai_id), None)


def selesai(connection: Connection) -> list[Catatan]:
    """What was mended or taken out, the newest first."""
    query = select(gangguan).where(gangguan.c.selesai.is_not(None)).order_by(gangguan.c.selesai.desc())
    return [_baca(row) for row in connection.execute(query).mappings()]


def pasang(
    connection: Connection, kode: str, pegawai_id: int, terpasang: Terpasang, *, hari: str, nomor: int = 0
) -> None:
    """Note that a fault is on."""
    connection.execute(
        insert(gangguan).values(
            kode=kode, pegawai_id=pegawai_id, isi=_tulis(terpasang), hari=hari, dipasang=time.time(), nomor=nomor,
            dilihat=nomor, selesai=None, selesai_hari="", oleh="", cara="", entri=None,
        )
    )  # fmt: skip


def _tulis(terpasang: Terpasang) -> str:
    isi = {nama: getattr(terpasang, nama) for nama in Terpasang.__slots__}
    return json.dumps(isi, ensure_ascii=False)


def ganti_isi(connection: Connection, satu: Catatan, isi: dict[str, Any]) -> None:
    """Remember something new about a fault that is on."""
    baru = Terpasang(isi, satu.terpasang.pembaca, satu.terpasang.alamat, satu.terpasang.teks)
    connection.execute(_ini(satu).values(isi=_tulis(baru)))


def dilihat(connection: Connection, satu: Catatan, nomor: int) -> None:
    """It was still there after this journal entry."""
    connection.execute(_ini(satu).values(dilihat=nomor))


def selesaikan(
    connection: Connection, satu: Catatan, *, oleh: str, cara: str, hari: str, entri: int | None = None
) -> None:
    """It is gone: by whom, how, on which simulated day. Said once; the first to see it says it."""
    connection.execute(
        _ini(satu)
        .where(gangguan.c.selesai.is_(None))
        .values(selesai=time.time(), selesai_hari=hari, oleh=oleh, cara=cara, entri=entri)
    )


def _ini(satu: Catatan) -> Any:
    return update(gangguan).where(gangguan.c.gangguan_id == satu.gangguan_id)
