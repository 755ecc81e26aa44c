"""Small pieces that every part of the page *Kantor kelas* is made of.

Scene: inside masuk.py, lihat.py, tulis_rhk.py. May import: ipywidgets, simulator.notebook.
Facts: looks are those of the forms (form.css). Add: a piece only when two parts need it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import ipywidgets

from simulator.notebook.form import STYLE_FILE
from simulator.notebook.markup import esc, html_table


def kotak(*isi: ipywidgets.Widget) -> ipywidgets.VBox:
    """A part of the page with the looks of a form."""
    gaya = ipywidgets.HTML(f"<style>{STYLE_FILE.read_text(encoding='utf-8')}</style>")
    hasil = ipywidgets.VBox([gaya, *isi])
    hasil.add_class("bk-form")
    return hasil


def tombol(label: str, kerja: Callable[[], None], ikon: str = "") -> ipywidgets.Button:
    """A button that works once per press."""
    satu = ipywidgets.Button(description=label, icon=ikon, tooltip="")

    def tekan(_: Any) -> None:
        satu.disabled = True  # no second press while the office answers
        try:
            kerja()
        finally:
            satu.disabled = False

    satu.on_click(tekan)
    return satu


def aksi(*tombol_tombol: ipywidgets.Button) -> ipywidgets.HBox:
    """Buttons side by side, as wide as their words. To hide them, hide each or a box around them."""
    baris = ipywidgets.HBox(list(tombol_tombol))
    baris.add_class("bk-aksi")
    return baris


def isian(jenis: type[ipywidgets.Widget], label: str, **sifat: Any) -> Any:
    """A control with its label; ``terbungkus`` puts the label above it."""
    nama = f'<span class="bk-nama">{esc(label)}</span>'
    return jenis(description=nama, description_allow_html=True, tooltip="", **sifat)


def terbungkus(kontrol: ipywidgets.Widget) -> ipywidgets.VBox:
    """The box form.css expects around a control."""
    hasil = ipywidgets.VBox([kontrol])
    hasil.add_class("bk-isian")
    return hasil


def tampilkan(satu: ipywidgets.Widget, tampak: bool) -> None:
    """Show or hide a part."""
    satu.layout.display = "" if tampak else "none"


def kabar(teks: str) -> str:
    """A line that went well or simply tells."""
    return f'<p role="status">{esc(teks)}</p>' if teks else ""


def berhasil(teks: str) -> str:
    """A line about something done."""
    return f'<p class="bk-baik" role="status">✔ {esc(teks)}</p>'


def gagal(teks: str, awal: str = "") -> str:
    """A line about something that was not done; screen readers say it at once."""
    depan = f"<strong>{esc(awal)}</strong> " if awal else ""
    return f'<div class="bk-gagal" role="alert">{depan}{esc(teks)}</div>'


def tabel_html(judul: str, kolom: Sequence[str], baris: Iterable[Sequence[Any]], kosong: str) -> str:
    """A table as on the forms, or a sentence where it has no rows."""
    semua = [list(satu) for satu in baris]
    return html_table(judul, kolom, semua) if semua else f'<p class="bk-info">{esc(kosong)}</p>'


def batang_html(judul: str, nilai: Sequence[tuple[str, float, str]]) -> str:
    """Bars that fit a telephone: label, length (any scale from zero), and the words beside it.

    One picture for a screen reader; the table beside it has every number as well.
    """
    terpanjang = max((panjang for _, panjang, _ in nilai), default=0) or 1
    uraian = esc(f"{judul}: " + "; ".join(f"{label} {kata}" for label, _, kata in nilai))
    baris = "".join(
        f'<span>{esc(label)}</span><span class="bk-jalur">'
        f'<span class="bk-batang" style="width:{max(panjang, 0) / terpanjang:.1%}"></span></span>'
        f"<span>{esc(kata)}</span>"
        for label, panjang, kata in nilai
    )
    return (
        f'<figure class="bk-sebaran"><figcaption>{esc(judul)}</figcaption>'
        f'<div class="bk-grafik bk-berkata" role="img" aria-label="{uraian}">{baris}</div></figure>'
    )
