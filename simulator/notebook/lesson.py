"""What a lesson shows: tables, bars, and the law behind it, readable without knowing any programming.

Scene: READ, the cells of modules/*/pelajaran.py. May import: simulator.rules, IPython inside functions.
Facts: citations and marks come from the rule registry.
Add: another picture only when two lessons need it; styles are inline so that a page stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Protocol

from simulator.rules.citation import Status
from simulator.rules.registry import rule_by_id

if TYPE_CHECKING:
    from IPython.display import HTML


class PunyaPesan(Protocol):
    """Any finding of simulator.rules: a sentence and the rule it rests on."""

    @property
    def pesan(self) -> str: ...

    @property
    def aturan(self) -> str: ...


_SEL = "border:1px solid #b8c4d0;padding:6px 10px;text-align:left;vertical-align:top"
_KEPALA = f"{_SEL};background:#e6eef6"
_TANDA = {
    Status.CONFIRMED: "✔ Terkonfirmasi",
    Status.SINGLE: "◐ Satu sumber",
    Status.KEBIJAKAN_KURSUS: "◇ Aturan kelas",
    Status.UNCERTAIN: "? Belum pasti",
}


def _html(teks: str) -> HTML:
    from IPython.display import HTML

    return HTML(teks)


def tabel(kolom: Sequence[str], baris: Iterable[Sequence[object]], judul: str = "") -> HTML:
    """A plain table; a cell that is True or False becomes ✔ or ✘."""
    isi = "".join("<tr>" + "".join(f'<td style="{_SEL}">{_teks(sel)}</td>' for sel in satu) + "</tr>" for satu in baris)
    kepala = "".join(f'<th scope="col" style="{_KEPALA}">{escape(nama)}</th>' for nama in kolom)
    keterangan = (
        f'<caption style="text-align:left;font-weight:600;padding:4px 0">{escape(judul)}</caption>' if judul else ""
    )
    return _html(
        f'<table style="border-collapse:collapse;font-size:15px">{keterangan}<thead><tr>{kepala}</tr></thead>'
        f"<tbody>{isi}</tbody></table>"
    )


def _teks(sel: object) -> str:
    if sel is True:
        return "✔ ya"
    if sel is False:
        return "✘ tidak"
    return escape(str(sel)).replace("\n", "<br>")


def batang(judul: str, nilai: Sequence[tuple[str, float, str]]) -> HTML:
    """Horizontal bars: label, length (any scale from zero), and the words shown beside it."""
    terpanjang = max((panjang for _, panjang, _ in nilai), default=0) or 1
    tinggi, lebar = 30, 340
    kiri = 20 + 8 * max((len(label) for label, _, _ in nilai), default=0)
    kanan = 20 + 8 * max((len(kata) for _, _, kata in nilai), default=0)
    bagian = []
    for nomor, (label, panjang, kata) in enumerate(nilai):
        atas = nomor * tinggi
        ujung = max(panjang, 0) / terpanjang * lebar
        bagian.append(
            f'<text x="{kiri - 8}" y="{atas + 20}" text-anchor="end">{escape(label)}</text>'
            f'<rect x="{kiri}" y="{atas + 6}" width="{ujung:.1f}" height="18" fill="#1f5f99"/>'
            f'<text x="{kiri + ujung + 6:.1f}" y="{atas + 20}">{escape(kata)}</text>'
        )
    uraian = escape(f"{judul}: " + "; ".join(f"{label} {kata}" for label, _, kata in nilai))
    ukuran = f'viewBox="0 0 {kiri + lebar + kanan} {len(nilai) * tinggi + 4}" width="{kiri + lebar + kanan}"'
    return _html(
        f'<figure style="margin:0"><figcaption style="font-weight:600">{escape(judul)}</figcaption>'
        f'<svg {ukuran} role="img" aria-label="{uraian}" '
        f'font-size="14" fill="#1b2a3a">{"".join(bagian)}</svg></figure>'
    )


def temuan(daftar: Iterable[PunyaPesan], kosong: str = "Tidak ada temuan.") -> HTML:
    """Findings of a rule as a list of sentences, each with the rule it rests on."""
    butir = "".join(
        f'<li>{escape(satu.pesan)} <span style="color:#52606d">({escape(rule_by_id(satu.aturan).judul)})</span></li>'
        for satu in daftar
    )
    return _html(
        f'<ul style="font-size:15px">{butir}</ul>' if butir else f'<p style="font-size:15px">✔ {escape(kosong)}</p>'
    )


def dasar_hukum(*id_aturan: str) -> HTML:
    """Where the rules of a lesson come from, how sure that is, and what the simulation assumes."""
    baris = []
    for id in id_aturan:
        aturan = rule_by_id(id)
        sumber = "\n".join(f"{cite.title}, {cite.bagian} ({_TANDA[cite.status]})" for cite in aturan.cites)
        baris.append((aturan.judul, sumber, _TANDA[aturan.status], aturan.assumes or "–"))
    return tabel(
        ("Aturan", "Sumber", "Tanda", "Bila teks diam, simulasi menganggap"), baris, "Dasar aturan pelajaran ini"
    )
