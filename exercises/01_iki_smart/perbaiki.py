"""Question "perbaiki": four flawed IKI of four jobs to be rewritten.

Scene: exercise 01. May import: exercises.kit and the files of this folder. Facts: data/perbaikan.yaml (REKAAN).
What was broken weighs more than what was sound, and nothing is earned by leaving the broken part broken.
Add: a flawed IKI in the YAML; its model answer must earn full marks and its original must lose the broken criteria.
"""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

import yaml

from exercises.kit.case import Case
from exercises.kit.finding import Finding

from .aspek import OPSI, alasan_tidak_cocok
from .kata import rata
from .kewajaran import Larangan, Tolakan, tolak
from .smart import IKI, KRITERIA, Latar, Nilai, nilai_smart, tanpa_objek

BANK = Path(__file__).with_name("data") / "perbaikan.yaml"
BANYAK = 4
PER_IKI = 8.0
POIN_RUSAK = 5.5  # shared by the criteria that the original breaks
POIN_UTUH = 2.0  # shared by the criteria that must stay sound
POIN_ASPEK = 0.5
CONTOH = "Persentase surat masuk yang didisposisikan dalam satu hari kerja"
CONTOH_TARGET = "95% setiap bulan"
_PENGANTAR = (
    "Empat IKI berikut disusun rekan Anda dan belum baik. Tulis ulang **aspek**, **indikator**, dan **target** "
    "setiap IKI.\n\n"
    "Yang dinilai adalah lima kriteria SMART (aturan kelas): spesifik, terukur, dapat dicapai menurut data pada soal, "
    "relevan dengan RHK, dan berbatas waktu. Bagian yang rusak bernilai paling besar. Target sebaiknya tidak lebih "
    "rendah dari capaian tahun lalu dan tidak melampaui kapasitas.\n\n"
    "Contoh untuk RHK “Tersampaikannya surat masuk”: indikator *" + CONTOH + "*, target *" + CONTOH_TARGET + "*.\n\n"
    "Kalimat yang hanya menyalin soal, RHK, atau contoh tidak dinilai. Begitu pula indikator yang membahas pekerjaan "
    "lain. RHK yang hanya diberi kata “jumlah” atau “persentase” di depannya belum spesifik dan belum terukur."
)


@lru_cache(maxsize=1)
def bank() -> tuple[dict, ...]:
    """The flawed IKI of the YAML."""
    pembaca = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return tuple(yaml.load(BANK.read_text(encoding="utf-8"), Loader=pembaca))


def pilih(rng: random.Random, rumpun: str) -> list[dict]:
    """Four IKI of four fields of work that together break all five criteria; the person's own field comes first."""
    calon = list(bank())
    rng.shuffle(calon)
    dipilih = [next((satu for satu in calon if satu["rumpun"] == rumpun), calon[0])]
    while len(dipilih) < BANYAK:
        tertutup = {kriteria for satu in dipilih for kriteria in satu["cacat"]}
        rumpun_lain = {satu["rumpun"] for satu in dipilih}
        sisa = [satu for satu in calon if satu["rumpun"] not in rumpun_lain]
        dipilih.append(max(sisa, key=lambda satu: len(set(satu["cacat"]) - tertutup)))
    rng.shuffle(dipilih)
    return dipilih


def tampilan(soal: list[dict]) -> dict:
    """The four situations and the fields to rewrite them in."""
    isian: list[dict] = []
    for nomor, satu in enumerate(soal, 1):
        isian += [_situation(nomor, satu), *_fields(nomor, satu)]
    return {"judul": "Memperbaiki empat IKI yang cacat", "pengantar": _PENGANTAR, "isian": isian}


def _situation(nomor: int, satu: dict) -> dict:
    baris = [
        ["Jabatan", satu["jabatan"]],
        ["Unit kerja", satu["unit"]],
        ["RHK", satu["rhk"]],
        ["IKI yang diajukan", satu["iki"]],
        ["Aspek dan target", f"{satu['aspek'].capitalize()}, target: {satu['target']}"],
        ["Capaian tahun lalu", satu["tahun_lalu"]],
        ["Kapasitas", satu["kapasitas"]],
    ]
    return {"jenis": "data", "judul": f"IKI {nomor}", "kolom": ["Data", "Isi"], "baris": baris}


def _fields(nomor: int, satu: dict) -> list[dict]:
    konteks = {"jenis_pernyataan": "iki", "rhk": satu["rhk"], "aspek": satu["aspek"], "jabatan": satu["jabatan"]}
    return [
        {"id": f"i{nomor}_aspek", "jenis": "pilihan", "label": f"IKI {nomor}: aspek", "opsi": OPSI, "wajib": True},
        {
            "id": f"i{nomor}_indikator",
            "jenis": "teks",
            "label": f"IKI {nomor}: indikator",
            "wajib": True,
            "petunjuk": "smart",
            "petunjuk_konteks": konteks,
        },
        {
            "id": f"i{nomor}_target",
            "jenis": "teks",
            "label": f"IKI {nomor}: target",
            "wajib": True,
            "bantuan": "Tulis angka, satuan, dan periode atau tenggat.",
        },
    ]


def kunci(soal: list[dict]) -> list[dict]:
    """Everything grading needs, so that a later change of the bank never changes a mark."""
    nama = (
        "id",
        "jabatan",
        "rhk",
        "aspek",
        "iki",
        "target",
        "cacat",
        "objek",
        "ukuran",
        "acuan",
        "tahun_lalu",
        "kapasitas",
    )
    return [{satu: butir[satu] for satu in nama} for butir in soal]


def satuan_bank() -> list[str]:
    """Every unit of the bank: a unit an office uses, even where this question has no range for it."""
    return sorted({satuan for satu in bank() for ukuran in satu["ukuran"] for satuan in ukuran["satuan"]})


def acuan(case: Case) -> dict:
    """Full marks."""
    hasil: dict[str, str] = {}
    for nomor, satu in enumerate(case.kunci["perbaiki"], 1):
        hasil |= {f"i{nomor}_{bagian}": satu["acuan"][bagian] for bagian in ("aspek", "indikator", "target")}
    return hasil


def poin_kriteria(satu: dict) -> dict[str, float]:
    """Points per criterion of one IKI: the broken ones share POIN_RUSAK, the sound ones POIN_UTUH."""
    rusak = [kriteria for kriteria in KRITERIA if kriteria in satu["cacat"]]
    utuh = [kriteria for kriteria in KRITERIA if kriteria not in satu["cacat"]]
    total_rusak = PER_IKI - POIN_ASPEK if not utuh else POIN_RUSAK
    return {kriteria: total_rusak / len(rusak) for kriteria in rusak} | {
        kriteria: POIN_UTUH / len(utuh) for kriteria in utuh
    }


def nilai(jawaban: dict, case: Case) -> list[Finding]:
    """Six findings per IKI: aspek and the five criteria."""
    jawaban = jawaban or {}
    hasil: list[Finding] = []
    for nomor, satu in enumerate(case.kunci["perbaiki"], 1):
        iki = IKI(*(str(jawaban.get(f"i{nomor}_{bagian}") or "") for bagian in ("aspek", "indikator", "target")))
        data = f"{satu['tahun_lalu']} {satu['kapasitas']}"
        latar = Latar(satu["jabatan"], satu["rhk"], satu["objek"], satu["ukuran"], case.kunci["satuan"], data)
        hasil += _satu_iki(f"i{nomor}", f"IKI {nomor}", satu, iki, latar)
    return hasil


def _satu_iki(butir: str, nama: str, satu: dict, iki: IKI, latar: Latar) -> list[Finding]:
    poin = poin_kriteria(satu)
    larangan = (
        *([] if _only_target_broken(satu) else [Larangan(satu["iki"], "IKI yang cacat")]),
        Larangan(satu["rhk"], "RHK", boleh_dengan_ukuran=True),
        Larangan(CONTOH, "contoh"),
    )
    tolakan = tolak(iki.indikator, larangan) or _same_as_question(iki, satu)
    if tolakan is None and tanpa_objek(iki, latar):
        tolakan = Tolakan(
            "pekerjaan-lain", f"Indikator ini tidak lagi mengukur RHK “{satu['rhk']}”.", iki.indikator.strip()
        )
    if tolakan:
        return _all_lost(butir, nama, poin, tolakan)
    putusan = nilai_smart(iki, latar)
    diperbaiki = any(satu_nilai.terpenuhi for satu_nilai in putusan if satu_nilai.kriteria in satu["cacat"])
    temuan = [_finding(butir, nama, satu, poin, satu_nilai, diperbaiki) for satu_nilai in putusan]
    return [_aspek_finding(butir, nama, iki, diperbaiki), *temuan]


def _only_target_broken(satu: dict) -> bool:
    """Where the indicator itself is sound, keeping its wording is right and only the target must change."""
    return all(temuan["kata"].casefold() in satu["target"].casefold() for temuan in satu["cacat"].values())


def _same_as_question(iki: IKI, satu: dict) -> Tolakan | None:
    if rata(f"{iki.indikator} {iki.target}") == rata(f"{satu['iki']} {satu['target']}"):
        return Tolakan("salinan", "Tulisan ini menyalin IKI yang cacat tanpa perubahan.", iki.indikator.strip())
    return None


def _all_lost(butir: str, nama: str, poin: dict[str, float], tolakan: Tolakan) -> list[Finding]:
    semua = {"Aspek": POIN_ASPEK} | {KRITERIA[kriteria]: satu for kriteria, satu in poin.items()}
    return [
        Finding("perbaiki", butir, 0.0, maks, f"{nama}: {label}", tolakan.pesan, tolakan.kutipan, aturan=_SMART)
        for label, maks in semua.items()
    ]


def _finding(butir: str, nama: str, satu: dict, poin: dict[str, float], nilai_satu: Nilai, diperbaiki: bool) -> Finding:
    maks = poin[nilai_satu.kriteria]
    dapat = maks if nilai_satu.terpenuhi and diperbaiki else 0.0
    pesan = nilai_satu.pesan
    cacat = satu["cacat"].get(nilai_satu.kriteria)
    if not nilai_satu.terpenuhi and cacat:
        pesan = f"{pesan} Pada soal, bagian ini rusak karena “{cacat['kata']}”: {cacat['pesan']}"
    elif nilai_satu.terpenuhi and not diperbaiki:
        pesan = "Bagian ini sudah baik sejak soal, tetapi cacat IKI-nya belum diperbaiki, jadi belum ada poin."
    return Finding(
        "perbaiki", butir, dapat, maks, f"{nama}: {KRITERIA[nilai_satu.kriteria]}", pesan, nilai_satu.kutipan,
        nilai_satu.saran, nilai_satu.aturan, nilai_satu.ragu,
    )  # fmt: skip


def _aspek_finding(butir: str, nama: str, iki: IKI, diperbaiki: bool) -> Finding:
    alasan = alasan_tidak_cocok(iki.aspek, iki.indikator, iki.target) if iki.aspek else "Aspek belum dipilih."
    pesan = alasan or "Aspek sesuai dengan yang diukur."
    if not alasan and not diperbaiki:
        pesan = "Aspek sesuai, tetapi cacat IKI-nya belum diperbaiki, jadi belum ada poin."
    dapat = 0.0 if alasan or not diperbaiki else POIN_ASPEK
    return Finding("perbaiki", butir, dapat, POIN_ASPEK, f"{nama}: Aspek", pesan, iki.target.strip(), aturan=_SMART)


_SMART = "perencanaan.smart"
