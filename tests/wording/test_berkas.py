"""Files as offices keep them: every kind is read row by row, a broken row is named and the rest goes on."""

from __future__ import annotations

import io
import json

import pytest
from openpyxl import Workbook

from simulator.domain.errors import BerkasRusak, DataTidakSah
from simulator.wording.berkas import Baris, baca, tebak_format


def semua(isi: bytes, jenis: str) -> list[Baris]:
    return list(baca(isi, jenis))


def jsonl(*objek: object) -> bytes:
    return "\n".join(o if isinstance(o, str) else json.dumps(o) for o in objek).encode()


def test_jsonl_keeps_order_and_ids_and_counts_lines() -> None:
    hasil = semua(
        jsonl({"id": "x", "teks": "Menyusun laporan", "jenis_pernyataan": "rhk"}, "", {"iki": "Jumlah surat"}), "jsonl"
    )

    assert [b.pernyataan.id for b in hasil] == ["x", 3]
    assert [b.pernyataan.jenis_pernyataan for b in hasil] == ["rhk", "iki"]


@pytest.mark.parametrize(
    "baris",
    ["{", "[]", "null", '"teks"', "{}", '{"teks": ""}', '{"teks": "   "}', '{"teks": {"a": 1}}', '{"teks": ["a"]}',
     "[" * 5000,
     '{"teks": "a", "jenis_pernyataan": "puisi"}', '{"teks": "Jumlah surat", "konteks": "banyak"}'],
)  # fmt: skip
def test_a_broken_line_is_reported_and_the_rest_goes_on(baris: str) -> None:
    hasil = semua(jsonl({"teks": "Jumlah surat"}, baris, {"teks": "Jumlah akta"}), "jsonl")

    assert [b.nomor for b in hasil] == [1, 2, 3]
    assert hasil[1].galat
    assert hasil[1].pernyataan is None
    assert hasil[2].pernyataan.teks == "Jumlah akta"


def test_numbers_in_json_are_read_as_text() -> None:
    (satu,) = semua(jsonl({"teks": "Jumlah surat", "target": 12.0, "satuan": "surat"}), "jsonl")

    assert satu.pernyataan.target == "12"


def test_context_comes_with_the_record() -> None:
    (satu,) = semua(
        jsonl({"iki": "Jumlah surat", "konteks": {"realisasi_tahun_lalu": "9", "kapasitas": None}}), "jsonl"
    )

    assert satu.pernyataan.konteks.realisasi_tahun_lalu == "9"
    assert satu.pernyataan.konteks.kapasitas is None


DRAF = (
    "RHK;Aspek;Indikator;Target\nTersusunnya laporan;Kuantitas;Jumlah laporan;12 laporan\n"
    ";Waktu;Ketepatan waktu;tanggal 5\n"
)


@pytest.mark.parametrize("tanda", [";", ",", "\t", "|"])
def test_csv_with_any_separator_carries_the_rhk_down(tanda: str) -> None:
    hasil = semua(DRAF.replace(";", tanda).encode(), "csv")

    assert [b.pernyataan.rhk for b in hasil] == ["Tersusunnya laporan"] * 2
    assert [b.nomor for b in hasil] == [2, 3]
    assert hasil[0].rhk_baru.teks == "Tersusunnya laporan"
    assert hasil[1].rhk_baru is None


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_in_any_character_set_keeps_its_letters(sandi: str) -> None:
    isi = "teks;target\nJumlah “akta” – café;12 akta\n".encode(sandi)
    (satu,) = semua(isi, "csv")

    assert "café" in satu.pernyataan.teks


def test_csv_with_titles_above_and_commas_inside_quotes() -> None:
    isi = b'SASARAN KINERJA PEGAWAI,,,\n2026,,,\nNo,RHK,Indikator,Target\n1,"Tersusunnya A, B",Jumlah A,"1,5 juta"\n'
    (satu,) = semua(isi, "csv")

    assert satu.pernyataan.rhk == "Tersusunnya A, B"
    assert satu.pernyataan.target == "1,5 juta"


def test_csv_row_without_an_indicator_is_reported() -> None:
    hasil = semua(b"RHK;Aspek;Indikator;Target\nTersusunnya A;Kuantitas;;12\n;Kuantitas;Jumlah A;12\n", "csv")

    assert hasil[0].galat
    assert hasil[1].pernyataan.teks == "Jumlah A"


def test_csv_without_a_header_says_which_columns_to_name() -> None:
    with pytest.raises(DataTidakSah) as galat:
        semua(b"a;b\nc;d\n", "csv")

    assert galat.value.kode == "kolom-tidak-ditemukan"
    assert "Indikator" in galat.value.pesan


def draf_xlsx() -> bytes:
    """A draft with titles, a numbering row, section rows, merged RHK and a perilaku block after the table."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = "SKP"
    for baris in (
        ["SASARAN KINERJA PEGAWAI"],
        ["PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026"],
        [],
        ["NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK",
         "INDIKATOR KINERJA INDIVIDU", "TARGET"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["A. UTAMA"],
        [1, "Meningkatnya mutu data", "Tersusunnya data aset", "Kuantitas", "Jumlah data aset", 12],
        [None, None, None, "Kualitas", "Data aset yang baik", "baik"],
        [None, None, None, "Waktu", "=A1&\" tepat\"", "12 Bulan"],
        ["B. TAMBAHAN"],
        [2, "Meningkatnya mutu data", "Menghadiri rapat", "Kuantitas", "Jumlah rapat", "4 kali"],
        ["PERILAKU KERJA"],
        [1, "Berorientasi Pelayanan"],
    ):  # fmt: skip
        lembar.append(baris)
    lembar.merge_cells("A1:F1")
    lembar.merge_cells("C7:C9")
    lembar.merge_cells("B7:B9")
    simpan = io.BytesIO()
    buku.save(simpan)
    return simpan.getvalue()


def test_xlsx_draft_is_read_as_people_keep_it() -> None:
    hasil = semua(draf_xlsx(), "xlsx")

    assert [b.nomor for b in hasil] == [7, 8, 9, 11]
    assert [b.pernyataan.rhk for b in hasil] == ["Tersusunnya data aset"] * 3 + ["Menghadiri rapat"]
    assert [b.rhk_baru.teks if b.rhk_baru else None for b in hasil] == [
        "Tersusunnya data aset",
        None,
        None,
        "Menghadiri rapat",
    ]
    assert hasil[0].pernyataan.rhk_atasan == "Meningkatnya mutu data"
    assert hasil[0].pernyataan.target == "12"
    assert hasil[0].sel["teks"] == "E7"


def xlsx(*baris: list[object]) -> bytes:
    buku = Workbook()
    for satu in baris:
        buku.active.append(satu)
    simpan = io.BytesIO()
    buku.save(simpan)
    return simpan.getvalue()


def test_numbered_indicators_in_one_cell_become_rows() -> None:
    isi = xlsx(
        ["RHK", "Aspek", "Indikator", "Target"],
        ["Tersusunnya peta", "Kuantitas\nWaktu", "1. Jumlah peta\n2. Ketepatan waktu peta", "1) 4 peta\n2) 5 hari"],
        ["Tersusunnya data", "Kuantitas", "Jumlah data\nkependudukan", "2 data"],
    )
    hasil = [(b.pernyataan.id, b.pernyataan.teks, b.pernyataan.aspek, b.pernyataan.target) for b in semua(isi, "xlsx")]

    assert hasil == [
        (2, "1. Jumlah peta", "Kuantitas", "4 peta"),
        ("2.2", "2. Ketepatan waktu peta", "Waktu", "5 hari"),
        (3, "Jumlah data\nkependudukan", "Kuantitas", "2 data"),
    ]


@pytest.mark.parametrize(
    "kepala",
    [
        ["No", "RENCANA HASIL KERJA PIMPINAN (YANG DIINTERVENSI)", "RENCANA HASIL KERJA\nINDIVIDU", "ASPEK",
         "INDIKATOR", "TARGET"],
        ["No.", "RHK Atasan Langsung", "RHK Saya", "Aspek IKI", "Indikator Kinerja Individu (IKI)", "Target 2026"],
        ["(1)", "Rencana Hasil Kerja Atasan yang Diintervensi (2)", "Rencana Hasil Kerja (3)", "Aspek (4)",
         "IKI (5)", "Target (6)"],
    ],
)  # fmt: skip
def test_headings_worded_in_the_offices_own_way_are_recognised(kepala: list[object]) -> None:
    (satu,) = semua(
        xlsx(["INDIKATOR KINERJA DINAS"], kepala, [1, "A atas", "B saya", "Kuantitas", "Jumlah C", "3 C"]), "xlsx"
    )

    assert (satu.pernyataan.rhk_atasan, satu.pernyataan.rhk, satu.pernyataan.teks) == ("A atas", "B saya", "Jumlah C")
    assert (satu.pernyataan.aspek, satu.pernyataan.target) == ("Kuantitas", "3 C")


def test_xlsx_formula_without_a_result_shows_itself() -> None:
    assert semua(draf_xlsx(), "xlsx")[2].pernyataan.teks.startswith("=A1&")


@pytest.mark.parametrize("isi", [b"PK\x03\x04rusak", b"bukan xlsx", b"\x00" * 100])
def test_a_broken_xlsx_is_refused_with_advice(isi: bytes) -> None:
    with pytest.raises(BerkasRusak) as galat:
        semua(isi, "xlsx")

    assert "simpan ulang" in galat.value.pesan


def test_an_empty_sheet_says_so() -> None:
    simpan = io.BytesIO()
    Workbook().save(simpan)

    with pytest.raises(DataTidakSah) as galat:
        semua(simpan.getvalue(), "xlsx")

    assert galat.value.kode == "masukan-kosong"


@pytest.mark.parametrize("jenis", ["jsonl", "csv", "xlsx", "teks"])
def test_empty_input_says_so(jenis: str) -> None:
    with pytest.raises(DataTidakSah) as galat:
        semua(b"  \n ", jenis)

    assert galat.value.kode == "masukan-kosong"


def test_a_spreadsheet_given_as_text_is_recognised() -> None:
    with pytest.raises(DataTidakSah) as galat:
        semua(draf_xlsx(), "csv")

    assert galat.value.kode == "format-tidak-cocok"


@pytest.mark.parametrize(
    ("nama", "isi", "jenis"),
    [
        ("a.jsonl", b"", "jsonl"), ("a.CSV", b"", "csv"), ("a.xlsx", b"", "xlsx"), ("a.txt", b"", "teks"),
        ("", b'{"teks": "a"}', "jsonl"), ("", b"PK\x03\x04", "xlsx"), ("", b"teks;target\na;b", "csv"),
        ("", b"Menyusun", "teks"),
    ],
)  # fmt: skip
def test_the_kind_of_file_is_guessed(nama: str, isi: bytes, jenis: str) -> None:
    assert tebak_format(nama, isi) == jenis


def test_text_lines_are_read_as_rhk_or_indicator() -> None:
    hasil = semua(b"Menyusun laporan\n\nPersentase laporan\nMeningkatnya mutu\n", "teks")

    assert [(b.nomor, b.pernyataan.jenis_pernyataan) for b in hasil] == [(1, "rhk"), (3, "iki"), (4, "rhk")]
