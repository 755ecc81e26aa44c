"""The README tells the truth: its commands, folders and pictures exist."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest

from simulator.commands.app import SUBCOMMANDS, build_app


@pytest.fixture(scope="module")
def readme() -> str:
    return (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def setup_lines(text: str, start: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(start)]


def test_there_are_exactly_two_setup_commands_each_with_a_windows_form(readme: str) -> None:
    unix, windows = setup_lines(readme, "python3 -m venv"), setup_lines(readme, "py -m venv")

    assert len(unix) == len(windows) == 2
    assert unix[0].endswith("bimtek demo")
    assert "pytest" in unix[1]
    for line, twin in zip(unix, windows, strict=True):
        translated = line.replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\")
        assert translated == twin


def test_setup_commands_name_extras_that_exist(readme: str, root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text())["project"]["optional-dependencies"]

    named = re.findall(r"\.\[([a-z,]+)\]", "\n".join(setup_lines(readme, "python3 -m venv")))

    assert named == ["instruktur", "uji"]
    assert set(named) <= set(extras)


def test_every_bimtek_command_in_the_readme_exists_and_every_command_is_in_the_readme(readme: str) -> None:
    from typer.main import get_command

    root_command = get_command(build_app())
    spoken = set(re.findall(r"bimtek ([a-z]+)(?: ([a-z|-]+))?", readme))

    for name, sub in spoken:
        assert name in root_command.commands, f"README names “bimtek {name}”, which does not exist"
        group = root_command.commands[name]
        for part in filter(None, sub.split("|")):
            if hasattr(group, "commands"):
                assert part in group.commands, f"README names “bimtek {name} {part}”, which does not exist"
    assert {entry.name for entry in SUBCOMMANDS} <= {name for name, _ in spoken}


def test_commands_in_the_handbook_exist_with_the_options_they_are_given(root: Path) -> None:
    from typer.main import get_command

    pages = sorted((root / "instructor" / "handbook").glob("*.md"))
    typed = [line for page in pages for line in re.findall(r"`bimtek ([^`]+)`", page.read_text(encoding="utf-8"))]
    unknown = [line for line in typed if not _known(get_command(build_app()), shlex.split(line))]

    assert "instansi buat --skenario dinas_kesehatan --benih 7 --keluaran kelas.ekin.db" in typed
    assert unknown == []


def _known(command: Any, words: list[str]) -> bool:
    while words and hasattr(command, "commands"):
        if words[0] not in command.commands:
            return False
        command, words = command.commands[words[0]], words[1:]
    options = {name for param in command.params for name in param.opts}
    return {word for word in words if word.startswith("--")} <= options


def test_links_and_pictures_lead_somewhere(readme: str, root: Path) -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in target]

    missing = [target for target in targets if not (root / target).exists()]

    assert targets
    assert missing == []


def test_top_level_holds_nothing_beside_the_five_folders_and_what_tools_require(root: Path) -> None:
    import subprocess

    listed = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    top = {line.split("/")[0] for line in listed}

    assert top <= {
        "modules", "simulator", "exercises", "instructor", "tests", "pyproject.toml", "README.md",
        "LICENSE", ".gitignore", ".gitattributes", ".ci", "CHANGELOG.md",
    }  # fmt: skip


@pytest.mark.parametrize(
    "folder",
    ["simulator/web", "simulator/workflow", "simulator/commands", "simulator/notebook/kantor", "tests/browser"],
)
def test_every_file_of_a_folder_stands_in_its_readme(root: Path, folder: str) -> None:
    text = (root / folder / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in (root / folder).glob("*.py")} - {"__init__.py"}

    assert {name for name in files if f"`{name}`" not in text} == set()
    named = set(re.findall(r"`(\w+\.py)`", re.sub(r"(?m)^(?!\|).*$", "", text)))
    assert {name for name in named if not (root / folder / name).is_file()} == set(), "files that are gone"
