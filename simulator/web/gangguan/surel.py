"""The recovery e-mail of an account, and the one letter that may lie in its mailbox (label simulasi).

Scene: MyASN, the account service. May import: SQLAlchemy, simulator.domain, web.catatan.
Facts: a password is reset through MyASN, and the admin BKD/BKPSDM registers a new e-mail (CONFIRMED, F03, F04).
Add: nothing.
"""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass

from sqlalchemy import Connection

from simulator.domain.kepegawaian import Pegawai
from simulator.web import catatan

_KUNCI, _SURAT = "akun.surel", "akun.surat"
BERLAKU = 1800.0


@dataclass(frozen=True, slots=True)
class Surel:
    """An address; ``dikuasai``: its owner can still open the mailbox."""

    alamat: str
    dikuasai: bool

    @property
    def tersamar(self) -> str:
        """As it is shown to whoever asks for a reset."""
        nama, _, tempat = self.alamat.partition("@")
        return f"{nama[:1]}***@{tempat}"


def bawaan(pegawai: Pegawai) -> str:
    """The address an account is born with; the domain can belong to nobody."""
    return f"asn{pegawai.nip[-6:]}@surel.invalid"


def baca(connection: Connection, pegawai: Pegawai) -> Surel:
    """What is registered."""
    isi = catatan.baca(connection, pegawai.pegawai_id, _KUNCI)
    return Surel(bawaan(pegawai), True) if isi is None else Surel(**json.loads(isi))


def simpan(connection: Connection, pegawai: Pegawai, alamat: str, *, dikuasai: bool) -> None:
    """Register an address."""
    catatan.simpan(connection, pegawai.pegawai_id, _KUNCI, json.dumps({"alamat": alamat, "dikuasai": dikuasai}))


def kirim(connection: Connection, pegawai: Pegawai) -> None:
    """Put a reset letter into the mailbox, in place of an older one."""
    isi = {"rahasia": secrets.token_urlsafe(24), "sampai": time.time() + BERLAKU}
    catatan.simpan(connection, pegawai.pegawai_id, _SURAT, json.dumps(isi))


def surat(connection: Connection, pegawai: Pegawai) -> str | None:
    """The secret of the letter that is still good, or None."""
    isi = json.loads(catatan.baca(connection, pegawai.pegawai_id, _SURAT) or "null")
    return None if isi is None or isi["sampai"] < time.time() else isi["rahasia"]


def buang_surat(connection: Connection, pegawai: Pegawai) -> None:
    """A letter is good once."""
    catatan.buang(connection, pegawai.pegawai_id, _SURAT)
