"""The notebooks behind the pages *Kantor kelas* and *Kantor saya*: a few texts and the words of
simulator/notebook/kantor.

Scene: written into the participant's folder by ``bimtek mulai``; the page opens it, and so can JupyterLab.
May import: the standard library. Facts: format 4.5 of Jupyter notebooks; code is hidden and not to be edited.
Add: a part of the page as a heading with its word; the page runs only the words it knows (lembar.js).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: The office that a class shares, and one's own: the folder of the page.
NAMA, SENDIRI = "kantor_kelas", "kantor_saya"
_SEL = (
    (
        "# Kantor kelas\n\nKantor simulasi yang dipakai bersama satu kelas. Yang Anda simpan di sini tampil juga di "
        "e-Kinerja (Simulasi) kelas itu, dan sebaliknya.",
        "from simulator.notebook.kantor.ruang import kantor_kelas\nruang = kantor_kelas()",
    ),
    ("## Masuk", "ruang.masuk()"),
    ("## Tulis RHK", "ruang.tulis_rhk()"),
    ("## SKP saya", "ruang.skp_saya()"),
    ("## Penilaian saya", "ruang.penilaian_saya()"),
    ("## Bawahan saya", "ruang.bawahan()"),
)
_SEL_SENDIRI = (
    (
        "# Kantor saya\n\nIsi SKP di kantor simulasi Anda sendiri, sebagaimana tersimpan sekarang. Mengubahnya di "
        "e-Kinerja (Simulasi); sesudah itu tekan Muat ulang di sini.",
        "from simulator.notebook.kantor.milik import kantor_saya\nkantor_saya()",
    ),
)


def notebook(isi: tuple[tuple[str, str], ...] = _SEL) -> dict[str, Any]:
    """The notebook without outputs."""
    sel: list[dict[str, Any]] = []
    for nomor, (teks, kode) in enumerate(isi):
        sel.append({"cell_type": "markdown", "id": f"teks-{nomor}", "metadata": {}, "source": teks})
        hidden = {"jupyter": {"source_hidden": True}, "editable": False}
        sel.append(
            {"cell_type": "code", "id": f"kode-{nomor}", "metadata": hidden, "source": kode, "outputs": [],
             "execution_count": None}
        )  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    halaman = {"halaman": True, "jalankan_otomatis": True, "versi": 1}
    return {
        "cells": sel, "metadata": {"kernelspec": kernel, "bimtek": halaman}, "nbformat": 4, "nbformat_minor": 5,
    }  # fmt: skip


def write_notebook(folder: Path, nama: str = NAMA) -> Path:
    """Write it where the page looks for it; what was typed there before stays beside it."""
    berkas = folder / nama / f"{nama}.ipynb"
    berkas.parent.mkdir(exist_ok=True)
    isi = notebook(_SEL if nama == NAMA else _SEL_SENDIRI)
    berkas.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return berkas
