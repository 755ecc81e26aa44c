"""Question "pilih": which papers prove which indicator of this quarter.

Scene: exercise 03. May import: exercises.kit. Facts: rules bukti.relevan and bukti.periode (aturan kelas).
A photograph beside its report neither earns nor costs. Ticking everything earns nothing.
Add: another number of indicators in kantor.py.
"""

from __future__ import annotations

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from .kantor import TRIWULAN, Kertas, Meja, Tugas

POIN = 24.0
_RUGI_SALAH = 0.5  # of one indicator's points, per wrong tick


def tampilan(meja: Meja) -> dict:
    """The papers on the drive, then one list of ticks per indicator."""
    kode = {kertas.dokumen_id: f"D{nomor:02d}" for nomor, kertas in enumerate(meja.kertas, 1)}
    opsi = [
        {"kode": kode[kertas.dokumen_id], "label": f"{kode[kertas.dokumen_id]} · {kertas.jenis} · {_day(kertas)}"}
        for kertas in meja.kertas
    ]
    return {
        "judul": "Pilih bukti untuk setiap indikator",
        "pengantar": (
            f"Anda **{meja.nama}**, {meja.jabatan}. Penilaian **Triwulan {TRIWULAN[meja.triwulan - 1]} {meja.tahun}** "
            "sedang diisi. Di drive Anda ada dokumen di bawah ini; namanya belum rapi. Untuk setiap indikator, centang "
            "dokumen yang membuktikan hasilnya **pada triwulan itu**. Satu bukti yang tepat lebih baik daripada banyak "
            "bukti; centang yang keliru mengurangi nilai."
        ),
        "isian": [
            {
                "jenis": "data",
                "judul": "Dokumen di drive",
                "kolom": ["Kode", "Jenis", "Tanggal", "Tanda tangan", "Isi ringkas"],
                "baris": [
                    [kode[satu.dokumen_id], satu.jenis, _day(satu), "ada" if satu.bertanda_tangan else "tidak ada",
                     satu.isi]
                    for satu in meja.kertas
                ],
            },
            *(_field(nomor, satu, opsi) for nomor, satu in enumerate(meja.tugas, 1)),
        ],
    }  # fmt: skip


def _day(kertas: Kertas) -> str:
    return f"{kertas.tanggal:%d-%m-%Y}"


def _field(nomor: int, satu: Tugas, opsi: list[dict[str, str]]) -> dict:
    return {
        "id": f"iki_{nomor}",
        "jenis": "banyak",
        "label": f"Bukti untuk indikator {nomor}: {satu.indikator}",
        "bantuan": f"RHK {satu.nomor_rhk}: {satu.rhk}. Aspek {satu.aspek.label}.",
        "opsi": opsi,
        "wajib": True,
    }


def kunci(meja: Meja) -> dict:
    """Per indicator the papers that prove it and those that may accompany it; per paper why it does not."""
    kode = {kertas.dokumen_id: f"D{nomor:02d}" for nomor, kertas in enumerate(meja.kertas, 1)}
    return {
        f"iki_{nomor}": {
            "indikator": f"Indikator {nomor}",
            "bukti": [kode[dokumen] for dokumen in satu.bukti],
            "pelengkap": [kode[dokumen] for dokumen in satu.pelengkap],
            "alasan": {kode[kertas.dokumen_id]: _why_not(kertas, satu, meja) for kertas in meja.kertas},
        }
        for nomor, satu in enumerate(meja.tugas, 1)
    }


def _why_not(kertas: Kertas, satu: Tugas, meja: Meja) -> str:
    if kertas.dokumen_id in satu.bukti + satu.pelengkap:
        return ""
    awal = meja.triwulan * 3 - 2
    if not awal <= kertas.tanggal.month <= awal + 2:
        return f"bertanggal {_day(kertas)}, di luar Triwulan {TRIWULAN[meja.triwulan - 1]}"
    return "isinya tidak menunjukkan hasil yang diukur indikator ini"


def acuan(case: Case) -> dict:
    """Full marks."""
    return {isian: list(satu["bukti"]) for isian, satu in case.kunci["pilih"].items()}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """One finding per indicator."""
    maks = POIN / len(case.kunci["pilih"])
    return [
        _indicator(isian, list(jawaban.get(isian) or []), satu, maks) for isian, satu in case.kunci["pilih"].items()
    ]


def _indicator(isian: str, dipilih: list[str], satu: dict, maks: float) -> Finding:
    wajib, boleh = set(satu["bukti"]), set(satu["bukti"]) | set(satu["pelengkap"])
    keliru = [kode for kode in dipilih if kode not in boleh]
    tepat = len(wajib & set(dipilih)) / len(wajib)
    poin = maks * max(0.0, tepat - _RUGI_SALAH * len(keliru))
    kurang = sorted(wajib - set(dipilih))
    kalimat = [f"{kode} {satu['alasan'][kode]}." for kode in keliru]
    if not dipilih:
        kalimat = [f"Belum ada bukti yang dipilih. Yang membuktikan indikator ini: {', '.join(sorted(wajib))}."]
    elif kurang:
        kalimat.append(f"Yang membuktikan indikator ini: {', '.join(sorted(wajib))}.")
    return Finding(
        "pilih", isian, poin, maks, f"{satu['indikator']}: Bukti yang dipilih",
        " ".join(kalimat) or f"Tepat: {', '.join(sorted(wajib))}.",
        kutipan=", ".join(dipilih) if poin < maks else "",
        saran="" if poin == maks else "Baca isinya: apakah angka yang diukur ada di sana, untuk triwulan itu?",
        aturan="bukti.periode" if any("bertanggal" in satu["alasan"][kode] for kode in keliru) else "bukti.relevan",
    )  # fmt: skip
