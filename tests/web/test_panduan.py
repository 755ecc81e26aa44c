"""Buku Panduan: every page has its help, words are found, and the tour leads through real pages and can be left."""

from __future__ import annotations

import re

import pytest
from starlette.routing import Route

from simulator.web import panduan
from simulator.web.app import create_app
from simulator.web.batas_isian import TEKS, semua_batas
from simulator.web.menu import ADMINISTRATOR, FUNGSIONAL, LATIHAN, PELENGKAP, PENILAI, PIMPINAN, UMUM
from simulator.web.pages import semua_rute
from simulator.web.settings import Mode, Pengaturan
from simulator.web.tur import langkah_tur
from simulator.workflow import limits
from tests.web.conftest import Peramban
from tests.web.test_login import _masuk_pertama, _nip

PEGAWAI = 5
#: Addresses that give a file, or a part of a page that is drawn anew.
BUKAN_HALAMAN = re.compile(r"\.xlsx$|/templat$|/unduh$|^/impor/laporan$|^/cetak/[a-z]+/|^/latihan/jalan$")


def _halaman() -> list[str]:
    """The addresses of all pages, numbers as {n}."""
    jalan = [route.path for route in semua_rute() if isinstance(route, Route) and "GET" in route.methods]
    return sorted({re.sub(r"\{\w+:int\}", "{n}", alamat) for alamat in jalan})


def test_every_page_has_help_of_its_own() -> None:
    tanpa = [
        alamat
        for alamat in _halaman()
        if not BUKAN_HALAMAN.search(alamat) and not any(alamat in satu.alamat for satu in panduan.buku().halaman)
    ]
    assert not tanpa, f"no entry in buku_panduan/halaman_*.yaml explains {tanpa}"


def test_every_entry_of_the_menu_is_explained() -> None:
    for butir in (*UMUM, *PELENGKAP, FUNGSIONAL, *PENILAI, *ADMINISTRATOR, *PIMPINAN, *LATIHAN):
        assert any(butir.alamat in satu.alamat for satu in panduan.buku().halaman), butir.alamat


def test_every_mention_of_a_page_leads_somewhere_and_every_label_says_how_it_is_known() -> None:
    semua = panduan.buku()
    nouns = [satu.noun for satu in semua.halaman]

    assert len(nouns) == len(set(nouns))
    for noun in [noun for satu in semua.tanya for noun in satu.halaman] + [satu.halaman for satu in semua.urutan]:
        assert noun in nouns, noun
    for satu in semua.halaman:
        assert satu.isian, satu.noun
        assert satu.sumber, satu.noun


@pytest.mark.parametrize(
    ("alamat", "noun"),
    [
        ("/skp", "skp"),
        ("/skp/12", "skp-detail"),
        ("/skp/12/penilaian/3/eviden", "eviden"),
        ("/skp/12/penilaian/3/belum-ada", "lembar"),
        ("/tidak-ada", "panduan"),
    ],
)
def test_a_page_leads_to_its_own_help_or_to_that_of_the_page_above_it(alamat: str, noun: str) -> None:
    assert panduan.noun_untuk(alamat) == noun


def test_the_help_link_of_a_page_leads_to_its_section(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).get("/profil")
    ke = re.search(r'href="([^"]+)">Bantuan halaman ini', halaman.text)[1]

    assert ke == "/panduan#profil"
    assert 'id="profil"' in peramban.get("/panduan").text


def test_search_finds_words_and_says_what_it_did_not_find(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)

    ada = peramban.get("/panduan?cari=AKSES+ditolak").text
    assert "Mengapa tautan bukti saya ditolak penilai?" in ada
    assert 'id="monitoring-kurva"' not in ada
    assert "Tidak ada yang memuat “zzz”" in peramban.get("/panduan?cari=zzz").text
    assert "<script>" not in peramban.get("/panduan?cari=<script>").text


def test_official_labels_and_our_own_are_told_apart(peramban: Peramban) -> None:
    teks = peramban.jadi(PEGAWAI).get("/panduan").text
    baris = dict(re.findall(r'<th scope="row">([^<]+)</th>.*?<span class="keadaan">([^<]+)</span>', teks))

    assert baris["Pendekatan"] == "Label resmi"
    assert baris["Warna nama SKP"] == "Label resmi, satu sumber"
    assert baris["Pemberitahuan"] == "Label simulasi"


def test_the_tour_walks_through_pages_that_open_and_ends_for_good(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).get("/skp")
    assert "Baru di sini?" in halaman.text
    dari = "/skp"
    for nomor, langkah in enumerate(langkah_tur(), 1):
        halaman = peramban.kirim("/panduan/tur", dari=dari, langkah=nomor)
        assert halaman.status_code == 200
        assert f"langkah {nomor} dari {len(langkah_tur())}: {langkah.judul}" in halaman.text
        assert "Ke halaman langkah ini" not in halaman.text, "the bar stands on the page it speaks of"
        dari = halaman.url.path
    assert re.search(r"/skp/\d+", dari) is None

    akhir = peramban.kirim("/panduan/tur/keluar", dari=dari, langkah=len(langkah_tur()))

    assert "Tur selesai" in akhir.text
    assert akhir.url.path == "/skp", "the tour ends where the work begins"
    assert "judul-tur" not in peramban.get("/skp").text, "neither the bar nor the offer comes back by itself"


def test_a_tour_that_is_left_goes_on_where_it_was(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    peramban.kirim("/panduan/tur", dari="/skp", langkah=3)
    assert "Ke halaman langkah ini" in peramban.get("/drive").text, "one may look elsewhere meanwhile"
    peramban.kirim("/panduan/tur/keluar", dari="/drive", langkah=3)

    assert "judul-tur" not in peramban.get("/drive").text
    assert "Lanjutkan dari langkah 3" in peramban.get("/panduan").text
    assert "langkah 3 dari" in peramban.kirim("/panduan/tur", dari="/panduan", langkah=3).text


def test_a_declined_tour_is_not_offered_again_and_a_strange_number_stays_inside(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    peramban.kirim("/panduan/tur/keluar", dari="/skp", langkah=1)
    assert "Baru di sini?" not in peramban.get("/skp").text

    halaman = peramban.kirim("/panduan/tur", dari="/skp", langkah=999)
    assert f"langkah {len(langkah_tur())} dari {len(langkah_tur())}" in halaman.text
    assert "harus bilangan bulat" in peramban.kirim("/panduan/tur", dari="/skp", langkah="dua").text


def test_the_help_needs_a_login_and_an_exam_offers_help_but_no_tour(berkas) -> None:
    with Peramban(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        assert klien.get("/panduan", follow_redirects=False).status_code == 303
        assert "Bantuan halaman ini" not in klien.get("/masuk").text
        _masuk_pertama(klien, _nip(klien, PEGAWAI))

        halaman = klien.get("/skp").text
        assert "Bantuan halaman ini" in halaman
        assert "Baru di sini?" not in halaman


def test_every_limit_stands_in_one_list_and_in_the_guide(peramban: Peramban) -> None:
    tercantum = [huruf for _, huruf in TEKS]
    semua = {nama: nilai for nama, nilai in vars(limits).items() if nama.endswith("_MAKS")}

    assert sorted(semua.values()) == sorted(tercantum), "one row for every limit of workflow/limits.py"
    halaman = peramban.jadi(PEGAWAI).get("/panduan").text
    for judul, daftar in semua_batas():
        assert f"<summary>{judul}</summary>" in halaman
        for satu in daftar:
            assert f"<dt>{satu.apa}</dt><dd>{satu.paling}</dd>" in halaman
