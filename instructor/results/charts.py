"""Charts as inline SVG: text stays text, the same data gives the same bytes, nothing is fetched.

Scene: the overview page. May import: matplotlib. Facts: none.
Add: a chart is one function that returns SVG with its description.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import matplotlib

matplotlib.use("Agg")

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from instructor.course.bilangan import angka

GAYA: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "bimtek",
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
}
BIRU, JINGGA, ABU = "#1f6fb2", "#b45309", "#44566a"


def svg(gambar: Callable[[Axes], None], keterangan: str, ukuran: tuple[float, float], nama: str) -> str:
    """Draw, and return SVG that a screen reader can read. ``nama`` keeps ids apart on one page."""
    with rc_context(GAYA):
        lembar = Figure(figsize=ukuran, layout="constrained")
        gambar(lembar.add_subplot())
        keluar = io.StringIO()
        lembar.savefig(keluar, format="svg", metadata={"Date": None, "Creator": None})
    teks = keluar.getvalue()
    teks = teks[teks.index("<svg") :]
    teks = re.sub(r"<metadata>.*?</metadata>", "", teks, flags=re.DOTALL)
    teks = re.sub(r'\b(id="|href="#|url\(#)', rf"\g<1>{nama}-", teks)
    teks = re.sub(r' xmlns:(?:cc|dc|rdf)="[^"]*"', "", teks)
    judul = f'<title id="{nama}-judul">{escape(keterangan)}</title>'
    return re.sub(r"<svg ", f'<svg role="img" aria-labelledby="{nama}-judul" ', teks, count=1).replace(
        ">", f">{judul}", 1
    )


def histogram(nilai: Sequence[float], lulus: float, judul: str, nama: str) -> str:
    """How many people have which mark, in steps of ten."""
    batas = list(range(0, 101, 10))
    banyak = [sum(1 for satu in nilai if min(int(satu // 10), 9) == nomor) for nomor in range(10)]
    isi = ", ".join(f"{bawah}–{bawah + 10}: {n}" for bawah, n in zip(batas[:-1], banyak, strict=True) if n)

    def gambar(sumbu: Axes) -> None:
        warna = [BIRU if bawah >= lulus else JINGGA for bawah in batas[:-1]]
        sumbu.bar([bawah + 5 for bawah in batas[:-1]], banyak, width=9, color=warna)
        sumbu.axvline(lulus, color=ABU, linestyle="--", linewidth=1)
        sumbu.text(lulus, max([*banyak, 1]) * 1.07, f"batas lulus {angka(lulus)}", ha="center", fontsize=8, color=ABU)
        sumbu.set_xticks(batas)
        sumbu.set_xlabel("Nilai")
        sumbu.set_ylabel("Peserta")
        sumbu.yaxis.set_major_locator(MaxNLocator(integer=True))
        sumbu.set_title(judul, fontsize=10, pad=14)

    return svg(gambar, f"Sebaran nilai {judul}. {isi or 'Belum ada nilai'}.", (4.2, 2.6), nama)


def bars(bagian: Mapping[str, float], judul: str, nama: str) -> str:
    """Horizontal bars of shares between 0 and 1, first on top."""
    label = list(bagian)
    isi = "; ".join(f"{satu}: {bagian[satu]:.0%}" for satu in label)

    def gambar(sumbu: Axes) -> None:
        letak = range(len(label), 0, -1)
        warna = [BIRU if bagian[satu] >= 0.6 else JINGGA for satu in label]
        sumbu.barh(list(letak), [bagian[satu] * 100 for satu in label], color=warna, height=0.7)
        for tinggi, satu in zip(letak, label, strict=True):
            sumbu.text(bagian[satu] * 100 + 1, tinggi, f"{bagian[satu]:.0%}", va="center", fontsize=8)
        sumbu.set_yticks(list(letak), label, fontsize=8)
        sumbu.set_xlim(0, 112)
        sumbu.set_xlabel("Persen poin yang diperoleh kelas")

    return svg(gambar, f"{judul}. {isi or 'Belum ada data'}.", (7.6, 0.6 + 0.3 * max(len(label), 1)), nama)
