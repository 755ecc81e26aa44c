"""Every look, one row each: address, query, who may, what it is called.

Scene: ``GET /api/v1/skp/5``. The parameters come from the query's signature: those named in the address from there,
the others after the question mark. Every reply carries as ETag the number of the journal entry up to which it has seen.
May import: FastAPI, simulator.workflow, simulator.web.api. Facts: none of the addresses is a real one.
Add: a row in ``TABEL``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, NamedTuple, get_type_hints

from fastapi import APIRouter, Path, Query
from pydantic import BeforeValidator
from starlette.responses import Response

from simulator.domain.jurnal import EntriJurnal
from simulator.domain.skp import SKP
from simulator.web.api import gerbang
from simulator.web.api.amplop import Berhasil, jawab
from simulator.web.api.galat import aman
from simulator.web.api.isian import ANGKA_MAKS, teks_utuh
from simulator.web.api.orang import Pengirim, Surat
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.bawahan import penilaian_bawahan
from simulator.workflow.buku_ak import buku_ak
from simulator.workflow.office import Kantor
from simulator.workflow.penilaian_diri import daftar_penilaian
from simulator.workflow.seen import nomor_terakhir
from simulator.workflow.tim import daftar_tim
from simulator.workflow.umpan_rekan import baca_umpan_rekan, rekan_saya
from simulator.workflow.viewing import boleh_melihat_skp


def hari(kantor: Kantor) -> date:
    """The simulated day."""
    return kantor.hari


def daftar_skp(kantor: Kantor, pelaku: Pelaku, pegawai_id: int) -> list[SKP]:
    """The SKP of one person that this looker may open."""
    with kantor.lihat() as connection:
        return [skp for skp in queries.daftar_skp(kantor, pegawai_id) if boleh_melihat_skp(connection, pelaku, skp)]


def jejak(kantor: Kantor, objek: str, objek_id: int) -> list[EntriJurnal]:
    """The journal of one object. Where feedback of colleagues moved along (a revision), what it holds stays closed."""
    return [
        replace(entri, isi='{"dirahasiakan": "umpan balik rekan"}') if '"umpan_rekan"' in entri.isi else entri
        for entri in queries.jejak(kantor, objek, objek_id)
    ]


class Tanya(NamedTuple):
    """One look; ``fungsi`` takes the office, who asks (if it wants to know), and its parameters."""

    alamat: str
    fungsi: Callable[..., Any]
    gerbang: gerbang.Gerbang
    sebutan: str


# fmt: off
# ruff: noqa: E501
TABEL: tuple[Tanya, ...] = (
    Tanya("/hari",                                             hari,                         gerbang.siapa_pun,     "Hari simulasi"),
    Tanya("/periode",                                          queries.daftar_periode,       gerbang.siapa_pun,     "Kalender periode penilaian"),
    Tanya("/periode/terbuka",                                  queries.periode_terbuka,      gerbang.siapa_pun,     "Periode yang dapat diisi hari ini"),
    Tanya("/periode/{periode_id}/capaian",                     queries.capaian_organisasi,   gerbang.siapa_pun,     "Capaian kinerja organisasi"),
    Tanya("/periode/{periode_id}/monitoring",                  queries.monitoring_pengisian, gerbang.unit,          "Monitoring Pengisian"),
    Tanya("/periode/{periode_id}/rekap",                       queries.rekap_penilaian,      gerbang.unit,          "Rekap Penilaian"),
    Tanya("/periode/{periode_id}/penilaian-bawahan",           penilaian_bawahan,            gerbang.siapa_pun,     "Penilaian Bawahan: siapa saja yang Anda nilai"),
    Tanya("/periode/{periode_id}/kurva",                       queries.kurva,                gerbang.unit,          "Monitoring Kurva"),
    Tanya("/pegawai/{pegawai_id}/profil",                      queries.profil,               gerbang.orang,         "Profil"),
    Tanya("/pegawai/{pegawai_id}/skp",                         daftar_skp,                   gerbang.siapa_pun,     "Daftar SKP yang boleh Anda buka"),
    Tanya("/pegawai/{pegawai_id}/bawahan",                     queries.bawahan,              gerbang.orang,         "Bawahan langsung menurut SIASN"),
    Tanya("/pegawai/{pegawai_id}/skp-bawahan",                 queries.skp_bawahan,          gerbang.orang,         "SKP Bawahan"),
    Tanya("/pegawai/{pemilik_id}/dokumen",                     queries.daftar_dokumen,       gerbang.sendiri,       "Drive Bukti Dukung"),
    Tanya("/pegawai/{pegawai_id}/angka-kredit",                buku_ak,                      gerbang.siapa_pun,     "Angka kredit per tahun, bila boleh Anda buka"),
    Tanya("/pegawai/{pegawai_id}/tim-kerja",                   daftar_tim,                   gerbang.orang,         "Tim Kerja"),
    Tanya("/dokumen/{dokumen}",                                actions.buka_dokumen,         gerbang.siapa_pun,     "Buka dokumen menurut pengaturan aksesnya"),
    Tanya("/skp/{skp_id}",                                     queries.skp_lengkap,          gerbang.skp,           "SKP dengan RHK, indikator, lampiran, ekspektasi"),
    Tanya("/skp/{skp_id}/riwayat",                             queries.riwayat_keterangan,   gerbang.skp,           "Riwayat pengembalian beserta alasannya"),
    Tanya("/skp/{skp_id}/rhk-pimpinan",                        queries.rhk_pimpinan,         gerbang.skp,           "RHK Pimpinan yang dapat diintervensi"),
    Tanya("/skp/{skp_pimpinan_id}/matriks",                    queries.matriks,              gerbang.skp,           "Matriks Peran Hasil"),
    Tanya("/skp/{skp_id}/penilaian",                           daftar_penilaian,             gerbang.skp,           "Penilaian: semua periode satu SKP"),
    Tanya("/skp/{skp_id}/penilaian/{periode_id}",              queries.isi_periode,          gerbang.skp,           "Penilaian: seluruh isian satu periode"),
    Tanya("/skp/{skp_id}/penilaian/{periode_id}/status",       queries.status_evaluasi,      gerbang.skp,           "Penilaian: statusnya"),
    Tanya("/skp/{skp_id}/penilaian/{periode_id}/rekan",        baca_umpan_rekan,             gerbang.skp,           "Umpan balik rekan kerja sejauh boleh Anda baca"),
    Tanya("/pegawai/{pemilik_id}/rekan/{periode_id}",          rekan_saya,                   gerbang.sendiri,       "Rekan kerja yang dapat Anda beri umpan balik"),
    Tanya("/keberatan/menunggu",                               queries.keberatan_menunggu,   gerbang.administratif, "Keberatan yang belum diputuskan"),
    Tanya("/jejak/{objek}/{objek_id}",                         jejak,                        gerbang.jejak,         "Jejak jurnal satu objek"),
)
# fmt: on
_TIDAK_DITANYA = ("kantor", "pelaku")


def rute_pertanyaan() -> APIRouter:
    """All addresses that only look."""
    rute = APIRouter()
    for tanya in TABEL:
        model: Any = Berhasil[get_type_hints(tanya.fungsi)["return"]]  # type: ignore[misc]
        rute.add_api_route(
            tanya.alamat,
            _titik(tanya, model),
            methods=["GET"],
            response_model=model,
            summary=tanya.sebutan,
            description=f"{tanya.sebutan}.",
            response_description="Berhasil",
            operation_id=tanya.fungsi.__name__,
            tags=[tanya.alamat.split("/")[1]],
        )
    return rute


def _titik(tanya: Tanya, model: Any) -> Callable[..., Response]:
    tahu_siapa = "pelaku" in inspect.signature(tanya.fungsi).parameters

    def kerjakan(surat: Surat, nilai: dict[str, Any]) -> Response:
        pelaku = surat.pelaku()
        with surat.kantor.lihat() as connection:
            # Read first: what changes between this number and the answer then counts as not yet seen.
            nomor = nomor_terakhir(connection)
            tanya.gerbang(connection, pelaku, nilai)
        siapa = (pelaku,) if tahu_siapa else ()
        return jawab(model, tanya.fungsi(surat.kantor, *siapa, **nilai), nomor=nomor)

    def titik(surat: Surat, **nilai: Any) -> Response:
        return aman(surat.request, lambda: kerjakan(surat, nilai))

    pertama = inspect.Parameter("surat", inspect.Parameter.KEYWORD_ONLY, annotation=Pengirim)
    titik.__signature__ = inspect.Signature([pertama, *_parameter(tanya)])  # type: ignore[attr-defined]
    titik.__name__ = tanya.fungsi.__name__
    return titik


def _parameter(tanya: Tanya) -> list[inspect.Parameter]:
    """The query's own parameters as FastAPI reads them."""
    found = []
    hints = get_type_hints(tanya.fungsi)
    for nama, satu in inspect.signature(tanya.fungsi).parameters.items():
        if nama in _TIDAK_DITANYA:
            continue
        # A document may also be named by its link; by number is enough here.
        jenis: Any = int if hints[nama] == int | str else hints[nama]
        tempat: Any = Path if f"{{{nama}}}" in tanya.alamat else Query
        batas: Any = tempat(max_length=40) if jenis is str else tempat(ge=-ANGKA_MAKS, le=ANGKA_MAKS)
        baca = (batas, BeforeValidator(teks_utuh)) if jenis is str else (batas,)
        found.append(
            inspect.Parameter(
                nama,
                inspect.Parameter.KEYWORD_ONLY,
                default=satu.default,
                annotation=Annotated[(jenis, *baca)],
            )
        )
    return found
