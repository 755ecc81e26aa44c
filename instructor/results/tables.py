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
from instructor.grading.marks import Temuan, Tercatat, comments, findings, marks, penalties
from instructor.grading.opening import buka_buku_nilai
from simulator.domain.errors import TidakDitemukan

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
KRITERIA_TERBANYAK = 8
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
    temuan = _found(peserta, spec, sumber)
    nilai = pd.DataFrame(_exercise_rows(peserta, spec, sumber, soal)).astype({"nilai": float, "potongan": float})
    return TabelKelas(
        kelas=kelas,
        spec=spec,
        peserta=peserta,
        rekap=_summary(kelas, peserta, nilai),
        nilai=nilai,
        soal=soal,
        kriteria=_per_criterion(temuan),
        temuan=_lost(temuan),
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


def criterion_name(kriteria: str) -> str:
    """The criterion without the number of the item it was applied to: “IKI 2: Aspek” → “Aspek”."""
    tanpa = re.sub(r"^[^:]*\d[^:]*:\s*", "", kriteria)
    return re.sub(r",?\s+\w*\s*\d+$", "", tanpa) if "," in tanpa else re.sub(r"\s+\d+$", "", tanpa) or kriteria


def _found(peserta: tuple[Peserta, ...], spec: Mapping[str, ExerciseSpec], sumber: _Sumber) -> pd.DataFrame:
    """Every finding of the class, with the criterion it is counted under."""
    baris = []
    for orang in peserta:
        for latihan, isi in spec.items():
            temuan = sumber.temuan.get((orang.id, latihan))
            kenal = temuan.isi["soal"] if temuan else {}
            for hasil in [kenal[soal.id] for soal in isi.soal if soal.id in kenal]:
                dasar = {"id": orang.id, "nama": orang.nama, "latihan": latihan, "bernilai": hasil["skor"] is not None}
                baris += [dasar | {nama: satu[nama] for nama in KOLOM_TEMUAN[3:]} for satu in hasil["findings"]]
    tabel = pd.DataFrame(baris, columns=[*KOLOM_TEMUAN, "bernilai"]).astype({"poin": float, "maks": float})
    return tabel.assign(kelompok=_criterion_groups(tabel, spec))


def _criterion_groups(tabel: pd.DataFrame, spec: Mapping[str, ExerciseSpec]) -> list[str]:
    """Criteria that name one participant's own people or documents are counted under the rule they rest on."""
    umum = [criterion_name(satu) for satu in tabel["kriteria"]]
    banyak = tabel.assign(umum=umum).groupby(["latihan", "soal"])["umum"].nunique().to_dict()
    hasil = []
    for satu, nama in zip(tabel.itertuples(), umum, strict=True):
        if banyak[(satu.latihan, satu.soal)] <= KRITERIA_TERBANYAK:
            hasil.append(nama)
        else:
            hasil.append(rule_title(satu.aturan) or spec[satu.latihan].soal_by_id(satu.soal).judul)
    return hasil


def rule_title(aturan: str) -> str:
    """What a rule is called; empty for a finding that rests on no registered rule."""
    from simulator.rules.registry import rule_by_id

    try:
        return rule_by_id(aturan).judul if aturan else ""
    except TidakDitemukan:
        return ""


def _per_criterion(temuan: pd.DataFrame) -> pd.DataFrame:
    bernilai = temuan[(temuan["maks"] > 0) & temuan["bernilai"].astype(bool)]
    tabel = bernilai.drop(columns=["kriteria"]).rename(columns={"kelompok": "kriteria"})
    return tabel.groupby(KOLOM_KRITERIA[:4], sort=False, as_index=False)[["poin", "maks"]].sum()


def _lost(temuan: pd.DataFrame) -> pd.DataFrame:
    """Findings that cost points or ask for a person."""
    kena = (temuan["poin"] < temuan["maks"] - 1e-9) | temuan["perlu_instruktur"].astype(bool)
    return temuan[kena].drop(columns=["bernilai"]).reset_index(drop=True)


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
            "pesan": masalah.pesan if masalah.berkas in masalah.pesan else f"{masalah.berkas}: {masalah.pesan}",
        }
    for (orang, latihan), temuan in sumber.temuan.items():
        if orang not in nama or latihan not in spec:
            continue
        dasar = {"id": orang, "nama": nama[orang], "latihan": latihan, "tahap": "penilaian"}
        for satu in (*temuan.isi["catatan"], *temuan.isi["masalah"]):
            yield dasar | {"kode": satu["kode"], "pesan": satu["pesan"]}
        if temuan.isi["galat"]:
            yield dasar | {"kode": "galat-pemeriksa", "pesan": str(temuan.isi["galat"]).strip().splitlines()[-1]}
