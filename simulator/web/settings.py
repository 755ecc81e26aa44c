"""How this web office runs: one's own sandbox, a class, an exam; behind a proxy or not.

Scene: given once when the application is made. May import: the standard library.
Facts: none. Add: a setting here, its option in simulator/commands/web.py.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import StrEnum

#: Letters and digits that nobody mistakes for each other when they are read from a screen.
HURUF = "abcdefghjkmnpqrstuvwxyz23456789"
#: Who sends a thousand wrong keys a second for a whole working day finds one of 12 such letters with odds of 1 to ten
#: billion (31^12 of them, 59 bits). So a key needs no lock, which anybody could shut for the instructor.
KUNCI_TERPENDEK = 12


class Mode(StrEnum):
    """PRIBADI: one person's own sandbox, everything is theirs. LATIHAN: a class; one click changes the persona, the
    instructor's key moves the day and switches faults on. UJIAN: all log in as themselves and the day stands still."""

    PRIBADI = "pribadi"
    LATIHAN = "latihan"
    UJIAN = "ujian"


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """``percaya_awalan``: believe the path prefix that JupyterLab's proxy names; ``aman``: cookies only over HTTPS;
    ``kunci_instruktur``: what the instructor types in a class; empty: nobody can; ``otp_di_layar``: an exam whose
    participants have no phones; ``dilayani_di``: the address at which this office is served, by this program alone;
    None: whoever made the application sees to that."""

    mode: Mode = Mode.PRIBADI
    percaya_awalan: bool = False
    aman: bool = False
    kunci_instruktur: str = field(default="", repr=False)
    otp_di_layar: bool = False
    dilayani_di: str | None = None

    @property
    def dengan_kunci(self) -> bool:
        """Is there an instructor's key here at all?"""
        return self.mode is Mode.LATIHAN and bool(self.kunci_instruktur)

    @property
    def boleh_ganti_pemeran(self) -> bool:
        """May one click become somebody else?"""
        return self.mode is not Mode.UJIAN

    @property
    def autentikator_di_layar(self) -> bool:
        """Does the login itself show the six digits? In an exam only where the instructor said so."""
        return self.mode is not Mode.UJIAN or self.otp_di_layar

    @property
    def petunjuk_kata(self) -> bool:
        """Are statements judged while they are written? In an exam that would be help with what is asked."""
        return self.mode is not Mode.UJIAN


def kunci_baru() -> str:
    """A key to be printed where the class is served: 12 letters, too many to be guessed."""
    return "-".join("".join(secrets.choice(HURUF) for _ in range(4)) for _ in range(3))
