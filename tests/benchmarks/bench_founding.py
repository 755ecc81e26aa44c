"""How long it takes to write an office into a file and to verify it, in seconds of processor time.

    python tests/benchmarks/bench_founding.py [--pegawai 60] [--json]

The rows are rendered before the clock starts: that is the generator's time (bench_institution.py). Ends with 1 when the
office of sixty takes longer than its limit; other sizes are only reported.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.institution import generate
from simulator.store.verification import verify
from simulator.workflow.founding import found_office

BATAS_ENAM_PULUH = 0.5


def ukur(pegawai: int, ulang: int = 3) -> dict[str, float]:
    """The best of several runs."""
    inst = generate("dinas_kesehatan", seed=1, size=pegawai)
    baris = sum(len(inst.rows(name)) for name in inst.tables)
    mendirikan = memeriksa = float("inf")
    with tempfile.TemporaryDirectory() as folder:
        for nomor in range(ulang):
            berkas = Path(folder) / f"{nomor}.ekin.db"
            mulai = time.process_time()
            found_office(inst, berkas)
            tengah = time.process_time()
            verify(berkas)
            mendirikan, memeriksa = min(mendirikan, tengah - mulai), min(memeriksa, time.process_time() - tengah)
    return {
        "pegawai": pegawai,
        "baris": baris,
        "mendirikan_detik": round(mendirikan, 3),
        "verifikasi_detik": round(memeriksa, 3),
    }


def main() -> None:
    pengurai = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    pengurai.add_argument("--pegawai", type=int, default=60)
    pengurai.add_argument("--json", action="store_true")
    pilihan = pengurai.parse_args()
    hasil = ukur(pilihan.pegawai)
    print(json.dumps(hasil) if pilihan.json else "\n".join(f"{nama:<20}{isi}" for nama, isi in hasil.items()))
    if pilihan.pegawai == 60 and hasil["mendirikan_detik"] > BATAS_ENAM_PULUH:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
