"""The lesson pages that go with the exercises, as single HTML files for a package.

Scene: an exercise names its lesson (``modul`` in exercise.yaml); feedback says which part to read again.
May import: kit.catalog; modules/build.py by its place, because lessons are content and not part of the installation.
Facts: modules/glossary.yaml. Add: a lesson is a folder in modules/; nothing is registered here.
"""

from __future__ import annotations

import importlib.util
import re
from functools import lru_cache
from pathlib import Path

from exercises.kit.catalog import EXERCISES_FOLDER

MODULES_FOLDER = EXERCISES_FOLDER.parent / "modules"
READING_FOLDER = "bacaan"


@lru_cache(maxsize=32)
def lesson_page(modul: str) -> str | None:
    """The page of one lesson, None where this installation holds no such lesson."""
    builder = MODULES_FOLDER / "build.py"
    folder = MODULES_FOLDER / modul
    if not builder.is_file() or not (folder / "pelajaran.py").is_file():
        return None
    spec = importlib.util.spec_from_file_location("bimtek_modules_build", builder)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.lesson_page(folder))


@lru_cache(maxsize=1)
def _glossary() -> dict[str, str]:
    import yaml  # only where lessons are

    berkas = MODULES_FOLDER / "glossary.yaml"
    isi = yaml.safe_load(berkas.read_text(encoding="utf-8")) if berkas.is_file() else {}
    return {str(kata).casefold(): str(satu["istilah"]) for kata, satu in isi.items()}


def glossary_term(kata: str) -> str:
    """A word of exercise.yaml as people read it: “BuktiDukung” → “Bukti dukung”; unknown words stay as they are."""
    return _glossary().get(kata.casefold(), kata)


def section_anchor(baca: str) -> str:
    """The place in a lesson page that “Modul 1, bagian 2” names, "" when it names no section."""
    cocok = re.search(r"bagian (\d+)", baca)
    return f"#bagian-{cocok[1]}" if cocok else ""


def reading_path(modul: str) -> Path:
    """Where the page of a lesson lies inside a package."""
    return Path(READING_FOLDER) / f"{modul}.html"
