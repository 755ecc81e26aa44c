"""The import arrows of the design hold: instructor → exercises.kit → simulator, and downward inside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_no_module_imports_against_the_arrows(root: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 broken" in run.stdout


def test_small_folders_never_name_a_simulator_layer_that_does_not_exist(root: Path) -> None:
    named = {
        "commands",
        "notebook",
        "notebook_server",
        "web",
        "workflow",
        "store",
        "institution",
        "wording",
        "rules",
        "domain",
    }

    present = {path.name for path in (root / "simulator").iterdir() if (path / "__init__.py").exists()}

    assert present == named, "a new part of the simulator needs its place in the layers of pyproject.toml"
