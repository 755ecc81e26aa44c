"""What an import would add to a Draft: RHK with their IKI, and lines of the Lampiran.

Scene: written by the checks, shown as a preview, kept until it is confirmed, then given to ``impor_skp``.
May import: simulator.domain, wording (reading). Facts: fields of the RHK, IKI and Lampiran forms (domain/skp.py).
Add: a field here, where it is read from the sheet, and where ``impor_skp`` writes it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.domain.skp import Aspek, JenisLampiran, JenisRHK, KlasifikasiRHK, Perspektif
from simulator.wording.teks import bersihkan

#: Rows of one import (label simulasi: the application publishes no limit).
BARIS_MAKS = 300


@dataclass(frozen=True, slots=True)
class IKIBaru:
    """One indicator to add."""

    aspek: Aspek
    indikator: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class RHKBaru:
    """One RHK to add with its indicators."""

    teks: str
    jenis: JenisRHK = JenisRHK.UTAMA
    klasifikasi: KlasifikasiRHK = KlasifikasiRHK.ORGANISASI
    rhk_atasan_id: int | None = None
    penugasan_dari: str = ""
    perspektif: Perspektif | None = None
    daftar_iki: tuple[IKIBaru, ...] = ()


@dataclass(frozen=True, slots=True)
class ButirBaru:
    """One line of the Lampiran to add."""

    jenis: JenisLampiran
    teks: str


@dataclass(frozen=True, slots=True)
class RencanaImpor:
    """Everything one import adds."""

    daftar_rhk: tuple[RHKBaru, ...] = ()
    daftar_lampiran: tuple[ButirBaru, ...] = ()

    @property
    def banyak(self) -> int:
        """Rows it takes on a sheet: one per indicator, per RHK without one, and per annex line."""
        return sum(max(1, len(rhk.daftar_iki)) for rhk in self.daftar_rhk) + len(self.daftar_lampiran)

    @property
    def banyak_iki(self) -> int:
        """Indicators of all RHK."""
        return sum(len(rhk.daftar_iki) for rhk in self.daftar_rhk)

    def ke_dict(self) -> dict[str, Any]:
        """As plain values, for keeping."""
        return {
            "rhk": [
                {
                    "teks": rhk.teks,
                    "jenis": rhk.jenis.value,
                    "klasifikasi": rhk.klasifikasi.value,
                    "rhk_atasan_id": rhk.rhk_atasan_id,
                    "penugasan_dari": rhk.penugasan_dari,
                    "perspektif": None if rhk.perspektif is None else rhk.perspektif.value,
                    "iki": [[iki.aspek.value, iki.indikator, iki.target] for iki in rhk.daftar_iki],
                }
                for rhk in self.daftar_rhk
            ],
            "lampiran": [[butir.jenis.value, butir.teks] for butir in self.daftar_lampiran],
        }

    @classmethod
    def dari_dict(cls, isi: Mapping[str, Any]) -> RencanaImpor:
        """Back from what ``ke_dict`` made."""
        return cls(
            tuple(
                RHKBaru(
                    teks=rhk["teks"],
                    jenis=JenisRHK(rhk["jenis"]),  # type: ignore[call-arg]
                    klasifikasi=KlasifikasiRHK(rhk["klasifikasi"]),  # type: ignore[call-arg]
                    rhk_atasan_id=rhk["rhk_atasan_id"],
                    penugasan_dari=rhk["penugasan_dari"],
                    perspektif=None if rhk["perspektif"] is None else Perspektif(rhk["perspektif"]),  # type: ignore[call-arg]
                    daftar_iki=tuple(IKIBaru(Aspek(a), i, t) for a, i, t in rhk["iki"]),  # type: ignore[call-arg]
                )
                for rhk in isi["rhk"]
            ),
            tuple(ButirBaru(JenisLampiran(jenis), teks) for jenis, teks in isi["lampiran"]),  # type: ignore[call-arg]
        )

    @property
    def sidik(self) -> str:
        """A short fingerprint: what somebody confirms is what they were shown."""
        return hashlib.sha256(json.dumps(self.ke_dict(), sort_keys=True).encode()).hexdigest()[:16]


def seragam(teks: str) -> str:
    """A text for comparing: case, spaces, invisible signs, a leading number and a full stop at the end do not count."""
    rapat = bersihkan(teks).casefold()
    return re.sub(r"^(?:\(?\d{1,3}[.)]|[-•*])\s+", "", rapat).rstrip(" .;")
