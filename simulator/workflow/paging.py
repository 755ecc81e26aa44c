"""One page of a long list: the database counts and cuts, never Python.

Scene: searches of the admin in an office of up to 100,000 people.
May import: SQLAlchemy, the standard library.
Facts: none. Add: nothing; a list has its own file and asks ``potong`` for its page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Select, func, or_, select

T = TypeVar("T")
UKURAN = 25
UKURAN_PANJANG = 100
CARI_MAKS = 80


@dataclass(frozen=True, slots=True)
class Halaman(Generic[T]):
    """Rows of one page; ``nomor`` counts from 1, ``jumlah`` counts everything that was found."""

    baris: tuple[T, ...]
    jumlah: int
    nomor: int
    ukuran: int = UKURAN

    @property
    def banyak(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.jumlah // self.ukuran))

    @property
    def mulai(self) -> int:
        """The number of the first row shown, 0 when nothing was found."""
        return min(self.jumlah, (self.nomor - 1) * self.ukuran + 1)

    @property
    def sampai(self) -> int:
        """The number of the last row shown."""
        return min(self.jumlah, self.nomor * self.ukuran)


def potong(
    connection: Connection,
    query: Select[Any],
    urut: Sequence[ColumnElement[Any]],
    nomor: int,
    jadi: Callable[[RowMapping], T],
    ukuran: int = UKURAN,
) -> Halaman[T]:
    """The page ``nomor`` of a query in the given order; a number beyond the last page shows the last one."""
    jumlah = int(connection.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one())
    nomor = min(max(nomor, 1), max(1, -(-jumlah // ukuran)))
    rows = connection.execute(query.order_by(*urut).limit(ukuran).offset((nomor - 1) * ukuran)).mappings()
    return Halaman(tuple(jadi(row) for row in rows), jumlah, nomor, ukuran)


def sehalaman(daftar: Sequence[T], nomor: int, ukuran: int = UKURAN_PANJANG) -> Halaman[T]:
    """The page ``nomor`` of something that had to be counted as a whole anyway."""
    nomor = min(max(nomor, 1), max(1, -(-len(daftar) // ukuran)))
    return Halaman(tuple(daftar[(nomor - 1) * ukuran : nomor * ukuran]), len(daftar), nomor, ukuran)


def memuat(teks: str, *kolom: Column[Any]) -> ColumnElement[bool]:
    """Every word of ``teks`` stands in one of the columns, whatever the case; signs of LIKE count as themselves."""
    syarat: ColumnElement[bool] | None = None
    for kata in teks[:CARI_MAKS].lower().split() or [""]:
        pola = "%" + kata.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        satu = or_(*(func.lower(satu).like(pola, escape="\\") for satu in kolom))
        syarat = satu if syarat is None else syarat & satu
    assert syarat is not None
    return syarat
