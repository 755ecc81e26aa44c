"""Question "dialog": how an overlap between two members is settled in a dialog kinerja. A person grades it.

Scene: exercise 02. May import: exercises.kit and the files of this folder. Facts: rubric in exercise.yaml.
Add: a hint about the shape of the text (never about its content) as one finding with maks 0.
"""

from __future__ import annotations

import random

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from exercises.kit.narrative import length_remark

from .kantor import Hasil, Kantor, Orang
from .pemilik import owners

KATA = 120
_PENGANTAR = (
    "Dalam dialog kinerja, dua anggota tim Anda sama-sama mengaku memegang hasil di bawah ini.\n\n"
    "Ceritakan bagaimana Anda menyelesaikannya sebagai pimpinan: data yang Anda buka, pembagian yang Anda tawarkan, "
    "jalannya dialog, dan perubahan pada matriks serta SKP. Jawaban ini dinilai oleh instruktur."
)


def pilih(kantor: Kantor, anggota: list[Orang], daftar: list[Hasil], rng: random.Random) -> tuple[Hasil, Orang, Orang]:
    """A result of one member, and a colleague who works for the same RHK of the leader where there is one."""
    calon = [
        (anak, orang, lain)
        for rhk in daftar
        for anak in kantor.anak.get(rhk.id, [])
        for orang in anggota
        for lain in owners(kantor, rhk, anggota)
        if orang.id == anak.orang_id != lain.id
    ]
    return rng.choice(calon)


def tampilan(hasil: Hasil, satu: Orang, dua: Orang) -> dict:
    """The quarrel and one text area."""
    return {
        "judul": "Menyelesaikan tumpang tindih dalam dialog kinerja",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "jenis": "data",
                "judul": "Hasil yang diakui dua orang",
                "kolom": ["Data", "Isi"],
                "baris": [
                    ["Hasil", hasil.teks],
                    ["Ukuran", hasil.ukuran.indikator],
                    ["Target", hasil.ukuran.target],
                    ["Pihak pertama", satu.sebutan],
                    ["Pihak kedua", dua.sebutan],
                ],
            },
            {"id": "cerita", "jenis": "uraian", "label": "Penyelesaian Anda", "min_kata": KATA, "wajib": True},
        ],
    }


def kunci(hasil: Hasil, satu: Orang, dua: Orang) -> dict:
    """What the model narrative is about."""
    return {"hasil": hasil.teks, "satu": satu.nama, "dua": dua.nama}


def acuan(case: Case) -> dict:
    """A model narrative."""
    satu, dua, hasil = (case.kunci["dialog"][kunci] for kunci in ("satu", "dua", "hasil"))
    return {
        "cerita": (
            f"Saya membuka matriks dan SKP kedua pegawai. Hasil “{hasil}” tertulis pada {satu} dan juga pada {dua}, "
            "tanpa pembagian apa pun, sehingga capaian yang sama akan dihitung dua kali. Saya mengundang keduanya dan "
            "anggota lain yang terdampak, lalu meminta masing-masing menjelaskan pekerjaan yang sungguh dikerjakan dan "
            f"bukti yang dimiliki. Dari situ terlihat bahwa {satu} mengerjakan penyusunan dan {dua} mengerjakan "
            "pemeriksaan di wilayah lain. Kami sepakat membagi menurut wilayah: target pimpinan tetap, dua pertiganya "
            "dipegang yang pertama dan sepertiganya yang kedua, dan jumlah keduanya kami hitung bersama agar sama "
            "dengan target saya. Rumusan peran pada matriks saya ubah dengan menyebut wilayahnya, notulen "
            "ditandatangani, dan kedua pegawai mengajukan revisi SKP yang saya setujui sebelum akhir bulan. Pada "
            "dialog triwulan berikutnya kami memeriksa apakah pembagian ini masih adil."
        )
    }


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """A hint about the length only."""
    return [length_remark("dialog", "cerita", "Penyelesaian", str((jawaban or {}).get("cerita") or ""), KATA)]
