"""What participants install holds the office and the forms, and nothing that gives an answer away."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

FORBIDDEN_PARTS = (
    "instructor",
    "tests",
    "modules",
    "solution.py",
    "checks.py",
    "cases.yaml",
    "notes.md",
    "exercise.yaml",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = Path(__file__).resolve().parents[2]
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(source)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def clean_install(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with only the wheel in it; libraries are lent by path, without their .pth files."""
    home = tmp_path_factory.mktemp("bersih") / "venv"
    venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(home)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", "--no-index", str(wheel)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return python


def run_clean(python: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    lent = sysconfig.get_paths()["purelib"]
    environment = {**os.environ, "PYTHONPATH": lent, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [str(python), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_wheel_holds_no_solution_check_key_or_rubric(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    leaked = [name for name in names if set(name.split("/")) & set(FORBIDDEN_PARTS)]

    assert leaked == []
    assert any(name.startswith("exercises/kit/") for name in names)
    assert any(name.endswith("labextensions/bimtek-lab/package.json") for name in names)


def test_installed_wheel_offers_the_participants_commands_only(clean_install: Path, tmp_path: Path) -> None:
    shown = run_clean(clean_install, "-m", "simulator.commands.app", "--help", cwd=tmp_path)

    assert shown.returncode == 0, shown.stderr
    assert {word for word in ("mulai", "instansi", "iki") if word in shown.stdout} == {"mulai", "instansi", "iki"}
    assert "kelas" not in shown.stdout.replace("SIMULASI", "")


def test_installed_wheel_cannot_import_the_instructors_part(clean_install: Path, tmp_path: Path) -> None:
    tried = run_clean(clean_install, "-c", "import instructor", cwd=tmp_path)

    assert tried.returncode != 0
    assert "No module named 'instructor'" in tried.stderr


def test_installed_wheel_cannot_find_planted_faults(wheel: Path, clean_install: Path, tmp_path: Path) -> None:
    tried = run_clean(
        clean_install, "-m", "simulator.commands.app", "instansi", "buat", "--skenario", "dinas_kesehatan", "--benih",
        "3", "--cacat", "B04", "--keluaran", "kantor.ekin.db", cwd=tmp_path,
    )  # fmt: skip

    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "faults" in name]
    assert tried.returncode == 1
    assert "cacat-tidak-terpasang" in tried.stderr
    assert not (tmp_path / "kantor.ekin.db").exists()


def test_installed_wheel_makes_and_verifies_an_institution(clean_install: Path, tmp_path: Path) -> None:
    made = run_clean(
        clean_install, "-m", "simulator.commands.app", "instansi", "buat", "--skenario", "dinas_kesehatan", "--benih",
        "3", "--keluaran", "kantor.ekin.db", cwd=tmp_path,
    )  # fmt: skip
    verified = run_clean(
        clean_install, "-m", "simulator.commands.app", "instansi", "verifikasi", "kantor.ekin.db", cwd=tmp_path
    )

    assert made.returncode == 0, made.stderr
    assert verified.returncode == 0, verified.stdout + verified.stderr
