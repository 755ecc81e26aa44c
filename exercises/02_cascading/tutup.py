"""The participant's copy of the office without the answers of this exercise.

Scene: whoever writes the office for a participant asks ``checks.close_office``; the office then looks as it does before
the leader has filled in the Matriks Peran Hasil. May import: exercises.kit, the files of this folder.
Facts: what is closed stands in the key (``kunci["tutup"]``). Add: a table in ``tutup``.
"""

from __future__ import annotations

from exercises.kit.closing import ClosedOffice, Rows

from .kantor import Hasil, Kantor


def kunci(kantor: Kantor, daftar: list[Hasil], pasangan: list[tuple[Hasil, Hasil]]) -> dict:
    """The RHK whose link is the answer to "pemilik", and those whose role in a matrix answers "jenis"."""
    tim = sorted(anak.id for rhk in daftar for anak in kantor.anak.get(rhk.id, []))
    ditanya = sorted({anak.id for _, anak in pasangan})
    return {"tautan": tim, "peran": sorted({*tim, *ditanya})}


def tutup(asal: Rows, isi: dict) -> ClosedOffice:
    """Close an office with the ``tutup`` part of the key: links are empty, roles are not there yet."""
    return ClosedOffice(
        asal,
        ubah={"rhk": {nomor: {"rhk_atasan_id": None} for nomor in isi["tautan"]}},
        buang={"peran_hasil": isi["peran"]},
    )
