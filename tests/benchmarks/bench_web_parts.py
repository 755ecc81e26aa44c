"""How long a hint while typing, a printed document and a working day of sixty colleagues take, each beside its limit.

    python tests/benchmarks/bench_web_parts.py [--ulang 9]

Prints the median and the worst time with their ratio to the limits: 50 ms for a hint, 1,5 s for a document, 1 s for a
working day: the step *Minggu berikutnya* is then over before its page comes back.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.institution.generate import generate
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from simulator.workflow.rekan import majukan
from simulator.workflow.rekan.harikerja import bekerja
from tests.web.conftest import Peramban

BATAS_HINT, BATAS_CETAK, BATAS_HARI = 0.050, 1.5, 1.0
LEMBAR = ("skp/1", "lampiran/1", "matriks/1", "evaluasi/1/5", "dokumen/1/5", "pak/9")


def ukur(kerja: Callable[[], int], ulang: int) -> list[float]:
    """Seconds of each run; the first one warms up."""
    lama = []
    for i in range(ulang + 1):
        mulai = time.perf_counter()
        status = kerja()
        if status != 200:
            raise SystemExit(f"jawaban {status}, bukan 200")
        if i:
            lama.append(time.perf_counter() - mulai)
    return lama


def hari_kerja(berkas: Path) -> list[float]:
    """Seconds of every working day up to the end of the first quarter's closing: planning, evidence, rating."""
    lama = []
    with open_office(berkas) as kantor:
        mulai = time.perf_counter()

        def maju(hari: date) -> None:
            nonlocal mulai
            kini = time.perf_counter()
            if bekerja(hari):
                lama.append(kini - mulai)
            mulai = kini

        majukan(kantor, date(2027, 4, 12), maju=maju)
    return lama


def cetak(nama: str, lama: list[float], batas: float) -> None:
    tengah, terburuk = statistics.median(lama), max(lama)
    print(
        f"{nama:<24}{tengah * 1000:>9.1f} ms{terburuk * 1000:>9.1f} ms{batas * 1000:>9.0f} ms{terburuk / batas:>8.2f}"
    )


def main() -> None:
    pengurai = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    pengurai.add_argument("--ulang", type=int, default=9)
    ulang = pengurai.parse_args().ulang
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "kantor.ekin.db"
        found_office(generate("dinas_kesehatan", 7, 60), berkas, benih_publik=False)
        with Peramban(create_app(berkas, Pengaturan())) as klien:
            klien.jadi(1)
            print(f"{'':<24}{'tengah':>12}{'terburuk':>12}{'batas':>12}{'nisbah':>8}")
            isi = {"untuk": "rhk", "skp_id": "1", "teks_rhk": "Melaksanakan rapat koordinasi rutin"}
            cetak("petunjuk kata", ukur(lambda: klien.post("/skp/kata", data=isi).status_code, ulang * 10), BATAS_HINT)
            for lembar in LEMBAR:
                cetak(
                    f"cetak {lembar}", ukur(lambda a=lembar: klien.get(f"/cetak/{a}").status_code, ulang), BATAS_CETAK
                )
        cetak("satu hari, 60 rekan", hari_kerja(berkas), BATAS_HARI)


if __name__ == "__main__":
    main()
