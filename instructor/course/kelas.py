"""One *kelas*: its folder and what ``kelas.json`` says about it.

Scene: every instructor step starts by opening the class. May import: exercises.kit, simulator.domain.errors.
Facts: seeds of participants come from the class secret, so nobody can guess another's case (design: one seed each).
Add: a setting is a field here, a line in ``_read`` and a line in instructor/README.md.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from exercises.kit.case import dump_json
from exercises.kit.files import write_whole
from exercises.kit.wib import WIB
from simulator.domain.errors import BerkasRusak, DataTidakSah, StatusTidakSesuai, TidakDitemukan

CLASS_FILE = "kelas.json"
VERSI = 1
LULUS_BAWAAN = 70.0


@dataclass(frozen=True, slots=True)
class Kelas:
    """One class. ``potongan_terlambat`` is a share of the mark (0.1 = ten percent); late costs nothing by default."""

    folder: Path
    kode: str
    judul: str
    benih: int
    rahasia: bytes
    skenario: str
    latihan: tuple[str, ...]
    tenggat: datetime | None = None
    tenggat_latihan: Mapping[str, datetime] = field(default_factory=dict)
    lulus: float = LULUS_BAWAAN
    potongan_terlambat: float = 0.0
    peragaan: bool = False

    # --- where things are -------------------------------------------------------------------------------------

    @property
    def gradebook(self) -> Path:
        """nbgrader's gradebook."""
        return self.folder / "gradebook.db"

    @property
    def roster(self) -> Path:
        """The participants as the class keeps them."""
        return self.folder / "peserta.csv"

    @property
    def kotak(self) -> Path:
        """Inbox of submission packages."""
        return self.folder / "kotak"

    @property
    def laporan(self) -> Path:
        """Reports for the instructor."""
        return self.folder / "laporan"

    @property
    def arsip(self) -> Path:
        """Earlier submissions, kept."""
        return self.folder / "arsip"

    def release(self, latihan: str) -> Path:
        """The participant's version of a notebook, as nbgrader released it."""
        return self.folder / "release" / latihan / f"{latihan}.ipynb"

    def paket(self, peserta: str) -> Path:
        """The participant's own folder on this machine."""
        return self.folder / "peserta" / peserta

    def kunci(self, peserta: str, latihan: str) -> Path:
        """The trusted case with its key; never leaves the instructor."""
        return self.folder / "kunci" / peserta / f"{latihan}.json"

    def submitted(self, peserta: str, latihan: str) -> Path:
        """What was handed in, in nbgrader's layout."""
        return self.folder / "submitted" / peserta / latihan

    def autograded(self, peserta: str, latihan: str) -> Path:
        """What formgrader opens."""
        return self.folder / "autograded" / peserta / latihan

    def feedback(self, peserta: str, latihan: str) -> Path:
        """The feedback page of one participant and exercise."""
        return self.folder / "feedback" / peserta / latihan / f"{latihan}.html"

    # --- what follows from the settings -----------------------------------------------------------------------

    def tenggat_untuk(self, latihan: str) -> datetime | None:
        """When that exercise is due, or None when nothing is late."""
        return self.tenggat_latihan.get(latihan, self.tenggat)

    def benih_peserta(self, peserta: str) -> int:
        """The participant's own seed, from the class secret."""
        return int.from_bytes(hashlib.blake2b(peserta.encode(), key=self.rahasia).digest()[:7], "big")

    def tanda(self, peserta: str) -> str:
        """What only the package of this participant carries: it cannot be made without the class secret."""
        return hmac.new(self.rahasia, f"tanda peserta/{peserta}".encode(), hashlib.sha256).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """What ``kelas.json`` holds."""
        return {
            "versi": VERSI,
            "kode": self.kode,
            "judul": self.judul,
            "benih": self.benih,
            "rahasia": self.rahasia.hex(),
            "skenario": self.skenario,
            "latihan": list(self.latihan),
            "tenggat": self.tenggat.isoformat() if self.tenggat else None,
            "tenggat_latihan": {nama: waktu.isoformat() for nama, waktu in sorted(self.tenggat_latihan.items())},
            "lulus": self.lulus,
            "potongan_terlambat": self.potongan_terlambat,
            "peragaan": self.peragaan,
        }

    def save(self) -> None:
        """Write ``kelas.json`` whole or not at all. It holds the class secret: readable by its owner only."""
        write_whole(self.folder / CLASS_FILE, dump_json(self.to_dict()).encode())
        os.chmod(self.folder / CLASS_FILE, 0o600)


def open_kelas(folder: Path) -> Kelas:
    """Open the class in ``folder`` (or in a folder above it).

    Raises: TidakDitemukan — no class there; BerkasRusak — ``kelas.json`` cannot be read.
    """
    mulai = folder.resolve()
    for calon in (mulai, *mulai.parents):
        berkas = calon / CLASS_FILE
        if berkas.is_file():
            return _read(berkas)
    raise TidakDitemukan(
        f"Di folder {mulai} tidak ada kelas (berkas {CLASS_FILE}). Sebutkan folder kelasnya, pindah ke sana, "
        "atau buat kelas baru dengan “bimtek kelas buat”.",
        kode="kelas-tidak-ada",
    )


def _read(berkas: Path) -> Kelas:
    try:
        isi = json.loads(berkas.read_text(encoding="utf-8"))
        return Kelas(
            folder=berkas.parent,
            kode=str(isi["kode"]),
            judul=str(isi["judul"]),
            benih=int(isi["benih"]),
            rahasia=bytes.fromhex(isi["rahasia"]),
            skenario=str(isi["skenario"]),
            latihan=tuple(str(nama) for nama in isi["latihan"]),
            tenggat=parse_waktu(isi.get("tenggat")),
            tenggat_latihan={
                nama: waktu
                for nama, teks in (isi.get("tenggat_latihan") or {}).items()
                if (waktu := parse_waktu(teks)) is not None
            },
            lulus=float(isi.get("lulus", LULUS_BAWAAN)),
            potongan_terlambat=_share(isi.get("potongan_terlambat", 0.0)),
            peragaan=bool(isi.get("peragaan", False)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as galat:
        raise BerkasRusak(
            f"Berkas {berkas} tidak terbaca sebagai pengaturan kelas ({galat}). Pulihkan dari cadangan; "
            "jangan membuat rahasia baru, karena kunci semua peserta bergantung padanya.",
            kode="kelas-rusak",
        ) from galat


def _share(nilai: object) -> float:
    angka = float(nilai)  # type: ignore[arg-type]
    if not 0 <= angka <= 1:
        raise ValueError("potongan_terlambat harus antara 0 dan 1")
    return angka


def parse_waktu(teks: object) -> datetime | None:
    """A due time from text; without a zone it is WIB.

    Raises: DataTidakSah — not a date and time.
    """
    if teks in (None, ""):
        return None
    try:
        waktu = datetime.fromisoformat(str(teks).strip())
    except ValueError as galat:
        raise DataTidakSah(
            f"Tenggat “{teks}” bukan tanggal dan jam. Contoh yang benar: 2026-11-24T16:00 (WIB).", kode="tenggat"
        ) from galat
    return waktu if waktu.tzinfo else waktu.replace(tzinfo=WIB)


def tulis_utuh(berkas: Path, isi: str | bytes) -> None:
    """Write a file that can be made again so that a reader sees the old one or the new one, never half.

    Without waiting for the disk: what cannot be made again goes through exercises.kit.files.write_whole.
    Half letters, which a file of a participant may bring along, become question marks.
    Raises: StatusTidakSesuai — another program holds the file.
    """
    berkas.parent.mkdir(parents=True, exist_ok=True)
    # A name of its own for every writer: two commands at once never share a half-written file.
    sementara = berkas.with_name(f".{secrets.token_hex(4)}.sementara")
    try:
        sementara.write_bytes(isi.encode("utf-8", "replace") if isinstance(isi, str) else isi)
        _replace(sementara, berkas)
    finally:
        sementara.unlink(missing_ok=True)


def _replace(sementara: Path, berkas: Path) -> None:
    try:
        os.replace(sementara, berkas)
    except PermissionError:
        if not berkas.is_file():
            raise
        # nbgrader leaves its copies read-only, which Windows refuses to replace.
        os.chmod(berkas, 0o644)
        try:
            os.replace(sementara, berkas)
        except PermissionError as galat:
            raise StatusTidakSesuai(
                f"{berkas} tidak dapat ditulis, mungkin sedang dibuka di program lain (misalnya Excel). Tutup berkas "
                "itu, lalu ulangi.",
                kode="berkas-terbuka",
            ) from galat
