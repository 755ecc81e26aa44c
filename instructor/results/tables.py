"""The class as pandas tables: one row per person, per question, per criterion, per finding, per problem.

Scene: everything the instructor exports or looks at starts here. May import: pandas, exercises.kit.catalog,
instructor.course, instructor.grading.
Facts: absent is not zero — a mark nobody gave is NaN and says why. A total exists only when every exercise has one.
Add: a column where it belongs; a new question about the class is a function in statistics.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from exercises.kit import catalog
from exercises.kit.cells import CHECK, MANUAL, grade_id
from exercises.kit.spec import ExerciseSpec
from instructor.course.kelas import Kelas
from instructor.course.roster import Peserta, read_roster
from instructor.course.serahan import Pengumpulan, read_pengumpulan
from instructor.grading.gradebook import buka_buku_nilai
from instructor.grading.marks import Temuan, Tercatat, comments, findings, marks, penalties

BELUM = "belum mengumpulkan"
BERMASALAH = "berkas bermasalah"
BELUM_DINILAI = "belum dinilai"
TIDAK_TERBACA = "jawaban tidak terbaca"
MENUNGGU = "menunggu instruktur"
PERIKSA_ULANG = "perlu diperiksa ulang"
SELESAI = "selesai"

KOLOM_SOAL = [
    "id", "nama", "latihan", "soal", "judul", "jenis", "skor", "maks", "status", "otomatis", "manual", "komentar",
]  # fmt: skip
KOLOM_KRITERIA = ["id", "latihan", "soal", "kriteria", "poin", "maks"]
KOLOM_TEMUAN = [
    "id", "nama", "latihan", "soal", "butir", "kriteria", "poin", "maks", "pesan", "kutipan", "saran", "aturan",
    "perlu_instruktur",
]  # fmt: skip
KOLOM_MASALAH = ["id", "nama", "latihan", "tahap", "kode", "pesan"]


@dataclass(frozen=True, slots=True)
class TabelKelas:
    """Everything about a class.

    ``nilai`` has one row per person and exercise, ``rekap`` one per person; ``isi`` is what grading kept about each
    submission.
    """

    kelas: Kelas
    spec: Mapping[str, ExerciseSpec]
    peserta: tuple[Peserta, ...]
    rekap: pd.DataFrame
    nilai: pd.DataFrame
    soal: pd.DataFrame
    kriteria: pd.DataFrame
    temuan: pd.DataFrame
    masalah: pd.DataFrame
    isi: Mapping[tuple[str, str], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _Sumber:
    nilai: Mapping[tuple[str, str, str], Tercatat]
    temuan: Mapping[tuple[str, str], Temuan]
    komentar: Mapping[tuple[str, str, str], str]
    potongan: Mapping[tuple[str, str], float]
    kumpul: Pengumpulan


def read_tables(kelas: Kelas) -> TabelKelas:
    """Read the class from its gradebook and its collecting report."""
    with buka_buku_nilai(kelas.gradebook) as buku:
        sumber = _Sumber(
            nilai={(satu.peserta, satu.latihan, satu.sel): satu for satu in marks(buku)},
            temuan=findings(buku),
            komentar=comments(buku),
            potongan=penalties(buku),
            kumpul=read_pengumpulan(kelas),
        )
    spec = {nama: catalog.load(nama).spec for nama in kelas.latihan}
    peserta = read_roster(kelas.roster)
    soal = pd.DataFrame(_question_rows(peserta, spec, sumber), columns=KOLOM_SOAL)
    soal = soal.astype({"skor": float, "maks": float, "otomatis": float, "manual": float})
    nilai = pd.DataFrame(_exercise_rows(peserta, spec, sumber, soal)).astype({"nilai": float, "potongan": float})
    return TabelKelas(
        kelas=kelas,
        spec=spec,
        peserta=peserta,
        rekap=_summary(kelas, peserta, nilai),
        nilai=nilai,
        soal=soal,
        kriteria=_per_criterion(peserta, spec, sumber),
        temuan=_all_findings(peserta, spec, sumber),
        masalah=pd.DataFrame(_problem_rows(peserta, spec, sumber), columns=KOLOM_MASALAH),
        isi={kunci: satu.isi for kunci, satu in sumber.temuan.items()},
    )


def _question_rows(
    peserta: tuple[Peserta, ...], spec: Mapping[str, ExerciseSpec], sumber: _Sumber
) -> Iterator[dict[str, Any]]:
    for orang in peserta:
        for latihan, isi in spec.items():
            for soal in isi.soal:
                sel = grade_id(MANUAL if soal.manual else CHECK, soal.id)
                tercatat = sumber.nilai.get((orang.id, latihan, sel))
                temuan = sumber.temuan.get((orang.id, latihan))
                yield {
                    "id": orang.id,
                    "nama": orang.nama,
                    "latihan": latihan,
                    "soal": soal.id,
                    "judul": soal.judul,
                    "jenis": soal.jenis,
                    "skor": tercatat.skor if tercatat else None,
                    "maks": soal.poin,
                    "status": _question_status(orang.id, latihan, soal.id, tercatat, temuan, sumber.kumpul),
                    "otomatis": tercatat.otomatis if tercatat else None,
                    "manual": tercatat.manual if tercatat else None,
                    "komentar": sumber.komentar.get((orang.id, latihan, sel), ""),
                }


def _question_status(
    peserta: str,
    latihan: str,
    soal: str,
    tercatat: Tercatat | None,
    temuan: Temuan | None,
    kumpul: Pengumpulan,
) -> str:
    if tercatat is None:
        if (peserta, latihan) in kumpul.serahan:
            return BELUM_DINILAI
        return BERMASALAH if kumpul.rejected(peserta, latihan) else BELUM
    if tercatat.manual is not None:
        return PERIKSA_ULANG if tercatat.perlu_dinilai else SELESAI
    if tercatat.skor is None:
        status = temuan.isi["soal"].get(soal, {}).get("status", "") if temuan else ""
        return TIDAK_TERBACA if status == "tidak_terbaca" else MENUNGGU
    return MENUNGGU if tercatat.perlu_dinilai else SELESAI


def _exercise_rows(
    peserta: tuple[Peserta, ...], spec: Mapping[str, ExerciseSpec], sumber: _Sumber, soal: pd.DataFrame
) -> list[dict[str, Any]]:
    kelompok = dict(iter(soal.groupby(["id", "latihan"], sort=False)))
    hasil = []
    for orang in peserta:
        for latihan in spec:
            isi = kelompok[(orang.id, latihan)]
            serahan = sumber.kumpul.serahan.get((orang.id, latihan))
            temuan = sumber.temuan.get((orang.id, latihan))
            potongan = sumber.potongan.get((orang.id, latihan), 0.0)
            ada = isi["skor"].notna().any()
            nilai = max(round(float(isi["skor"].sum()) - potongan, 2), 0.0) if ada else None
            hasil.append(
                {
                    "id": orang.id,
                    "nama": orang.nama,
                    "unit": orang.unit,
                    "latihan": latihan,
                    "nilai": nilai,
                    "status": _exercise_status(set(isi["status"])),
                    "waktu": serahan.waktu if serahan else "",
                    "terlambat": int(temuan.isi.get("terlambat", 0)) if temuan else serahan.terlambat if serahan else 0,
                    "potongan": potongan,
                }
            )
    return hasil


def _exercise_status(ada: set[str]) -> str:
    """The state of an exercise is that of its least finished question."""
    for status in (BELUM, BERMASALAH, BELUM_DINILAI, TIDAK_TERBACA, PERIKSA_ULANG, MENUNGGU):
        if status in ada:
            return status
    return SELESAI


def _summary(kelas: Kelas, peserta: tuple[Peserta, ...], nilai: pd.DataFrame) -> pd.DataFrame:
    baris = []
    for nomor, orang in enumerate(peserta, 1):
        isi = nilai[nilai["id"] == orang.id].set_index("latihan")
        lengkap = (isi["status"] == SELESAI).all()
        angka = isi["nilai"]
        baris.append(
            {"no": nomor, "id": orang.id, "nip": orang.nomor, "nama": orang.nama, "unit": orang.unit}
            | {latihan: isi.loc[latihan, "nilai"] for latihan in kelas.latihan}
            | {
                "jumlah": round(float(angka.sum()), 2) if angka.notna().any() else None,
                "nilai_akhir": round(float(angka.mean()), 2) if lengkap else None,
                "keterangan": _remark(kelas, isi, lengkap),
            }
        )
    return pd.DataFrame(baris).astype(dict.fromkeys((*kelas.latihan, "jumlah", "nilai_akhir"), float))


def _remark(kelas: Kelas, isi: pd.DataFrame, lengkap: bool) -> str:
    bagian = []
    if lengkap:
        bagian.append("Lulus" if float(isi["nilai"].mean()) >= kelas.lulus else "Belum mencapai batas lulus")
    for status in (BELUM, BERMASALAH, TIDAK_TERBACA, BELUM_DINILAI, PERIKSA_ULANG, MENUNGGU):
        kena = [latihan.split("_", 1)[0] for latihan in isi.index if isi.loc[latihan, "status"] == status]
        if len(kena) == len(isi) and status == BELUM:
            return "Belum mengumpulkan satu latihan pun"
        if kena:
            bagian.append(f"{status}: latihan {', '.join(kena)}")
    telat = [latihan.split("_", 1)[0] for latihan in isi.index if isi.loc[latihan, "terlambat"] > 0]
    if telat:
        bagian.append(f"terlambat: latihan {', '.join(telat)}")
    teks = "; ".join(bagian)
    return teks[:1].upper() + teks[1:]


def _soal_found(
    peserta: tuple[Peserta, ...], spec: Mapping[str, ExerciseSpec], sumber: _Sumber
) -> Iterator[tuple[Peserta, str, str, dict[str, Any]]]:
    for orang in peserta:
        for latihan, isi in spec.items():
            temuan = sumber.temuan.get((orang.id, latihan))
            if temuan is None:
                continue
            for soal in isi.soal:
                if soal.id in temuan.isi["soal"]:
                    yield orang, latihan, soal.id, temuan.isi["soal"][soal.id]


def criterion_name(kriteria: str) -> str:
    """The criterion without the number of the item it was applied to: “IKI 2: Aspek” → “Aspek”."""
    tanpa = re.sub(r"^[^:]*\d[^:]*:\s*", "", kriteria)
    return re.sub(r"\s+\d+$", "", tanpa) or kriteria


def _per_criterion(peserta: tuple[Peserta, ...], spec: Mapping[str, ExerciseSpec], sumber: _Sumber) -> pd.DataFrame:
    baris = [
        {
            "id": orang.id,
            "latihan": latihan,
            "soal": soal,
            "kriteria": criterion_name(satu["kriteria"]),
            "poin": satu["poin"],
            "maks": satu["maks"],
        }
        for orang, latihan, soal, isi in _soal_found(peserta, spec, sumber)
        if isi["skor"] is not None
        for satu in isi["findings"]
        if satu["maks"] > 0
    ]
    tabel = pd.DataFrame(baris, columns=KOLOM_KRITERIA).astype({"poin": float, "maks": float})
    return tabel.groupby(KOLOM_KRITERIA[:4], sort=False, as_index=False)[["poin", "maks"]].sum()


def _all_findings(peserta: tuple[Peserta, ...], spec: Mapping[str, ExerciseSpec], sumber: _Sumber) -> pd.DataFrame:
    baris = [
        {"id": orang.id, "nama": orang.nama, "latihan": latihan} | {nama: satu[nama] for nama in KOLOM_TEMUAN[3:]}
        for orang, latihan, _, isi in _soal_found(peserta, spec, sumber)
        for satu in isi["findings"]
        if satu["poin"] < satu["maks"] - 1e-9 or satu["perlu_instruktur"]
    ]
    return pd.DataFrame(baris, columns=KOLOM_TEMUAN)


def _problem_rows(
    peserta: tuple[Peserta, ...], spec: Mapping[str, ExerciseSpec], sumber: _Sumber
) -> Iterator[dict[str, Any]]:
    nama = {satu.id: satu.nama for satu in peserta}
    for masalah in sumber.kumpul.masalah:
        yield {
            "id": masalah.peserta,
            "nama": nama.get(masalah.peserta, "(tidak dikenal)"),
            "latihan": masalah.latihan,
            "tahap": "pengumpulan",
            "kode": masalah.kode,
            "pesan": f"{masalah.berkas}: {masalah.pesan}" if masalah.berkas else masalah.pesan,
        }
    for (orang, latihan), temuan in sumber.temuan.items():
        if orang not in nama or latihan not in spec:
            continue
        dasar = {"id": orang, "nama": nama[orang], "latihan": latihan, "tahap": "penilaian"}
        for satu in (*temuan.isi["catatan"], *temuan.isi["masalah"]):
            yield dasar | {"kode": satu["kode"], "pesan": satu["pesan"]}
        if temuan.isi["galat"]:
            yield dasar | {"kode": "galat-pemeriksa", "pesan": str(temuan.isi["galat"]).strip().splitlines()[-1]}
