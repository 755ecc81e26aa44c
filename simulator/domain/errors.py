"""Errors that help the person at the screen: what, where, how to mend it, and a stable code.

Scene: raised by rules, workflow, store and commands; shown to people as they are.
May import: the standard library only.
Add: a new kind only when a caller must tell it apart; a new case is a new ``kode``.
"""

from __future__ import annotations


class BimtekError(Exception):
    """Base of every error meant for people.

    ``pesan`` is one or more Indonesian sentences (what is wrong, where, how to mend it);
    ``kode`` is stable, lower case with hyphens, for tests and statistics.
    """

    kode_bawaan = "bimtek"

    def __init__(self, pesan: str, *, kode: str | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.kode = kode or self.kode_bawaan

    def __str__(self) -> str:
        return f"{self.pesan} [{self.kode}]"


class TidakBerwenang(BimtekError):
    """The wrong person tries: permission is refused."""

    kode_bawaan = "tidak-berwenang"


class StatusTidakSesuai(BimtekError):
    """The right person tries at the wrong moment: the state does not allow it."""

    kode_bawaan = "status-tidak-sesuai"


class BelumLengkap(BimtekError):
    """Something that must be there is not there yet."""

    kode_bawaan = "belum-lengkap"


class DataTidakSah(BimtekError):
    """A value cannot be what it claims to be (format, range, contradiction)."""

    kode_bawaan = "data-tidak-sah"


class TidakDitemukan(BimtekError):
    """Something named does not exist."""

    kode_bawaan = "tidak-ditemukan"


class BerkasRusak(BimtekError):
    """A file cannot be read as what it should be."""

    kode_bawaan = "berkas-rusak"


class JawabanTidakTerbaca(BimtekError):
    """An answer is badly formed: it is returned with a message, not marked as wrong."""

    kode_bawaan = "jawaban-tidak-terbaca"
