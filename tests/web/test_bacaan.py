"""What there is to read beside an exercise, in the web office: the lesson, and the feedback once it was given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from exercises.kit.catalog import load
from exercises.kit.package import OFFICE_FILE
from simulator.web.app import create_app
from simulator.web.sesi import nama_kuki
from simulator.web.settings import Pengaturan
from tests.web.conftest import Peramban
from tests.web.mengisi_soal import PEGAWAI, tulis_paket

LATIHAN = "01_iki_smart"
BACAAN, UMPAN = f"/soal/bacaan/{LATIHAN}.html", f"/soal/umpan_balik/{LATIHAN}.html"
#: As the class writes it: one file, its link to the lesson that of the folder.
ISI_UMPAN = (
    '<!DOCTYPE html><html lang="id"><head><title>Umpan balik</title><style>p{color:#000}</style></head><body class="u">'
    f'<main><h1>Umpan balik</h1><p>Baca lagi <a href="../bacaan/{LATIHAN}.html#bagian-2">Modul 1, bagian 2</a>.</p>'
    "</main></body></html>"
)


@pytest.fixture(scope="module")
def paket(tmp_path_factory: pytest.TempPathFactory, kantor_asli: Path) -> Path:
    latihan = load(LATIHAN)
    return tulis_paket(tmp_path_factory.mktemp("paket") / "p001", latihan, latihan.checks.make_case(3), kantor_asli)


@pytest.fixture
def klien(paket: Path) -> Iterator[Peramban]:
    with Peramban(create_app(paket / OFFICE_FILE, Pengaturan(percaya_awalan=True))) as peramban:
        yield peramban


def test_the_lesson_is_one_click_away_and_leads_back(klien: Peramban) -> None:
    assert f'href="{BACAAN}">baca modulnya' in klien.jadi(PEGAWAI).get(f"/soal/{LATIHAN}").text
    jawab = klien.get(BACAAN)

    assert jawab.status_code == 200
    assert 'id="bagian-1"' in jawab.text
    assert re.search(rf'<body[^>]*><nav[^>]*><p><a href="/soal/{LATIHAN}">', jawab.text)
    aturan = jawab.headers["Content-Security-Policy"]
    assert "default-src 'none'" in aturan
    assert "script-src" not in aturan, "nothing in a file of the package runs"


def test_feedback_appears_on_the_pages_once_it_lies_in_the_package(klien: Peramban, paket: Path) -> None:
    klien.jadi(PEGAWAI)
    assert "umpan_balik/" not in klien.get("/soal").text + klien.get(f"/soal/{LATIHAN}").text
    belum = klien.get(UMPAN)
    assert belum.status_code == 404
    assert "belum ada" in belum.text

    berkas = paket / "umpan_balik" / f"{LATIHAN}.html"
    berkas.parent.mkdir()
    berkas.write_text(ISI_UMPAN, encoding="utf-8")
    assert f'href="{UMPAN}"' in klien.get("/soal").text
    assert "Umpan balik sudah ada" in klien.get(f"/soal/{LATIHAN}").text
    halaman = klien.get(UMPAN)
    assert "<h1>Umpan balik</h1>" in halaman.text
    berkas.write_bytes(ISI_UMPAN.encode() + b"\xff")
    assert "<h1>Umpan balik</h1>" in klien.get(UMPAN).text, "one damaged letter"
    ke = urljoin(UMPAN, re.search(r'href="(\.\.[^"]+)"', halaman.text)[1])
    assert klien.get(ke).status_code == 200, "the link to the lesson works as it does in the folder"


@pytest.mark.parametrize(
    "alamat", ["/soal/bacaan/..%2Fpaket.html", "/soal/bacaan/paket.html", "/soal/umpan_balik/x.html"]
)
def test_no_other_file_of_the_folder_is_shown(klien: Peramban, alamat: str) -> None:
    assert klien.jadi(PEGAWAI).get(alamat).status_code == 404


def test_reading_needs_a_login_and_works_behind_the_proxy_of_jupyterlab(klien: Peramban) -> None:
    assert klien.get(BACAAN, follow_redirects=False).status_code == 303
    klien.jadi(PEGAWAI)
    awalan, kode = "/user/p001/ekinerja", klien.app.state.kode_kantor
    # There the cookie has a name and a path of its own; the same session here, so that it need not be opened twice.
    kuki = f"{nama_kuki(kode, awalan)}={klien.cookies[nama_kuki(kode)]}"
    jawab = klien.get(BACAAN, headers={"X-Forwarded-Context": awalan, "Cookie": kuki})

    assert f'href="{awalan}/soal/{LATIHAN}"' in jawab.text
