"""nbgrader's gradebook, written directly: one transaction per participant, a handful of statements.

Scene: the executor writes marks here; marks.py reads them. May import: SQLAlchemy.
Facts: the tables are reflected from the gradebook file that nbgrader 0.9 made, so its columns are the truth;
importing nbgrader itself takes seconds, this takes milliseconds. What a mark is follows nbgrader: the manual score
when there is one, else the automatic one, plus extra credit. A table of our own beside them keeps the findings, so
that marks and findings can never disagree.
Add: a fact about one graded submission goes into ``Hasil.isi``, which needs no new column.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    MetaData,
    Row,
    Select,
    Table,
    insert,
    select,
    update,
)

from simulator.domain.errors import TidakDitemukan


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell that carries a mark or a comment. ``jenis``: grade (check), task (a person grades) or solution."""

    id: str
    nama: str
    jenis: str
    maks: float


@dataclass(frozen=True, slots=True)
class Tugas:
    """One exercise as the gradebook knows it."""

    assignment_id: str
    notebook_id: str
    sel: tuple[Sel, ...]


@dataclass(frozen=True, slots=True)
class Nilai:
    """What to write for one cell. ``berubah``: the answer is another one than at the last grading."""

    skor: float | None
    perlu_instruktur: bool
    berubah: bool
    komentar: str | None = None


@dataclass(frozen=True, slots=True)
class Hasil:
    """One graded submission: its marks by cell name, and what the findings table keeps."""

    latihan: str
    waktu: datetime | None
    nilai: Mapping[str, Nilai]
    sidik: str
    isi: Mapping[str, Any]
    potongan: float | None = None


class BukuNilai:
    """An open gradebook. Use ``buka_buku_nilai``."""

    def __init__(self, koneksi: Connection, metadata: MetaData) -> None:
        self._db = koneksi
        self._t = metadata.tables
        self._hasil = metadata.tables["bimtek_hasil"]
        self._tugas: dict[str, Tugas] = {}

    def tugas(self, latihan: str) -> Tugas:
        """Ids and cells of one exercise.

        Raises: TidakDitemukan — the exercise was never released into this gradebook.
        """
        if latihan not in self._tugas:
            self._tugas[latihan] = self._load_tugas(latihan)
        return self._tugas[latihan]

    def _load_tugas(self, latihan: str) -> Tugas:
        assignment, notebook, cell = self._t["assignment"], self._t["notebook"], self._t["base_cell"]
        kepala = self._db.execute(
            select(assignment.c.id, notebook.c.id)
            .join(notebook, notebook.c.assignment_id == assignment.c.id)
            .where(assignment.c.name == latihan, notebook.c.name == latihan)
        ).first()
        if kepala is None:
            raise TidakDitemukan(
                f"Latihan {latihan} belum ada di buku nilai. Jalankan “bimtek kelas buat” sekali lagi di folder ini.",
                kode="latihan-belum-terbit",
            )
        jenis = {"GradeCell": "grade", "TaskCell": "task", "SolutionCell": "solution"}
        maks = {
            baris.id: float(baris.max_score)
            for nama in ("grade_cells", "task_cells")
            for baris in self._db.execute(select(self._t[nama].c.id, self._t[nama].c.max_score))
        }
        sel = [
            Sel(baris.id, baris.name, jenis[baris.type], maks.get(baris.id, 0.0))
            for baris in self._db.execute(
                select(cell.c.id, cell.c.name, cell.c.type).where(cell.c.notebook_id == kepala[1]).order_by(cell.c.name)
            )
        ]
        return Tugas(kepala[0], kepala[1], tuple(sel))

    # --- writing ----------------------------------------------------------------------------------------------

    def write(self, peserta: str, daftar: Iterable[Hasil], sekarang: datetime) -> None:
        """Write everything about one participant, or nothing."""
        with self._db.begin():
            for hasil in daftar:
                self._write_one(peserta, hasil, sekarang)

    def _write_one(self, peserta: str, hasil: Hasil, sekarang: datetime) -> None:
        tugas = self.tugas(hasil.latihan)
        berkas_id = self._submission(peserta, hasil, tugas)
        self._write_grades(peserta, hasil, tugas, berkas_id)
        self._write_comments(peserta, hasil, tugas, berkas_id)
        tabel = self._hasil
        kunci = (tabel.c.student_id == peserta, tabel.c.latihan == hasil.latihan)
        isi = {
            "sidik": hasil.sidik,
            "dinilai": sekarang.isoformat(timespec="seconds"),
            "isi": _whole_letters(json.dumps(hasil.isi, ensure_ascii=False, allow_nan=False)),
        }
        if self._db.execute(update(tabel).where(*kunci).values(isi)).rowcount == 0:
            self._db.execute(insert(tabel).values(student_id=peserta, latihan=hasil.latihan, **isi))

    def _submission(self, peserta: str, hasil: Hasil, tugas: Tugas) -> str:
        """The submitted notebook row, made when it is not there; nbgrader keeps times in UTC without a zone."""
        serah, berkas = self._t["submitted_assignment"], self._t["submitted_notebook"]
        lama = self._db.execute(
            select(serah.c.id, berkas.c.id)
            .outerjoin(berkas, berkas.c.assignment_id == serah.c.id)
            .where(serah.c.student_id == peserta, serah.c.assignment_id == tugas.assignment_id)
        ).first()
        if lama is None:
            serah_id = _id("submitted_assignment", peserta, hasil.latihan)
            self._db.execute(
                insert(serah).values(
                    id=serah_id, assignment_id=tugas.assignment_id, student_id=peserta, timestamp=hasil.waktu
                )
            )
        else:
            serah_id = lama[0]
            self._db.execute(update(serah).where(serah.c.id == serah_id).values(timestamp=hasil.waktu))
        if lama is not None and lama[1] is not None:
            self._db.execute(
                update(berkas).where(berkas.c.id == lama[1]).values(late_submission_penalty=hasil.potongan)
            )
            return str(lama[1])
        berkas_id = _id("submitted_notebook", peserta, hasil.latihan)
        self._db.execute(
            insert(berkas).values(
                id=berkas_id,
                assignment_id=serah_id,
                notebook_id=tugas.notebook_id,
                flagged=False,
                late_submission_penalty=hasil.potongan,
            )
        )
        return berkas_id

    def _write_grades(self, peserta: str, hasil: Hasil, tugas: Tugas, berkas_id: str) -> None:
        grade = self._t["grade"]
        lama = {
            baris.cell_id: baris
            for baris in self._db.execute(
                select(grade.c.id, grade.c.cell_id, grade.c.manual_score, grade.c.needs_manual_grade).where(
                    grade.c.notebook_id == berkas_id
                )
            )
        }
        baru = []
        for sel in tugas.sel:
            if sel.jenis == "solution":
                continue
            nilai = hasil.nilai.get(sel.nama, Nilai(None, True, False))
            skor = None if nilai.skor is None else min(max(nilai.skor, 0.0), sel.maks)
            ada = lama.get(sel.id)
            isi = {"auto_score": skor, "needs_manual_grade": _needs_person(nilai, skor, ada)}
            if ada is None:
                baru.append(
                    {"id": _id("grade", peserta, hasil.latihan, sel.nama), "notebook_id": berkas_id, "cell_id": sel.id}
                    | isi
                )
            else:
                self._db.execute(update(grade).where(grade.c.id == ada.id).values(isi))
        if baru:
            self._db.execute(insert(grade), baru)

    def _write_comments(self, peserta: str, hasil: Hasil, tugas: Tugas, berkas_id: str) -> None:
        comment = self._t["comment"]
        lama = dict(
            self._db.execute(select(comment.c.cell_id, comment.c.id).where(comment.c.notebook_id == berkas_id)).all()
        )
        baru = []
        for sel in tugas.sel:
            if sel.jenis == "grade":
                continue
            teks = hasil.nilai[sel.nama].komentar if sel.nama in hasil.nilai else None
            if sel.id in lama:
                self._db.execute(update(comment).where(comment.c.id == lama[sel.id]).values(auto_comment=teks))
            else:
                baru.append(
                    {
                        "id": _id("comment", peserta, hasil.latihan, sel.nama),
                        "notebook_id": berkas_id,
                        "cell_id": sel.id,
                        "auto_comment": teks,
                    }
                )
        if baru:
            self._db.execute(insert(comment), baru)

    def write_manual(self, peserta: str, latihan: str, sel: str, skor: float | None, komentar: str | None) -> None:
        """A person's mark and comment for one cell, exactly as formgrader stores them."""
        grade, comment = self._t["grade"], self._t["comment"]
        with self._db.begin():
            tugas = self.tugas(latihan)
            cell = next((satu for satu in tugas.sel if satu.nama == sel), None)
            if cell is None:
                raise TidakDitemukan(f"Sel “{sel}” tidak ada di latihan {latihan}.", kode="sel-tidak-ada")
            if skor is not None and not 0 <= skor <= cell.maks:
                raise ValueError(f"{skor} is not within 0 and {cell.maks}")
            serah, berkas = self._t["submitted_assignment"], self._t["submitted_notebook"]
            berkas_id = self._db.execute(
                select(berkas.c.id)
                .join(serah, berkas.c.assignment_id == serah.c.id)
                .where(serah.c.student_id == peserta, serah.c.assignment_id == tugas.assignment_id)
            ).scalar_one()
            di_sini = (grade.c.notebook_id == berkas_id, grade.c.cell_id == cell.id)
            otomatis = self._db.execute(select(grade.c.auto_score).where(*di_sini)).scalar_one()
            self._db.execute(
                update(grade)
                .where(*di_sini)
                .values(manual_score=skor, needs_manual_grade=skor is None and otomatis is None)
            )
            self._db.execute(
                update(comment)
                .where(comment.c.notebook_id == berkas_id, comment.c.cell_id == cell.id)
                .values(manual_comment=komentar)
            )

    def query(self, pertanyaan: Select[Any]) -> list[Row[Any]]:
        """Ask without leaving a transaction open."""
        baris = list(self._db.execute(pertanyaan).all())
        self._db.rollback()
        return baris

    @property
    def tabel(self) -> Mapping[str, Table]:
        """The tables by name, for questions."""
        return self._t


def _needs_person(nilai: Nilai, skor: float | None, ada: Any) -> bool:
    """A mark given by a person stands while the answer is the same; a new answer asks for a new look."""
    if ada is None or ada.manual_score is None:
        return skor is None or nilai.perlu_instruktur
    return True if nilai.berubah else bool(ada.needs_manual_grade)


def _whole_letters(teks: str) -> str:
    """Half letters that a participant's file brought along cannot be stored; they become question marks."""
    return teks.encode("utf-8", "replace").decode()


def _id(*bagian: str) -> str:
    """A row id that is the same on every machine, in the 32 hex digits nbgrader uses."""
    return hashlib.blake2b("\x1f".join(bagian).encode(), digest_size=16).hexdigest()
