"""What a database says when it refuses, turned into what a person can do about it.

Scene: around every look and every write of engine.py. May import: SQLAlchemy, simulator.domain.errors.
Facts: the words of SQLite and of psycopg. Add: another refusal in ``_explain``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, OperationalError

from simulator.domain.errors import BerkasRusak, BimtekError, StatusTidakSesuai, TidakBerwenang, TidakDitemukan

#: PostgreSQL's own number for insufficient_privilege.
_NOT_ALLOWED = "42501"
#: What a driver says of a server that is not there: a shut door, a name nobody knows, no answer.
_UNREACHABLE = ("connect", "refused", "resolve host", "timeout")


@contextmanager
def in_words() -> Iterator[None]:
    """Whatever a database refuses inside becomes an error of ours, where people can do something about it."""
    try:
        yield
    except DatabaseError as error:
        raise _explain(error) from error


def _explain(error: DatabaseError) -> BimtekError | DatabaseError:
    """Turn what a database says into what a person can do; a mistake in our own SQL stays as it is."""
    said = str(error.orig).lower()
    if "locked" in said or "busy" in said:
        return busy()
    if "readonly" in said or "read-only" in said:
        return StatusTidakSesuai(
            "Berkas kantor simulasi hanya boleh dibaca di tempat ini. Salin berkas itu ke folder Anda sendiri, "
            "lalu buka salinannya.",
            kode="berkas-hanya-baca",
        )
    if "disk is full" in said or "disk i/o" in said:
        return BerkasRusak(
            "Perubahan tidak dapat disimpan karena ruang disk habis atau disk bermasalah. Kosongkan ruang disk, "
            "lalu ulangi; keadaan sebelum tindakan ini tetap utuh.",
            kode="disk-bermasalah",
        )
    if "unable to open" in said:
        return StatusTidakSesuai(
            "Berkas kantor simulasi tidak dapat dibuka atau ditulis di tempat ini. Periksa nama dan izin foldernya, "
            "atau pilih folder lain, misalnya folder Dokumen Anda.",
            kode="berkas-tidak-terbuka",
        )
    if any(sign in said for sign in ("malformed", "not a database", "could not decode")):
        return BerkasRusak(
            "Berkas kantor simulasi rusak dan tidak dapat dibaca. Pakai salinan cadangan dari instruktur.",
            kode="berkas-rusak",
        )
    if getattr(error.orig, "sqlstate", None) == _NOT_ALLOWED:
        return TidakBerwenang(
            "Akun basis data itu tidak boleh membuat atau mengubah tabel di sini. Minta pengelola server menjadikannya "
            "pemilik basis data kelas.",
            kode="basis-data-tanpa-izin",
        )
    if isinstance(error, OperationalError) and "fatal:" in said and (told := _turned_away(said)) is not None:
        return told
    if isinstance(error, OperationalError) and any(sign in said for sign in _UNREACHABLE):
        return TidakDitemukan(
            "Server basis data kelas tidak dapat dihubungi. Periksa alamat server dan jaringan, lalu ulangi.",
            kode="server-tidak-terhubung",
        )
    return error


def _turned_away(said: str) -> BimtekError | None:
    """The server is there and lets nobody in: the database is not, or the account is not the right one."""
    if "database" in said and "does not exist" in said:
        return TidakDitemukan(
            "Basis data kelas di alamat itu belum ada di server. Periksa namanya di akhir alamat, atau minta pengelola "
            "server membuatnya, kosong, lalu ulangi.",
            kode="basis-data-tidak-ada",
        )
    if any(sign in said for sign in ("authentication failed", "role", "pg_hba.conf")):
        return TidakBerwenang(
            "Server basis data menolak akun itu. Periksa nama dan kata sandi di dalam alamat, atau minta pengelola "
            "server mengizinkan akun itu dari komputer ini.",
            kode="basis-data-menolak-akun",
        )
    return None


def busy() -> StatusTidakSesuai:
    """Somebody else is writing."""
    return StatusTidakSesuai(
        "Kantor simulasi sedang dipakai menulis oleh proses lain. Tunggu sebentar, lalu ulangi tindakan Anda.",
        kode="kantor-sibuk",
    )
