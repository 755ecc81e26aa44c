"""Daftar SKP: every SKP of one person, and Tambah SKP with Setting Periode.

Scene: the page e-Kinerja opens with. May import: simulator.web, workflow.
Facts: fields of Setting Periode and the four actions of a row (CONFIRMED, ekinerja-app §1.3, §2.2); colours of the
name: red not active, blue active (SINGLE). Add: an action of the list here; the document itself is skp_detail.py.
"""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from simulator.domain.skp import Pendekatan, StatusSKP
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions, queries
from simulator.workflow.riwayat_skp import dikembalikan

rute = Rute("/skp")
AKTIF = (StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)


@rute.get("")
def daftar(layar: Layar) -> Response:
    semua = queries.daftar_skp(layar.kantor, layar.saya.pegawai_id)
    tahun = layar.hari.year
    return layar.tampil(
        "skp_daftar.html", daftar=semua, aktif=AKTIF, draft=StatusSKP.DRAFT, pendekatan=list(Pendekatan),
        awal=date(tahun, 1, 1), akhir=date(tahun, 12, 31), dikembalikan=dikembalikan(layar.kantor, semua),
    )  # fmt: skip


@rute.post("/tambah")
def tambah(layar: Layar) -> Response:
    isian = layar.isian
    skp = actions.buat_skp(
        layar.kantor, layar.pelaku, periode_awal=isian.tanggal("periode_awal", "Periode Awal"),
        periode_akhir=isian.tanggal("periode_akhir", "Periode Akhir"),
        pendekatan=isian.pilihan("pendekatan", Pendekatan, "Pendekatan"), plt_plh_pjb=isian.centang("plt_plh_pjb"),
    )  # fmt: skip
    return layar.pergi(f"/skp/{skp.skp_id}", "SKP dibuat. Lanjutkan dengan mengisi RHK.")


@rute.post("/{skp_id:int}/hapus")
def hapus(layar: Layar, skp_id: int) -> Response:
    return layar.pergi("/skp", "SKP dihapus.", hapus=actions.hapus_skp(layar.kantor, layar.pelaku, skp_id))
