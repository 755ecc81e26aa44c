"""Question "tulis": three IKI of one's own, one per aspek, for one of three RHK of one's role.

Scene: exercise 01. May import: exercises.kit and the files of this folder. Facts: data/peran.yaml (REKAAN).
Add: a role with three RHK in the YAML; its model IKI must earn full marks.
"""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

import yaml

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from .aspek import ASPEK, OPSI, alasan_tidak_cocok
from .kata import kemiripan
from .kewajaran import Larangan, Tolakan, tolak
from .perbaiki import CONTOH
from .smart import ATURAN_SMART, IKI, KRITERIA, Latar, nilai_smart, tanpa_objek

BANK = Path(__file__).with_name("data") / "peran.yaml"
PER_IKI = 8.0
POIN_ASPEK = 1.0
POIN_KRITERIA = {"S": 1.1, "M": 1.1, "A": 1.1, "R": 2.6, "T": 1.1}  # measuring the result is what this is about
MIRIP_BARIS = 0.95  # counting and then taking the share of the same thing is weak, but it is not a copy
BARIS = ("t1", "t2", "t3")


@lru_cache(maxsize=1)
def bank() -> tuple[dict, ...]:
    """The roles of the YAML."""
    pembaca = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(yaml.load(BANK.read_text(encoding="utf-8"), Loader=pembaca))


def pilih(rng: random.Random) -> dict:
    """One role."""
    return rng.choice(bank())


def tampilan(peran: dict) -> dict:
    """The role, its three RHK with last year's facts, and three rows to fill."""
    daftar = [
        [f"RHK {nomor}", satu["teks"], satu["tahun_lalu"], satu["kapasitas"]]
        for nomor, satu in enumerate(peran["rhk"], 1)
    ]
    return {
        "judul": "Menulis tiga IKI untuk satu RHK",
        "pengantar": (
            f"Anda adalah **{peran['jabatan']}** di **{peran['unit']}**. Pilih satu RHK, lalu tulis tiga IKI: satu "
            "beraspek kuantitas, satu kualitas, dan satu waktu.\n\n"
            "Setiap IKI dinilai dengan lima kriteria SMART (aturan kelas) dan kecocokan aspeknya. Targetnya sejalan "
            "dengan capaian tahun lalu dan kapasitas. Kalimat yang menyalin RHK, contoh, atau baris lain tidak "
            "dinilai. RHK yang hanya diberi kata “jumlah” atau “persentase” di depannya belum spesifik dan belum "
            "terukur: sebutkan apa yang dihitung."
        ),
        "isian": [
            {
                "jenis": "data",
                "judul": "Peran Anda",
                "kolom": ["Jabatan", "Unit kerja"],
                "baris": [[peran["jabatan"], peran["unit"]]],
            },
            {
                "jenis": "data",
                "judul": "RHK Anda",
                "kolom": ["Nomor", "Rencana hasil kerja", "Capaian tahun lalu", "Kapasitas"],
                "baris": daftar,
            },
            {
                "id": "rhk",
                "jenis": "pilihan",
                "label": "RHK yang dipilih",
                "wajib": True,
                "opsi": [{"kode": f"r{nomor}", "label": satu["teks"]} for nomor, satu in enumerate(peran["rhk"], 1)],
            },
            _table(),
        ],
    }


def _table() -> dict:
    return {
        "id": "iki",
        "jenis": "tabel",
        "label": "IKI yang Anda tulis",
        "kolom": [
            {"id": "aspek", "jenis": "pilihan", "label": "Aspek", "opsi": OPSI, "wajib": True},
            {
                "id": "indikator",
                "jenis": "teks",
                "label": "Indikator",
                "wajib": True,
                "petunjuk": "smart",
                "petunjuk_konteks": {"jenis_pernyataan": "iki"},
            },
            {"id": "target", "jenis": "teks", "label": "Target", "wajib": True, "bantuan": "Angka, satuan, periode."},
        ],
        "baris": [{"id": baris, "label": f"IKI {nomor}"} for nomor, baris in enumerate(BARIS, 1)],
    }


def kunci(peran: dict) -> dict:
    """Everything grading needs."""
    nama = ("teks", "objek", "ukuran", "acuan", "tahun_lalu", "kapasitas")
    return {
        "jabatan": peran["jabatan"],
        "unit": peran["unit"],
        "rhk": {f"r{n}": {bagian: satu[bagian] for bagian in nama} for n, satu in enumerate(peran["rhk"], 1)},
    }


def satuan_bank() -> list[str]:
    """Every unit of the bank."""
    return sorted(
        {s for peran in bank() for satu in peran["rhk"] for ukuran in satu["ukuran"] for s in ukuran["satuan"]}
    )


def acuan(case: Case, rhk: str = "r1") -> dict:
    """Full marks, for the RHK of that code."""
    contoh = case.kunci["tulis"]["rhk"][rhk]["acuan"]
    baris = {
        kode: {"aspek": aspek, "indikator": contoh[aspek][0], "target": contoh[aspek][1]}
        for kode, aspek in zip(BARIS, ASPEK, strict=True)
    }
    return {"rhk": rhk, "iki": baris}


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Six findings per row: aspek and the five criteria."""
    jawaban = jawaban or {}
    peran = case.kunci["tulis"]
    satu = peran["rhk"].get(jawaban.get("rhk") or "")
    tabel = jawaban.get("iki") or {}
    hasil: list[Finding] = []
    terdahulu: list[IKI] = []
    for nomor, baris in enumerate(BARIS, 1):
        isi = tabel.get(baris) or {}
        iki = IKI(*(str(isi.get(bagian) or "") for bagian in ("aspek", "indikator", "target")))
        nama = f"IKI {nomor}"
        if satu is None:
            tolakan = Tolakan("rhk-belum-dipilih", "RHK belum dipilih, jadi IKI ini belum dapat dinilai.")
            hasil += _all_lost(baris, nama, tolakan)
        else:
            hasil += _row(baris, nama, iki, satu, terdahulu, case)
        terdahulu.append(iki)
    return hasil


def _row(baris: str, nama: str, iki: IKI, satu: dict, terdahulu: list[IKI], case: Case) -> list[Finding]:
    peran = case.kunci["tulis"]
    latar = Latar(peran["jabatan"], satu["teks"], satu["objek"], satu["ukuran"], case.kunci["satuan"], _facts(satu))
    tolakan = tolak(
        iki.indikator, (Larangan(satu["teks"], "RHK", boleh_dengan_ukuran=True), Larangan(CONTOH, "contoh"))
    )
    tolakan = tolakan or _repeated(iki, terdahulu)
    if tolakan is None and tanpa_objek(iki, latar):
        tolakan = Tolakan(
            "pekerjaan-lain", f"Indikator ini tidak mengukur RHK “{satu['teks']}”.", iki.indikator.strip()
        )
    if tolakan:
        return _all_lost(baris, nama, tolakan)
    hasil = [_aspek_finding(baris, nama, iki, [lain.aspek for lain in terdahulu])]
    for putusan in nilai_smart(iki, latar):
        maks = POIN_KRITERIA[putusan.kriteria]
        hasil.append(
            Finding(
                "tulis",
                baris,
                maks if putusan.terpenuhi else 0.0,
                maks,
                f"{nama}: {KRITERIA[putusan.kriteria]}",
                putusan.pesan,
                putusan.kutipan,
                putusan.saran,
                putusan.aturan,
                putusan.ragu,
            )  # fmt: skip
        )
    return hasil


def _facts(satu: dict) -> str:
    return f"{satu['tahun_lalu']} {satu['kapasitas']}"


def _repeated(iki: IKI, terdahulu: list[IKI]) -> Tolakan | None:
    for nomor, lain in enumerate(terdahulu, 1):
        if kemiripan(iki.indikator, lain.indikator) >= MIRIP_BARIS:
            return Tolakan("baris-sama", f"Indikator ini mengulang IKI {nomor}.", iki.indikator.strip())
    return None


def _all_lost(baris: str, nama: str, tolakan: Tolakan) -> list[Finding]:
    semua = {"Aspek": POIN_ASPEK} | {KRITERIA[kriteria]: poin for kriteria, poin in POIN_KRITERIA.items()}
    return [
        Finding("tulis", baris, 0.0, maks, f"{nama}: {label}", tolakan.pesan, tolakan.kutipan, aturan=ATURAN_SMART)
        for label, maks in semua.items()
    ]


def _aspek_finding(baris: str, nama: str, iki: IKI, terpakai: list[str]) -> Finding:
    if not iki.aspek:
        alasan = "Aspek belum dipilih."
    elif iki.aspek in terpakai:
        alasan = f"Aspek {ASPEK[iki.aspek]} sudah dipakai pada baris sebelumnya. Soal meminta tiga aspek berbeda."
    else:
        alasan = alasan_tidak_cocok(iki.aspek, iki.indikator, iki.target)
    pesan = alasan or "Aspek berbeda dari baris lain dan sesuai dengan yang diukur."
    return Finding(
        "tulis", baris, 0.0 if alasan else POIN_ASPEK, POIN_ASPEK, f"{nama}: Aspek", pesan,
        iki.target.strip(), aturan=ATURAN_SMART,
    )  # fmt: skip
