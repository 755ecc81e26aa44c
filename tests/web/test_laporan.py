"""Downloads of the admin, opened again as a spreadsheet would open them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from simulator.web.buku_xlsx import buku
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.report import KOLOM_PENILAIAN, KOLOM_SKP
from tests.web.conftest import Peramban, bulan_kosong

ADMIN = 7


@pytest.fixture
def admin(peramban: Peramban) -> Peramban:
    """The admin of the office, logged in."""
    return peramban.jadi(ADMIN)


def _lembar(peramban: Peramban, alamat: str) -> list[tuple[Any, ...]]:
    jawab = peramban.get(alamat)
    assert jawab.status_code == 200
    assert jawab.headers["content-disposition"].startswith("attachment; filename=")
    return list(load_workbook(BytesIO(jawab.content)).active.iter_rows(values_only=True))


def test_the_recap_has_its_heads_on_row_five_and_the_nip_as_text(admin: Peramban) -> None:
    baris = _lembar(admin, "/admin/laporan/rekap-penilaian.xlsx?periode=5")

    assert baris[0][0] == "DINKES – Dinas Kesehatan Kabupaten Girimukti Selatan"
    assert baris[2][0] == "Tahunan 2026 (01-01-2026 s.d. 31-12-2026)"
    assert baris[4] == (
        "No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja", "Predikat Kinerja Periodik",
    )  # fmt: skip
    assert len(baris) == 5 + 60
    assert baris[5][0] == 1
    assert {type(satu[1]) for satu in baris[5:]} == {str}
    assert {len(satu[1]) for satu in baris[5:]} == {18}
    assert {satu[4] for satu in baris[5:]} <= {"Diatas Ekspektasi", "Sesuai Ekspektasi", "Dibawah Ekspektasi"}
    assert "Diatas Ekspektasi" in {satu[4] for satu in baris[5:]}
    assert {satu[6] for satu in baris[5:]} <= {"Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"}


def test_on_paper_the_recap_is_one_page_wide_and_repeats_its_heads(admin: Peramban) -> None:
    isi = admin.get("/admin/laporan/rekap-penilaian.xlsx?periode=5").content
    lembar = load_workbook(BytesIO(isi)).active

    assert lembar.print_title_rows == "$5:$5"
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert (lembar.page_setup.orientation, lembar.page_setup.fitToHeight) == ("landscape", 0)


def test_the_report_of_ratings_has_its_title_block_and_heads_on_row_eight(admin: Peramban) -> None:
    baris = _lembar(admin, "/admin/laporan/laporan-penilaian.xlsx?periode=5&unit=3")

    assert [satu[0] for satu in baris[:6]] == [
        "Laporan Penilaian SKP",
        "Instansi : DINKES – Dinas Kesehatan Kabupaten Girimukti Selatan",
        "Periode : Tahunan 2026 (01-01-2026 s.d. 31-12-2026)",
        "Unor Induk : Dinas Kesehatan Kabupaten Girimukti Selatan",
        "Unor : Subbagian Umum dan Kepegawaian",
        "Data ditarik pada : 2027-01-22 (hari simulasi)",
    ]
    assert set(baris[6]) == {None}
    assert baris[7] == KOLOM_PENILAIAN
    orang = dict(zip(baris[7], next(satu for satu in baris[8:] if satu[1] == 5), strict=True))
    assert orang["nip"] == "198207102022212934"
    assert orang["hasil_kerja"] == "Diatas Ekspektasi"
    assert orang["hasil_akhir"] == "Baik"
    assert orang["pegawai_atasan_nama"] == "Albert Tampubolon, S.IP., M.AP."
    assert len(baris) == 8 + 5


def test_the_report_of_skp_also_names_who_has_none(admin: Peramban) -> None:
    semua = _lembar(admin, "/admin/laporan/laporan-skp.xlsx?tahun=2026")
    assert semua[4][0] == "Unor : ALL"
    assert semua[7] == KOLOM_SKP
    assert {satu[KOLOM_SKP.index("skp_status")] for satu in semua[8:]} == {"persetujuan"}

    depan = _lembar(admin, "/admin/laporan/laporan-skp.xlsx?tahun=2027&unit=3")
    assert [satu[KOLOM_SKP.index("is_skp")] for satu in depan[8:]] == [0] * 5
    assert {satu[KOLOM_SKP.index("skp_id")] for satu in depan[8:]} == {"-"}


def test_a_finished_skp_stays_persetujuan_and_an_unrated_period_is_a_dash(admin: Peramban) -> None:
    actions.kunci_periode(admin.app.state.kantor, Pelaku.admin(ADMIN), 5)
    baris = _lembar(admin, "/admin/laporan/laporan-skp.xlsx?tahun=2026")
    assert {satu[KOLOM_SKP.index("skp_status")] for satu in baris[8:]} == {"persetujuan"}

    kantor = admin.app.state.kantor
    baru = bulan_kosong(kantor, 1)
    hasil = _lembar(admin, f"/admin/laporan/laporan-penilaian.xlsx?periode={baru.periode_id}")
    assert {satu[KOLOM_PENILAIAN.index("hasil_akhir")] for satu in hasil[8:]} == {"-"}


@pytest.mark.parametrize("alamat", ["rekap-penilaian.xlsx", "laporan-skp.xlsx?tahun=dua", "laporan-penilaian.xlsx"])
def test_a_download_without_its_choice_is_refused_in_words(admin: Peramban, alamat: str) -> None:
    jawab = admin.get(f"/admin/laporan/{alamat}")

    assert jawab.status_code == 400
    assert "Pilih" in jawab.text


def test_a_period_that_does_not_exist_is_told(admin: Peramban) -> None:
    assert admin.get("/admin/laporan/rekap-penilaian.xlsx?periode=99").status_code == 404


def test_a_key_of_sixteen_digits_keeps_all_of_them() -> None:
    lembar = load_workbook(BytesIO(buku("Uji", [("skp_id", "is_skp"), (1_000_000_001_230_001, 1)], 1))).active

    assert [sel.value for sel in lembar[2]] == ["1000000001230001", 1]


def test_no_text_becomes_a_formula() -> None:
    jahat = ('=HYPERLINK("http://contoh.invalid")', "+1", "-1+2", "@SUM(A1)", "\t=1", "-", "Budi\x00")
    lembar = load_workbook(BytesIO(buku("Uji", [("nip", "nama"), jahat], 1))).active

    sel = lembar[2]
    assert [satu.data_type for satu in sel] == ["s"] * len(jahat)
    assert [satu.quotePrefix for satu in sel] == [True, True, True, True, True, False, False]
    assert sel[0].value == jahat[0]
    assert sel[6].value == "Budi"
