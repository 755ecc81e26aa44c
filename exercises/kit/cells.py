"""The cells of a course notebook: the tags authors write, the ids and metadata nbgrader reads.

Scene: the build writes them, the grader and the gradebook find them by name. May import: standard library.
Facts: nbgrader cell metadata, schema version 3 (its nbgraderformat/v3.json); a grade id is letters, digits, - and _.
Add: a tag is a Kind here, its demands in build.py and its row in exercises/README.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

SETUP = "setup"
FORM = "form"
SOLUTION = "solution"
CHECK = "check"
MANUAL = "manual"
WITH_SOAL = (FORM, CHECK, MANUAL)
WITHOUT_SOAL = (SETUP, SOLUTION)
SCHEMA_VERSION = 3
NOTEBOOK_VERSI = 1


def grade_id(kind: str, soal: str = "") -> str:
    """The nbgrader id of a cell: ``check-pilah``, ``manual-alasan``, ``form-pilah``, ``setup``."""
    return f"{kind}-{soal}" if soal else kind


def nbgrader_metadata(kind: str, soal: str, poin: float) -> dict[str, Any]:
    """nbgrader's metadata for one kind of cell. Points only where points are given."""
    isi: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "grade": kind == CHECK,
        "grade_id": grade_id(kind, soal),
        "locked": True,
        "solution": False,
        "task": kind == MANUAL,
    }
    if kind in (CHECK, MANUAL):
        isi["points"] = poin
    return isi


def notebook_metadata(latihan: str) -> dict[str, Any]:
    """Notebook metadata: the kernel every installation has, and what the lab page needs to know."""
    return {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "bimtek": {
            "latihan": latihan,
            "halaman": True,
            "sederhana": True,
            "jalankan_otomatis": True,
            "versi": NOTEBOOK_VERSI,
        },
    }


def cell_id(uuid: str, nama: str) -> str:
    """A cell id that is the same in every build and unlike that of any other exercise."""
    sidik = hashlib.blake2b(f"{uuid}/{nama}".encode(), digest_size=5).hexdigest()
    return f"{nama.replace('_', '-')[:40]}-{sidik}"


def checksum(cell: Mapping[str, Any]) -> str:
    """nbgrader's checksum of a cell, computed without importing nbgrader (a test compares the two)."""
    meta = cell["metadata"]["nbgrader"]
    locked = not meta["solution"] and (meta["grade"] or meta["locked"])
    bagian = [cell["source"], cell["cell_type"], meta["grade"], meta["solution"], locked, meta["grade_id"]]
    if meta["grade"]:
        bagian.append(float(meta["points"]))
    return hashlib.md5("".join(str(satu) for satu in bagian).encode(), usedforsecurity=False).hexdigest()
