"""Open the gradebook of a class: nbgrader's tables as they are in the file, and our own table of findings beside them.

Scene: every step that reads or writes marks. May import: SQLAlchemy, instructor.grading.gradebook.
Facts: reflecting the tables from the file takes milliseconds, importing nbgrader takes seconds; a test compares both.
Add: a table of nbgrader that is needed is a name in TABEL.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Engine, MetaData, String, Table, Text, create_engine, event
from sqlalchemy.exc import DatabaseError, InvalidRequestError

from instructor.grading.gradebook import BukuNilai
from simulator.domain.errors import BerkasRusak, TidakDitemukan

TABEL = (
    "assignment",
    "notebook",
    "base_cell",
    "grade_cells",
    "task_cells",
    "solution_cells",
    "source_cell",
    "student",
    "submitted_assignment",
    "submitted_notebook",
    "grade",
    "comment",
)


def _engine(berkas: Path) -> Engine:
    mesin = create_engine(f"sqlite:///{berkas}", connect_args={"timeout": 30})

    @event.listens_for(mesin, "connect")
    def _durable(koneksi: Any, _: Any) -> None:
        # The default journal, one sync per commit: formgrader may be open on the same file, also on a shared drive.
        koneksi.execute("PRAGMA synchronous=FULL")

    return mesin


@contextmanager
def buka_buku_nilai(berkas: Path) -> Iterator[BukuNilai]:
    """Open the gradebook of a class.

    Raises: TidakDitemukan — none there; BerkasRusak — not a gradebook of nbgrader.
    """
    if not berkas.is_file():
        raise TidakDitemukan(
            f"Buku nilai {berkas} belum ada. Jalankan “bimtek kelas buat” di folder kelas ini.", kode="buku-nilai"
        )
    mesin = _engine(berkas)
    try:
        metadata = MetaData()
        try:
            metadata.reflect(bind=mesin, only=list(TABEL))
        except (InvalidRequestError, DatabaseError) as galat:
            raise _not_a_gradebook(berkas, galat) from galat
        _findings_table(metadata)
        metadata.tables["bimtek_hasil"].create(mesin, checkfirst=True)
        with mesin.connect() as koneksi:
            yield BukuNilai(koneksi, metadata)
    finally:
        mesin.dispose()


def _findings_table(metadata: MetaData) -> Table:
    return Table(
        "bimtek_hasil",
        metadata,
        Column("student_id", String(128), primary_key=True),
        Column("latihan", String(128), primary_key=True),
        Column("sidik", String(64), nullable=False),
        Column("dinilai", String(40), nullable=False),
        Column("isi", Text, nullable=False),
    )


def _not_a_gradebook(berkas: Path, galat: Exception) -> BerkasRusak:
    return BerkasRusak(
        f"{berkas} tidak terbaca sebagai buku nilai nbgrader ({galat}). Pulihkan dari cadangan, atau pindahkan berkas "
        "itu lalu jalankan “bimtek kelas buat” dan “bimtek kelas nilai --ulang”; jawaban peserta tidak hilang.",
        kode="buku-nilai-rusak",
    )
