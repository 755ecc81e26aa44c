"""Importing a draft from a workbook: whole or not at all, undone, and only by whose SKP it is."""

from __future__ import annotations

import io
import re

from openpyxl import Workbook, load_workbook

from simulator.domain.skp import Aspek, JenisRHK
from simulator.workflow import queries
from tests.web.conftest import Peramban
from tests.web.impor.meja import Meja, draf
from tests.workflow.kantor_kecil import PENGELOLA


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


def test_signs_that_nobody_sees_split_no_rhk_and_are_not_kept(meja: Meja) -> None:
    """Words pasted from a chat or a PDF carry zero-width spaces, soft hyphens and accents in two parts."""
    buku = draf(meja)
    lembar = buku["SKP"]
    lembar["B7"] = f"{meja.atasan[0]}\u200b"
    lembar["C7"] = "Terse\u00addianya data layanan rujukan cafe\u0301"
    lembar["E7"] = "Jumlah \u202alaporan\u202c rujukan"
    halaman = meja.unggah(buku)
    assert "belum punya indikator" not in halaman.text

    meja.impor()

    rhk = meja.kini().daftar_rhk[0]
    assert (rhk.teks, len(rhk.daftar_iki)) == ("Tersedianya data layanan rujukan caf\u00e9", 2)
    assert rhk.daftar_iki[0].indikator == "Jumlah laporan rujukan"
    assert rhk.rhk_atasan_id is not None


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
    assert "tersembunyi di lembar kerja" not in halaman, "the column that only JPT fill in is empty"


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
