"""``bimtek iki periksa``: judge the wording of RHK and IKI in a file or from standard input.

Scene: a thin command over simulator.wording; reports are written by iki_laporan (terminal) and iki_xlsx (comments).
May import: typer; everything heavy inside functions, so that it starts at once. Facts: none.
Add: an option here; a file kind in simulator/wording/berkas.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai, TidakDitemukan

if TYPE_CHECKING:
    from simulator.wording import Hasil
    from simulator.wording.berkas import Baris

app = typer.Typer(help="Periksa susunan kata RHK dan IKI.", no_args_is_help=True)


@app.callback()
def iki() -> None:
    """Periksa susunan kata RHK dan IKI (SIMULASI PELATIHAN)."""


@app.command()
def periksa(
    berkas: Annotated[
        str, typer.Argument(metavar="[BERKAS|-]", help="Berkas yang diperiksa; - untuk teks yang dialirkan (pipa).")
    ] = "-",
    format_berkas: Annotated[
        str, typer.Option("--format", help="jsonl, csv, xlsx, atau teks. Tanpa ini, ditebak dari berkasnya.")
    ] = "",
    sebagai_json: Annotated[
        bool, typer.Option("--json", help="Satu objek JSON per baris, urut seperti masukan.")
    ] = False,
    keluaran: Annotated[
        str, typer.Option("--keluaran", help="Tulis XLSX dengan komentar pada sel yang perlu diperbaiki.")
    ] = "",
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas keluaran yang sudah ada.")] = False,
) -> None:
    """Nilai pernyataan: aktivitas/output/outcome dan S-M-A-R-T, dengan kata yang menjadi alasannya."""
    from simulator.wording.berkas import baca, tebak_format

    if keluaran:
        _tolak_yang_ada(Path(keluaran), timpa)
    nama, isi = _ambil(berkas)
    jenis = _nama_format(format_berkas) if format_berkas else tebak_format(nama, isi)
    daftar = _nilai(baca(isi, jenis))
    if sebagai_json and not keluaran:
        _tulis_json(daftar)
        return
    semua = list(daftar)
    if not semua:
        raise DataTidakSah("Tidak ada pernyataan di masukan ini.", kode="masukan-kosong")
    if keluaran:
        from simulator.commands.iki_xlsx import tulis_xlsx

        tulis_xlsx(semua, Path(keluaran), isi if jenis == "xlsx" else None)
    if sebagai_json:
        _tulis_json(iter(semua))
        return
    from simulator.commands.iki_laporan import cetak

    cetak(semua, nama or "teks yang dialirkan (pipa)", keluaran)


def _tolak_yang_ada(jalur: Path, timpa: bool) -> None:
    """Raises: StatusTidakSesuai — the file exists and may not be replaced."""
    if jalur.exists() and not timpa:
        raise StatusTidakSesuai(
            f"Berkas “{jalur}” sudah ada dan tidak ditimpa. Pilih nama lain, atau tambahkan --timpa.",
            kode="berkas-sudah-ada",
        )


def _nama_format(tulisan: str) -> str:
    nama = tulisan.strip().lower()
    return {"txt": "teks", "text": "teks", "json": "jsonl"}.get(nama, nama)


def _ambil(berkas: str) -> tuple[str, bytes]:
    """Name and bytes of the input.

    Raises: TidakDitemukan, DataTidakSah — no such file, a folder, or nothing on standard input.
    """
    if berkas == "-":
        if sys.stdin.isatty():
            raise DataTidakSah(
                "Belum ada yang diperiksa. Sebutkan berkasnya, misalnya: bimtek iki periksa skp.xlsx",
                kode="masukan-kosong",
            )
        return "", sys.stdin.buffer.read()
    jalur = Path(berkas)
    if jalur.is_dir():
        raise DataTidakSah(f"“{berkas}” adalah folder, bukan berkas. Sebutkan berkas di dalamnya.", kode="bukan-berkas")
    try:
        return jalur.name, jalur.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as sebab:
        raise TidakDitemukan(
            f"Berkas “{berkas}” tidak ditemukan. Periksa nama dan foldernya.", kode="berkas-tidak-ditemukan"
        ) from sebab
    except OSError as sebab:
        raise DataTidakSah(
            f"Berkas “{berkas}” tidak dapat dibaca. Tutup aplikasi yang membukanya, lalu coba lagi.",
            kode="berkas-tidak-terbaca",
        ) from sebab


def _nilai(baris: Iterator[Baris]) -> Iterator[tuple[Baris, Hasil | None, Hasil | None]]:
    """Every row with its judgement and, on the first row of an RHK, the RHK's; in chunks judged as one SKP."""
    from itertools import islice

    from simulator.wording import periksa_skp

    while kelompok := list(islice(baris, 400)):
        daftar = [p for b in kelompok for p in (b.rhk_baru, b.pernyataan) if p is not None]
        hasil = iter(periksa_skp(daftar))
        for b in kelompok:
            rhk = next(hasil) if b.rhk_baru is not None else None
            yield b, next(hasil) if b.pernyataan is not None else None, rhk


def _tulis_json(daftar: Iterator[tuple[Baris, Hasil | None, Hasil | None]]) -> None:
    for b, hasil, rhk in daftar:
        if hasil is None:
            isi: dict[str, object] = {"id": b.nomor, "baris": b.nomor, "galat": {"baris": b.nomor, "pesan": b.galat}}
        else:
            isi = hasil.ke_dict() | {
                "baris": b.nomor,
                "jenis_pernyataan": b.pernyataan.jenis_pernyataan if b.pernyataan else "",
            }
        if rhk is not None:
            isi["rhk"] = rhk.ke_dict()
        if b.lembar:
            isi["lembar"] = b.lembar
        sys.stdout.write(json.dumps(isi, ensure_ascii=False) + "\n")
