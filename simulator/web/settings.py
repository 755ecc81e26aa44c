"""How this web office runs: for teaching or for an exam, behind a proxy or not.

Scene: given once when the application is made. May import: the standard library.
Facts: none. Add: a setting here, its option in simulator/commands/web.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """LATIHAN: one click changes the persona; UJIAN: all log in as themselves; PRIBADI: one learner's own sandbox."""

    LATIHAN = "latihan"
    UJIAN = "ujian"
    PRIBADI = "pribadi"


@dataclass(frozen=True, slots=True)
class Pengaturan:
    """``percaya_awalan``: believe the path prefix that JupyterLab's proxy names; ``aman``: cookies only over HTTPS."""

    mode: Mode = Mode.LATIHAN
    percaya_awalan: bool = False
    aman: bool = False
    boleh_majukan_hari: bool = True

    def __post_init__(self) -> None:
        # The day is everybody's: in an exam whoever moved it would close the period for all the others.
        if self.mode is Mode.UJIAN:
            object.__setattr__(self, "boleh_majukan_hari", False)

    @property
    def boleh_ganti_pemeran(self) -> bool:
        """May one click become somebody else?"""
        return self.mode is not Mode.UJIAN
