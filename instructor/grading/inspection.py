"""Look at the notebook that came with a submission: what is odd is told by name, and costs nothing.

Scene: before grading one submission. The notebook is read as text, never run. May import: standard library.
Facts: in a form exercise every code cell is the course's own, so a change there cannot carry an answer.
Add: an oddity is one function here, its sentence in Indonesian and its trap test.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BATAS_BUKU = 8 * 1024 * 1024
TIDAK_BERPENGARUH = "Nilai dihitung dari berkas jawaban, jadi tidak terpengaruh."


@dataclass(frozen=True, slots=True)
class Catatan:
    """One remark about a submission, for the instructor's list of problems."""

    kode: str
    pesan: str


def inspect_files(folder: Path, latihan: str, rilis: dict[str, Any], tampilan: dict[str, Any]) -> tuple[Catatan, ...]:
    """Everything odd about the files of one submission."""
    asli = folder / f"{latihan}.ipynb.kiriman"
    berkas = asli if asli.is_file() else folder / f"{latihan}.ipynb"
    if berkas.is_file():
        catatan = inspect_bytes(_capped(berkas), latihan, rilis)
    else:
        lain = sorted(satu.name for satu in folder.glob("*.ipynb"))
        catatan = (_renamed(lain[0], latihan),) if lain else inspect_bytes(None, latihan, rilis)
    return (*catatan, *_case_notes(folder, tampilan))


def inspect_bytes(isi: bytes | None, latihan: str, rilis: dict[str, Any]) -> tuple[Catatan, ...]:
    """Everything odd about a notebook as handed in; None when none came."""
    if isi is None:
        return (Catatan("buku-tidak-ada", f"Buku kerja {latihan}.ipynb tidak ikut dikumpulkan. {TIDAK_BERPENGARUH}"),)
    if len(isi) > BATAS_BUKU:
        return (Catatan("buku-besar", f"Buku kerja lebih besar dari 8 MB dan tidak dibuka. {TIDAK_BERPENGARUH}"),)
    sel = _cells(isi)
    if sel is None:
        return (Catatan("buku-rusak", f"Buku kerja tidak terbaca (rusak atau terpotong). {TIDAK_BERPENGARUH}"),)
    return tuple(_cell_notes(sel, rilis.get("cells", [])))


def _renamed(nama: str, latihan: str) -> Catatan:
    pesan = f"Buku kerja bernama “{nama}”, seharusnya “{latihan}.ipynb”. {TIDAK_BERPENGARUH}"
    return Catatan("buku-berganti-nama", pesan)


def _capped(berkas: Path) -> bytes:
    with berkas.open("rb") as isi:
        return isi.read(BATAS_BUKU + 1)


def _cells(isi: bytes) -> list[dict[str, Any]] | None:
    try:
        sel = json.loads(isi)["cells"]
        if isinstance(sel, list) and all(isinstance(satu, dict) for satu in sel):
            return sel
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return None


def _cell_notes(sel: list[dict[str, Any]], asli: list[dict[str, Any]]) -> Iterator[Catatan]:
    hitung = Counter(nama for satu in sel if (nama := _grade_id(satu)))
    ganda = sorted(nama for nama, banyak in hitung.items() if banyak > 1)
    if ganda:
        yield Catatan("sel-ganda", f"Sel tersalin dua kali: {', '.join(ganda)}. {TIDAK_BERPENGARUH}")
    terkunci = {nama: satu for satu in asli if (nama := _grade_id(satu))}
    hilang = sorted(nama for nama in terkunci if nama not in hitung)
    if hilang:
        yield Catatan("sel-hilang", f"Sel terhapus: {', '.join(hilang)}. {TIDAK_BERPENGARUH}")
    berubah = sorted(
        {
            nama
            for satu in sel
            if (nama := _grade_id(satu)) in terkunci
            and (_source(satu), satu.get("cell_type")) != (_source(terkunci[nama]), terkunci[nama].get("cell_type"))
        }
    )
    if berubah:
        yield Catatan("sel-berubah", f"Sel milik kursus diubah: {', '.join(berubah)}. {TIDAK_BERPENGARUH}")
    dikenal = {_source(satu) for satu in asli}
    tambahan = sum(
        1
        for satu in sel
        if satu.get("cell_type") == "code" and not _grade_id(satu) and _source(satu).strip() not in ("", *dikenal)
    )
    if tambahan:
        yield Catatan(
            "sel-tambahan",
            f"Ada {tambahan} sel kode buatan peserta. Sel itu tidak pernah dijalankan. {TIDAK_BERPENGARUH}",
        )


def _case_notes(folder: Path, tampilan: dict[str, Any]) -> Iterator[Catatan]:
    berkas = folder / "kasus.json"
    if not berkas.is_file():
        return
    try:
        sama = berkas.stat().st_size <= BATAS_BUKU and json.loads(berkas.read_bytes()) == tampilan
    except (ValueError, RecursionError):
        sama = False
    if not sama:
        yield Catatan(
            "kasus-berubah",
            "kasus.json berbeda dari yang dibagikan. Jawaban dinilai terhadap kasus asli yang disimpan instruktur.",
        )


def _grade_id(sel: dict[str, Any]) -> str:
    metadata = sel.get("metadata")
    tanda = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    nama = tanda.get("grade_id") if isinstance(tanda, dict) else None
    return nama if isinstance(nama, str) else ""


def _source(sel: dict[str, Any]) -> str:
    isi = sel.get("source", "")
    if isinstance(isi, list):
        return "".join(satu for satu in isi if isinstance(satu, str))
    return isi if isinstance(isi, str) else ""
