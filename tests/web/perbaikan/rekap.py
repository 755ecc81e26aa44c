"""How spoilt and altered recaps (R, G) are mended."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from tests.web.adegan_penilai import teks as tanpa_tanda
from tests.web.perbaikan.latihan import ADMIN, Latihan


def _kirim_rekap(latihan: Latihan, isi: bytes) -> Any:
    csrf = re.search(r'name="csrf" value="([^"]+)"', latihan.peramban.get("/latihan/rekap").text)[1]
    return latihan.peramban.post(
        f"/latihan/rekap/{latihan.satu.gangguan_id}", data={"csrf": csrf, "kembali": "/latihan/rekap"},
        files={"berkas": ("rekap.xlsx", isi)}, follow_redirects=True,
    )  # fmt: skip


def tarik_ulang(latihan: Latihan) -> str:
    """The file as it came is refused; the right one, pulled again from Laporan dan Rekap, is taken."""
    latihan.jadi(ADMIN)
    rusak = latihan.peramban.get(f"/latihan/rekap/{latihan.satu.gangguan_id}.xlsx").content
    assert load_workbook(BytesIO(rusak)).worksheets
    ditolak = _kirim_rekap(latihan, rusak)
    assert "rekap-belum-betul" in ditolak.text, tanpa_tanda(ditolak)[:800]
    benar = latihan.peramban.get(f"/admin/laporan/rekap-penilaian.xlsx?periode={latihan.isi['periode']}").content
    assert "Rekap diterima" in _kirim_rekap(latihan, benar).text
    return latihan.nama(ADMIN)


def f54(latihan: Latihan) -> str:
    """The altered copy is refused, so is the recap; the report pulled anew, with its day, is taken."""
    latihan.jadi(ADMIN)
    diubah = latihan.peramban.get(f"/latihan/rekap/{latihan.satu.gangguan_id}.xlsx").content
    assert load_workbook(BytesIO(diubah)).worksheets[0]["A8"].value == "jenis"
    assert "Hari penarikannya tidak tertulis" in _kirim_rekap(latihan, diubah).text
    periode = latihan.isi["periode"]
    salah = latihan.peramban.get(f"/admin/laporan/rekap-penilaian.xlsx?periode={periode}").content
    assert "bukan Laporan Penilaian" in _kirim_rekap(latihan, salah).text
    benar = latihan.peramban.get(f"/admin/laporan/laporan-penilaian.xlsx?periode={periode}").content
    tulis = load_workbook(BytesIO(benar))
    tulis.worksheets[0].cell(10, 21).value = "Sangat Baik" if tulis.worksheets[0].cell(10, 21).value == "-" else "-"
    keluar = BytesIO()
    tulis.save(keluar)
    assert "1 hasil masih berbeda" in _kirim_rekap(latihan, keluar.getvalue()).text
    assert "Rekap diterima" in _kirim_rekap(latihan, benar).text
    return latihan.nama(ADMIN)
