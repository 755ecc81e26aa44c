"""Is each answer of the kind its field asks for? Malformed values are set aside and reported, never marked wrong.

Scene: between the answer file and the checks. May import: kit, simulator.notebook.hints.
Facts: the field kinds of ``tampilan`` (exercises/README.md). What a check receives is complete: every field is there,
missing ones as None, "", [], or, for tables, the fixed rows with empty cells.
Add: a kind is one entry in _KINDS here, one in simulator/notebook/fields.py and a row in exercises/README.md.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from exercises.kit.answers import answered
from simulator.notebook.hints import MAX_TEXT

MAX_ROWS = 50
_MAX_PROBLEMS = 60
_ADDED_ROW = re.compile(r"b[1-9][0-9]{0,3}")
READ_ONLY = ("info", "data", "distribusi")


@dataclass(frozen=True, slots=True)
class Problem:
    """A value that could not be used. ``menunda``: the answer there is pending, not wrong.

    ``jalur`` is the place as (isian, baris, kolom), shortened when it is not in a table.
    """

    soal: str
    jalur: tuple[str, ...]
    pesan: str
    kode: str
    menunda: bool = True

    @property
    def isian(self) -> str:
        """The field concerned, "" when it is the whole question or file."""
        return self.jalur[0] if self.jalur else ""


class _Keep:
    """Collects problems of one *soal* while its values are read."""

    def __init__(self, soal: str, judul: str) -> None:
        self.soal, self.judul = soal, judul
        self.problems: list[Problem] = []

    def add(self, jalur: tuple[str, ...], label: str, sebab: str, kode: str, *, menunda: bool = True) -> None:
        pesan = f"Soal “{self.judul}”, isian “{label}”: {sebab}"
        self.problems.append(Problem(self.soal, jalur, pesan, kode, menunda))


def answer_fields(soal: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """The fields of one *soal* (or columns of one table) that take an answer."""
    return tuple(isian for isian in soal.get("isian", ()) if isian["jenis"] not in READ_ONLY)


def empty_value(isian: Mapping[str, Any]) -> Any:
    """How "not answered" looks for this kind of field."""
    if isian["jenis"] == "tabel":
        return {baris["id"]: _empty_row(isian) for baris in isian.get("baris", ())}
    return {"pilihan": None, "angka": None, "banyak": [], "teks": "", "uraian": ""}[isian["jenis"]]


def validate(answer: Any, tampilan: Mapping[str, Any]) -> tuple[dict[str, dict[str, Any]], tuple[Problem, ...]]:
    """Split an answer ({soal: {isian: value}}) into what can be graded and what must be returned.

    Never raises, whatever JSON it is given.
    """
    problems: list[Problem] = []
    if not isinstance(answer, dict):
        if answer is not None:
            problems.append(Problem("", (), "Bagian jawaban tidak berbentuk daftar soal. Kumpulkan ulang.", "bentuk"))
        answer = {}
    clean: dict[str, dict[str, Any]] = {}
    for soal_id, soal in tampilan["soal"].items():
        keep = _Keep(soal_id, soal["judul"])
        clean[soal_id] = _soal(answer.get(soal_id), soal, keep)
        problems += keep.problems
    for asing in [kunci for kunci in answer if kunci not in tampilan["soal"]]:
        pesan = f"Ada jawaban untuk soal “{asing:.40}” yang tidak ada di latihan ini. Bagian itu diabaikan."
        problems.append(Problem("", (), pesan, "soal-tidak-dikenal", menunda=False))
    return clean, _shorten(problems)


def _shorten(problems: list[Problem]) -> tuple[Problem, ...]:
    """Pending places are all kept, because grading needs them; remarks beyond the limit are only counted."""
    menunda = [satu for satu in problems if satu.menunda]
    catatan = [satu for satu in problems if not satu.menunda]
    if len(catatan) > _MAX_PROBLEMS:
        sisa = len(catatan) - _MAX_PROBLEMS
        catatan = [
            *catatan[:_MAX_PROBLEMS],
            Problem("", (), f"Ada {sisa} catatan lain yang serupa.", "catatan-lain", menunda=False),
        ]
    return (*menunda, *catatan)


def _soal(nilai: Any, soal: Mapping[str, Any], keep: _Keep) -> dict[str, Any]:
    if nilai is not None and not isinstance(nilai, dict):
        keep.add((), soal["judul"], "jawaban soal ini tidak terbaca. Buka soal ini lalu isi kembali.", "bentuk")
        nilai = None
    isi = nilai or {}
    daftar = answer_fields(soal)
    dikenal = [isian["id"] for isian in daftar]
    for asing in [kunci for kunci in isi if kunci not in dikenal]:
        keep.add((), f"{asing:.40}", "isian ini tidak ada di formulir dan diabaikan.", "isian-asing", menunda=False)
    return {isian["id"]: _value(isi.get(isian["id"]), isian, (isian["id"],), keep) for isian in daftar}


def _value(nilai: Any, isian: Mapping[str, Any], jalur: tuple[str, ...], keep: _Keep) -> Any:
    if nilai is None:
        return empty_value(isian)
    return _KINDS[isian["jenis"]](nilai, isian, jalur, keep)


def _pilihan(nilai: Any, isian: Mapping[str, Any], jalur: tuple[str, ...], keep: _Keep) -> str | None:
    if nilai == "":
        return None
    if isinstance(nilai, str) and nilai in _codes(isian):
        return nilai
    keep.add(jalur, isian["label"], "pilihan yang tersimpan tidak ada di daftar. Pilih kembali.", "pilihan-asing")
    return None


def _banyak(nilai: Any, isian: Mapping[str, Any], jalur: tuple[str, ...], keep: _Keep) -> list[str]:
    kode = _codes(isian)
    if not isinstance(nilai, list):
        keep.add(jalur, isian["label"], "pilihan yang tersimpan bukan daftar. Centang kembali.", "bentuk")
        return []
    sah = [satu for satu in kode if satu in [lain for lain in nilai if isinstance(lain, str)]]
    if any(not isinstance(satu, str) or satu not in kode for satu in nilai):
        keep.add(jalur, isian["label"], "ada centang yang tidak ada di daftar. Centang kembali.", "pilihan-asing")
    return sah


def _text(nilai: Any, isian: Mapping[str, Any], jalur: tuple[str, ...], keep: _Keep) -> str:
    if not isinstance(nilai, str):
        keep.add(jalur, isian["label"], "isinya bukan teks. Ketik kembali.", "bukan-teks")
        return ""
    if len(nilai) > MAX_TEXT:
        banyak, batas = (f"{angka:,}".replace(",", ".") for angka in (len(nilai), MAX_TEXT))
        sebab = f"teksnya {banyak} huruf, paling panjang {batas}. Ringkas lalu simpan."
        keep.add(jalur, isian["label"], sebab, "teks-terlalu-panjang")
        return ""
    return clean_text(nilai)


def clean_text(teks: str) -> str:
    """One kind of line end, no control characters, no half characters: what a copy from Word may bring along."""
    teks = teks.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    teks = teks.encode("utf-8", "replace").decode("utf-8")
    return "".join(huruf for huruf in teks if huruf in "\n\t" or ord(huruf) >= 32)


def _angka(nilai: Any, isian: Mapping[str, Any], jalur: tuple[str, ...], keep: _Keep) -> int | float | None:
    sah = isinstance(nilai, (int, float)) and not isinstance(nilai, bool)
    if sah and abs(nilai) <= 1e15 and math.isfinite(nilai):
        return nilai
    keep.add(jalur, isian["label"], "isinya bukan angka yang sah. Ketik angkanya kembali.", "bukan-angka")
    return None


def _tabel(nilai: Any, isian: Mapping[str, Any], jalur: tuple[str, ...], keep: _Keep) -> dict[str, dict[str, Any]]:
    hasil: dict[str, dict[str, Any]] = empty_value(isian)
    if not isinstance(nilai, dict):
        keep.add(jalur, isian["label"], "isi tabel tidak terbaca. Isi kembali tabel ini.", "bentuk")
        return hasil
    for baris_id, label in _rows(nilai, isian, jalur, keep):
        baris = _row(nilai[baris_id], isian, (*jalur, baris_id), label, keep)
        if baris_id in hasil or answered(baris):  # an added row left blank is not an answer
            hasil[baris_id] = baris
    return hasil


def _rows(
    nilai: dict[str, Any], isian: Mapping[str, Any], jalur: tuple[str, ...], keep: _Keep
) -> Iterator[tuple[str, str]]:
    """The row ids that may be there: the fixed ones, then added ones up to the limit."""
    tetap = {baris["id"]: str(baris.get("label") or baris["id"]) for baris in isian.get("baris", ())}
    tambah = isian.get("tambah")
    batas = min(int(tambah.get("maks") or MAX_ROWS), MAX_ROWS) if tambah else 0
    yield from ((kunci, label) for kunci, label in tetap.items() if kunci in nilai)
    lain = [kunci for kunci in nilai if kunci not in tetap]
    sah = sorted((kunci for kunci in lain if _ADDED_ROW.fullmatch(kunci)), key=lambda kunci: int(kunci[1:]))
    for nomor, kunci in enumerate(sah[:batas], 1):
        yield kunci, f"baris tambahan {nomor}"
    if len(sah) > batas or len(sah) < len(lain):
        sebab = f"ada baris yang tidak dapat dibaca atau melebihi {batas} baris tambahan; baris itu diabaikan."
        keep.add(jalur, isian["label"], sebab, "baris-asing", menunda=False)


def _row(nilai: Any, isian: Mapping[str, Any], jalur: tuple[str, ...], label: str, keep: _Keep) -> dict[str, Any]:
    kolom = answer_fields({"isian": isian["kolom"]})
    if nilai is not None and not isinstance(nilai, dict):
        keep.add(jalur, f"{isian['label']}, {label}", "baris ini tidak terbaca. Isi kembali.", "bentuk")
        nilai = None
    isi = nilai or {}
    hasil = {}
    for satu in kolom:
        bernama = {**satu, "label": f"{isian['label']}, {label}, {satu['label']}"}
        hasil[satu["id"]] = _value(isi.get(satu["id"]), bernama, (*jalur, satu["id"]), keep)
    return hasil


def _empty_row(isian: Mapping[str, Any]) -> dict[str, Any]:
    return {satu["id"]: empty_value(satu) for satu in answer_fields({"isian": isian["kolom"]})}


def _codes(isian: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(opsi["kode"] for opsi in isian["opsi"])


_KINDS: dict[str, Callable[[Any, Mapping[str, Any], tuple[str, ...], _Keep], Any]] = {
    "pilihan": _pilihan,
    "banyak": _banyak,
    "teks": _text,
    "uraian": _text,
    "angka": _angka,
    "tabel": _tabel,
}
