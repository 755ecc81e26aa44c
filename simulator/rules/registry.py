"""The list of rules: every rule announces itself with ``@rule``.

Scene: exercises, feedback and the instructor guide ask here what a rule id means and where it comes from.
May import: simulator.rules.citation and parameters; the stage files are loaded on first question.
Add: a new stage file goes into TAHAP.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TypeVar

from simulator.domain.errors import TidakDitemukan
from simulator.rules.citation import Citation, Status, terlemah
from simulator.rules.parameters import parameter

TAHAP = (
    "perencanaan",
    "matriks",
    "penilai",
    "periode",
    "bukti",
    "umpan_balik",
    "umpan_rekan",
    "rating_hasil",
    "kuadran",
    "distribusi",
    "keberatan",
    "angka_kredit",
    "kenaikan_pangkat",
    "tukin",
    "riwayat_pp30",
)

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Aturan:
    """One registered rule: its name for people, its sources, what it assumes where the text is silent."""

    id: str
    judul: str
    cites: tuple[Citation, ...]
    assumes: str
    historical: bool
    fungsi: str
    parameters: tuple[str, ...] = ()
    boleh_dinilai: bool = field(default=True, repr=False)

    @property
    def tahap(self) -> str:
        """The stage of the work the rule belongs to."""
        return self.id.split(".", 1)[0]

    @property
    def status(self) -> Status:
        """The weakest mark among its citations and its dated numbers."""
        angka = [status for nama in self.parameters for status in parameter(nama).status]
        return terlemah([cite.status for cite in self.cites] + angka)

    @property
    def gradable(self) -> bool:
        """May an automatic grade rest on it? Never on something uncertain, never on history."""
        return self.boleh_dinilai and not self.historical and self.status is not Status.UNCERTAIN

    @property
    def sumber(self) -> str:
        """Its citations in one readable line."""
        return "; ".join(str(cite) for cite in self.cites)


_TERDAFTAR: dict[str, Aturan] = {}


def rule(
    *,
    id: str,
    judul: str,
    cites: Sequence[Citation],
    assumes: str = "",
    parameters: Sequence[str] = (),
    historical: bool = False,
    gradable: bool = True,
) -> Callable[[F], F]:
    """Register a pure function as a rule. ``gradable=False`` keeps a well-cited rule out of grading all the same;
    it can never let an UNCERTAIN or historical one in."""
    if not cites:
        raise ValueError(f"aturan {id} tidak punya sumber")

    def daftarkan(fungsi: F) -> F:
        nama = f"{fungsi.__module__}.{fungsi.__qualname__}"
        lama = _TERDAFTAR.get(id)
        if lama is not None and lama.fungsi != nama:
            raise ValueError(f"aturan {id} terdaftar dua kali: {lama.fungsi} dan {nama}")
        _TERDAFTAR[id] = Aturan(id, judul, tuple(cites), assumes, historical, nama, tuple(parameters), gradable)
        return fungsi

    return daftarkan


@cache
def daftar_aturan() -> tuple[Aturan, ...]:
    """All rules, in the order of the stages, then by id."""
    for tahap in TAHAP:
        import_module(f"simulator.rules.{tahap}")
    urutan = {tahap: nomor for nomor, tahap in enumerate(TAHAP)}
    return tuple(sorted(_TERDAFTAR.values(), key=lambda aturan: (urutan[aturan.tahap], aturan.id)))


def rule_by_id(id: str) -> Aturan:
    """One rule. Raises: TidakDitemukan — no rule has that id."""
    for aturan in daftar_aturan():
        if aturan.id == id:
            return aturan
    raise TidakDitemukan(
        f"Aturan “{id}” tidak ada. Lihat daftar lengkap di simulator/rules/README.md.", kode="aturan-tidak-ditemukan"
    )
