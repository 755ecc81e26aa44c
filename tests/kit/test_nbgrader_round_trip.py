"""nbgrader itself takes the notebooks: generate, autograde, gradebook; traps stay closed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from tests_kit_paths import CONTOH

from exercises.kit.build import build_source, participant_notebook
from exercises.kit.case import dump_json
from exercises.kit.catalog import EXERCISES_VARIABLE
from exercises.kit.cells import checksum

pytest.importorskip("nbgrader")

DRIVER = """
import json, logging, sys
logging.disable(logging.WARNING)
from nbgrader.apps import NbGraderAPI
from nbgrader.api import Gradebook
from traitlets.config import Config
config = Config()
config.CourseDirectory.course_id = "uji"
config.CourseDirectory.root = sys.argv[1]
config.Execute.shutdown_kernel = "immediate"
api = NbGraderAPI(config=config)
rakit = api.generate_assignment("01_contoh")
hasil = {"rakit": rakit["success"] or rakit.get("log", ""), "nilai": {}, "sukses": {}}
for peserta in sys.argv[2:]:
    nilai = api.autograde("01_contoh", peserta)
    hasil["sukses"][peserta] = nilai["success"] or nilai.get("log", "") + nilai.get("error", "")
with Gradebook("sqlite:///" + sys.argv[1] + "/gradebook.db") as buku:
    for peserta in sys.argv[2:]:
        kiriman = buku.find_submission_notebook("01_contoh", "01_contoh", peserta)
        hasil["nilai"][peserta] = {
            grade.name: [grade.auto_score, grade.max_score, grade.needs_manual_grade] for grade in kiriman.grades
        }
hasil["formgrader"] = [
    [satu["student"], satu["autograded"], satu["needs_manual_grade"], satu["score"]]
    for satu in api.get_submissions("01_contoh")
]
print(json.dumps(hasil))
"""


@pytest.fixture
def kelas(kursus: Path, contoh, kasus) -> Path:
    """A course with source, keys and three submissions: right, unreadable, tampered notebook."""
    nama = "01_contoh"
    (kursus / "source" / nama).mkdir(parents=True)
    nbformat.write(build_source(contoh), kursus / "source" / nama / f"{nama}.ipynb")
    kunci = (kursus / "kunci" / "p001" / f"{nama}.json").read_text(encoding="utf-8")
    for peserta in ("p003", "p004"):
        (kursus / "kunci" / peserta).mkdir()
        (kursus / "kunci" / peserta / f"{nama}.json").write_text(kunci, encoding="utf-8")
    return kursus


def _submit(kelas: Path, peserta: str, buku: nbformat.NotebookNode, jawaban: bytes | None) -> None:
    folder = kelas / "submitted" / peserta / "01_contoh"
    folder.mkdir(parents=True)
    nbformat.write(buku, folder / "01_contoh.ipynb")
    if jawaban is not None:
        (folder / "jawaban.json").write_bytes(jawaban)


def test_marks_of_plain_nbgrader_are_ours(kelas, contoh, kasus, acuan, as_bytes, root) -> None:
    buku = participant_notebook(contoh)
    curang = participant_notebook(contoh)
    for cell in curang.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.source = "40.0"
    _submit(kelas, "p001", buku, as_bytes(acuan))
    _submit(kelas, "p003", buku, b"{rusak")
    _submit(kelas, "p004", curang, as_bytes({"pilah": acuan["pilah"]}))
    # nbgrader calls the program alembic by name; the folder of this Python has it, also when no environment is active.
    jalan = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    lingkungan = {**os.environ, EXERCISES_VARIABLE: str(CONTOH), "PYTHONPATH": str(root), "PATH": jalan}
    proses = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", DRIVER, str(kelas), "p001", "p003", "p004"],
        cwd=kelas, env=lingkungan, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert proses.returncode == 0, proses.stderr
    hasil = json.loads(proses.stdout.splitlines()[-1])

    assert hasil["rakit"] is True
    assert set(hasil["sukses"].values()) == {True}
    assert hasil["nilai"]["p001"] == {
        "check-pilah": [40.0, 40.0, False],
        "check-susun": [40.0, 40.0, False],
        "manual-alasan": [None, 20.0, True],
    }
    for peserta, harus in {"p003": [0.0, 0.0], "p004": [40.0, 0.0]}.items():
        nilai = hasil["nilai"][peserta]
        assert [nilai["check-pilah"][0], nilai["check-susun"][0]] == harus
    assert sorted(satu[0] for satu in hasil["formgrader"] if satu[2]) == ["p001", "p003", "p004"]
    dinilai = (kelas / "autograded" / "p001" / "01_contoh" / "01_contoh.ipynb").read_text(encoding="utf-8")
    assert "Karena hasil kerja lebih penting daripada kegiatan." in dinilai
    assert "Rubrik (20 poin)" in dinilai
    assert '"name": "stderr"' not in dinilai
    _compare_release(kelas, contoh)


def _compare_release(kelas: Path, contoh) -> None:
    rilis = nbformat.read(kelas / "release" / "01_contoh" / "01_contoh.ipynb", as_version=4)
    kita = participant_notebook(contoh)

    assert [cell.source for cell in rilis.cells] == [cell.source for cell in kita.cells]
    assert [cell.metadata.get("nbgrader") for cell in rilis.cells] == [
        cell.metadata.get("nbgrader") for cell in kita.cells
    ]


def test_our_checksum_is_nbgraders(contoh) -> None:
    from nbgrader.utils import compute_checksum

    for cell in participant_notebook(contoh).cells:
        if "nbgrader" in cell.metadata:
            assert checksum(cell) == compute_checksum(cell)


def test_every_cell_passes_nbgraders_own_validator(contoh) -> None:
    from nbgrader.nbgraderformat.v3 import MetadataValidatorV3

    for buku in (build_source(contoh), participant_notebook(contoh)):
        MetadataValidatorV3().validate_nb(buku)
        assert dump_json(buku.metadata["bimtek"])
