"""From bytes to rows: which kind of file is this, and in which character set was it saved?

Scene: the one door for files. Imports the readers of this folder. Facts: none.
Add: a file kind in FORMAT and in ``baca``.
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.domain.errors import DataTidakSah
from simulator.wording.berkas import jsonl, tabel_csv, tabel_xlsx, teks_baris
from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.kolom import baca_kepala

FORMAT = ("jsonl", "csv", "xlsx", "teks")
_AKHIRAN = {
    "jsonl": "jsonl", "ndjson": "jsonl", "json": "jsonl", "csv": "csv", "tsv": "csv", "xlsx": "xlsx", "xlsm": "xlsx",
    "txt": "teks",
}  # fmt: skip


def tulisan(isi: bytes) -> str:
    """Decode: UTF-8 (with or without mark), UTF-16 with mark, else the Windows set Indonesian offices use."""
    if isi[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return isi.decode("utf-16", errors="replace")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")


def tebak_format(nama: str, isi: bytes) -> str:
    """Guess from the file's name, then from what it begins with."""
    akhiran = nama.rsplit(".", 1)[-1].lower() if "." in nama else ""
    if akhiran in _AKHIRAN:
        return _AKHIRAN[akhiran]
    if isi[:4] == b"PK\x03\x04":
        return "xlsx"
    awal = tulisan(isi[:20_000])
    if awal.lstrip()[:1] == "{":
        return "jsonl"
    for baris in awal.splitlines()[:40]:
        if any(baca_kepala(baris.split(tanda)) and tanda in baris for tanda in tabel_csv.PEMISAH):
            return "csv"
    return "teks"


def baca(isi: bytes, format_berkas: str) -> Iterator[Baris]:
    """Rows of a file.

    Raises: DataTidakSah — empty, unknown kind, no header; BerkasRusak — cannot be opened.
    """
    if format_berkas not in FORMAT:
        raise DataTidakSah(
            f"Format “{format_berkas}” tidak dikenal. Pilihan: {', '.join(FORMAT)}.", kode="format-tidak-dikenal"
        )
    if not isi.strip():
        raise DataTidakSah(
            "Masukan kosong. Isi dengan satu pernyataan per baris, JSONL, CSV, atau XLSX.", kode="masukan-kosong"
        )
    if format_berkas == "xlsx":
        return tabel_xlsx.baca(isi)
    if isi[:4] == b"PK\x03\x04" or b"\x00" in isi[:1000] and isi[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise DataTidakSah(
            f"Isi berkas ini bukan {format_berkas}. Bila berkasnya lembar kerja, pakai --format xlsx.",
            kode="format-tidak-cocok",
        )
    pembaca = {"jsonl": jsonl.baca, "csv": tabel_csv.baca, "teks": teks_baris.baca}[format_berkas]
    return pembaca(tulisan(isi))
