"""Passwords: hashed with argon2, with a policy, changed at the first login.

Scene: login and the page that changes a password. May import: argon2, SQLAlchemy, simulator.web.data, domain.
Facts: ASN Digital asks NIP and password (CONFIRMED); the length and kinds of characters asked here and the first
password are label simulasi. Add: a rule of the policy in ``periksa_sandi``.
"""

from __future__ import annotations

import secrets
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import Connection, insert, select, update

from simulator.domain.errors import DataTidakSah
from simulator.web.data import kredensial

TERPENDEK, TERPANJANG = 10, 128
# Small enough for a classroom logging in at once on two cores, far above what guessing through a throttled page allows.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
#: Checked when nobody has this NIP, so that both answers take equally long.
_UMPAN = _HASHER.hash("bukan sandi siapa pun")


def sandi_awal(nip: str) -> str:
    """The password an account is born with: known to the class, to be changed at the first login.

    In an exam it is another one (sandi_ujian.py).
    """
    return f"Asn#{nip[:8]}"


def periksa_sandi(sandi: str, nip: str) -> None:
    """The policy. Raises: DataTidakSah."""
    kurang = []
    if not TERPENDEK <= len(sandi) <= TERPANJANG:
        kurang.append(f"panjangnya {TERPENDEK} sampai {TERPANJANG} huruf")
    if not any(h.isupper() for h in sandi) or not any(h.islower() for h in sandi):
        kurang.append("ada huruf besar dan huruf kecil")
    if not any(h.isdigit() for h in sandi):
        kurang.append("ada angka")
    if all(h.isalnum() for h in sandi):
        kurang.append("ada tanda seperti # atau !")
    if kurang:
        raise DataTidakSah(f"Kata sandi baru belum memenuhi syarat: {', '.join(kurang)}.", kode="sandi-lemah")
    if nip in sandi or sandi == sandi_awal(nip):
        raise DataTidakSah("Jangan memakai NIP atau kata sandi awal sebagai kata sandi baru.", kode="sandi-tertebak")


def baca(connection: Connection, pegawai_id: int, nip: str) -> dict[str, Any]:
    """The credentials of one account; born with the first password when nobody ever logged in."""
    row = connection.execute(select(kredensial).where(kredensial.c.pegawai_id == pegawai_id)).mappings().first()
    if row is not None:
        return dict(row)
    baru = {
        "pegawai_id": pegawai_id, "sidik_sandi": "", "wajib_ganti": True,
        "rahasia_otp": "", "perangkat": "", "langkah_otp": 0, "geser_jam": 0,
    }  # fmt: skip
    connection.execute(insert(kredensial).values(**baru))
    return baru


def cocok(sidik: str | None, sandi: str, awal: str = "") -> bool:
    """Is this the password? ``sidik`` None: nobody's; empty: still ``awal``, the first one. All at the same cost."""
    try:
        benar = _HASHER.verify(sidik or _UMPAN, sandi[:TERPANJANG]) and sidik is not None
    except (VerifyMismatchError, InvalidHashError):
        benar = False
    if sidik == "":
        return awal != "" and secrets.compare_digest(sandi.encode(), awal.encode())
    return benar


def ganti(connection: Connection, pegawai_id: int, nip: str, sandi: str) -> None:
    """Set a new password. Raises: DataTidakSah."""
    periksa_sandi(sandi, nip)
    connection.execute(
        update(kredensial)
        .where(kredensial.c.pegawai_id == pegawai_id)
        .values(sidik_sandi=_HASHER.hash(sandi), wajib_ganti=False)
    )


def sidik(kata: str) -> str:
    """The fingerprint of a password, as ``cocok`` compares it."""
    return _HASHER.hash(kata)


def acak(connection: Connection, pegawai_id: int) -> None:
    """A password that nobody knows, so that its owner has forgotten it (a fault that can be planted)."""
    connection.execute(
        update(kredensial)
        .where(kredensial.c.pegawai_id == pegawai_id)
        .values(sidik_sandi=_HASHER.hash(secrets.token_urlsafe(24)), wajib_ganti=False)
    )


def ke_awal(connection: Connection, pegawai_id: int, nip: str) -> None:
    """Back to the password the account was born with."""
    connection.execute(
        update(kredensial)
        .where(kredensial.c.pegawai_id == pegawai_id)
        .values(sidik_sandi=_HASHER.hash(sandi_awal(nip)), wajib_ganti=True)
    )
