"""Workbooks that would do harm, or are none, are refused in a sentence before they are opened."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from openpyxl import Workbook

from simulator.domain.errors import BerkasRusak, BimtekError, DataTidakSah
from simulator.wording.berkas import pagar_xlsx
from simulator.wording.berkas.pagar_xlsx import periksa_pagar


def buku() -> bytes:
    satu = Workbook()
    satu.active.append(["RHK", "Aspek", "Indikator", "Target"])
    satu.active["A4000"].number_format = "0%"  # a styled empty cell far below is ordinary
    keluar = io.BytesIO()
    satu.save(keluar)
    return keluar.getvalue()


def ubah(isi: bytes, bagian: str, dari: bytes, ke: bytes, **tambahan: bytes) -> bytes:
    """The same workbook with one part changed and further parts put in."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            teks = lama.read(nama)
            assert nama != bagian or dari in teks
            baru.writestr(nama, teks.replace(dari, ke) if nama == bagian else teks)
        for nama, teks in tambahan.items():
            baru.writestr(nama.replace("__", "/").replace("_dot_", "."), teks)
    return keluar.getvalue()


LEMBAR = "xl/worksheets/sheet1.xml"


def test_an_ordinary_workbook_passes() -> None:
    periksa_pagar(buku(), "SKP Saya 2026.XLSX")


@pytest.mark.parametrize("nama", ["skp.xlsm", "skp.xls", "skp.ods", "skp.csv", "skp.pdf"])
def test_other_kinds_of_files_are_named_and_told_what_to_do(nama: str) -> None:
    with pytest.raises(DataTidakSah) as galat:
        periksa_pagar(buku(), nama)

    assert galat.value.kode == "bukan-xlsx"
    assert "." + nama.split(".")[1] in galat.value.pesan


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"", "berkas-kosong"),
        (b"bukan zip", "xlsx-rusak"),
        (b"PK\x03\x04" + b"\0" * 50, "xlsx-rusak"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "bukan-xlsx"),
        (b"\0" * (pagar_xlsx.BERKAS_MAKS + 1), "berkas-terlalu-besar"),
    ],
)
def test_what_is_no_workbook_is_refused(isi: bytes, kode: str) -> None:
    with pytest.raises(BimtekError) as galat:
        periksa_pagar(isi, "skp.xlsx")

    assert galat.value.kode == kode


def test_a_zip_of_something_else_is_refused() -> None:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("foto.jpg", b"x")

    with pytest.raises(DataTidakSah, match="bukan lembar kerja"):
        periksa_pagar(keluar.getvalue(), "skp.xlsx")


def test_macros_are_found_under_any_name() -> None:
    for isi in (
        ubah(buku(), LEMBAR, b"", b"", xl__vbaProject_dot_bin=b"x"),
        ubah(
            buku(), "[Content_Types].xml", b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml"
        ),
    ):  # fmt: skip
        with pytest.raises(DataTidakSah) as galat:
            periksa_pagar(isi, "skp.xlsx")
        assert galat.value.kode == "ada-makro"


@pytest.mark.parametrize(
    "isi",
    [
        pytest.param(lambda: ubah(buku(), LEMBAR, b"", b"", a_dot_xml=b" " * (21 * 2**20)), id="unpacks too large"),
        pytest.param(
            lambda: ubah(buku(), LEMBAR, b"", b"", **{f"b{n}": b"x" for n in range(201)}), id="too many parts"
        ),
        pytest.param(
            lambda: ubah(
                buku(), LEMBAR, b"</sheetData>",
                b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            ),
            id="one merged range of everything",
        ),
        pytest.param(
            lambda: ubah(
                buku(), LEMBAR, b"</sheetData>",
                b'</sheetData><hyperlinks><hyperlink ref="A1:XFD99999" location="x"/></hyperlinks>',
            ),
            id="one link over everything",
        ),
        pytest.param(
            lambda: ubah(buku(), LEMBAR, b"</sheetData>", b"<row>" + b"<c/>" * 100_001 + b"</row></sheetData>"),
            id="too many cells",
        ),
        pytest.param(
            lambda: ubah(buku(), LEMBAR, b"</sheetData>", b'<row r="9"><c r="A1048576"><v>1</v></c></row></sheetData>'),
            id="filled far below",
        ),
        pytest.param(
            lambda: ubah(buku(), LEMBAR, b"</sheetData>", b'<row ht="9"/>' * 40_000 + b"</sheetData>"),
            id="rows of which each has its own height",
        ),
        pytest.param(
            lambda: ubah(buku(), "xl/styles.xml", b"</cellXfs>", b"<xf/>" * 40_000 + b"</cellXfs>"), id="formats"
        ),
        pytest.param(
            lambda: ubah(buku(), LEMBAR, b"</sheetData>", b"</sheetData>" + b"<a>" * 9000 + b"</a>" * 9000),
            id="one in the other without end",
        ),
    ],
)  # fmt: skip
def test_a_small_file_that_grows_is_refused_quickly(isi) -> None:
    berkas = isi()
    assert len(berkas) < 200_000
    mulai = time.process_time()

    with pytest.raises(DataTidakSah) as galat:
        periksa_pagar(berkas, "skp.xlsx")

    assert galat.value.kode in ("xlsx-terlalu-besar", "lembar-terlalu-besar")
    assert time.process_time() - mulai < 2


@pytest.mark.parametrize("sandi", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_character_set(sandi: str) -> None:
    teks = f'<?xml version="1.0" encoding="{sandi}"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'.encode(sandi)

    with pytest.raises(BerkasRusak):
        periksa_pagar(ubah(buku(), LEMBAR, b"", b"", a_dot_xml=teks), "skp.xlsx")


def test_a_part_larger_than_it_says_is_an_error_of_reading() -> None:
    isi = bytearray(ubah(buku(), LEMBAR, b"", b"", a_dot_xml=b"<a>" + b" " * 5000 + b"</a>"))
    di = isi.rfind(b"PK\x01\x02")
    isi[di + 24 : di + 28] = (10).to_bytes(4, "little")

    with pytest.raises(BerkasRusak):
        periksa_pagar(bytes(isi), "skp.xlsx")
