"""The report of ``bimtek iki periksa`` in a terminal: statement, labels, findings with their words, a summary.

Scene: what a person reads; fits 80 columns. Imports rich. Facts: none.
Add: a line of the summary in _ringkasan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.wording.berkas.komentar import NAMA_KRITERIA

if TYPE_CHECKING:
    from simulator.wording import Hasil, Pernyataan, Temuan
    from simulator.wording.berkas import Baris

    Dinilai = tuple[Baris, Hasil | None, Hasil | None]

NAMA_JENIS = {"rhk": "RHK", "iki": "IKI", "iku": "IKU", "sasaran": "Sasaran", "rencana_aksi": "Rencana aksi"}
_WARNA = {"aktivitas": "yellow", "output": "green", "outcome": "cyan"}


def cetak(daftar: Sequence[Dinilai], nama: str, keluaran: str) -> None:
    """Print the report; ``keluaran`` is named at the end when an XLSX was written."""
    konsol = Console(highlight=False, soft_wrap=False)
    konsol.print(Text(f"Pemeriksaan kata: {nama}", style="bold"))
    konsol.print("SIMULASI PELATIHAN. Penilaian ini bantuan belajar, bukan keputusan atasan.\n", style="dim")
    for b, hasil, rhk in daftar:
        if rhk is not None and b.rhk_baru is not None:
            _satu(konsol, b.rhk_baru, rhk, f"Baris {b.nomor}")
        if hasil is None or b.pernyataan is None:
            konsol.print(Text.assemble((f"Baris {b.nomor}  ", "bold red"), f"tidak dapat diperiksa: {b.galat}"))
        else:
            _satu(
                konsol,
                b.pernyataan,
                hasil,
                f"Baris {b.nomor}" if hasil.id == b.nomor else f"{hasil.id} (baris {b.nomor})",
            )
    _ringkasan(konsol, daftar)
    if keluaran:
        konsol.print(Text(f"\nXLSX dengan komentar: {keluaran}", style="bold"))


def _satu(konsol: Console, p: Pernyataan, h: Hasil, sebutan: str) -> None:
    kepala = Text.assemble(
        (sebutan, "bold"), "  ", NAMA_JENIS[p.jenis_pernyataan], f" · {p.aspek}" if p.aspek else "", "  ",
        (h.orientasi, _WARNA[h.orientasi]), "  ", _tanda(h),
    )  # fmt: skip
    konsol.print(kepala)
    konsol.print(Padding(Text(p.teks.strip()[:400]), (0, 0, 0, 2)))
    if p.target:
        konsol.print(Padding(Text(f"Target: {p.target[:120]} {p.satuan or ''}".rstrip(), style="dim"), (0, 0, 0, 2)))
    for t in h.temuan:
        _temuan(konsol, t)
    if h.usulan:
        konsol.print(Padding(Text("Contoh awal: " + " / ".join(h.usulan), style="green"), (0, 0, 0, 4)))
    konsol.print()


def _tanda(h: Hasil) -> Text:
    isi = Text()
    for huruf in "SMART":
        nilai = getattr(h, huruf)
        tanda, warna = ("–", "dim") if nilai is None else ("✓", "green") if nilai else ("✗", "red")
        if huruf in h.ragu_pada:
            tanda, warna = "?", "magenta"
        isi.append(f"{huruf}{tanda} ", style=warna)
    return isi


def _temuan(konsol: Console, t: Temuan) -> None:
    isi = Text.assemble((f"{NAMA_KRITERIA[t.kriteria]}: ", "bold"), t.pesan, " ", (t.saran, "italic"))
    konsol.print(Padding(isi, (0, 0, 0, 4)))


def _ringkasan(konsol: Console, daftar: Sequence[Dinilai]) -> None:
    hasil = [h for _, satu, rhk in daftar for h in (rhk, satu) if h is not None]
    rusak = sum(1 for b, satu, _ in daftar if satu is None and b.galat)
    tabel = Table(title="Ringkasan", title_justify="left", show_header=False, box=None, padding=(0, 2, 0, 0))
    orientasi = Counter(h.orientasi for h in hasil)
    tabel.add_row("Diperiksa", f"{len(hasil)} pernyataan" + (f", {rusak} baris tidak terbaca" if rusak else ""))
    tabel.add_row("Orientasi", ", ".join(f"{orientasi[k]} {k}" for k in ("aktivitas", "output", "outcome")))
    tabel.add_row("Mesin ragu", f"{sum(h.ragu for h in hasil)} pernyataan (tanyakan kepada instruktur)")
    konsol.print(tabel)
    from simulator.wording.bahan import sebutan

    kode = Counter(t.kode for h in hasil for t in h.temuan)
    for nama, banyak in sorted(kode.items(), key=lambda k: (-k[1], k[0]))[:8]:
        konsol.print(f"  {banyak:>4}  {sebutan(nama)}")
    konsol.print("\nArti tanda: ✓ terpenuhi, ✗ belum, ? mesin ragu, – tidak dinilai.", style="dim")
