"""Whose is it? A submission carries the mark of its package and the case it answers; both differ per participant.

Scene: ``kelas kumpulkan``. May import: exercises.kit, instructor.course.kelas.
Facts: a package says who handed in, and anybody can edit that. The mark (an HMAC with the class secret) cannot be
made up; without it, the case inside tells whose folder it came from.
Add: another proof is a step between the levels of kiriman.py, in ``proof``.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from typing import Any

from exercises.kit.case import Case
from instructor.course.kelas import Kelas
from instructor.course.kiriman import BERTANDA, KASUS_SENDIRI, TANDA_ASING, TANPA_BUKTI, Kiriman
from simulator.domain.errors import BimtekError

MAKS_KASUS = 4 * 1024 * 1024


class Pemilik:
    """Finds the participant a shown case was drawn for. Keys are read once per exercise, and only when needed."""

    def __init__(self, kelas: Kelas, peserta: Iterable[str]) -> None:
        self._kelas = kelas
        self._peserta = tuple(peserta)
        self._kasus: dict[str, dict[str, str]] = {}

    def proof(self, kiriman: Kiriman) -> int:
        """How sure it is that the named participant handed this in: a level of kiriman.py."""
        if kiriman.langsung:
            return BERTANDA  # from the folder on this machine that carries the participant's id
        if kiriman.tanda:
            sama = hmac.compare_digest(
                kiriman.tanda.encode("utf-8", "replace"), self._kelas.tanda(kiriman.peserta).encode()
            )
            return BERTANDA if sama else TANDA_ASING
        sendiri = _parsed(kiriman.kasus) == self._shown(kiriman.peserta, kiriman.latihan)
        return KASUS_SENDIRI if sendiri else TANPA_BUKTI

    def other_owner(self, peserta: str, latihan: str, kasus: bytes | None) -> str:
        """The other participant this case was drawn for; "" when it is one's own, edited, or not there."""
        isi = _parsed(kasus)
        if not isi or isi == self._shown(peserta, latihan):
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


def _parsed(kasus: bytes | None) -> str:
    """A case in one spelling; "" when there is none or it cannot be read."""
    if kasus is None or len(kasus) > MAKS_KASUS:
        return ""
    try:
        return _canonical(json.loads(kasus))
    except (ValueError, RecursionError):
        return ""


def _canonical(isi: Any) -> str:
    return json.dumps(isi, ensure_ascii=False, sort_keys=True)
