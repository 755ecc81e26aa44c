"""One thing handed in, read and understood.

Scene: between reading and deciding in ``kelas kumpulkan``. May import: exercises.kit.
Facts: two copies of the same work have the same digest, whatever their file names.
Add: a way to hand in is one function here that gives ``Kiriman``, and its call in collection.py.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from exercises.kit.answers import ANSWER_FILE, parse_answer
from exercises.kit.case import CASE_FILE
from exercises.kit.incoming import Submission
from exercises.kit.submission import MAX_FILE
from exercises.kit.wib import WIB
from simulator.domain.errors import JawabanTidakTerbaca

# How sure it is that the named participant handed this in, weakest first.
TANDA_ASING, TANPA_BUKTI, KASUS_SENDIRI, BERTANDA = -1, 0, 1, 2
JAM_MELENCENG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One thing handed in, read and understood.

    ``langsung``: taken from a folder of this machine, nobody pressed Kumpulkan. ``bukti``: see ownership.py.
    """

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
    tanda: str = ""
    bukti: int = TANPA_BUKTI

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
        isi.peserta, isi.latihan, waktu, isi.nomor, sumber, isi.jawaban, isi.notebook, isi.kasus, isi.catatan,
        tanda=isi.tanda,
    )  # fmt: skip


def links(folder: Path, latihan: tuple[str, ...]) -> Iterator[Path]:
    """What in a participant's folder is a link instead of a file: it may lead anywhere, so it is not followed."""
    for nama in latihan:
        tempat = folder / nama
        calon = [tempat] if tempat.is_symlink() else [tempat / isi for isi in _files(nama)]
        yield from (satu for satu in calon if satu.is_symlink())


def _files(latihan: str) -> tuple[str, str, str]:
    return ANSWER_FILE, f"{latihan}.ipynb", CASE_FILE


def told_time(teks: str, berkas: datetime) -> datetime:
    """When by what the file says, unless that is beyond belief: copying a folder gives every file a new time."""
    try:
        waktu = datetime.fromisoformat(teks).astimezone(UTC)
    except (ValueError, OverflowError):
        return berkas
    return waktu if waktu <= berkas + JAM_MELENCENG else berkas


def packed_in_time(dibuat: str, waktu: datetime, tenggat: datetime | None) -> datetime | None:
    """When it was packed by the participant's own clock, if that is in time although it arrived late."""
    try:
        kemas = datetime.fromisoformat(dibuat)
        kemas = (kemas if kemas.tzinfo else kemas.replace(tzinfo=WIB)).astimezone(WIB)
    except (ValueError, OverflowError):
        return None
    return kemas if tenggat and waktu > tenggat >= kemas else None


def from_package(
    folder: Path, peserta: str, latihan: tuple[str, ...], *, langsung: bool, tanda: str = ""
) -> Iterator[Kiriman]:
    """What a participant's folder holds; when is the time at which the answer says it was last saved."""
    tautan = set(links(folder, latihan))
    for nama in latihan:
        berkas, buku, kasus = (folder / nama / satu for satu in _files(nama))
        if not berkas.is_file() or tautan & {folder / nama, berkas}:
            continue
        isi = _capped(berkas)
        yield Kiriman(
            peserta,
            nama,
            told_time(_saved(isi), datetime.fromtimestamp(berkas.stat().st_mtime, UTC)),
            0,
            folder.name,
            isi,
            _capped(buku) if buku.is_file() and buku not in tautan else None,
            _capped(kasus) if kasus.is_file() and kasus not in tautan else None,
            _missing_notebook(folder / nama, nama),
            langsung=langsung,
            tanda=tanda,
        )


def _saved(jawaban: bytes) -> str:
    try:
        return parse_answer(jawaban).disimpan
    except JawabanTidakTerbaca:
        return ""  # grading tells what is wrong with it; here only the time is missing


def _missing_notebook(folder: Path, latihan: str) -> tuple[tuple[str, str], ...]:
    if (folder / f"{latihan}.ipynb").is_file():
        return ()
    lain = ", ".join(sorted(satu.name for satu in folder.glob("*.ipynb"))) or "tidak ada"
    pesan = f"Buku kerja {latihan}.ipynb tidak ada atau berganti nama (yang ada: {lain}); jawaban tetap dinilai."
    return (("notebook-tidak-ada", pesan),)


def _capped(berkas: Path) -> bytes:
    with berkas.open("rb") as isi:
        return isi.read(MAX_FILE + 1)
