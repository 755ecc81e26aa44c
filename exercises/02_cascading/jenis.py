"""Question "jenis": cascading langsung or tidak langsung for six pairs of the office.

Scene: exercise 02. May import: exercises.kit and the files of this folder.
Facts: the kind each pair has in the office's own Matriks Peran Hasil; langsung means the child is a slice of the parent
(rule matriks.jenis_cascading). One unit does not make a slice: the leader's target may already be shared out in full
among others, or the member's may be larger than the whole. Other pairs of one unit could be argued both ways and are
left out. Add: nothing here; pairs come from the office.
"""

from __future__ import annotations

import random

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from .kantor import Hasil, Kantor
from .penjaga import isi

BANYAK = 6
POIN = 15.0
PER_PASANGAN = POIN / BANYAK
SERAGAM_MULAI = 4
SAMA_MULAI = 0.6  # share of words in common from which two indicators seem to count the same thing
JENIS = {"langsung": "Langsung", "tidak_langsung": "Tidak langsung"}
ATURAN = "matriks.jenis_cascading"
_PENGANTAR = (
    "Tentukan jenis cascading setiap pasangan.\n\n"
    "- **Langsung**: hasil bawahan adalah bagian dari hasil pimpinan, terbagi menurut aspek, wilayah, atau beban "
    "target. Bila dijumlahkan, hasil bawahan menjadi hasil pimpinan.\n"
    "- **Tidak langsung**: hasil bawahan mendukung, tetapi bukan bagian dari hasil pimpinan.\n\n"
    "Bandingkan apa yang dihitung, bukan satuannya saja: satuan yang sama belum tentu menghitung hal yang sama, dan "
    "bagian tidak lebih besar dari keseluruhannya. Isian yang semuanya sama tidak dinilai."
)


def pilih(kantor: Kantor, rng: random.Random) -> list[tuple[Hasil, Hasil]]:
    """Six pairs of six leaders' RHK, two to four of them langsung; half of the others share the leader's unit."""
    banyak_langsung = rng.choice((2, 3, 4))
    langsung, lain, sesatuan = _candidates(kantor)
    for calon in (langsung, lain, sesatuan):
        rng.shuffle(calon)
    dipilih: list[tuple[Hasil, Hasil]] = []
    sampai_sesatuan = banyak_langsung + (BANYAK - banyak_langsung + 1) // 2
    for calon, sampai in ((langsung, banyak_langsung), (sesatuan, sampai_sesatuan), (lain, BANYAK)):
        for induk, anak in calon:
            if len(dipilih) < sampai and induk.id not in [satu.id for satu, _ in dipilih]:
                dipilih.append((induk, anak))
    rng.shuffle(dipilih)
    return dipilih


def _candidates(kantor: Kantor) -> tuple[list[tuple[Hasil, Hasil]], ...]:
    """Slices, pairs of two units, and pairs of one unit that are no slices whichever way one reads them."""
    langsung, lain, sesatuan = [], [], []
    for induk_id, daftar in sorted(kantor.anak.items()):
        induk = kantor.hasil[induk_id]
        terbagi = kantor.langsung(induk_id)
        for anak in daftar:
            if {induk.id, anak.id} & kantor.tersentuh:
                continue  # the form shows what the office shows, and here the office is wrong on purpose
            if anak.cascading == "langsung" and len(terbagi) > 1:
                langsung.append((induk, anak))
            elif anak.cascading == "tidak_langsung" and anak.ukuran.satuan != induk.ukuran.satuan:
                lain.append((induk, anak))
            elif anak.cascading == "tidak_langsung" and (len(terbagi) > 1 or _larger(anak, induk)):
                if _same_thing(anak, induk):
                    continue  # such a pair looks like a slice that grew too large, not like other work
                sesatuan.append((induk, anak))
    return langsung, lain, sesatuan


def _larger(anak: Hasil, induk: Hasil) -> bool:
    """Whether the member's target exceeds the leader's, as no slice of it could."""
    return (anak.ukuran.nilai or 0) > (induk.ukuran.nilai or 0)


def _same_thing(anak: Hasil, induk: Hasil) -> bool:
    """Whether the shorter of the two indicators says hardly anything that the other does not."""
    kiri, kanan = isi(anak.ukuran.indikator), isi(induk.ukuran.indikator)
    return len(kiri & kanan) > SAMA_MULAI * min(len(kiri), len(kanan))


def tampilan(kantor: Kantor, pasangan: list[tuple[Hasil, Hasil]]) -> dict:
    """One row per pair, with both measures in sight."""
    return {
        "judul": "Memilih cascading langsung atau tidak langsung",
        "pengantar": _PENGANTAR,
        "isian": [
            {
                "id": "pasangan",
                "jenis": "tabel",
                "label": "Pasangan RHK",
                "kolom": [
                    {
                        "id": "jenis",
                        "jenis": "pilihan",
                        "label": "Cascading",
                        "opsi": [{"kode": kode, "label": label} for kode, label in JENIS.items()],
                        "wajib": True,
                    }
                ],
                "baris": [
                    {"id": f"c{nomor}", "label": f"Pasangan {nomor}", "keterangan": _facts(kantor, induk, anak)}
                    for nomor, (induk, anak) in enumerate(pasangan, 1)
                ],
            }
        ],
    }


def _facts(kantor: Kantor, induk: Hasil, anak: Hasil) -> dict[str, str]:
    return {
        "RHK pimpinan": induk.teks,
        "Indikator pimpinan": induk.ukuran.indikator,
        "Target pimpinan": induk.ukuran.target,
        "Jabatan bawahan": kantor.orang[anak.orang_id].jabatan,
        "RHK bawahan": anak.teks,
        "Indikator bawahan": anak.ukuran.indikator,
        "Target bawahan": anak.ukuran.target,
    }


def kunci(kantor: Kantor, pasangan: list[tuple[Hasil, Hasil]]) -> dict:
    """Per pair its kind and why."""
    return {
        f"c{nomor}": {"jenis": anak.cascading, "alasan": _why(induk, anak), "teks": anak.teks}
        for nomor, (induk, anak) in enumerate(pasangan, 1)
    }


def _why(induk: Hasil, anak: Hasil) -> str:
    if anak.cascading == "langsung":
        return (
            f"Target bawahan {anak.ukuran.target} adalah bagian dari target pimpinan {induk.ukuran.target}, "
            "satuannya sama, dan sisanya dipegang anggota lain."
        )
    if anak.ukuran.satuan == induk.ukuran.satuan:
        lebih = f" Target bawahan {anak.ukuran.target} bahkan lebih besar dari {induk.ukuran.target}."
        return (
            f"Satuannya sama, tetapi yang dihitung berbeda: pimpinan “{induk.ukuran.indikator}”, bawahan "
            f"“{anak.ukuran.indikator}”. Bila dijumlahkan, hasilnya bukan hasil pimpinan."
            + (lebih if _larger(anak, induk) else "")
        )
    return (
        f"Pimpinan menghitung {induk.ukuran.satuan}, bawahan menghitung {anak.ukuran.satuan}. Hasil bawahan mendukung, "
        "tetapi bukan potongan dari target pimpinan."
    )


def acuan(case: Case) -> dict:
    """Full marks."""
    return {"pasangan": {baris: {"jenis": satu["jenis"]} for baris, satu in case.kunci["jenis"].items()}}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """One finding per pair."""
    tabel = (jawaban or {}).get("pasangan") or {}
    dipilih = {baris: (tabel.get(baris) or {}).get("jenis") for baris in case.kunci["jenis"]}
    terisi = [satu for satu in dipilih.values() if satu]
    seragam = len(terisi) >= SERAGAM_MULAI and len(set(terisi)) == 1
    return [
        _finding(baris, nomor, dipilih[baris], satu, seragam)
        for nomor, (baris, satu) in enumerate(case.kunci["jenis"].items(), 1)
    ]


def _finding(baris: str, nomor: int, dipilih: str | None, satu: dict, seragam: bool) -> Finding:
    benar = dipilih == satu["jenis"] and not seragam
    saran = "" if benar else "Jumlahkan ukuran bawahan. Apakah hasilnya ukuran pimpinan?"
    if seragam:
        pesan = "Semua pasangan diberi jenis yang sama, jadi pemilahannya belum terlihat."
    elif dipilih is None:
        pesan = f"Pasangan {nomor} belum dijawab."
    elif benar:
        pesan = f"Benar, {JENIS[satu['jenis']].lower()}. {satu['alasan']}"
    else:
        pesan = f"Jawaban Anda {JENIS[dipilih].lower()}, seharusnya {JENIS[satu['jenis']].lower()}. {satu['alasan']}"
    poin = PER_PASANGAN if benar else 0.0
    return Finding("jenis", baris, poin, PER_PASANGAN, f"Pasangan {nomor}", pesan, satu["teks"], saran, ATURAN)
