"""What the closing of a period protects, and which entries of the journal may pass it.

Scene: verification replays the journal and asks of every change: was its period closed on that day?
May import: the standard library; works on the canonical images of the journal.
Facts: locking at *batas pengisian*, extension by the admin with a reason — mock decision on the form field
*Batas Pengisian* (CONFIRMED field, effect UNCERTAIN); an objection may change a result later (PP 30/2019 Pasal 59).
Add: a table that belongs to a period in PERIOD_TABLES; an action that may pass the lock in _MAY_PASS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: Tables whose rows carry their period; progres_harian reaches it through its rencana aksi.
PERIOD_TABLES = (
    "rencana_aksi",
    "progres_harian",
    "bukti_dukung",
    "realisasi",
    "umpan_balik",
    "umpan_rekan",
    "capaian_organisasi",
    "evaluasi",
)

Image = Mapping[str, Any]
ChangeDict = Mapping[str, Any]


def _differing(change: ChangeDict) -> set[str]:
    old, new = change["lama"] or {}, change["baru"] or {}
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def _only_stamps_the_lock(change: ChangeDict, _all: Iterable[ChangeDict]) -> bool:
    return change["tabel"] == "evaluasi" and _differing(change) == {"dikunci_pada"} and bool(change["baru"])


def _belongs_to_an_extension(change: ChangeDict, changes: Iterable[ChangeDict]) -> bool:
    extended = any(
        c["tabel"] == "periode_penilaian"
        and c["lama"]
        and c["baru"]
        and str(c["baru"]["batas_pengisian"]) > str(c["lama"]["batas_pengisian"])
        for c in changes
    )
    return extended and change["tabel"] == "evaluasi" and _differing(change) == {"dikunci_pada"}


def _belongs_to_an_accepted_objection(change: ChangeDict, changes: Iterable[ChangeDict]) -> bool:
    accepted = any(
        c["tabel"] == "keberatan"
        and c["baru"]
        and c["baru"]["status"] == "diterima"
        and c["baru"]["evaluasi_id"] == change["kunci"]
        for c in changes
    )
    changed = _differing(change) <= {"rating_hasil", "rating_perilaku", "predikat"}
    return accepted and change["tabel"] == "evaluasi" and changed


_MAY_PASS: dict[str, Callable[[ChangeDict, Iterable[ChangeDict]], bool]] = {
    "maju_ke": _only_stamps_the_lock,
    "kunci_periode": _only_stamps_the_lock,
    "perpanjang_periode": _belongs_to_an_extension,
    "putuskan_keberatan": _belongs_to_an_accepted_objection,
}


@dataclass(slots=True)
class Calendar:
    """Closing days and the simulated day, as the journal makes them move."""

    batas: dict[int, str] = field(default_factory=dict)
    periode_of_rencana: dict[int, int] = field(default_factory=dict)
    hari: str = ""

    def rewind(self, entries: Iterable[tuple[Any, Sequence[ChangeDict]]]) -> None:
        """Go back to the day of founding: the first before-image of a row is what it was born as."""
        seen: set[tuple[str, int]] = set()
        for _, changes in entries:
            for change in changes:
                mark = (str(change["tabel"]), int(change["kunci"]))
                if mark in seen:
                    continue
                seen.add(mark)
                self._set(change["tabel"], change["kunci"], change["lama"])

    def apply(self, changes: Iterable[ChangeDict]) -> None:
        """Move forward by one entry."""
        for change in changes:
            self._set(change["tabel"], change["kunci"], change["baru"])

    def _set(self, tabel: str, kunci: int, image: Image | None) -> None:
        if tabel == "periode_penilaian":
            if image is None:
                self.batas.pop(kunci, None)
            else:
                self.batas[kunci] = str(image["batas_pengisian"])
        elif tabel == "rencana_aksi" and image is not None:
            self.periode_of_rencana[kunci] = int(image["periode_id"])
        elif tabel == "instansi" and image is not None:
            self.hari = str(image["hari_simulasi"])

    def periods_of(self, tabel: str, image: Image | None) -> set[int]:
        """The period a row belongs to; empty for rows outside any period."""
        if image is None or tabel not in PERIOD_TABLES:
            return set()
        if tabel == "progres_harian":
            periode = self.periode_of_rencana.get(image.get("rencana_id", -1))
        else:
            periode = image.get("periode_id")
        return set() if periode is None else {periode}

    def closed(self, tabel: str, image: Image | None, hari: str) -> bool:
        """Was the period of this row closed on that day (or its evaluation locked)?"""
        if image is None:
            return False
        if tabel == "evaluasi" and image.get("dikunci_pada") is not None:
            return True
        return any(hari > self.batas[p] for p in self.periods_of(tabel, image) if p in self.batas)


def passes_the_lock(aksi: str, change: ChangeDict, changes: Iterable[ChangeDict]) -> bool:
    """May this action make this change although the period is closed?"""
    rule = _MAY_PASS.get(aksi)
    return rule is not None and rule(change, changes)
