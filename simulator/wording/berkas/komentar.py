"""Findings as comments in the cells they are about.

Scene: ``bimtek iki periksa --keluaran`` and the findings report of the SKP import. openpyxl only when called.
Facts: none. Add: which cell a finding belongs to in _SEL_KODE.
"""

from __future__ import annotations

from typing import Any

from simulator.wording.berkas.baris import Baris
from simulator.wording.pernyataan import Temuan

NAMA_KRITERIA = {
    "orientasi": "Orientasi", "S": "S Spesifik", "M": "M Terukur", "A": "A Tercapai", "R": "R Relevan",
    "T": "T Berwaktu", "bahasa": "Bahasa",
}  # fmt: skip
_SEL_KODE = {
    "tanpa-target": "target", "tanpa-satuan": "target", "satuan-tidak-cocok": "target", "aspek-keliru": "aspek",
    "target-mutlak": "target", "salinan-atasan": "rhk", "rhk-tidak-mendukung-atasan": "rhk",
}  # fmt: skip
KUNING, MERAH = "FFF2CC", "F8CBAD"


def bidang_temuan(t: Temuan) -> str:
    """The field a finding is about: target, aspek, rhk or teks."""
    return "target" if t.kriteria == "A" else _SEL_KODE.get(t.kode, "teks")


def sel_temuan(t: Temuan, b: Baris) -> str:
    """The cell of a row a finding is about; the statement's own where the field has no column."""
    bidang = bidang_temuan(t)
    return b.sel.get(bidang) or b.sel.get("teks") or b.sel.get("rhk") or b.sel.get("sasaran") or b.sel["rencana_aksi"]


def beri_komentar(lembar: Any, alamat: str, isi: str, *, oleh: str, warna: str = KUNING) -> None:
    """Add a comment to a cell (of a merged range: to its first), below one that is already there, and colour it."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    sel = _sel_pertama(lembar, alamat)
    if sel is None:
        return
    lama = sel.comment.text + "\n\n" if sel.comment and isi not in sel.comment.text else ""
    sel.comment = Comment((lama + isi)[:8000], oleh, width=360, height=min(60 + len(isi) // 2, 400))
    sel.fill = PatternFill("solid", fgColor=warna)


def _sel_pertama(lembar: Any, alamat: str) -> Any:
    """The cell that shows for an address; None where broken merges overlap so that none does."""
    from openpyxl.cell.cell import Cell

    sel = lembar[alamat]
    calon = [lembar.cell(r.min_row, r.min_col) for r in lembar.merged_cells.ranges if alamat in r]
    return next((satu for satu in (sel, *calon) if isinstance(satu, Cell)), None)


def isi_baris(lembar: Any, baris: int, nilai: list[object] | tuple[object, ...]) -> None:
    """Write values as they are: a text that begins with “=” stays text, control characters are dropped."""
    for i, isi in enumerate(nilai, start=1):
        sel = lembar.cell(baris, i)
        if isinstance(isi, str):
            sel.value = "".join(h for h in isi[:32_000] if h in "\n\t" or h.isprintable())
            sel.data_type = "s"
        else:
            sel.value = isi
