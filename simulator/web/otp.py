"""The six digits of an authenticator: enrolment by QR, verification, and an authenticator on the screen.

Scene: second step of the login. May import: pyotp, segno, simulator.web.data.
Facts: six digits, 30 seconds, enrolment with the OTP field empty, "Invalid Authenticator Code" (CONFIRMED, ekinerja-app
§1.1). A code counts once. Add: nothing.
"""

from __future__ import annotations

import base64
import hashlib
import time
from typing import Any

import pyotp
import segno
from sqlalchemy import Connection, or_, update

from simulator.domain.errors import DataTidakSah
from simulator.web.data import kredensial

PENERBIT = "ASN Digital (SIMULASI)"
SELANG = 30


def rahasia_baru() -> str:
    """A fresh secret."""
    return pyotp.random_base32()


def rahasia_sesi(token: str) -> str:
    """The secret that this login offers: the same while it lasts, so that a reloaded page still fits the phone."""
    return base64.b32encode(hashlib.sha256(f"otp {token}".encode()).digest()).decode()[:32]


def alamat(rahasia: str, nip: str) -> str:
    """What the QR says; every authenticator app reads it."""
    return pyotp.TOTP(rahasia).provisioning_uri(name=nip, issuer_name=PENERBIT)


def gambar_qr(isi: str) -> str:
    """The QR as a picture in a data address."""
    return segno.make(isi, micro=False).svg_data_uri(scale=5, border=2)


def kode_kini(rahasia: str, geser: int = 0, kini: float | None = None) -> tuple[str, int]:
    """(the code an authenticator shows now, how many seconds it lasts); ``geser``: its clock is off by that many."""
    saat = int((time.time() if kini is None else kini) + geser)
    return pyotp.TOTP(rahasia).at(saat), SELANG - saat % SELANG


def pakai(connection: Connection, akun: dict[str, Any], kode: str, kini: float | None = None) -> None:
    """Accept a code of now or of the half minute before, once. Raises: DataTidakSah.

    A code counted at a time that is still to come says that this computer's clock was ahead and has been put right:
    it does not keep anybody out until then.
    """
    saat = time.time() if kini is None else kini
    langkah = int(saat // SELANG)
    terakhir = akun["langkah_otp"] if akun["langkah_otp"] <= langkah else 0
    # Without a secret anybody could compute the code: an account that was made new has none yet.
    for kandidat in (langkah, langkah - 1) if akun["rahasia_otp"] else ():
        if kandidat > terakhir and pyotp.utils.strings_equal(
            pyotp.TOTP(akun["rahasia_otp"]).at(kandidat * SELANG), kode.strip().replace(" ", "")
        ):
            # Two requests may bring the same code at once: only the first finds it unused.
            belum = or_(kredensial.c.langkah_otp < kandidat, kredensial.c.langkah_otp > langkah)
            query = update(kredensial).where(kredensial.c.pegawai_id == akun["pegawai_id"], belum)
            if connection.execute(query.values(langkah_otp=kandidat)).rowcount == 1:
                return
            break
    raise DataTidakSah("Invalid Authenticator Code", kode="kode-otp-salah")
