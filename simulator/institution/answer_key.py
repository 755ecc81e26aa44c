"""One entry of the answer key.

Scene: what the instructor holds. Pure standard library.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PlantedFault:
    """One changed cell; entries that explain each other share ``kasus_id``.

    ``bukan_salah`` marks a near-miss: odd, but correct, so that false alarms can be counted.
    """

    kasus_id: str
    kode: str
    tabel: str
    kunci: int
    kolom: str
    nilai_asli: Any
    nilai_tertanam: Any
    kesulitan: int
    keterangan: str
    bukan_salah: bool = False
    #: The row a reader should point at, as (table, key).
    objek: tuple[str, int] = ("", 0)
