"""How much of an exercise is filled: the line "7 dari 12 isian terisi".

Scene: shown by the form, the lab bar and the home page; kept in the answer file. May import: kit.
Facts: one unit per field, per fixed row of a table, and per row that a table asks to add; optional fields do not count.
Add: nothing; a new field kind counts as one unit by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exercises.kit.answers import answered
from exercises.kit.validation import answer_fields


def required(isian: Mapping[str, Any]) -> bool:
    """Whether the field must be filled: yes, unless it says ``wajib: false``."""
    return isian.get("wajib", True) is not False


def progress(answer: Mapping[str, Any], tampilan: Mapping[str, Any]) -> dict[str, int]:
    """Units filled and units asked for, over validated answers: ``{"terisi": n, "total": m}``."""
    satuan = [
        terisi
        for soal_id, soal in tampilan["soal"].items()
        for isian in answer_fields(soal)
        for terisi in units(answer.get(soal_id, {}).get(isian["id"]), isian)
    ]
    return {"terisi": sum(satuan), "total": len(satuan)}


def unfilled(answer: Mapping[str, Any], tampilan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What is still empty, by the same counting.

    ``[{"soal": number and title, "isian": [{"label": …, "kosong": n}]}]``
    """
    hasil = []
    for nomor, (soal_id, soal) in enumerate(tampilan["soal"].items(), 1):
        kosong = [
            {"label": str(isian.get("label", "")), "kosong": banyak}
            for isian in answer_fields(soal)
            if (banyak := sum(not satu for satu in units(answer.get(soal_id, {}).get(isian["id"]), isian)))
        ]
        if kosong:
            hasil.append({"soal": f"Soal {nomor}. {soal['judul']}", "isian": kosong})
    return hasil


def units(nilai: Any, isian: Mapping[str, Any]) -> Iterator[bool]:
    """Filled or not, for every unit of one field."""
    if not required(isian):
        return
    if isian["jenis"] != "tabel":
        yield answered({"nilai": nilai})
        return
    tabel = nilai or {}
    tetap = [baris["id"] for baris in isian.get("baris", ())]
    yield from (row_filled(tabel.get(baris_id) or {}, isian) for baris_id in tetap)
    diminta = int((isian.get("tambah") or {}).get("min") or 0)
    tambahan = sum(row_filled(isi, isian) for kunci, isi in tabel.items() if kunci not in tetap)
    yield from (nomor < tambahan for nomor in range(diminta))


def row_filled(baris: Mapping[str, Any], isian: Mapping[str, Any]) -> bool:
    """Whether every required cell of a row is filled."""
    kolom = [satu for satu in answer_fields({"isian": isian["kolom"]}) if required(satu)]
    return all(answered({"nilai": baris.get(satu["id"])}) for satu in kolom) and answered(baris)
