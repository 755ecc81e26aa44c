"""Monitoring Kurva: how the predikat of a unit spread in one period, beside the pattern of its capaian organisasi.

Scene: the screen of that name, for the leader who calibrates and the admin who looks.
May import: simulator.domain, rules.distribusi, store, workflow.office and rekap.
Facts: that the screen exists is CONFIRMED, its layout UNCERTAIN and ours; the pattern is rules.distribusi, asked with
the last day of the period, so that an old period keeps the law of its time. A unit is the team its leader assesses: the
leader's own predikat follows the organisation's result and belongs to the curve above.
Add: another figure of the screen as a field of Kurva.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.domain.kepegawaian import UnitKerja
from simulator.domain.penilaian import CapaianOrganisasi, Predikat, PredikatOrganisasi
from simulator.domain.periode import PeriodePenilaian
from simulator.rules.distribusi import BatasOrang, PelanggaranDistribusi, batas_orang, periksa_distribusi
from simulator.store import repository
from simulator.workflow.office import Kantor
from simulator.workflow.rekap import BarisRekap, rekap_penilaian


@dataclass(frozen=True, slots=True)
class Kurva:
    """Counts per predikat, lowest first, and where they leave the pattern.

    ``organisasi`` None: no capaian organisasi yet, so there is no pattern to compare with (``batas`` None). The pattern
    is judged once everybody is rated; until then ``pelanggaran`` is empty.
    """

    periode_id: int
    unit_id: int | None
    organisasi: PredikatOrganisasi | None
    jumlah: Mapping[Predikat, int]
    belum_dinilai: int
    batas: Mapping[Predikat, BatasOrang] | None
    pelanggaran: tuple[PelanggaranDistribusi, ...]

    @property
    def total(self) -> int:
        """Everybody whose predikat counts here, rated or not."""
        return sum(self.jumlah.values()) + self.belum_dinilai


def kurva(kantor: Kantor, periode_id: int, unit_id: int | None = None) -> Kurva:
    """The curve of one unit, or (without a pattern) of the whole institution."""
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        unit = None if unit_id is None else repository.get(connection, UnitKerja, unit_id)
        reached = None
        if unit is not None:
            reached = repository.find_one(connection, CapaianOrganisasi, unit_id=unit.unit_id, periode_id=periode_id)
    lines = [line for line in rekap_penilaian(kantor, periode_id) if unit is None or setim(line, unit)]
    return kurva_dari(lines, periode, unit_id, None if reached is None else reached.predikat)


def kurva_dari(
    lines: Sequence[BarisRekap], periode: PeriodePenilaian, unit_id: int | None, organisasi: PredikatOrganisasi | None
) -> Kurva:
    """The curve of these lines of Rekap Penilaian."""
    given = [None if line.evaluasi is None else line.evaluasi.predikat for line in lines]
    counts = {predikat: given.count(predikat) for predikat in Predikat}
    complete = organisasi is not None and None not in given
    return Kurva(
        periode_id=periode.periode_id,
        unit_id=unit_id,
        organisasi=organisasi,
        jumlah=counts,
        belum_dinilai=given.count(None),
        batas=None if organisasi is None else batas_orang(organisasi, len(lines), periode.periode_akhir),
        pelanggaran=periksa_distribusi(organisasi, counts, periode.periode_akhir) if organisasi and complete else (),
    )


def setim(line: BarisRekap, unit: UnitKerja) -> bool:
    """Does this line count in the curve of this unit?"""
    if unit.pimpinan_id is None:
        return line.skp.unit_id == unit.unit_id
    return line.skp.penilai_id == unit.pimpinan_id
