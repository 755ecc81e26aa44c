"""Pengisian Bukti Dukung / Lihat Hasil: per indicator its evidence and its realisation.

Scene: /skp/{id}/penilaian/{periode}/eviden. May import: simulator.web, workflow.
Facts: Bukti Dukung *Tambah* with Nama Eviden and one link, nothing is uploaded; Realisasi *Edit* with realisasi and
sumber data (CONFIRMED, ekinerja-app §2.8, §6.1); merged cells, bukti dukung is column 8 and realisasi column 9
(CONFIRMED, §2.8; the seven before them, after the printed form, are ours); rencana aksi comes first (SINGLE). Choosing
from the drive is ours.
Add: another field of one of the two forms.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.errors import DataTidakSah
from simulator.web.layar import Layar
from simulator.web.lembar import buka_lembar, ke_lembar, pilihan_dokumen, tampil_lembar
from simulator.web.rute import Rute
from simulator.workflow import actions
from simulator.workflow.limits import NAMA_EVIDEN_MAKS, REALISASI_MAKS, TAUTAN_MAKS

rute = Rute("/skp/{skp_id:int}/penilaian/{periode_id:int}/eviden")


@rute.get("")
def daftar(layar: Layar, skp_id: int, periode_id: int) -> Response:
    lembar = buka_lembar(layar, skp_id, periode_id)
    isi = lembar.isi
    dokumen = pilihan_dokumen(layar) if lembar.dapat_diisi else []
    terbuka = isi.skp.daftar_rhk if lembar.merangkum else isi.daftar_rencana
    daftar_iki = [iki.iki_id for rhk in isi.skp.daftar_rhk for iki in rhk.daftar_iki]
    return tampil_lembar(
        layar, "eviden.html", lembar, berencana={satu.rhk_id for satu in terbuka},
        rencana={
            rhk.rhk_id: [satu for satu in isi.daftar_rencana if satu.rhk_id == rhk.rhk_id] for rhk in isi.skp.daftar_rhk
        },
        bukti={iki: [satu for satu in isi.daftar_bukti if satu.iki_id == iki] for iki in daftar_iki},
        realisasi={satu.iki_id: satu for satu in isi.daftar_realisasi},
        umpan={iki: [satu for satu in isi.daftar_umpan if satu.iki_id == iki] for iki in daftar_iki},
        dokumen=dokumen, nomor_saya={nomor for nomor, _ in dokumen},
        maks_nama=NAMA_EVIDEN_MAKS, maks_tautan=TAUTAN_MAKS,
        maks_realisasi=REALISASI_MAKS,
    )  # fmt: skip


@rute.post("/{iki_id:int}/bukti")
def tambah_bukti(layar: Layar, skp_id: int, periode_id: int, iki_id: int) -> Response:
    dokumen_id, tautan = _tujuan(layar)
    actions.tambah_bukti(
        layar.kantor, layar.pelaku, skp_id, periode_id=periode_id, iki_id=iki_id,
        nama_eviden=layar.isian.teks("eviden"), dokumen_id=dokumen_id, tautan=tautan,
    )  # fmt: skip
    return ke_lembar(layar, skp_id, periode_id, "eviden", "Bukti dukung ditambahkan.", jangkar=f"iki-{iki_id}")


@rute.post("/bukti/{bukti_id:int}/ubah")
def ubah_bukti(layar: Layar, skp_id: int, periode_id: int, bukti_id: int) -> Response:
    dokumen_id, tautan = _tujuan(layar)
    bukti = actions.ubah_bukti(
        layar.kantor, layar.pelaku, bukti_id, nama_eviden=layar.isian.teks("eviden"), dokumen_id=dokumen_id,
        tautan=tautan,
    )  # fmt: skip
    return ke_lembar(layar, skp_id, periode_id, "eviden", "Bukti dukung tersimpan.", jangkar=f"iki-{bukti.iki_id}")


@rute.post("/bukti/{bukti_id:int}/hapus")
def hapus_bukti(layar: Layar, skp_id: int, periode_id: int, bukti_id: int) -> Response:
    terhapus = actions.hapus_bukti(layar.kantor, layar.pelaku, bukti_id)
    return ke_lembar(layar, skp_id, periode_id, "eviden", "", hapus=terhapus)


@rute.post("/{iki_id:int}/realisasi")
def isi_realisasi(layar: Layar, skp_id: int, periode_id: int, iki_id: int) -> Response:
    actions.isi_realisasi(
        layar.kantor, layar.pelaku, skp_id, periode_id=periode_id, iki_id=iki_id,
        realisasi=layar.isian.teks("realisasi"), sumber_data=layar.isian.teks("sumber_data"),
    )  # fmt: skip
    return ke_lembar(layar, skp_id, periode_id, "eviden", "Realisasi tersimpan.", jangkar=f"iki-{iki_id}")


@rute.post("/realisasi/{realisasi_id:int}/hapus")
def hapus_realisasi(layar: Layar, skp_id: int, periode_id: int, realisasi_id: int) -> Response:
    terhapus = actions.hapus_realisasi(layar.kantor, layar.pelaku, realisasi_id)
    return ke_lembar(layar, skp_id, periode_id, "eviden", "", hapus=terhapus)


def _tujuan(layar: Layar) -> tuple[int | None, str]:
    """A document of the drive, or a link that was pasted. Raises: DataTidakSah — both."""
    dokumen_id, tautan = (
        layar.isian.bilangan_atau_kosong("dokumen_id", "Dokumen di drive"),
        layar.isian.teks("bukti_eviden"),
    )
    if dokumen_id is not None and tautan:
        raise DataTidakSah(
            "Pilih satu saja: dokumen dari drive Anda, atau tautan yang ditempel. Kosongkan yang lain.",
            kode="bukti-dua-tujuan",
        )
    return dokumen_id, tautan
