"""Umpan balik rekan kerja (360): what one colleague saw of another's behaviour in one period.

Scene: given beside the assessor's feedback, as material for the assessor. May import: simulator.domain only.
Facts: that the application has it is SINGLE (guide, later edition, 6.1.5), its fields are not public; seven values and
three steps are label simulasi. The steps are named otherwise than the ratings, so that nobody takes them for one.
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simulator.domain.label import Berlabel
from simulator.domain.skp import NilaiBerAKHLAK


class SkalaRekan(Berlabel):
    """How far a colleague saw a value lived, lowest first (label simulasi)."""

    BELUM_TAMPAK = "belum_tampak", "Belum tampak"
    TAMPAK = "tampak", "Sudah tampak"
    TELADAN = "teladan", "Menjadi teladan"


@dataclass(frozen=True, slots=True)
class UmpanRekan:
    """One colleague's form about one SKP in one period; a value that they could not see is None."""

    umpan_rekan_id: int
    skp_id: int
    periode_id: int
    pemberi_id: int
    berorientasi_pelayanan: SkalaRekan | None
    akuntabel: SkalaRekan | None
    kompeten: SkalaRekan | None
    harmonis: SkalaRekan | None
    loyal: SkalaRekan | None
    adaptif: SkalaRekan | None
    kolaboratif: SkalaRekan | None
    teks: str
    diberikan_pada: date

    def skala(self, nilai: NilaiBerAKHLAK) -> SkalaRekan | None:
        """What was marked for one value."""
        found: SkalaRekan | None = getattr(self, nilai.value)
        return found
