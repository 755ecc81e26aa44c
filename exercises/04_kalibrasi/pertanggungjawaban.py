"""Question "pertanggungjawaban": the reason for the spread and two pieces of feedback. A person grades it.

Scene: exercise 04. May import: exercises.kit. Facts: rubric in exercise.yaml; what good feedback has: umpan_balik.mutu.
Add: a hint about the shape of a text as one finding with maks 0.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from exercises.kit.case import Case
from exercises.kit.finding import Finding
from exercises.kit.narrative import length_remark

from .unit import Unit

KATA_ALASAN, KATA_UMPAN = 60, 25
_SAMA = 0.75
_PENGANTAR = (
    "Tulis alasan sebaran yang Anda pilih untuk dibaca Kepala Dinas, lalu dua umpan balik untuk dua anggota yang "
    "berbeda. "
    "Bagian ini dinilai oleh instruktur.\n\nUmpan balik yang baik menyebut hasil atau perilaku tertentu, berpijak pada "
    "bukti, membangun, dan menawarkan langkah berikutnya."
)


def tampilan(unit: Unit) -> dict:
    """One reason, and twice a member with a text."""
    anggota = [{"kode": f"a{nomor}", "label": satu.nama} for nomor, satu in enumerate(unit.dinilai, 1)]
    isian: list[dict] = [
        {
            "id": "alasan",
            "jenis": "uraian",
            "label": "Alasan sebaran predikat",
            "min_kata": KATA_ALASAN,
            "wajib": True,
        }
    ]
    for nomor, nama in ((1, "pertama"), (2, "kedua")):
        isian += [
            {
                "id": f"anggota_{nomor}",
                "jenis": "pilihan",
                "label": f"Umpan balik {nama} untuk",
                "opsi": anggota,
                "wajib": True,
            },
            {
                "id": f"umpan_{nomor}",
                "jenis": "uraian",
                "label": f"Umpan balik {nama}",
                "min_kata": KATA_UMPAN,
                "wajib": True,
            },
        ]
    return {"judul": "Alasan dan dua umpan balik", "pengantar": _PENGANTAR, "isian": isian}


def acuan(case: Case) -> dict:
    """A model answer."""
    pertama, kedua = list(case.kunci["rating"].values())[:2]
    terendah = min(pertama["capaian"], key=lambda rhk: rhk[2])
    return {
        "alasan": (
            "Sebaran ini saya susun dari capaian setiap RHK dan catatan dialog kinerja, bukan dari kesan umum. "
            "Sebagian "
            "besar anggota memenuhi target antara 90 dan 105 persen sehingga berpredikat Baik. Anggota yang melampaui "
            "target sekaligus menggerakkan rekan saya beri predikat tertinggi. Yang hasil atau perilakunya belum "
            "memenuhi "
            "ekspektasi saya catat apa adanya karena buktinya jelas, disertai rencana bimbingan. Setelah digabung "
            "dengan "
            "anggota yang sudah dinilai, sebarannya saya bandingkan dengan pola menurut capaian organisasi."
        ),
        "anggota_1": "a1",
        "umpan_1": (
            f"Indikator “{terendah[3]}” tahun ini {terendah[2]} persen dari target. Menurut Anda apa yang paling "
            "memengaruhinya? Mari sepakati satu langkah untuk triwulan depan dan kita lihat bersama buktinya setiap "
            "akhir "
            "bulan."
        ),
        "anggota_2": "a2",
        "umpan_2": (
            f"Catatan dialog kinerja kita: “{kedua['catatan']}” Saya menghargai keterbukaan Anda membahasnya. Tahun "
            f"depan, "
            "tolong bagikan satu pelajaran dari pengalaman itu pada pertemuan tim bulan Februari."
        ),
    }


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Hints only; points come from a person."""
    bagian = (("alasan", "Alasan", KATA_ALASAN), ("umpan_1", "Umpan balik pertama", KATA_UMPAN),
              ("umpan_2", "Umpan balik kedua", KATA_UMPAN))  # fmt: skip
    hasil = [
        length_remark("pertanggungjawaban", kode, nama, str(jawaban.get(kode) or ""), batas)
        for kode, nama, batas in bagian
    ]
    satu, dua = str(jawaban.get("umpan_1") or ""), str(jawaban.get("umpan_2") or "")
    if satu and dua and SequenceMatcher(None, satu.casefold(), dua.casefold(), autojunk=False).ratio() > _SAMA:
        pesan = "Dua umpan balik ini hampir sama. Setiap anggota berhak atas umpan balik tentang pekerjaannya sendiri."
        hasil.append(
            Finding("pertanggungjawaban", "kembar", 0.0, 0.0, "Dua umpan balik", pesan, kutipan=dua[:120],
                    aturan="umpan_balik.khas", perlu_instruktur=True)
        )  # fmt: skip
    if jawaban.get("anggota_1") and jawaban.get("anggota_1") == jawaban.get("anggota_2"):
        pesan = "Kedua umpan balik ditujukan kepada orang yang sama. Pilih dua anggota yang berbeda."
        hasil.append(Finding("pertanggungjawaban", "anggota", 0.0, 0.0, "Penerima", pesan, perlu_instruktur=True))
    return hasil
