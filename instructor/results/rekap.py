"""``rekap.xlsx``: the marks in the shape an office keeps them.

Scene: ``bimtek kelas rekap``. May import: XlsxWriter, pandas, instructor.results.
Facts: text stays text — a NIP keeps its eighteen digits, a name that begins with “=” is not a formula. Absent is a
word, not a zero. The same class gives the same bytes.
Add: a sheet is one function that gives headings and rows, and a line in ``write_rekap``.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from instructor.course.bilangan import angka
from instructor.course.kelas import tulis_utuh
from instructor.results.statistics import item_statistics, mastery
from instructor.results.tables import MENUNGGU, PERIKSA_ULANG, SELESAI, TIDAK_TERBACA, TabelKelas

BARIS_JUDUL = 3  # title, class, notice; the table begins below
SEBAGIAN = (MENUNGGU, PERIKSA_ULANG, TIDAK_TERBACA)  # states in which points may stand although some are missing
JENIS = {"auto": "otomatis", "manual": "instruktur"}
DIBUAT = datetime(2026, 1, 1)  # a fixed date in the file's properties keeps the bytes the same


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: heading, width, and the format of its cells (teks, angka, poin, persen)."""

    judul: str
    lebar: float
    bentuk: str = "teks"


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet. A row may hold text where its column holds numbers: then the text is shown, greyed."""

    nama: str
    keterangan: str
    kolom: Sequence[Kolom]
    baris: Iterable[Sequence[Any]]
    beku: int = 0


def write_rekap(tabel: TabelKelas, tujuan: Path) -> Path:
    """Write the workbook whole or not at all."""
    keluar = io.BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(keluar, pilihan) as buku:
        buku.set_properties({"title": f"Rekap nilai {tabel.kelas.judul}", "created": DIBUAT})
        bentuk = _formats(buku)
        for lembar in (_rekap(tabel), _per_soal(tabel), _per_kriteria(tabel), _temuan(tabel), _masalah(tabel)):
            _write_sheet(buku, bentuk, tabel, lembar)
    tulis_utuh(tujuan, keluar.getvalue())
    return tujuan


def _formats(buku: xlsxwriter.Workbook) -> dict[str, Any]:
    dasar = {"valign": "top", "border": 1, "border_color": "#B8C4D0"}
    return {
        "judul": buku.add_format({"bold": True, "font_size": 14}),
        "catatan": buku.add_format({"italic": True, "font_color": "#44566A"}),
        "kepala": buku.add_format(
            dasar | {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "text_wrap": True, "align": "center"}
        ),
        "teks": buku.add_format(dasar | {"num_format": "@", "text_wrap": True}),
        "angka": buku.add_format(dasar | {"num_format": "0"}),
        "poin": buku.add_format(dasar | {"num_format": "0.00"}),
        "sementara": buku.add_format(dasar | {"num_format": '0.00"*"', "italic": True, "bg_color": "#FFF4CE"}),
        "persen": buku.add_format(dasar | {"num_format": "0%"}),
        "kosong": buku.add_format(dasar | {"font_color": "#7A4B00", "italic": True, "bg_color": "#F3F3F3"}),
    }


@dataclass(frozen=True, slots=True)
class Sementara:
    """A mark to which points may still come."""

    nilai: float


def _write_sheet(buku: xlsxwriter.Workbook, bentuk: dict[str, Any], tabel: TabelKelas, lembar: Lembar) -> None:
    kertas = buku.add_worksheet(lembar.nama)
    kertas.write_string(0, 0, f"{lembar.nama} — {tabel.kelas.judul}", bentuk["judul"])
    kertas.write_string(1, 0, "SIMULASI PELATIHAN: bukan penilaian kinerja sebenarnya.", bentuk["catatan"])
    kertas.write_string(2, 0, lembar.keterangan, bentuk["catatan"])
    for nomor, kolom in enumerate(lembar.kolom):
        kertas.set_column(nomor, nomor, kolom.lebar)
        kertas.write_string(BARIS_JUDUL, nomor, kolom.judul, bentuk["kepala"])
    akhir = BARIS_JUDUL
    for akhir, isi in enumerate(lembar.baris, BARIS_JUDUL + 1):
        for nomor, nilai in enumerate(isi):
            _write_cell(kertas, bentuk, akhir, nomor, lembar.kolom[nomor].bentuk, nilai)
    kertas.freeze_panes(BARIS_JUDUL + 1, lembar.beku)
    kertas.autofilter(BARIS_JUDUL, 0, akhir, len(lembar.kolom) - 1)
    kertas.set_landscape()
    kertas.set_paper(9)
    kertas.fit_to_pages(1, 0)
    kertas.repeat_rows(BARIS_JUDUL)


def _write_cell(kertas: Any, bentuk: dict[str, Any], baris: int, kolom: int, jenis: str, nilai: Any) -> None:
    if isinstance(nilai, Sementara):
        kertas.write_number(baris, kolom, nilai.nilai, bentuk["sementara"])
    elif nilai is None or (isinstance(nilai, float) and math.isnan(nilai)):
        kertas.write_blank(baris, kolom, None, bentuk["kosong" if jenis != "teks" else "teks"])
    elif isinstance(nilai, str):
        kertas.write_string(baris, kolom, nilai[:32000], bentuk["teks" if jenis == "teks" else "kosong"])
    else:
        kertas.write_number(baris, kolom, float(nilai), bentuk[jenis])


def _rekap(tabel: TabelKelas) -> Lembar:
    latihan = tabel.kelas.latihan
    kolom = [Kolom("No", 5, "angka"), Kolom("NIP / Id", 22), Kolom("Nama", 36), Kolom("Unit", 28)]
    kolom += [Kolom(_exercise(tabel, nama), 17, "poin") for nama in latihan]
    kolom += [Kolom("Jumlah", 10, "poin"), Kolom("Nilai akhir", 11, "poin"), Kolom("Keterangan", 60)]
    nilai = tabel.nilai.set_index(["id", "latihan"])
    baris = []
    for satu in tabel.rekap.to_dict("records"):
        isi = [_mark(nilai.loc[(satu["id"], nama)]) for nama in latihan]
        baris.append(
            [satu["no"], satu["nip"], satu["nama"], satu["unit"], *isi]
            + [_sum(satu, isi), satu["nilai_akhir"], satu["keterangan"]]
        )
    keterangan = (
        "Angka bertanda * belum lengkap: menunggu instruktur, sebagian jawabannya tidak terbaca, atau ada latihan yang "
        "belum bernilai (lihat Keterangan). Nilai akhir hanya ada bila semua latihan selesai dinilai. "
        f"Batas lulus {angka(tabel.kelas.lulus)}."
    )
    return Lembar("Rekap", keterangan, kolom, baris, beku=3)


def _sum(satu: Mapping[str, Any], isi: Sequence[Any]) -> Any:
    """The sum, starred while an exercise is missing or unfinished."""
    lengkap = all(isinstance(sel, float) for sel in isi)
    kosong = satu["jumlah"] is None or math.isnan(satu["jumlah"])
    return satu["jumlah"] if lengkap or kosong else Sementara(float(satu["jumlah"]))


def _mark(satu: Any) -> Any:
    if math.isnan(satu["nilai"]):
        return satu["status"]
    if satu["status"] == SELESAI:
        return float(satu["nilai"])
    return Sementara(float(satu["nilai"])) if satu["status"] in SEBAGIAN else satu["status"]


def _exercise(tabel: TabelKelas, latihan: str) -> str:
    """“01 IKI yang SMART”: number and title, for people who never see a folder name."""
    return f"{latihan.split('_', 1)[0]} {tabel.spec[latihan].judul}" if latihan in tabel.spec else latihan


def _per_soal(tabel: TabelKelas) -> Lembar:
    kolom = [
        Kolom("NIP / Id", 22), Kolom("Nama", 36), Kolom("Latihan", 30), Kolom("Soal", 32), Kolom("Jenis", 11),
        Kolom("Nilai", 10, "poin"), Kolom("Maks", 8, "angka"), Kolom("Keadaan", 22), Kolom("Komentar instruktur", 50),
    ]  # fmt: skip
    nomor = {satu.id: satu.nomor for satu in tabel.peserta}
    baris = [
        [nomor[satu.id], satu.nama, _exercise(tabel, satu.latihan), satu.judul, JENIS[satu.jenis]]
        + [satu.status if math.isnan(satu.skor) else satu.skor, satu.maks, satu.status, satu.komentar]
        for satu in tabel.soal.itertuples()
    ]
    return Lembar("Per soal", "Satu baris untuk setiap peserta dan soal.", kolom, baris, beku=2)


def _per_kriteria(tabel: TabelKelas) -> Lembar:
    kolom = [
        Kolom("Latihan", 30), Kolom("Soal", 32), Kolom("Kriteria", 44), Kolom("Poin kelas", 12, "poin"),
        Kolom("Maks kelas", 12, "poin"), Kolom("Penguasaan", 12, "persen"), Kolom("Rata-rata soal", 14, "persen"),
        Kolom("Daya beda", 11, "poin"), Kolom("Saran", 50),
    ]  # fmt: skip
    butir = item_statistics(tabel).set_index(["latihan", "soal"])
    baris = []
    for satu in mastery(tabel).itertuples():
        soal = butir.loc[(satu.latihan, satu.soal)]
        baris.append(
            [_exercise(tabel, satu.latihan), soal["judul"], satu.kriteria, satu.poin, satu.maks, satu.bagian]
            + [soal["rata_rata"], soal["daya_beda"], soal["saran"]]
        )
    keterangan = "Penguasaan: poin yang diperoleh dibagi poin yang mungkin, dari jawaban yang sudah dinilai."
    return Lembar("Per kriteria", keterangan, kolom, baris, beku=3)


def _temuan(tabel: TabelKelas) -> Lembar:
    kolom = [
        Kolom("NIP / Id", 22), Kolom("Nama", 30), Kolom("Latihan", 30), Kolom("Soal", 32), Kolom("Kriteria", 30),
        Kolom("Poin", 8, "poin"), Kolom("Maks", 8, "poin"), Kolom("Temuan", 60), Kolom("Kutipan", 40),
        Kolom("Saran", 40), Kolom("Aturan", 26),
    ]  # fmt: skip
    nomor = {satu.id: satu.nomor for satu in tabel.peserta}
    baris = [
        [nomor[satu.id], satu.nama, _exercise(tabel, satu.latihan)]
        + [tabel.spec[satu.latihan].soal_by_id(satu.soal).judul, satu.kriteria, satu.poin, satu.maks, satu.pesan]
        + [satu.kutipan, satu.saran, satu.aturan]
        for satu in tabel.temuan.itertuples()
    ]
    return Lembar("Temuan", "Semua butir yang belum penuh atau perlu dilihat instruktur.", kolom, baris, beku=2)


def _masalah(tabel: TabelKelas) -> Lembar:
    kolom = [
        Kolom("Id", 24), Kolom("Nama", 34), Kolom("Latihan", 30), Kolom("Tahap", 14), Kolom("Kode", 22),
        Kolom("Catatan", 90),
    ]  # fmt: skip
    baris = [
        [satu.id, satu.nama, _exercise(tabel, satu.latihan), satu.tahap, satu.kode, satu.pesan]
        for satu in tabel.masalah.itertuples()
    ]
    keterangan = "Kiriman yang rusak, ganda, berganti nama, terlambat dikirim, atau perlu keputusan instruktur."
    return Lembar("Catatan masalah", keterangan, kolom, baris, beku=2)
