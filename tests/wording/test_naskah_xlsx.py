"""An SKP workbook as offices keep it: everything around the table is read too, and what is disguised is shown."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from simulator.domain.errors import DataTidakSah
from simulator.wording.berkas.naskah_xlsx import Naskah, baca_naskah


def simpan(buku: Workbook) -> bytes:
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


KEPALA = [
    "NO",
    "RHK PIMPINAN YANG DIINTERVENSI",
    "RENCANA HASIL KERJA",
    "ASPEK",
    "INDIKATOR KINERJA INDIVIDU",
    "TARGET",
]


def formulir() -> Workbook:
    """The official form: twin identity table, merged cells, sections, lists below, signatures at the end."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = "SKP 2026"
    for baris in (
        ["SASARAN KINERJA PEGAWAI"],
        ["PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026"],
        ["NO", "PEGAWAI YANG DINILAI", None, "NO", "PEJABAT PENILAI KINERJA"],
        [1, "NAMA", "Contoh Lima", 1, "NAMA", "Contoh Empat"],
        [2, "NIP", 198001012005012905, 2, "NIP", "198001012005011904"],
        [3, "PANGKAT/GOL. RUANG", "Penata, III/c", 3, "PANGKAT/GOL. RUANG", None],
        [4, "JABATAN", ": Perawat Ahli Pertama", 4, "JABATAN : Kepala Seksi Rujukan"],
        [5, "UNIT KERJA", "Seksi Rujukan", 5, "UNIT KERJA", "Seksi Rujukan"],
        [],
        KEPALA,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["A. UTAMA"],
        [1, "Meningkatnya rujukan", "Tersedianya data rujukan", "Kuantitas", "Jumlah laporan rujukan", 12],
        [None, None, None, "Kualitas", "Persentase laporan lengkap", 0.95],
        [2, None, "Tersusunnya pedoman rujukan", "Waktu", "Waktu penyusunan pedoman", datetime(2026, 6, 30)],
        ["B. TAMBAHAN"],
        [3, None, "Terselesaikannya tugas panitia", "Kuantitas", "Jumlah kegiatan panitia", "2 kegiatan"],
        [],
        ["PERILAKU KERJA"],
        [1, "Berorientasi Pelayanan"],
        ["LAMPIRAN SKP"],
        ["DUKUNGAN SUMBER DAYA"],
        [1, "Aplikasi rujukan"],
        [2, "Anggaran perjalanan"],
        ["SKEMA PERTANGGUNGJAWABAN:"],
        ["1. Laporan bulanan\n2. Rapat triwulan"],
        ["KONSEKUENSI"],
        [1, "Teguran"],
        ["Contohkota, 2 Januari 2026"],
        ["Pegawai yang Dinilai", None, None, None, "Pejabat Penilai Kinerja"],
    ):
        lembar.append(baris)
    lembar["F13"].number_format = '0" Laporan"'
    lembar["F14"].number_format = "0%"
    for rentang in ("A1:F1", "B13:B15", "C13:C14", "A13:A14", "A12:F12"):
        lembar.merge_cells(rentang)
    return buku


@pytest.fixture(scope="module")
def naskah() -> Naskah:
    return baca_naskah(simpan(formulir()))


def test_rows_know_their_section_and_show_what_the_cell_shows(naskah: Naskah) -> None:
    (lembar,) = naskah.lembar

    assert [(b.baris.nomor, b.bagian, b.baris.pernyataan.target) for b in lembar.baris] == [
        (13, "utama", "12 Laporan"),
        (14, "utama", "95%"),
        (15, "utama", "30 Juni 2026"),
        (17, "tambahan", "2 kegiatan"),
    ]
    assert lembar.khusus["F15"] == "tanggal"


def test_a_section_row_ends_what_is_carried_down(naskah: Naskah) -> None:
    baris = naskah.lembar[0].baris

    assert [b.baris.pernyataan.rhk_atasan for b in baris] == ["Meningkatnya rujukan"] * 3 + [None]
    assert not any(b.atasan_terbawa for b in baris[:3]), "merged cells say so themselves"


def test_the_twin_identity_table_is_taken_apart(naskah: Naskah) -> None:
    isi = {(i.pihak, i.bidang): (i.nilai, i.sel) for i in naskah.lembar[0].identitas}

    assert isi[("pegawai", "nama")] == ("Contoh Lima", "C4")
    assert isi[("penilai", "nip")] == ("198001012005011904", "F5")
    assert isi[("pegawai", "jabatan")] == ("Perawat Ahli Pertama", "C7")
    assert isi[("penilai", "jabatan")] == ("Kepala Seksi Rujukan", "E7")
    assert isi[("lembar", "tahun")] == ("2026", "A2")
    assert ("penilai", "pangkat") not in isi
    (nip,) = [i for i in naskah.lembar[0].identitas if (i.pihak, i.bidang) == ("pegawai", "nip")]
    assert (nip.angka, len(nip.nilai)) == (True, 18)


def test_the_three_lists_are_read_until_the_signatures(naskah: Naskah) -> None:
    assert [(b.jenis, b.teks) for b in naskah.lembar[0].lampiran] == [
        ("dukungan_sumber_daya", "Aplikasi rujukan"),
        ("dukungan_sumber_daya", "Anggaran perjalanan"),
        ("skema_pertanggungjawaban", "Laporan bulanan"),
        ("skema_pertanggungjawaban", "Rapat triwulan"),
        ("konsekuensi", "Teguran"),
    ]


def test_lists_side_by_side_on_a_sheet_of_their_own() -> None:
    buku = formulir()
    lain = buku.create_sheet("Lampiran")
    lain.append(["No", "Dukungan Sumber Daya", "Skema Pertanggungjawaban", "Konsekuensi"])
    lain.append([1, "Kendaraan", "Laporan tahunan", "Penghargaan"])
    lain.append([2, "Tenaga", None, "Pembinaan"])
    naskah = baca_naskah(simpan(buku))

    assert [(b.jenis, b.teks, b.sel) for b in naskah.lembar[1].lampiran] == [
        ("dukungan_sumber_daya", "Kendaraan", "B2"),
        ("skema_pertanggungjawaban", "Laporan tahunan", "C2"),
        ("konsekuensi", "Penghargaan", "D2"),
        ("dukungan_sumber_daya", "Tenaga", "B3"),
        ("konsekuensi", "Pembinaan", "D3"),
    ]


def test_a_row_of_which_every_cell_is_merged_with_the_one_above_is_no_second_indicator() -> None:
    buku = Workbook()
    lembar = buku.active
    lembar.append(["RHK", "Aspek", "Indikator", "Target"])
    lembar.append(["Tersedianya data", "Kuantitas", "Jumlah data", "2 data"])
    lembar.append([])
    lembar.append([None, "Waktu", "Lama penyusunan", "3 bulan"])
    for kolom in "BCD":
        lembar.merge_cells(f"{kolom}2:{kolom}3")
    lembar.merge_cells("A2:A4")

    (satu,) = baca_naskah(simpan(buku)).lembar
    assert [b.baris.nomor for b in satu.baris] == [2, 4]


def test_formulas_are_told_apart_by_whether_they_have_a_result() -> None:
    buku = formulir()
    buku.active["E13"] = '="Jumlah "&"laporan"'  # openpyxl stores no result
    buku.active["F13"] = "=6*2"
    naskah = baca_naskah(_hitung(simpan(buku), "F13", "12"))

    assert naskah.lembar[0].khusus["E13"] == "rumus-kosong"
    assert naskah.lembar[0].khusus["F13"] == "rumus"
    assert naskah.lembar[0].baris[0].baris.pernyataan.target == "12 Laporan"


def _hitung(isi: bytes, alamat: str, nilai: str) -> bytes:
    """As a spreadsheet program would have saved it: with the result of one formula."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w") as baru:
        for nama in lama.namelist():
            teks = lama.read(nama)
            if nama == "xl/worksheets/sheet1.xml":
                pola = rb'(<c r="%s"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?' % alamat.encode()
                teks, banyak = re.subn(pola, rb"\g<1><v>%s</v>" % nilai.encode(), teks)
                assert banyak == 1
            baru.writestr(nama, teks)
    return keluar.getvalue()


def test_examples_hidden_and_foreign_sheets_are_passed_over_by_name() -> None:
    buku = formulir()
    for nama in ("Contoh Isian", "SKP 2025 lama", "Anggaran"):
        salinan = buku.copy_worksheet(buku.active)
        salinan.title = nama
    buku["SKP 2025 lama"].sheet_state = "hidden"
    buku["Anggaran"].delete_rows(1, 40)
    buku["Anggaran"]["A1"] = "Rekening"
    naskah = baca_naskah(simpan(buku))

    assert [lembar.nama for lembar in naskah.lembar] == ["SKP 2026"]
    assert naskah.dilewati == ("Contoh Isian", "SKP 2025 lama", "Anggaran")


def test_one_sheet_can_be_chosen_and_a_sheet_can_be_named_after_its_section() -> None:
    buku = Workbook()
    for n, nama in enumerate(("RHK Utama", "RHK Tambahan")):
        lembar = buku.active if n == 0 else buku.create_sheet()
        lembar.title = nama
        lembar.append(["Target", "Indikator", "Aspek", "Rencana Hasil Kerja"])
        lembar.append([f"{n + 1} data", "Jumlah data", "Kuantitas", f"Tersedianya data {n}"])

    semua = baca_naskah(simpan(buku))
    assert [b.bagian for lembar in semua.lembar for b in lembar.baris] == ["utama", "tambahan"]
    assert [lembar.nama for lembar in baca_naskah(simpan(buku), hanya="RHK Tambahan").lembar] == ["RHK Tambahan"]


def test_a_table_without_rows_says_so() -> None:
    buku = Workbook()
    buku.active.append(KEPALA)

    with pytest.raises(DataTidakSah) as galat:
        baca_naskah(simpan(buku))
    assert galat.value.kode == "impor-kosong"


@pytest.mark.parametrize(
    ("kepala", "isi"),
    [
        (
            [["No", "RHK Pimpinan", "RHK", "Aspek", "Indikator", "Target", None],
             ["No", "RHK Pimpinan", "RHK", "Aspek", "Indikator", "Jumlah", "Satuan"]],
            [1, "Atasan", "Tersedianya data", "Kuantitas", "Jumlah data", 12, "Laporan"],
        ),
        (
            [["No", "RHK Pimpinan yang Diintervensi", "Rencana Hasil Kerja", "Indikator Kinerja Individu"],
             [None, None, None, "Aspek", "Indikator", "Target"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"]],
            [1, "Atasan", "Tersedianya data", "Kuantitas", "Jumlah data", "12 Laporan"],
        ),
        (
            [["RHK", "Aspek", "Indikator", "Target"]],
            ["Tersedianya data", "Kuantitas", "Jumlah data", "12 Laporan"],
        ),
    ],
    ids=["target terbagi", "indikator di atas bagiannya", "satu baris"],
)  # fmt: skip
def test_a_header_may_take_two_rows(kepala: list[list[object]], isi: list[object]) -> None:
    buku = Workbook()
    for baris in (["SASARAN KINERJA PEGAWAI"], *kepala, isi):
        buku.active.append(baris)

    (satu,) = baca_naskah(simpan(buku)).lembar[0].baris
    p = satu.baris.pernyataan
    assert p is not None
    assert (p.teks, p.rhk, p.aspek) == ("Jumlah data", "Tersedianya data", "Kuantitas")
    assert f"{p.target} {p.satuan or ''}".strip() == "12 Laporan"


def test_money_is_read_as_it_is_shown() -> None:
    buku = Workbook()
    buku.active.append(["RHK", "Aspek", "Indikator", "Target"])
    for bentuk in ('"Rp" #,##0', "[$Rp-421]#,##0", '_-"Rp"* #,##0_-'):
        buku.active.append(["Tersedianya data", "Biaya", f"Anggaran {bentuk}", 25_000_000])
        buku.active.cell(buku.active.max_row, 4).number_format = bentuk

    assert {satu.baris.pernyataan.target for satu in baca_naskah(simpan(buku)).lembar[0].baris} == {"25.000.000 Rupiah"}


def test_the_form_of_the_old_law_is_called_by_its_name() -> None:
    buku = Workbook()
    for baris in (["NO", "III. KEGIATAN TUGAS JABATAN", "AK", "TARGET"], [1, "Melakukan asuhan", 0, "12 Laporan"]):
        buku.active.append(baris)

    with pytest.raises(DataTidakSah) as ditolak:
        baca_naskah(simpan(buku))
    assert ditolak.value.kode == "formulir-lama"
