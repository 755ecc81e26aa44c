"""Is this file an *instansi* at all? Answered before a database library is asked.

Scene: a participant hands in a file that is missing, empty, cut short, or a spreadsheet with another name.
May import: the standard library and simulator.domain.errors.
Facts: the SQLite file header (sqlite.org/fileformat2.html: bytes 16–17 page size, 28–31 page count, 92–95 the change
counter for which that count is valid).
Add: another way in which a handed-in file is not what it should be, with its own kode.
"""

from __future__ import annotations

import struct
from pathlib import Path

from simulator.domain.errors import BerkasRusak, TidakDitemukan

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100
SIDECARS = ("-wal", "-shm", "-journal")


def check_file(path: Path) -> None:
    """Refuse what cannot be an *instansi*; says nothing about whether it was tampered with.

    Raises: TidakDitemukan — no such file; BerkasRusak — a folder, empty, another kind of file, or cut short.
    """
    if path.is_dir():
        raise BerkasRusak(
            f"“{path.name}” adalah folder, bukan berkas instansi. Pilih berkas *.ekin.db di dalamnya.",
            kode="berkas-folder",
        )
    if not path.exists():
        raise TidakDitemukan(
            f"Berkas instansi “{path}” tidak ada. Periksa nama dan foldernya, atau buat dengan “bimtek instansi buat”.",
            kode="berkas-tidak-ada",
        )
    header = _header(path)
    size = path.stat().st_size
    if not header:
        raise BerkasRusak(
            f"Berkas “{path.name}” kosong. Minta salinan yang utuh kepada pengirimnya.", kode="berkas-kosong"
        )
    if not header.startswith(MAGIC[: len(header)]) or len(header) < len(MAGIC):
        raise BerkasRusak(
            f"Berkas “{path.name}” bukan berkas instansi simulasi (*.ekin.db). Pilih berkas yang benar.",
            kode="berkas-bukan-instansi",
        )
    if len(header) < HEADER_SIZE or size < _promised_size(header) and not _has_wal(path):
        raise BerkasRusak(
            f"Berkas “{path.name}” terpotong: ukurannya lebih kecil daripada seharusnya. "
            "Salin atau unggah ulang berkas itu dari sumbernya.",
            kode="berkas-terpotong",
        )


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEADER_SIZE)
    except PermissionError as error:
        raise BerkasRusak(
            f"Berkas “{path.name}” tidak boleh dibaca oleh akun komputer ini. Minta pemiliknya membuka izin baca, atau "
            "salin berkas itu ke folder Anda sendiri.",
            kode="berkas-tanpa-izin",
        ) from error


def _has_wal(path: Path) -> bool:
    # In the middle of a checkpoint the header may run ahead of the file; the WAL still holds the rest.
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def _promised_size(header: bytes) -> int:
    (page_size,) = struct.unpack(">H", header[16:18])
    change_counter, page_count = struct.unpack(">II", header[24:32])
    (valid_for,) = struct.unpack(">I", header[92:96])
    if change_counter != valid_for:
        return 0  # written by a SQLite that does not keep the count
    return int(page_count) * (65536 if page_size == 1 else int(page_size))


def remove_sidecars(path: Path) -> None:
    """Remove what an earlier database of the same name left beside it: SQLite would replay it into the new file."""
    for suffix in SIDECARS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
