"""Whose case is it? A submission carries the case it answers, and every participant has another one.

Scene: ``kelas kumpulkan``. May import: exercises.kit, instructor.course.kelas.
Facts: a package says who handed in, and anybody can edit that; the case inside tells whose folder it came from.
Add: nothing; a case that belongs to nobody was edited and is only remarked (grading uses the trusted one).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from exercises.kit.case import Case
from instructor.course.kelas import Kelas
from simulator.domain.errors import BimtekError

MAKS_KASUS = 4 * 1024 * 1024


class Pemilik:
    """Finds the participant a shown case was drawn for. Keys are read once per exercise, and only when needed."""

    def __init__(self, kelas: Kelas, peserta: Iterable[str]) -> None:
        self._kelas = kelas
        self._peserta = tuple(peserta)
        self._kasus: dict[str, dict[str, str]] = {}

    def other_owner(self, peserta: str, latihan: str, kasus: bytes | None) -> str:
        """The other participant this case was drawn for; "" when it is one's own, edited, or not there."""
        if kasus is None or len(kasus) > MAKS_KASUS:
            return ""
        try:
            isi = _canonical(json.loads(kasus))
        except (ValueError, RecursionError):
            return ""
        if isi == self._shown(peserta, latihan):
            return ""
        if latihan not in self._kasus:
            self._kasus[latihan] = {self._shown(satu, latihan): satu for satu in self._peserta}
        pemilik = self._kasus[latihan].get(isi, "")
        return "" if pemilik == peserta else pemilik

    def _shown(self, peserta: str, latihan: str) -> str:
        try:
            return _canonical(Case.read(self._kelas.kunci(peserta, latihan)).tampilan)
        except (BimtekError, OSError):
            return f"tanpa kunci: {peserta}"  # nothing was handed out to this person yet


def _canonical(isi: Any) -> str:
    return json.dumps(isi, ensure_ascii=False, sort_keys=True)
