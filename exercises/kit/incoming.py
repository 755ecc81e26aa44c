"""A submission as it arrives: read without trusting anything in it, nothing unpacked to disk.

Scene: the instructor's ``kumpulkan``. May import: kit, simulator.domain.
Facts: format version 1 of submission.py. A zip that somebody made of their whole folder is read for what it holds.
Add: a danger is one check in _safe_entries with its test; a remark is one line in _remarks.
"""

from __future__ import annotations

import hashlib
import io
import json
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.kit.answers import ANSWER_FILE, parse_answer
from exercises.kit.case import CASE_FILE
from exercises.kit.package import PACKAGE_FILE, safe_name
from exercises.kit.submission import MANIFEST_FILE, MAX_FILE, MAX_NUMBER, NAME, VERSI, entry_names
from simulator.domain.errors import BerkasRusak, BimtekError, JawabanTidakTerbaca

MAX_ZIP = 20 * 1024 * 1024
MAX_ENTRIES = 40
MAX_FOLDER_ENTRIES = 400
_TANGAN = "zip ini dibuat sendiri dari folder peserta, bukan dengan tombol Kumpulkan; jawaban di dalamnya tetap dibaca."
_TANPA_NOTEBOOK = "buku kerja tidak ikut atau berganti nama; jawaban tetap dinilai."


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as read. ``catatan``: (code, Indonesian sentence) about what was odd but did no harm.

    ``tanda``: the mark of the participant's package as the submission tells it; the reader of the class checks it.
    """

    peserta: str
    latihan: str
    nomor: int
    dibuat: str
    jawaban: bytes | None
    notebook: bytes | None
    kasus: bytes | None
    catatan: tuple[tuple[str, str], ...]
    sha256: str
    tanda: str = ""


def read_submission(path: Path, *, peserta: str = "", latihan: str = "") -> Submission:
    """Read what the button Kumpulkan packed.

    ``peserta``/``latihan``: refuse a submission of somebody or something else.
    Raises: BerkasRusak — it cannot be used; the message names the file, the reason and what to do.
    """
    isi, sidik = _content(path)
    kiriman = _submission(path, isi, _manifest(path, isi), sidik)
    if peserta and kiriman.peserta != peserta:
        raise _tolak(path, f"milik peserta “{kiriman.peserta}”, bukan “{peserta}”", "kiriman-peserta")
    if latihan and kiriman.latihan != latihan:
        raise _tolak(path, f"untuk latihan “{kiriman.latihan}”, bukan “{latihan}”", "kiriman-latihan")
    return kiriman


def read_incoming(path: Path) -> tuple[Submission, ...]:
    """Everything one zip hands in: a submission, or whatever a hand-made zip of a participant's folder holds.

    Raises: BerkasRusak — as read_submission.
    """
    isi, sidik = _content(path)
    if MANIFEST_FILE in isi or PACKAGE_FILE not in isi:
        return (_submission(path, isi, _manifest(path, isi), sidik),)
    return _handmade(path, isi, sidik)


def _content(path: Path) -> tuple[dict[str, bytes], str]:
    """The files of a zip by name, and the digest of the whole."""
    if path.stat().st_size > MAX_ZIP:
        raise _tolak(path, f"lebih besar dari {MAX_ZIP // 1048576} MB", "kiriman-terlalu-besar")
    data = path.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            isi = _read_entries(path, arsip)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, UnicodeError, ValueError) as galat:
        raise _tolak(path, "bukan zip yang utuh, atau terpotong saat disalin", "kiriman-rusak") from galat
    return isi, hashlib.sha256(data).hexdigest()


def _read_entries(path: Path, arsip: zipfile.ZipFile) -> dict[str, bytes]:
    isi: dict[str, bytes] = {}
    sisa = MAX_ZIP
    for nama, tanda in _wanted(path, arsip):
        with arsip.open(tanda) as berkas:
            # Sizes in a zip can lie: read what is really there, never more than the limit.
            data = berkas.read(min(MAX_FILE, sisa) + 1)
        if len(data) > min(MAX_FILE, sisa):
            raise _tolak(path, f"isi “{tanda.filename:.80}” terlalu besar setelah dibuka", "kiriman-terlalu-besar")
        sisa -= len(data)
        isi[nama] = data
    return isi


def _wanted(path: Path, arsip: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The entries to read, under the names they have inside the participant's folder.

    The button Kumpulkan packs a manifest at the top. A zip somebody made of a folder has the folder's name before
    everything, and brings the simulated office and earlier submissions along: those are left unread.
    """
    daftar = list(_safe_entries(path, arsip))
    nama = [satu.filename for satu in daftar]
    if MANIFEST_FILE in nama:
        if len(arsip.infolist()) > MAX_ENTRIES:
            raise _tolak(path, f"memuat lebih dari {MAX_ENTRIES} berkas", "kiriman-terlalu-besar")
        yield from zip(nama, daftar, strict=True)
        return
    akar = _root(nama)
    for tanda in daftar:
        relatif = tanda.filename.removeprefix(akar)
        if tanda.filename.startswith(akar) and _belongs_to_package(relatif):
            yield relatif, tanda


def _root(nama: Sequence[str]) -> str:
    """The folder of the outermost package inside a zip, "" when it lies at the top or there is none."""
    paket = [satu for satu in nama if satu.split("/")[-1] == PACKAGE_FILE and not satu.startswith("__MACOSX/")]
    return min(paket, key=lambda satu: (satu.count("/"), satu), default="").removesuffix(PACKAGE_FILE)


def _belongs_to_package(nama: str) -> bool:
    bagian = nama.split("/")
    if len(bagian) == 1:
        return nama in (PACKAGE_FILE, MANIFEST_FILE)
    return len(bagian) == 2 and (bagian[1] in (ANSWER_FILE, CASE_FILE) or bagian[1] == f"{bagian[0]}.ipynb")


def _safe_entries(path: Path, arsip: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    daftar = arsip.infolist()
    if len(daftar) > MAX_FOLDER_ENTRIES:
        raise _tolak(path, f"memuat {len(daftar)} berkas, paling banyak {MAX_FOLDER_ENTRIES}", "kiriman-terlalu-besar")
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


def _handmade(path: Path, isi: dict[str, bytes], sidik: str) -> tuple[Submission, ...]:
    """Nobody pressed Kumpulkan: every answer in the folder counts, and the package says whose it is."""
    try:
        paket = json.loads(isi[PACKAGE_FILE].decode("utf-8-sig"))
        peserta = safe_name(paket["peserta"], "Id peserta")
        daftar = [str(satu["id"]) for satu in paket["latihan"]]
    except (ValueError, KeyError, TypeError, RecursionError, BimtekError) as galat:
        raise _tolak(path, f"{PACKAGE_FILE} di dalamnya rusak", "kiriman-manifes") from galat
    hasil = []
    for latihan in daftar:
        jawaban, notebook, kasus = entry_names(latihan)
        if jawaban not in isi:
            continue
        catatan = [("kiriman-tangan", f"{path.name}: {_TANGAN}")]
        if notebook not in isi:
            catatan.append(("notebook-tidak-ada", f"{path.name}: {_TANPA_NOTEBOOK}"))
        hasil.append(
            Submission(
                peserta, latihan, 0, _saved(isi[jawaban]), isi[jawaban], isi.get(notebook), isi.get(kasus),
                tuple(catatan), sidik, _text(paket.get("tanda")),
            )
        )  # fmt: skip
    if not hasil:
        raise _tolak(path, "folder peserta di dalamnya belum memuat satu jawaban pun", "jawaban-tidak-ada")
    return tuple(hasil)


def _saved(jawaban: bytes) -> str:
    """When the answer says it was saved; the zip of a folder has no other clock of its own."""
    try:
        return parse_answer(jawaban).disimpan[:40]
    except JawabanTidakTerbaca:
        return ""  # grading tells what is wrong with it; here only the time is missing


def _text(nilai: Any) -> str:
    return nilai[:200] if isinstance(nilai, str) else ""


def _manifest(path: Path, isi: dict[str, bytes]) -> dict[str, Any]:
    if MANIFEST_FILE not in isi:
        raise _tolak(path, "tidak dibuat dengan tombol Kumpulkan dan bukan folder peserta", "kiriman-manifes")
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
        raise _tolak(path, "daftar isi di dalamnya rusak atau sudah diubah", "kiriman-manifes") from galat
    hasil: dict[str, Any] = manifes
    return hasil


def _submission(path: Path, isi: dict[str, bytes], manifes: dict[str, Any], sidik: str) -> Submission:
    jawaban, notebook, kasus = entry_names(manifes["latihan"])
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
        tanda=_text(manifes.get("tanda")) or _package_mark(isi, manifes["peserta"]),
    )


def _remarks(path: Path, isi: dict[str, bytes], manifes: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is odd but takes nothing away from what was answered."""
    jawaban, notebook, kasus = entry_names(manifes["latihan"])
    dikenal = (PACKAGE_FILE, MANIFEST_FILE, jawaban, notebook, kasus)
    if jawaban not in isi:
        yield "jawaban-tidak-ada", f"{path.name}: tidak ada {ANSWER_FILE} di dalamnya, jadi belum ada jawaban."
    if notebook not in isi:
        yield "notebook-tidak-ada", f"{path.name}: {_TANPA_NOTEBOOK}"
    cocok = NAME.fullmatch(path.stem)
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


def _package_mark(isi: dict[str, bytes], peserta: str) -> str:
    """The mark in the package file, for submissions packed before it travelled in the manifest too."""
    if _package_owner(isi) != peserta:
        return ""
    return _text(json.loads(isi[PACKAGE_FILE]).get("tanda"))


def _tolak(path: Path, sebab: str, kode: str) -> BerkasRusak:
    return BerkasRusak(
        f"Kiriman {path.name} tidak dapat dipakai: {sebab}. Minta peserta mengumpulkan ulang dari halaman latihan.",
        kode=kode,
    )
