"""A small exercise with every kind of field, for the tests of the kit."""

# ruff: noqa: E501
from __future__ import annotations

import random

from exercises.kit.case import Case
from exercises.kit.finding import Finding, Mistake

PERNYATAAN = (
    ("p1", "Menyusun laporan bulanan", "aktivitas"),
    ("p2", "Laporan kinerja tersusun", "output"),
    ("p3", "Cakupan imunisasi naik", "outcome"),
    ("p4", "Menghadiri rapat", "aktivitas"),
)
OPSI = [
    {"kode": "aktivitas", "label": "Aktivitas"},
    {"kode": "output", "label": "Output"},
    {"kode": "outcome", "label": "Outcome"},
]
PREDIKAT = [{"kode": "baik", "label": "Baik"}, {"kode": "sangat_baik", "label": "Sangat Baik"}]


def make_case(seed: int) -> Case:
    target = 70 + seed % 20
    soal = {
        "pilah": {
            "judul": "Pilah pernyataan",
            "pengantar": "Pilih **jenis** tiap pernyataan.",
            "isian": [
                {"jenis": "info", "id": "petunjuk_pilah", "teks": "Baca dahulu pernyataannya."},
                {
                    "jenis": "tabel",
                    "id": "jenis",
                    "label": "Pernyataan",
                    "kolom": [{"jenis": "pilihan", "id": "macam", "label": "Jenis", "opsi": OPSI}],
                    "baris": [{"id": kode, "label": teks, "keterangan": {}} for kode, teks, _ in PERNYATAAN],
                },
            ],
        },
        "susun": {
            "judul": "Susun target",
            "pengantar": "Tuliskan target dan ciri yang sudah benar.",
            "isian": [
                {"jenis": "data", "id": "capaian", "judul": "Capaian", "kolom": ["Tahun", "Nilai"], "baris": [[2025, target - 5]]},
                {"jenis": "angka", "id": "target", "label": "Target tahun ini (persen)", "bantuan": "Naik 5 dari tahun lalu."},
                {"jenis": "pilihan", "id": "aspek", "label": "Aspek", "opsi": [{"kode": "mutu", "label": "Kualitas"}, {"kode": "jumlah", "label": "Kuantitas"}]},
                {"jenis": "banyak", "id": "ciri", "label": "Ciri yang ada", "opsi": OPSI},
                {"jenis": "teks", "id": "kalimat", "label": "Kalimat IKI", "petunjuk": "smart", "petunjuk_konteks": {"jenis_pernyataan": "iki", "rhk": "", "aspek": "kualitas", "jabatan": ""}},
                {
                    "jenis": "tabel",
                    "id": "tim",
                    "label": "Anggota",
                    "kolom": [
                        {"jenis": "teks", "id": "nama", "label": "Nama"},
                        {"jenis": "pilihan", "id": "predikat", "label": "Predikat", "opsi": PREDIKAT},
                    ],
                    "baris": [],
                    "tambah": {"min": 1, "maks": 4},
                },
                {"jenis": "distribusi", "id": "sebaran", "judul": "Sebaran", "dari": {"tabel": "tim", "kolom": "predikat"}, "pola": {"baik": {"min": 0.5, "maks": 1.0}, "sangat_baik": {"min": 0.0, "maks": 0.5}}},
            ],
        },
        "alasan": {
            "judul": "Alasan Anda",
            "pengantar": "",
            "isian": [{"jenis": "uraian", "id": "teks", "label": "Alasan", "min_kata": 5}],
        },
    }  # fmt: skip
    tampilan = {"latihan": "01_contoh", "judul": "Latihan contoh", "soal": soal}
    return Case(
        "01_contoh", seed, tampilan, {"target": target, "jenis": {kode: jenis for kode, _, jenis in PERNYATAAN}}
    )


def grade(answer: dict, case: Case) -> list[Finding]:
    temuan = []
    for kode, teks, _ in PERNYATAAN:
        dijawab = answer["pilah"]["jenis"][kode]["macam"]
        benar = dijawab == case.kunci["jenis"][kode]
        pesan = "Tepat." if benar else "Baca kembali: apakah ini kegiatan atau hasil?"
        temuan.append(
            Finding("pilah", kode, 10 if benar else 0, 10, "Jenis pernyataan", pesan, teks, aturan="contoh.pilah")
        )
    susun = answer["susun"]
    pas = susun["target"] == case.kunci["target"]
    temuan.append(Finding("susun", "target", 20 if pas else 0, 20, "Target", "Tepat." if pas else "Hitung kembali."))
    tim = any(baris["predikat"] for baris in susun["tim"].values())
    temuan.append(Finding("susun", "tim", 10 if tim else 0, 10, "Anggota", "Ada." if tim else "Belum ada anggota."))
    bersih = "banyak_salah" not in susun["ciri"]
    temuan.append(Finding("susun", "ciri", 10 if bersih else 0, 10, "Tanpa tanda keliru", "Tidak ada tanda keliru."))
    temuan.append(Finding("alasan", "teks", 0, 0, "Alasan", "Dibaca instruktur.", perlu_instruktur=True))
    return temuan


def reference_answer(case: Case) -> dict:
    return {
        "pilah": {"jenis": {kode: {"macam": jenis} for kode, jenis in case.kunci["jenis"].items()}},
        "susun": {
            "target": case.kunci["target"],
            "aspek": "mutu",
            "ciri": ["output"],
            "kalimat": "Persentase laporan kinerja yang disampaikan tepat waktu",
            "tim": {"b1": {"nama": "Pegawai Contoh", "predikat": "baik"}},
        },
        "alasan": {"teks": "Karena hasil kerja lebih penting daripada kegiatan."},
    }


def _salah_target(answer: dict, case: Case, rng: random.Random) -> dict:
    return {**answer, "susun": {**answer["susun"], "target": case.kunci["target"] + 1 + rng.randrange(5)}}


MISTAKES = (Mistake("target_lama", "Memakai target tahun lalu", "susun", _salah_target, lambda case: 20.0),)
