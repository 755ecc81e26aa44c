"""Question "pilah": twelve statements to sort into aktivitas, output and outcome.

Scene: exercise 01. May import: exercises.kit. Facts: data/pernyataan.csv (REKAAN), labels by the course's reading of
rule perencanaan.bahasa_hasil: an indicator is judged by what it measures.
Add: a statement as one row of the CSV; its ``kata`` must stand in its ``teks``.
"""

from __future__ import annotations

import csv
import random
from functools import lru_cache
from pathlib import Path

from exercises.kit.case import Case
from exercises.kit.finding import Finding

BANK = Path(__file__).with_name("data") / "pernyataan.csv"
BANYAK = 12
POIN = 18.0
PER_BUTIR = POIN / BANYAK
SERAGAM_MULAI = 6  # from this many answers on, one and the same choice everywhere shows no sorting
JENIS = {"aktivitas": "Aktivitas", "output": "Output", "outcome": "Outcome"}
_BAGIAN = ((4, 4, 4), (5, 4, 3), (4, 3, 5), (3, 5, 4), (4, 5, 3), (5, 3, 4), (3, 4, 5))
_PENGANTAR = (
    "- **Aktivitas**: apa yang dikerjakan.\n"
    "- **Output**: produk atau layanan yang selesai dan dapat diserahkan.\n"
    "- **Outcome**: keadaan yang berubah pada penerima layanan atau organisasi.\n\n"
    "Lihat apa yang **diukur**, bukan kata pertamanya. Contoh: “Jumlah apel pagi yang diikuti” tetap aktivitas. "
    "Isian yang semuanya sama tidak dinilai."
)


@lru_cache(maxsize=1)
def bank() -> tuple[dict[str, str], ...]:
    """The statements of the CSV."""
    with BANK.open(encoding="utf-8", newline="") as berkas:
        return tuple(csv.DictReader(berkas, delimiter=";"))


def pilih(rng: random.Random, rumpun: str) -> list[dict[str, str]]:
    """Twelve statements: the mix of labels differs per person; own field of work first, none much more than twice."""
    dipilih: list[dict[str, str]] = []
    for label, banyak in zip(JENIS, rng.choice(_BAGIAN), strict=True):
        calon = [satu for satu in bank() if satu["label"] == label]
        rng.shuffle(calon)
        calon.sort(key=lambda satu: satu["rumpun"] != rumpun)  # stable: own field first, then by chance
        dipilih += _spread(calon, banyak, dipilih)
    rng.shuffle(dipilih)
    return dipilih


def _spread(calon: list[dict[str, str]], banyak: int, sudah: list[dict[str, str]]) -> list[dict[str, str]]:
    hasil: list[dict[str, str]] = []
    for batas in (2, BANYAK):
        for satu in calon:
            sama = sum(lain["rumpun"] == satu["rumpun"] for lain in [*sudah, *hasil])
            if len(hasil) < banyak and satu not in hasil and sama < batas:
                hasil.append(satu)
    return hasil


def tampilan(soal: list[dict[str, str]]) -> dict:
    """The table a participant sees."""
    return {
        "judul": "Memilah aktivitas, output, dan outcome",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "id": "pilahan",
                "jenis": "tabel",
                "label": "Pernyataan kinerja",
                "kolom": [
                    {
                        "id": "jenis",
                        "jenis": "pilihan",
                        "label": "Termasuk",
                        "opsi": [{"kode": kode, "label": label} for kode, label in JENIS.items()],
                        "wajib": True,
                    }
                ],
                "baris": [
                    {"id": f"n{nomor:02d}", "label": f"Pernyataan {nomor}", "keterangan": {"Bunyi": satu["teks"]}}
                    for nomor, satu in enumerate(soal, 1)
                ],
            }
        ],
    }


def kunci(soal: list[dict[str, str]]) -> dict:
    """The key: per row the label, where the deciding words stand, and why."""
    return {
        f"n{nomor:02d}": {nama: satu[nama] for nama in ("teks", "label", "alasan")} | {"kata": _place(satu)}
        for nomor, satu in enumerate(soal, 1)
    }


def _place(satu: dict[str, str]) -> list[int]:
    mulai = satu["teks"].index(satu["kata"])
    return [mulai, mulai + len(satu["kata"])]


def acuan(case: Case) -> dict:
    """Full marks."""
    return {"pilahan": {baris: {"jenis": satu["label"]} for baris, satu in case.kunci["pilah"].items()}}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """One finding per statement."""
    baris = (jawaban or {}).get("pilahan") or {}
    dipilih = {nomor: (baris.get(nomor) or {}).get("jenis") for nomor in case.kunci["pilah"]}
    terisi = [satu for satu in dipilih.values() if satu]
    seragam = len(terisi) >= SERAGAM_MULAI and len(set(terisi)) == 1
    return [
        _butir(nomor, dipilih[nomor], satu, urutan, seragam)
        for urutan, (nomor, satu) in enumerate(case.kunci["pilah"].items(), 1)
    ]


def _butir(nomor: str, dipilih: str | None, satu: dict[str, str], urutan: int, seragam: bool) -> Finding:
    benar = dipilih == satu["label"] and not seragam
    if seragam:
        pesan, saran = (
            "Semua pernyataan diberi jenis yang sama, jadi pemilahannya belum terlihat.",
            "Pilah satu per satu.",
        )
    elif dipilih is None:
        pesan, saran = f"Pernyataan {urutan} belum dipilah.", "Pilih jenisnya lebih dahulu."
    elif benar:
        pesan, saran = f"Benar, ini {JENIS[satu['label']]}. {satu['alasan']}", ""
    else:
        pesan = f"Jawaban Anda {JENIS[dipilih]}, seharusnya {JENIS[satu['label']]}. {satu['alasan']}"
        saran = "Tanyakan: setelah selesai, apa yang ada di tangan penerima atau apa yang berubah?"
    kutipan = satu["teks"] if benar else satu["teks"][slice(*satu["kata"])]
    return Finding(
        "pilah", nomor, PER_BUTIR if benar else 0.0, PER_BUTIR, f"Pernyataan {urutan}", pesan, kutipan, saran,
        "perencanaan.bahasa_hasil",
    )  # fmt: skip
