"""What a search in an address asks for: words, a page number, a period, a unit.

Scene: pages with lists. May import: the standard library, simulator.domain, rules.periode, simulator.web.layar.
Facts: none. Add: another kind of value that several lists share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from simulator.domain.errors import DataTidakSah
from simulator.domain.periode import PeriodePenilaian
from simulator.rules.periode import terbuka
from simulator.web.layar import Layar
from simulator.workflow.paging import CARI_MAKS

#: A select box with more than this is no longer a choice.
UNIT_MAKS = 300


def teks_cari(layar: Layar, nama: str = "cari") -> str:
    """The words that were searched for, cut at their limit."""
    return layar.request.query_params.get(nama, "")[:CARI_MAKS].strip()


def nomor_halaman(layar: Layar, nama: str = "halaman") -> int:
    """The page asked for; anything else than a number is the first."""
    isi = layar.request.query_params.get(nama, "")
    return int(isi) if isi.isascii() and isi.isdigit() and len(isi) < 9 else 1


def kunci(layar: Layar, nama: str) -> int | None:
    """A key from a select box; None where nothing was chosen. Raises: DataTidakSah — not a key."""
    isi = layar.request.query_params.get(nama, "").strip()
    if not isi:
        return None
    if not (isi.isascii() and isi.isdigit() and len(isi) <= 18):
        raise DataTidakSah("Pilihan pada alamat ini tidak dikenal. Pilih lagi dari daftarnya.", kode="pilihan-asing")
    return int(isi)


@dataclass(frozen=True, slots=True)
class PilihanUnit:
    """The units a select box offers: all of few, else those whose name holds ``cari``."""

    daftar: tuple[tuple[int, str], ...]
    dipilih: int | str
    cari: str
    terpotong: bool


def pilihan_unit(layar: Layar, units: Sequence[tuple[int, str]], dipilih: int | str | None = None) -> PilihanUnit:
    """The choice for this page; ``cari_unit`` in the address narrows it, what is chosen always stays."""
    cari = teks_cari(layar, "cari_unit")
    kata = cari.lower().split()
    cocok = [satu for satu in units if satu[0] == dipilih or all(k in satu[1].lower() for k in kata)]
    awal = [satu for satu in cocok if satu[0] == dipilih]
    daftar = cocok if len(cocok) <= UNIT_MAKS else [*awal, *(s for s in cocok[:UNIT_MAKS] if s not in awal)]
    return PilihanUnit(tuple(daftar), dipilih or "", cari, bool(cari) or len(cocok) > UNIT_MAKS)


def periode_dikerjakan(daftar: list[PeriodePenilaian], hari: date) -> PeriodePenilaian | None:
    """What is being worked on: the open period that closes first, else the last that has begun, else the first."""
    buka = [satu for satu in daftar if terbuka(satu, hari)]
    if buka:
        return min(buka, key=lambda satu: (satu.batas_pengisian, satu.periode_id))
    mulai = [satu for satu in daftar if satu.periode_awal <= hari]
    return max(mulai, key=lambda satu: satu.periode_akhir, default=daftar[0] if daftar else None)


def periode_terpilih(layar: Layar, daftar: list[PeriodePenilaian]) -> PeriodePenilaian | None:
    """The period asked for, else the last that has begun, else the first; None without any period."""
    dicari = kunci(layar, "periode")
    ketemu = next((satu for satu in daftar if satu.periode_id == dicari), None)
    if ketemu is None and dicari is not None:
        raise DataTidakSah("Periode itu tidak ada. Pilih periode dari daftarnya.", kode="periode-tidak-ditemukan")
    mulai = [satu for satu in daftar if satu.periode_awal <= layar.hari]
    # A year ends on the day of its last quarter, and stays open longer.
    bawaan = max(
        mulai,
        key=lambda satu: (satu.periode_akhir <= layar.hari, satu.periode_akhir, satu.batas_pengisian),
        default=None,
    )
    return ketemu or bawaan or (daftar[0] if daftar else None)
