"""The participant's copy of the office before the eight members were rated for the year.

Scene: whoever writes the office for a participant asks ``checks.close_office``. May import: exercises.kit, unit.
Facts: what is closed stands in the key (``kunci["tutup"]``): annual ratings, the feedback that goes with them, and
objections to them. The quarters stay: reading the year is part of the exercise. The unit's annual capaian organisasi
is the one that the exercise deals.
Add: a table in ``kunci`` and ``tutup``.
"""

from __future__ import annotations

from exercises.kit.closing import BELUM_DINILAI, ClosedOffice, Rows
from exercises.kit.office import classroom_office

from .unit import TAHUNAN, Unit


def kunci(seed: int, unit: Unit) -> dict:
    """Keys of the rows that would answer the exercise."""
    kantor = classroom_office(seed)
    nomor = {satu.pegawai_id for satu in unit.dinilai}
    evaluasi = [
        satu["evaluasi_id"]
        for satu in kantor.rows("evaluasi")
        if satu["pegawai_id"] in nomor and satu["periode_id"] == TAHUNAN
    ]
    return {
        "capaian_organisasi": {
            str(unit.capaian_id): {"predikat": unit.organisasi.value, "nilai": unit.nilai},
        },
        "evaluasi": evaluasi,
        "umpan_balik": [
            satu["umpan_id"]
            for satu in kantor.rows("umpan_balik")
            if satu["skp_id"] in nomor and satu["periode_id"] == TAHUNAN
        ],
        "keberatan": [
            satu["keberatan_id"] for satu in kantor.rows("keberatan") if satu["evaluasi_id"] in set(evaluasi)
        ],
    }


def tutup(asal: Rows, isi: dict) -> ClosedOffice:
    """Close an office with the ``tutup`` part of the key."""
    return ClosedOffice(
        asal,
        ubah={
            "evaluasi": dict.fromkeys(isi["evaluasi"], BELUM_DINILAI),
            "capaian_organisasi": {int(nomor): baru for nomor, baru in isi["capaian_organisasi"].items()},
        },
        buang={tabel: isi[tabel] for tabel in ("umpan_balik", "keberatan")},
    )
