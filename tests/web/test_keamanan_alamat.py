"""Addresses and headers somebody made up: numbers, prefixes, redirects, line breaks, whose page it is."""

from __future__ import annotations

import re

import pytest

from simulator.web.app import create_app
from simulator.web.pages import semua_rute
from simulator.web.settings import Pengaturan
from tests.web.conftest import Peramban
from tests.web.test_login import _nip

LUAR = [
    "//jahat.test", "https://jahat.test", "/\\jahat.test", "\\\\jahat.test", "/\t/jahat.test", "/\n/jahat.test",
    "javascript:alert(1)", "jahat.test", " //jahat.test", "/%2f/jahat.test",
]  # fmt: skip


def _di_sini(lokasi: str) -> bool:
    """Would a browser stay at this server?"""
    polos = re.sub(r"[\t\r\n]", "", lokasi).strip()
    return polos.startswith("/") and not polos.startswith(("//", "/\\"))


def test_a_number_that_is_none_is_an_address_that_does_not_exist(peramban: Peramban) -> None:
    peramban.jadi(7)
    for nomor in ("9" * 19, "9" * 5000, "-1", "1e3", "%D9%A1", "1%00", "..%2f..%2fmasuk", "%ff"):
        for pola in ("/skp/{}", "/drive/buka/{}/unduh", "/skp/8/penilaian/{}/eviden", "/cetak/skp/{}"):
            jawab = peramban.get(pola.format(nomor), follow_redirects=False)
            assert jawab.status_code == 404, (pola, nomor)
            assert "Alamat ini tidak ada" in jawab.text


@pytest.mark.parametrize("nomor", ["0", "9" * 18])
def test_a_number_that_nothing_has_is_told_in_words(peramban: Peramban, nomor: str) -> None:
    peramban.jadi(7)
    for rute in semua_rute():
        if ":int}" in rute.path and "GET" in (rute.methods or ()):
            jawab = peramban.get(re.sub(r"\{\w+(:int)?\}", nomor, rute.path), follow_redirects=False)
            assert jawab.status_code in (303, 403, 404), rute.path


def test_a_number_in_a_field_that_is_none_changes_nothing(peramban: Peramban) -> None:
    for isi in ("-1", "9" * 19, "1.5", "٣", "1e3", "0x1", "1_000", " ", "NaN"):
        assert peramban.kirim("/pemeran", dari="/pemeran", pegawai_id=isi).status_code in (400, 404), isi

    assert peramban.get("/skp", follow_redirects=False).status_code == 303


def test_nobody_is_led_elsewhere(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    for ke in LUAR:
        masuk = peramban.kirim("/masuk", dari="/masuk", ikut=False, nip=nip, sandi=f"Asn#{nip[:8]}", lanjut=ke)
        assert _di_sini(masuk.headers["location"])
    peramban.jadi(5)
    for ke in LUAR:
        lokasi = [
            peramban.get("/masuk/langkah", params={"lanjut": ke}, follow_redirects=False).headers["location"],
            peramban.kirim("/draf/buang", dari="/skp", ikut=False, kembali=ke).headers["location"],
            peramban.kirim("/skp/tambah", dari="/skp", ikut=False, kembali=ke, pendekatan="?").headers["location"],
        ]
        assert all(_di_sini(satu) for satu in lokasi), lokasi
        tautan = re.findall(r'href="([^"]*)">Buka halamannya', peramban.get("/draf").text)
        assert tautan
        assert all(satu.isprintable() and not satu.startswith("//") for satu in tautan), "a tab counts for nothing"


def test_the_page_that_was_asked_for_comes_back_whole_after_the_login(peramban: Peramban) -> None:
    tujuan, nip = "/rekan?periode=5&buka=rekan-9", _nip(peramban, 5)

    jawab = peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}", lanjut=tujuan)

    assert 'name="lanjut" value="/rekan?periode=5&amp;buka=rekan-9"' in jawab.text


def test_a_line_break_starts_no_header(peramban: Peramban) -> None:
    peramban.jadi(5)
    jawab = peramban.kirim("/draf/buang", dari="/skp", ikut=False, kembali="/skp\r\nSet-Cookie: a=b\r\n\r\n<p>")

    assert "\n" not in jawab.headers["location"]
    assert "a=b" not in jawab.headers.get("set-cookie", "")


def test_a_prefix_that_is_no_folder_is_not_believed(berkas) -> None:
    with Peramban(create_app(berkas, Pengaturan(percaya_awalan=True))) as klien:
        for awalan in (
            "//jahat.test", "/\\jahat.test", "/a//b", "/a/../b", "/a;domain=jahat.test", '/a"><script>',
            "https://jahat.test", "/a b", "/é", "/" + "a" * 300, "/.",
        ):  # fmt: skip
            klien.cookies.clear()
            jawab = klien.get("/masuk", headers={"X-Forwarded-Context": awalan.encode("latin-1")})
            assert 'action="/masuk"' in jawab.text, awalan
            assert "path=/;" in jawab.headers["set-cookie"].lower(), awalan


def test_an_ordinary_prefix_is_carried(berkas) -> None:
    with Peramban(create_app(berkas, Pengaturan(percaya_awalan=True))) as klien:
        for awalan in ("/user/budi", "/user/a@b.id/proxy/8765", "/user/a%40b/ekin-1_2~3"):
            klien.cookies.clear()
            jawab = klien.get("/masuk", headers={"X-Forwarded-Context": awalan})
            assert f'action="{awalan}/masuk"' in jawab.text
            assert f"path={awalan};" in jawab.headers["set-cookie"].lower()


def test_a_way_on_is_relative_behind_a_proxy_because_some_add_their_prefix_to_any_other(berkas) -> None:
    kepala = {"X-Forwarded-Context": "/user/budi/ekinerja"}
    with Peramban(create_app(berkas, Pengaturan(percaya_awalan=True)), headers=kepala) as klien:
        for dari, ke in (("/skp", "./masuk?lanjut="), ("/penilai/skp/7", "../../masuk?lanjut=")):
            assert klien.get(dari, follow_redirects=False).headers["location"].startswith(ke)
            assert klien.get(f"/user/budi/ekinerja{dari}").url.path == "/user/budi/ekinerja/masuk"


def test_an_employee_learns_nothing_at_the_administrators_pages(peramban: Peramban) -> None:
    peramban.jadi(5)
    for rute in semua_rute():
        if rute.path.startswith("/admin") and "GET" in (rute.methods or ()):
            assert peramban.get(re.sub(r"\{\w+(:int)?\}", "4", rute.path)).status_code == 403, rute.path
    ada, tidak = (
        peramban.kirim("/admin/penugasan/tambah", dari="/skp", nip=nip).text
        for nip in (_nip(peramban, 6), "000000000000000000")
    )
    assert "Menu Administrator" in ada
    assert "Menu Administrator" in tidak
    assert "Tidak ada pegawai dengan NIP" not in tidak
