"""What every request needs of the data beside the office: the session, its owner's unfinished forms, small marks.

Scene: read once, before anything else, in one statement, because every page pays for it.
May import: SQLAlchemy, simulator.web.data and its readers. Facts: none.
Add: a mark that every page asks for in ``SELALU``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    bindparam,
    exists,
    literal_column,
    select,
    union_all,
)

from simulator.web import draf as tertahan
from simulator.web import sesi as ses
from simulator.web.data import catatan, draf, gangguan, sesi

#: Up to which journal entry a person has read the notifications; where their tour stands.
DIBACA, TUR = "pemberitahuan-dibaca", "tur"
SELALU = (DIBACA, TUR)


@dataclass(frozen=True, slots=True)
class Bingkai:
    """``sesi`` None: the browser is not known. ``ingatan``: the marks of ``SELALU``, None where there is none."""

    sesi: ses.Sesi | None = None
    draf: dict[str, tertahan.Draf] = field(default_factory=dict)
    ingatan: dict[str, str | None] = field(default_factory=lambda: dict.fromkeys(SELALU))
    ada_gangguan: bool = False


def baca(connection: Connection, token: str | None) -> Bingkai:
    """The frame for a cookie."""
    if not token or len(token) > ses.TOKEN_TERPANJANG:
        return Bingkai(ada_gangguan=True)
    rows = connection.execute(_semua(), {"sidik": ses.sidik(token)}).all()
    satu = next((row for row in rows if row.apa == "sesi"), None)
    if satu is None:
        return Bingkai(ada_gangguan=True)
    ingatan: dict[str, str | None] = dict.fromkeys(SELALU)
    ingatan.update({row.a: row.b for row in rows if row.apa == "catatan"})
    return Bingkai(
        ses.dari_baris(token, satu.n, satu.a, satu.b, satu.c, satu.x, satu.y),
        {row.a: tertahan.dari_baris(row.b, row.c, row.d) for row in rows if row.apa == "draf"},
        ingatan,
        any(row.apa == "gangguan" for row in rows),
    )


@cache
def _semua() -> CompoundSelect[Any]:
    ini = sesi.c.sidik_token == bindparam("sidik")
    punya = select(sesi.c.pegawai_id).where(ini, sesi.c.tahap == ses.Tahap.MASUK.value)
    return union_all(
        _baris("sesi", sesi.c.tahap, sesi.c.csrf, sesi.c.pesan, n=sesi.c.pegawai_id, x=sesi.c.dibuat, y=sesi.c.dipakai)
        .where(ini, sesi.c.tahap != ses.Tahap.BERAKHIR.value),
        _baris("draf", draf.c.tindakan, draf.c.isian, draf.c.galat, draf.c.kode, n=draf.c.draf_id)
        .where(draf.c.pegawai_id.in_(punya), tertahan.MENUNGGU),
        _baris("catatan", catatan.c.kunci, catatan.c.isi)
        .where(catatan.c.pegawai_id.in_(punya), catatan.c.kunci.in_(SELALU)),
        _baris("gangguan").where(exists(select(gangguan.c.gangguan_id).where(gangguan.c.selesai.is_(None)))),
    ).order_by("n")  # fmt: skip


def _baris(
    apa: str, *teks: ColumnElement[str], n: ColumnElement[Any] | None = None, x: ColumnElement[float] | None = None,
    y: ColumnElement[float] | None = None,
) -> Select[Any]:  # fmt: skip
    """One kind of row of the statement: four texts a–d, a number n, two times x and y."""
    isi = [*teks, *[literal_column("''")] * (4 - len(teks))]
    angka = [literal_column("0") if satu is None else satu for satu in (n, x, y)]
    nama = zip("abcdnxy", [*isi, *angka], strict=True)
    return select(literal_column(f"'{apa}'").label("apa"), *(kolom.label(huruf) for huruf, kolom in nama))
