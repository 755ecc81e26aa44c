"""Questions to the person at the terminal, and the browser opened for them.

Scene: commands that can go on once somebody has answered. May import: the standard library.
Facts: none. Whoever calls makes sure that somebody is there (``ada_orang``); a program gets an error instead.
Add: another kind of question.
"""

from __future__ import annotations

import sys
import threading
import webbrowser
from collections.abc import Sequence


def ada_orang() -> bool:
    """Is there somebody who can answer?"""
    return sys.stdin.isatty()


def pilih_nomor(judul: str, daftar: Sequence[str], tanya: str) -> int:
    """Which of these is meant, counted from zero; asked until the answer is one of them."""
    print("\n".join([judul, *(f"  {nomor}. {satu}" for nomor, satu in enumerate(daftar, start=1))]), file=sys.stderr)
    while True:
        isi = input(f"{tanya}: ").strip()
        if isi.isdecimal() and 1 <= int(isi) <= len(daftar):
            return int(isi) - 1
        print(f"Ketik angka 1 sampai {len(daftar)}, lalu Enter.", file=sys.stderr)


def setuju(tanya: str) -> bool:
    """Ya or tidak; Enter alone means ya."""
    while True:
        isi = input(f"{tanya} [Y/t]: ").strip().lower()
        if isi in ("", "y", "ya", "t", "tidak"):
            return isi in ("", "y", "ya")
        print("Ketik y (ya) atau t (tidak), lalu Enter.", file=sys.stderr)


def buka_peramban(alamat: str) -> None:
    """Open the browser there; where none opens, say so."""
    # Some browsers keep the call waiting until they close; the server must not wait with them.
    threading.Thread(target=_buka, args=(alamat,), daemon=True).start()


def _buka(alamat: str) -> None:
    if not webbrowser.open(alamat):
        print("Peramban tidak terbuka sendiri. Salin alamat di atas ke Chrome, Edge, atau Firefox.", flush=True)
