"""Sessions: who is at this browser, proved by a random cookie of which only the fingerprint is kept.

Scene: every request. May import: SQLAlchemy, Starlette, simulator.web.data.
Facts: none; a session rests after two idle hours, for good after twelve (REKAAN of the course).
Add: a step of the login in ``Tahap``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import logging
import secrets
import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, select, update
from starlette.requests import Request

from simulator.web import catatan as ingatan
from simulator.web import sandi_ujian
from simulator.web.data import sesi
from simulator.web.pemain import mainkan
from simulator.web.settings import Mode

KUKI = "ekinerja_sesi"
DIAM, UMUR = 2 * 3600.0, 12 * 3600.0
#: A session's last use is written no more often than this.
CATAT_TIAP = 60.0
TOKEN_TERPANJANG = 100
BITA_CSRF = 24
#: So long a page left open in another tab is still known for its owner's.
INGAT = 7 * 24 * 3600.0
log = logging.getLogger("bimtek.web")


def nama_kuki(kode_kantor: str, awalan: str = "") -> str:
    """Browsers share cookies between ports: two offices open on one machine would log each other out.

    So would one office, opened by itself and behind JupyterLab: there its cookie has a path of its own, but the other
    one, for all paths, comes along under the same name.
    """
    tempat = f"_{hashlib.sha256(awalan.encode()).hexdigest()[:6]}" if awalan else ""
    return f"{KUKI}_{kode_kantor}{tempat}"


def nama_kuki_di(request: Request) -> str:
    """The name of the session's cookie where this request came in."""
    return nama_kuki(request.app.state.kode_kantor, request.scope.get("root_path", ""))


class Tahap(StrEnum):
    """How far the login has come."""

    TAMU = "tamu"
    GANTI_SANDI = "ganti-sandi"
    DAFTAR_OTP = "daftar-otp"
    OTP = "otp"
    MASUK = "masuk"
    # Only tokens of the API in teaching mode: the assessor of the institution's head, who is nobody inside it.
    KEPALA_DAERAH = "kepala-daerah"
    # It opens nothing any more; a form that was drawn in it still tells whose it is (``pemilik``).
    BERAKHIR = "berakhir"


@dataclass
class Sesi:
    """One browser; ``token`` is only known to it and to this request."""

    token: str
    pegawai_id: int | None
    tahap: Tahap
    csrf: str
    dibuat: float
    dipakai: float
    pesan: list[dict[str, Any]] = field(default_factory=list)
    lewat: bool = False
    baru: bool = False


def sidik(token: str) -> str:
    """The fingerprint by which a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def mulai(connection: Connection, pegawai_id: int | None = None, tahap: Tahap = Tahap.TAMU) -> Sesi:
    """A new session under a new token, so that a token known before the login opens nothing after it."""
    kini = time.time()
    s = Sesi(secrets.token_urlsafe(32), pegawai_id, tahap, secrets.token_urlsafe(BITA_CSRF), kini, kini, baru=True)
    connection.execute(
        insert(sesi).values(
            sidik_token=sidik(s.token), pegawai_id=pegawai_id, tahap=tahap.value, csrf=s.csrf, pesan="[]", dibuat=kini,
            dipakai=kini,
        )
    )  # fmt: skip
    if tahap in (Tahap.MASUK, Tahap.KEPALA_DAERAH):
        mainkan(connection, pegawai_id or 0)
    return s


_BACA = select(sesi).where(sesi.c.sidik_token == bindparam("sidik"))


def baca(connection: Connection, token: str | None) -> Sesi | None:
    """The session of a cookie; ``lewat``: it has rested too long, but whose it was is still known."""
    if not token or len(token) > TOKEN_TERPANJANG:
        return None
    row = connection.execute(_BACA, {"sidik": sidik(token)}).first()
    if row is None or row.tahap == Tahap.BERAKHIR:
        return None
    return dari_baris(token, row.pegawai_id, row.tahap, row.csrf, row.pesan, row.dibuat, row.dipakai)


def samarkan(csrf: str) -> str:
    """The code of a form as a page shows it: different on every page, so that how far a page could be compressed tells
    nothing about it (BREACH)."""
    kunci, isi = secrets.token_bytes(BITA_CSRF), base64.urlsafe_b64decode(csrf)
    return base64.urlsafe_b64encode(kunci + bytes(a ^ b for a, b in zip(kunci, isi, strict=True))).decode()


def buka_samaran(teks: str) -> str:
    """The code itself; whatever is no such text comes back as it is and fits no session."""
    try:
        isi = base64.urlsafe_b64decode(teks.encode("ascii"))
    except ValueError:
        return teks
    if len(isi) != 2 * BITA_CSRF:
        return teks
    return base64.urlsafe_b64encode(
        bytes(a ^ b for a, b in zip(isi[:BITA_CSRF], isi[BITA_CSRF:], strict=True))
    ).decode()


def dari_baris(
    token: str, pegawai_id: int | None, tahap: str, csrf: str, pesan: str, dibuat: float, dipakai: float
) -> Sesi:
    """A session as it was kept."""
    kini = time.time()
    s = Sesi(token, pegawai_id, Tahap(tahap), csrf, dibuat, dipakai, json.loads(pesan))
    # Also a session from a time to come: with a clock that was put back it would last until then.
    s.lewat = abs(kini - s.dipakai) > DIAM or abs(kini - s.dibuat) > UMUR
    return s


def sentuh(connection: Connection, s: Sesi) -> None:
    """Note that it was used."""
    s.dipakai = time.time()
    connection.execute(update(sesi).where(sesi.c.sidik_token == sidik(s.token)).values(dipakai=s.dipakai))


def simpan_pesan(connection: Connection, s: Sesi) -> None:
    """Keep the lines that the next page has to show."""
    isi = json.dumps(s.pesan, ensure_ascii=False)
    connection.execute(update(sesi).where(sesi.c.sidik_token == sidik(s.token)).values(pesan=isi))


def pemilik(connection: Connection, csrf: str) -> int | None:
    """Whose page a form was drawn on: the code in it stood on no other. Also after that session has ended."""
    csrf = buka_samaran(csrf)
    if not csrf:
        return None
    tahap = (Tahap.MASUK.value, Tahap.BERAKHIR.value)
    query = select(sesi.c.pegawai_id).where(sesi.c.csrf == csrf[:64], sesi.c.tahap.in_(tahap))
    return connection.execute(query).scalar()


def awali_mode(connection: Connection, mode: Mode) -> None:
    """An exam begins with nobody logged in: who was played with one click before it has proved nothing."""
    ujian = sandi_ujian.berjalan(connection)
    if mode is Mode.UJIAN and not ujian:
        connection.execute(delete(sesi))
        sandi_ujian.mulai(connection)
    if mode is not Mode.UJIAN and ujian:
        # Said where the office is served: whoever only forgot --ujian shall know it before anybody plays somebody.
        log.warning(
            "Ujian di kantor ini berakhir, karena kantor ini sekarang dilayani tanpa --ujian. Ujian berikutnya dimulai "
            "dari awal, dengan daftar kata sandi baru (bimtek instansi sandi)."
        )
    ingatan.simpan(connection, 0, sandi_ujian.MODE, mode)


def akhiri_semua(connection: Connection, pegawai_id: int) -> None:
    """Log one person out everywhere, also where only the password was given so far."""
    _akhiri(connection, sesi.c.pegawai_id == pegawai_id, time.time())


def _akhiri(connection: Connection, ini: ColumnElement[bool], kini: float) -> None:
    connection.execute(
        update(sesi)
        .where(ini, sesi.c.tahap == Tahap.MASUK.value)
        .values(tahap=Tahap.BERAKHIR.value, pesan="[]", dipakai=kini)
    )
    connection.execute(delete(sesi).where(ini, sesi.c.tahap != Tahap.BERAKHIR.value))


def akhiri(connection: Connection, token: str) -> None:
    """Log out, and forget sessions that ended long ago."""
    kini = time.time()
    _akhiri(connection, sesi.c.sidik_token == sidik(token), kini)
    connection.execute(delete(sesi).where(sesi.c.dibuat < kini - 30 * 24 * 3600))
    connection.execute(delete(sesi).where(sesi.c.tahap == Tahap.BERAKHIR.value, sesi.c.dipakai < kini - INGAT))
    # Whoever asks without a cookie gets a session each time; a guest's holds nothing worth keeping.
    connection.execute(delete(sesi).where(sesi.c.tahap == Tahap.TAMU.value, sesi.c.dipakai < kini - UMUR))
