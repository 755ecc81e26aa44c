"""What a search in an address asks for: words, a page number, a period, a unit.

Scene: pages with lists. May import: the standard library, simulator.domain.errors, simulator.web.layar.
Facts: none. Add: another kind of value that several lists share.
"""

from __future__ import annotations

from simulator.domain.errors import DataTidakSah
from simulator.domain.periode import PeriodePenilaian
from simulator.web.layar import Layar
from simulator.workflow.paging import CARI_MAKS


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


def periode_terpilih(layar: Layar, daftar: list[PeriodePenilaian]) -> PeriodePenilaian | None:
    """The period asked for, else the last that has begun, else the first; None without any period."""
    dicari = kunci(layar, "periode")
    ketemu = next((satu for satu in daftar if satu.periode_id == dicari), None)
    if ketemu is None and dicari is not None:
        raise DataTidakSah("Periode itu tidak ada. Pilih periode dari daftarnya.", kode="periode-tidak-ditemukan")
    mulai = [satu for satu in daftar if satu.periode_awal <= layar.hari]
    bawaan = max(mulai, key=lambda satu: (satu.periode_akhir <= layar.hari, satu.periode_akhir), default=None)
    return ketemu or bawaan or (daftar[0] if daftar else None)
