"""The answer file ``jawaban.json``: the only truth about what a participant answered.

Scene: the form writes it on every change, grading reads it. May import: kit.case, simulator.domain.
Facts: format version 1 of our own. A change reaches the disk whole or not at all; a broken file is kept aside.
Add: a key in AnswerFile with a default, so that older files stay readable.
"""

from __future__ import annotations

import json
import math
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from exercises.kit.case import dump_json
from simulator.domain.errors import BimtekError, JawabanTidakTerbaca

T = TypeVar("T")

ANSWER_FILE = "jawaban.json"
VERSI = 1
MAX_BYTES = 2 * 1024 * 1024
_MAX_DEPTH = 12
_LEFTOVER_SECONDS = 600
#: Windows refuses to read or replace a file in the moment another program has it: the office beside the notebook, a
#: virus scanner. There is no event to wait for; so long, in seconds, until the next tries.
_IN_USE, _AGAIN = (5, 32), (0.02, 0.05, 0.1, 0.2, 0.4)


class JawabanTidakTersimpan(BimtekError):
    """The answer could not be written; what was typed is still on the screen only."""

    kode_bawaan = "jawaban-tidak-tersimpan"


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """What ``jawaban.json`` holds. ``rusak`` names a broken predecessor that was put aside on reading."""

    latihan: str
    peserta: str
    soal: dict[str, Any] = field(default_factory=dict)
    kemajuan: dict[str, int] = field(default_factory=dict)
    disimpan: str = ""
    rusak: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The content of the file."""
        return {
            "versi": VERSI,
            "latihan": self.latihan,
            "peserta": self.peserta,
            "soal": self.soal,
            "kemajuan": self.kemajuan,
            "disimpan": self.disimpan,
        }


def parse_answer(raw: bytes) -> AnswerFile:
    """Understand the bytes of an answer file, trusting nothing.

    Raises: JawabanTidakTerbaca — too big, not JSON, doubled keys, wrong shape; the message says which.
    """
    if len(raw) > MAX_BYTES:
        raise _tak_terbaca(f"ukurannya {_megabytes(len(raw))} MB; batasnya 2 MB", "jawaban-terlalu-besar")
    isi = _decode(raw)
    if not isinstance(isi, dict):
        raise _tak_terbaca("isinya bukan berkas jawaban latihan", "jawaban-bentuk")
    if isi.get("versi") != VERSI or isinstance(isi.get("versi"), bool):
        raise _tak_terbaca("dibuat oleh versi lain dari program ini", "jawaban-versi")
    if not isinstance(isi.get("soal"), dict):
        raise _tak_terbaca("isinya bukan berkas jawaban latihan", "jawaban-bentuk")
    kemajuan = isi.get("kemajuan")
    return AnswerFile(
        latihan=_text(isi.get("latihan")),
        peserta=_text(isi.get("peserta")),
        soal=isi["soal"],
        kemajuan=kemajuan if isinstance(kemajuan, dict) else {},
        disimpan=_text(isi.get("disimpan")),
    )


def read_answer(folder: Path, *, latihan: str = "", peserta: str = "", keep_aside: bool = True) -> AnswerFile:
    """The answers kept in a folder; none yet gives an empty AnswerFile.

    A broken file is renamed ``jawaban.rusak-<n>.json`` (unless ``keep_aside`` is off, when grading) and an empty
    AnswerFile says so in ``rusak``.
    """
    berkas = folder / ANSWER_FILE
    if not berkas.is_file():
        return AnswerFile(latihan, peserta)
    try:
        return parse_answer(_patiently(berkas.read_bytes))
    except JawabanTidakTerbaca:
        if not keep_aside:
            raise
        return AnswerFile(latihan, peserta, rusak=_put_aside(berkas).name)


def write_answer(folder: Path, jawaban: AnswerFile, *, sekarang: datetime) -> AnswerFile:
    """Write the whole file atomically and return what was written.

    A broken file that turned up meanwhile is put aside, never overwritten.
    Raises: JawabanTidakTersimpan — disk full, folder read-only, file held by another program.
    """
    baru = replace(jawaban, disimpan=sekarang.isoformat(timespec="seconds"), rusak="")
    berkas = folder / ANSWER_FILE
    isi = dump_json(baru.to_dict()).encode("utf-8", "replace")
    if len(isi) > MAX_BYTES:  # such a file would count as broken on the next reading
        raise JawabanTidakTersimpan(
            "Jawaban BELUM tersimpan: isinya lebih dari 2 MB. Ringkas teks yang ditempel, lalu tekan “Simpan lagi”.",
            kode="jawaban-terlalu-besar",
        )
    try:
        if berkas.is_file():
            _keep_if_broken(berkas)
        _replace_atomically(berkas, isi)
        _sweep(berkas)
    except OSError as galat:
        raise _tak_tersimpan(folder, galat) from galat
    return baru


def update_answer(folder: Path, dasar: AnswerFile, soal: str, berubah: Mapping[str, Any]) -> AnswerFile:
    """The file as it is now with some fields of one *soal* changed: two open tabs do not wipe each other's fields.

    ``dasar`` is what this session knows; it counts where there is no readable file.
    Raises: JawabanTidakTersimpan — the folder cannot be read.
    """
    try:
        kini = read_answer(folder, latihan=dasar.latihan, peserta=dasar.peserta)
    except OSError as galat:
        raise _tak_tersimpan(folder, galat) from galat
    lama = kini.soal or dasar.soal
    isi = lama.get(soal)
    baru = {**lama, soal: {**(isi if isinstance(isi, dict) else {}), **berubah}}
    return replace(kini, latihan=dasar.latihan, peserta=dasar.peserta, soal=baru)


def _decode(raw: bytes) -> Any:
    try:
        isi = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_unique_keys, parse_constant=_refuse_constant)
        if _depth(isi) > _MAX_DEPTH:
            raise _tak_terbaca("isinya terpotong atau rusak", "jawaban-bentuk")
    except RecursionError as galat:
        raise _tak_terbaca("isinya terpotong atau rusak", "jawaban-bentuk") from galat
    except UnicodeDecodeError as galat:
        raise _tak_terbaca("isinya terpotong atau rusak", "jawaban-huruf") from galat
    except ValueError as galat:
        raise _tak_terbaca("isinya terpotong atau rusak", "jawaban-json") from galat
    return isi


def _megabytes(ukuran: int) -> str:
    """As Indonesian writes it, and rounded up: 2,000001 MB is over the limit and must not read “2,0 MB”."""
    return f"{math.ceil(ukuran / 104857.6) / 10:.1f}".replace(".", ",")


def _unique_keys(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    isi = dict(pasangan)
    if len(isi) != len(pasangan):
        raise ValueError("ada isian yang tercatat dua kali")
    return isi


def _refuse_constant(nama: str) -> NoReturn:
    raise ValueError(f"ada angka yang tidak sah: {nama}")


def _depth(isi: Any) -> int:
    """Nesting depth without recursion, so that a hostile file cannot exhaust the stack."""
    dalam, lapis = 0, [isi]
    while lapis and dalam <= _MAX_DEPTH:
        dalam += 1
        lapis = [anak for satu in lapis for anak in _children(satu)]
    return dalam


def _children(isi: Any) -> Iterator[Any]:
    if isinstance(isi, dict):
        yield from isi.values()
    elif isinstance(isi, list):
        yield from isi


def _text(nilai: Any) -> str:
    return nilai if isinstance(nilai, str) else ""


def _tak_terbaca(sebab: str, kode: str) -> JawabanTidakTerbaca:
    return JawabanTidakTerbaca(
        f"Berkas {ANSWER_FILE} tidak terbaca: {sebab}. Jawaban belum dinilai dan tidak dianggap salah. "
        "Buka kembali latihan, periksa isian, lalu kumpulkan ulang.",
        kode=kode,
    )


def _tak_tersimpan(folder: Path, galat: OSError) -> JawabanTidakTersimpan:
    sebab = {
        28: "ruang simpan (disk) penuh. Hapus berkas yang tidak dipakai",
        30: "folder hanya bisa dibaca. Pindahkan folder latihan ke Dokumen",
        13: "folder tidak boleh ditulisi atau berkas sedang dibuka program lain. Tutup program itu",
        1: "folder tidak boleh ditulisi. Pindahkan folder latihan ke Dokumen",
        2: "folder latihan sudah tidak ada. Kembalikan folder ke tempat semula",
    }.get(galat.errno or 0, f"{galat.strerror or galat}. Hubungi instruktur")
    return JawabanTidakTersimpan(
        f"Jawaban BELUM tersimpan di {folder.name}: {sebab}, lalu tekan “Simpan lagi”. "
        "Jangan tutup halaman ini sebelum muncul “Tersimpan”.",
        kode="jawaban-tidak-tersimpan",
    )


def _patiently(action: Callable[[], T]) -> T:
    """What another program is in the way of only for a moment."""
    for jeda in _AGAIN:
        try:
            return action()
        except PermissionError as galat:
            if getattr(galat, "winerror", None) not in _IN_USE:
                raise
            time.sleep(jeda)
    return action()


def _keep_if_broken(berkas: Path) -> None:
    try:
        parse_answer(_patiently(berkas.read_bytes))
    except JawabanTidakTerbaca:
        _put_aside(berkas)


def _put_aside(berkas: Path) -> Path:
    nomor = 1
    while (tujuan := berkas.with_name(f"jawaban.rusak-{nomor}.json")).exists():
        nomor += 1
    os.replace(berkas, tujuan)
    return tujuan


def _replace_atomically(berkas: Path, isi: bytes) -> None:
    deskriptor, nama = tempfile.mkstemp(dir=berkas.parent, prefix=".jawaban-", suffix=".tmp")
    try:
        with os.fdopen(deskriptor, "wb") as sementara:
            sementara.write(isi)
            sementara.flush()
            os.fsync(sementara.fileno())
        _patiently(lambda: os.replace(nama, berkas))
    except BaseException:
        Path(nama).unlink(missing_ok=True)
        raise
    _sync_folder(berkas.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder for syncing; os.replace is durable enough there
        return
    deskriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(deskriptor)
    finally:
        os.close(deskriptor)


def _sweep(berkas: Path) -> None:
    """Remove what an interrupted write left long ago; a younger one may belong to another open tab."""
    kini = berkas.stat().st_mtime
    for sisa in sorted(berkas.parent.glob(".jawaban-*.tmp")):
        with suppress(FileNotFoundError):  # the other tab has just finished with it
            if sisa.stat().st_mtime < kini - _LEFTOVER_SECONDS:
                sisa.unlink()


def answered(isi: Mapping[str, Any]) -> bool:
    """Whether a *soal* holds anything at all: blank text and empty rows do not count."""
    lapis: list[Any] = list(isi.values())
    while lapis:
        satu = lapis.pop()
        if isinstance(satu, (dict, list)):
            lapis.extend(_children(satu))
        elif isinstance(satu, str):
            if satu.strip():
                return True
        elif satu is not None:
            return True
    return False
