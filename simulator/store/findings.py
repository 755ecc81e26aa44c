"""One finding of a verification.

Scene: shown to instructors as it is. Pure standard library.
Add: nothing; a new kind of finding is a new ``kode``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Temuan:
    """What is wrong, in which table and row (``kunci`` None when it is not about one row), in one or two sentences.

    ``fatal`` findings end the verification: what follows could not be read in a meaningful way.
    """

    kode: str
    tabel: str
    kunci: int | None
    pesan: str
    fatal: bool = False
