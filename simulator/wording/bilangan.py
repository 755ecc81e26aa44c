"""Numbers as Indonesians write them: 1.500, 12,5, Rp90 juta, tiga, nihil.

Scene: used for targets, last year's results, capacities and standards. Standard library only.
Facts: decimal comma and thousands point (PUEBI/EYD V); a point before one, two or four digits is read as decimal.
Add: a number word in KATA or a multiplier in KALI.
"""

from __future__ import annotations

KATA = {
    "nol": 0, "nihil": 0, "zero": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11, "selusin": 12, "seratus": 100, "seribu": 1000,
}  # fmt: skip
KALI = {"ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12}


def angka(tulisan: str) -> float | None:
    """Read one written number; ``None`` when it is not one.

    >>> angka("1.500"), angka("98,72"), angka("98.72"), angka("1.500.000,50")
    (1500.0, 98.72, 98.72, 1500000.5)
    """
    isi = tulisan.strip().rstrip(".,")
    if not isi or len(isi) > 40 or not all(h.isdigit() or h in ".," for h in isi):
        return None
    if "," in isi and "." in isi:
        koma_desimal = isi.rfind(",") > isi.rfind(".")
        isi = isi.replace(".", "").replace(",", ".") if koma_desimal else isi.replace(",", "")
    elif "," in isi:
        isi = isi.replace(",", "") if isi.count(",") > 1 else isi.replace(",", ".")
    elif isi.count(".") > 1 or _ribuan(isi):
        isi = isi.replace(".", "")
    try:
        return float(isi)
    except ValueError:
        return None


def _ribuan(isi: str) -> bool:
    depan, titik, belakang = isi.partition(".")
    return bool(titik) and len(belakang) == 3 and 1 <= len(depan) <= 3 and depan != "0"


def tulis(nilai: float) -> str:
    """Write a number the Indonesian way: 1500.5 → ``1.500,5``."""
    if nilai == int(nilai):
        return f"{int(nilai):,}".replace(",", ".")
    return f"{nilai:,.2f}".rstrip("0").replace(",", " ").replace(".", ",").replace(" ", ".")
