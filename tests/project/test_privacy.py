"""People are synthetic: no number in the repository could be a real civil servant's."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

EIGHTEEN_DIGITS = re.compile(r"(?<!\d)\d{18}(?!\d)")
MOBILE_NUMBER = re.compile(r"(?<!\d)(?:\+62|08)\d{8,11}(?!\d)")
SIXTEEN_DIGITS = re.compile(r"(?<![\d.])[1-9]\d{15}(?!\d)")
# Hosts of package registries: whoever installs chooses their own.
REGISTRY = re.compile(r"pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian", re.IGNORECASE)


def tracked_texts(root: Path) -> list[tuple[Path, str]]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    texts = []
    for name in listing.decode().split("\0"):
        path = root / name
        if not name or not path.is_file() or path == Path(__file__):
            continue
        try:
            texts.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return texts


def looks_like_nip(number: str) -> bool:
    year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
    return 1940 <= year <= 2012 and 1 <= month <= 12 and 1 <= day <= 31


def test_every_nip_has_a_serial_that_is_never_issued(root: Path) -> None:
    real_looking = [
        (str(path.relative_to(root)), number)
        for path, text in tracked_texts(root)
        for number in EIGHTEEN_DIGITS.findall(text)
        if looks_like_nip(number) and not 900 <= int(number[-3:]) <= 999
    ]

    assert real_looking == []


def test_no_identity_or_phone_number_stands_anywhere(root: Path) -> None:
    found = [
        (str(path.relative_to(root)), number)
        for path, text in tracked_texts(root)
        if path.suffix in {".csv", ".yaml", ".yml", ".md", ".tsv", ".json"}
        for number in MOBILE_NUMBER.findall(text) + SIXTEEN_DIGITS.findall(text)
    ]

    assert found == []


def test_no_package_registry_is_named(root: Path) -> None:
    found = [str(path.relative_to(root)) for path, text in tracked_texts(root) if REGISTRY.search(text)]

    assert found == []
