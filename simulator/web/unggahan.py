"""Small files of the mock drive: what may be stored, and under which name it goes out again.

Scene: *Simpan Dokumen* with a file; *Unduh*. May import: SQLAlchemy, simulator.domain, simulator.web.data.
Facts: the application itself stores no files, only links (CONFIRMED, ekinerja-app §6.1); kinds and limits are REKAAN of
the course. A file is told by its first bytes and by its name, which must agree; no archive is ever unpacked, nothing is
ever shown in the browser: it only goes out as a download.
Add: another kind in ``JENIS`` with its recogniser.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import quote

from sqlalchemy import Connection, delete, func, insert, select

from simulator.domain.errors import DataTidakSah
from simulator.web.data import unggahan

TERBESAR = 2 * 1024 * 1024
#: All files of one person together.
JATAH = 20 * 1024 * 1024
NAMA_MAKS = 120
_OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Berkas:
    """One stored file; ``isi`` its bytes."""

    nama: str
    jenis_isi: str
    isi: bytes


def _office(folder: bytes) -> Callable[[bytes], bool]:
    """An Office file is an archive whose table of contents names its parts; it is read as bytes, never unpacked."""

    def kenal(isi: bytes) -> bool:
        parts = isi.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in isi and folder in isi
        return parts and b"vbaProject" not in isi

    return kenal


def _teks(isi: bytes) -> bool:
    return re.search(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]", isi) is None and not isi.startswith((b"%PDF", b"{\\rtf"))


JENIS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    "pdf": ("application/pdf", lambda isi: isi.startswith(b"%PDF-")),
    "png": ("image/png", lambda isi: isi.startswith(b"\x89PNG\r\n\x1a\n")),
    "jpg": ("image/jpeg", lambda isi: isi.startswith(b"\xff\xd8\xff")),
    "jpeg": ("image/jpeg", lambda isi: isi.startswith(b"\xff\xd8\xff")),
    "docx": (_OFFICE + "wordprocessingml.document", _office(b"word/document.xml")),
    "xlsx": (_OFFICE + "spreadsheetml.sheet", _office(b"xl/workbook.xml")),
    "txt": ("text/plain", _teks),
}


def periksa_berkas(nama: str, isi: bytes) -> Berkas:
    """A file that may be stored. Raises: DataTidakSah — empty, too large, of another kind, or named like a path."""
    rapi = nama_aman(nama)
    if not isi:
        raise DataTidakSah(f"Berkas “{rapi}” kosong. Pilih berkas yang berisi.", kode="berkas-kosong")
    if len(isi) > TERBESAR:
        raise DataTidakSah(
            f"Berkas “{rapi}” lebih besar dari {ukuran(TERBESAR)}. Perkecil dahulu, atau simpan dokumennya tanpa "
            "berkas.",
            kode="berkas-terlalu-besar",
        )
    akhiran = rapi.rpartition(".")[2].lower() if "." in rapi else ""
    if akhiran not in JENIS:
        raise DataTidakSah(
            f"Berkas “{rapi}” tidak diterima. Yang diterima: {', '.join(JENIS)}.", kode="jenis-berkas-ditolak"
        )
    jenis_isi, kenal = JENIS[akhiran]
    if not kenal(isi):
        raise DataTidakSah(
            f"Isi berkas “{rapi}” tidak sesuai dengan akhirannya .{akhiran} (atau memuat makro). Simpan ulang dari "
            "aplikasinya dengan akhiran yang benar, lalu unggah lagi.",
            kode="isi-berkas-tidak-sesuai",
        )
    return Berkas(rapi, jenis_isi, isi)


def nama_aman(nama: str) -> str:
    """A plain file name: no folders, no invisible or reserved characters. Raises: DataTidakSah."""
    if any(tanda in nama for tanda in "/\\\0") or nama.strip() in (".", ".."):
        raise DataTidakSah(
            "Nama berkas tidak boleh memuat folder atau garis miring. Ganti nama berkasnya, lalu unggah lagi.",
            kode="nama-berkas-tidak-aman",
        )
    # Control and direction marks could show "gpj.exe" as "exe.jpg"; the rest is reserved on somebody's system.
    polos = "".join(huruf for huruf in unicodedata.normalize("NFC", nama) if unicodedata.category(huruf)[0] != "C")
    polos = re.sub(r'[<>:"|?*;%]', "_", polos).strip(" .")
    batang, titik, akhiran = polos.rpartition(".")
    if not titik:
        batang, akhiran = polos, ""
    if not batang:
        raise DataTidakSah("Berkas itu tidak bernama. Beri nama, lalu unggah lagi.", kode="nama-berkas-tidak-aman")
    if re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", batang.partition(".")[0]):
        batang = f"_{batang}"
    return batang[: NAMA_MAKS - len(akhiran[:10]) - 1] + titik + akhiran[:10]


def ukuran(banyak: int) -> str:
    """A size as people say it."""
    if banyak < 1024 * 1024:
        return f"{max(1, round(banyak / 1024))} KB"
    return f"{banyak / 1024 / 1024:.1f} MB".replace(".0 MB", " MB").replace(".", ",")


def tambah_sidik(ringkas: str, berkas: Berkas) -> str:
    """The summary with a line that names the very content: the office tells documents apart by their summary."""
    sidik = blake2b(berkas.isi, digest_size=16).hexdigest()
    return f"{ringkas}\n\n[Berkas unggahan {ukuran(len(berkas.isi))}, sidik {sidik}]".strip()


def kepala_unduh(nama: str) -> dict[str, str]:
    """The headers with which a file leaves: always a download, never a page."""
    polos = re.sub(r'[^\x20-\x7e]|["\\]', "_", nama)
    return {
        "Content-Disposition": f"attachment; filename=\"{polos}\"; filename*=UTF-8''{quote(nama, safe='')}",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }


def simpan(connection: Connection, dokumen_id: int, berkas: Berkas) -> None:
    """Keep the file of a new document."""
    connection.execute(
        insert(unggahan).values(
            dokumen_id=dokumen_id, nama_berkas=berkas.nama, jenis_isi=berkas.jenis_isi, isi=berkas.isi
        )
    )


def baca(connection: Connection, dokumen_id: int) -> Berkas | None:
    """The file of a document, if it has one."""
    row = connection.execute(select(unggahan).where(unggahan.c.dokumen_id == dokumen_id)).mappings().first()
    return None if row is None else Berkas(row["nama_berkas"], row["jenis_isi"], bytes(row["isi"]))


def ringkasan(connection: Connection, daftar_id: Iterable[int]) -> dict[int, tuple[str, int]]:
    """Document → name and size in bytes, without reading the files."""
    query = select(unggahan.c.dokumen_id, unggahan.c.nama_berkas, func.length(unggahan.c.isi))
    rows = connection.execute(query.where(unggahan.c.dokumen_id.in_(list(daftar_id))))
    return {dokumen_id: (nama, besar) for dokumen_id, nama, besar in rows}


def buang(connection: Connection, daftar_id: Iterable[int]) -> None:
    """Forget files of documents that are gone for good."""
    connection.execute(delete(unggahan).where(unggahan.c.dokumen_id.in_(list(daftar_id))))
