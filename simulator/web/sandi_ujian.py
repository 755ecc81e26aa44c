"""First passwords of an exam: one nobody can guess for everybody, on a list that only the instructor has.

Scene: made before the exam or with its start; the list is ``bimtek instansi sandi``. May import: SQLAlchemy,
simulator.web. Facts: none (label simulasi). In a class the first password is known to all (sandi.py); in an exam a NIP,
which everybody can read in the office, must open nothing.
How: one secret lies beside the office, and every first password follows from it and the NIP, so that the list can be
printed again and a hundred thousand accounts cost nothing. Every exam has a secret of its own.
Add: nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets

from sqlalchemy import Connection, delete, update

from simulator.web import catatan as ingatan
from simulator.web.data import kredensial
from simulator.web.settings import HURUF, Mode

#: Under this key it is remembered in which mode the office was served last.
MODE = "mode-terakhir"
_RAHASIA = "sandi-ujian"
#: 12 letters of 31: more than anybody tries at a door that shuts after five.
PANJANG, KELOMPOK = 12, 4


def sandi_ujian(rahasia: str, nip: str) -> str:
    """The first password of one account, as it is printed: k7mq-w3xe-9hnd."""
    angka = int.from_bytes(hmac.digest(bytes.fromhex(rahasia), nip.encode(), hashlib.sha256))
    huruf = ""
    for _ in range(PANJANG):
        angka, sisa = divmod(angka, len(HURUF))
        huruf += HURUF[sisa]
    return "-".join(huruf[i : i + KELOMPOK] for i in range(0, PANJANG, KELOMPOK))


def cocok(rahasia: str, nip: str, kata: str) -> bool:
    """Is this it? However it was copied from paper: capitals, spaces and strokes do not count."""
    polos = "".join(satu for satu in kata.lower() if satu.isalnum())
    return hmac.compare_digest(polos.encode(), sandi_ujian(rahasia, nip).replace("-", "").encode())


def siapkan(connection: Connection) -> str:
    """The secret of the exam that runs; of the next one where none runs, made now unless its list is out already."""
    ada = ingatan.baca(connection, 0, _RAHASIA)
    if ada is not None:
        isi = json.loads(ada)
        if not isi["dipakai"] or berjalan(connection):
            return str(isi["rahasia"])
    rahasia = secrets.token_hex(32)
    _simpan(connection, rahasia, dipakai=False)
    return rahasia


def kedaluwarsa(connection: Connection) -> bool:
    """Was there an exam whose list counts no more, because the office has served a class since?"""
    ada = ingatan.baca(connection, 0, _RAHASIA)
    return ada is not None and json.loads(ada)["dipakai"] and not berjalan(connection)


def berjalan(connection: Connection) -> bool:
    """Does an exam run? Before it, accounts are still those of the class."""
    return ingatan.baca(connection, 0, MODE) == Mode.UJIAN


def mulai(connection: Connection) -> None:
    """An exam begins: passwords and authenticators of the class, where anybody may have been anybody, count no more."""
    _simpan(connection, siapkan(connection), dipakai=True)
    connection.execute(delete(kredensial))


def kembalikan(connection: Connection, pegawai_id: int) -> None:
    """Somebody lost password or phone: the account is as new, with the first password of the list."""
    connection.execute(
        update(kredensial)
        .where(kredensial.c.pegawai_id == pegawai_id)
        .values(sidik_sandi="", wajib_ganti=True, rahasia_otp="", perangkat="", langkah_otp=0)
    )


def _simpan(connection: Connection, rahasia: str, *, dipakai: bool) -> None:
    ingatan.simpan(connection, 0, _RAHASIA, json.dumps({"rahasia": rahasia, "dipakai": dipakai}))
