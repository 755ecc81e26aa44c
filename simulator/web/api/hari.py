"""Moving the simulated day, for programs: the same move as on *Hari dan Skenario*.

Scene: the notebook of an instructor. May import: FastAPI, pydantic, simulator.web.
Facts: none (label simulasi). A long move goes on in the background; how far it is says ``GET /hari/jalan``.
Add: nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.responses import Response

from simulator.web import kunci
from simulator.web.api.amplop import Berhasil, jawab
from simulator.web.api.galat import aman
from simulator.web.api.isian import Hari, Isian, Teks
from simulator.web.api.orang import Pengirim, Surat
from simulator.web.jalan_hari import JalanHari, jalan_kini, minta_maju

rute = APIRouter(tags=["hari"])


class IsianMaju(Isian):
    """Where to."""

    sampai: Annotated[Hari, Field(description="hari tujuan, sesudah hari simulasi; paling jauh setahun")]
    kunci: Annotated[Teks, Field(max_length=128, description="kunci instruktur; hanya di kelas yang memakainya")] = ""


class Jalan(BaseModel):
    """One move of the day, running or over."""

    dari: date
    hari: date = Field(description="hari terakhir yang sudah selesai")
    sampai: date
    berjalan: bool
    persen: int
    tindakan: int | None = Field(description="banyak tindakan rekan simulasi; kosong selama masih berjalan")
    galat: str = Field(description="mengapa berhenti sebelum sampai; kosong bila tidak")


@rute.post("/hari/maju", response_model=Berhasil[Jalan], response_description="Berhasil", summary="Majukan hari")
def maju(surat: Pengirim, isian: IsianMaju) -> Response:
    """Memajukan hari simulasi bagi seluruh kelas; rekan simulasi bekerja. Di kelas: dengan kunci instruktur."""
    return aman(surat.request, lambda: _maju(surat, isian))


def _maju(surat: Surat, isian: IsianMaju) -> Response:
    sesi, atur = surat.sesi(), surat.keadaan.atur
    if isian.kunci and atur.dengan_kunci:
        kunci.wajib_cocok(atur, surat.data, sesi, isian.kunci)
        kunci.buka(atur, surat.data, sesi)
    terbuka = kunci.terbuka(atur, surat.data, sesi)
    jalan = minta_maju(surat.keadaan, isian.sampai, sesi.pegawai_id, terbuka=terbuka)
    jalan.tunggu()
    return jawab(Berhasil[Jalan], _isi(jalan))


@rute.get(
    "/hari/jalan", response_model=Berhasil[Jalan | None], response_description="Berhasil", summary="Jalannya hari"
)
def jalannya(surat: Pengirim) -> Response:
    """Sejauh mana hari sedang dimajukan; kosong bila belum pernah sejak kantor dibuka."""
    return aman(surat.request, lambda: _jalannya(surat))


def _jalannya(surat: Surat) -> Response:
    surat.sesi()
    kini = jalan_kini(surat.keadaan)
    return jawab(Berhasil[Jalan | None], None if kini is None else _isi(kini))


def _isi(jalan: JalanHari) -> Jalan:
    """``berjalan`` is read first: what is over by then is told as a whole."""
    berjalan = jalan.berjalan
    return Jalan(
        dari=jalan.dari, hari=jalan.hari, sampai=jalan.sampai, berjalan=berjalan,
        persen=jalan.persen if berjalan or jalan.galat else 100,
        tindakan=None if berjalan or jalan.ringkasan is None else jalan.ringkasan.jumlah, galat=jalan.galat,
    )  # fmt: skip
