"""Slow networks: pages are sent small, and what does not change is sent once."""

from __future__ import annotations

import gzip
import re

import pytest

from simulator.web import sesi as ses
from simulator.web.statis import FOLDER
from tests.web.conftest import Peramban

KB = 1024


def _kirim(peramban: Peramban, alamat: str) -> tuple[int, str]:
    """(bytes that travel, the text) of one answer."""
    with peramban.stream("GET", alamat, headers={"Accept-Encoding": "gzip"}) as jawab:
        mentah = b"".join(jawab.iter_raw())
        assert jawab.status_code == 200
        assert jawab.headers.get("content-encoding") == "gzip", alamat
    return len(mentah), gzip.decompress(mentah).decode()


def test_the_first_page_with_all_it_needs_is_small(peramban: Peramban) -> None:
    besar, teks = _kirim(peramban, "/masuk")
    perlu = re.findall(r'(?:src|href)="(/statis/[^"]+)"', teks)

    assert len(perlu) == 3
    assert besar + sum(_kirim(peramban, satu)[0] for satu in perlu if "svg" not in satu) < 20 * KB


def test_the_heaviest_pages_travel_in_a_few_kilobytes(peramban: Peramban) -> None:
    peramban.jadi(1)
    for alamat, batas in (("/panduan", 30 * KB), ("/skp/1", 10 * KB), ("/monitoring/pengisian", 10 * KB)):
        besar, teks = _kirim(peramban, alamat)
        assert besar < min(batas, len(teks.encode()) / 2), (alamat, besar)


def test_what_never_changes_under_its_name_is_never_asked_for_again(peramban: Peramban) -> None:
    (gaya,) = re.findall(r'href="(/statis/ekinerja\.css[^"]+)"', peramban.get("/masuk").text)

    assert "immutable" in peramban.get(gaya).headers["cache-control"]
    lama = peramban.get("/statis/ekinerja.css?v=lama")
    assert lama.headers["cache-control"] == "no-cache", "an old name still finds the file, but asks every time"
    sama = peramban.get("/statis/ekinerja.css", headers={"If-None-Match": lama.headers["etag"]})
    assert (sama.status_code, sama.content) == (304, b"")
    assert peramban.get("/masuk").headers["cache-control"] == "no-store", "pages are never kept"


@pytest.mark.parametrize(
    "nama", ["..%2fsesi.py", "../sesi.py", "%2e%2e/sesi.py", "/etc/passwd", "", "static", "x" * 500]
)
def test_nothing_else_is_found_there(peramban: Peramban, nama: str) -> None:
    jawab = peramban.get(f"/statis/{nama}")

    assert jawab.status_code == 404
    assert "def sidik" not in jawab.text


def test_every_file_is_sent_as_it_is(peramban: Peramban) -> None:
    for berkas in FOLDER.iterdir():
        assert peramban.get(f"/statis/{berkas.name}").content == berkas.read_bytes()
    assert peramban.post("/statis/ekinerja.css").status_code == 405


def test_the_code_of_a_form_looks_different_on_every_page_and_always_fits(peramban: Peramban) -> None:
    """What is compressed beside somebody's own text must not be guessable from its length."""
    peramban.jadi(5)
    kode = {re.search(r'name="csrf" value="([^"]+)"', peramban.get("/skp").text)[1] for _ in range(3)}

    assert len(kode) == 3
    assert len({ses.buka_samaran(satu) for satu in kode}) == 1
    for satu in kode:
        jawab = peramban.post("/draf/buang", data={"csrf": satu, "kembali": "/skp"}).text
        assert "kedaluwarsa" not in jawab
    for salah in ("", "a", "é" * 64, next(iter(kode))[:-1], "A" * 64):
        assert "kedaluwarsa" in peramban.post("/draf/buang", data={"csrf": salah, "kembali": "/skp"}).text
