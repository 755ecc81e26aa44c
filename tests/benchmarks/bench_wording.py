"""How fast the wording engine judges, beside a plain per-word-stemming baseline in the same run.

    python tests/benchmarks/bench_wording.py [--banyak 20000] [--json]

The statements are built from the patterns below (no corpus is needed), so that words vary and caches are not flattered.
The baseline does what a keyword checker would do at least: cut every statement into words and stem each of them, with
PySastrawi when it is installed, otherwise with the suffix stripper of this file. It finds nothing; it is only the floor
of such an approach. Start-up of ``bimtek iki periksa`` is timed in a fresh process.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from simulator.wording import Konteks, Pernyataan, periksa_banyak

AKAR = Path(__file__).resolve().parents[2]
AWALAN = [
    "memper",
    "meng",
    "meny",
    "mem",
    "men",
    "peng",
    "peny",
    "pem",
    "pen",
    "per",
    "ber",
    "ter",
    "me",
    "pe",
    "di",
    "ke",
]

POLA = (
    ("rhk", "{kerja} {benda} {lingkup}"),
    ("rhk", "{hasil} {benda} {lingkup}"),
    ("iki", "Jumlah {benda} {lingkup} yang {pasif}"),
    ("iki", "Persentase {benda} {lingkup} yang {pasif} tepat waktu"),
    ("iku", "Indeks kepuasan {orang} atas {benda} {lingkup}"),
    ("rencana_aksi", "{proses} {benda} {lingkup} triwulan II"),
)
ISI = {
    "kerja": [
        "Menyusun",
        "Melaksanakan",
        "Mengelola",
        "Memverifikasi",
        "Memutakhirkan",
        "Mendistribusikan",
        "Menatausahakan",
    ],
    "hasil": ["Tersusunnya", "Terlaksananya", "Terkelolanya", "Terverifikasinya", "Meningkatnya", "Terwujudnya"],
    "pasif": [
        "disusun",
        "diselesaikan",
        "diverifikasi",
        "disampaikan",
        "terlayani",
        "ditindaklanjuti",
        "dimutakhirkan",
    ],
    "proses": ["Penyusunan", "Pemutakhiran", "Verifikasi", "Monitoring", "Sosialisasi", "Pendampingan", "Rekonsiliasi"],
    "orang": ["masyarakat", "pasien", "peserta", "pelanggan", "pemohon", "siswa", "pegawai"],
    "benda": [
        "laporan keuangan",
        "dokumen kepegawaian",
        "data kependudukan",
        "berkas kenaikan pangkat",
        "arsip inaktif",
        "rekomendasi izin praktik",
        "layanan rujukan",
        "peta rawan bencana",
        "aset daerah",
        "naskah akademik",
    ],
    "lingkup": [
        "bidang anggaran",
        "di puskesmas",
        "wilayah kepulauan",
        "pada dinas perikanan",
        "kecamatan",
        "tingkat provinsi",
        "untuk desa tertinggal",
        "di rumah sakit daerah",
        "semester ganjil",
        "bagi pelaku usaha mikro",
    ],
}
TARGET = ("12 laporan", "100%", "≥ 85%", "3 hari kerja", "1 dokumen per triwulan", "BB", "240 berkas setahun", None)
ASPEK = ("kuantitas", "kualitas", "waktu", None)


def buat(banyak: int, benih: int = 7) -> list[Pernyataan]:
    """Statements of every kind; an invented name in each keeps the words from being the same few hundred."""
    acak = random.Random(benih)
    suku = [
        a + b
        for a in ["ba", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa"]
        for b in ["du", "gi", "jo", "ke", "lu", "mi", "no", "pe", "ri", "su"]
    ]
    daftar = []
    for i in range(banyak):
        jenis, pola = POLA[i % len(POLA)]
        isi = {k: acak.choice(v) for k, v in ISI.items()}
        nama = "".join(acak.choice(suku) for _ in range(3)).capitalize()
        teks = pola.format(**isi) + f" {nama}"
        rhk = f"{isi['hasil']} {isi['benda']} {isi['lingkup']} {nama}" if jenis in ("iki", "rencana_aksi") else None
        target = acak.choice(TARGET) if jenis != "rhk" else None
        daftar.append(Pernyataan(teks, jenis, rhk, None, acak.choice(ASPEK) if jenis == "iki" else None, target))
    return daftar


def pemotong() -> tuple[str, Callable[[str], str]]:
    """A stemmer: PySastrawi without its word cache when installed, else plain affix stripping."""
    try:
        from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
        from Sastrawi.Stemmer.Stemmer import Stemmer
        from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
    except ImportError:
        return "pemotong akhiran", _potong
    pabrik = StemmerFactory()
    return "PySastrawi", Stemmer(ArrayDictionary(pabrik.get_words())).stem


def _potong(kata: str) -> str:
    for awalan in AWALAN:
        if kata.startswith(awalan) and len(kata) > len(awalan) + 3:
            kata = kata[len(awalan) :]
            break
    for akhiran in ("kannya", "annya", "nya", "kan", "an", "i"):
        if kata.endswith(akhiran) and len(kata) > len(akhiran) + 3:
            return kata[: -len(akhiran)]
    return kata


def laju(kerja: Callable[[], object], banyak: int, ulang: int = 3) -> float:
    """Statements a second of one core (processor time, so that other work on the machine does not count)."""
    terbaik = 0.0
    for _ in range(ulang):
        mulai = time.process_time()
        kerja()
        terbaik = max(terbaik, banyak / (time.process_time() - mulai))
    return terbaik


def waktu_mulai(ulang: int = 5) -> float:
    """Seconds from nothing to a judged statement through the command line."""
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "satu.jsonl"
        berkas.write_text(
            '{"id": 1, "jenis_pernyataan": "rhk", "teks": "Menyusun laporan keuangan"}\n', encoding="utf-8"
        )
        perintah = [sys.executable, "-m", "simulator.commands.app", "iki", "periksa", str(berkas), "--json"]
        terbaik = 99.0
        for _ in range(ulang):
            mulai = time.perf_counter()
            subprocess.run(perintah, cwd=AKAR, check=True, capture_output=True)
            terbaik = min(terbaik, time.perf_counter() - mulai)
    return terbaik


def waktu_terpanjang() -> float:
    """The slowest of statements of a hundred kilobytes, every field as long."""
    terlama = 0.0
    for isi in ("Menyusun laporan " * 6500, "1" * 100_000, "(" * 100_000, "per " * 25_000, "9.9," * 25_000):
        p = Pernyataan(isi, "iki", isi, isi, "waktu", isi, isi, isi, Konteks(isi, isi, isi))
        mulai = time.process_time()
        list(periksa_banyak([p]))
        terlama = max(terlama, time.process_time() - mulai)
    return terlama


def waktu_impor() -> float:
    kode = "import time; t=time.perf_counter(); import simulator.wording; print(time.perf_counter()-t)"
    hasil = [
        float(subprocess.run([sys.executable, "-c", kode], cwd=AKAR, check=True, capture_output=True, text=True).stdout)
        for _ in range(5)
    ]
    return min(hasil)


def ukur(banyak: int) -> dict[str, object]:
    daftar = buat(banyak)
    sedikit = daftar[: max(200, banyak // 40)]
    nama, potong = pemotong()
    list(periksa_banyak(daftar[:500]))
    temuan = sum(len(h.temuan) for h in periksa_banyak(daftar))
    mesin = laju(lambda: sum(1 for _ in periksa_banyak(daftar)), banyak)
    dasar = laju(lambda: [potong(k) for p in sedikit for k in p.teks.lower().split()], len(sedikit), 2)
    return {
        "pernyataan": banyak,
        "temuan_per_pernyataan": round(temuan / banyak, 2),
        "mesin_per_detik": round(mesin),
        "pembanding": nama,
        "pembanding_per_detik": round(dasar),
        "nisbah": round(mesin / dasar, 2),
        "seratus_kilobita_detik": round(waktu_terpanjang(), 3),
        "impor_detik": round(waktu_impor(), 3),
        "mulai_bimtek_iki_periksa_detik": round(waktu_mulai(), 3),
    }


def main() -> None:
    pengurai = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    pengurai.add_argument("--banyak", type=int, default=20_000)
    pengurai.add_argument("--json", action="store_true")
    pilihan = pengurai.parse_args()
    hasil = ukur(pilihan.banyak)
    print(json.dumps(hasil) if pilihan.json else "\n".join(f"{k:<34}{v}" for k, v in hasil.items()))


if __name__ == "__main__":
    main()
