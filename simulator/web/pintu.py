"""The door: NIP and password, with a wait after too many failures.

Scene: the login page and the token of the API. May import: SQLAlchemy, simulator.web, workflow, store.
Facts: NIP as user name, password, then OTP (CONFIRMED, ekinerja-app §1.1); the wait is label simulasi.
Add: nothing; a step after the password has its own file.
"""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from simulator.domain.akun import Akun
from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web import sandi, sandi_ujian
from simulator.web.data import DataWeb, percobaan
from simulator.web.gangguan import akses
from simulator.workflow.office import Kantor

GAGAL_TERBANYAK, JENDELA = 5, 15 * 60.0
#: A whole class may sit behind one address.
GAGAL_SEALAMAT = GAGAL_TERBANYAK * 20
LUPA = "bila lupa kata sandi, minta instruktur mengembalikannya ke kata sandi awal"
SALAH = "NIP atau kata sandi salah. Periksa 18 angka NIP dan huruf besar-kecil kata sandi."


def periksa(
    kantor: Kantor, data: DataWeb, nip: str, kata: str, alamat: str, *, latihan: bool
) -> tuple[Pegawai, dict[str, Any]]:
    """Whose NIP and password these are, with the credentials; every failure counts for a while.

    ``latihan``: faults of the login that an instructor switched on count as well; never in an exam.

    Raises: DataTidakSah — wrong; TidakBerwenang — too many failures, or an account that is not active.
    """
    wajib_boleh_mencoba(data, nip, alamat)
    akun, pegawai = _akun(kantor, nip)
    kredensial = None
    if akun is not None:
        with data.ubah() as connection:
            kredensial = sandi.baca(connection, akun.pegawai_id, akun.nip)
    sidik = None if kredensial is None else kredensial["sidik_sandi"]
    if not sandi.cocok(sidik, kata, _awal(data, nip, kata, latihan)) or kredensial is None:
        catat_gagal(data, nip, alamat)
        raise DataTidakSah(SALAH, kode="masuk-salah")
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


def wajib_boleh_mencoba(data: DataWeb, nip: str, alamat: str, *, lupa: str = LUPA) -> None:
    """``lupa``: what to do who does not know it any more.

    Raises: TidakBerwenang — too many failures of this NIP or from this address.
    """
    kini = time.time()
    with data.ubah() as connection:
        connection.execute(delete(percobaan).where(percobaan.c.waktu < kini - JENDELA))
        for satu, batas in zip(_kunci(nip, alamat), (GAGAL_TERBANYAK, GAGAL_SEALAMAT), strict=True):
            query = select(func.count(), func.min(percobaan.c.waktu)).where(percobaan.c.kunci == satu)
            banyak, pertama = connection.execute(query).one()
            if banyak >= batas:
                menit = max(1, round((pertama + JENDELA - kini) / 60))
                raise TidakBerwenang(
                    f"Terlalu banyak percobaan yang gagal. Tunggu {menit} menit, lalu coba lagi; {lupa}.",
                    kode="masuk-ditahan",
                )


def catat_gagal(data: DataWeb, nip: str, alamat: str) -> None:
    """One failure more, of this NIP and from this address."""
    with data.ubah() as connection:
        for satu in _kunci(nip, alamat):
            connection.execute(insert(percobaan).values(kunci=satu, waktu=time.time()))


def lupakan_gagal(connection: Connection, nip: str) -> None:
    """The right one came in: the failures of this NIP no longer count."""
    connection.execute(delete(percobaan).where(percobaan.c.kunci == _kunci(nip, "")[0]))


def _kunci(nip: str, alamat: str) -> tuple[str, str]:
    return f"nip:{nip[:30]}", f"ip:{alamat[:60]}"


def _akun(kantor: Kantor, nip: str) -> tuple[Akun | None, Pegawai | None]:
    with kantor.lihat() as connection:
        akun = repository.find_one(connection, Akun, nip=nip)
        return akun, None if akun is None else repository.find_one(connection, Pegawai, pegawai_id=akun.pegawai_id)
