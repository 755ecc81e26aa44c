"""Write the table of rules into README.md of this folder, between its two marks.

Scene: ``python -m simulator.rules.table`` after a rule changed; a test compares the page with what this would write.
May import: simulator.rules. Facts: the registry itself.
Add: a column here and nowhere else; the page is generated.
"""

from __future__ import annotations

from pathlib import Path

from simulator.rules.registry import Aturan, daftar_aturan

README = Path(__file__).parent / "README.md"
AWAL = "<!-- daftar aturan: dibuat oleh python -m simulator.rules.table -->"
AKHIR = "<!-- akhir daftar aturan -->"


def _sel(teks: str) -> str:
    return teks.replace("|", "\\|").replace("\n", " ")


def _dinilai(aturan: Aturan) -> str:
    if aturan.historical:
        return "tidak (riwayat)"
    return "ya" if aturan.gradable else "tidak"


def _baris(aturan: Aturan) -> str:
    sumber = "<br>".join(
        f"[{_sel(cite.title)}]({cite.url}), {_sel(cite.bagian)}"
        if cite.url.startswith("http")
        else f"{_sel(cite.title)}, {_sel(cite.bagian)}"
        for cite in aturan.cites
    )
    return (
        f"| `{aturan.id}` | {_sel(aturan.judul)} | {aturan.status.label} | {_dinilai(aturan)} | {sumber} | "
        f"{_sel(aturan.assumes) or '–'} |"
    )


def tabel() -> str:
    """The generated part of the page."""
    kolom = ("Aturan", "Isi", "Status", "Dinilai otomatis", "Sumber", "Bila teks diam, simulasi menganggap")
    kepala = "| " + " | ".join(kolom) + " |\n" + "|---" * len(kolom) + "|"
    return "\n".join([AWAL, "", kepala, *(_baris(aturan) for aturan in daftar_aturan()), "", AKHIR])


def halaman(lama: str) -> str:
    """The whole page with its generated part renewed; a page without marks gets them at the end."""
    if AWAL in lama and AKHIR in lama:
        sebelum, sisa = lama.split(AWAL, 1)
        return sebelum + tabel() + sisa.split(AKHIR, 1)[1]
    return lama.rstrip("\n") + "\n\n" + tabel() + "\n"


def main() -> None:
    """Renew the page."""
    README.write_text(halaman(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
