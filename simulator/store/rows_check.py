"""Every row against what the journal or the seal says it should be.

Scene: third step of a verification. May import: simulator.store modules beside it.
Facts: none.
Add: nothing; a new table is checked because it is in OFFICE_TABLES.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from simulator.store.canonical import column_names, image_digest, key_name, row_digest
from simulator.store.findings import Temuan
from simulator.store.locks import Calendar
from simulator.store.raw import RawReader

History = list[tuple[int, dict[str, Any]]]


def check_rows(
    reader: RawReader,
    table: Table,
    sealed: dict[int, bytes],
    images: dict[str, dict[int, History]],
    calendar: Calendar,
    today: str,
) -> tuple[int, list[Temuan]]:
    """Number of rows read, and findings of one table."""
    histories = images.get(table.name, {})
    names = column_names(table)
    position = names.index(key_name(table))
    findings = [found for key, history in histories.items() for found in _check_history(table, key, history, sealed)]
    seen: set[int] = set()
    count = 0
    for values in reader.tuples(table):
        count += 1
        key = values[position]
        seen.add(key)
        image = histories[key][-1][1]["baru"] if key in histories else None
        kode, columns = _judge(table, values, image, key in histories, sealed.get(key))
        if kode is not None:
            now = dict(zip(names, values, strict=True))
            late = calendar.closed(table.name, image or now, today)
            findings.append(_finding(table, key, kode, columns, late=late))
    expected = (set(sealed) - set(histories)) | {key for key, past in histories.items() if past[-1][1]["baru"]}
    for key in sorted(expected - seen):
        image = histories[key][-1][1]["baru"] if key in histories else None
        findings.append(_finding(table, key, "baris-hilang", (), late=calendar.closed(table.name, image, today)))
    return count, findings


def _judge(
    table: Table, values: tuple[Any, ...], image: dict[str, Any] | None, journaled: bool, seal: bytes | None
) -> tuple[str | None, tuple[str, ...]]:
    if journaled:
        if image is None:
            return "baris-muncul-kembali", ()
        differing = tuple(
            name
            for name, value in zip(column_names(table), values, strict=True)
            if type(value) is not type(image.get(name)) or value != image.get(name)
        )
        return ("baris-diubah", differing) if differing else (None, ())
    if seal is None:
        return "baris-selundupan", ()
    return (None, ()) if _digest(values) == seal else ("baris-diubah", ())


def _digest(values: tuple[Any, ...]) -> bytes | None:
    try:
        return row_digest(values)
    except (TypeError, ValueError):
        return None  # a blob or an infinity where the application writes text or numbers


def _check_history(table: Table, key: int, history: History, sealed: dict[int, bytes]) -> Iterator[Temuan]:
    """Each before-image must be the after-image before it; the first one must be what was sealed."""
    first = history[0][1]["lama"]
    fits = (first is None) == (key not in sealed) and (first is None or image_digest(table, first) == sealed[key])
    broken = [] if fits else [history[0][0]]
    for (_, earlier), (nomor, later) in zip(history, history[1:], strict=False):
        if earlier["baru"] != later["lama"]:
            broken.append(nomor)
    for nomor in broken:
        yield Temuan(
            "jurnal-tidak-sambung",
            table.name,
            key,
            f"Entri jurnal nomor {nomor} menyebut keadaan {table.name} {key} sebelum tindakan yang tidak pernah ada: "
            "entri itu ditulis ulang atau disisipkan.",
        )


_SENTENCES = {
    "baris-diubah": "Baris {tabel} {kunci} diubah di luar aplikasi{kolom}.",
    "baris-hilang": "Baris {tabel} {kunci} dihapus di luar aplikasi.",
    "baris-muncul-kembali": "Baris {tabel} {kunci} sudah dihapus lewat aplikasi, lalu muncul lagi di luar aplikasi.",
    "baris-selundupan": "Baris {tabel} {kunci} disisipkan di luar aplikasi: tidak ada di segel maupun jurnal.",
}


def _finding(table: Table, key: int, kode: str, columns: tuple[str, ...], *, late: bool) -> Temuan:
    kolom = f" (kolom {', '.join(columns)})" if columns else ""
    pesan = _SENTENCES[kode].format(tabel=table.name, kunci=key, kolom=kolom)
    if late:
        return Temuan(f"{kode}-setelah-kunci", table.name, key, f"{pesan} Periodenya saat ini sudah dikunci.")
    return Temuan(kode, table.name, key, pesan)
