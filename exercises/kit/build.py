"""From ``solution.py`` to the notebooks of a course: one way, strict, the same bytes every time.

Scene: the instructor's clone; participants get what comes out of it. May import: kit, nbformat; jupytext when called.
Facts: tags and ids in cells.py, points in exercise.yaml. A doubt is refused, never guessed.
Add: a demand on authors as one function here and a test that breaks it.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import nbformat

from exercises.kit.answers import ANSWER_FILE
from exercises.kit.case import Case
from exercises.kit.catalog import Exercise
from exercises.kit.cells import (
    CHECK,
    FORM,
    MANUAL,
    SETUP,
    SOLUTION,
    WITH_SOAL,
    WITHOUT_SOAL,
    cell_id,
    checksum,
    nbgrader_metadata,
    notebook_metadata,
)
from exercises.kit.grading import DINILAI, KOSONG, grade_answer
from exercises.kit.leak import leaks
from exercises.kit.shape import check_shape
from exercises.kit.spec import SoalSpec
from simulator.domain.errors import DataTidakSah

BUILD_SEED = 1
BEGIN_SCHEME = "<!-- BEGIN MARK SCHEME -->"
END_SCHEME = "<!-- END MARK SCHEME -->"
_REGION = re.compile(r"\b(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)\b")
_CALLS = {FORM: "form", CHECK: "score", SOLUTION: "fill"}


class LatihanDitolak(DataTidakSah):
    """The build refuses an exercise; the message says which cell and what to change."""

    kode_bawaan = "latihan-ditolak"


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell of solution.py. ``kind`` is "" for plain text."""

    nomor: int
    cell_type: str
    source: str
    kind: str
    soal: str


def build_source(exercise: Exercise) -> nbformat.NotebookNode:
    """The nbgrader source notebook: forms, checks, and task cells with their rubric as mark scheme.

    Raises: LatihanDitolak — the exercise is not fit to be given out.
    """
    _check_folder(exercise)
    cells = _read_cells(exercise)
    _check_cells(exercise, cells)
    _check_case(exercise)
    buku = _notebook(exercise, [cell for cell in cells if cell.kind != SOLUTION])
    _check_leak(exercise, cells, buku)
    return buku


def author_notebook(exercise: Exercise) -> nbformat.NotebookNode:
    """The source notebook with its solution cells, to be run by authors and tests. Never give it out."""
    cells = _read_cells(exercise)
    _check_cells(exercise, cells)
    return _notebook(exercise, cells)


def participant_notebook(exercise: Exercise) -> nbformat.NotebookNode:
    """What nbgrader's generate_assignment makes of the source: no mark scheme, cells locked, checksums set."""
    return release(build_source(exercise))


def release(buku: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The participant version of a source notebook, without touching a gradebook."""
    hasil = copy.deepcopy(buku)
    for cell in hasil.cells:
        if "nbgrader" not in cell.metadata:
            continue
        cell.source = _without_scheme(cell.source)
        cell.metadata["deletable"] = False
        cell.metadata["editable"] = False
        cell.metadata["nbgrader"]["checksum"] = checksum(cell)
        cell.metadata["nbgrader"]["cell_type"] = cell.cell_type
    return hasil


def _check_folder(exercise: Exercise) -> None:
    sisa = sorted(berkas.name for berkas in exercise.folder.glob("jawaban*.json"))
    if sisa or (exercise.folder / ANSWER_FILE).exists():
        raise LatihanDitolak(
            f"Folder exercises/{exercise.nama} memuat {', '.join(sisa)}. Hapus berkas itu: nbgrader akan menimpa "
            "jawaban setiap peserta dengannya.",
            kode="jawaban-di-sumber",
        )


def _read_cells(exercise: Exercise) -> list[_Cell]:
    import jupytext

    teks = (exercise.folder / "solution.py").read_text(encoding="utf-8")
    buku = jupytext.reads(teks, fmt="py:percent")
    return [_cell(exercise, nomor, cell) for nomor, cell in enumerate(buku.cells, 1)]


def _cell(exercise: Exercise, nomor: int, cell: Any) -> _Cell:
    tags = list(cell.metadata.get("tags", ()))
    lain = sorted(set(cell.metadata) - {"tags", "lines_to_next_cell"})
    if lain:
        raise _tolak(exercise, nomor, f"metadata {', '.join(lain)} tidak dipakai; poin dan id diatur exercise.yaml")
    if len(tags) > 1:
        raise _tolak(exercise, nomor, f"ada {len(tags)} tag, satu sel hanya boleh punya satu tag")
    kind, _, soal = tags[0].partition(":") if tags else ("", "", "")
    if tags and not ((kind in WITH_SOAL and soal) or tags[0] in WITHOUT_SOAL):
        raise _tolak(exercise, nomor, f"tag “{tags[0]}” tidak dikenal")
    if cell.cell_type not in ("code", "markdown"):
        raise _tolak(exercise, nomor, f"jenis sel {cell.cell_type} tidak dipakai")
    return _Cell(nomor, cell.cell_type, cell.source, kind, soal)


def _check_cells(exercise: Exercise, cells: list[_Cell]) -> None:
    for cell in cells:
        _check_type(exercise, cell)
        _check_regions(exercise, cell)
        if cell.kind in _CALLS:
            _check_call(exercise, cell)
    berkode = [cell for cell in cells if cell.cell_type == "code"]
    if [cell.kind for cell in cells].count(SETUP) != 1 or berkode[0].kind != SETUP:
        raise _tolak(exercise, 1, "harus ada tepat satu sel setup, sebagai sel kode pertama")
    dikenal = {soal.id for soal in exercise.spec.soal}
    for cell in cells:
        if cell.soal and cell.soal not in dikenal:
            raise _tolak(exercise, cell.nomor, f"soal “{cell.soal}” tidak ada di exercise.yaml")
    for soal in exercise.spec.soal:
        _check_soal(exercise, cells, soal)


def _check_type(exercise: Exercise, cell: _Cell) -> None:
    harus = "markdown" if cell.kind in ("", MANUAL) else "code"
    if cell.cell_type != harus:
        sebab = "sel kode tanpa tag" if not cell.kind else f"sel “{cell.kind}” harus sel {harus}"
        raise _tolak(exercise, cell.nomor, f"{sebab}; peserta tidak menulis kode")


def _check_regions(exercise: Exercise, cell: _Cell) -> None:
    terbuka = ""
    for tanda, apa in _REGION.findall(cell.source):
        if apa != "MARK SCHEME" or cell.kind != MANUAL:
            raise _tolak(exercise, cell.nomor, f"daerah {apa} tidak dipakai di sini; pakai tag sel")
        if (tanda == "BEGIN") == bool(terbuka):
            raise _tolak(exercise, cell.nomor, f"daerah {apa} bersarang atau ditutup tanpa dibuka")
        terbuka = apa if tanda == "BEGIN" else ""
    if terbuka:
        raise _tolak(exercise, cell.nomor, f"daerah {terbuka} belum ditutup")


def _check_call(exercise: Exercise, cell: _Cell) -> None:
    """The cell must end in the call its tag promises, for the same question."""
    try:
        pernyataan = ast.parse(cell.source).body
    except SyntaxError as galat:
        raise _tolak(exercise, cell.nomor, f"kode tidak dapat dibaca ({galat.msg})") from galat
    akhir = pernyataan[-1].value if pernyataan and isinstance(pernyataan[-1], ast.Expr) else None
    nama = _CALLS[cell.kind]
    cocok = isinstance(akhir, ast.Call) and isinstance(akhir.func, ast.Name) and akhir.func.id == nama
    pertama = akhir.args[0] if isinstance(akhir, ast.Call) and akhir.args else None
    soal = pertama.value if isinstance(pertama, ast.Constant) else None
    if not cocok or (cell.soal and soal != cell.soal):
        raise _tolak(exercise, cell.nomor, f"sel “{cell.kind}” harus diakhiri {nama}(“{cell.soal or 'soal'}”)")


def _check_soal(exercise: Exercise, cells: list[_Cell], soal: SoalSpec) -> None:
    urutan = [cell.kind for cell in cells if cell.soal == soal.id]
    harus = [FORM, MANUAL] if soal.manual else [FORM, CHECK]
    if urutan != harus:
        ada = ", ".join(urutan) or "tidak ada"
        raise LatihanDitolak(
            f"exercises/{exercise.nama}/solution.py, soal {soal.id}: harus ada sel {' lalu '.join(harus)} "
            f"masing-masing satu kali; yang ada: {ada}.",
            kode="sel-soal",
        )


def _check_case(exercise: Exercise) -> None:
    """The case can be drawn, the model answer earns everything, no answer earns nothing."""
    case: Case = exercise.checks.make_case(BUILD_SEED)
    check_shape(case, exercise.spec)
    acuan = exercise.checks.reference_answer(case)
    penuh = grade_answer(exercise, case, _as_file(case, acuan))
    kosong = grade_answer(exercise, case, None)
    if penuh.galat or kosong.galat:
        raise LatihanDitolak(f"checks.py {exercise.nama} gagal:\n{penuh.galat or kosong.galat}", kode="galat-pemeriksa")
    kurang = [soal for soal, hasil in penuh.soal.items() if hasil.jenis == "auto" and hasil.skor != hasil.maks]
    if kurang or penuh.status != DINILAI or penuh.problems:
        sebab = "; ".join([f"soal {soal} tidak penuh" for soal in kurang] + [satu.pesan for satu in penuh.problems])
        raise LatihanDitolak(f"Jawaban acuan {exercise.nama} tidak penuh: {sebab}.", kode="acuan-tidak-penuh")
    if kosong.status != KOSONG or kosong.skor != 0:
        raise LatihanDitolak(f"Jawaban kosong {exercise.nama} mendapat {kosong.skor:g} poin.", kode="kosong-bernilai")


def _as_file(case: Case, soal: dict[str, Any]) -> bytes:
    from exercises.kit.answers import AnswerFile
    from exercises.kit.case import dump_json

    return dump_json(AnswerFile(case.latihan, "acuan", soal).to_dict()).encode()


def _notebook(exercise: Exercise, cells: list[_Cell]) -> nbformat.NotebookNode:
    buku = nbformat.v4.new_notebook(metadata=notebook_metadata(exercise.nama))
    buku.nbformat_minor = 5
    for urutan, cell in enumerate(cells, 1):
        buku.cells.append(_build_cell(exercise, cell, urutan))
    nbformat.validate(buku)
    return buku


def _build_cell(exercise: Exercise, cell: _Cell, urutan: int) -> nbformat.NotebookNode:
    meta: dict[str, Any] = {}
    nama = f"{cell.kind or 'teks'}-{cell.soal or urutan}"
    sumber = cell.source
    if cell.cell_type == "code":
        meta = {"jupyter": {"source_hidden": True}, "tags": [f"bimtek-{cell.kind}"]}
    if cell.kind and cell.kind != SOLUTION:
        poin = exercise.spec.soal_by_id(cell.soal).poin if cell.soal else 0.0
        meta["nbgrader"] = nbgrader_metadata(cell.kind, cell.soal, poin)
    if cell.kind == MANUAL:
        sumber = _with_scheme(sumber, exercise.spec.soal_by_id(cell.soal))
    new = nbformat.v4.new_code_cell if cell.cell_type == "code" else nbformat.v4.new_markdown_cell
    return new(sumber, id=cell_id(exercise.spec.uuid, nama), metadata=meta)


def _with_scheme(sumber: str, soal: SoalSpec) -> str:
    if "BEGIN MARK SCHEME" in sumber:
        return sumber
    # A list: formgrader draws tables without space between their columns.
    baris = [f"- **{satu.kriteria}** ({satu.poin:g} poin): {satu.uraian}" for satu in soal.rubrik]
    rubrik = [f"**Rubrik ({soal.poin:g} poin)**", "", *baris, ""]
    return "\n".join([sumber.rstrip(), "", BEGIN_SCHEME, "", *rubrik, END_SCHEME])


def _without_scheme(sumber: str) -> str:
    return "\n".join(_outside_regions(sumber.split("\n")))


def _outside_regions(baris: list[str]) -> Iterator[str]:
    # nbgrader drops the two delimiter lines and everything between them, nothing else.
    di_dalam = False
    for satu in baris:
        if "BEGIN MARK SCHEME" in satu:
            di_dalam = True
        elif "END MARK SCHEME" in satu:
            di_dalam = False
        elif not di_dalam:
            yield satu


def _check_leak(exercise: Exercise, cells: list[_Cell], buku: nbformat.NotebookNode) -> None:
    solusi = tuple(cell.source for cell in cells if cell.kind == SOLUTION)
    teks = nbformat.writes(release(buku))
    bocor = leaks(teks, exercise, exercise.checks.make_case(BUILD_SEED), solusi)
    if bocor:
        raise LatihanDitolak(
            f"Versi peserta {exercise.nama} membocorkan jawaban: {'; '.join(bocor)}. Hapus dari solution.py.",
            kode="jawaban-bocor",
        )


def _tolak(exercise: Exercise, nomor: int, sebab: str) -> LatihanDitolak:
    return LatihanDitolak(f"exercises/{exercise.nama}/solution.py, sel {nomor}: {sebab}.", kode="sel")
