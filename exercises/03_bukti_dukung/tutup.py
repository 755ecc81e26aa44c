"""The participant's copy of the office before the quarter of this exercise was filled in.

Scene: whoever writes the office for a participant asks ``checks.close_office``. May import: exercises.kit, kantor.
Facts: what is closed stands in the key (``kunci["tutup"]``): names that tell where a paper belongs, links between
papers and indicators, realisations, feedback and rating of that quarter.
Add: a table in ``kunci`` and ``tutup``.
"""

from __future__ import annotations

from typing import Any

from exercises.kit.closing import BELUM_DINILAI, ClosedOffice, Rows
from exercises.kit.office import classroom_office

from .kantor import Kertas, Meja


def kunci(seed: int, meja: Meja) -> dict:
    """Keys of the rows that would answer the exercise."""
    kantor = classroom_office(seed)
    milik = meja.pegawai_id

    def of_quarter(tabel: str, kolom: str) -> list[int]:
        return [
            satu[kolom]
            for satu in kantor.rows(tabel)
            if satu["skp_id"] == milik and satu["periode_id"] == meja.triwulan
        ]

    kertas = [*meja.kertas, *(satu for satu, *_ in meja.untuk_dinamai)]
    return {
        "dokumen": {str(satu.dokumen_id): _plain(nomor, satu, meja) for nomor, satu in enumerate(kertas, 1)},
        "evaluasi": of_quarter("evaluasi", "evaluasi_id"),
        "bukti_dukung": of_quarter("bukti_dukung", "bukti_id"),
        "realisasi": of_quarter("realisasi", "realisasi_id"),
        "umpan_balik": of_quarter("umpan_balik", "umpan_id"),
    }


def _plain(nomor: int, satu: Kertas, meja: Meja) -> dict[str, Any]:
    return {"nama": f"pindaian-{nomor:03d}.{satu.ekstensi}", "folder": f"{meja.tahun}/belum dirapikan"}


def tutup(asal: Rows, isi: dict) -> ClosedOffice:
    """Close an office with the ``tutup`` part of the key."""
    return ClosedOffice(
        asal,
        ubah={
            "dokumen": {int(nomor): baru for nomor, baru in isi["dokumen"].items()},
            "evaluasi": dict.fromkeys(isi["evaluasi"], BELUM_DINILAI),
        },
        buang={tabel: isi[tabel] for tabel in ("bukti_dukung", "realisasi", "umpan_balik")},
    )
