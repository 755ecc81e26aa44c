"""``dasbor.html``: the class at a glance, one file that opens anywhere.

Scene: ``bimtek kelas dasbor``. May import: Jinja2, instructor.results.
Facts: no script and nothing fetched; every chart has its numbers beside it in a table or in its description.
Add: a question as a function in statistics.py, a section here and in dasbor.html.j2.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from instructor.course.kelas import tulis_utuh
from instructor.results import charts
from instructor.results.statistics import (
    finished,
    item_statistics,
    mastery,
    needs_help,
    question_numbers,
    shares,
    states,
    usual_mistakes,
)
from instructor.results.tables import BELUM, BERMASALAH, SELESAI, TIDAK_TERBACA, TabelKelas


def write_dasbor(tabel: TabelKelas, tujuan: Path) -> Path:
    """Write the page whole or not at all."""
    tulis_utuh(tujuan, render(tabel))
    return tujuan


def render(tabel: TabelKelas) -> str:
    """The page as one self-contained HTML file."""
    return _environment().get_template("dasbor.html.j2").render(_content(tabel))


def _content(tabel: TabelKelas) -> dict[str, Any]:
    butir = item_statistics(tabel)
    return {
        "kelas": tabel.kelas,
        "ringkas": _headline(tabel),
        "sebaran": list(_distributions(tabel)),
        "penguasaan_soal": _question_chart(butir),
        "panas": _heat(tabel),
        "kriteria": mastery(tabel).sort_values("bagian", kind="stable").to_dict("records"),
        "bantuan": needs_help(tabel),
        "butir": butir.to_dict("records"),
        "keliru": usual_mistakes(tabel).to_dict("records"),
        "keadaan": _state_table(tabel),
        "masalah": tabel.masalah.to_dict("records"),
        "nomor": {nama: nama.split("_", 1)[0] for nama in tabel.kelas.latihan},
        "judul": {nama: spec.judul for nama, spec in tabel.spec.items()},
        "judul_soal": {(nama, soal.id): soal.judul for nama, spec in tabel.spec.items() for soal in spec.soal},
    }


def _headline(tabel: TabelKelas) -> list[tuple[str, str]]:
    nilai, rekap = tabel.nilai, tabel.rekap
    lengkap = rekap["nilai_akhir"].dropna()
    lulus = int((lengkap >= tabel.kelas.lulus).sum())
    masuk = nilai[~nilai["status"].isin([BELUM, BERMASALAH])]
    tunggu = masuk[~masuk["status"].isin([SELESAI, TIDAK_TERBACA])]
    return [
        ("Peserta", str(len(rekap))),
        ("Kiriman masuk", f"{len(masuk)} dari {len(nilai)}"),
        ("Rata-rata nilai akhir", _number(lengkap.mean()) if len(lengkap) else "—"),
        ("Lulus dari yang selesai", f"{lulus} dari {len(lengkap)}"),
        ("Menunggu instruktur", str(len(tunggu))),
        ("Terlambat", str(int((nilai["terlambat"] > 0).sum()))),
    ]


def _distributions(tabel: TabelKelas) -> Iterator[dict[str, Any]]:
    selesai = finished(tabel)
    for nomor, latihan in enumerate(tabel.kelas.latihan):
        isi = [float(satu) for satu in selesai[selesai["latihan"] == latihan]["nilai"]]
        yield {
            "judul": tabel.spec[latihan].judul,
            "svg": _histogram(isi, tabel, latihan, f"sebaran{nomor}"),
            "banyak": len(isi),
            "rata": _number(sum(isi) / len(isi)) if isi else "—",
            "tengah": _number(float(pd.Series(isi).median())) if isi else "—",
            "rentang": f"{_number(min(isi))}–{_number(max(isi))}" if isi else "—",
        }


def _histogram(isi: list[float], tabel: TabelKelas, latihan: str, nama: str) -> Markup:
    if not isi:
        return Markup("<p>Belum ada nilai yang selesai.</p>")
    return Markup(charts.histogram(isi, tabel.kelas.lulus, tabel.spec[latihan].judul, nama))


def _question_chart(butir: pd.DataFrame) -> Markup:
    isi = {
        f"{satu.nomor} {satu.judul}": satu.rata_rata for satu in butir.itertuples() if not math.isnan(satu.rata_rata)
    }
    return Markup(charts.bars(isi, "Penguasaan per soal", "soal")) if isi else Markup("<p>Belum ada nilai.</p>")


def _heat(tabel: TabelKelas) -> dict[str, Any]:
    bagian = shares(tabel)
    info = tabel.soal.drop_duplicates(["latihan", "soal"])
    kolom = list(question_numbers(info))
    urutan = bagian.mean(axis=1).sort_values(na_position="last", kind="stable").index
    nama = {satu.id: satu.nama for satu in tabel.peserta}
    baris = [{"nama": nama[orang], "isi": [_heat_cell(nilai) for nilai in bagian.loc[orang]]} for orang in urutan]
    return {"kolom": kolom, "baris": baris}


def _heat_cell(nilai: float) -> dict[str, str]:
    """Colour and number together, so that the table says the same in print and to a screen reader."""
    if math.isnan(nilai):
        return {"teks": "–", "kelas": "p0"}
    return {"teks": f"{round(nilai * 100)}", "kelas": f"p{1 + min(4, int(nilai * 5))}"}


def _state_table(tabel: TabelKelas) -> dict[str, Any]:
    hitung = states(tabel)
    return {
        "kolom": list(hitung.columns),
        "baris": [
            {"latihan": str(latihan), "isi": [int(satu) for satu in hitung.loc[latihan]]} for latihan in hitung.index
        ],
    }


def _number(nilai: float) -> str:
    return f"{nilai:.1f}".replace(".", ",")


def _percent(nilai: float) -> str:
    return "—" if math.isnan(nilai) else f"{nilai:.0%}"


def _correlation(nilai: float) -> str:
    return "—" if math.isnan(nilai) else f"{nilai:.2f}".replace(".", ",")


@cache
def _environment() -> Environment:
    tempat = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tempat.filters |= {"persen": _percent, "angka": _number, "korelasi": _correlation}
    return tempat
