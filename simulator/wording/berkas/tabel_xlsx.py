"""XLSX: an SKP draft as people keep it, with titles, merged cells and formulas.

Scene: input of ``bimtek iki periksa`` and the SKP import. Imports openpyxl when called.
Facts: limits below protect the reader from broken or hostile files.
Add: a sheet convention here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.domain.errors import BerkasRusak, DataTidakSah
from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.kolom import BARIS_DICARI, baca_isi, baca_kepala, cari_kepala, huruf_kolom
from simulator.wording.berkas.sel_xlsx import ANGKA, RUMUS, RUMUS_KOSONG, RUSAK, TANGGAL, tampak

BATAS_TERURAI = 400_000_000
KOLOM_DIBACA = 200
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


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet: its filled rows (number, values as shown), and cells whose value came about otherwise than typed."""

    nama: str
    baris: list[tuple[int, list[object]]]
    khusus: Mapping[str, str]
    tampak: bool = True
    #: Rows that hold something and are not shown.
    tersembunyi: frozenset[int] = frozenset()
    #: Letters of columns that are not shown.
    kolom_tersembunyi: frozenset[str] = frozenset()


def semua_lembar(isi: bytes) -> list[Lembar]:
    """Every sheet of a workbook in its order. Raises: BerkasRusak."""
    buku, rumus = buka(isi), buka(isi, nilai=False)
    return [
        _baca_lembar(buku[nama], rumus[nama])
        for nama in buku.sheetnames
        if hasattr(buku[nama], "iter_rows")  # a chart sheet has no cells
    ]


def _baca_lembar(lembar: Any, rumus: Any) -> Lembar:
    """Merged cells repeat their value downwards into filled rows, a formula without a result shows itself.

    Cells are taken as they lie in the file: going through rows and columns would make every empty one between them.
    """
    baris: dict[int, list[object]] = {}
    khusus: dict[str, str] = {}
    for sel in lembar._cells.values():
        asal = rumus._cells.get((sel.row, sel.column))
        berumus = asal is not None and asal.data_type == "f"
        nilai = tampak(sel.value, sel.number_format or "")
        if berumus and nilai is None:
            nilai = str(getattr(asal.value, "text", asal.value))
        if nilai is None or not str(nilai).strip() or sel.column > KOLOM_DIBACA:
            continue
        if macam := _macam(sel, berumus):
            khusus[sel.coordinate] = macam
        deret = baris.setdefault(sel.row, [])
        deret += [None] * (sel.column - len(deret))
        deret[sel.column - 1] = nilai
    _turunkan_gabungan(lembar, baris)
    hidden = frozenset(n for n in baris if n in lembar.row_dimensions and lembar.row_dimensions[n].hidden)
    return Lembar(
        lembar.title, sorted(baris.items()), khusus, lembar.sheet_state == "visible", hidden, _kolom_tersembunyi(lembar)
    )


def _kolom_tersembunyi(lembar: Any) -> frozenset[str]:
    """A file may keep one width for a whole run of columns."""
    return frozenset(
        huruf_kolom(i - 1)
        for kolom in lembar.column_dimensions.values()
        if kolom.hidden
        for i in range(kolom.min, min(kolom.max, KOLOM_DIBACA) + 1)
    )


def _macam(sel: Any, berumus: bool) -> str:
    if sel.data_type == "e":
        return RUSAK
    if berumus:
        return RUMUS_KOSONG if sel.value is None else RUMUS
    if sel.data_type == "d":
        return TANGGAL
    return ANGKA if sel.data_type == "n" and sel.value is not None else ""


def _turunkan_gabungan(lembar: Any, baris: dict[int, list[object]]) -> None:
    """A row that holds nothing of its own stays away: it is the second half of the row above."""
    for rentang in lembar.merged_cells.ranges:
        atas, kiri = baris.get(rentang.min_row, []), rentang.min_col - 1
        if kiri >= len(atas) or rentang.max_row == rentang.min_row:
            continue
        for nomor in baris.keys() & set(range(rentang.min_row + 1, rentang.max_row + 1)):
            deret = baris[nomor]
            deret += [None] * (kiri + 1 - len(deret))
            deret[kiri] = atas[kiri]


def baca(isi: bytes) -> Iterator[Baris]:
    """Read every sheet that has a header row.

    Raises: BerkasRusak, DataTidakSah — not an XLSX, or no header row on any sheet.
    """
    semua = semua_lembar(isi)
    berisi = [lembar for lembar in semua if punya_kepala(lembar)]
    if not berisi:
        if not any(lembar.baris for lembar in semua):
            raise DataTidakSah(
                "Lembar kerja ini kosong. Isi RHK, aspek, indikator, dan target, lalu periksa lagi.",
                kode="masukan-kosong",
            )
        cari_kepala(awal_lembar(semua))
    return (satu for lembar in berisi for satu in isi_tabel(lembar))


def awal_lembar(semua: Iterable[Lembar]) -> list[tuple[int, list[object]]]:
    """The rows in which a header is looked for, of all sheets."""
    return [baris for lembar in semua for baris in lembar.baris if baris[0] <= BARIS_DICARI]


def punya_kepala(lembar: Lembar) -> bool:
    """Is there a header row where one is looked for?"""
    return any(baca_kepala(sel) for nomor, sel in lembar.baris if nomor <= BARIS_DICARI)


def isi_tabel(lembar: Lembar) -> Iterator[Baris]:
    """The rows below the header. Raises: DataTidakSah — no header row."""
    kepala, peta = cari_kepala(lembar.baris)
    yield from baca_isi((b for b in lembar.baris if b[0] > kepala), peta, huruf=True, lembar=lembar.nama)
