"""Tim Kerja: the teams one belongs to; a superior forms them here.

Scene: the menu entry of everybody. May import: simulator.domain, simulator.web, workflow.
Facts: everybody sees the teams, a superior can create one (CONFIRMED, ekinerja-app §1.2); fields are label simulasi.
Add: another field in domain/tim_kerja.py, its action and here.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.limits import NAMA_TIM_MAKS, TUGAS_TIM_MAKS
from simulator.workflow.tim import calon_tim, daftar_tim

rute = Rute("/tim-kerja", peran=Peran.PENILAI)


@rute.get("")
def daftar(layar: Layar) -> Response:
    semua = daftar_tim(layar.kantor, layar.saya.pegawai_id)
    # Everybody who works here may be chosen, which in a large office are many: only for a form that is open.
    dibuka = "buka" in layar.request.query_params or any(satu.startswith(rute.awal) for satu in layar.daftar_draf)
    return layar.tampil(
        "tim_kerja.html", daftar=semua, calon=calon_tim(layar.kantor) if layar.punya_bawahan and dibuka else [],
        maks_nama=NAMA_TIM_MAKS, maks_tugas=TUGAS_TIM_MAKS,
    )  # fmt: skip


@rute.post("/tambah")
def tambah(layar: Layar) -> Response:
    isian = layar.isian
    tim = actions.bentuk_tim_kerja(
        layar.kantor, layar.pelaku, nama=isian.teks("nama"), tugas=isian.teks("tugas"),
        ketua_id=isian.bilangan("ketua_id", "Ketua Tim"),
    )  # fmt: skip
    return layar.pergi(f"/tim-kerja#tim-{tim.tim_id}", f"Tim “{tim.nama}” dibentuk. Tambahkan anggotanya.")


@rute.post("/{tim_id:int}/ubah")
def ubah(layar: Layar, tim_id: int) -> Response:
    isian = layar.isian
    actions.ubah_tim_kerja(
        layar.kantor, layar.pelaku, tim_id, nama=isian.teks("nama"), tugas=isian.teks("tugas"),
        ketua_id=isian.bilangan("ketua_id", "Ketua Tim"),
    )  # fmt: skip
    return layar.pergi(f"/tim-kerja#tim-{tim_id}", "Tim tersimpan.")


@rute.post("/{tim_id:int}/hapus")
def hapus(layar: Layar, tim_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_tim_kerja(layar.kantor, layar.pelaku, tim_id))


@rute.post("/{tim_id:int}/anggota")
def tambah_anggota(layar: Layar, tim_id: int) -> Response:
    actions.tambah_anggota_tim(layar.kantor, layar.pelaku, tim_id, layar.isian.bilangan("pegawai_id", "Anggota"))
    return layar.pergi(f"/tim-kerja#tim-{tim_id}", "Anggota ditambahkan.")


@rute.post("/{tim_id:int}/anggota/{pegawai_id:int}/hapus")
def hapus_anggota(layar: Layar, tim_id: int, pegawai_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_anggota_tim(layar.kantor, layar.pelaku, tim_id, pegawai_id))
