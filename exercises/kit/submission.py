"""A submission: one zip that holds the answer, the notebook and a manifest, numbered, never overwritten.

Scene: ``kumpulkan()`` writes it, the instructor's ``kumpulkan`` reads it and trusts nothing in it.
May import: kit, simulator.domain. Facts: format version 1 of our own.
Add: a file that travels is a row in _names; a danger is one check in _safe_entries with its test.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from exercises.kit.answers import ANSWER_FILE, parse_answer
from exercises.kit.case import CASE_FILE, dump_json
from exercises.kit.files import write_new
from exercises.kit.package import PACKAGE_FILE, read_package, safe_name
from simulator.domain.errors import BelumLengkap, BerkasRusak, BimtekError

MANIFEST_FILE = "manifest.json"
SENT_FOLDER = "kumpulan"
VERSI = 1
MAX_ZIP = 20 * 1024 * 1024
MAX_FILE = 8 * 1024 * 1024
MAX_ENTRIES = 40
MAX_NUMBER = 9999
_NAME = re.compile(r"(?P<peserta>.+)__(?P<latihan>[^_].*)__(?P<nomor>\d{3,4})")


@dataclass(frozen=True, slots=True)
class Sent:
    """What handing in led to. ``terkirim``: it also reached the class inbox (None: the class has none)."""

    berkas: Path
    nomor: int
    terkirim: bool | None
    pesan: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as read. ``catatan``: (code, Indonesian sentence) about what was odd but did no harm."""

    peserta: str
    latihan: str
    nomor: int
    dibuat: str
    jawaban: bytes | None
    notebook: bytes | None
    kasus: bytes | None
    catatan: tuple[tuple[str, str], ...]
    sha256: str


def submission_name(peserta: str, latihan: str, nomor: int) -> str:
    """``<peserta>__<latihan>__<nnn>.zip``: sorts by person, exercise and number; legal on Windows."""
    return f"{safe_name(peserta, 'Id peserta')}__{safe_name(latihan, 'Id latihan')}__{nomor:03d}.zip"


def last_submission(folder: Path, peserta: str, latihan: str) -> tuple[int, Path] | None:
    """The newest submission kept in a folder, as (number, file)."""
    ada = []
    for berkas in folder.glob(f"{peserta}__{latihan}__*.zip") if folder.is_dir() else ():
        cocok = _NAME.fullmatch(berkas.stem)
        if cocok:
            ada.append((int(cocok["nomor"]), berkas))
    return max(ada) if ada else None


def write_submission(
    folder: Path, latihan: str, kotak: Path | None = None, *, sekarang: datetime | None = None
) -> Sent:
    """Pack the answer of one exercise from a participant's folder; copy it to the class inbox when there is one.

    The copy in ``kumpulan/`` comes first, so that an inbox out of reach loses nothing.
    Raises: BelumLengkap — nothing was answered yet; JawabanTidakTerbaca — the answer file is broken.
    """
    info = read_package(folder)
    waktu = sekarang or datetime.now().astimezone()
    tujuan = kotak or (Path(info.kotak) if info.kotak else None)
    isi = _gather(folder, latihan)
    sini = folder / SENT_FOLDER
    nomor = 1 + max(_last_number(tempat, info.peserta, latihan) for tempat in (sini, tujuan) if tempat)
    nomor, berkas, data = _write_numbered(sini, info.peserta, latihan, nomor, isi, waktu)
    if tujuan is None:
        pesan = f"Berkas {berkas.name} ada di folder “{SENT_FOLDER}”. Kirim berkas itu kepada instruktur."
        return Sent(berkas, nomor, None, pesan)
    return _deliver(tujuan, berkas, nomor, data)


def _deliver(kotak: Path, berkas: Path, nomor: int, data: bytes) -> Sent:
    try:
        if not kotak.is_dir():
            raise FileNotFoundError(str(kotak))
        write_new(kotak / berkas.name, data)
    except OSError as galat:
        pesan = (
            f"Jawaban sudah dikemas ({berkas.name} di folder “{SENT_FOLDER}”), tetapi kotak pengumpulan kelas tidak "
            f"dapat dicapai ({galat.strerror or galat}). Coba kumpulkan lagi, atau kirim berkas itu kepada instruktur."
        )
        return Sent(berkas, nomor, False, pesan)
    return Sent(berkas, nomor, True, f"Jawaban terkumpul sebagai {berkas.name}.")


def _last_number(folder: Path, peserta: str, latihan: str) -> int:
    terakhir = last_submission(folder, peserta, latihan)
    return terakhir[0] if terakhir else 0


def _gather(folder: Path, latihan: str) -> dict[str, bytes]:
    tempat = folder / safe_name(latihan, "Id latihan")
    jawaban = tempat / ANSWER_FILE
    if not jawaban.is_file():
        raise BelumLengkap(
            "Belum ada jawaban yang tersimpan untuk latihan ini. Isi dahulu paling sedikit satu isian.",
            kode="kumpul-kosong",
        )
    parse_answer(jawaban.read_bytes())  # a broken file is told now, not after the deadline
    isi = {PACKAGE_FILE: (folder / PACKAGE_FILE).read_bytes()}
    for nama in _names(latihan):
        berkas = folder / nama
        if berkas.is_file() and berkas.stat().st_size <= MAX_FILE:
            isi[nama] = berkas.read_bytes()
    return isi


def _names(latihan: str) -> tuple[str, str, str]:
    return f"{latihan}/{ANSWER_FILE}", f"{latihan}/{latihan}.ipynb", f"{latihan}/{CASE_FILE}"


def _write_numbered(
    folder: Path, peserta: str, latihan: str, nomor: int, isi: dict[str, bytes], waktu: datetime
) -> tuple[int, Path, bytes]:
    while nomor <= MAX_NUMBER:
        data = _zip(peserta, latihan, nomor, isi, waktu)
        berkas = folder / submission_name(peserta, latihan, nomor)
        try:
            write_new(berkas, data)
        except FileExistsError:
            nomor += 1
        else:
            return nomor, berkas, data
    raise BimtekError(f"Sudah ada {MAX_NUMBER} pengumpulan. Hubungi instruktur.", kode="kumpul-terlalu-banyak")


def _zip(peserta: str, latihan: str, nomor: int, isi: dict[str, bytes], waktu: datetime) -> bytes:
    manifes = {
        "versi": VERSI,
        "peserta": peserta,
        "latihan": latihan,
        "nomor": nomor,
        "dibuat": waktu.isoformat(timespec="seconds"),
        "berkas": {
            nama: {"sha256": hashlib.sha256(data).hexdigest(), "ukuran": len(data)} for nama, data in isi.items()
        },
    }
    lengkap = {**isi, MANIFEST_FILE: dump_json(manifes).encode()}
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in lengkap.items():
            tanda = zipfile.ZipInfo(nama, date_time=waktu.timetuple()[:6])
            tanda.compress_type = zipfile.ZIP_DEFLATED
            tanda.external_attr = 0o644 << 16
            arsip.writestr(tanda, data)
    return keluar.getvalue()


def read_submission(path: Path, *, peserta: str = "", latihan: str = "") -> Submission:
    """Read a submission without trusting it; nothing is unpacked to disk.

    ``peserta``/``latihan``: refuse a submission of somebody or something else.
    Raises: BerkasRusak — it cannot be used; the message names the file, the reason and what to do.
    """
    if path.stat().st_size > MAX_ZIP:
        raise _tolak(path, f"lebih besar dari {MAX_ZIP // 1048576} MB", "kiriman-terlalu-besar")
    data = path.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            isi = _read_entries(path, arsip)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, UnicodeError, ValueError) as galat:
        raise _tolak(path, f"bukan zip yang utuh atau terpotong saat disalin ({galat})", "kiriman-rusak") from galat
    manifes = _manifest(path, isi)
    kiriman = _submission(path, isi, manifes, hashlib.sha256(data).hexdigest())
    if peserta and kiriman.peserta != peserta:
        raise _tolak(path, f"milik peserta “{kiriman.peserta}”, bukan “{peserta}”", "kiriman-peserta")
    if latihan and kiriman.latihan != latihan:
        raise _tolak(path, f"untuk latihan “{kiriman.latihan}”, bukan “{latihan}”", "kiriman-latihan")
    return kiriman


def _read_entries(path: Path, arsip: zipfile.ZipFile) -> dict[str, bytes]:
    isi: dict[str, bytes] = {}
    sisa = MAX_ZIP
    for tanda in _safe_entries(path, arsip):
        with arsip.open(tanda) as berkas:
            # Sizes in a zip can lie: read what is really there, never more than the limit.
            data = berkas.read(min(MAX_FILE, sisa) + 1)
        if len(data) > min(MAX_FILE, sisa):
            raise _tolak(path, f"isi “{tanda.filename:.80}” terlalu besar setelah dibuka", "kiriman-terlalu-besar")
        sisa -= len(data)
        isi[tanda.filename] = data
    return isi


def _safe_entries(path: Path, arsip: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    daftar = arsip.infolist()
    if len(daftar) > MAX_ENTRIES:
        raise _tolak(path, f"memuat {len(daftar)} berkas, paling banyak {MAX_ENTRIES}", "kiriman-terlalu-besar")
    nama_huruf_kecil = [tanda.filename.casefold() for tanda in daftar]
    if len(nama_huruf_kecil) != len(set(nama_huruf_kecil)):
        raise _tolak(path, "memuat dua berkas dengan nama yang sama", "kiriman-nama-kembar")
    for tanda in daftar:
        nama = tanda.filename
        bagian = nama.split("/")
        if nama.startswith("/") or ".." in bagian or "\\" in nama or ":" in nama or "\x00" in tanda.orig_filename:
            raise _tolak(path, f"memuat nama berkas yang keluar dari foldernya (“{nama:.80}”)", "kiriman-jalur")
        if stat.S_ISLNK(tanda.external_attr >> 16):
            raise _tolak(path, f"memuat tautan, bukan berkas (“{nama:.80}”)", "kiriman-tautan")
        if tanda.flag_bits & 0x1:
            raise _tolak(path, "memakai kata sandi", "kiriman-sandi")
        if not nama.endswith("/"):
            yield tanda


def _manifest(path: Path, isi: dict[str, bytes]) -> dict[str, Any]:
    if MANIFEST_FILE not in isi:
        raise _tolak(path, f"tidak memuat {MANIFEST_FILE}", "kiriman-manifes")
    try:
        manifes = json.loads(isi[MANIFEST_FILE])
        if manifes["versi"] != VERSI:
            raise ValueError("versi tidak dikenal")
        peserta, latihan, nomor = manifes["peserta"], manifes["latihan"], manifes["nomor"]
        safe_name(peserta, "Id peserta")
        safe_name(latihan, "Id latihan")
        if isinstance(nomor, bool) or not isinstance(nomor, int) or not 1 <= nomor <= MAX_NUMBER:
            raise ValueError("nomor tidak sah")
        if not isinstance(manifes["berkas"], dict) or not isinstance(manifes["dibuat"], str):
            raise ValueError("daftar berkas atau waktu tidak sah")
    except (ValueError, KeyError, TypeError, RecursionError, BimtekError) as galat:
        raise _tolak(path, f"{MANIFEST_FILE} tidak sah ({galat})", "kiriman-manifes") from galat
    hasil: dict[str, Any] = manifes
    return hasil


def _submission(path: Path, isi: dict[str, bytes], manifes: dict[str, Any], sidik: str) -> Submission:
    jawaban, notebook, kasus = _names(manifes["latihan"])
    return Submission(
        peserta=manifes["peserta"],
        latihan=manifes["latihan"],
        nomor=manifes["nomor"],
        dibuat=manifes["dibuat"][:40],
        jawaban=isi.get(jawaban),
        notebook=isi.get(notebook),
        kasus=isi.get(kasus),
        catatan=tuple(_remarks(path, isi, manifes)),
        sha256=sidik,
    )


def _remarks(path: Path, isi: dict[str, bytes], manifes: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is odd but takes nothing away from what was answered."""
    jawaban, notebook, kasus = _names(manifes["latihan"])
    dikenal = (PACKAGE_FILE, MANIFEST_FILE, jawaban, notebook, kasus)
    if jawaban not in isi:
        yield "jawaban-tidak-ada", f"{path.name}: tidak ada {ANSWER_FILE} di dalamnya, jadi belum ada jawaban."
    if notebook not in isi:
        yield "notebook-tidak-ada", f"{path.name}: notebook tidak ikut atau berganti nama; jawaban tetap dinilai."
    cocok = _NAME.fullmatch(path.stem)
    if not cocok or (cocok["peserta"], cocok["latihan"]) != (manifes["peserta"], manifes["latihan"]):
        yield "nama-berkas-berubah", f"{path.name}: nama berkas berubah; isi menyebut peserta {manifes['peserta']}."
    for nama in sorted(isi):
        catat = manifes["berkas"].get(nama)
        if nama not in dikenal:
            yield "berkas-lain", f"{path.name}: berkas {nama:.80} bukan bagian kiriman dan diabaikan."
        elif nama != MANIFEST_FILE and (
            not isinstance(catat, dict) or catat.get("sha256") != hashlib.sha256(isi[nama]).hexdigest()
        ):
            yield "berkas-berubah", f"{path.name}: {nama} berubah setelah dikumpulkan; isinya tetap dibaca."
    if _package_owner(isi) not in ("", manifes["peserta"]):
        yield "peserta-berbeda", f"{path.name}: paket di dalamnya milik peserta lain ({_package_owner(isi):.60})."


def _package_owner(isi: dict[str, bytes]) -> str:
    try:
        return str(json.loads(isi[PACKAGE_FILE])["peserta"])
    except (KeyError, ValueError, TypeError, RecursionError):
        return ""  # a package file that cannot be read names nobody; its changed hash is already remarked


def _tolak(path: Path, sebab: str, kode: str) -> BerkasRusak:
    return BerkasRusak(
        f"Kiriman {path.name} tidak dapat dipakai: {sebab}. Minta peserta mengumpulkan ulang dari halaman latihan.",
        kode=kode,
    )
