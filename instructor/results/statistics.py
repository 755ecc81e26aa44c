"""What the tables say about the class: mastery, difficulty, discrimination, usual mistakes, who needs help.

Scene: the overview page and the workbook. May import: pandas, instructor.results.tables.
Facts: difficulty is the mean share of the points; discrimination is the correlation of a question with the rest of
the marks (corrected item–total correlation). Both say nothing with fewer than MINIMAL people.
Add: a question an instructor asks, as one function that returns a table.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from instructor.results.tables import SELESAI, TabelKelas

MINIMAL = 8
PERLU_BANTUAN = 0.6
SUKAR, MUDAH = 0.4, 0.85
DAYA_LEMAH = 0.2


@dataclass(frozen=True, slots=True)
class Bantuan:
    """One person who needs help, and on what, weakest first."""

    id: str
    nama: str
    alasan: str
    soal: tuple[str, ...]


def shares(tabel: TabelKelas) -> pd.DataFrame:
    """Share of the points per person (rows) and question (columns ``latihan/soal``); NaN where there is no mark."""
    soal = tabel.soal.assign(
        butir=tabel.soal["latihan"] + "/" + tabel.soal["soal"], bagian=tabel.soal["skor"] / tabel.soal["maks"]
    )
    urutan = list(dict.fromkeys(soal["butir"]))
    orang = [satu.id for satu in tabel.peserta]
    return soal.pivot(index="id", columns="butir", values="bagian").reindex(index=orang, columns=urutan)


def question_numbers(soal: pd.DataFrame) -> Iterator[str]:
    """Short numbers for questions in the order given: 01.1, 01.2, 02.1 …"""
    urutan: dict[str, int] = {}
    for latihan in soal["latihan"]:
        urutan[latihan] = urutan.get(latihan, 0) + 1
        yield f"{latihan.split('_', 1)[0]}.{urutan[latihan]}"


def item_statistics(tabel: TabelKelas) -> pd.DataFrame:
    """One row per question: how many have a mark, mean share, discrimination, and what to do about it."""
    bagian = shares(tabel)
    info = tabel.soal.drop_duplicates(["latihan", "soal"]).set_index(["latihan", "soal"])
    baris = []
    for butir in bagian.columns:
        latihan, soal = butir.split("/")
        ada = bagian[butir].dropna()
        sukar = float(ada.mean()) if len(ada) else float("nan")
        beda = discrimination(bagian, butir)
        baris.append(
            {
                "latihan": latihan,
                "soal": soal,
                "judul": info.loc[(latihan, soal), "judul"],
                "jenis": info.loc[(latihan, soal), "jenis"],
                "banyak": len(ada),
                "rata_rata": sukar,
                "daya_beda": beda,
                "saran": _advice(sukar, beda, len(ada)),
            }
        )
    hasil = pd.DataFrame(baris)
    hasil.insert(0, "nomor", list(question_numbers(hasil)))
    return hasil


def discrimination(bagian: pd.DataFrame, butir: str) -> float:
    """Correlation of one question with the mean of the other questions, NaN when it cannot be told."""
    sisa = bagian.drop(columns=[butir]).mean(axis=1)
    dua = pd.DataFrame({"butir": bagian[butir], "sisa": sisa}).dropna()
    if len(dua) < MINIMAL or dua["butir"].std() < 1e-9 or dua["sisa"].std() < 1e-9:
        return float("nan")
    return float(dua["butir"].corr(dua["sisa"]))


def _advice(rata: float, beda: float, banyak: int) -> str:
    if banyak < MINIMAL:
        return "Belum cukup data"
    if beda < DAYA_LEMAH:
        return "Periksa soal dan kuncinya: yang kuat tidak lebih baik daripada yang lemah"
    if rata < SUKAR:
        return "Sukar: bahas bersama di kelas"
    return "Sudah dikuasai kebanyakan peserta" if rata > MUDAH else "Baik"


def mastery(tabel: TabelKelas) -> pd.DataFrame:
    """Mean share of the points per exercise, question and criterion, weakest last."""
    jumlah = tabel.kriteria.groupby(["latihan", "soal", "kriteria"], sort=False, as_index=False)[["poin", "maks"]].sum()
    return jumlah.assign(bagian=jumlah["poin"] / jumlah["maks"])


def usual_mistakes(tabel: TabelKelas, banyak: int = 15) -> pd.DataFrame:
    """Criteria on which most people lost points, with how much they cost and one example."""
    temuan = tabel.temuan[tabel.temuan["poin"] < tabel.temuan["maks"] - 1e-9]
    if temuan.empty:
        return pd.DataFrame(columns=["latihan", "soal", "kriteria", "peserta", "hilang", "contoh"])
    hasil = (
        temuan.assign(hilang=temuan["maks"] - temuan["poin"], kriteria=temuan["kelompok"])
        .groupby(["latihan", "soal", "kriteria"], sort=False)
        .agg(peserta=("id", "nunique"), hilang=("hilang", "sum"), contoh=("pesan", "first"))
        .reset_index()
    )
    return hasil.sort_values(["peserta", "hilang"], ascending=False, kind="stable").head(banyak).reset_index(drop=True)


def needs_help(tabel: TabelKelas) -> list[Bantuan]:
    """Those below the pass mark, the weakest first, then those who handed in nothing."""
    bagian = shares(tabel)
    judul = {
        f"{satu.latihan}/{satu.soal}": f"{satu.latihan.split('_', 1)[0]}: {satu.judul}"
        for satu in tabel.soal.itertuples()
    }
    hasil: list[tuple[float, Bantuan]] = []
    for orang in tabel.rekap.itertuples():
        isi = bagian.loc[orang.id].dropna()
        lemah = isi[isi < PERLU_BANTUAN].sort_values(kind="stable")
        if len(isi) == 0:
            hasil.append((math.inf, Bantuan(orang.id, orang.nama, "Belum mengumpulkan", ())))
        elif float(isi.mean()) * 100 < tabel.kelas.lulus:
            alasan = f"Rata-rata {float(isi.mean()):.0%} dari yang sudah dinilai"
            soal = tuple(judul[nama] for nama in lemah.index[:4])
            hasil.append((float(isi.mean()), Bantuan(orang.id, orang.nama, alasan, soal)))
    return [satu for _, satu in sorted(hasil, key=lambda satu: (satu[0], satu[1].nama))]


def states(tabel: TabelKelas) -> pd.DataFrame:
    """How many submissions are in which state, per exercise."""
    hitung = tabel.nilai.groupby(["latihan", "status"], sort=False).size().unstack(fill_value=0)
    return hitung.reindex(index=list(tabel.kelas.latihan))


def finished(tabel: TabelKelas) -> pd.DataFrame:
    """Marks that are final, for distributions."""
    return tabel.nilai[tabel.nilai["status"] == SELESAI]
