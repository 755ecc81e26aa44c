"""*Kembalikan ke Draft*: finding an SKP that is stuck and giving it back to its owner, with a reason.

Scene: Menu Administrator. May import: simulator.web, workflow.
Facts: label simulasi with reason and audit line (ekinerja-app §10); the content stays the employee's.
Add: another thing the admin may do to a whole SKP.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.errors import DataTidakSah
from simulator.domain.skp import StatusSKP
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.web.saringan import nomor_halaman, teks_cari
from simulator.workflow import actions, queries
from simulator.workflow.documents import halaman_skp, pengembalian
from simulator.workflow.reading_rights import wajib_admin

rute = Rute("/admin/skp", peran=Peran.ADMIN)


@rute.get("")
def daftar(layar: Layar) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    cari, isi = teks_cari(layar), layar.request.query_params.get("status", "")
    if isi and isi not in [satu.value for satu in StatusSKP]:
        raise DataTidakSah("Status itu tidak ada. Pilih dari daftarnya.", kode="pilihan-asing")
    status = StatusSKP.dari(isi) if isi else None
    return layar.tampil(
        "admin_skp.html", h=halaman_skp(layar.kantor, cari, status, nomor_halaman(layar)), cari=cari, dipilih=isi,
        daftar_status=[(satu.value, satu.label) for satu in StatusSKP],
    )  # fmt: skip


@rute.get("/{skp_id:int}")
def satu(layar: Layar, skp_id: int) -> Response:
    with layar.lihat() as connection:
        wajib_admin(connection, layar.saya.pegawai_id)
    return layar.tampil(
        "admin_skp_satu.html", skp=queries.skp_lengkap(layar.kantor, skp_id),
        riwayat=pengembalian(layar.kantor, skp_id), bisa=(StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN),
    )  # fmt: skip


@rute.post("/{skp_id:int}/kembalikan")
def kembalikan(layar: Layar, skp_id: int) -> Response:
    skp = actions.kembalikan_ke_draft(layar.kantor, layar.pelaku, skp_id, alasan=layar.isian.teks("alasan"))
    nama = skp.identitas_pegawai.nama if skp.identitas_pegawai else "pegawai"
    return layar.kembali(f"SKP {nama} kembali ke Draft; alasannya tercatat. Minta ia memperbaiki lalu Ajukan SKP lagi.")
