"""The folder a participant works in: ``paket.json``, one folder per exercise, the simulated office.

Scene: written by the instructor's ``bagikan``, opened by ``bimtek mulai``. May import: kit, nbformat, simulator.domain.
Facts: format version 1 of our own. Nothing in it tells an answer; writing it again never touches the answers.
Add: a key in PaketLatihan or PackageInfo with a default, so that older packages stay readable.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exercises.kit.case import CASE_FILE, Case, dump_json
from exercises.kit.catalog import Exercise
from exercises.kit.files import write_whole
from exercises.kit.reading import lesson_page, reading_path
from simulator.domain.errors import BerkasRusak, DataTidakSah, TidakDitemukan

if TYPE_CHECKING:
    import nbformat

PACKAGE_FILE = "paket.json"
OFFICE_FILE = "kantor.ekin.db"
VERSI = 1
_NAMA_AMAN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]|_(?!_)){0,59}")
# Windows refuses these as file names, whatever the extension.
_TERLARANG = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{angka}" for angka in range(1, 10)), *(f"lpt{angka}" for angka in range(1, 10))]
)


@dataclass(frozen=True, slots=True)
class PaketLatihan:
    """One exercise as the home page lists it. ``tenggat`` is an ISO time or empty, ``modul`` the lesson to read."""

    id: str
    judul: str
    ringkas: str
    menit: int
    poin: float
    tenggat: str | None = None
    modul: str = ""


@dataclass(frozen=True, slots=True)
class PackageInfo:
    """The content of ``paket.json``. ``kotak``: the inbox folder for submissions, when the class has one.

    ``tanda``: what only this participant's package carries, so that nobody can hand in under another name.
    ``kantor_kelas``: the address of the office the whole class shares, when it has one.
    """

    kelas: str
    peserta: str
    nama: str
    latihan: tuple[PaketLatihan, ...]
    kotak: str | None = None
    tanda: str = ""
    kantor_kelas: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The content of the file."""
        isi = asdict(self)
        return {"versi": VERSI, **isi, "latihan": [asdict(satu) for satu in self.latihan]}


@dataclass(frozen=True, slots=True)
class Bahan:
    """What one exercise contributes to a package: its listing, the participant's notebook, and the case."""

    latihan: PaketLatihan
    notebook: nbformat.NotebookNode
    case: Case


def bahan(exercise: Exercise, case: Case, notebook: nbformat.NotebookNode, tenggat: str | None = None) -> Bahan:
    """Gather one exercise for a package. ``notebook`` is the participant's version (build.participant_notebook)."""
    spec = exercise.spec
    baris = PaketLatihan(spec.nama, spec.judul, spec.ringkas, spec.menit, spec.poin, tenggat, spec.modul)
    return Bahan(baris, notebook, case)


def safe_name(nama: str, apa: str) -> str:
    """The name itself when it can be a file name everywhere.

    Raises: DataTidakSah — it cannot; the message says what is allowed.
    """
    if _NAMA_AMAN.fullmatch(nama) and nama.split(".")[0].lower() not in _TERLARANG and not nama.endswith("."):
        return nama
    raise DataTidakSah(
        f"{apa} “{nama:.60}” tidak dapat dipakai sebagai nama berkas. Pakai huruf, angka, titik, tanda hubung, atau "
        "satu garis bawah, paling panjang 60 huruf.",
        kode="nama-berkas",
    )


def write_package(
    tujuan: Path,
    *,
    kelas: str,
    peserta: str,
    nama: str,
    isi: Sequence[Bahan],
    kotak: str | Path | None = None,
    tanda: str = "",
    kantor_kelas: str | None = None,
    tulis_kantor: Callable[[Path], None] | None = None,
) -> PackageInfo:
    """Write or refresh the folder of one participant; answers and an office already worked in stay untouched.

    ``tulis_kantor`` writes the office file; it is called only when there is none yet. ``kantor_kelas`` None: the
    address of the class's office stays as it was.
    """
    import nbformat  # costs a second: the participant's kernel reads this file too, and never writes a package

    safe_name(peserta, "Id peserta")
    tujuan.mkdir(parents=True, exist_ok=True)
    for satu in isi:
        folder = tujuan / safe_name(satu.latihan.id, "Id latihan")
        write_whole(folder / CASE_FILE, satu.case.participant_json().encode())
        write_whole(folder / f"{satu.latihan.id}.ipynb", (nbformat.writes(satu.notebook) + "\n").encode())
        pelajaran = lesson_page(satu.latihan.modul) if satu.latihan.modul else None
        if pelajaran is not None:
            write_whole(tujuan / reading_path(safe_name(satu.latihan.modul, "Nama modul")), pelajaran.encode())
    kantor = tujuan / OFFICE_FILE
    if tulis_kantor is not None and not kantor.exists():
        tulis_kantor(kantor)
    daftar = tuple(satu.latihan for satu in isi)
    if kantor_kelas is None:
        kantor_kelas = _office_before(tujuan)
    info = PackageInfo(kelas, peserta, nama, daftar, str(kotak) if kotak else None, tanda, kantor_kelas)
    write_whole(tujuan / PACKAGE_FILE, dump_json(info.to_dict()).encode())
    return info


def _office_before(folder: Path) -> str:
    try:
        return read_package(folder).kantor_kelas
    except (TidakDitemukan, BerkasRusak):
        return ""  # nothing to keep: writing the package again is what mends it


def read_package(folder: Path) -> PackageInfo:
    """What ``paket.json`` of a participant's folder says.

    Raises: TidakDitemukan — no such file; BerkasRusak — it is not a package.
    """
    berkas = folder / PACKAGE_FILE
    if not berkas.is_file():
        raise TidakDitemukan(
            f"Folder {folder} bukan folder peserta: {PACKAGE_FILE} tidak ada. Buka folder yang dibagikan instruktur.",
            kode="paket",
        )
    try:
        return parse_package(json.loads(berkas.read_text(encoding="utf-8-sig")))
    except (ValueError, KeyError, TypeError, AttributeError) as galat:
        raise BerkasRusak(
            f"{berkas} rusak. Minta instruktur membagikan ulang; jawaban Anda tidak ikut hilang.",
            kode="paket-rusak",
        ) from galat


def parse_package(isi: Mapping[str, Any]) -> PackageInfo:
    """PackageInfo from the content of ``paket.json``; raises ValueError or KeyError when it is something else."""
    if isi.get("versi") != VERSI:
        raise ValueError(f"versi {isi.get('versi')!r:.20} tidak dikenal")
    daftar = tuple(
        PaketLatihan(
            str(satu["id"]), str(satu["judul"]), str(satu["ringkas"]), int(satu["menit"]), float(satu["poin"]),
            satu.get("tenggat"), str(satu.get("modul") or ""),
        )
        for satu in isi["latihan"]
    )  # fmt: skip
    kotak = isi.get("kotak")
    tanda, kantor_kelas = (nilai if isinstance(nilai := isi.get(n), str) else "" for n in ("tanda", "kantor_kelas"))
    return PackageInfo(
        str(isi["kelas"]), str(isi["peserta"]), str(isi["nama"]), daftar, str(kotak) if kotak else None, tanda,
        kantor_kelas,
    )  # fmt: skip
