"""Login as ASN Digital asks for it, and what a page without a session does with typed text."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pyotp
import pytest
from starlette.testclient import TestClient

from simulator.web import otp, sandi_ujian
from simulator.web.app import create_app
from simulator.web.settings import Mode, Pengaturan
from tests.web.conftest import Peramban

SANDI = "Rahasia#2026"
#: The clock of the authenticators here, in the middle of a code.
SAAT = 1_800_000_015


@pytest.fixture(autouse=True)
def _jam_berhenti(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine half a minute passes between two steps, and a code with it."""
    monkeypatch.setattr(otp, "time", SimpleNamespace(time=lambda: float(SAAT)))


def _nip(peramban: Peramban, pegawai_id: int) -> str:
    from simulator.domain.kepegawaian import Pegawai
    from simulator.store import repository

    with peramban.app.state.kantor.lihat() as connection:
        return repository.get(connection, Pegawai, pegawai_id).nip


def _sandi_pertama(peramban: Peramban, nip: str) -> str:
    """What the account opens with at first: known to the class, in an exam from the instructor's list."""
    if peramban.app.state.atur.boleh_ganti_pemeran:
        return f"Asn#{nip[:8]}"
    with peramban.app.state.data.ubah() as connection:
        return sandi_ujian.sandi_ujian(sandi_ujian.siapkan(connection), nip)


def _masuk_pertama(peramban: Peramban, nip: str) -> str:
    """First login to the end; the secret of the authenticator."""
    sandi = _sandi_pertama(peramban, nip)
    halaman = peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=sandi, lanjut="/skp")
    assert "Ganti kata sandi" in halaman.text
    halaman = peramban.kirim("/masuk/sandi", dari="/masuk/langkah", sandi_baru=SANDI, sandi_ulang=SANDI, lanjut="/skp")
    assert "belum mengaktifkan MFA" in halaman.text
    halaman = peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode="", lanjut="/skp")
    rahasia = re.search(r'name="rahasia" value="(\w+)"', halaman.text)[1]
    # The clock of whoever asks: the tests of this file stop it, others let it run.
    kode = pyotp.TOTP(rahasia).at(int(otp.time.time()))
    halaman = peramban.kirim(
        "/masuk/daftar-otp", dari="/masuk/aktifkan-otp", rahasia=rahasia, kode=kode, perangkat="Ponsel", lanjut="/skp"
    )
    assert "<h1>Daftar SKP</h1>" in halaman.text
    return rahasia


def test_a_class_finds_the_nip_to_log_in_with_before_it_has_logged_in(peramban: Peramban) -> None:
    assert 'href="/pemeran"' in peramban.get("/masuk").text
    assert _nip(peramban, 5) in peramban.get("/pemeran").text


def test_first_login_changes_the_password_and_enrols_an_authenticator(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    rahasia = _masuk_pertama(peramban, nip)
    peramban.kirim("/keluar", dari="/skp")

    halaman = peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=SANDI)
    assert "Kode OTP" in halaman.text
    halaman = peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode="000000")
    assert "Invalid Authenticator Code" in halaman.text
    halaman = peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode=pyotp.TOTP(rahasia).at(SAAT - 300))
    assert "Invalid Authenticator Code" in halaman.text, "a phone whose clock is off shows an old code"


def test_an_account_without_mfa_takes_no_code_until_it_is_activated(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}")
    peramban.kirim("/masuk/sandi", dari="/masuk/langkah", sandi_baru=SANDI, sandi_ulang=SANDI)

    tebakan = peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode="123456")

    assert "Invalid Authenticator Code" in tebakan.text
    assert peramban.get("/skp", follow_redirects=False).status_code == 303


def test_a_code_counts_once(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    rahasia = _masuk_pertama(peramban, nip)
    peramban.kirim("/keluar", dari="/skp")
    peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=SANDI)

    halaman = peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode=pyotp.TOTP(rahasia).at(SAAT))

    assert "Invalid Authenticator Code" in halaman.text, "the code was already used to enrol"


def test_a_clock_that_was_ahead_and_is_put_right_locks_nobody_out(
    peramban: Peramban, monkeypatch: pytest.MonkeyPatch
) -> None:
    rahasia = _masuk_pertama(peramban, nip := _nip(peramban, 5))
    peramban.kirim("/keluar", dari="/skp")
    benar = SAAT - 7 * 3600  # a computer that took its own clock for the time of Greenwich
    monkeypatch.setattr(otp, "time", SimpleNamespace(time=lambda: float(benar)))

    for jawaban in ("<h1>Daftar SKP</h1>", "Invalid Authenticator Code"):
        peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=SANDI, lanjut="/skp")
        kode = pyotp.TOTP(rahasia).at(benar)
        assert jawaban in peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode=kode, lanjut="/skp").text
        peramban.kirim("/keluar", dari="/skp")


@pytest.mark.parametrize("sandi", ["pendek#1A", "tanpahurufbesar#1", "TanpaAngka####", "TanpaTanda123"])
def test_a_weak_password_is_refused_in_words(peramban: Peramban, sandi: str) -> None:
    nip = _nip(peramban, 5)
    peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}")

    halaman = peramban.kirim("/masuk/sandi", dari="/masuk/langkah", sandi_baru=sandi, sandi_ulang=sandi)

    assert "belum memenuhi syarat" in halaman.text


def test_after_five_failures_one_has_to_wait(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    for _ in range(5):
        assert "NIP atau kata sandi salah" in peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi="salah").text

    halaman = peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}")

    assert "Terlalu banyak percobaan" in halaman.text
    assert "Ganti kata sandi" in peramban.kirim(
        "/masuk", dari="/masuk", nip=_nip(peramban, 6), sandi=f"Asn#{_nip(peramban, 6)[:8]}"
    ).text  # fmt: skip


def test_an_exam_has_no_personas(berkas) -> None:
    with TestClient(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        assert "satu klik" not in klien.get("/masuk").text
        assert klien.get("/pemeran").status_code == 403


def test_every_page_asks_for_a_login_and_comes_back_to_where_one_wanted(peramban: Peramban) -> None:
    jawab = peramban.get("/skp", follow_redirects=False)

    assert jawab.status_code == 303
    assert jawab.headers["location"] == "/masuk?lanjut=/skp"


def test_a_form_from_elsewhere_changes_nothing(peramban: Peramban) -> None:
    peramban.jadi(5)
    jawab = peramban.post("/skp/tambah", data={"periode_awal": "2027-01-01", "periode_akhir": "2027-12-31"})

    assert "kedaluwarsa" in jawab.text
    assert "SKP 2027 belum ada" in peramban.get("/skp").text


def test_what_was_typed_comes_back_after_an_error(peramban: Peramban) -> None:
    peramban.jadi(5)
    halaman = peramban.kirim(
        "/skp/tambah", dari="/skp", periode_awal="2027-01-01", periode_akhir="2026-12-31", pendekatan="kualitatif"
    )

    assert 'value="2027-01-01"' in halaman.text
    assert re.search(r'value="kualitatif" selected', halaman.text)
    assert "open data-terbuka" in halaman.text, "the modal stands open again"


def test_what_was_typed_survives_an_expired_session(peramban: Peramban, monkeypatch: pytest.MonkeyPatch) -> None:
    peramban.jadi(5)
    monkeypatch.setattr("simulator.web.sesi.DIAM", -1.0)
    halaman = peramban.post(
        "/skp/tambah", data={"periode_awal": "2027-02-01", "periode_akhir": "2027-12-31", "pendekatan": "kuantitatif"}
    )
    assert "Sesi Anda berakhir" in halaman.text
    monkeypatch.undo()

    peramban.jadi(5)

    assert 'value="2027-02-01"' in peramban.get("/skp").text


def test_pages_carry_the_security_headers(peramban: Peramban) -> None:
    kepala = peramban.get("/masuk").headers

    assert "script-src 'self'" in kepala["content-security-policy"]
    assert "unsafe" not in kepala["content-security-policy"]
    assert kepala["x-content-type-options"] == "nosniff"
    assert kepala["cache-control"] == "no-store"


def test_links_carry_the_prefix_of_a_trusted_proxy(berkas) -> None:
    with TestClient(create_app(berkas, Pengaturan(percaya_awalan=True))) as klien:
        halaman = klien.get("/masuk", headers={"X-Forwarded-Context": "/user/a/ekinerja"}).text
    assert 'action="/user/a/ekinerja/masuk"' in halaman
    with TestClient(create_app(berkas, Pengaturan())) as klien:
        assert "/user/a" not in klien.get("/masuk", headers={"X-Forwarded-Context": "/user/a/ekinerja"}).text


def test_an_unknown_address_is_told_in_words(peramban: Peramban) -> None:
    jawab = peramban.jadi(5).get("/tidak-ada")

    assert jawab.status_code == 404
    assert "Alamat ini tidak ada" in jawab.text


def test_wrong_codes_count_like_wrong_passwords(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    rahasia = _masuk_pertama(peramban, nip)
    peramban.kirim("/keluar", dari="/skp")
    peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=SANDI)
    for _ in range(5):
        halaman = peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode="000000")
        assert "Invalid Authenticator Code" in halaman.text

    halaman = peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode=pyotp.TOTP(rahasia).at(SAAT + 30))

    assert "Terlalu banyak percobaan" in halaman.text


def test_a_reloaded_enrolment_fits_the_phone_that_scanned_it_and_keeps_its_name(peramban: Peramban) -> None:
    nip = _nip(peramban, 5)
    peramban.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}")
    peramban.kirim("/masuk/sandi", dari="/masuk/langkah", sandi_baru=SANDI, sandi_ulang=SANDI)

    def rahasia(teks: str) -> str:
        return re.search(r'name="rahasia" value="(\w+)"', teks)[1]

    pertama = rahasia(peramban.get("/masuk/aktifkan-otp").text)
    assert rahasia(peramban.get("/masuk/aktifkan-otp").text) == pertama
    keliru = peramban.kirim(
        "/masuk/daftar-otp", dari="/masuk/aktifkan-otp", rahasia=pertama, kode="000000", perangkat="Ponsel dinas"
    ).text
    assert 'value="Ponsel dinas"' in keliru
    assert "jam ponsel harus otomatis" in keliru
    assert 'href="/masuk/aktifkan-otp">Kode berikutnya' in keliru, "the next code is a page that can be opened"

    for bukan in ("x" * 5_000, "1" * 32, "é" * 32, "A" * 32):
        jawab = peramban.kirim(
            "/masuk/daftar-otp", dari="/masuk/aktifkan-otp", rahasia=bukan, kode=pyotp.TOTP("A" * 32).at(SAAT),
            perangkat="Ponsel",
        )  # fmt: skip
        assert jawab.status_code == 400
        assert "QR ini sudah tidak berlaku" in jawab.text, "only the secret that this login offers is enrolled"
        assert rahasia(jawab.text) == pertama

    with Peramban(peramban.app) as lain:
        nip = _nip(peramban, 6)
        lain.kirim("/masuk", dari="/masuk", nip=nip, sandi=f"Asn#{nip[:8]}")
        lain.kirim("/masuk/sandi", dari="/masuk/langkah", sandi_baru=SANDI, sandi_ulang=SANDI)
        assert rahasia(lain.get("/masuk/aktifkan-otp").text) != pertama


def test_in_an_exam_the_menu_names_nothing_that_is_refused_there(berkas) -> None:
    with Peramban(create_app(berkas, Pengaturan(Mode.UJIAN))) as klien:
        assert "NIP dan kata sandi pertama Anda ada di lembar dari instruktur" in klien.get("/masuk").text
        _masuk_pertama(klien, _nip(klien, 5))
        menu = klien.get("/skp").text.partition('<nav id="menu"')[2].partition("</nav>")[0]
        for alamat in re.findall(r'href="([^"]+)"', menu):
            assert klien.get(alamat).status_code == 200, alamat
