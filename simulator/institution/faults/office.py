"""The rows of an office with the look-ups that detectors need.

Scene: reading only. May import: nothing of the generator, so it serves any source of rows, also an instance file.
Add: a look-up as a method.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

Row = dict[str, Any]

#: Papers that stand for a result by themselves do not include photographs.
FOTO = "Foto"


class Office:
    """Rows by table, loaded when first asked for."""

    def __init__(self, source: Callable[[str], list[Row]]) -> None:
        self._source = source
        self._rows: dict[str, list[Row]] = {}
        self._index: dict[str, dict[int, Row]] = {}

    def rows(self, table: str) -> list[Row]:
        """All rows of a table, in order of id."""
        if table not in self._rows:
            self._rows[table] = self._source(table)
        return self._rows[table]

    def by_id(self, table: str) -> dict[int, Row]:
        """Rows by key (the first column)."""
        if table not in self._index:
            self._index[table] = {next(iter(row.values())): row for row in self.rows(table)}
        return self._index[table]

    def row(self, table: str, key: int) -> Row:
        """One row."""
        return self.by_id(table)[key]

    def grouped(self, table: str, *columns: str) -> dict[Any, list[Row]]:
        """Rows by the value of one column, or by a tuple of values."""
        groups: dict[Any, list[Row]] = {}
        for row in self.rows(table):
            key = row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns)
            groups.setdefault(key, []).append(row)
        return groups

    # --- people and units ---

    def job(self, pegawai: Row) -> Row:
        """The jabatan of a pegawai."""
        return self.row("jabatan", pegawai["jabatan_id"])

    def unit_line(self, unit_id: int) -> list[int]:
        """A unit and its ancestors, nearest first."""
        units, line = self.by_id("unit_kerja"), []
        current: int | None = unit_id
        while current is not None and current in units and current not in line:
            line.append(current)
            current = units[current]["induk_id"]
        return line

    def members(self, unit_id: int) -> list[Row]:
        """People of a unit and of the units under it, without its head."""
        head = self.row("unit_kerja", unit_id)["pimpinan_id"]
        return [
            row
            for row in self.rows("pegawai")
            if row["pegawai_id"] != head and unit_id in self.unit_line(row["unit_id"])
        ]

    # --- evidence ---

    def attached(self) -> dict[int, list[Row]]:
        """Pieces of evidence by the document they point at."""
        return {key: rows for key, rows in self.grouped("bukti_dukung", "dokumen_id").items() if key is not None}

    def period(self, periode_id: int) -> Row:
        """One assessment period."""
        return self.row("periode_penilaian", periode_id)

    def closing(self, periode_id: int) -> date:
        """The closing day of a period, extensions included."""
        extended = [row["batas_baru"] for row in self.rows("perpanjangan") if row["periode_id"] == periode_id]
        return max([self.period(periode_id)["batas_pengisian"], *extended])


def first_number(text: str) -> tuple[int | None, str]:
    """The number that starts a target, and the unit after it (empty when there is none)."""
    words = text.split(maxsplit=1)
    digits = words[0].replace(".", "") if words else ""
    if not digits.isdigit():
        return None, text.strip()
    return int(digits), words[1].strip() if len(words) > 1 else ""


def unique(values: Iterable[Any]) -> int:
    """How many different values there are."""
    return len(dict.fromkeys(values))
