"""How fast institutions are generated, beside a plain per-row Faker baseline in the same run.

    python tests/benchmarks/bench_institution.py [--pegawai 100000] [--json]

The baseline makes one evidence-like row after another with Faker (id_ID), fifteen columns each, as a simple generator
would. Compared are rows per second of processor time, so that a busy machine slows both sides alike; the limits are on
the ratio, and generous times on the wall clock stand beside them. Ends with 1 when a limit is missed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.institution import generate
from simulator.institution.faults.catalogue import FAULTS

AKAR = Path(__file__).resolve().parents[2]

#: Least ratio to the baseline, by what is measured.
BATAS_KOLOM = 60.0
BATAS_BARIS = 4.0
#: Processor seconds.
BATAS_ENAM_PULUH = 0.3
BATAS_SEMUA_BARIS = 0.2
BATAS_BERCACAT = 1.0
_BARIS_FAKER = 1500


def faker_rows(count: int) -> int:
    """The baseline: rows of fifteen columns, one call per value."""
    from faker import Faker

    fake = Faker("id_ID")
    fake.seed_instance(1)
    rows = [
        {
            "dokumen_id": number,
            "pemilik": fake.name(),
            "nip": fake.numerify("##################"),
            "nama": fake.file_name(),
            "jenis": fake.word(),
            "tanggal": fake.date_this_year(),
            "folder": fake.file_path(),
            "akses": fake.random_element(("penilai", "instansi")),
            "sidik": fake.md5(),
            "bertanda_tangan": fake.boolean(),
            "isi": fake.sentence(nb_words=14),
            "diunggah": fake.date_this_year(),
            "unit": fake.city(),
            "jabatan": fake.job(),
            "catatan": fake.sentence(nb_words=6),
        }
        for number in range(count)
    ]
    return len(rows)


def all_columns(size: int) -> int:
    """Every table of one institution as columns of codes; returns the number of rows."""
    inst = generate("dinas_kesehatan", 1, size)
    return sum(len(next(iter(inst.columns(table).values()))) for table in inst.tables)


def all_rows(size: int, faults: tuple[str, ...] = ()) -> int:
    """Every table of one institution as rows that people read."""
    inst = generate("dinas_kesehatan", 1, size, faults=faults)
    return sum(len(inst.rows(table)) for table in inst.tables)


def measured(work: Callable[[], int], times: int = 1) -> dict[str, float]:
    """Rows and the best of several runs, in seconds of processor and of the clock."""
    best_cpu = best_wall = float("inf")
    rows = 0
    for _ in range(times):
        cpu, wall = time.process_time(), time.perf_counter()
        rows = work()
        best_cpu = min(best_cpu, time.process_time() - cpu)
        best_wall = min(best_wall, time.perf_counter() - wall)
    return {"baris": rows, "cpu": best_cpu, "jam": best_wall, "baris_per_detik": rows / best_cpu}


def cold_start() -> float:
    """Wall seconds of a fresh process that imports and generates sixty people."""
    program = "from simulator.institution import generate; generate('dinas_kesehatan', 1, 60).rows('pegawai')"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, cwd=AKAR)
    return time.perf_counter() - start


def run(size: int) -> dict[str, object]:
    """All measurements and the verdict."""
    all_rows(60)
    results = {
        "faker_per_baris": measured(lambda: faker_rows(_BARIS_FAKER), times=2),
        "kolom": measured(lambda: all_columns(size)),
        "enam_puluh_kolom": measured(lambda: all_columns(60), times=3),
        "enam_puluh_baris": measured(lambda: all_rows(60), times=3),
        "enam_puluh_bercacat": measured(lambda: all_rows(60, tuple(FAULTS)), times=3),
    }
    floor = results["faker_per_baris"]["baris_per_detik"]
    ratio = {name: value["baris_per_detik"] / floor for name, value in results.items()}
    limits = {
        f"kolom {size} pegawai: {ratio['kolom']:.0f}× Faker (batas {BATAS_KOLOM:.0f}×)": ratio["kolom"] >= BATAS_KOLOM,
        f"baris 60 pegawai: {ratio['enam_puluh_baris']:.1f}× Faker (batas {BATAS_BARIS:.0f}×)": (
            ratio["enam_puluh_baris"] >= BATAS_BARIS
        ),
        f"generate 60: {results['enam_puluh_kolom']['cpu']:.3f} s (batas {BATAS_ENAM_PULUH} s)": (
            results["enam_puluh_kolom"]["cpu"] <= BATAS_ENAM_PULUH
        ),
        f"semua baris 60: {results['enam_puluh_baris']['cpu']:.3f} s (batas {BATAS_SEMUA_BARIS} s)": (
            results["enam_puluh_baris"]["cpu"] <= BATAS_SEMUA_BARIS
        ),
        f"semua cacat 60: {results['enam_puluh_bercacat']['cpu']:.3f} s (batas {BATAS_BERCACAT} s)": (
            results["enam_puluh_bercacat"]["cpu"] <= BATAS_BERCACAT
        ),
    }
    return {"hasil": results, "nisbah": ratio, "mulai_dingin": cold_start(), "batas": limits}


def main() -> None:
    """Measure, print, and end with 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pegawai", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    report = run(options.pegawai)
    limits: dict[str, bool] = report["batas"]  # type: ignore[assignment]
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        for name, value in report["hasil"].items():  # type: ignore[attr-defined]
            print(
                f"{name:22} {value['baris']:>12,.0f} baris  {value['cpu']:8.3f} s cpu  {value['jam']:8.3f} s jam"
                f"  {value['baris_per_detik'] / 1e6:8.3f} juta baris/s"
            )
        print(f"mulai dingin (proses baru, 60 pegawai): {report['mulai_dingin']:.2f} s")
        for sentence, kept in limits.items():
            print(("  ok   " if kept else "  LEWAT ") + sentence)
    sys.exit(0 if all(limits.values()) else 1)


if __name__ == "__main__":
    main()
