"""The exercises that this clone holds, found by walking the folders.

Scene: authors, build, grading. In a participant's installation the folders are absent and the catalog is empty.
May import: kit. Facts: a folder NN_name with exercise.yaml is an exercise.
Add: a folder; nothing is registered anywhere.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from exercises.kit.spec import SPEC_FILE, ExerciseSpec, load_spec
from simulator.domain.errors import TidakDitemukan

EXERCISES_FOLDER = Path(__file__).resolve().parent.parent
# An institution that keeps exercises of its own outside the clone names their folder here.
EXERCISES_VARIABLE = "BIMTEK_FOLDER_LATIHAN"
_NAMA = re.compile(r"\d{2}_[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise: its description, its checks (a module with make_case, grade, …) and its folder."""

    spec: ExerciseSpec
    checks: ModuleType
    folder: Path

    @property
    def nama(self) -> str:
        """The id used everywhere: folder, nbgrader assignment and notebook name."""
        return self.spec.nama


def exercises_folder() -> Path:
    """Where exercises are looked for."""
    return Path(os.environ.get(EXERCISES_VARIABLE) or EXERCISES_FOLDER)


def exercise_ids(root: Path | None = None) -> tuple[str, ...]:
    """Ids of the exercises present, in teaching order."""
    induk = root or exercises_folder()
    return tuple(
        sorted(
            folder.name for folder in induk.iterdir() if _NAMA.fullmatch(folder.name) and (folder / SPEC_FILE).is_file()
        )
    )


def load(latihan: str, root: Path | None = None) -> Exercise:
    """Load one exercise by id.

    Raises: TidakDitemukan — this installation does not hold it.
    """
    folder = (root or exercises_folder()) / latihan
    if not _NAMA.fullmatch(latihan) or not (folder / SPEC_FILE).is_file():
        daftar = ", ".join(exercise_ids(root)) or "tidak ada (pemasangan peserta)"
        raise TidakDitemukan(
            f"Latihan “{latihan}” tidak ada di pemasangan ini. Latihan yang ada: {daftar}.", kode="latihan"
        )
    return load_folder(folder)


@lru_cache(maxsize=64)
def load_folder(folder: Path) -> Exercise:
    """Load an exercise from its folder, wherever that is (tests keep a small one of their own)."""
    return Exercise(load_spec(folder), load_module(folder / "checks.py"), folder)


def load_module(berkas: Path) -> ModuleType:
    """A Python file of an exercise folder as a module; folder names start with a digit and cannot be imported.

    Raises: TidakDitemukan — there is no such file.
    """
    # The name carries the place, so that two folders with a checks.py never share one module.
    sidik = hashlib.blake2b(str(berkas).encode(), digest_size=4).hexdigest()
    nama = f"latihan_{berkas.parent.name}_{sidik}_{berkas.stem}"
    if nama in sys.modules:
        return sys.modules[nama]
    # With a search path the other files of the folder are parts of this module: ``from .kata import rata`` works.
    spec = importlib.util.spec_from_file_location(nama, berkas, submodule_search_locations=[str(berkas.parent)])
    if spec is None or spec.loader is None or not berkas.is_file():
        raise TidakDitemukan(f"{berkas} tidak dapat dimuat. Periksa nama dan isi berkas itu.", kode="checks")
    modul = importlib.util.module_from_spec(spec)
    sys.modules[nama] = modul  # dataclasses and pickling look the module up by name
    try:
        spec.loader.exec_module(modul)
    except BaseException:
        del sys.modules[nama]
        raise
    return modul
