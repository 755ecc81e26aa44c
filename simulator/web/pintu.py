"""The door: NIP and password, with a pause after too many failures.

Scene: the login page and the token of the API; the instructor's key. May import: SQLAlchemy, simulator.web, workflow,
store.
Facts: NIP as user name, password, then OTP (CONFIRMED, ekinerja-app §1.1); the pauses are label simulasi.
How: after five failures every further try waits longer, up to a limit; nothing is ever shut for good. Passwords are
counted for one NIP *and* one address, because NIPs can be read in the office and a class sits behind one address: what
counted for either alone, anybody could use to keep a neighbour or the whole class out. For the same reason a first
password from the list of an exam opens during a pause as well: it has 59 bits (settings.KUNCI_TERPENDEK). Codes are
counted for the NIP alone, because only who gave the password gets so far. One try a minute are some 1,400 passwords a
day from one address. One code in five minutes, with two of a million that fit, leaves whoever knows the password odds
of 1 to 20,000 in an hour.
Add: nothing; a step after the password has its own file.
"""

from __future__ import annotations

import math
import time
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select

from simulator.domain.akun import Akun
from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import sandi, sandi_ujian
from simulator.web.data import DataWeb, percobaan
from simulator.web.gangguan import akses
from simulator.workflow.office import Kantor

#: So many failures cost nothing; the first pause after them, in seconds, doubles with every further one.
GAGAL_TERBANYAK, JEDA_AWAL = 5, 5.0
#: The longest pause after a wrong password or key, and after a wrong code.
JEDA_SANDI, JEDA_OTP = 60.0, 300.0
#: So long a failure is remembered: long enough that at the longest pause there are always too many.
JENDELA = 3600.0
LUPA = "bila lupa kata sandi, minta instruktur mengembalikannya ke kata sandi awal"
SALAH = "NIP atau kata sandi salah. Periksa 18 angka NIP dan huruf besar-kecil kata sandi."


def periksa(
    kantor: Kantor, data: DataWeb, nip: str, kata: str, alamat: str, *, latihan: bool
) -> tuple[Pegawai, dict[str, Any]]:
    """Whose NIP and password these are, with the credentials; every failure counts for a while.

    ``latihan``: faults of the login that an instructor switched on count as well; never in an exam.

    Raises: DataTidakSah — wrong; TidakBerwenang — too many failures, or an account that is not active.
    """
    akun, pegawai = _akun(kantor, nip)
    kredensial = None
    if akun is not None:
        with data.ubah() as connection:
            kredensial = sandi.baca(connection, akun.pegawai_id, akun.nip)
    sidik = None if kredensial is None else kredensial["sidik_sandi"]
    awal = _awal(data, nip, kata, latihan)
    if latihan or sidik != "" or not awal:
        coba(data, _sandi(nip, alamat), JEDA_SANDI)
    if not sandi.cocok(sidik, kata, awal) or kredensial is None:
        raise DataTidakSah(SALAH, kode="masuk-salah")
    with data.ubah() as connection:
        berhasil(connection, _sandi(nip, alamat))
    if pegawai is None or not pegawai.aktif:
        raise TidakBerwenang("Akun ini tidak aktif. Hubungi admin instansi.", kode="akun-tidak-aktif")
    if latihan:
        akses.tahan(data, pegawai, kantor.hari.isoformat())
    return pegawai, kredensial


def _awal(data: DataWeb, nip: str, kata: str, latihan: bool) -> str:
    """The first password of this account, in an exam written as it was typed."""
    if latihan:
        return sandi.sandi_awal(nip)
    with data.ubah() as connection:
        rahasia = sandi_ujian.siapkan(connection)
    return kata if sandi_ujian.cocok(rahasia, nip, kata) else ""


def coba(data: DataWeb, kunci: str, jeda_maks: float, *, lupa: str = LUPA) -> None:
    """One more try: a failure until ``berhasil`` says otherwise, so that many at once are counted as well.

    ``lupa``: what to do who does not know it any more. Raises: TidakBerwenang — not before the pause is over.
    """
    kini = time.time()
    with data.ubah() as connection:
        connection.execute(delete(percobaan).where(percobaan.c.waktu < kini - JENDELA))
        query = select(func.count(), func.max(percobaan.c.waktu)).where(percobaan.c.kunci == kunci)
        banyak, terakhir = connection.execute(query).one()
        if banyak >= GAGAL_TERBANYAK:
            sisa = min(jeda_maks, JEDA_AWAL * 2.0 ** (banyak - GAGAL_TERBANYAK)) - abs(kini - terakhir)
            if sisa > 0:
                # A try during the pause is not looked at and makes it no longer.
                raise TidakBerwenang(
                    f"Terlalu banyak percobaan yang gagal. Tunggu {math.ceil(sisa)} detik, lalu coba lagi; {lupa}.",
                    kode="masuk-ditahan",
                )
        connection.execute(insert(percobaan).values(kunci=kunci, waktu=kini))


def coba_otp(data: DataWeb, nip: str) -> None:
    """One more try of a one-time code. Raises: TidakBerwenang — not before the pause is over."""
    coba(data, _otp(nip), JEDA_OTP)


def berhasil(connection: Connection, kunci: str) -> None:
    """That was the right one: what failed before counts no more."""
    connection.execute(delete(percobaan).where(percobaan.c.kunci == kunci))


def berhasil_otp(connection: Connection, nip: str) -> None:
    """That was the right code."""
    berhasil(connection, _otp(nip))


def lupakan_gagal(connection: Connection, nip: str) -> None:
    """An account that was made new begins without failures, from wherever they came."""
    awalan = percobaan.c.kunci.startswith(_sandi(nip, ""), autoescape=True)
    connection.execute(delete(percobaan).where(or_(percobaan.c.kunci == _otp(nip), awalan)))


def _sandi(nip: str, alamat: str) -> str:
    return f"sandi:{nip[:30]} {alamat[:40]}"


def _otp(nip: str) -> str:
    return f"otp:{nip[:30]}"


def _akun(kantor: Kantor, nip: str) -> tuple[Akun | None, Pegawai | None]:
    with kantor.lihat() as connection:
        akun = repository.find_one(connection, Akun, nip=nip)
        return akun, None if akun is None else repository.find_one(connection, Pegawai, pegawai_id=akun.pegawai_id)
