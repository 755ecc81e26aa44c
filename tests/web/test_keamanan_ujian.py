"""An exam: nobody is anybody else, nothing of the classroom works, and nothing from before it opens a door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.web.app import create_app
from simulator.web.settings import Mode, Pengaturan
from tests.web.conftest import KELAS, KUNCI, Peramban
from tests.web.test_login import _masuk_pertama, _nip

UJIAN = Pengaturan(Mode.UJIAN)


@pytest.fixture
def peserta(berkas: Path):
    """Employee 5, logged in as an exam asks for it."""
    with Peramban(create_app(berkas, UJIAN)) as klien:
        _masuk_pertama(klien, _nip(klien, 5))
        yield klien


def test_the_day_stands_still(peserta: Peramban) -> None:
    hari = peserta.app.state.kantor.hari

    halaman = peserta.kirim("/latihan/maju", dari="/skp", langkah="hari", kembali="/latihan")

    assert "Dalam ujian hari simulasi tidak dimajukan" in halaman.text
    assert peserta.app.state.kantor.hari == hari
    assert 'action="/latihan/maju"' not in peserta.get("/latihan").text


def test_no_persona_no_head_of_the_region_no_handing_over(peserta: Peramban) -> None:
    for alamat, isian in (
        ("/pemeran", {"pegawai_id": 1}),
        ("/penilai/kepala-daerah", {"mulai": "1"}),
        ("/latihan/serahkan", {"pegawai_id": 6}),
    ):
        halaman = peserta.kirim(alamat, dari="/skp", **isian)
        assert "ujian" in halaman.text or "hanya diperankan dalam latihan" in halaman.text, alamat
    assert 'href="/pemeran"' not in peserta.get("/skp").text
    assert peserta.post("/api/v1/pemeran", json={"pegawai_id": 1}).status_code == 403


def test_the_authenticator_is_not_on_the_screen(berkas: Path) -> None:
    with Peramban(create_app(berkas, UJIAN)) as klien:
        nip = _nip(klien, 5)
        _masuk_pertama(klien, nip)
        klien.kirim("/keluar", dari="/skp")
        halaman = klien.kirim("/masuk", dari="/masuk", nip=nip, sandi="Rahasia#2026")

    assert "Kode OTP" in halaman.text
    assert "Authenticator di layar" not in halaman.text


def test_who_was_played_with_one_click_before_the_exam_is_logged_out(berkas: Path) -> None:
    with Peramban(create_app(berkas, Pengaturan())) as klien:
        klien.jadi(1)
        tanda = klien.post("/api/v1/pemeran", json={"pegawai_id": None}).json()["data"]["tanda"]
        kuki = dict(klien.cookies)

    with Peramban(create_app(berkas, UJIAN), cookies=kuki) as klien:
        assert klien.get("/skp", follow_redirects=False).headers["location"] == "/masuk?lanjut=/skp"
        saya = klien.get("/api/v1/saya", headers={"Authorization": f"Bearer {tanda}"})
        assert saya.status_code == 401


def test_a_restart_in_the_middle_of_an_exam_logs_nobody_out(berkas: Path) -> None:
    with Peramban(create_app(berkas, UJIAN)) as klien:
        _masuk_pertama(klien, _nip(klien, 5))
        kuki = dict(klien.cookies)

    with Peramban(create_app(berkas, UJIAN), cookies=kuki) as klien:
        assert "<h1>Daftar SKP</h1>" in klien.get("/skp").text


def test_a_fault_left_over_from_the_class_keeps_nobody_out_and_shows_nowhere(berkas: Path) -> None:
    with Peramban(create_app(berkas, KELAS)) as klien:
        nip = _nip(klien, 5)
        klien.instruktur().kirim("/latihan/gangguan/pasang", dari="/latihan/gangguan", kode="F07", nip=nip, benih=1)
        klien.kirim("/keluar", dari="/skp")
        tertahan = klien.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}").text
        assert "tidak selaras" in tertahan

    with Peramban(create_app(berkas, UJIAN)) as klien:
        _masuk_pertama(klien, nip)
        assert "gejala" not in klien.get("/skp").text
        for alamat in ("/latihan/gangguan", "/latihan/rekap", "/admin/akun", "/masuk/lupa", f"/masuk/surat?nip={nip}"):
            assert klien.get(alamat).status_code == 403, alamat
        klien.app.state.atur = replace(KELAS, mode=Mode.UJIAN)
        assert "tidak ada kunci instruktur" in klien.kirim("/latihan/kunci", dari="/skp", kunci=KUNCI).text
