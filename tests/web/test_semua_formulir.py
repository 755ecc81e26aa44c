"""Every form of every page: what was typed comes back after a refusal, an ended session, a logout in another tab.

The forms are found, not listed: a page that somebody adds is tried from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from sqlalchemy import delete
from starlette.routing import Route

from exercises.kit.web_form import routes
from simulator.store.schema import OFFICE_TABLES
from simulator.web import sesi as ses
from simulator.web.app import create_app
from simulator.web.data import draf
from simulator.web.pages import semua_rute
from simulator.web.settings import Mode, Pengaturan
from tests.web.conftest import Peramban
from tests.web.formulir_halaman import FormulirHalaman, formulir_di
from tests.web.kantor_penuh import Kelas, Kunjungan, buat_kantor_penuh, salin

#: Forms that keep nothing, and why.
TANPA = {
    "/impor/lembar": "one choice of a sheet, nothing typed",
    "/masuk": "before anybody is known; the NIP comes back, test_login.py",
    "/masuk/lupa": "the same",
}
#: Addresses whose form stands on no page of this office: steps of a login, keys, lines after something was done.
TANPA_HALAMAN = re.compile(r"/masuk/.*|/urungkan|/draf/.*|/skp/kata|/latihan/kunci.*")
PER_JENIS = {"date": "2031-03-07", "time": "07:41", "number": "37"}


@pytest.fixture(scope="module")
def kelas(paket_lengkap: tuple[Path, list], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kelas]:
    asli, keadaan = paket_lengkap
    penuh = buat_kantor_penuh(salin(asli, tmp_path_factory.mktemp("penuh") / "p001"), keadaan)
    with Peramban(create_app(penuh.berkas, Pengaturan(Mode.PRIBADI))) as klien:
        kelas = Kelas(klien, penuh)
        kelas.siapkan()
        yield kelas


@pytest.fixture(scope="module")
def semua(kelas: Kelas) -> list[tuple[Kunjungan, FormulirHalaman]]:
    return list(kelas.formulir())


def _ketik(formulir: FormulirHalaman) -> dict[str, str]:
    """Something else in every field than what stands there."""
    isi: dict[str, str] = {}
    for nomor, satu in enumerate(formulir.diketik, 1):
        if satu.jenis == "select":
            isi[satu.nama] = next((p for p in satu.pilihan if p and p != satu.isi), satu.isi or "")
        elif satu.jenis in ("checkbox", "radio"):
            if satu.isi is None:
                isi[satu.nama] = satu.pilihan[0]
        else:
            isi[satu.nama] = PER_JENIS.get(satu.jenis, f"Ketikan {nomor}")
    return isi


def _hilang(html: str, formulir: FormulirHalaman, ketikan: dict[str, str]) -> str:
    """What of it the page no longer shows in that form."""
    bidang = [b.nama for b in formulir.bidang]
    sama = [f for f in formulir_di(html) if f.tindakan == formulir.tindakan and [b.nama for b in f.bidang] == bidang]
    if not sama:
        return "the form is gone"
    ada = sama[0].isi
    kurang = {nama: (isi, ada.get(nama)) for nama, isi in ketikan.items() if ada.get(nama) != isi}
    lebih = {b.nama for b in formulir.bidang if b.jenis == "checkbox" and b.nama not in ketikan} & ada.keys()
    return f"{kurang} {lebih}" if kurang or lebih else ""


def _diisi(semua: list[tuple[Kunjungan, FormulirHalaman]]) -> Iterator[tuple[Kunjungan, FormulirHalaman]]:
    return ((k, f) for k, f in semua if f.diketik and f.tindakan not in TANPA)


def _buang(kelas: Kelas, formulir: FormulirHalaman) -> None:
    """What was kept must not be found by the next one; the button for it has its own test."""
    with kelas.klien.app.state.data.ubah() as connection:
        connection.execute(delete(draf).where(draf.c.tindakan == formulir.tindakan))


def test_every_address_that_takes_a_form_is_met(semua: list[tuple[Kunjungan, FormulirHalaman]]) -> None:
    jalan = [r for r in (*semua_rute(), *routes()) if isinstance(r, Route) and "POST" in (r.methods or ())]
    belum = [
        r.path
        for r in jalan
        if not TANPA_HALAMAN.fullmatch(r.path) and not any(r.path_regex.fullmatch(f.tindakan) for _, f in semua)
    ]

    assert not belum, belum
    assert len(semua) > 90


def test_a_refused_form_comes_back_filled(kelas: Kelas, semua: list[tuple[Kunjungan, FormulirHalaman]]) -> None:
    salah = []
    for satu, formulir in _diisi(semua):
        kelas.sebagai(satu.siapa)
        ketikan = _ketik(formulir)
        jawab = kelas.klien.post(formulir.tindakan, data=formulir.tersembunyi | ketikan | {"csrf": "salah"})
        if hilang := _hilang(jawab.text, formulir, ketikan):
            salah.append((formulir.tindakan, satu.alamat, hilang))
        _buang(kelas, formulir)

    assert salah == []


def test_a_form_sent_after_its_session_comes_back_after_the_login(
    kelas: Kelas, semua: list[tuple[Kunjungan, FormulirHalaman]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In turns: a session that rested too long, and one that was ended in another tab."""
    salah = []
    for nomor, (satu, formulir) in enumerate(_diisi(semua)):
        kelas.sebagai(satu.siapa)
        csrf = formulir_di(kelas.klien.get(satu.alamat).text)[0].tersembunyi["csrf"]
        if nomor % 2:
            kelas.klien.post("/keluar", data={"csrf": csrf}, follow_redirects=False)
        ketikan = _ketik(formulir)
        with monkeypatch.context() as m:
            m.setattr(ses, "DIAM", ses.DIAM if nomor % 2 else -1.0)
            jawab = kelas.klien.post(
                formulir.tindakan, data=formulir.tersembunyi | ketikan | {"csrf": csrf}, follow_redirects=False
            )
        masuk, _, lanjut = unquote(jawab.headers["location"]).partition("?lanjut=")
        assert masuk == "/masuk"
        kelas.lupakan()
        kelas.sebagai(satu.siapa)
        if hilang := _hilang(kelas.klien.get(lanjut).text, formulir, ketikan):
            salah.append((formulir.tindakan, satu.alamat, hilang))
        _buang(kelas, formulir)

    assert salah == []


def test_the_browser_keeps_a_copy_of_every_form_for_a_lost_connection(
    semua: list[tuple[Kunjungan, FormulirHalaman]],
) -> None:
    assert [f.tindakan for _, f in _diisi(semua) if "data-simpan" not in f.atribut] == []


def test_a_form_of_the_former_persona_waits_for_its_owner(kelas: Kelas) -> None:
    klien = kelas.klien
    satu, dua = kelas.penuh.draft.siapa, kelas.penuh.admin
    csrf = formulir_di(klien.jadi(satu).get("/skp").text)[0].tersembunyi["csrf"]
    klien.jadi(dua)

    halaman = klien.post("/skp/tambah", data={"csrf": csrf, "kembali": "/skp", "periode_awal": "2031-03-07"}).text

    assert "Formulir itu dibuka sebagai" in halaman
    assert "2031-03-07" not in halaman
    assert "2031-03-07" not in klien.get("/draf").text
    assert "2031-03-07" in klien.jadi(satu).get("/skp").text
    kelas.lupakan()


def _isi_kantor(kelas: Kelas) -> dict[str, list[tuple[object, ...]]]:
    with kelas.klien.app.state.kantor.lihat() as connection:
        return {
            tabel.name: [tuple(row) for row in connection.execute(tabel.select().order_by(*tabel.primary_key))]
            for tabel in OFFICE_TABLES
        }


def test_every_button_that_deletes_offers_to_put_it_back_exactly(
    kelas: Kelas, semua: list[tuple[Kunjungan, FormulirHalaman]]
) -> None:
    menghapus = [(k, f) for k, f in semua if f.tindakan.endswith("/hapus")]
    semula = _isi_kantor(kelas)
    for satu, formulir in menghapus:
        kelas.lupakan()
        kelas.sebagai(satu.siapa)
        # What is still in use is not deleted but explained: then another row of the same kind.
        macam = [f for f in formulir_di(kelas.klien.get(satu.alamat).text) if _macam(f) == _macam(formulir)]
        for calon in macam:
            halaman = kelas.klien.post(calon.tindakan, data=calon.tersembunyi)
            urungkan = next((f for f in formulir_di(halaman.text) if f.tindakan == "/urungkan"), None)
            if urungkan is not None:
                break
        assert urungkan is not None, formulir.tindakan
        kelas.klien.post("/urungkan", data=urungkan.tersembunyi)
        assert _isi_kantor(kelas) == semula, formulir.tindakan

    assert len(menghapus) >= 14


def _macam(formulir: FormulirHalaman) -> str:
    return re.sub(r"\d+", "#", formulir.tindakan)
