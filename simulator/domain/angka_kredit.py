"""PAK: the angka kredit of a functional official for one year, once the assessor has approved it.

Scene: after the yearly predikat of a jabatan fungsional. May import: the standard library and simulator.domain only.
Facts: a draft is approved by the assessor and then sent to SIASN (SINGLE, BKN guide ch. 8 as quoted); the conversion
itself is simulator/rules/angka_kredit.py. A draft is computed, never kept: only what was approved is a record.
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from simulator.domain.kepegawaian import Jenjang
from simulator.domain.label import Berlabel


class StatusPAK(Berlabel):
    """Where the PAK of one year stands."""

    DRAFT = "draft", "Draft"
    DISETUJUI = "disetujui", "Disetujui penilai"
    TERKIRIM = "terkirim", "Terkirim ke SIASN"


@dataclass(frozen=True, slots=True)
class PAK:
    """What one assessor approved for one year; ``akumulasi`` adds the years before within the same jenjang."""

    pak_id: int
    pegawai_id: int
    penilai_id: int | None
    tahun: int
    jenjang: Jenjang
    angka_kredit: Decimal
    akumulasi: Decimal
    status: StatusPAK
    disetujui_pada: date
    dikirim_pada: date | None = None
