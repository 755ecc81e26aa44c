"""Which of several submissions counts: who can prove it comes first, then the latest; feedback closes the exercise.

Scene: ``kelas kumpulkan``, once per participant and exercise. May import: instructor.course.kiriman, .serahan.
Facts: a submission that proves less never replaces one that proves more. Once the participant got feedback, whatever
would replace the work waits for the instructor: the feedback tells what was wrong, and times in files can be written.
Add: another reason to set a submission aside is a list in ``Pilihan`` with its sentence in collection.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from instructor.course.kiriman import Kiriman
from instructor.course.serahan import Serahan

SELISIH_JAM = timedelta(minutes=10)  # clocks of two machines are never quite the same


@dataclass(slots=True)
class Pilihan:
    """``terbaik``: what counts of what is there now (``baru``: it is not the one collected before).

    ``lemah``: later ones that prove less. ``ditahan``: the best of those that came after feedback.
    """

    terbaik: Kiriman | None = None
    baru: bool = False
    lemah: list[Kiriman] = field(default_factory=list)
    ditahan: Kiriman | None = None


def choose(daftar: Sequence[Kiriman], lama: Serahan | None, umpan_balik: datetime | None) -> Pilihan:
    """``lama``: what was collected before and is still there; ``umpan_balik``: when feedback was first given."""
    sesudah = [satu for satu in daftar if lama and umpan_balik and _after(satu, lama, umpan_balik)]
    tepat = [satu for satu in daftar if satu not in sesudah]
    hasil = Pilihan(terbaik=max(tepat, key=_rank, default=None))
    dasar = max(satu.bukti for satu in (*tepat, lama) if satu is not None)
    pakai = hasil.terbaik
    if pakai is not None and pakai.bukti < dasar:
        hasil.terbaik = pakai = None
    acuan = pakai.waktu if pakai else lama.saat if lama else None
    dikenal = {satu.sidik for satu in (pakai, lama) if satu is not None}
    hasil.lemah = [
        satu
        for satu in daftar
        if satu.bukti < dasar and satu.sidik not in dikenal and (acuan is None or satu.waktu >= acuan)
    ]
    hasil.ditahan = max((satu for satu in sesudah if satu.bukti >= dasar), key=_rank, default=None)
    hasil.baru = pakai is not None and (lama is None or _replaces(pakai, lama))
    return hasil


def believable(daftar: Sequence[Kiriman], lama: Serahan | None, sekarang: datetime) -> list[Kiriman]:
    """The same with no time in the future: such a time comes from a wrong clock, so the number says which came last."""
    nyata = [satu for satu in daftar if satu.waktu <= sekarang + SELISIH_JAM]
    terakhir = max((satu.waktu for satu in nyata), default=sekarang)
    return [
        satu
        if satu in nyata
        else replace(satu, waktu=lama.saat if lama is not None and lama.sidik == satu.sidik else terakhir)
        for satu in daftar
    ]


def _after(kiriman: Kiriman, lama: Serahan, umpan_balik: datetime) -> bool:
    """Only work older than what was collected cannot have been written with the feedback in hand."""
    return kiriman.sidik != lama.sidik and kiriman.waktu >= min(lama.saat, umpan_balik)


def _replaces(baru: Kiriman, lama: Serahan) -> bool:
    """The same work, or one that is older than what came before from somewhere that is not there today, does not."""
    if baru.sidik == lama.sidik:
        return False
    return baru.bukti > lama.bukti or baru.waktu >= lama.saat


def _rank(satu: Kiriman) -> tuple[int, datetime, int, str]:
    return satu.bukti, satu.waktu, satu.nomor, satu.sumber
