"""How the statements are worded: advice of the wording engine, each at its cell.

Scene: last check of an import. May import: simulator.wording, this folder.
Facts: findings and sentences are the engine's (instructor/handbook/temuan-kata.md); they advise and never stop an
import, as on Detail SKP. Add: nothing about words; those stand in wording/lexicon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.wording import Pernyataan, periksa_skp
from simulator.wording.berkas.baris import Baris
from simulator.wording.berkas.komentar import NAMA_KRITERIA, sel_temuan
from simulator.workflow.impor.temuan import PERINGATAN, Catatan


def periksa_redaksi(daftar: Sequence[Baris], jabatan: str | None, catatan: Catatan) -> None:
    """Judge everything as one SKP. A cell that is wrong in form is not judged by its words too."""
    semua: list[tuple[Baris, Pernyataan]] = []
    for baris in daftar:
        for p in (baris.rhk_baru, baris.pernyataan):
            if p is not None:
                semua.append((baris, replace(p, jabatan=jabatan)))
    for (baris, p), hasil in zip(semua, periksa_skp([p for _, p in semua]), strict=True):
        for temuan in hasil.temuan:
            sel = baris.sel.get("rhk", "") if p is baris.rhk_baru or p.jenis_pernyataan == "rhk" else ""
            sel = sel or sel_temuan(temuan, baris)
            if not catatan.bergalat(baris.lembar, sel):
                pesan = f"{NAMA_KRITERIA[temuan.kriteria]}: {temuan.pesan}"
                catatan.tambah(PERINGATAN, f"kata-{temuan.kode}", baris.lembar, baris.nomor, sel, pesan, temuan.saran)
