"""The Matriks Peran Hasil: who carries which result of the leader.

Scene: cascading from a leader's RHK to the team. May import: the standard library and simulator.domain only.
Facts: rows are people, columns the leader's RHK, cells a role stated as a result (CONFIRMED, PermenPANRB 8/2021
lampiran, kept in the BKN guide); cascading langsung / tidak langsung CONFIRMED.
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.domain.label import Berlabel


class JenisCascading(Berlabel):
    """LANGSUNG: the child is a slice of the parent. TIDAK_LANGSUNG: it contributes, but is not a slice."""

    LANGSUNG = "langsung", "Langsung"
    TIDAK_LANGSUNG = "tidak_langsung", "Tidak langsung"


class TingkatHasil(Berlabel):
    """What a cell of the matrix holds."""

    OUTCOME_ANTARA = "outcome_antara", "Outcome antara"
    OUTPUT = "output", "Output"
    LAYANAN = "layanan", "Layanan"


@dataclass(frozen=True, slots=True)
class PeranHasil:
    """One cell: the role of one member in one RHK of the leader, in the language of results."""

    peran_id: int
    skp_pimpinan_id: int
    rhk_pimpinan_id: int
    pegawai_id: int
    peran: str
    cascading: JenisCascading
    tingkat: TingkatHasil


@dataclass(frozen=True, slots=True)
class MatriksPeranHasil:
    """The whole matrix of one leader; ``disinkronkan`` once *Sinkronisasi SKP Bawahan* was pressed."""

    skp_pimpinan_id: int
    pimpinan_id: int
    disinkronkan: bool
    anggota_id: tuple[int, ...] = ()
    daftar_peran: tuple[PeranHasil, ...] = ()
