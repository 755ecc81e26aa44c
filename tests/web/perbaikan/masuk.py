"""How faults of the login (A) are mended."""

from __future__ import annotations

import html
import re
import time
from typing import Any

import pyotp

from simulator.web.gangguan import akses, catat
from tests.web.perbaikan.latihan import ADMIN, MASUK, SANDI, Latihan


def _masuk_dengan_klik(latihan: Latihan) -> Any:
    return latihan.peramban.kirim("/pemeran", dari="/pemeran", pegawai_id=latihan.saya)


def _tebak(latihan: Latihan, sandi: str) -> Any:
    return latihan.peramban.kirim("/masuk", dari="/masuk", nip=latihan.nip(), sandi=sandi)


def _kode(halaman: Any) -> str:
    return re.search(r'class="kode">(\d{6})<', halaman.text)[1]


def _otp_ditolak(latihan: Latihan) -> bool:
    halaman = _masuk_dengan_klik(latihan)
    if "Kode OTP" not in halaman.text:
        return False
    jawab = latihan.peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode=_kode(halaman))
    return latihan.teks in jawab.text


MASUK |= {
    "F01": _otp_ditolak,
    "F02": lambda x: x.teks in _masuk_dengan_klik(x).text,
    "F03": lambda x: x.teks in _tebak(x, x.sandi or f"Asn#{x.nip()[:8]}").text,
    "F04": lambda x: _surat(x).status_code == 200 and x.teks in _surat(x).text,
    "F05": lambda x: x.teks in _tebak(x, f"Asn#{x.nip()[:8]}").text,
    "F06": lambda x: x.teks in _masuk_dengan_klik(x).text,
    "F07": lambda x: x.teks in _tebak(x, f"Asn#{x.nip()[:8]}").text,
}


def _surat(latihan: Latihan) -> Any:
    latihan.peramban.kirim("/masuk/lupa", dari="/masuk/lupa", nip=latihan.nip())
    return latihan.peramban.get(f"/masuk/surat?nip={latihan.nip()}")


def f01(latihan: Latihan) -> str:
    _masuk_dengan_klik(latihan)
    latihan.kirim("/masuk/jam-otomatis", "/masuk/langkah")
    kode = _kode(latihan.peramban.get("/masuk/langkah"))
    assert "Layanan Individu ASN" in latihan.kirim("/masuk/otp", "/masuk/langkah", kode=kode).text
    return latihan.nama()


def f02(latihan: Latihan) -> str:
    _masuk_dengan_klik(latihan)
    halaman = latihan.kirim("/masuk/otp", "/masuk/langkah", kode="")
    rahasia = re.search(r'name="rahasia" value="(\w+)"', halaman.text)[1]
    kode = pyotp.TOTP(rahasia).at(int(time.time()))
    latihan.kirim("/masuk/daftar-otp", "/masuk/aktifkan-otp", rahasia=rahasia, kode=kode, perangkat="Ponsel")
    return latihan.nama()


def f03(latihan: Latihan) -> str:
    tautan = html.unescape(re.search(r'href="(/masuk/atur-ulang[^"]+)"', _surat(latihan).text)[1])
    rahasia = tautan.partition("rahasia=")[2]
    latihan.kirim("/masuk/atur-ulang", tautan, nip=latihan.nip(), rahasia=rahasia, sandi_baru=SANDI, sandi_ulang=SANDI)
    latihan.sandi = SANDI
    assert "Aktifkan MFA" in _tebak(latihan, SANDI).text
    return latihan.nama()


def f04(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim(
        "/admin/akun/surel", f"/admin/akun?nip={latihan.nip()}", nip=latihan.nip(), surel="baru@surel.invalid"
    )
    latihan.peramban.kirim("/keluar", dari="/skp")
    f03(latihan)
    return latihan.nama(ADMIN)


def f05(latihan: Latihan) -> str:
    """Five minutes later; the test moves the note, not the clock."""
    with latihan.peramban.app.state.data.ubah() as web:
        catat.ganti_isi(web, latihan.satu, {"sampai": time.time() - 1})
    assert "Ganti kata sandi" in _tebak(latihan, f"Asn#{latihan.nip()[:8]}").text
    return latihan.nama()


def f06(latihan: Latihan) -> str:
    """Nobody clicked for a while; clicking on makes it last."""
    assert latihan.teks in latihan.peramban.get("/skp").text
    with latihan.peramban.app.state.data.ubah() as web:
        satu = catat.milik(web, "F06", latihan.saya)
        catat.ganti_isi(web, satu, satu.terpasang.isi | {"terakhir": time.time() - akses.JEDA_PADAT - 1})
    assert "Daftar SKP" in latihan.peramban.get("/skp").text
    return latihan.nama()


def f07(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim("/admin/akun/selaraskan", f"/admin/akun?nip={latihan.nip()}", nip=latihan.nip())
    latihan.peramban.kirim("/keluar", dari="/skp")
    return latihan.nama(ADMIN)
