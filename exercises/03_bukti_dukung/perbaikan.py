"""Question "perbaikan": a proposal that changes the habit. A person grades it.

Scene: exercise 03. May import: exercises.kit. Facts: rubric in exercise.yaml.
Add: a hint about the shape of the text as one finding with maks 0.
"""

from __future__ import annotations

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from exercises.kit.narrative import length_remark

KATA_TEMUAN, KATA_USUL = 40, 60
_ISIAN = (("temuan", "Temuan terpenting", KATA_TEMUAN), ("usul", "Usul perbaikan", KATA_USUL))


def tampilan() -> dict:
    """Two text areas."""
    return {
        "judul": "Usulkan perbaikan kebiasaan",
        "pengantar": (
            "Tulis catatan singkat untuk pertemuan tim. Mulai dari temuan pada soal sebelumnya, lalu usulkan cara "
            "menyimpan bukti sepanjang triwulan berikutnya: siapa, apa, kapan, dan di folder mana. Dinilai instruktur."
        ),
        "isian": [
            {
                "id": "temuan",
                "jenis": "uraian",
                "label": "Dua temuan terpenting dan buktinya",
                "min_kata": KATA_TEMUAN,
                "wajib": True,
            },
            {
                "id": "usul",
                "jenis": "uraian",
                "label": "Usul perbaikan untuk triwulan depan",
                "min_kata": KATA_USUL,
                "wajib": True,
            },
        ],
    }


def acuan(case: Case) -> dict:
    """A model note."""
    rusak = [satu for satu in case.kunci["periksa_rekan"].values() if satu["alasan"] != "sah"]
    return {
        "temuan": (
            f"Temuan pertama, “{rusak[0]['nama']}”. {rusak[0]['keterangan']} Temuan kedua, “{rusak[1]['nama']}”. "
            f"{rusak[1]['keterangan']} Keduanya baru ketahuan saat akan dikirim, padahal dapat dilihat sejak dokumen "
            "disimpan, sehingga penilai hampir menilai tanpa dasar yang kuat."
        ),
        "usul": (
            "Mulai bulan depan setiap pegawai menyimpan dokumen pada hari selesai ke folder tahun, triwulan, dan nomor "
            "RHK, dengan nama menurut aturan kelas. Pengadministrasi mengingatkan setiap tanggal dua puluh lima. Ketua "
            "tim membuka lima tautan secara acak dari jendela penyamaran setiap akhir bulan dan mencatat yang tidak "
            "dapat "
            "dibuka. Dokumen yang memuat nama pasien hanya dibagikan kepada pejabat penilai, sedangkan rekap tanpa "
            "nama "
            "boleh dibuka seluruh instansi."
        ),
    }


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Hints only: empty or too short."""
    return [length_remark("perbaikan", kode, nama, str(jawaban.get(kode) or ""), batas) for kode, nama, batas in _ISIAN]
