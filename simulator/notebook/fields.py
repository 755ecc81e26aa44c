"""The single fields of a form: choice, checkboxes, short text, long text, number.

Scene: each shows one kind of ``isian`` and tells its value as the answer file keeps it. May import: ipywidgets.
Facts: field kinds and keys as in exercises/README.md.
Add: a kind is one Field class and its entry in FIELDS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets

from simulator.notebook.hints import field_hint
from simulator.notebook.markup import context_html, esc, inline, number_text
from simulator.notebook.typed import few_and_short, parse_number

Report = Callable[[], None]
# Said to eyes and to screen readers alike; the sign alone would be read as "bintang".
REQUIRED_MARK = ' <abbr class="bk-wajib" title="wajib diisi">*</abbr>'
OPTIONAL_MARK = ' <span class="bk-opsional">(boleh kosong)</span>'
# Without a tooltip of its own a label would show "null" below the mouse.
_LABELLED: dict[str, Any] = {"description_allow_html": True, "tooltip": ""}


class Field:
    """One field: ``widget`` to show, ``value()`` to keep, ``hint()`` for help that follows the typing."""

    def __init__(self, isian: Mapping[str, Any], lain: Mapping[str, Any], report: Report) -> None:
        self.isian, self.report = isian, report
        self.sisipan = str(lain.get("sisipan", ""))
        self.dalam_tabel = bool(lain.get("dalam_tabel"))
        self.tetangga: Callable[[], Mapping[str, Any]] = dict  # values of the fields around, set by form and row
        self._hint: ipywidgets.HTML | None = None

    widget: ipywidgets.Widget

    def value(self) -> Any:
        """The answer as JSON."""
        raise NotImplementedError

    def hint(self) -> str:
        """HTML shown below the field; "" for none."""
        return field_hint(self.isian, self.value(), self.tetangga())

    def refresh_hint(self) -> None:
        """Bring the hint up to date with the value."""
        if self._hint is not None:
            self._hint.value = self.hint()

    def _label(self) -> str:
        """Label, required mark and help. The row's name comes along for screen readers."""
        awal = f'<span class="bk-sr">{esc(self.sisipan)}: </span>' if self.sisipan else ""
        wajib = OPTIONAL_MARK if self.isian.get("wajib", True) is False else REQUIRED_MARK
        bantuan = self.isian.get("bantuan")
        bantuan_html = f'<span class="bk-bantuan">{inline(str(bantuan))}</span>' if bantuan else ""
        return f'{awal}<span class="bk-nama">{inline(str(self.isian["label"]))}</span>{wajib}{bantuan_html}'

    def _wrap(self, control: ipywidgets.Widget, *, hint: bool = False) -> ipywidgets.VBox:
        isi = [control]
        konteks = self.isian.get("konteks")
        if konteks:
            isi.insert(0, ipywidgets.HTML(context_html(konteks)))
        if hint:
            self._hint = ipywidgets.HTML()
            self._hint.add_class("bk-petunjuk")
            isi.append(self._hint)
        kotak = ipywidgets.VBox(isi)
        kotak.add_class("bk-isian")
        return kotak


def _options(isian: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Option labels with codes; a label that occurs twice is numbered, because the widget looks them up."""
    hasil: list[tuple[str, str]] = []
    for opsi in isian["opsi"]:
        label = str(opsi["label"])
        while label in [nama for nama, _ in hasil]:
            label += " "
        hasil.append((label, opsi["kode"]))
    return hasil


class Pilihan(Field):
    """One out of several: radio buttons when they are few and short, a list otherwise."""

    def __init__(self, isian: Mapping[str, Any], nilai: Any, lain: Mapping[str, Any], report: Report) -> None:
        super().__init__(isian, lain, report)
        opsi = _options(isian)
        kode = [satu for _, satu in opsi]
        awal = nilai if nilai in kode else None
        keterangan: dict[str, Any] = {"description": self._label(), **_LABELLED}
        if few_and_short([nama for nama, _ in opsi]) and not self.dalam_tabel:
            self._control: Any = ipywidgets.RadioButtons(options=opsi, value=awal, **keterangan)
            self._control.add_class("bk-radio")
        else:
            # An empty code, because the widget takes None for "no line chosen" and would show an empty box.
            self._control = ipywidgets.Dropdown(options=[("— pilih —", ""), *opsi], value=awal or "", **keterangan)
        self._control.observe(lambda _: self.report(), names="value")
        self.widget = self._wrap(self._control)

    def value(self) -> str | None:
        return self._control.value or None


class Banyak(Field):
    """Any number out of several: one checkbox each."""

    def __init__(self, isian: Mapping[str, Any], nilai: Any, lain: Mapping[str, Any], report: Report) -> None:
        super().__init__(isian, lain, report)
        terpilih = nilai if isinstance(nilai, list) else []
        self._kotak: list[tuple[str, ipywidgets.Checkbox]] = []
        # A box says its question too, because nothing else ties it to its heading for a screen reader.
        nama = f"{self.sisipan}, {isian['label']}" if self.sisipan else str(isian["label"])
        kelompok = f'<span class="bk-sr">{esc(nama)}: </span>'
        for opsi in isian["opsi"]:
            kotak = ipywidgets.Checkbox(
                value=opsi["kode"] in terpilih,
                description=kelompok + esc(opsi["label"]),
                description_allow_html=True,
                indent=False,
            )
            kotak.observe(lambda _: self.report(), names="value")
            self._kotak.append((opsi["kode"], kotak))
        kepala = ipywidgets.HTML(f'<div class="bk-label">{self._label()} <small>(boleh lebih dari satu)</small></div>')
        daftar = ipywidgets.VBox([kepala, *(kotak for _, kotak in self._kotak)])
        daftar.add_class("bk-banyak")
        self.widget = self._wrap(daftar)

    def value(self) -> list[str]:
        return [kode for kode, kotak in self._kotak if kotak.value]


class Teks(Field):
    """A sentence. A text area of two lines, because an IKI seldom fits one line of a telephone."""

    baris = 2

    def __init__(self, isian: Mapping[str, Any], nilai: Any, lain: Mapping[str, Any], report: Report) -> None:
        super().__init__(isian, lain, report)
        self._control = ipywidgets.Textarea(
            value=nilai if isinstance(nilai, str) else "",
            description=self._label(),
            **_LABELLED,
            placeholder=str(isian.get("contoh", "")),
            continuous_update=True,
            rows=self.baris,
        )
        self._control.observe(lambda _: self.report(), names="value")
        self.widget = self._wrap(self._control, hint=True)

    def value(self) -> str:
        nilai: str = self._control.value
        return nilai

    def isi(self, teks: str) -> None:
        """Put a text into the field, as if it had been typed."""
        self._control.value = teks


class Uraian(Teks):
    """A story of some length, with the number of words."""

    baris = 7


class Angka(Field):
    """A number as Indonesians write it: 12,5 and 1.250. What is no number stays as typed and is told."""

    def __init__(self, isian: Mapping[str, Any], nilai: Any, lain: Mapping[str, Any], report: Report) -> None:
        super().__init__(isian, lain, report)
        awal = "" if nilai is None or isinstance(nilai, (bool, list, dict)) else number_text(nilai)
        self._control = ipywidgets.Text(value=awal, description=self._label(), **_LABELLED, continuous_update=True)
        self._control.add_class("bk-angka")
        self._control.observe(lambda _: self.report(), names="value")
        self.widget = self._wrap(self._control, hint=True)

    def value(self) -> int | float | str | None:
        return parse_number(self._control.value)


FIELDS: dict[str, Callable[[Mapping[str, Any], Any, Mapping[str, Any], Report], Field]] = {
    "pilihan": Pilihan,
    "banyak": Banyak,
    "teks": Teks,
    "uraian": Uraian,
    "angka": Angka,
}
