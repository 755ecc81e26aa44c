"""A package for one person who studies alone in a clone: all exercises, no class, no deadline, no inbox.

Scene: ``bimtek mulai`` where nothing was handed out. May import: kit, simulator.workflow (when called).
Facts: the same seed gives the same situations. Add: nothing; what a package holds is in package.py.
"""

from __future__ import annotations

from pathlib import Path

from exercises.kit import catalog
from exercises.kit.build import participant_notebook
from exercises.kit.office import classroom_office
from exercises.kit.package import PackageInfo, bahan, write_package

KELAS = "Belajar mandiri"
PESERTA = "mandiri"
NAMA = "Peserta Mandiri"


def write_self_study(folder: Path, *, benih: int) -> PackageInfo:
    """Write or refresh the self-study folder; answers already there stay as they are."""
    isi = []
    for nama in catalog.exercise_ids():
        exercise = catalog.load(nama)
        isi.append(bahan(exercise, exercise.checks.make_case(benih), participant_notebook(exercise)))
    return write_package(
        folder,
        kelas=KELAS,
        peserta=PESERTA,
        nama=NAMA,
        isi=isi,
        tulis_kantor=lambda tujuan: _write_office(benih, tujuan),
    )


def _write_office(benih: int, tujuan: Path) -> None:
    from simulator.workflow.founding import found_office

    found_office(classroom_office(benih), tujuan, benih_publik=False)
