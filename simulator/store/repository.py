"""Reading the office as domain objects, within a connection that somebody else opened.

Scene: actions read inside their transaction, queries inside a look; both through these few functions.
May import: SQLAlchemy, simulator.store, simulator.domain. Facts: none.
Add: a read that more than one action or query needs, named after what it returns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    false,
    func,
    select,
)

from simulator.domain.errors import TidakDitemukan
from simulator.domain.kepegawaian import Pegawai, UnitKerja
from simulator.domain.matriks import MatriksPeranHasil, PeranHasil
from simulator.domain.skp import IKI, RHK, SKP, Ekspektasi, Lampiran
from simulator.store.canonical import key_name, sebutan
from simulator.store.rows import KELAS, to_object, to_value
from simulator.store.schema import instansi, matriks, matriks_anggota

T = TypeVar("T")


def get(connection: Connection, kelas: type[T], key: int) -> T:
    """One object by its key. Raises: TidakDitemukan — there is none."""
    found = find_one(connection, kelas, **{key_name(KELAS[kelas]): key})
    if found is None:
        noun, called = KELAS[kelas].name, sebutan(KELAS[kelas])
        raise TidakDitemukan(
            f"{called[0].upper()}{called[1:]} bernomor {key} tidak ada. Muat ulang halaman, lalu pilih lagi.",
            kode=f"{noun.replace('_', '-')}-tidak-ditemukan",
        )
    return found


def find(connection: Connection, kelas: type[T], **where: Any) -> list[T]:
    """All objects whose columns equal the given values (a list means: any of them), in the order of their keys."""
    return [to_object(kelas, row) for row in _rows(connection, kelas, where, one=False)]


def _rows(connection: Connection, kelas: type, where: Mapping[str, Any], *, one: bool) -> list[dict[str, Any]]:
    """The rows behind ``find``; nothing is asked where nothing can be found."""
    asked = _asked(where)
    if asked is None:
        return []
    kinds, given = asked
    found = connection.execute(_query(KELAS[kelas], kinds, one), given)
    names = tuple(found.keys())
    # Plain dictionaries: the fields of every object are looked up by name, and a RowMapping takes longer to say each.
    return [dict(zip(names, row, strict=True)) for row in found]


Kinds = tuple[tuple[str, str], ...]


def _asked(where: Mapping[str, Any]) -> tuple[Kinds, dict[str, Any]] | None:
    """How each column is compared, and with what; None where a number fits into no column, or a list is empty."""
    values = {name: _plain(value) for name, value in where.items()}
    if any(_fits_nowhere(value) or value == [] for value in values.values()):
        return None
    kinds = tuple((name, "in" if isinstance(v, list) else "is" if v is None else "=") for name, v in values.items())
    return kinds, {name: value for name, value in values.items() if value is not None}


# One query per table and set of columns: putting it together takes longer than running it.


@lru_cache(maxsize=512)
def _query(table: Table, kinds: Kinds, one: bool) -> Select[Any]:
    return _compared(select(table).order_by(table.c[key_name(table)]).limit(1 if one else None), table, kinds)


@lru_cache(maxsize=128)
def _counting(table: Table, kinds: Kinds) -> Select[Any]:
    return _compared(select(func.count()).select_from(table), table, kinds)


def _compared(query: Select[Any], table: Table, kinds: Kinds) -> Select[Any]:
    for name, kind in kinds:
        column = table.c[name]
        if kind == "is":
            query = query.where(column.is_(None))
        else:
            value = bindparam(name, type_=column.type, expanding=kind == "in")
            query = query.where(column.in_(value) if kind == "in" else column == value)
    return query


def _plain(value: Any) -> Any:
    many = isinstance(value, (list, tuple, set, frozenset))
    return [to_value(v) for v in value if not _fits_nowhere(to_value(v))] if many else to_value(value)


def _fits_nowhere(plain: Any) -> bool:
    return isinstance(plain, int) and not -(2**63) <= plain < 2**63


def equals(column: Column[Any], value: Any) -> ColumnElement[bool]:
    """This column has this value; a number that fits into no column, as a link may carry one, equals nothing."""
    plain = to_value(value)
    if _fits_nowhere(plain):
        return false()
    return column == plain


def find_one(connection: Connection, kelas: type[T], **where: Any) -> T | None:
    """The first such object, or None."""
    return next((to_object(kelas, row) for row in _rows(connection, kelas, where, one=True)), None)


def count(connection: Connection, kelas: type, **where: Any) -> int:
    """How many rows of a class have these values."""
    asked = _asked(where)
    if asked is None:
        return 0
    kinds, given = asked
    return int(connection.execute(_counting(KELAS[kelas], kinds), given).scalar_one())


_DAY = select(instansi.c.hari_simulasi)


def simulated_day(connection: Connection) -> Any:
    """The day it is in this office."""
    return connection.execute(_DAY).scalar_one()


def with_children(connection: Connection, documents: Sequence[SKP]) -> list[SKP]:
    """The same SKP with their RHK, IKI, lampiran and ekspektasi, in three queries for all of them."""
    ids = [skp.skp_id for skp in documents]
    results = find(connection, RHK, skp_id=ids)
    indicators = _by(find(connection, IKI, rhk_id=[rhk.rhk_id for rhk in results]), "rhk_id")
    results = [replace(rhk, daftar_iki=tuple(indicators[rhk.rhk_id])) for rhk in results]
    per_skp = _by(results, "skp_id")
    annexes = _by(find(connection, Lampiran, skp_id=ids), "skp_id")
    expectations = _by(find(connection, Ekspektasi, skp_id=ids), "skp_id")
    return [
        replace(
            skp,
            daftar_rhk=tuple(per_skp[skp.skp_id]),
            daftar_lampiran=tuple(sorted(annexes[skp.skp_id], key=lambda butir: (butir.jenis.value, butir.urutan))),
            daftar_ekspektasi=tuple(expectations[skp.skp_id]),
        )
        for skp in documents
    ]


def _by(objects: Iterable[T], name: str) -> defaultdict[int, list[T]]:
    groups: defaultdict[int, list[T]] = defaultdict(list)
    for item in objects:
        groups[getattr(item, name)].append(item)
    return groups


def whole_skp(connection: Connection, skp_id: int) -> SKP:
    """One SKP with everything in it."""
    return with_children(connection, [get(connection, SKP, skp_id)])[0]


def whole_matrix(connection: Connection, skp_pimpinan_id: int) -> MatriksPeranHasil | None:
    """The Matriks Peran Hasil of one leader's SKP, or None when it was never made."""
    row = connection.execute(select(matriks).where(matriks.c.skp_pimpinan_id == skp_pimpinan_id)).mappings().first()
    if row is None:
        return None
    members = connection.execute(
        select(matriks_anggota.c.pegawai_id)
        .where(matriks_anggota.c.skp_pimpinan_id == skp_pimpinan_id)
        .order_by(matriks_anggota.c.anggota_id)
    ).scalars()
    roles = find(connection, PeranHasil, skp_pimpinan_id=skp_pimpinan_id)
    return to_object(MatriksPeranHasil, row, anggota_id=tuple(members), daftar_peran=tuple(roles))


def leads_the_top(connection: Connection, pegawai_id: int) -> bool:
    """True for the head of the whole institution, who has no assessor inside it."""
    return any(
        unit.induk_id is None and unit.pimpinan_id == pegawai_id
        for unit in find(connection, UnitKerja, pimpinan_id=pegawai_id)
    )


def superior_of(connection: Connection, pegawai_id: int | None) -> int | None:
    """The *atasan* of a person as SIASN has it."""
    if pegawai_id is None:
        return None
    pegawai = find_one(connection, Pegawai, pegawai_id=pegawai_id)
    return None if pegawai is None else pegawai.atasan_id
