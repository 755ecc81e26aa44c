"""Every action, one address each: made from the permission table and the signatures of the actions.

Scene: ``POST /api/v1/tindakan/tambah_rhk`` with the parameters of ``actions.tambah_rhk`` as JSON.
May import: FastAPI, simulator.workflow, simulator.web.api. Facts: none.
Add: nothing; a row in workflow/permissions.py is enough.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_type_hints

from fastapi import APIRouter
from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.web.api.amplop import Berhasil, jawab
from simulator.web.api.galat import aman
from simulator.web.api.isian import Isian, model_isian
from simulator.web.api.orang import Pengirim, Surat
from simulator.workflow import actions
from simulator.workflow.permissions import TABEL, Izin
from simulator.workflow.seen import berdasarkan

#: What has no row of its own in the table, because it borrows that of the deletion.
URUNGKAN = "pulihkan"


def rute_tindakan() -> APIRouter:
    """All addresses that change something."""
    rute = APIRouter(prefix="/tindakan")
    for izin in TABEL:
        _pasang(rute, izin.aksi, izin.tombol, _siapa(izin))
    _pasang(
        rute, URUNGKAN, "Urungkan",
        "Mengembalikan yang baru dihapus; `terhapus` adalah `nomor` dari jawaban penghapusannya. Yang berwenang: yang "
        "menghapus, dengan peran yang sama.",
    )  # fmt: skip
    return rute


def _siapa(izin: Izin) -> str:
    daftar = [f"{peran.label} ({kaitan.value})" for peran in Peran if (kaitan := izin.kaitan(peran)) is not None]
    return "Yang berwenang: " + "; ".join(daftar) + "."


def _pasang(rute: APIRouter, aksi: str, tombol: str, keterangan: str) -> None:
    fungsi = getattr(actions, aksi)
    model: Any = Berhasil[get_type_hints(fungsi)["return"]]  # type: ignore[misc]
    rute.add_api_route(
        f"/{aksi}",
        _titik(aksi, fungsi, model),
        methods=["POST"],
        response_model=model,
        summary=tombol,
        description=keterangan,
        response_description="Berhasil",
        operation_id=aksi,
        tags=[fungsi.__module__.rpartition(".")[2]],
    )


def _titik(aksi: str, fungsi: Callable[..., Any], model: Any) -> Callable[..., Response]:
    def kerjakan(surat: Surat, isian: Isian) -> Response:
        pelaku = surat.pelaku(aksi)
        with berdasarkan(surat.nomor_dilihat()):
            return jawab(model, fungsi(surat.kantor, pelaku, **isian.terkirim()))

    def titik(surat: Surat, isian: Isian) -> Response:
        return aman(surat.request, lambda: kerjakan(surat, isian))

    # The annotations say what FastAPI has to read; they are known only here.
    titik.__annotations__ = {"surat": Pengirim, "isian": model_isian(fungsi), "return": Response}
    titik.__name__ = aksi
    return titik
