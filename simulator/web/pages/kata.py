"""Hints while one types an RHK or an IKI: a small fragment, quickly, and never in the way.

Scene: asked by the modals of Detail SKP after a pause. May import: Starlette, SQLAlchemy, simulator.web, workflow.
Facts: label simulasi; the real application does not judge words. Add: another statement as a branch of ``_pernyataan``.
"""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from simulator.domain.errors import BimtekError
from simulator.domain.skp import RHK, SKP, Aspek, Pendekatan
from simulator.rules.target import urai_target
from simulator.store import repository
from simulator.web import sesi as ses
from simulator.web.formulir import Formulir
from simulator.web.kata import PALING_BANYAK, petunjuk
from simulator.web.layar import JINJA
from simulator.web.rute import Rute
from simulator.wording import Pernyataan
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import rhk_dapat_diintervensi
from simulator.workflow.viewing import boleh_melihat_skp

rute = Rute("/skp")
DIAM = Response(status_code=204)


async def kata(request: Request) -> Response:
    """It changes nothing, so it needs no CSRF token, and what it cannot answer it leaves alone: never a kept form,
    a message or a login page in the middle of somebody's typing."""
    isi = await request.form(max_files=0, max_fields=20, max_part_size=8 * 1024)
    isian = Formulir({k: v for k, v in isi.items() if isinstance(v, str)})
    return await run_in_threadpool(_jawab, request, isian)


rute.daftar.append(Route("/skp/kata", kata, methods=["POST"], name="POST /skp/kata"))


def _jawab(request: Request, isian: Formulir) -> Response:
    keadaan = request.app.state
    if not keadaan.atur.petunjuk_kata:
        return DIAM
    with keadaan.data.lihat() as connection:
        sesi = ses.baca(connection, request.cookies.get(ses.nama_kuki_di(request)))
    if sesi is None or sesi.lewat or sesi.tahap is not ses.Tahap.MASUK or sesi.pegawai_id is None:
        return DIAM
    try:
        with keadaan.kantor.lihat() as connection:
            pernyataan = _pernyataan(connection, Pelaku.pegawai(sesi.pegawai_id), isian)
            tanpa_satuan = _tanpa_satuan(connection, isian)
    except BimtekError:
        # The row was deleted meanwhile, or a number is none: saving will say so, a hint need not.
        return DIAM
    hasil = petunjuk(pernyataan)
    return HTMLResponse(
        JINJA.get_template("kata.html").render(hasil=hasil, paling_banyak=PALING_BANYAK, tanpa_satuan=tanpa_satuan)
    )


def _tanpa_satuan(connection: Connection, isian: Formulir) -> bool:
    """Would this target keep the SKP from being submitted? Better said where it is typed than at the end."""
    target = isian.teks("target")
    if isian.teks("untuk") != "iki" or not target or urai_target(target) is not None:
        return False
    skp = repository.get(connection, SKP, repository.get(connection, RHK, isian.bilangan("rhk_id")).skp_id)
    return skp.pendekatan is Pendekatan.KUANTITATIF


def _pernyataan(connection: Connection, pelaku: Pelaku, isian: Formulir) -> Pernyataan:
    """What is being typed, with the RHK above it where the one who types may read it."""
    if isian.teks("untuk") == "iki":
        rhk = repository.get(connection, RHK, isian.bilangan("rhk_id"))
        skp = repository.get(connection, SKP, rhk.skp_id)
        teks_rhk = rhk.teks if boleh_melihat_skp(connection, pelaku, skp) else None
        aspek = isian.pilihan_atau_kosong("aspek", Aspek)
        return Pernyataan(
            isian.teks("indikator"), "iki", rhk=teks_rhk, aspek=None if aspek is None else aspek.value,
            target=isian.teks("target") or None,
        )  # fmt: skip
    atasan_id = isian.bilangan_atau_kosong("rhk_atasan_id")
    skp = repository.get(connection, SKP, isian.bilangan("skp_id"))
    ditawarkan = rhk_dapat_diintervensi(connection, skp) if skp.pegawai_id == pelaku.pegawai_id else []
    atasan = next((rhk.teks for rhk in ditawarkan if rhk.rhk_id == atasan_id), None)
    return Pernyataan(isian.teks("teks_rhk"), "rhk", rhk_atasan=atasan)
