"""RHK Pimpinan yang Diintervensi: the words in the sheet against what the superior's list offers.

Scene: cascade check of an import. May import: simulator.domain, this folder.
Facts: an RHK intervenes one of the assessor's approved and synchronised RHK (workflow/cascading.py).
Add: another way of writing the same RHK in rencana.seragam.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from simulator.domain.skp import RHK
from simulator.workflow.impor.konteks import KonteksImpor
from simulator.workflow.impor.rencana import seragam
from simulator.workflow.impor.temuan import GALAT, PERINGATAN

MIRIP = 0.6
SARAN_MAKS = 3
Masalah = tuple[str, str, str, str]  # tingkat, kode, pesan, saran


def cocokkan(teks: str, konteks: KonteksImpor, *, utama: bool) -> tuple[int | None, Masalah | None]:
    """The superior's RHK, or what is wrong with the words."""
    if not seragam(teks):
        wajib = utama and not konteks.puncak and not konteks.jpt
        return None, _kosong() if wajib else None
    for rhk in konteks.ditawarkan:
        if seragam(rhk.teks) == seragam(teks):
            return rhk.rhk_id, None
    return None, _tak_cocok(teks, konteks)


def _kosong() -> Masalah:
    return (
        PERINGATAN,
        "tanpa-rhk-pimpinan",
        "RHK utama ini belum menyebut RHK pimpinan yang diintervensi.",
        "Isi sekarang, atau pilih di Ubah RHK sesudah impor; tanpa itu SKP tidak dapat diajukan.",
    )


def _tak_cocok(teks: str, konteks: KonteksImpor) -> Masalah:
    if konteks.puncak:
        saran = "Kosongkan kolom ini: SKP pimpinan tertinggi tidak mengintervensi RHK siapa pun di instansi ini."
        return GALAT, "rhk-pimpinan-tidak-ada", f"RHK pimpinan “{_ringkas(teks)}” tidak ada.", saran
    if not konteks.ditawarkan:
        pesan = f"RHK pimpinan “{_ringkas(teks)}” belum dapat dipilih."
        return GALAT, "daftar-rhk-pimpinan-kosong", pesan, konteks.alasan_kosong
    mirip = mirip_dengan(teks, konteks.ditawarkan)
    if mirip:
        saran = "Yang mirip: " + " / ".join(f"“{rhk.teks}”" for rhk in mirip) + ". Salin salah satunya persis."
    else:
        saran = "Salin dari daftar RHK pimpinan pada lembar Daftar di templat, atau dari Detail SKP."
    pesan = f"RHK pimpinan “{_ringkas(teks)}” tidak sama dengan RHK mana pun milik pejabat penilai Anda."
    return GALAT, "rhk-pimpinan-tidak-cocok", pesan, saran


def mirip_dengan(teks: str, daftar: Iterable[RHK]) -> list[RHK]:
    """The nearest of the offered RHK, best first."""
    ini = seragam(teks)[:500]
    nilai = [(SequenceMatcher(None, ini, seragam(rhk.teks)).ratio(), rhk) for rhk in daftar]
    return [rhk for n, rhk in sorted(nilai, key=lambda satu: -satu[0]) if n >= MIRIP][:SARAN_MAKS]


def _ringkas(teks: str) -> str:
    return f"{teks[:80]}…" if len(teks) > 80 else teks
