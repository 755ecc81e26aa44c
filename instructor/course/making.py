"""Make a class: folder, settings, roster, source and released notebooks, gradebook.

Scene: ``bimtek kelas buat``. May import: exercises.kit, simulator.domain.errors; nbgrader inside functions.
Facts: nbgrader's own GenerateAssignment releases and records the cells, so formgrader and autograde find their own.
Add: something every class needs gets a step in ``make_kelas``; running it twice must change nothing.
"""

from __future__ import annotations

import logging
import os
import secrets
import sqlite3
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from exercises.kit import catalog
from instructor.course.guide import write_guide
from instructor.course.kelas import CLASS_FILE, Kelas, open_kelas, tulis_utuh
from instructor.course.nbgrader_settings import settings_text
from instructor.course.roster import Peserta, read_roster, safe_id, write_roster
from simulator.domain.errors import BerkasRusak, DataTidakSah, StatusTidakSesuai

FOLDER_KELAS = ("source", "release", "submitted", "autograded", "feedback", "kunci", "peserta", "kotak", "laporan")
Kabar = Callable[[str], None]


def diam(_: str) -> None:
    """Tell nobody."""


def new_kelas(
    folder: Path,
    *,
    judul: str,
    skenario: str,
    latihan: Sequence[str] = (),
    tenggat: datetime | None = None,
    lulus: float = 70.0,
    benih: int | None = None,
    rahasia: bytes | None = None,
    peragaan: bool = False,
) -> Kelas:
    """Settings of a class; nothing is written yet.

    The secret is drawn from the operating system unless given: a seed alone could be tried by a participant.
    Raises: DataTidakSah — an exercise that does not exist, or a pass mark outside 0–100.
    """
    ada = catalog.exercise_ids()
    dipilih = tuple(latihan) or ada
    asing = [nama for nama in dipilih if nama not in ada]
    if asing or not dipilih:
        raise DataTidakSah(
            f"Latihan tidak dikenal: {', '.join(asing) or '(tidak ada)'}. Yang ada: {', '.join(ada)}.", kode="latihan"
        )
    if not 0 <= lulus <= 100:
        raise DataTidakSah(f"Batas lulus {lulus:g} harus antara 0 dan 100.", kode="batas-lulus")
    return Kelas(
        folder=folder.resolve(),
        kode=safe_id(judul),
        judul=judul,
        benih=secrets.randbits(32) if benih is None else benih,
        rahasia=rahasia or secrets.token_bytes(32),
        skenario=skenario,
        latihan=tuple(sorted(dipilih)),
        tenggat=tenggat,
        lulus=lulus,
        peragaan=peragaan,
    )


def make_kelas(kelas: Kelas, peserta: Sequence[Peserta], kabar: Kabar = diam) -> Kelas:
    """Write the class. In a folder that already holds it, only what is missing is added and the roster is updated.

    Raises: StatusTidakSesuai — the folder holds something that is not this class.
    """
    kelas = _existing_or(kelas)
    for nama in FOLDER_KELAS:
        (kelas.folder / nama).mkdir(parents=True, exist_ok=True)
    kelas.save()
    pengaturan = kelas.folder / "nbgrader_config.py"
    if not pengaturan.exists():
        tulis_utuh(pengaturan, settings_text(kelas.kode, kelas.latihan))
    write_roster(kelas.roster, _merged(kelas, peserta))
    kabar("Menyusun buku kerja")
    write_sources(kelas)
    write_guide(kelas)
    with nbgrader_quiet():
        kabar("Menyiapkan buku nilai nbgrader")
        release_notebooks(kelas, kabar)
        record_people(kelas)
    return kelas


def _existing_or(kelas: Kelas) -> Kelas:
    if (kelas.folder / CLASS_FILE).is_file():
        lama = open_kelas(kelas.folder)
        if lama.kode != kelas.kode:
            raise StatusTidakSesuai(
                f"Folder {kelas.folder} sudah berisi kelas “{lama.judul}”. Pilih folder lain untuk “{kelas.judul}”.",
                kode="kelas-lain",
            )
        return lama
    if kelas.folder.exists() and any(kelas.folder.iterdir()):
        raise StatusTidakSesuai(
            f"Folder {kelas.folder} sudah berisi berkas lain. Pilih folder baru atau kosong untuk kelas ini.",
            kode="folder-tidak-kosong",
        )
    return kelas


def people_of(kelas: Kelas) -> tuple[Peserta, ...]:
    """Who is in the class already: from its roster, or, when that was spoiled, from the gradebook (without NIP)."""
    if not kelas.roster.is_file():
        return ()
    try:
        return read_roster(kelas.roster)
    except BerkasRusak:
        if not kelas.gradebook.is_file():
            raise
    with closing(sqlite3.connect(kelas.gradebook)) as db:
        baris = db.execute("select id, last_name, first_name from student order by id").fetchall()
    return tuple(Peserta(satu[0], satu[1] or satu[0], "", satu[2] or "") for satu in baris)


def _merged(kelas: Kelas, peserta: Sequence[Peserta]) -> list[Peserta]:
    """New list first, then those only the old list had: nobody who may have worked already disappears."""
    lama = people_of(kelas)
    ada = {satu.id for satu in peserta}
    return [*peserta, *(satu for satu in lama if satu.id not in ada)]


def write_sources(kelas: Kelas) -> None:
    """Source notebooks from solution.py, once per exercise."""
    import nbformat

    from exercises.kit.build import build_source

    for nama in kelas.latihan:
        tujuan = kelas.folder / "source" / nama / f"{nama}.ipynb"
        isi = nbformat.writes(build_source(catalog.load(nama))) + "\n"
        if not tujuan.exists() or tujuan.read_text(encoding="utf-8") != isi:
            tulis_utuh(tujuan, isi)


def nbgrader_config(kelas: Kelas):  # type: ignore[no-untyped-def]
    """The class's own settings, as nbgrader would load them."""
    from traitlets.config.loader import PyFileConfigLoader

    return PyFileConfigLoader("nbgrader_config.py", path=str(kelas.folder)).load_config()


def release_notebooks(kelas: Kelas, kabar: Kabar = diam) -> None:
    """Run nbgrader's own GenerateAssignment for exercises not released yet, and set the due times."""
    from nbgrader.api import Gradebook
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    with Gradebook(f"sqlite:///{kelas.gradebook}", kelas.kode) as buku:
        for nama in kelas.latihan:
            tenggat = kelas.tenggat_untuk(nama)
            buku.update_or_create_assignment(nama, duedate=_utc_naive(tenggat) if tenggat else None)
    config = nbgrader_config(kelas)
    for nama in kelas.latihan:
        if kelas.release(nama).is_file():
            continue
        kabar(f"Menerbitkan {nama}")
        tempat = CourseDirectory(config=config)
        tempat.assignment_id = nama
        GenerateAssignment(coursedir=tempat, config=config).start()


def record_people(kelas: Kelas) -> None:
    """Participants into the gradebook in one commit; formgrader lists them as “nama, unit”."""
    from nbgrader.api import Gradebook, Student

    with Gradebook(f"sqlite:///{kelas.gradebook}", kelas.kode) as buku:
        for satu in read_roster(kelas.roster):
            buku.db.merge(Student(id=satu.id, last_name=satu.nama, first_name=satu.unit))
        buku.db.commit()


def _utc_naive(waktu: datetime) -> datetime:
    return (waktu - (waktu.utcoffset() or timedelta())).replace(tzinfo=None)


@contextmanager
def nbgrader_quiet() -> Iterator[None]:
    """nbgrader finds its ``alembic`` on PATH and keeps its English chatter to itself."""
    lama = os.environ.get("PATH", "")
    pencatat = [logging.getLogger(nama) for nama in ("traitlets", "tornado.application", "nbgrader", "alembic")]
    tingkat = [satu.level for satu in pencatat]
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), lama))
    for satu in pencatat:
        satu.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        os.environ["PATH"] = lama
        for satu, semula in zip(pencatat, tingkat, strict=True):
            satu.setLevel(semula)
