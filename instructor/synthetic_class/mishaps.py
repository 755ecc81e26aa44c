"""What goes wrong on a teaching day: broken zips, renamed files, copied cells, tampering, wrong kinds, far too much.

Scene: synthetic class; the tests of the traps use the same functions. May import: exercises.kit; standard library.
Facts: the list follows what was measured to break or distort a plain nbgrader class.
Add: one function (zip → nothing, changes files), its row in KECELAKAAN, its trap test.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.kit.answers import ANSWER_FILE, MAX_BYTES


def rewrite_zip(berkas: Path, ubah: Callable[[dict[str, bytes]], dict[str, bytes]]) -> None:
    """Change what is in a zip, keeping the time at which it arrived."""
    waktu = berkas.stat().st_mtime
    with zipfile.ZipFile(berkas) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in ubah(isi).items():
            arsip.writestr(zipfile.ZipInfo(nama, date_time=(2026, 1, 1, 0, 0, 0)), data)
    os.utime(berkas, (waktu, waktu))


def truncate(berkas: Path) -> None:
    """The copy to the USB drive stopped halfway."""
    waktu, isi = berkas.stat().st_mtime, berkas.read_bytes()
    berkas.write_bytes(isi[: len(isi) * 3 // 5])
    os.utime(berkas, (waktu, waktu))


def rename_zip(berkas: Path) -> None:
    """The browser downloaded it a second time."""
    berkas.rename(berkas.with_name(f"{berkas.stem} (1).zip"))


def rename_notebook(berkas: Path) -> None:
    """The notebook in it is called “… (1).ipynb”."""

    def ubah(isi: dict[str, bytes]) -> dict[str, bytes]:
        return {nama.replace(".ipynb", " (1).ipynb"): data for nama, data in isi.items()}

    rewrite_zip(berkas, ubah)


def duplicate_cells(berkas: Path) -> None:
    """A check cell was copied and pasted; plain nbgrader stops the whole class at this."""

    def ubah(buku: dict[str, Any]) -> None:
        terkunci = [sel for sel in buku["cells"] if "nbgrader" in sel["metadata"]]
        buku["cells"].extend(json.loads(json.dumps(terkunci[-2:])))

    _change_notebook(berkas, ubah)


def malicious_cell(berkas: Path) -> None:
    """Code that would give full marks and spoil the gradebook, if anyone ran it."""

    def ubah(buku: dict[str, Any]) -> None:
        kode = (
            "import pathlib, os\n"
            "for berkas in pathlib.Path('../../..').glob('gradebook.db'): berkas.unlink()\n"
            "get_ipython().ast_transformers.append(type('T', (), {'visit': lambda self, node: node})())\n"
            "os._exit(0)"
        )
        buku["cells"].insert(
            0,
            {
                "cell_type": "code",
                "execution_count": None,
                "id": "jahat",
                "metadata": {},
                "outputs": [],
                "source": kode,
            },
        )

    _change_notebook(berkas, ubah)


def tamper_answer(berkas: Path) -> None:
    """The answer was edited by hand after it was packed: the manifest no longer fits."""

    def ubah(isi: dict[str, bytes]) -> dict[str, bytes]:
        return {nama: data + b" \n" if nama.endswith(ANSWER_FILE) else data for nama, data in isi.items()}

    rewrite_zip(berkas, ubah)


def other_owner(berkas: Path) -> None:
    """The answer file says it belongs to somebody else."""
    _change_answer(berkas, lambda jawaban: jawaban | {"peserta": "orang-lain"})


def wrong_types(berkas: Path) -> None:
    """One field of the first question holds something that no form could have written."""

    def ubah(jawaban: dict[str, Any]) -> dict[str, Any]:
        pertama = next(iter(jawaban["soal"]))
        isian = next(iter(jawaban["soal"][pertama]))
        return jawaban | {"soal": jawaban["soal"] | {pertama: jawaban["soal"][pertama] | {isian: [[-1, "x"], 7]}}}

    _change_answer(berkas, ubah)


def huge_answer(berkas: Path) -> None:
    """A whole book was pasted into a text field."""
    _change_answer(berkas, lambda jawaban: jawaban | {"tempelan": "Lampiran. " * (MAX_BYTES // 8)})


def _change_answer(berkas: Path, ubah: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    def semua(isi: dict[str, bytes]) -> dict[str, bytes]:
        return {
            nama: json.dumps(ubah(json.loads(data)), ensure_ascii=False).encode()
            if nama.endswith(ANSWER_FILE)
            else data
            for nama, data in isi.items()
        }

    rewrite_zip(berkas, semua)


def _change_notebook(berkas: Path, ubah: Callable[[dict[str, Any]], None]) -> None:
    def semua(isi: dict[str, bytes]) -> dict[str, bytes]:
        hasil = {}
        for nama, data in isi.items():
            if nama.endswith(".ipynb"):
                buku = json.loads(data)
                ubah(buku)
                data = json.dumps(buku, ensure_ascii=False).encode()
            hasil[nama] = data
        return hasil

    rewrite_zip(berkas, semua)


@dataclass(frozen=True, slots=True)
class Kecelakaan:
    """One kind of accident: its code, what people call it, and what it does to the zip in the inbox."""

    kode: str
    nama: str
    apply: Callable[[Path], None]


KECELAKAAN = (
    Kecelakaan("zip_terpotong", "zip terpotong saat disalin", truncate),
    Kecelakaan("zip_ganti_nama", "zip berganti nama", rename_zip),
    Kecelakaan("sel_ganda", "sel tersalin", duplicate_cells),
    Kecelakaan("buku_ganti_nama", "buku kerja berganti nama", rename_notebook),
    Kecelakaan("jawaban_diubah", "jawaban diubah setelah dikemas", tamper_answer),
    Kecelakaan("sel_jahat", "sel kode yang merusak", malicious_cell),
    Kecelakaan("tipe_keliru", "isian berbentuk salah", wrong_types),
    Kecelakaan("sangat_besar", "jawaban terlalu besar", huge_answer),
    Kecelakaan("pemilik_lain", "berkas jawaban milik orang lain", other_owner),
)
