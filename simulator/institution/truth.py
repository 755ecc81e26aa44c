"""The hidden truth of an institution.

Scene: for grading only; never in the rows. May import: the world and the answer key.
Add: another thing that only the generator knows, as a property.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.domain.penilaian import Rating
from simulator.institution.answer_key import PlantedFault
from simulator.institution.ratings import RATING
from simulator.institution.world import World


@dataclass(frozen=True)
class Truth:
    """What really happened."""

    world: World
    answer_key: tuple[PlantedFault, ...]

    @cached_property
    def rating_jujur(self) -> dict[int, tuple[Rating, Rating]]:
        """The ratings that the work and the behaviour deserve, by evaluasi_id."""
        ratings = self.world.ratings
        return {
            person * 10 + period + 1: (RATING[hasil], RATING[perilaku])
            for person, (results, conducts) in enumerate(
                zip(ratings.jujur_hasil.tolist(), ratings.jujur_perilaku.tolist(), strict=True), start=1
            )
            for period, (hasil, perilaku) in enumerate(zip(results, conducts, strict=True))
        }

    @cached_property
    def bukti(self) -> dict[int, tuple[bool, str]]:
        """Whether each piece of evidence is valid, and if not, the code of the fault that spoils it."""
        columns = self.world.evidence.bukti
        spoiled_documents: dict[int, str] = {}
        spoiled: dict[int, str] = {}
        for fault in self.answer_key:
            if fault.bukan_salah or not fault.kode.startswith("B"):
                continue
            (spoiled if fault.tabel == "bukti_dukung" else spoiled_documents).setdefault(fault.kunci, fault.kode)
        relinked = {
            fault.kunci: int(str(fault.nilai_tertanam))
            for fault in self.answer_key
            if fault.tabel == "bukti_dukung" and fault.kolom == "dokumen_id"
        }
        result = {}
        for bukti_id, document in zip(columns["bukti_id"].tolist(), columns["dokumen_id"].tolist(), strict=True):
            document = relinked.get(bukti_id, document)
            code = spoiled.get(bukti_id) or spoiled_documents.get(document, "")
            result[bukti_id] = (not code, code)
        return result

    @cached_property
    def dokumen_relevan(self) -> Relevance:
        """Whether a document proves something about an IKI: ``relevan[dokumen_id, iki_id]`` or as a call."""
        return Relevance(self.world)


class Relevance(Mapping[tuple[int, int], bool]):
    """Relevance of every document to the IKI of its owner; pairs that are not listed are not relevant."""

    def __init__(self, world: World) -> None:
        evidence, plan = world.evidence, world.plan
        columns = evidence.bukti
        ids = plan.iki_id[columns["iki"]].tolist()
        self._true = set(zip(columns["dokumen_id"].tolist(), ids, strict=True))

    def __call__(self, dokumen_id: int, iki_id: int) -> bool:
        return (dokumen_id, iki_id) in self._true

    def __getitem__(self, pair: tuple[int, int]) -> bool:
        return pair in self._true

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(sorted(self._true))

    def __len__(self) -> int:
        return len(self._true)
