"""``bimtek iki periksa`` as people and programs call it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from test_berkas import draf_xlsx

AKAR = Path(__file__).resolve().parents[2]


def bimtek(*arguments: object, masukan: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "simulator.commands.app", "iki", "periksa", *map(str, arguments)],
        cwd=AKAR,
        input=masukan,
        capture_output=True,
        check=False,
        timeout=60,
    )


def objek(hasil: subprocess.CompletedProcess[bytes]) -> list[dict]:
    return [json.loads(isi) for isi in hasil.stdout.decode().splitlines()]


MASUKAN = b"""{"id": "p1", "jenis_pernyataan": "rhk", "teks": "Menyusun laporan aset"}
rusak
{"teks": "Jumlah laporan aset", "target": "4 laporan"}
"""
BIDANG = {"id", "orientasi", "spesifik", "terukur", "waktu", "ragu", "S", "M", "A", "R", "T", "temuan"}


def test_json_answers_line_by_line_in_input_order_and_names_the_broken_row() -> None:
    hasil = bimtek("-", "--json", masukan=MASUKAN)
    satu, dua, tiga = objek(hasil)

    assert hasil.returncode == 0
    assert set(satu) >= BIDANG
    assert (satu["id"], satu["orientasi"]) == ("p1", "aktivitas")
    assert set(satu["temuan"][0]) == {"kriteria", "kode", "kutipan", "pesan", "saran"}
    assert dua["galat"]["baris"] == 2
    assert (tiga["id"], tiga["terukur"], tiga["A"]) == (3, "ya", None)


def test_every_kind_of_file_gives_the_same_judgement(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"teks": "Jumlah rapat koordinasi", "aspek": "kuantitas", "target": "4 kali"}', encoding="utf-8"
    )
    (tmp_path / "a.csv").write_text("teks;aspek;target\nJumlah rapat koordinasi;kuantitas;4 kali\n", encoding="utf-8")
    buku = Workbook()
    buku.active.append(["Indikator", "Aspek", "Target"])
    buku.active.append(["Jumlah rapat koordinasi", "kuantitas", "4 kali"])
    buku.save(tmp_path / "a.xlsx")
    hasil = [objek(bimtek(tmp_path / nama, "--json"))[0] for nama in ("a.jsonl", "a.csv", "a.xlsx")]

    assert hasil[0]["orientasi"] == "aktivitas"
    assert all({k: h[k] for k in BIDANG - {"id"}} == {k: hasil[0][k] for k in BIDANG - {"id"}} for h in hasil)


def test_a_draft_gets_comments_in_the_cells_that_need_work(tmp_path: Path) -> None:
    (tmp_path / "skp.xlsx").write_bytes(draf_xlsx())
    hasil = bimtek(tmp_path / "skp.xlsx", "--keluaran", tmp_path / "hasil.xlsx")
    lembar = load_workbook(tmp_path / "hasil.xlsx")["SKP"]

    assert hasil.returncode == 0
    assert "kata kerja" in lembar["C11"].comment.text
    assert "baik" in lembar["E8"].comment.text
    assert "satuan" in lembar["F7"].comment.text
    assert lembar["A1"].value == "SASARAN KINERJA PEGAWAI"
    assert lembar["C13"].comment is None


def test_other_input_becomes_a_new_workbook_in_which_formulas_stay_text(tmp_path: Path) -> None:
    bimtek("-", "--keluaran", tmp_path / "h.xlsx", masukan=b'{"teks": "=1+1", "target": "baik"}\n')
    lembar = load_workbook(tmp_path / "h.xlsx").active

    assert lembar["E2"].value == "=1+1"
    assert lembar["E2"].data_type == "s"


def test_the_report_fits_eighty_columns_and_quotes() -> None:
    laporan = bimtek(
        "-", masukan=b"Menyusun laporan\nTerlaksananya koordinasi lintas sektor dalam rangka pelayanan\n"
    ).stdout.decode()

    assert all(len(baris) <= 80 for baris in laporan.splitlines())
    assert "“Menyusun” adalah kata kerja" in laporan
    assert "Ringkasan" in laporan


def test_the_summary_speaks_in_words_not_codes() -> None:
    laporan = bimtek("-", masukan=b"Menyusun laporan aset\nJumlah laporan aset\n").stdout.decode()
    ringkasan = laporan.partition("Ringkasan")[2]

    assert "Pemeriksaan kata: teks yang dialirkan (pipa)" in laporan
    assert "tanpa batas waktu" in ringkasan
    assert not re.search(r"\d  [a-z]+-[a-z]+", ringkasan)


def test_a_line_that_is_not_jsonl_is_shown_the_form() -> None:
    semua = objek(bimtek("-", "--format", "jsonl", "--json", masukan=b"[1]\nrusak\n"))

    assert [satu["galat"]["pesan"] for satu in semua] == [
        'Baris ini tidak mengikuti bentuk JSONL; contoh: {"iki": "Jumlah laporan yang disusun"}.'
    ] * 2


def test_an_existing_output_is_kept_unless_told_otherwise(tmp_path: Path) -> None:
    tujuan = tmp_path / "penting.xlsx"
    tujuan.write_bytes(b"pekerjaan orang")
    ditolak = bimtek("-", "--keluaran", tujuan, masukan=b"Menyusun laporan")

    assert ditolak.returncode == 1
    assert "berkas-sudah-ada" in ditolak.stderr.decode()
    assert "--timpa" in ditolak.stderr.decode()
    assert tujuan.read_bytes() == b"pekerjaan orang"

    assert bimtek("-", "--keluaran", tujuan, "--timpa", masukan=b"Menyusun laporan").returncode == 0
    assert tujuan.read_bytes().startswith(b"PK")


def test_duplicates_in_one_draft_are_pointed_out() -> None:
    isi = b"RHK;Indikator;Target\nTersusunnya A;Jumlah laporan aset kelurahan;2\n;Jumlah laporan aset kelurahan;2\n"
    satu, dua = objek(bimtek("-", "--format", "csv", "--json", masukan=isi))

    assert "hampir-sama" not in [t["kode"] for t in satu["temuan"]]
    assert "hampir-sama" in [t["kode"] for t in dua["temuan"]]
    assert satu["rhk"]["orientasi"] == "output"


@pytest.mark.parametrize(
    ("arguments", "masukan", "kode"),
    [
        (["tidak-ada.xlsx"], b"", "berkas-tidak-ditemukan"),
        (["."], b"", "bukan-berkas"),
        (["-"], b"", "masukan-kosong"),
        (["-", "--format", "pdf"], b"x", "format-tidak-dikenal"),
        (["-", "--format", "xlsx"], b"x", "xlsx-rusak"),
        (["-", "--keluaran", "h.csv"], b"Menyusun", "keluaran-bukan-xlsx"),
        (["-", "--keluaran", "/tidak/ada/h.xlsx"], b"Menyusun", "keluaran-tidak-tertulis"),
    ],
)
def test_what_cannot_be_done_is_said_in_indonesian(arguments: list[str], masukan: bytes, kode: str) -> None:
    hasil = bimtek(*arguments, masukan=masukan)
    pesan = hasil.stderr.decode()

    assert hasil.returncode == 1
    assert kode in pesan
    assert "Traceback" not in pesan
    assert "No such" not in pesan


def test_a_hundred_kilobyte_line_and_odd_characters_come_through() -> None:
    isi = (
        json.dumps({"id": "\ud800", "teks": "Laporan " * 14_000})
        + "\n"
        + json.dumps({"teks": "\u0000\u202e𝕃aporan\ud83d"})
    )
    satu, dua = objek(bimtek("-", "--format", "jsonl", "--json", masukan=isi.encode()))

    assert satu["orientasi"] == "output"
    assert dua["orientasi"] == "output"
