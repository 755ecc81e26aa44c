"""One *soal* as a form that saves itself: builds the fields, keeps the answer on disk, says that it did.

Scene: what a participant sees and fills in. May import: ipywidgets, the other files of this folder, domain.errors.
Facts: the file is the truth and the widgets are a view of it; "Tersimpan" is said only after the file is written.
Add: a field kind in fields.py; a read-only block in _READ_ONLY.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import ipywidgets

from simulator.domain.errors import BimtekError, StatusTidakSesuai
from simulator.notebook.distribution import distribution_html
from simulator.notebook.fields import FIELDS, Field
from simulator.notebook.markup import esc, html_table, simple_markdown
from simulator.notebook.schedule import Later
from simulator.notebook.table import Tabel

_LAIN = " Sebagian isinya diubah di jendela lain dan tetap tersimpan; muat ulang halaman (F5) untuk melihatnya."
STYLE_FILE = Path(__file__).with_name("form.css")


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save led to: the time shown, and how much of the exercise is filled.

    ``ada_lain``: another window has changed something meanwhile that this form does not show.
    """

    jam: str
    terisi: int
    total: int
    ada_lain: bool = False


class Form:
    """A form for one *soal*.

    ``simpan`` is given the changed fields ({isian: value}), what the form showed of them before, and whether its own
    count where another window changed the same. It returns Saved, or raises BimtekError; then the values stay pending,
    the form says so in red and offers to try again.
    """

    def __init__(
        self,
        soal_id: str,
        soal: Mapping[str, Any],
        nilai: Mapping[str, Any],
        simpan: Callable[[dict[str, Any], dict[str, Any], bool], Saved],
        *,
        awal: Saved | None = None,
    ) -> None:
        self.soal_id, self.soal = soal_id, soal
        self._simpan = simpan
        self._later = Later(self._save)
        self._pending: dict[str, Any] = {}
        self._saved: Saved | None = None
        self._diberi_tahu = False
        self.fields: dict[str, Field | Tabel] = {}
        self._charts: list[tuple[ipywidgets.HTML, Mapping[str, Any]]] = []
        self._remarks: dict[str, ipywidgets.HTML] = {}
        bagian = [self._introduction()]
        bagian += [self._part(isian, nilai.get(isian.get("id", ""))) for isian in soal["isian"]]
        self.widget = ipywidgets.VBox([*bagian, self._status_bar(awal)])
        self.widget.add_class("bk-form")
        self._dilihat = self.value()
        self._draw_charts()
        # The form is there first; reading the lexicon for the hints can follow a moment later.
        self._first_hints = Later(self._refresh_hints)
        self._first_hints.request()

    def _introduction(self) -> ipywidgets.HTML:
        gaya = f"<style>{STYLE_FILE.read_text(encoding='utf-8')}</style>"
        return ipywidgets.HTML(
            f'{gaya}<div class="bk-pengantar">{simple_markdown(self.soal.get("pengantar", ""))}</div>'
        )

    def _part(self, isian: Mapping[str, Any], nilai: Any) -> ipywidgets.Widget:
        jenis = isian["jenis"]
        if jenis in _READ_ONLY:
            return ipywidgets.HTML(_READ_ONLY[jenis](isian))
        if jenis == "distribusi":
            gambar = ipywidgets.HTML()
            self._charts.append((gambar, isian))
            return gambar
        kunci = isian["id"]

        def report() -> None:
            self._changed(kunci)

        field: Field | Tabel
        field = Tabel(isian, nilai, report) if jenis == "tabel" else FIELDS[jenis](isian, nilai, {}, report)
        if isinstance(field, Field):
            field.tetangga = self.value
        self.fields[kunci] = field
        catatan = ipywidgets.HTML()
        catatan.add_class("bk-catatan")
        self._remarks[kunci] = catatan
        kotak = ipywidgets.VBox([field.widget, catatan])
        kotak.add_class(field_class(self.soal_id, kunci))
        return kotak

    def _status_bar(self, awal: Saved | None) -> ipywidgets.Widget:
        self._status = ipywidgets.HTML()
        self._status.add_class("bk-status")
        self._ulang = ipywidgets.Button(description="Simpan lagi", icon="refresh")
        self._ulang.on_click(lambda _: self._save_again())
        self._ulang.layout.display = "none"
        if awal is None:
            self._status.value = '<span role="status">Jawaban tersimpan sendiri setiap kali Anda mengisi.</span>'
        else:
            self._say_saved(awal)
        bilah = ipywidgets.HBox([self._status, self._ulang])
        bilah.add_class("bk-bilah")
        return bilah

    def _changed(self, kunci: str) -> None:
        if not self._pending:
            self._status.value = '<span role="status">Menyimpan…</span>'
        self._pending[kunci] = None
        self._later.request()

    def _save_again(self) -> None:
        """The button: whoever was told what another window wrote, and presses it, wants what stands here."""
        tetap = self._diberi_tahu
        self._later.flush()
        self._save(tetap=tetap)

    def _save(self, *, tetap: bool = False) -> None:
        """Write what changed. A failure keeps it pending and is told on the form, where the person looks."""
        berubah = {kunci: self.fields[kunci].value() for kunci in self._pending}
        if not berubah:
            return
        try:
            hasil = self._simpan(berubah, {kunci: self._dilihat[kunci] for kunci in berubah}, tetap)
        except BimtekError as galat:
            self._diberi_tahu = isinstance(galat, StatusTidakSesuai)
            self._say_failed(galat.pesan)
        else:
            self._diberi_tahu = False
            self._pending.clear()
            self._dilihat |= berubah
            self._say_saved(hasil)
        # Help comes after the saving: whatever happens to it, the answer is safe.
        for kunci in berubah:
            self._remarks[kunci].value = ""
        self._refresh_hints()
        self._draw_charts()

    def _refresh_hints(self) -> None:
        for field in self.fields.values():
            field.refresh_hint()

    def flush(self, *, force: bool = False) -> bool:
        """Save what is waiting now. True when nothing is left unsaved."""
        self._later.flush()
        if self._pending and force:
            self._save()
        return not self._pending

    def value(self) -> dict[str, Any]:
        """All values as the form shows them."""
        return {kunci: field.value() for kunci, field in self.fields.items()}

    def remark(self, catatan: Mapping[str, list[str]]) -> None:
        """Show the remarks of Periksa below their fields; fields without one are cleared."""
        for kunci, tempat in self._remarks.items():
            butir = "".join(f"<li>{esc(satu)}</li>" for satu in catatan.get(kunci, ()))
            tempat.value = f'<ul class="bk-saran">{butir}</ul>' if butir else ""

    def show_progress(self, terisi: int, total: int) -> None:
        """Another form of the same exercise saved: the progress told here follows."""
        if self._saved is not None and not self._pending:
            self._say_saved(replace(self._saved, terisi=terisi, total=total))

    def _say_saved(self, hasil: Saved) -> None:
        self._saved = hasil
        self._ulang.layout.display = "none"
        jam = f'<span class="bk-baik">✔ Tersimpan {esc(hasil.jam)}</span>' if hasil.jam else ""
        self._status.value = (
            f'<span role="status">{jam} <span class="bk-redup">{hasil.terisi} dari {hasil.total} isian terisi '
            f"di latihan ini</span>{_LAIN if hasil.ada_lain else ''}</span>"
        )

    def _say_failed(self, pesan: str) -> None:
        self._ulang.layout.display = ""
        self._status.value = f'<div class="bk-gagal" role="alert"><strong>Belum tersimpan.</strong> {esc(pesan)}</div>'

    def _draw_charts(self) -> None:
        for gambar, isian in self._charts:
            tabel = self.fields.get(isian["dari"]["tabel"])
            if not isinstance(tabel, Tabel):
                continue
            kolom = isian["dari"]["kolom"]
            opsi = next(satu["opsi"] for satu in tabel.isian["kolom"] if satu["id"] == kolom)
            pilihan = [row.value().get(kolom) for row in tabel.rows().values()]
            pola, dasar = isian.get("pola") or {}, isian.get("dasar") or {}
            batas = isian.get("toleransi_sampai")
            gambar.value = distribution_html(isian.get("judul", "Sebaran"), opsi, pilihan, pola, dasar, batas)


def field_class(soal_id: str, isian_id: str) -> str:
    """The CSS class by which a page finds a field again ("kembali ke isian")."""
    return f"isian-{soal_id}-{isian_id}"


def _info(isian: Mapping[str, Any]) -> str:
    return f'<div class="bk-info">{simple_markdown(isian.get("teks", ""))}</div>'


def _data(isian: Mapping[str, Any]) -> str:
    return html_table(isian.get("judul", ""), isian.get("kolom", ()), isian.get("baris", ()))


_READ_ONLY: dict[str, Callable[[Mapping[str, Any]], str]] = {"info": _info, "data": _data}
