"""Numbers as Indonesian writes them.

Scene: every page, table and sentence of the instructor. May import: standard library.
Facts: the decimal sign is a comma. Add: another way to write a number is one function.
"""

from __future__ import annotations


def angka(nilai: float, desimal: int = 2) -> str:
    """12,5 — without zeros at the end."""
    teks = f"{nilai:.{desimal}f}"
    return (teks.rstrip("0").rstrip(".") if "." in teks else teks).replace(".", ",")
