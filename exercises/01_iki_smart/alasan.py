"""Question "alasan": why one of the indicators measures a result, and how its evidence is obtained. A person grades it.

Scene: exercise 01. May import: exercises.kit. Facts: rubric in exercise.yaml.
Add: a hint about the shape of the text (never about its content) as one finding with maks 0.
"""

from __future__ import annotations

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from exercises.kit.narrative import length_remark

from .kata import kemiripan

KATA_ALASAN = 60
KATA_BUKTI = 50
_ISIAN = (("hasil", "Alasan", KATA_ALASAN), ("bukti", "Cara memperoleh bukti", KATA_BUKTI))
_PENGANTAR = (
    "Pilih satu dari tiga IKI yang Anda tulis. Jelaskan mengapa indikator itu mengukur **hasil**, bukan aktivitas, "
    "dan bagaimana buktinya diperoleh. Jawaban ini dinilai oleh instruktur.\n\n"
    "Sebutkan kaitannya dengan RHK, alasan besaran target, jenis dokumen buktinya, siapa yang membuat, dan kapan "
    "tersedia."
)


def tampilan() -> dict:
    """The choice and two text areas."""
    return {
        "judul": "Menjelaskan pilihan indikator",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "id": "iki",
                "jenis": "pilihan",
                "label": "IKI yang dijelaskan",
                "opsi": [{"kode": f"t{nomor}", "label": f"IKI {nomor} pada soal sebelumnya"} for nomor in (1, 2, 3)],
                "wajib": True,
            },
            {
                "id": "hasil",
                "jenis": "uraian",
                "label": "Mengapa indikator ini mengukur hasil",
                "min_kata": KATA_ALASAN,
                "wajib": True,
            },
            {
                "id": "bukti",
                "jenis": "uraian",
                "label": "Bagaimana buktinya diperoleh",
                "min_kata": KATA_BUKTI,
                "wajib": True,
            },
        ],
    }


def acuan(case: Case) -> dict:
    """A model narrative for the first IKI of the model answer."""
    satu = case.kunci["tulis"]["rhk"]["r1"]
    indikator, target = satu["acuan"]["kuantitas"]
    return {
        "iki": "t1",
        "hasil": (
            f"Indikator “{indikator}” menghitung hasil yang sudah sampai kepada penerimanya, "
            f"sesuai RHK “{satu['teks']}”. "
            "Bila yang dihitung adalah rapat, kunjungan, atau jam kerja saya, angkanya dapat tinggi walaupun penerima "
            "belum memperoleh apa pun. Dengan indikator ini, angka hanya bertambah bila pekerjaan selesai dan dapat "
            f"ditunjukkan. Target {target} saya ambil dengan melihat capaian tahun lalu dan kapasitas tim, sehingga "
            "lebih baik dari tahun lalu tetapi masih masuk akal."
        ),
        "bukti": (
            "Bukti utamanya adalah register yang diisi petugas setiap kali satu pekerjaan selesai, lengkap dengan "
            "tanggal dan paraf penerima. Setiap akhir triwulan register itu saya rekap menjadi laporan yang "
            "ditandatangani atasan, lalu saya simpan di folder RHK pada drive kantor. Angka realisasi dihitung dari "
            "jumlah baris register yang sah pada periode itu, dan atasan dapat mencocokkannya dengan dokumen aslinya."
        ),
    }


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Hints only: too short, or the same text twice."""
    jawaban = jawaban or {}
    hasil = [length_remark("alasan", kode, nama, str(jawaban.get(kode) or ""), batas) for kode, nama, batas in _ISIAN]
    if kemiripan(str(jawaban.get("hasil") or ""), str(jawaban.get("bukti") or "")) > 0.8:
        pesan = "Dua uraian ini hampir sama. Uraian kedua menanyakan cara memperoleh bukti."
        hasil.append(Finding("alasan", "kembar", 0.0, 0.0, "Dua uraian", pesan, perlu_instruktur=True))
    return hasil
