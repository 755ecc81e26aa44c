"""The spread of chosen predikat beside the pattern that the unit's result allows, as a chart and in words.

Scene: below the table of ratings, redrawn on every choice. Pure standard library; boxes of HTML, no drawing library.
Facts: the pattern comes with the case (``pola``, shares from 0 to 1; ``dasar``, people of the unit rated elsewhere);
its rule is simulator/rules/distribusi.py. A deviation of less than one person is called the edge, not outside, in units
up to the size that the case names (``toleransi_sampai``; none named: in every unit), as the rule has it.
Add: nothing here; another chart is another file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from simulator.notebook.markup import esc, table_class

_WORDS = {
    "belum": "belum ada pilihan",
    "bebas": "tidak dibatasi pola",
    "sesuai": "✔ sesuai pola",
    "tepi": "≈ di tepi pola, selisih kurang dari satu orang",
    "atas": "▲ di atas pola",
    "bawah": "▼ di bawah pola",
}
_COLUMNS = ("Predikat", "Jumlah", "Pola", "Keterangan")
OUTSIDE = ("atas", "bawah")


@dataclass(frozen=True, slots=True)
class Share:
    """One predikat: how many, which part of all, its range in the pattern (None: free), and the verdict's code."""

    kode: str
    label: str
    jumlah: int
    bagian: float
    pita: tuple[float, float] | None
    putusan: str


def spread(
    opsi: Sequence[Mapping[str, Any]],
    pilihan: Sequence[Any],
    pola: Mapping[str, Any],
    dasar: Mapping[str, Any],
    toleransi_sampai: int | None = None,
) -> list[Share]:
    """The spread in the order of the options. ``pilihan``: codes chosen so far, None where nothing is chosen."""
    jumlah = {satu["kode"]: pilihan.count(satu["kode"]) + int(dasar.get(satu["kode"], 0)) for satu in opsi}
    total = sum(jumlah.values())
    toleran = toleransi_sampai is None or total <= toleransi_sampai
    hasil = []
    for satu in opsi:
        ada, pita = jumlah[satu["kode"]], _band(pola.get(satu["kode"]))
        bagian = ada / total if total else 0.0
        hasil.append(Share(satu["kode"], str(satu["label"]), ada, bagian, pita, _verdict(ada, total, pita, toleran)))
    return hasil


def _band(batas: Any) -> tuple[float, float] | None:
    if not isinstance(batas, Mapping):
        return None
    bawah = float(batas.get("min") or 0.0)
    atas = float(1.0 if batas.get("maks") is None else batas["maks"])
    return None if bawah <= 0 and atas >= 1 else (bawah, atas)


def _verdict(ada: int, total: int, pita: tuple[float, float] | None, toleran: bool) -> str:
    if pita is None:
        return "bebas"
    if not total:
        return "belum"
    bawah, atas = round(pita[0] * total, 9), round(pita[1] * total, 9)
    if bawah <= ada <= atas:
        return "sesuai"
    if ada > (ceil(atas) if toleran else atas):
        return "atas"
    return "bawah" if ada < (floor(bawah) if toleran else bawah) else "tepi"


def distribution_html(
    judul: str,
    opsi: Sequence[Mapping[str, Any]],
    pilihan: Sequence[Any],
    pola: Mapping[str, Any],
    dasar: Mapping[str, Any] | None = None,
    toleransi_sampai: int | None = None,
    *,
    gambar: Callable[[list[Share]], str] | None = None,
) -> str:
    """Chart with the same in words below it. ``gambar``: how bars are drawn where inline styles are not allowed."""
    baris = spread(opsi, pilihan, pola, dasar or {}, toleransi_sampai)
    terpilih = sum(satu is not None for satu in pilihan)
    belum = len(pilihan) - terpilih
    ringkas = f"{terpilih} dari {len(pilihan)} sudah dipilih" + (f", {belum} belum." if belum else ".")
    lain = sum(int(nilai) for nilai in (dasar or {}).values())
    if lain:
        ringkas += f" {lain} orang lain di unit ini sudah dinilai dan ikut dihitung."
    kepala = "".join(f'<th scope="col">{satu}</th>' for satu in _COLUMNS)
    return (
        f'<figure class="bk-sebaran"><figcaption>{esc(judul)} <span class="bk-redup">{ringkas}</span></figcaption>'
        f'{(gambar or _bars)(baris)}<div class="bk-gulir"><table class="{table_class(_COLUMNS)}"><thead><tr>{kepala}'
        f"</tr></thead><tbody>{''.join(map(_words, baris))}</tbody></table></div></figure>"
    )


def _words(satu: Share) -> str:
    if satu.pita is None:
        pola = "–"
    else:
        bawah, atas = satu.pita
        pola = _percent(bawah) if bawah == atas else f"{_percent(bawah)}–{_percent(atas)}"
    return (
        f'<tr><th scope="row">{esc(satu.label)}</th>'
        f'<td data-kolom="{_COLUMNS[1]}">{satu.jumlah} orang ({_percent(satu.bagian)})</td>'
        f'<td data-kolom="{_COLUMNS[2]}">{pola}</td><td data-kolom="{_COLUMNS[3]}">{_WORDS[satu.putusan]}</td></tr>'
    )


def _percent(bagian: float) -> str:
    return f"{bagian * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def _bars(baris: list[Share]) -> str:
    """Bars of plain boxes: their words keep their size on a telephone."""
    bagian = []
    for satu in baris:
        kisaran = ""
        if satu.pita is not None:
            lebar = max(satu.pita[1] - satu.pita[0], 0.01)
            kisaran = f'<span class="bk-pita" style="left:{satu.pita[0]:.1%};width:{lebar:.1%}"></span>'
        kelas = "bk-batang bk-luar" if satu.putusan in OUTSIDE else "bk-batang"
        bagian.append(
            f'<span>{esc(satu.label)}</span><span class="bk-jalur">{kisaran}'
            f'<span class="{kelas}" style="width:{satu.bagian:.1%}"></span></span><span>{satu.jumlah}</span>'
        )
    return (
        f'<div class="bk-grafik" aria-hidden="true">{"".join(bagian)}</div>'
        '<p class="bk-redup" aria-hidden="true">Batang: jumlah sekarang. Kotak garis putus: kisaran menurut pola.</p>'
    )
