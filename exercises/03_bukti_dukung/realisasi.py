"""Question "realisasi": write what was reached and where the number comes from, for two indicators.

Scene: exercise 03. May import: exercises.kit. Facts: realisation is stated on the evidence (CONFIRMED, form column);
that the number must be the document's own is rule bukti.kecukupan (aturan kelas).
Add: another part of the sentence in BAGIAN with its points.
"""

from __future__ import annotations

import re

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from .kantor import Meja, Tugas

POIN = 18.0
BANYAK = 2
BAGIAN = {"jumlah": 4.0, "satuan": 2.0, "bukti": 1.5, "sumber": 1.5}
_ANGKA = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d])|(?<![\d.,])\d+")
_KATA_BUKTI = ("laporan", "rekap", "berita acara", "daftar hadir", "notula", "foto", "surat", "dokumen", "bukti",
               "tangkapan layar", "sertifikat", "survei", "nota dinas", "d0", "d1")  # fmt: skip
_JENIS_CATATAN = {"laporan", "rekap", "register", "aplikasi"}
_TAK_BERARTI = {"data", "dan", "dari", "di", "pada", "the", "sumber", "ada", "hasil", "buku", "dokumen"}


def tampilan(meja: Meja) -> dict:
    """Two indicators with a sentence and a source each."""
    isian: list[dict] = [
        {
            "jenis": "info",
            "teks": "Baca kembali isi dokumen yang membuktikan kedua indikator ini pada soal pertama.",
        },
        {
            "jenis": "data",
            "judul": "Asal angka",
            "kolom": ["Indikator", "Data diambil dari"],
            "baris": [[satu.indikator, satu.sumber_data] for _, satu in _asked(meja)],
        },
    ]
    for nomor, satu in _asked(meja):
        isian += [
            {
                "id": f"realisasi_{nomor}",
                "jenis": "teks",
                "label": f"Realisasi indikator {nomor}: {satu.indikator}",
                "bantuan": "Sebut jumlah, satuan, dan dokumen buktinya dalam satu kalimat.",
                "wajib": True,
            },
            {
                "id": f"sumber_{nomor}",
                "jenis": "teks",
                "label": f"Sumber data indikator {nomor}",
                "wajib": True,
            },
        ]
    return {
        "judul": "Tulis realisasi dan sumber datanya",
        "pengantar": (
            "Isi seperti pada e-Kinerja: **realisasi** menyatakan apa yang tercapai berdasarkan bukti dukung, **sumber "
            "data** menyebut asal angkanya. Angka yang diakui tidak boleh melebihi angka pada dokumen."
        ),
        "isian": isian,
    }


def _asked(meja: Meja) -> list[tuple[int, Tugas]]:
    return list(enumerate(meja.tugas[:BANYAK], 1))


def kunci(meja: Meja) -> dict:
    """Per indicator the number, its unit and its source."""
    return {
        str(nomor): {
            "jumlah": satu.jumlah,
            "satuan": satu.satuan,
            "sumber": satu.sumber_data,
            "indikator": satu.indikator,
        }
        for nomor, satu in _asked(meja)
    }


def acuan(case: Case) -> dict:
    """Full marks."""
    hasil = {}
    for nomor, satu in case.kunci["realisasi"].items():
        hasil[f"realisasi_{nomor}"] = (
            f"Tercapai {satu['jumlah']} {satu['satuan']} berdasarkan dokumen bukti dukung yang dilampirkan"
        )
        hasil[f"sumber_{nomor}"] = satu["sumber"]
    return hasil


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Four findings per indicator."""
    return [
        temuan
        for nomor, satu in case.kunci["realisasi"].items()
        for temuan in _indicator(
            nomor, str(jawaban.get(f"realisasi_{nomor}") or ""), str(jawaban.get(f"sumber_{nomor}") or ""), satu
        )
    ]


def numbers(teks: str) -> list[int]:
    """Whole numbers in a sentence, points as thousands; codes, quarters and years are not counts."""
    tanpa_kode = re.sub(r"\b(?:D\d+|TW ?\d|RHK ?\d+|20\d\d)\b", " ", teks, flags=re.IGNORECASE)
    return [int(angka.replace(".", "")) for angka in _ANGKA.findall(tanpa_kode)]


def _words(teks: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", teks.casefold())) - _TAK_BERARTI


def _indicator(nomor: str, teks: str, sumber: str, satu: dict) -> list[Finding]:
    angka = numbers(teks)
    satuan = satu["satuan"].casefold()
    # “Persentase” names an indicator, not what was reached.
    ada_satuan = bool(re.search(rf"\b{re.escape(satuan)}(?!tase)", teks.casefold())) or (
        satuan == "persen" and "%" in teks
    )
    ada_bukti = any(kata in teks.casefold() for kata in _KATA_BUKTI)
    dikenal = _known_source(_words(sumber), satu)
    bagian = (
        ("jumlah", satu["jumlah"] in angka and len(set(angka)) == 1, _number_message(angka, satu), teks),
        ("satuan", ada_satuan and bool(angka), f"Sebutkan satuannya: {satu['satuan']}.", teks),
        ("bukti", ada_bukti and bool(angka), "Sebutkan dokumen yang menjadi dasarnya.", teks),
        ("sumber", bool(dikenal), f"Sebutkan asal angkanya, misalnya {satu['sumber']}.", sumber),
    )
    nama = {"jumlah": "Jumlah", "satuan": "Satuan", "bukti": "Dasar bukti", "sumber": "Sumber data"}
    hasil = []
    for kode, benar, keliru, kutipan in bagian:
        kosong = not kutipan.strip()
        pesan = "Tepat." if benar else ("Belum diisi. " if kosong else "") + keliru
        hasil.append(
            Finding(
                "realisasi", f"{nomor}.{kode}", BAGIAN[kode] if benar else 0.0, BAGIAN[kode],
                f"Indikator {nomor}: {nama[kode]}", pesan, kutipan="" if benar else kutipan[:160],
                saran="" if benar else "Pola: jumlah + satuan + berdasarkan + nama dokumen.", aturan="bukti.kecukupan",
            )
        )  # fmt: skip
    return hasil


def _known_source(kata: set[str], satu: dict) -> bool:
    """The source on the page, or a record of what the indicator speaks of; *laporan* alone could be any."""
    if kata & _words(satu["sumber"]) - _JENIS_CATATAN or kata == _words(satu["sumber"]):
        return True
    # A class dealt before the key held the indicator is graded as it was then.
    return bool(kata & _JENIS_CATATAN) and ("indikator" not in satu or bool(kata & _words(satu["indikator"])))


def _number_message(angka: list[int], satu: dict) -> str:
    if not angka:
        return "Kalimat ini belum menyebut jumlah yang tercapai."
    if len(set(angka)) > 1:
        return "Ada lebih dari satu angka. Tulis hanya jumlah yang tercapai pada triwulan ini."
    if angka[0] > satu["jumlah"]:
        return f"Anda mengakui {angka[0]}, sedangkan dokumen menunjukkan {satu['jumlah']}."
    return f"Dokumen menunjukkan {satu['jumlah']}, Anda menulis {angka[0]}."
