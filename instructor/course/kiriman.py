"""One thing handed in, read and understood.

Scene: between reading and deciding in ``kelas kumpulkan``. May import: exercises.kit.
Facts: two copies of the same work have the same digest, whatever their file names.
Add: a way to hand in is one function here that gives ``Kiriman``, and its call in collection.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from exercises.kit.answers import ANSWER_FILE
from exercises.kit.case import CASE_FILE
from exercises.kit.submission import MAX_FILE, Submission


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One thing handed in, read and understood. ``langsung``: taken from a folder, nobody pressed Kumpulkan."""

    peserta: str
    latihan: str
    waktu: datetime
    nomor: int
    sumber: str
    jawaban: bytes
    notebook: bytes | None
    kasus: bytes | None
    catatan: tuple[tuple[str, str], ...] = ()
    langsung: bool = False

    @property
    def sidik(self) -> str:
        """Digest of what was handed in; a copy of the same work under another name has the same."""
        sidik = hashlib.blake2b(digest_size=16)
        for isi in (self.jawaban, self.notebook or b"", self.kasus or b""):
            sidik.update(hashlib.blake2b(isi).digest())
        return sidik.hexdigest()


def from_submission(isi: Submission, sumber: str, waktu: datetime) -> Kiriman:
    """A submission zip as the kit reads it; one without an answer is the caller's to refuse."""
    if isi.jawaban is None:
        raise ValueError("a submission without an answer cannot be taken")
    return Kiriman(
        isi.peserta, isi.latihan, waktu, isi.nomor, sumber, isi.jawaban, isi.notebook, isi.kasus, isi.catatan
    )


def from_package(folder: Path, peserta: str, latihan: tuple[str, ...], *, langsung: bool) -> Iterator[Kiriman]:
    """What a participant's folder holds; when is the time the answer was last saved on this machine."""
    for nama in latihan:
        berkas = folder / nama / ANSWER_FILE
        if not berkas.is_file():
            continue
        buku, kasus = folder / nama / f"{nama}.ipynb", folder / nama / CASE_FILE
        yield Kiriman(
            peserta,
            nama,
            datetime.fromtimestamp(berkas.stat().st_mtime, UTC),
            0,
            folder.name,
            _capped(berkas),
            _capped(buku) if buku.is_file() else None,
            _capped(kasus) if kasus.is_file() else None,
            _missing_notebook(folder / nama, nama),
            langsung=langsung,
        )


def _missing_notebook(folder: Path, latihan: str) -> tuple[tuple[str, str], ...]:
    if (folder / f"{latihan}.ipynb").is_file():
        return ()
    lain = ", ".join(sorted(satu.name for satu in folder.glob("*.ipynb"))) or "tidak ada"
    pesan = f"Buku kerja {latihan}.ipynb tidak ada atau berganti nama (yang ada: {lain}); jawaban tetap dinilai."
    return (("notebook-tidak-ada", pesan),)


def _capped(berkas: Path) -> bytes:
    with berkas.open("rb") as isi:
        return isi.read(MAX_FILE + 1)
