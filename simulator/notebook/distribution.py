"""The spread of chosen predikat beside the pattern that the unit's result allows, as a chart and in words.

Scene: below the table of ratings, redrawn on every choice. Pure standard library; boxes of HTML, no drawing library.
Facts: the pattern comes with the case (``pola``, shares from 0 to 1); its rule is simulator/rules/distribusi.py.
Add: nothing here; another chart is another file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.notebook.markup import esc


def distribution_html(
    judul: str, opsi: Sequence[Mapping[str, Any]], pilihan: Sequence[Any], pola: Mapping[str, Any]
) -> str:
    """Chart with a text alternative. ``pilihan``: the codes chosen so far, None where nothing is chosen."""
    terpilih = [kode for kode in pilihan if kode is not None]
    jumlah = len(terpilih)
    baris = []
    for satu in opsi:
        kode = satu["kode"]
        ada = terpilih.count(kode)
        baris.append((str(satu["label"]), ada, ada / jumlah if jumlah else 0.0, _band(pola.get(kode))))
    belum = len(pilihan) - jumlah
    ringkas = f"{jumlah} dari {len(pilihan)} sudah dipilih" + (f", {belum} belum." if belum else ".")
    tabel = "".join(_words(*satu, jumlah=jumlah) for satu in baris)
    kepala = "".join(f'<th scope="col">{satu}</th>' for satu in ("Predikat", "Pilihan Anda", "Pola", "Keterangan"))
    return (
        f'<figure class="bk-sebaran"><figcaption>{esc(judul)} <span class="bk-redup">{ringkas}</span></figcaption>'
        f'{_bars(baris)}<div class="bk-gulir"><table class="bk-tabel"><thead><tr>{kepala}</tr></thead>'
        f"<tbody>{tabel}</tbody></table></div></figure>"
    )


def _band(batas: Any) -> tuple[float, float] | None:
    if not isinstance(batas, Mapping):
        return None
    return float(batas.get("min") or 0.0), float(1.0 if batas.get("maks") is None else batas["maks"])


def _words(label: str, ada: int, bagian: float, pita: tuple[float, float] | None, *, jumlah: int) -> str:
    if pita is None:
        pola, kata = "–", "tidak diatur pola"
    else:
        pola = _percent(pita[0]) if pita[0] == pita[1] else f"{_percent(pita[0])}–{_percent(pita[1])}"
        kata = "belum ada pilihan" if not jumlah else _verdict(bagian, pita)
    return (
        f'<tr><th scope="row">{esc(label)}</th><td>{ada} orang ({_percent(bagian)})</td>'
        f"<td>{pola}</td><td>{kata}</td></tr>"
    )


def _verdict(bagian: float, pita: tuple[float, float]) -> str:
    if bagian > pita[1] + 1e-9:
        return "▲ di atas pola"
    if bagian < pita[0] - 1e-9:
        return "▼ di bawah pola"
    return "✔ sesuai pola"


def _percent(bagian: float) -> str:
    return f"{bagian * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def _bars(baris: list[tuple[str, int, float, tuple[float, float] | None]]) -> str:
    """Bars of plain boxes: their words keep their size on a telephone. The table below says the same in words."""
    bagian = []
    for label, ada, nilai, pita in baris:
        kisaran = ""
        if pita is not None:
            lebar = max(pita[1] - pita[0], 0.01)
            kisaran = f'<span class="bk-pita" style="left:{pita[0]:.1%};width:{lebar:.1%}"></span>'
        kelas = "bk-batang" if pita is None or _verdict(nilai, pita).startswith("✔") else "bk-batang bk-luar"
        bagian.append(
            f'<span>{esc(label)}</span><span class="bk-jalur">{kisaran}'
            f'<span class="{kelas}" style="width:{nilai:.1%}"></span></span><span>{ada}</span>'
        )
    return (
        f'<div class="bk-grafik" aria-hidden="true">{"".join(bagian)}</div>'
        '<p class="bk-redup" aria-hidden="true">Batang: pilihan Anda. Kotak bergaris putus: kisaran menurut pola.</p>'
    )
