"""A submission: one zip that holds the answer, the notebook and a manifest, numbered, never overwritten.

Scene: ``kumpulkan()`` writes it; incoming.py reads it on the instructor's side and trusts nothing in it.
May import: kit, simulator.domain. Facts: format version 1 of our own. ``tanda`` of the package travels in the
manifest: it shows that the submission comes from the folder that was handed out to this participant.
Add: a file that travels is a row in ``entry_names``, and its reader in incoming.py.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from exercises.kit.answers import ANSWER_FILE, parse_answer
from exercises.kit.case import CASE_FILE, dump_json
from exercises.kit.files import write_new
from exercises.kit.package import PACKAGE_FILE, PackageInfo, read_package, safe_name
from simulator.domain.errors import BelumLengkap, BimtekError

MANIFEST_FILE = "manifest.json"
SENT_FOLDER = "kumpulan"
VERSI = 1
MAX_FILE = 8 * 1024 * 1024
MAX_NUMBER = 9999
NAME = re.compile(r"(?P<peserta>.+)__(?P<latihan>[^_].*)__(?P<nomor>\d{3,4})")


@dataclass(frozen=True, slots=True)
class Sent:
    """What handing in led to. ``terkirim``: it also reached the class inbox (None: the class has none)."""

    berkas: Path
    nomor: int
    terkirim: bool | None
    pesan: str


def submission_name(peserta: str, latihan: str, nomor: int) -> str:
    """``<peserta>__<latihan>__<nnn>.zip``: sorts by person, exercise and number; legal on Windows."""
    return f"{safe_name(peserta, 'Id peserta')}__{safe_name(latihan, 'Id latihan')}__{nomor:03d}.zip"


def last_submission(folder: Path, peserta: str, latihan: str) -> tuple[int, Path] | None:
    """The newest submission kept in a folder, as (number, file)."""
    ada = []
    for berkas in folder.glob(f"{peserta}__{latihan}__*.zip") if folder.is_dir() else ():
        cocok = NAME.fullmatch(berkas.stem)
        if cocok:
            ada.append((int(cocok["nomor"]), berkas))
    return max(ada) if ada else None


def submission_time(berkas: Path) -> datetime | None:
    """When a submission was packed, by its own manifest; None when it does not say (a copy has another file time)."""
    try:
        with zipfile.ZipFile(berkas) as arsip:
            waktu = datetime.fromisoformat(json.loads(arsip.read(MANIFEST_FILE))["dibuat"])
    except (zipfile.BadZipFile, zlib.error, OSError, KeyError, ValueError, TypeError):
        return None
    return waktu.astimezone()


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
    nomor, berkas, data = _write_numbered(sini, info, latihan, nomor, isi, waktu)
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
    for nama in entry_names(latihan):
        berkas = folder / nama
        if berkas.is_file() and berkas.stat().st_size <= MAX_FILE:
            isi[nama] = berkas.read_bytes()
    return isi


def entry_names(latihan: str) -> tuple[str, str, str]:
    """The names of answer, notebook and case inside a submission."""
    return f"{latihan}/{ANSWER_FILE}", f"{latihan}/{latihan}.ipynb", f"{latihan}/{CASE_FILE}"


def _write_numbered(
    folder: Path, info: PackageInfo, latihan: str, nomor: int, isi: dict[str, bytes], waktu: datetime
) -> tuple[int, Path, bytes]:
    while nomor <= MAX_NUMBER:
        data = _zip(info, latihan, nomor, isi, waktu)
        berkas = folder / submission_name(info.peserta, latihan, nomor)
        try:
            write_new(berkas, data)
        except FileExistsError:
            nomor += 1
        else:
            return nomor, berkas, data
    raise BimtekError(f"Sudah ada {MAX_NUMBER} pengumpulan. Hubungi instruktur.", kode="kumpul-terlalu-banyak")


def _zip(info: PackageInfo, latihan: str, nomor: int, isi: dict[str, bytes], waktu: datetime) -> bytes:
    manifes = {
        "versi": VERSI,
        "peserta": info.peserta,
        "latihan": latihan,
        "nomor": nomor,
        "tanda": info.tanda,
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
