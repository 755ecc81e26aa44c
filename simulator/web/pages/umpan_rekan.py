"""Umpan Balik Rekan Kerja (360): whom one may give to in one period, and the form.

Scene: everybody, about colleagues. May import: simulator.domain, rules, simulator.web, workflow.
Facts: the application has it (SINGLE, guide 6.1.5), its fields are not public: seven values, three steps and words are
label simulasi (ekinerja-app §10). A choice, never a duty, and no part of the predikat (rules.umpan_rekan).
Add: nothing; what the receiver and the assessor read stands on their own pages.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import TidakDitemukan
from simulator.domain.perilaku import PANDUAN_PERILAKU
from simulator.domain.skp import NilaiBerAKHLAK
from simulator.domain.umpan_rekan import SkalaRekan, UmpanRekan
from simulator.rules.periode import terbuka
from simulator.rules.registry import rule_by_id
from simulator.rules.umpan_rekan import pemberi_min
from simulator.store import repository
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import periode_dikerjakan, periode_terpilih
from simulator.workflow import actions, queries
from simulator.workflow.limits import UMPAN_BALIK_MAKS
from simulator.workflow.umpan_rekan import rekan_saya

rute = Rute("/rekan")
DASAR = ("umpan_rekan.bahan", "umpan_rekan.pemberi", "umpan_rekan.anonim")


@rute.get("")
def pilih_periode(layar: Layar) -> Response:
    semua = queries.daftar_periode(layar.kantor)
    diminta = "periode" in layar.request.query_params
    periode = periode_terpilih(layar, semua) if diminta else periode_dikerjakan(semua, layar.hari)
    if periode is None:
        return layar.tampil("umpan_rekan.html", periode=None)
    return layar.pergi(f"/rekan/{periode.periode_id}")


@rute.get("/{periode_id:int}")
def daftar(layar: Layar, periode_id: int) -> Response:
    semua = queries.daftar_periode(layar.kantor)
    periode = next((satu for satu in semua if satu.periode_id == periode_id), None)
    if periode is None:
        raise TidakDitemukan("Periode itu tidak ada. Pilih periode dari daftar.", kode="periode-tidak-ditemukan")
    rekan = rekan_saya(layar.kantor, layar.saya.pegawai_id, periode_id)
    return layar.tampil(
        "umpan_rekan.html", periode=periode, daftar_periode=semua, dibuka=terbuka(periode, layar.hari),
        belum=[satu for satu in rekan if satu.milik is None], sudah=[satu for satu in rekan if satu.milik],
        panduan=PANDUAN_PERILAKU, skala=list(reversed(SkalaRekan)), maks=UMPAN_BALIK_MAKS,
        perlu=pemberi_min(periode.periode_akhir), dasar=[rule_by_id(nama) for nama in DASAR],
    )  # fmt: skip


@rute.post("/{periode_id:int}/{skp_id:int}")
def beri(layar: Layar, periode_id: int, skp_id: int) -> Response:
    isian = layar.isian
    tanda = {n.value: isian.pilihan_atau_kosong(n.value, SkalaRekan, n.label) for n in NilaiBerAKHLAK}
    actions.beri_umpan_rekan(
        layar.kantor, layar.pelaku, skp_id, periode_id=periode_id, isi=isian.teks("isi"), **tanda
    )  # fmt: skip
    return layar.pergi(f"/rekan/{periode_id}", "Umpan balik tersimpan; dapat Anda perbaiki selama periode terbuka.")


@rute.post("/{periode_id:int}/{skp_id:int}/hapus")
def hapus(layar: Layar, periode_id: int, skp_id: int) -> Response:
    with layar.lihat() as connection:
        satu = repository.find_one(
            connection, UmpanRekan, skp_id=skp_id, periode_id=periode_id, pemberi_id=layar.saya.pegawai_id
        )
    if satu is None:
        raise TidakDitemukan("Anda belum memberi umpan balik kepada rekan itu.", kode="umpan-rekan-tidak-ditemukan")
    terhapus = actions.hapus_umpan_rekan(layar.kantor, layar.pelaku, satu.umpan_rekan_id)
    return layar.pergi(f"/rekan/{periode_id}", hapus=terhapus)
