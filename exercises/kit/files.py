"""Writing a file so that it is there whole or not at all, and claiming a new name that nobody else has.

Scene: packages and submissions, also on network shares and on Windows. Pure standard library.
Add: nothing; the answer file has stricter demands of its own (answers.py).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_whole(berkas: Path, isi: bytes) -> None:
    """Replace a file atomically, making its folder when needed."""
    berkas.parent.mkdir(parents=True, exist_ok=True)
    with _temporary(berkas.parent, isi) as sementara:
        os.replace(sementara, berkas)


def write_new(berkas: Path, isi: bytes) -> None:
    """Create a file under a name that must still be free; a reader never sees half of it.

    Raises: FileExistsError — the name was taken, perhaps just now by someone else.
    """
    berkas.parent.mkdir(parents=True, exist_ok=True)
    with _temporary(berkas.parent, isi) as sementara:
        _claim(sementara, berkas)


def _claim(sementara: Path, berkas: Path) -> None:
    if os.name == "nt":
        os.rename(sementara, berkas)  # refuses an existing target on Windows
        return
    try:
        os.link(sementara, berkas)
    except FileExistsError:
        raise
    except OSError as galat:  # a share without hard links: the check below leaves a small gap, better than no hand-in
        if berkas.exists():
            raise FileExistsError(str(berkas)) from galat
        os.replace(sementara, berkas)


@contextmanager
def _temporary(folder: Path, isi: bytes) -> Iterator[Path]:
    deskriptor, nama = tempfile.mkstemp(dir=folder, prefix=".tulis-", suffix=".tmp")
    sementara = Path(nama)
    try:
        with os.fdopen(deskriptor, "wb") as keluar:
            keluar.write(isi)
            keluar.flush()
            os.fsync(keluar.fileno())
        if os.name != "nt":
            sementara.chmod(0o644)  # mkstemp gives 0600, which the instructor's account could not read
        yield sementara
    finally:
        sementara.unlink(missing_ok=True)
