"""From an error to a reply: everything a program can get back has the same shape and an Indonesian sentence.

Scene: around every address of the API. May import: FastAPI, Starlette, simulator.domain, simulator.web.rute.
Facts: none. Add: a kind of wrong field in ``_SEBAB``.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from simulator.domain.errors import BimtekError, DataTidakSah, TidakBerwenang
from simulator.web.api.amplop import tolak
from simulator.web.rute import status_galat

log = logging.getLogger("bimtek.web")
#: Where a request carries the application that holds the office.
INDUK = "bimtek.induk"

_SEBAB = {
    "missing": "wajib diisi",
    "extra_forbidden": "tidak dikenal oleh tindakan ini; periksa penulisannya",
    "json_invalid": "bukan JSON yang sah",
    "string_type": "harus teks",
    "int_type": "harus bilangan bulat",
    "int_parsing": "harus bilangan bulat",
    "float_type": "harus bilangan",
    "finite_number": "harus bilangan",
    "bool_type": "harus true atau false",
    "model_attributes_type": "harus objek JSON",
    "dict_type": "harus objek JSON",
}
_HTTP = {
    404: "Alamat ini tidak ada. Lihat daftar alamat di /api/v1/openapi.json.",
    405: "Alamat ini tidak melayani cara itu. Lihat daftar alamat di /api/v1/openapi.json.",
    413: "Kiriman ini terlalu besar.",
}


class BelumMasuk(TidakBerwenang):
    """No token, a wrong one, or one that has rested too long."""

    kode_bawaan = "belum-masuk"


def pasang(app: FastAPI) -> None:
    """Make every error of the API a reply of ours."""
    app.add_exception_handler(BimtekError, _bimtek)
    app.add_exception_handler(RequestValidationError, _isian)
    app.add_exception_handler(HTTPException, _http)


def aman(request: Request, kerja: Callable[[], Response]) -> Response:
    """Run the work of one address; what nobody foresaw is logged under a number and told in words."""
    try:
        return kerja()
    except BimtekError as error:
        return tolak(error, status(error))
    except Exception as error:  # the single place of the API where the unforeseen is caught
        nomor = secrets.token_hex(4)
        log.error("galat %s pada %s %s", nomor, request.method, request.url.path, exc_info=error)
        umum = BimtekError(
            "Permintaan ini gagal karena hal yang tidak terduga. Yang sudah tersimpan tidak berubah. Bila tetap "
            f"terjadi, sampaikan kode {nomor} kepada instruktur.",
            kode="galat-tak-terduga",
        )
        return tolak(umum, 500)


def status(error: BimtekError) -> int:
    """The HTTP status of an error: that of the pages, and 401 where a token is what is missing."""
    return 401 if isinstance(error, BelumMasuk) else status_galat(error)


async def _bimtek(_request: Request, error: Exception) -> Response:
    assert isinstance(error, BimtekError)
    return tolak(error, status(error))


async def _isian(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return tolak(DataTidakSah(_kalimat(error.errors()), kode="isian-tidak-sah"), 400)


def _kalimat(semua: Sequence[Any]) -> str:
    satu = semua[0]
    asing = satu["type"] not in _SEBAB and satu["type"] != "value_error"
    sebab = _SEBAB.get(satu["type"]) or str(satu.get("ctx", {}).get("error") or "")
    if satu["type"] == "enum" or asing:
        harapan = satu.get("ctx", {}).get("expected")
        sebab = f"harus salah satu dari {harapan}".replace(" or ", " atau ") if harapan else "tidak dapat dibaca"
    tempat = ".".join(str(bagian) for bagian in satu["loc"][1:] if bagian != "body") or "permintaan"
    lain = f" Masih ada {len(semua) - 1} isian lain yang salah." if len(semua) > 1 else ""
    return f"Isian “{tempat[:80]}” {sebab}.{lain}"


async def _http(_request: Request, error: Exception) -> Response:
    kode = error.status_code if isinstance(error, HTTPException) else 400
    jawaban = tolak(
        BimtekError(_HTTP.get(kode, "Permintaan ini tidak dapat dibaca sebagai JSON."), kode=f"http-{kode}"), kode
    )
    for nama, isi in ((error.headers or {}) if isinstance(error, HTTPException) else {}).items():
        jawaban.headers[nama] = isi
    return jawaban
