"""A package for one person who studies alone in a clone: all exercises, no class, no deadline, no inbox.

Scene: ``bimtek mulai`` where nothing was handed out. May import: kit, simulator.workflow (when called).
Facts: the same seed gives the same situations. Add: nothing; what a package holds is in package.py.
"""

from __future__ import annotations

from pathlib import Path

from exercises.kit import catalog
from exercises.kit.build import participant_notebook
from exercises.kit.case import Case
from exercises.kit.closing import participant_office
from exercises.kit.office import classroom_office
from exercises.kit.package import PackageInfo, bahan, write_package

KELAS = "Belajar mandiri"
PESERTA = "mandiri"
NAMA = "Peserta Mandiri"


def write_self_study(folder: Path, *, benih: int) -> PackageInfo:
    """Write or refresh the self-study folder; answers already there stay as they are."""
    latihan = [catalog.load(nama) for nama in catalog.exercise_ids()]
    kasus = [(exercise, exercise.checks.make_case(benih)) for exercise in latihan]
    isi = [bahan(exercise, case, participant_notebook(exercise)) for exercise, case in kasus]
    return write_package(
        folder,
        kelas=KELAS,
        peserta=PESERTA,
        nama=NAMA,
        isi=isi,
        tulis_kantor=lambda tujuan: _write_office(benih, kasus, tujuan),
    )


def _write_office(benih: int, kasus: list[tuple[catalog.Exercise, Case]], tujuan: Path) -> None:
    from simulator.workflow.founding import found_office

    found_office(participant_office(classroom_office(benih), kasus), tujuan, benih_publik=False)
