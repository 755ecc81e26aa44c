"""Hand out: every participant gets a folder with their own case in each exercise and their own office.

Scene: ``bimtek kelas bagikan``. May import: exercises.kit, instructor.course, simulator.workflow (inside).
Facts: a case once drawn is never drawn again — its key in ``kunci/`` is what the answers are graded against, also
after the exercise was changed. The office in the package holds neither its seed nor its faults' key.
Add: another thing to hand out is written by exercises.kit.package; the key of it goes into ``kunci/``.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat

from exercises.kit import catalog
from exercises.kit.case import CASE_FILE, Case, dump_json
from exercises.kit.catalog import Exercise
from exercises.kit.files import write_whole
from exercises.kit.package import OFFICE_FILE, PACKAGE_FILE, Bahan, bahan, write_package
from exercises.kit.reading import READING_FOLDER
from instructor.course.kelas import Kelas, tulis_utuh
from instructor.course.roster import Peserta, read_roster
from simulator.domain.errors import BelumLengkap

Kabar = Callable[[int, int, Peserta], None]


@dataclass(frozen=True, slots=True)
class LaporanBagikan:
    """How many packages there are, and how many cases were drawn now."""

    paket: int
    kasus_baru: int
    folder: Path


def bagikan(
    kelas: Kelas,
    *,
    peserta: Sequence[Peserta] | None = None,
    kotak: Path | None = None,
    kantor_kelas: str | None = None,
    zip_juga: bool = False,
    kabar: Kabar | None = None,
) -> LaporanBagikan:
    """Write or refresh the packages. Answers already there and offices already worked in stay as they are.

    ``kantor_kelas``: the address of an office the whole class shares, so that nobody has to type it; None: as
    before.
    ``zip_juga``: also one zip each in ``paket/``, to send to people who work on their own computer.
    Raises: BelumLengkap — a notebook was not released yet.
    """
    daftar = read_roster(kelas.roster) if peserta is None else peserta
    latihan = [catalog.load(nama) for nama in kelas.latihan]
    buku = {satu.nama: _released(kelas, satu.nama) for satu in latihan}
    baru = 0
    for nomor, orang in enumerate(daftar, 1):
        kasus = {satu.nama: _case(kelas, orang, satu) for satu in latihan}
        baru += sum(1 for _, ditulis in kasus.values() if ditulis)
        isi = [_materials(kelas, satu, kasus[satu.nama][0], buku) for satu in latihan]
        write_package(
            kelas.paket(orang.id),
            kelas=kelas.judul,
            peserta=orang.id,
            nama=orang.nama,
            isi=isi,
            kotak=kotak or kelas.kotak,
            kantor_kelas=kantor_kelas,
            tanda=kelas.tanda(orang.id),
            tulis_kantor=lambda tujuan, orang=orang, kasus=kasus: write_office(  # type: ignore[misc]
                kelas, orang, [(satu, kasus[satu.nama][0]) for satu in latihan], tujuan
            ),
        )
        if zip_juga:
            write_zip(kelas, orang, kotak)
        if kabar:
            kabar(nomor, len(daftar), orang)
    return LaporanBagikan(len(daftar), baru, kelas.folder / "peserta")


def _released(kelas: Kelas, latihan: str) -> nbformat.NotebookNode:
    berkas = kelas.release(latihan)
    if not berkas.is_file():
        raise BelumLengkap(
            f"Buku kerja {latihan} belum diterbitkan. Jalankan “bimtek kelas buat” sekali lagi di folder kelas.",
            kode="belum-terbit",
        )
    return nbformat.reads(berkas.read_text(encoding="utf-8"), as_version=4)


def _case(kelas: Kelas, orang: Peserta, exercise: Exercise) -> tuple[Case, bool]:
    """The participant's case: as drawn before, else drawn now and kept with its key."""
    berkas = kelas.kunci(orang.id, exercise.nama)
    if berkas.is_file():
        return Case.read(berkas), False
    kasus = exercise.checks.make_case(kelas.benih_peserta(orang.id))
    # Round trip: what is graded later is what the file says, not what Python held.
    kasus = Case.from_dict(json.loads(dump_json(kasus.to_dict())))
    write_whole(berkas, dump_json(kasus.to_dict()).encode())
    return kasus, True


def _materials(kelas: Kelas, exercise: Exercise, kasus: Case, buku: Mapping[str, nbformat.NotebookNode]) -> Bahan:
    tenggat = kelas.tenggat_untuk(exercise.nama)
    return bahan(exercise, kasus, buku[exercise.nama], tenggat.isoformat() if tenggat else None)


def write_office(kelas: Kelas, orang: Peserta, kasus: Iterable[tuple[Exercise, Case]], tujuan: Path) -> None:
    """The participant's own office: the one their exercises talk about, without its seed and without their answers."""
    from exercises.kit.closing import participant_office
    from exercises.kit.office import SCENARIO, classroom_office
    from simulator.institution import generate
    from simulator.workflow.founding import found_office

    benih = kelas.benih_peserta(orang.id)
    if kelas.skenario == SCENARIO:
        kantor = classroom_office(benih)
    else:
        kantor = generate(kelas.skenario, seed=benih, size=60, calibration="latihan")
    found_office(participant_office(kantor, kasus), tujuan, benih_publik=False)


def write_zip(kelas: Kelas, orang: Peserta, kotak: Path | None = None) -> Path:
    """One package as a zip: what was handed out, never an answer. The inbox is named only when others can reach it."""
    folder = kelas.paket(orang.id)
    info = json.loads((folder / PACKAGE_FILE).read_bytes()) | {"kotak": str(kotak) if kotak else None}
    isi = {PACKAGE_FILE: dump_json(info).encode()}
    for nama in kelas.latihan:
        for berkas in (f"{nama}/{nama}.ipynb", f"{nama}/{CASE_FILE}"):
            isi[berkas] = (folder / berkas).read_bytes()
    for bacaan in sorted((folder / READING_FOLDER).glob("*.html")):
        isi[f"{READING_FOLDER}/{bacaan.name}"] = bacaan.read_bytes()
    isi[OFFICE_FILE] = (folder / OFFICE_FILE).read_bytes()
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as arsip:
        for nama, data in isi.items():
            tanda = zipfile.ZipInfo(nama, date_time=(2026, 1, 1, 0, 0, 0))
            tanda.compress_type, tanda.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            arsip.writestr(tanda, data)
    tujuan = kelas.folder / "paket" / f"{orang.id}.zip"
    tulis_utuh(tujuan, keluar.getvalue())
    return tujuan
