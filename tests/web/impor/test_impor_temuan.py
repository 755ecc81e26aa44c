"""What is wrong with a draft in a workbook is named by sheet, row and cell, and how to mend it."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook

from simulator.domain.skp import JenisRHK
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from tests.web.impor.meja import Meja, daftar_temuan, draf, simpan
from tests.workflow.kantor_kecil import KASI, PERAWAT


def test_errors_are_named_by_cell_and_block_the_import(meja: Meja) -> None:
    buku = draf(meja)
    lembar = buku["SKP"]
    lembar["C3"] = "Kepala Dinas Perikanan"
    lembar["B7"] = meja.atasan[0].replace("nya", "ny", 1)
    lembar["D8"], lembar["F8"] = "Kualtas", "baik"
    lembar["E10"] = '="Lama "&"tugas"'
    halaman = meja.unggah(buku).text

    temuan = {sel: (lembar, baris, pesan) for lembar, baris, sel, pesan in reversed(daftar_temuan(halaman))}
    assert temuan["C3"][:2] == ("SKP", "3")
    assert "tidak ada di data induk" in temuan["C3"][2]
    assert "tidak sama dengan RHK mana pun" in temuan["B7"][2]
    assert "Aspek “Kualtas” tidak dikenal" in temuan["D8"][2]
    assert "belum memuat angka dan satuan" in temuan["F8"][2]
    assert "rumus yang hasilnya tidak tersimpan" in temuan["E10"][2]
    assert f"Yang mirip: “{meja.atasan[0]}”" in halaman
    assert "Maksudnya Kualitas?" in halaman
    assert "Impor ke SKP" not in halaman
    assert "masih bergalat" in meja.impor().text
    assert not meja.kini().daftar_rhk


def test_a_row_without_its_indicator_tells_all_that_is_wrong_with_it_at_once(meja: Meja) -> None:
    buku = draf(meja)
    lembar = buku["SKP"]
    lembar["D8"], lembar["E8"], lembar["F8"] = "Kualtas", None, "baik"
    temuan = {sel: pesan for _, baris, sel, pesan in daftar_temuan(meja.unggah(buku).text) if baris == "8"}

    assert "Indikator kosong" in temuan["E8"]
    assert "Aspek “Kualtas” tidak dikenal" in temuan["D8"]
    assert "belum memuat angka dan satuan" in temuan["F8"]


def test_a_nip_that_lost_its_digits_warns_and_somebody_elses_blocks(meja: Meja) -> None:
    buku = draf(meja)
    lembar = buku["SKP"]
    lembar["D4"], lembar["E4"] = "NIP", int(meja.skp.identitas_penilai.nip)
    halaman = meja.unggah(buku).text
    assert "tersimpan sebagai angka" in halaman
    assert "Impor ke SKP" in halaman

    lembar["E4"] = meja.skp.identitas_pegawai.nip
    assert "NIP pejabat penilai di lembar" in meja.unggah(buku).text
    assert not meja.impor(sidik="").text.count("Impor tersimpan")


def test_last_years_sheet_and_what_is_already_there_are_refused(meja: Meja) -> None:
    buku = draf(meja)
    buku["SKP"]["A1"] = "SASARAN KINERJA PEGAWAI, PERIODE JANUARI SD DESEMBER 2025"
    assert "Lembar ini untuk tahun 2025; SKP ini tahun 2026" in meja.unggah(buku).text

    meja.unggah(draf(meja))
    meja.impor()
    assert "RHK ini sudah ada di SKP tujuan" in meja.unggah(draf(meja)).text


def test_what_is_hidden_or_has_no_value_is_told_once_and_where(meja: Meja) -> None:
    buku = draf(meja)
    lembar = buku["SKP"]
    lembar.row_dimensions[10].hidden = True
    lembar.column_dimensions["E"].hidden = True
    lembar["F8"] = "#REF!"
    halaman = meja.unggah(buku).text

    temuan = daftar_temuan(halaman)
    assert [satu[:3] for satu in temuan if "tersembunyi" in satu[3]] == [("SKP", "7", "E7"), ("SKP", "10", "C10")]
    assert [satu[3] for satu in temuan if satu[2] == "F8"] == ["Sel ini berisi galat lembar kerja (#REF!)."]


def test_a_second_column_for_the_same_field_is_said_to_be_passed_over(meja: Meja) -> None:
    buku = draf(meja)
    lembar = buku["SKP"]
    lembar["F5"], lembar["G5"], lembar["G7"] = "Target 2025", "Target 2026", "24 Laporan"
    temuan = daftar_temuan(meja.unggah(buku).text)

    assert [satu[2:] for satu in temuan if "tidak diimpor" in satu[3]] == [
        ("G5", "Kolom G “Target 2026” tidak diimpor: kolom F “Target 2025” sudah dibaca untuk isian yang sama.")
    ]


def test_a_column_that_says_tambahan_counts_more_than_the_section(meja: Meja) -> None:
    buku = Workbook()
    for baris in (
        ["No", "Jenis", "RHK Pimpinan", "RHK", "Aspek", "Indikator", "Target"],
        [1, "Utama", meja.atasan[0], "Tersedianya data rujukan", "Kuantitas", "Jumlah data rujukan", "12 Data"],
        [2, "Tambahan", None, "Terselesaikannya tugas panitia", "Biaya", "Anggaran panitia", "Rp. 2.500.000,-"],
        ["Catatan: diisi pegawai"],
        [None, None, None, None, "Contohkota, 2 Januari 2026"],
        [None, None, None, "Mengetahui", None, "Pegawai yang Dinilai"],
    ):
        buku.active.append(baris)
    assert "Galat: 0" in meja.unggah(buku).text
    meja.impor()

    satu, dua = meja.kini().daftar_rhk
    assert (satu.jenis, dua.jenis) == (JenisRHK.UTAMA, JenisRHK.TAMBAHAN)
    assert [iki.target for iki in dua.daftar_iki] == ["2.500.000 Rupiah"]


def test_last_years_sheet_beside_this_years_is_not_mixed_in(meja: Meja) -> None:
    buku = draf(meja)
    buku["SKP"].title = "SKP 2026"
    lama = buku.copy_worksheet(buku["SKP 2026"])
    lama.title = "SKP 2025"
    lama["C10"] = "Terselesaikannya tugas tahun lalu"
    assert "Nama lembar menyebut tahun 2025" in meja.unggah(buku).text

    halaman = meja.peramban.kirim("/impor/lembar", dari="/impor/hasil", lembar="SKP 2026").text

    assert "2 RHK dengan 3 indikator" in halaman
    assert "Galat: 0" in halaman


def test_a_superior_who_has_shared_nothing_is_named_as_the_reason(meja: Meja) -> None:
    kantor, atasan = meja.peramban.app.state.kantor, Pelaku.penilai(KASI)
    berkas = draf(meja)
    (milik_atasan,) = queries.daftar_skp(kantor, KASI)
    actions.hapus_anggota(kantor, atasan, milik_atasan.skp_id, PERAWAT)

    halaman = meja.unggah(berkas).text

    assert "belum dapat dipilih" in halaman
    assert "Sinkronisasi SKP Bawahan" in halaman


def test_wording_advises_and_does_not_block(meja: Meja) -> None:
    buku = draf(meja)
    buku["SKP"]["C10"] = "Menghadiri rapat panitia"
    halaman = meja.unggah(buku).text

    assert ("SKP", "10", "C10") in [satu[:3] for satu in daftar_temuan(halaman) if satu[3].startswith("Orientasi")]
    assert "Impor ke SKP" in halaman


def test_the_report_puts_the_findings_into_the_cells(meja: Meja) -> None:
    buku = draf(meja)
    buku["SKP"]["D8"], buku["SKP"]["E7"] = "Kualtas", "=HYPERLINK(1)"
    meja.unggah(buku)
    jawab = meja.peramban.get("/impor/laporan")

    laporan = load_workbook(io.BytesIO(jawab.content))
    assert "attachment" in jawab.headers["content-disposition"]
    assert laporan.sheetnames[0] == "Laporan Temuan"
    assert "Kualtas" in laporan["SKP"]["D8"].comment.text
    baris = [[sel.value for sel in deret] for deret in laporan["Laporan Temuan"].iter_rows(min_row=2)]
    assert ["Galat", "SKP", 8, "D8"] in [satu[:4] for satu in baris]
    assert laporan["SKP"]["C7"].value == "Tersedianya data layanan rujukan", "the rest is as it was"


def test_merges_that_overlap_do_not_keep_the_report_from_being_written(meja: Meja) -> None:
    buku = draf(meja)
    buku["SKP"]["D8"] = "Kualtas"
    for rentang in ("C8:D8", "B8:D9"):
        buku["SKP"].merge_cells(rentang)
    isi = simpan(buku)
    assert meja.unggah(isi).status_code == 200

    assert meja.peramban.get("/impor/laporan").status_code == 200


def test_one_of_several_sheets_can_be_chosen(meja: Meja) -> None:
    buku = draf(meja)
    lama = buku.copy_worksheet(buku["SKP"])
    lama.title = "Tahun lalu"
    lama["C10"] = "Terselesaikannya tugas lain"
    assert "3 RHK" in meja.unggah(buku).text

    halaman = meja.peramban.kirim("/impor/lembar", dari="/impor/hasil", lembar="SKP").text

    assert "2 RHK dengan 3 indikator, dan 3 butir lampiran" in halaman


@pytest.mark.parametrize(
    ("nama", "isi", "kalimat"),
    [
        ("draf.xlsm", b"PK\x03\x04", "makro"),
        ("draf.xlsx", b"bukan zip", "tidak dapat dibaca sebagai XLSX"),
        ("draf.xlsx", b"\0" * (2 * 2**20 + 1), "lebih besar dari 2 MB"),
        ("", b"", "Berkas belum dipilih"),
    ],
)
def test_a_file_that_is_no_draft_is_refused_in_words(meja: Meja, nama: str, isi: bytes, kalimat: str) -> None:
    jawab = meja.unggah(isi, nama)

    assert kalimat in jawab.text
    assert meja.peramban.get("/impor/hasil").status_code == 409
