"""Tim Kerja: formed by a superior, read by everybody in it, and put back when deleted by mistake."""

from __future__ import annotations

import re

from tests.web.conftest import Peramban
from tests.web.test_cetak import nama

#: KASUBAG leads PERENCANA; LAIN works elsewhere.
KASUBAG, PERENCANA, LAIN = 4, 9, 22
TIM = {"nama": "Tim Percepatan Stunting", "tugas": "Tersedianya data balita per desa", "ketua_id": PERENCANA}


def bentuk(peramban: Peramban) -> tuple[str, str]:
    """(the number of a new team, the page after it)."""
    halaman = peramban.jadi(KASUBAG).kirim("/tim-kerja/tambah", dari="/tim-kerja", **TIM).text
    nomor = re.search(r'id="tim-(\d+)"', halaman)
    assert nomor, halaman
    return nomor[1], halaman


def test_a_superior_forms_a_team_and_its_people_see_it(peramban: Peramban) -> None:
    nomor, dibentuk = bentuk(peramban)
    peramban.kirim(f"/tim-kerja/{nomor}/anggota", dari="/tim-kerja", pegawai_id=LAIN)
    anggota = peramban.jadi(LAIN).get("/tim-kerja").text
    kabar = peramban.get("/pemberitahuan").text
    ketua = peramban.jadi(PERENCANA).get("/tim-kerja").text

    assert "Tambahkan anggotanya" in dibentuk
    assert "memasukkan Anda ke dalam sebuah tim kerja" in kabar
    for halaman in (anggota, ketua):
        assert TIM["nama"] in halaman
        assert nama(peramban, LAIN) in halaman
        assert "Tambah Anggota" not in halaman
    assert "Tambah Tim Kerja" not in anggota


def test_names_to_choose_from_come_with_the_form_that_needs_them(peramban: Peramban) -> None:
    pilihan = f'<option value="{LAIN}"'

    assert pilihan not in peramban.jadi(KASUBAG).get("/tim-kerja").text, "an office may have 100,000 of them"
    assert pilihan in peramban.get("/tim-kerja?buka=tambah-tim").text
    assert pilihan not in peramban.jadi(PERENCANA).get("/tim-kerja?buka=tambah-tim").text, "who leads nobody"


def test_a_team_deleted_by_mistake_comes_back_with_its_members(peramban: Peramban) -> None:
    nomor, _ = bentuk(peramban)
    peramban.kirim(f"/tim-kerja/{nomor}/anggota", dari="/tim-kerja", pegawai_id=LAIN)
    hilang = peramban.kirim(f"/tim-kerja/{nomor}/hapus", dari="/tim-kerja").text
    terhapus = re.search(r'name="nomor" value="(\d+)"', hilang)
    assert terhapus, hilang
    peramban.kirim("/urungkan", dari="/tim-kerja", nomor=terhapus[1], peran="penilai")
    kembali = peramban.get("/tim-kerja").text

    assert "Belum ada tim" in hilang
    assert TIM["nama"] in kembali
    assert nama(peramban, LAIN) in kembali


def test_what_was_typed_stays_when_a_team_cannot_be_formed(peramban: Peramban) -> None:
    halaman = peramban.jadi(KASUBAG).kirim(
        "/tim-kerja/tambah", dari="/tim-kerja", nama="", tugas="Tugas yang panjang", ketua_id=PERENCANA
    )

    assert "Nama Tim masih kosong" in halaman.text
    assert "Tugas yang panjang" in halaman.text


def test_a_team_is_offered_where_an_rhk_says_who_gave_the_assignment(peramban: Peramban) -> None:
    bentuk(peramban)
    peramban.jadi(PERENCANA).kirim(
        "/skp/tambah", dari="/skp", periode_awal="2027-01-01", periode_akhir="2027-12-31", pendekatan="kuantitatif"
    )
    draft = re.search(r'href="/skp/(\d{10,})"', peramban.get("/skp").text)
    assert draft
    halaman = peramban.get(f"/skp/{draft[1]}").text

    assert f'<option value="{TIM["nama"]}">' in halaman


def test_a_name_that_would_be_markup_is_shown_as_typed(peramban: Peramban) -> None:
    jahat = "<img src=x onerror=alert(1)>"
    peramban.jadi(KASUBAG).kirim("/tim-kerja/tambah", dari="/tim-kerja", nama=jahat, tugas=jahat, ketua_id=PERENCANA)
    halaman = peramban.get("/tim-kerja").text

    assert jahat not in halaman
    assert halaman.count("&lt;img src=x onerror=alert(1)&gt;") >= 4, "heading, task and the names of the buttons"
