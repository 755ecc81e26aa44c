"""Importing a draft from a workbook: what is wrong is named by sheet, row and cell; what is right goes in whole."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from simulator.domain.skp import SKP, Aspek, JenisRHK
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.web.conftest import Peramban
from tests.workflow.adegan import AKHIR, AWAL, Adegan
from tests.workflow.kantor_kecil import KASI, PENGELOLA, PERAWAT, KantorKecil

KEPALA = [
    "No",
    "RHK Pimpinan yang Diintervensi",
    "Rencana Hasil Kerja",
    "Aspek",
    "Indikator Kinerja Individu",
    "Target",
]


@dataclass
class Meja:
    """The nurse in the browser, with an empty Draft."""

    peramban: Peramban
    skp: SKP
    atasan: list[str]

    def unggah(self, buku: Workbook | bytes, nama: str = "draf.xlsx", skp_id: int | None = None):
        """Upload and come to the page that answers."""
        halaman = self.peramban.get("/impor")
        csrf = re.search(r'name="csrf" value="([^"]+)"', halaman.text)
        isi = buku if isinstance(buku, bytes) else _simpan(buku)
        return self.peramban.post(
            "/impor/periksa",
            data={"csrf": csrf[1], "kembali": "/impor", "sejak": "", "skp_id": str(skp_id or self.skp.skp_id)},
            files={"berkas": (nama, isi)},
        )

    def impor(self, **ganti: object):
        """Confirm what the result page shows."""
        halaman = self.peramban.get("/impor/hasil").text
        sidik = re.search(r'name="sidik" value="(\w+)"', halaman)
        isian = {"sidik": sidik[1] if sidik else "", "skp_id": self.skp.skp_id} | ganti
        return self.peramban.kirim("/impor/simpan", dari="/impor/hasil", **isian)

    def kini(self) -> SKP:
        """The Draft as it stands."""
        return queries.skp_lengkap(self.peramban.app.state.kantor, self.skp.skp_id)


def _simpan(buku: Workbook) -> bytes:
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


@pytest.fixture(scope="module")
def kantor_asli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine people at the beginning of their year; everybody above the nurse has an approved, shared SKP."""
    berkas = tmp_path_factory.mktemp("kantor") / "kantor.ekin.db"
    found_office(KantorKecil(), berkas)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KASI)
        actions.buat_skp(kantor, Pelaku.pegawai(PERAWAT), periode_awal=AWAL, periode_akhir=AKHIR)
    return berkas


@pytest.fixture
def meja(peramban: Peramban) -> Meja:
    kantor = peramban.app.state.kantor
    peramban.jadi(PERAWAT)
    (skp,) = queries.daftar_skp(kantor, PERAWAT)
    return Meja(peramban, skp, [rhk.teks for rhk in queries.rhk_pimpinan(kantor, skp.skp_id)])


def draf(meja: Meja) -> Workbook:
    """A draft as people keep it: title rows, merged cells, sections, a second sheet with the lists."""
    saya = meja.skp.identitas_pegawai
    buku = Workbook()
    lembar = buku.active
    lembar.title = "SKP"
    for baris in (
        ["SASARAN KINERJA PEGAWAI"],
        [None, "PEGAWAI YANG DINILAI", None, "PEJABAT PENILAI KINERJA"],
        [None, "JABATAN", saya.jabatan, "JABATAN", meja.skp.identitas_penilai.jabatan],
        [None, "UNIT KERJA", saya.unit],
        KEPALA,
        ["A. UTAMA"],
        [
            1,
            meja.atasan[0].upper(),
            "Tersedianya data layanan rujukan",
            "1. Kuantitas/Output",
            "Jumlah laporan rujukan",
            12,
        ],
        [None, None, None, "kualitas", "Persentase laporan rujukan yang lengkap", 0.95],
        ["B. TAMBAHAN"],
        [2, None, "Terselesaikannya tugas panitia", "Waktu", "Lama penyelesaian tugas panitia", "6 Bulan"],
    ):
        lembar.append(baris)
    lembar["F7"].number_format, lembar["F8"].number_format = '0" Laporan"', "0%"
    for rentang in ("A1:F1", "A7:A8", "B7:B8", "C7:C8"):
        lembar.merge_cells(rentang)
    lampiran = buku.create_sheet("Lampiran")
    for baris in (["Dukungan Sumber Daya", "Konsekuensi"], ["Aplikasi rujukan", "Pembinaan"], ["Anggaran perjalanan"]):
        lampiran.append(baris)
    return buku


def _temuan(halaman: str) -> list[tuple[str, ...]]:
    """(sheet, row, cell, sentence) of every finding on the page."""
    pola = r'data-label="Lembar">(.*?)<.*?data-label="Baris">(.*?)<.*?data-label="Sel">(.*?)<.*?salah">(.*?)<'
    return re.findall(pola, halaman)


def test_a_messy_but_right_draft_is_previewed_and_then_imported_whole(meja: Meja) -> None:
    sebelum = meja.kini()
    halaman = meja.unggah(draf(meja)).text
    assert "Galat: 0" in halaman
    assert "2 RHK dengan 3 indikator, dan 3 butir lampiran" in halaman
    assert meja.kini() == sebelum, "a preview changes nothing"

    meja.impor()

    skp = meja.kini()
    satu, dua = skp.daftar_rhk
    assert [(iki.aspek, iki.target) for iki in satu.daftar_iki] == [
        (Aspek.KUANTITAS, "12 Laporan"), (Aspek.KUALITAS, "95%")
    ]  # fmt: skip
    assert (satu.jenis, dua.jenis) == (JenisRHK.UTAMA, JenisRHK.TAMBAHAN)
    assert satu.rhk_atasan_id == queries.rhk_pimpinan(meja.peramban.app.state.kantor, skp.skp_id)[0].rhk_id
    assert dua.rhk_atasan_id is None
    assert len(skp.daftar_lampiran) == len(sebelum.daftar_lampiran) + 3
    assert queries.jejak(meja.peramban.app.state.kantor, "skp", skp.skp_id)[-1].aksi == "impor_skp"


def test_an_import_is_undone_where_it_is_told_and_that_is_undone_too(meja: Meja) -> None:
    sebelum = meja.kini()
    meja.unggah(draf(meja))
    skp, urungkan = f"/skp/{meja.skp.skp_id}", f"/impor/{meja.skp.skp_id}/urungkan"
    assert f'action="{urungkan}"' in meja.impor().text
    sesudah = meja.kini()
    assert "2 RHK, 3 indikator, 3 butir lampiran" in meja.peramban.get("/impor").text

    halaman = meja.peramban.kirim(urungkan, dari="/impor").text
    assert "dikeluarkan lagi" in halaman
    assert meja.kini() == sebelum
    assert "Urungkan impor" not in meja.peramban.get("/impor").text

    nomor = re.search(r'name="nomor" value="(\d+)"', halaman)[1]
    meja.peramban.kirim("/urungkan", dari=skp, nomor=nomor, peran="pegawai")
    assert meja.kini() == sesudah


def test_nobody_undoes_somebody_elses_import(meja: Meja) -> None:
    meja.unggah(draf(meja))
    meja.impor()
    meja.peramban.jadi(PENGELOLA)

    assert "milik pegawai lain" in meja.peramban.kirim(f"/impor/{meja.skp.skp_id}/urungkan", dari="/skp").text
    assert len(meja.kini().daftar_rhk) == 2


def test_a_second_confirmation_adds_nothing(meja: Meja) -> None:
    meja.unggah(draf(meja))
    rencana = re.search(r'name="sidik" value="(\w+)"', meja.peramban.get("/impor/hasil").text)[1]
    meja.impor()

    csrf = re.search(r'name="csrf" value="([^"]+)"', meja.peramban.get("/skp").text)[1]
    jawab = meja.peramban.post(
        "/impor/simpan", data={"csrf": csrf, "kembali": "/skp", "sidik": rencana, "skp_id": meja.skp.skp_id}
    )

    assert "Belum ada berkas yang diperiksa" in jawab.text
    assert len(meja.kini().daftar_rhk) == 2


def test_errors_are_named_by_cell_and_block_the_import(meja: Meja) -> None:
    buku = draf(meja)
    lembar = buku["SKP"]
    lembar["C3"] = "Kepala Dinas Perikanan"
    lembar["B7"] = meja.atasan[0].replace("nya", "ny", 1)
    lembar["D8"], lembar["F8"] = "Kualtas", "baik"
    lembar["E10"] = '="Lama "&"tugas"'
    halaman = meja.unggah(buku).text

    temuan = {sel: (lembar, baris, pesan) for lembar, baris, sel, pesan in reversed(_temuan(halaman))}
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
    lembar["F8"] = "#REF!"
    halaman = meja.unggah(buku).text

    temuan = _temuan(halaman)
    assert ("SKP", "10", "C10") in [satu[:3] for satu in temuan if "tersembunyi" in satu[3]]
    assert [satu[3] for satu in temuan if satu[2] == "F8"] == ["Sel ini berisi galat lembar kerja (#REF!)."]


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

    assert ("SKP", "10", "C10") in [satu[:3] for satu in _temuan(halaman) if satu[3].startswith("Orientasi")]
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


def test_the_template_names_the_person_and_comes_back_without_an_error(meja: Meja) -> None:
    buku = load_workbook(io.BytesIO(meja.peramban.get(f"/impor/{meja.skp.skp_id}/templat").content))
    lembar = buku["SKP"]
    assert lembar["C4"].value == meja.skp.identitas_pegawai.nama
    pilihan = {str(aturan.sqref).split(":")[0]: aturan.formula1 for aturan in lembar.data_validations.dataValidation}
    assert pilihan["D12"] == '"Kuantitas,Kualitas,Waktu,Biaya"'
    assert [sel.value for sel in buku["Daftar"]["A"][2 : 2 + len(meja.atasan)]] == meja.atasan

    for kolom, isi in zip(
        "BCDEF", (meja.atasan[0], "Tersedianya data", "Kuantitas", "Jumlah data", "3 data"), strict=True
    ):
        lembar[f"{kolom}12"] = isi
    buku["Lampiran"]["B4"] = "Aplikasi rujukan"
    halaman = meja.unggah(buku).text

    assert "Galat: 0" in halaman
    assert "1 RHK dengan 1 indikator, dan 1 butir lampiran" in halaman
    assert "Contoh, Daftar, Petunjuk" in halaman


def test_a_full_year_of_three_hundred_rows_goes_in_and_one_more_does_not(meja: Meja) -> None:
    buku = Workbook()
    buku.active.append(["RHK", "Aspek", "Indikator", "Target"])
    for n in range(300):
        rhk = f"Tersedianya data layanan nomor {n // 2}" if n % 2 == 0 else None
        buku.active.append([rhk, "Kuantitas", f"Jumlah laporan layanan nomor {n}", f"{n + 1} laporan"])
    assert "150 RHK dengan 300 indikator" in meja.unggah(buku).text
    meja.impor()
    assert len(meja.kini().daftar_rhk) == 150

    buku.active.append(["Tersedianya data lain", "Kuantitas", "Jumlah data lain", "1 data"])
    assert "memuat 301 baris isi; paling banyak 300" in meja.unggah(buku).text


def test_merges_that_overlap_do_not_keep_the_report_from_being_written(meja: Meja) -> None:
    buku = draf(meja)
    buku["SKP"]["D8"] = "Kualtas"
    for rentang in ("C8:D8", "B8:D9"):
        buku["SKP"].merge_cells(rentang)
    isi = _simpan(buku)
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


def test_nobody_imports_into_somebody_elses_skp(meja: Meja) -> None:
    berkas = draf(meja)
    meja.unggah(berkas)
    meja.peramban.jadi(PENGELOLA)

    assert meja.peramban.get(f"/impor/{meja.skp.skp_id}/templat").status_code == 403
    assert "milik pegawai lain" in meja.unggah(berkas, skp_id=meja.skp.skp_id).text
    assert meja.peramban.get("/impor/hasil").status_code == 409, "what was uploaded is the uploader's own"


def test_another_upload_in_another_tab_is_not_imported_unseen(meja: Meja) -> None:
    meja.unggah(draf(meja))

    assert "Berkas lain sudah diperiksa" in meja.impor(sidik="lama").text
    assert not meja.kini().daftar_rhk


def test_without_a_draft_the_page_says_where_to_begin(peramban: Peramban) -> None:
    assert "belum punya SKP berstatus Draft" in peramban.jadi(PENGELOLA).get("/impor").text


def test_a_checked_file_can_be_thrown_away(meja: Meja) -> None:
    meja.unggah(draf(meja))
    assert "belum diimpor" in meja.peramban.get("/impor").text

    assert "sudah dibuang" in meja.peramban.kirim("/impor/batal", dari="/impor/hasil").text
    assert "belum diimpor" not in meja.peramban.get("/impor").text
