"""Addresses that come with a request and lead on: only ever to pages of ours.

Scene: the way back from a form, the page after the login, the page of a kept form. May import: the standard library.
Facts: none. Add: another way in which a browser reads an address, in ``halaman_kita`` with its case in
tests/web/test_keamanan_alamat.py.
"""

from __future__ import annotations

from urllib.parse import urlencode


def halaman_kita(alamat: str, bawaan: str = "/skp") -> str:
    """An address that came with a request, if it is one of ours; else ``bawaan``."""
    # Browsers drop tabs and line ends from an address: "/<tab>/lain.id" would lead to lain.id.
    sah = alamat.startswith("/") and not alamat.startswith("//") and "\\" not in alamat and alamat.isprintable()
    return alamat if sah else bawaan


def dengan_lanjut(alamat: str, lanjut: str) -> str:
    """A step of the login that goes on to ``lanjut`` in the end, with whatever that page was asked for."""
    return f"{alamat}?{urlencode({'lanjut': lanjut}, safe='/')}" if lanjut else alamat
