"""The login of e-Kinerja step by step: NIP and password, a new password, an authenticator, and its code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyotp
from sqlalchemy import update
from web_uji import Orang

from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.data import buka_data, kredensial
from simulator.workflow.office import open_office

SANDI = "Rahasia#2026"


def langkah_masuk(saya: Orang, berkas: Path, pegawai_id: int) -> Iterator[str]:
    """Log in for the first time, out, and in again; stops at every page, named by what it asks for."""
    with open_office(berkas) as kantor, kantor.lihat() as connection:
        nip = repository.get(connection, Pegawai, pegawai_id).nip
    saya.ke("/").klik("Login").isi(nip=nip, sandi="bukan ini").halaman.keyboard.press("Enter")
    saya.halaman.locator(".pesan.galat").wait_for()
    yield "ditolak"
    saya.isi(nip=nip, sandi=f"Asn#{nip[:8]}").simpan("Masuk")
    yield "sandi"
    saya.isi(sandi_baru=SANDI, sandi_ulang=SANDI).simpan("Simpan")
    yield "aktifkan otp"
    saya.simpan("Sign In")
    yield "daftar otp"
    otp = pyotp.TOTP(saya.halaman.locator('input[name="rahasia"]').get_attribute("value") or "")
    saya.isi(kode=otp.now(), perangkat="Ponsel saya").simpan("Submit")
    assert saya.judul == "ASN Digital"
    saya.klik("Layanan Individu ASN").klik("Kinerja")
    assert saya.judul == "Daftar SKP"
    saya.halaman.locator(".saya summary").click()
    with saya.halaman.expect_navigation():
        saya.halaman.get_by_role("button", name="Keluar").click()
    _besoknya(berkas)
    saya.isi(nip=nip, sandi=SANDI).simpan("Masuk")
    yield "otp"
    saya.isi(kode=otp.now()).simpan("Sign In")
    yield "selesai"


def _besoknya(berkas: Path) -> None:
    """Every code opens once, and the next one is half a minute away: by tomorrow it has passed."""
    data = buka_data(berkas)
    with data.ubah() as connection:
        connection.execute(update(kredensial).values(langkah_otp=0))
    data.tutup()
