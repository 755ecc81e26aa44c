"""Digests that tell whether a submission must be graded again.

Scene: resume of ``kelas nilai``. May import: exercises.kit.catalog; standard library.
Facts: a result depends on the answer, the case with its key, and the judge — checks, exercise.yaml, the kit, the
rules and the wording engine. When none of these changed, neither can the result.
Add: a new part of the judge is a folder in BAGIAN_HAKIM.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from exercises.kit.catalog import Exercise

_AKAR = Path(__file__).resolve().parents[2]
BAGIAN_HAKIM = ("exercises/kit", "simulator/rules", "simulator/wording", "simulator/domain", "instructor/grading")
_ISI_HAKIM = (".py", ".yaml", ".csv", ".json", ".txt")


def _hash_folder(sidik: hashlib.blake2b, folder: Path) -> None:
    for berkas in sorted(folder.rglob("*")):
        if berkas.suffix in _ISI_HAKIM and "labextension" not in berkas.parts and "__pycache__" not in berkas.parts:
            sidik.update(str(berkas.relative_to(folder)).encode())
            sidik.update(hashlib.blake2b(berkas.read_bytes()).digest())


@lru_cache(maxsize=1)
def _shared_judge() -> bytes:
    sidik = hashlib.blake2b()
    for bagian in BAGIAN_HAKIM:
        _hash_folder(sidik, _AKAR / bagian)
    return sidik.digest()


@lru_cache(maxsize=64)
def _judge_of(folder: Path) -> bytes:
    sidik = hashlib.blake2b(_shared_judge())
    _hash_folder(sidik, folder)
    return sidik.digest()


def judge_digest(exercise: Exercise) -> bytes:
    """Digest of everything that decides how this exercise is graded, read once per run."""
    return _judge_of(exercise.folder)


def submission_digest(*bagian: bytes) -> str:
    """Digest of one submission with what it is graded against; the borders between the parts count."""
    sidik = hashlib.blake2b(digest_size=16)
    for satu in bagian:
        sidik.update(len(satu).to_bytes(8, "big"))
        sidik.update(satu)
    return sidik.hexdigest()


def answer_digest(jawaban: Any) -> str:
    """Digest of the answer to one question: has it changed since a person marked it?"""
    teks = json.dumps(jawaban, ensure_ascii=False, sort_keys=True, allow_nan=False)
    return hashlib.blake2b(teks.encode(), digest_size=8).hexdigest()
