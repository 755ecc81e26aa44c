"""``generate``: arguments → Institution.

Scene: the entry of this folder. May import: the files of this folder.
Add: an argument here, with a check that says what is allowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.domain.errors import DataTidakSah
from simulator.institution.institution import Institution
from simulator.institution.layout import Layout
from simulator.institution.pack import load_pack, pack_names
from simulator.institution.planting import plant
from simulator.institution.ratings import KALIBRASI
from simulator.institution.world import World

#: The largest number the instance file can keep.
_BENIH_TERBESAR = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is shown about a scenario before it is generated."""

    nama: str
    judul: str
    versi: int
    lisensi: str
    ukuran_bawaan: int
    ukuran_terkecil: int
    ukuran_terbesar: int


def list_scenarios() -> tuple[Scenario, ...]:
    """The installed scenarios, by name."""
    scenarios = []
    for name in pack_names():
        manifest = load_pack(name).manifest
        sizes = manifest["ukuran"]
        scenarios.append(
            Scenario(
                name,
                manifest["judul"],
                manifest["versi"],
                manifest["lisensi"],
                sizes["bawaan"],
                sizes["terkecil"],
                sizes["terbesar"],
            )
        )
    return tuple(scenarios)


def generate(
    scenario: str,
    seed: int,
    size: int = 60,
    calibration: str = "latihan",
    faults: Sequence[str] = (),
    year: int = 2026,
) -> Institution:
    """Generate an institution.

    Raises: TidakDitemukan — no such scenario; DataTidakSah — an argument is out of range.
    """
    pack = load_pack(scenario)
    if calibration not in KALIBRASI:
        raise DataTidakSah(
            f"Kalibrasi “{calibration}” tidak ada. Pilihan: {', '.join(KALIBRASI)}.", kode="kalibrasi-tidak-ada"
        )
    if not 0 <= seed <= _BENIH_TERBESAR:
        raise DataTidakSah(f"Benih harus bilangan bulat 0 sampai {_BENIH_TERBESAR}.", kode="benih-di-luar-batas")
    if year not in pack.manifest["tahun"]:
        years = ", ".join(str(known) for known in pack.manifest["tahun"])
        raise DataTidakSah(f"Tahun {year} tidak tersedia untuk skenario ini. Pilihan: {years}.", kode="tahun-tidak-ada")
    Layout(pack, size).periksa()
    world = World(pack, seed, size, year, calibration)
    clean = Institution(scenario, seed, size, year, calibration, tuple(faults), world)
    return replace(clean, answer_key=plant(clean, faults)) if faults else clean
