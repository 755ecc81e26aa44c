"""XLSX: an SKP draft as people keep it, with titles, merged cells and formulas.

Scene: input of ``bimtek iki periksa`` and the SKP import. Imports openpyxl when called.
Facts: limits below protect the reader from broken or hostile files.
Add: a sheet convention here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from simulator.domain.errors import BerkasRusak, DataTidakSah
from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.kolom import BARIS_DICARI, baca_isi, baca_kepala, cari_kepala

BATAS_TERURAI = 400_000_000
_RUSAK = "Berkas ini tidak dapat dibuka sebagai XLSX. Buka di aplikasi lembar kerja, lalu simpan ulang sebagai .xlsx."


def buka(isi: bytes, *, nilai: bool = True) -> Any:
    """Open a workbook from bytes; ``nilai`` gives results of formulas instead of formulas.

    Raises: BerkasRusak — not an XLSX, or larger when unpacked than any draft can be.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            besar = sum(b.file_size for b in arsip.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as sebab:
        raise BerkasRusak(_RUSAK, kode="xlsx-rusak") from sebab
    if besar > BATAS_TERURAI:
        raise BerkasRusak(
            "Berkas XLSX ini terlalu besar untuk diperiksa sekaligus. Pecah menjadi beberapa berkas.",
            kode="xlsx-terlalu-besar",
        )
    try:
        return load_workbook(io.BytesIO(isi), data_only=nilai)
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        zipfile.BadZipFile,
        SyntaxError,
    ) as sebab:
        raise BerkasRusak(_RUSAK, kode="xlsx-rusak") from sebab


def _isi_lembar(lembar: Any, rumus: Any) -> list[tuple[int, list[object]]]:
    """Cell values row by row: merged cells repeat their value downwards, a formula without a result shows itself."""
    baris: list[tuple[int, list[object]]] = []
    for nomor, sel in enumerate(lembar.iter_rows(values_only=True), start=1):
        baris.append((nomor, list(sel)))
    for rentang in lembar.merged_cells.ranges:
        nilai = lembar.cell(rentang.min_row, rentang.min_col).value
        if rentang.min_col == rentang.max_col or rentang.max_row > rentang.min_row:
            for r in range(rentang.min_row, min(rentang.max_row, len(baris)) + 1):
                if rentang.min_col - 1 < len(baris[r - 1][1]):
                    baris[r - 1][1][rentang.min_col - 1] = nilai
    for sel_rumus in _rumus_kosong(lembar, rumus):
        baris[sel_rumus.row - 1][1][sel_rumus.column - 1] = str(sel_rumus.value)
    return baris


def _rumus_kosong(lembar: Any, rumus: Any) -> Iterator[Any]:
    for deret in rumus.iter_rows():
        for sel in deret:
            if sel.data_type == "f" and lembar.cell(sel.row, sel.column).value is None:
                yield sel


def baca(isi: bytes) -> Iterator[Baris]:
    """Read every sheet that has a header row.

    Raises: BerkasRusak, DataTidakSah — not an XLSX, or no header row on any sheet.
    """
    buku, rumus = buka(isi), buka(isi, nilai=False)
    berisi = []
    for nama in buku.sheetnames:
        lembar = buku[nama]
        if not hasattr(lembar, "iter_rows"):
            continue
        baris = _isi_lembar(lembar, rumus[nama])
        if any(baca_kepala(sel) for _, sel in baris[:BARIS_DICARI]):
            berisi.append((nama, baris))
    if not berisi:
        if all(
            buku[n].max_row <= 1 and not any(buku[n].iter_rows(values_only=True))
            for n in buku.sheetnames
            if hasattr(buku[n], "iter_rows")
        ):
            raise DataTidakSah(
                "Lembar kerja ini kosong. Isi RHK, aspek, indikator, dan target, lalu periksa lagi.",
                kode="masukan-kosong",
            )
        cari_kepala([])
    return _semua(berisi)


def _semua(berisi: list[tuple[str, list[tuple[int, list[object]]]]]) -> Iterator[Baris]:
    for nama, baris in berisi:
        kepala, peta = cari_kepala(baris)
        yield from baca_isi((b for b in baris if b[0] > kepala), peta, huruf=True, lembar=nama)
