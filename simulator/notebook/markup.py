"""Simple text to safe HTML: everything is escaped first, then a few marks are turned into tags.

Scene: introductions, help texts and answers shown in forms and feedback. Pure standard library.
Facts: marks understood: blank line, "- " and "1. " lists, "### ", **bold**, *italic*, `code`. No links, no raw HTML.
Add: a mark as one line in _INLINE, with a case in tests/notebook/test_markup.py.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_INLINE = (
    (re.compile(r"`([^`\n]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])"), r"<em>\1</em>"),
)
_WIDE_FROM = 3  # columns
_SHORT = 12  # letters
_BULLET = re.compile(r"^\s*[-•]\s+(.*)$")
_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s+(.*)$")
_HEADING = re.compile(r"^#{1,6}\s+(.*)$")


def esc(nilai: Any) -> str:
    """Any value as text that cannot become markup."""
    return html.escape("" if nilai is None else str(nilai), quote=True)


def inline(teks: str) -> str:
    """One line of simple text."""
    hasil = esc(teks)
    for pola, ganti in _INLINE:
        hasil = pola.sub(ganti, hasil)
    return hasil


def simple_markdown(teks: str) -> str:
    """A few paragraphs of simple text."""
    bagian: list[str] = []
    daftar: list[str] = []
    jenis = ""
    paragraf: list[str] = []

    def tutup() -> None:
        nonlocal jenis
        if paragraf:
            bagian.append(f"<p>{'<br>'.join(paragraf)}</p>")
            paragraf.clear()
        if daftar:
            bagian.append(f"<{jenis}>{''.join(f'<li>{satu}</li>' for satu in daftar)}</{jenis}>")
            daftar.clear()
            jenis = ""

    for baris in str(teks or "").splitlines():
        butir = _BULLET.match(baris), _NUMBER.match(baris)
        judul = _HEADING.match(baris)
        if butir[0] or butir[1]:
            baru = "ul" if butir[0] else "ol"
            if paragraf or (jenis and jenis != baru):
                tutup()
            jenis = baru
            daftar.append(inline((butir[0] or butir[1]).group(1)))  # type: ignore[union-attr]
        elif judul:
            tutup()
            bagian.append(f"<h4>{inline(judul.group(1))}</h4>")
        elif not baris.strip():
            tutup()
        else:
            if daftar:
                tutup()
            paragraf.append(inline(baris.strip()))
    tutup()
    return "".join(bagian)


def plain_block(teks: str) -> str:
    """A person's own text: escaped, line breaks kept, long words wrapped."""
    return f'<div class="bk-teks">{esc(teks)}</div>'


def html_table(judul: str, kolom: Sequence[Any], baris: Iterable[Sequence[Any]]) -> str:
    """A read-only table. On a narrow screen a wide one becomes a card per row, any other scrolls inside itself."""
    kepala = "".join(f'<th scope="col">{esc(satu)}</th>' for satu in kolom)
    isi = "".join(f"<tr>{_cells(kolom, satu)}</tr>" for satu in baris)
    return (
        f'<div class="bk-gulir" tabindex="0" role="region" aria-label="{esc(judul)}">'
        f'<table class="{table_class(kolom)}">'
        f"<caption>{esc(judul)}</caption><thead><tr>{kepala}</tr></thead><tbody>{isi}</tbody></table></div>"
    )


def table_class(kolom: Sequence[Any]) -> str:
    """The CSS classes of a table: "bk-lebar" when it has more columns than a telephone can show side by side."""
    return "bk-tabel bk-lebar" if len(kolom) >= _WIDE_FROM else "bk-tabel"


def _cells(kolom: Sequence[Any], baris: Sequence[Any]) -> str:
    """The cells of a row. Each knows its column's name for the card; what is short (a date, "36 Orang") stays whole."""
    hasil = []
    for nama, nilai in zip(kolom, baris, strict=True):
        isi = _cell(nilai)
        utuh = ' class="bk-utuh"' if len(isi) <= _SHORT else ""
        hasil.append(f'<td data-kolom="{esc(nama)}"{utuh}>{isi}</td>')
    return "".join(hasil)


def facts_list(keterangan: Mapping[str, Any]) -> str:
    """Facts of a row ("keterangan") as term and value; nothing when there are none."""
    if not keterangan:
        return ""
    butir = "".join(f"<dt>{esc(nama)}</dt><dd>{_cell(nilai)}</dd>" for nama, nilai in keterangan.items())
    return f'<dl class="bk-fakta">{butir}</dl>'


def context_html(konteks: Any) -> str:
    """What is known around a field: pairs of name and value, a list, or text."""
    if isinstance(konteks, Mapping):
        isi = "".join(f"<dt>{esc(nama)}</dt><dd>{esc(number_text(nilai))}</dd>" for nama, nilai in konteks.items())
        return f'<dl class="bk-konteks">{isi}</dl>'
    if isinstance(konteks, (list, tuple)):
        return f'<ul class="bk-konteks">{"".join(f"<li>{inline(str(satu))}</li>" for satu in konteks)}</ul>'
    return f'<div class="bk-konteks">{simple_markdown(str(konteks)) or plain_block(str(konteks))}</div>'


def _cell(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, (list, tuple)):
        return esc(", ".join(str(satu) for satu in nilai)) or "–"
    return esc(number_text(nilai)) if nilai not in (None, "") else "–"


def number_text(nilai: Any) -> str:
    """A number as it is written in Indonesian (decimal comma); anything else as it is."""
    if isinstance(nilai, float):
        return f"{nilai:.10g}".replace(".", ",")
    return str(nilai)
