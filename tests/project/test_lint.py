"""Format, lint and types are clean, so that every file reads as if one person had written it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
    ids=["lint", "format", "types"],
)
def test_sources_are_clean(root: Path, command: list[str]) -> None:
    run = subprocess.run([sys.executable, "-m", *command], cwd=root, capture_output=True, text=True, check=False)

    assert run.returncode == 0, (run.stdout + run.stderr)[-4000:]
