"""The table of a form: fixed rows as cards, and rows that a person adds, removes and gets back.

Scene: side by side on a wide screen, one below the other on a telephone. May import: ipywidgets.
Facts: added rows are called b1, b2, …; a number once used is not used again while the form is open.
Add: a demand on rows belongs into exercises/kit/validation.py first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets

from simulator.notebook.fields import FIELDS, Field, Report
from simulator.notebook.markup import esc, facts_list, inline

_ADDED = re.compile(r"b([1-9][0-9]{0,3})")
_MAX_ROWS = 50


class Row:
    """One row: a card with a heading and one field per column."""

    def __init__(
        self,
        isian: Mapping[str, Any],
        judul: str,
        nilai: Any,
        report: Report,
        *,
        keterangan: Mapping[str, Any] | None = None,
        hapus: Callable[[], None] | None = None,
    ) -> None:
        isi = nilai if isinstance(nilai, Mapping) else {}
        lain = {"sisipan": judul, "dalam_tabel": True}
        self.fields: dict[str, Field] = {
            kolom["id"]: FIELDS[kolom["jenis"]](kolom, isi.get(kolom["id"]), lain, report)
            for kolom in isian["kolom"]
            if kolom["jenis"] in FIELDS
        }
        for satu in self.fields.values():
            satu.tetangga = self.value
        self._kepala = ipywidgets.HTML()
        self._keterangan = facts_list(keterangan or {})
        self.rename(judul)
        sel = ipywidgets.Box([satu.widget for satu in self.fields.values()])
        sel.add_class("bk-sel")
        self.widget = ipywidgets.VBox([self._kepala, sel])
        self.widget.add_class("bk-kartu")
        if len(self.fields) == 1:
            self.widget.add_class("bk-satu")
        if hapus is not None:
            tombol = ipywidgets.Button(description="Hapus baris ini", tooltip=f"Hapus {judul}", icon="trash")
            tombol.add_class("bk-hapus")
            tombol.on_click(lambda _: hapus())
            self.widget.children = (*self.widget.children, tombol)

    def rename(self, judul: str) -> None:
        """Change the heading, when a row above was removed."""
        self.judul = judul
        self._kepala.value = f'<div class="bk-baris">{inline(judul)}</div>{self._keterangan}'

    def value(self) -> dict[str, Any]:
        """The row as JSON."""
        return {kolom: field.value() for kolom, field in self.fields.items()}


class Tabel:
    """A table field; the same manners as fields.Field."""

    def __init__(self, isian: Mapping[str, Any], nilai: Any, report: Report) -> None:
        self.isian, self.report = isian, report
        isi = nilai if isinstance(nilai, Mapping) else {}
        self._tetap = {
            baris["id"]: Row(
                isian, str(baris.get("label") or baris["id"]), isi.get(baris["id"]), report,
                keterangan=baris.get("keterangan"),
            )
            for baris in isian.get("baris", ())
        }  # fmt: skip
        self._tambahan: dict[str, Row] = {}
        self._terhapus: tuple[str, Row, int] | None = None
        self._nomor = 0
        self._build()
        self._restore(isi)

    def _build(self) -> None:
        tambah = self.isian.get("tambah")
        bantuan = self.isian.get("bantuan")
        kepala = ipywidgets.HTML(
            f'<div class="bk-label"><span class="bk-nama">{inline(str(self.isian["label"]))}</span>'
            + (f'<span class="bk-bantuan">{inline(str(bantuan))}</span>' if bantuan else "")
            + "</div>"
        )
        self._daftar = ipywidgets.VBox([row.widget for row in self._tetap.values()])
        self._daftar.add_class("bk-daftar")
        isi: list[ipywidgets.Widget] = [kepala, self._daftar]
        if tambah:
            self._batas = min(int(tambah.get("maks") or _MAX_ROWS), _MAX_ROWS)
            self._tombol = ipywidgets.Button(description="Tambah baris", icon="plus")
            self._tombol.add_class("bk-tambah")
            self._tombol.on_click(lambda _: self.add_row())
            self._kabar = ipywidgets.HTML()
            self._urungkan = ipywidgets.Button(description="Urungkan", icon="undo")
            self._urungkan.on_click(lambda _: self.undo())
            self._urungkan.layout.display = "none"
            baris_aksi = ipywidgets.HBox([self._tombol, self._kabar, self._urungkan])
            baris_aksi.add_class("bk-aksi")
            isi.append(baris_aksi)
        self.widget = ipywidgets.VBox(isi)
        self.widget.add_class("bk-tabel-isian")

    def _restore(self, isi: Mapping[str, Any]) -> None:
        tambah = self.isian.get("tambah")
        if not tambah:
            return
        lama = sorted((int(cocok[1]), kunci) for kunci in isi if (cocok := _ADDED.fullmatch(str(kunci))))
        for nomor, kunci in lama[: self._batas]:
            self._nomor = max(self._nomor, nomor)
            self._insert(kunci, isi[kunci])
        while len(self._tambahan) < int(tambah.get("min") or 0):
            self._insert(self._next_id(), None)
        self._show()

    def _next_id(self) -> str:
        self._nomor += 1
        return f"b{self._nomor}"

    def _insert(self, kunci: str, nilai: Any) -> None:
        judul = f"Baris {len(self._tetap) + len(self._tambahan) + 1}"
        self._tambahan[kunci] = Row(self.isian, judul, nilai, self.report, hapus=lambda: self.remove_row(kunci))

    def add_row(self) -> None:
        """Another empty row, unless there are as many as allowed."""
        if len(self._tambahan) >= self._batas:
            return
        self._insert(self._next_id(), None)
        self._show()
        self.report()

    def remove_row(self, kunci: str) -> None:
        """Take a row away; what it held can be fetched back with undo."""
        if kunci not in self._tambahan:
            return
        tempat = list(self._tambahan).index(kunci)
        row = self._tambahan.pop(kunci)
        self._terhapus = (kunci, row, tempat)
        self._show(f"{row.judul} dihapus.")
        self.report()

    def undo(self) -> None:
        """Bring the row removed last back to its place."""
        if self._terhapus is None:
            return
        kunci, row, tempat = self._terhapus
        urutan = list(self._tambahan.items())
        urutan.insert(tempat, (kunci, row))
        self._tambahan = dict(urutan)
        self._terhapus = None
        self._show(f"{row.judul} dikembalikan.")
        self.report()

    def _show(self, kabar: str = "") -> None:
        for nomor, row in enumerate(self._tambahan.values(), len(self._tetap) + 1):
            row.rename(f"Baris {nomor}")
        semua = (*self._tetap.values(), *self._tambahan.values())
        self._daftar.children = tuple(row.widget for row in semua)
        penuh = len(self._tambahan) >= self._batas
        self._tombol.disabled = penuh
        if penuh and not kabar:
            kabar = f"Paling banyak {self._batas} baris."
        elif not semua and not kabar:
            kabar = "Belum ada baris. Tekan “Tambah baris” untuk mulai."
        self._kabar.value = f'<span role="status">{esc(kabar)}</span>'
        self._urungkan.layout.display = "none" if self._terhapus is None else ""

    def rows(self) -> dict[str, Row]:
        """All rows in order."""
        return {**self._tetap, **self._tambahan}

    def value(self) -> dict[str, dict[str, Any]]:
        """The table as JSON: {row: {column: value}}."""
        return {kunci: row.value() for kunci, row in self.rows().items()}

    def refresh_hint(self) -> None:
        """Bring the hints of all cells up to date."""
        for row in self.rows().values():
            for field in row.fields.values():
                field.refresh_hint()
