"""Is ``tampilan`` a form that can be drawn, filled and graded? Asked at build time, answered for authors.

Scene: the build and the exercise tests. May import: kit, simulator.domain.
Facts: field kinds and their keys as in exercises/README.md.
Add: a kind's own demands as one function in _DEMANDS.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from exercises.kit.case import Case
from exercises.kit.formative import KINDS
from exercises.kit.spec import ExerciseSpec
from exercises.kit.validation import READ_ONLY
from simulator.domain.errors import DataTidakSah

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")
_IN_TABLE = ("pilihan", "banyak", "teks", "uraian", "angka")


def check_shape(case: Case, spec: ExerciseSpec) -> None:
    """Refuse a case whose shown part cannot serve its exercise.

    Raises: DataTidakSah — lists every fault found.
    """
    salah = list(shape_faults(case, spec))
    if salah:
        raise DataTidakSah(
            f"Kasus latihan {spec.nama} (benih {case.benih}) belum benar: {'; '.join(salah)}. Perbaiki make_case.",
            kode="tampilan",
        )


def shape_faults(case: Case, spec: ExerciseSpec) -> Iterator[str]:
    """Every fault of ``tampilan``, in reading order."""
    tampilan = case.tampilan
    for nama, isi in (("tampilan", tampilan), ("kunci", case.kunci)):
        if json.loads(json.dumps(isi)) != isi:
            yield f"{nama} berubah bila disimpan sebagai JSON (kunci harus teks, tanpa tuple)"
    if tampilan.get("latihan") != spec.nama or case.latihan != spec.nama:
        yield f"nama latihan bukan {spec.nama}"
    if list(tampilan["soal"]) != [soal.id for soal in spec.soal]:
        yield "soal di tampilan tidak sama atau tidak urut dengan exercise.yaml"
    for soal_id, soal in tampilan["soal"].items():
        for kunci in ("judul", "isian"):
            if not soal.get(kunci):
                yield f"soal {soal_id}: “{kunci}” belum ada"
        yield from _checks(soal, f"soal {soal_id}", tuple(KINDS))
        yield from _fields(soal.get("isian", ()), f"soal {soal_id}", in_table=False)


def _fields(daftar: Any, tempat: str, *, in_table: bool) -> Iterator[str]:
    ids = [isian.get("id") for isian in daftar if isian.get("id")]
    if len(ids) != len(set(ids)):
        yield f"{tempat}: ada id isian yang sama"
    boleh = _IN_TABLE if in_table else (*_IN_TABLE, "tabel", *READ_ONLY)
    for isian in daftar:
        jenis = isian.get("jenis")
        if jenis not in boleh:
            yield f"{tempat}: jenis isian “{jenis}” tidak dikenal di sini"
            continue
        di_sini = f"{tempat}, isian {isian.get('id', jenis)}"
        if jenis not in READ_ONLY:
            if not _ID.fullmatch(str(isian.get("id", ""))):
                yield f"{di_sini}: id kosong atau memuat tanda yang tidak boleh"
            if not isian.get("label"):
                yield f"{di_sini}: label belum ada"
            yield from _checks(isian, di_sini, tuple(nama for nama, cocok in KINDS.items() if jenis in cocok))
            if isian.get("petunjuk", "smart") not in ("smart", ""):
                yield f"{di_sini}: petunjuk “{isian['petunjuk']}” tidak dikenal"
        if jenis in _DEMANDS:
            yield from _DEMANDS[jenis](isian, di_sini, daftar)


def _checks(isian: Mapping[str, Any], tempat: str, boleh: tuple[str, ...]) -> Iterator[str]:
    for satu in isian.get("periksa", ()):
        nama, _, rincian = str(satu).partition(":")
        if nama not in boleh:
            yield f"{tempat}: periksa “{satu}” tidak berlaku di sini"
        elif nama == "min_baris" and not rincian.isdecimal():
            yield f"{tempat}: periksa “{satu}” perlu angka, misalnya min_baris:3"


def _options(isian: Mapping[str, Any], tempat: str, _: Any) -> Iterator[str]:
    kode = [opsi.get("kode") for opsi in isian.get("opsi", ())]
    if not kode or not all(isinstance(satu, str) and satu for satu in kode):
        yield f"{tempat}: setiap opsi perlu kode berupa teks"
    if len(kode) != len(set(kode)):
        yield f"{tempat}: ada kode opsi yang sama"
    if not all(opsi.get("label") for opsi in isian.get("opsi", ())):
        yield f"{tempat}: ada opsi tanpa label"


def _table(isian: Mapping[str, Any], tempat: str, _: Any) -> Iterator[str]:
    yield from _fields(isian.get("kolom", ()), tempat, in_table=True)
    baris = [satu.get("id") for satu in isian.get("baris", ())]
    if not isian.get("kolom"):
        yield f"{tempat}: belum ada kolom"
    if not baris and not isian.get("tambah"):
        yield f"{tempat}: tidak ada baris dan tidak boleh ditambah"
    if len(baris) != len(set(baris)) or not all(_ID.fullmatch(str(satu)) for satu in baris):
        yield f"{tempat}: id baris kosong, kembar, atau memuat tanda yang tidak boleh"
    if isian.get("tambah") and any(re.fullmatch(r"b\d+", str(satu)) for satu in baris):
        yield f"{tempat}: id baris tetap tidak boleh berbentuk b1, b2, … (dipakai baris tambahan)"


def _data(isian: Mapping[str, Any], tempat: str, _: Any) -> Iterator[str]:
    lebar = len(isian.get("kolom", ()))
    if any(len(baris) != lebar for baris in isian.get("baris", ())):
        yield f"{tempat}: ada baris data yang jumlah kolomnya berbeda"


def _distribution(isian: Mapping[str, Any], tempat: str, daftar: Any) -> Iterator[str]:
    dari = isian.get("dari") or {}
    tabel = [satu for satu in daftar if satu.get("id") == dari.get("tabel") and satu.get("jenis") == "tabel"]
    kolom = [satu for satu in tabel for satu in satu["kolom"] if satu.get("id") == dari.get("kolom")]
    if not kolom or kolom[0].get("jenis") != "pilihan":
        yield f"{tempat}: “dari” harus menunjuk kolom pilihan pada tabel di soal yang sama"


_DEMANDS: dict[str, Callable[[Mapping[str, Any], str, Any], Iterator[str]]] = {
    "pilihan": _options,
    "banyak": _options,
    "tabel": _table,
    "data": _data,
    "distribusi": _distribution,
}
