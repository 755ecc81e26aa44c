"""Matriks Peran Hasil: own RHK as columns, the team as rows, the roles shared in the cells.

Scene: a leader after the own SKP was approved. May import: simulator.domain, simulator.web, workflow.
Facts: *Sinkronisasi SKP Bawahan*, *Tambah Pegawai*, *Cetak*; rows with nama, jabatan, *Lihat SKP*, *Tambah RHK*,
*Hapus* (CONFIRMED). Add: another action of a row here; its action belongs to workflow/actions/matriks.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.matriks import JenisCascading, TingkatHasil
from simulator.domain.skp import SKP, StatusSKP
from simulator.store import repository
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions, queries
from simulator.workflow.isi_matriks import IsiMatriks, calon_anggota, isi_matriks
from simulator.workflow.limits import PERAN_HASIL_MAKS
from simulator.workflow.viewing import boleh_melihat_skp, wajib_boleh_melihat_skp

rute = Rute("/penilai/matriks", peran=Peran.PENILAI)


@rute.get("")
def milik_saya(layar: Layar) -> Response:
    """The matrix of the own SKP that counts today, else of the newest one."""
    semua = [skp for skp in queries.daftar_skp(layar.kantor, layar.saya.pegawai_id) if skp.status != StatusSKP.DIGANTI]
    if not semua:
        return layar.tampil("penilai_matriks_tanpa.html")
    pilihan = max(semua, key=lambda skp: (skp.periode_awal <= layar.hari <= skp.periode_akhir, skp.tahun, skp.skp_id))
    return layar.pergi(f"/penilai/matriks/{pilihan.skp_id}")


@rute.get("/{skp_id:int}")
def halaman(layar: Layar, skp_id: int) -> Response:
    with layar.lihat() as connection:
        wajib_boleh_melihat_skp(connection, layar.pelaku, repository.get(connection, SKP, skp_id))
    isi = isi_matriks(layar.kantor, skp_id)
    milik = isi.skp.pegawai_id == layar.saya.pegawai_id
    return layar.tampil(
        "penilai_matriks.html", matriks=isi, skp=isi.skp, milik=milik, dapat_dilihat=_dapat_dilihat(layar, isi),
        boleh=milik and isi.skp.status is StatusSKP.PERSETUJUAN,
        calon=calon_anggota(layar.kantor, skp_id) if milik else [],
        cascading=list(JenisCascading), tingkat=list(TingkatHasil), maks=PERAN_HASIL_MAKS,
    )  # fmt: skip


def _dapat_dilihat(layar: Layar, isi: IsiMatriks) -> frozenset[int]:
    """The members' SKP this viewer may open: a member from another unit is assessed by somebody else."""
    with layar.lihat() as connection:
        return frozenset(
            baris.skp.skp_id
            for baris in isi.daftar_baris
            if baris.skp is not None and boleh_melihat_skp(connection, layar.pelaku, baris.skp)
        )


@rute.post("/{skp_id:int}/sinkronisasi")
def sinkronisasi(layar: Layar, skp_id: int) -> Response:
    utuh = actions.sinkronkan_skp_bawahan(layar.kantor, layar.pelaku, skp_id)
    if not utuh.anggota_id:
        return layar.kembali("Sinkronisasi selesai. Tidak ada pegawai yang tercatat Anda pimpin.")
    return layar.kembali(
        f"Sinkronisasi selesai: {len(utuh.anggota_id)} pegawai tercantum dan kini dapat memilih RHK Anda sebagai RHK "
        "Pimpinan yang Diintervensi."
    )


@rute.post("/{skp_id:int}/pegawai")
def tambah_pegawai(layar: Layar, skp_id: int) -> Response:
    actions.tambah_anggota(layar.kantor, layar.pelaku, skp_id, layar.isian.bilangan("pegawai_id", "Pegawai"))
    return layar.kembali("Pegawai ditambahkan. Isi perannya dengan Tambah RHK pada barisnya.")


@rute.post("/{skp_id:int}/pegawai/{pegawai_id:int}/hapus")
def hapus_pegawai(layar: Layar, skp_id: int, pegawai_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_anggota(layar.kantor, layar.pelaku, skp_id, pegawai_id))


@rute.post("/{skp_id:int}/pegawai/{pegawai_id:int}/peran")
def isi_peran(layar: Layar, skp_id: int, pegawai_id: int) -> Response:
    """Fill one cell, or replace what it holds."""
    isian = layar.isian
    actions.tetapkan_peran(
        layar.kantor, layar.pelaku, skp_id, pegawai_id=pegawai_id,
        rhk_pimpinan_id=isian.bilangan("rhk_pimpinan_id", "RHK pimpinan"), peran=isian.teks("peran"),
        cascading=isian.pilihan("cascading", JenisCascading, "Cascading"),
        tingkat=isian.pilihan("tingkat", TingkatHasil, "Tingkat hasil"),
    )  # fmt: skip
    return layar.pergi(f"/penilai/matriks/{skp_id}#pegawai-{pegawai_id}", "Peran tersimpan.")


@rute.post("/{skp_id:int}/peran/{peran_id:int}/hapus")
def hapus_peran(layar: Layar, skp_id: int, peran_id: int) -> Response:
    return layar.kembali(hapus=actions.hapus_peran(layar.kantor, layar.pelaku, peran_id))
