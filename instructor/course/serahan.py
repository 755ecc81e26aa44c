"""What has been handed in so far, and everything odd about it: ``laporan/pengumpulan.json``.

Scene: written by ``kelas kumpulkan``, read by results and by the instructor. May import: instructor.course.kelas.
Facts: none of its own. Add: a field with a default, so that reports of a running class stay readable.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from instructor.course.kelas import Kelas, tulis_utuh
from simulator.domain.errors import BerkasRusak, BimtekError


@dataclass(frozen=True, slots=True)
class Serahan:
    """The submission that counts for one participant and exercise. ``waktu`` is ISO with its zone.

    ``bukti``: how sure it is whose it is (kiriman.py); reports from before this was kept say "by its case".
    """

    peserta: str
    latihan: str
    waktu: str
    sumber: str
    sidik: str
    terlambat: int = 0
    bukti: int = 1

    @property
    def saat(self) -> datetime:
        """When it was handed in."""
        return datetime.fromisoformat(self.waktu)


@dataclass(frozen=True, slots=True)
class MasalahSerahan:
    """One file that needs a word: whose it is (when known), which file, why, and whether it was left out."""

    berkas: str
    kode: str
    pesan: str
    peserta: str = ""
    latihan: str = ""
    ditolak: bool = False


@dataclass(slots=True)
class Pengumpulan:
    """The state of collecting."""

    serahan: dict[tuple[str, str], Serahan] = field(default_factory=dict)
    masalah: list[MasalahSerahan] = field(default_factory=list)
    baru: int = 0

    def rejected(self, peserta: str, latihan: str) -> MasalahSerahan | None:
        """The reason why nothing of this participant could be taken, when something was tried."""
        if (peserta, latihan) in self.serahan:
            return None
        ditolak = [satu for satu in self.masalah if satu.ditolak and satu.peserta == peserta]
        return next((satu for satu in ditolak if satu.latihan in (latihan, "")), None)


def reason(galat: Exception) -> tuple[str, str]:
    """(code, sentence) for something handed in that could not be read or stored."""
    if isinstance(galat, BimtekError):
        return galat.kode, galat.pesan
    if isinstance(galat, OSError):
        sebab = galat.strerror or type(galat).__name__
        return (
            "tidak-terbuka",
            f"Tidak dapat dibuka ({sebab}). Tutup program yang memakainya atau salin ulang berkas itu.",
        )
    return (
        "tidak-terbaca",
        f"Isinya tidak dapat dibaca ({type(galat).__name__}). Simpan berkas ini untuk diperiksa, lalu minta peserta "
        "mengumpulkan ulang dari halaman latihan.",
    )


def state_file(kelas: Kelas) -> Path:
    """Where the state is kept."""
    return kelas.laporan / "pengumpulan.json"


def read_pengumpulan(kelas: Kelas) -> Pengumpulan:
    """The state as last written; empty when nothing was collected yet.

    Raises: BerkasRusak — the file cannot be read; collecting again makes a new one.
    """
    berkas = state_file(kelas)
    if not berkas.is_file():
        return Pengumpulan()
    try:
        isi = json.loads(berkas.read_text(encoding="utf-8"))
        serahan = [Serahan(**satu) for satu in isi["serahan"]]
        masalah = [MasalahSerahan(**satu) for satu in isi["masalah"]]
    except (ValueError, KeyError, TypeError) as galat:
        raise BerkasRusak(
            f"{berkas} tidak terbaca ({galat}). Hapus berkas itu, lalu jalankan lagi “bimtek kelas kumpulkan”.",
            kode="pengumpulan-rusak",
        ) from galat
    return Pengumpulan({(satu.peserta, satu.latihan): satu for satu in serahan}, masalah)


def write_pengumpulan(kelas: Kelas, keadaan: Pengumpulan) -> None:
    """Keep the state, ordered, so that the same class gives the same bytes."""

    def urut(daftar: Iterable[Serahan]) -> list[Serahan]:
        return sorted(daftar, key=lambda satu: (satu.peserta, satu.latihan))

    isi = {
        "serahan": [asdict(satu) for satu in urut(keadaan.serahan.values())],
        "masalah": [asdict(satu) for satu in keadaan.masalah],
    }
    tulis_utuh(state_file(kelas), json.dumps(isi, ensure_ascii=False, indent=1) + "\n")
