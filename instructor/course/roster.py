"""The participants of a class, and ids that are safe as folder names.

Scene: ``peserta.csv`` in the class folder; read by every step. May import: exercises.kit, simulator.domain.errors.
Facts: none; names keep their titles and commas, ids never carry them.
Add: a field needs a column here, in daftar.py (where it comes from) and in results (where it shows).
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exercises.kit.files import write_whole
from simulator.domain.errors import BerkasRusak, TidakDitemukan

PANJANG_ID = 40
_NAMA_WINDOWS = {"con", "prn", "aux", "nul", *(f"com{i}" for i in range(1, 10)), *(f"lpt{i}" for i in range(1, 10))}

# Letters that no normalisation takes apart: their stroke is part of them.
_HURUF = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ı": "i"}
    | {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th"}
)


@dataclass(frozen=True, slots=True)
class Peserta:
    """One participant. ``id`` names folders and files; ``nama`` keeps its titles and commas."""

    id: str
    nama: str
    nip: str
    unit: str

    @property
    def nomor(self) -> str:
        """What identifies the person on a list: the NIP, or the id of this class."""
        return self.nip or self.id


def safe_id(teks: str) -> str:
    """A name for folders and files on every system: a–z, 0–9 and single hyphens, never empty, never reserved."""
    polos = unicodedata.normalize("NFKD", teks.translate(_HURUF)).encode("ascii", "ignore").decode().lower()
    hasil = re.sub(r"[^a-z0-9]+", "-", polos).strip("-")[:PANJANG_ID].strip("-")
    if not hasil or hasil in _NAMA_WINDOWS or hasil.isdigit():
        # A bare number is taken for a number by nbgrader's command line.
        hasil = f"peserta-{hasil}".strip("-")
    return hasil


def fresh_id(dasar: str, terpakai: set[str]) -> str:
    """An id like ``dasar`` that nobody has yet."""
    calon = pertama = safe_id(dasar)
    nomor = 2
    while calon in terpakai:
        calon = f"{pertama[: PANJANG_ID - 4]}-{nomor}"
        nomor += 1
    return calon


def write_roster(berkas: Path, peserta: Iterable[Peserta]) -> None:
    """Keep the participants in the class: UTF-8, quoted, semicolons as Indonesian Excel opens them."""
    keluar = io.StringIO()
    penulis = csv.writer(keluar, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    penulis.writerow(["id", "nama", "nip", "unit"])
    penulis.writerows([satu.id, satu.nama, satu.nip, satu.unit] for satu in peserta)
    write_whole(berkas, ("﻿" + keluar.getvalue()).encode())


def read_roster(berkas: Path) -> tuple[Peserta, ...]:
    """The participants of the class, as ``write_roster`` kept them.

    Raises: BerkasRusak — the file was changed into something else.
    """
    try:
        pembaca = csv.DictReader(io.StringIO(berkas.read_text(encoding="utf-8-sig"), newline=""), delimiter=";")
        hasil = tuple(Peserta(baris["id"], baris["nama"], baris["nip"], baris["unit"]) for baris in pembaca)
    except (KeyError, OSError, UnicodeDecodeError) as galat:
        raise BerkasRusak(
            f"Daftar peserta kelas {berkas} tidak terbaca ({galat!r}). Jalankan lagi “bimtek kelas buat” dengan daftar "
            "aslinya; id peserta lama tetap dipakai.",
            kode="peserta-rusak",
        ) from galat
    hilang = [satu.nama for satu in hasil if satu.nip and not re.fullmatch(r"\d{18}", satu.nip)]
    if hilang:
        raise BerkasRusak(
            f"NIP di {berkas} tidak lagi 18 angka ({', '.join(hilang[:5])}), biasanya karena disimpan dari Excel. "
            "Jalankan lagi “bimtek kelas buat” dengan daftar aslinya; id peserta lama tetap dipakai.",
            kode="peserta-rusak",
        )
    aneh = [satu.id for satu in hasil if not satu.id or safe_id(satu.id) != satu.id]
    if aneh:
        raise BerkasRusak(
            f"Id peserta di {berkas} tidak aman untuk nama folder: {', '.join(map(repr, aneh))}. Pulihkan berkas itu.",
            kode="peserta-rusak",
        )
    return hasil


def find_peserta(berkas: Path, sebutan: str) -> Peserta:
    """The participant with that id, NIP or exact name.

    Raises: TidakDitemukan — nobody, or more than one of that name.
    """
    cocok = [satu for satu in read_roster(berkas) if sebutan in (satu.id, satu.nip, satu.nama)]
    if len(cocok) != 1:
        sebab = "tidak ada di kelas ini" if not cocok else "dipakai lebih dari satu peserta; sebutkan idnya"
        raise TidakDitemukan(
            f"Peserta “{sebutan}” {sebab}. Id, NIP, dan nama peserta tercatat di {berkas}.", kode="peserta-tidak-ada"
        )
    return cocok[0]
