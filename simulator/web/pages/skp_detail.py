"""Detail SKP: the document itself, what it still lacks, and what its owner does with the whole of it.

Scene: opened from Daftar SKP; read also by assessor, superior, admin, leadership. May import: simulator.web, workflow.
Facts: two identity cards, sections and the four-across action row (CONFIRMED, ekinerja-app §1.3, §8); the list of what
is missing is label simulasi. Add: a row of the document in the file of its noun (rhk.py, iki.py, lampiran.py).
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.perilaku import PANDUAN_PERILAKU
from simulator.domain.skp import Aspek, JenisLampiran, JenisRHK, KlasifikasiRHK, Pendekatan, Perspektif, StatusSKP
from simulator.rules.temuan import Temuan
from simulator.web.kalimat_contoh import LAMPIRAN
from simulator.web.kata import saran_kata
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions, limits
from simulator.workflow.rincian_skp import rincian_skp
from simulator.workflow.tim import daftar_tim

rute = Rute("/skp")


@rute.get("/{skp_id:int}")
def detail(layar: Layar, skp_id: int) -> Response:
    r = rincian_skp(layar.kantor, layar.pelaku, skp_id)
    tim = [satu.tim.nama for satu in daftar_tim(layar.kantor, layar.saya.pegawai_id)] if r.dapat_diisi else []
    return layar.tampil(
        "skp_detail.html", r=r, skp=r.skp, S=StatusSKP, langkah=_langkah(r.skp.status), nilai=PANDUAN_PERILAKU,
        ekspektasi={satu.nilai: satu.teks for satu in r.skp.daftar_ekspektasi}, jenis_rhk=list(JenisRHK),
        klasifikasi=list(KlasifikasiRHK), perspektif=list(Perspektif), aspek=list(Aspek), lampiran=list(JenisLampiran),
        pendekatan=list(Pendekatan), maks=limits,
        kata=saran_kata(r) if r.dapat_diisi and layar.atur.petunjuk_kata else [],
        tim=tim, contoh_lampiran=LAMPIRAN,
        jangkar=_jangkar, jenis_bawaan=layar.request.query_params.get("jenis", JenisRHK.UTAMA.value),
    )  # fmt: skip


def _langkah(status: StatusSKP) -> list[tuple[StatusSKP, bool]]:
    """The way of every SKP, and where this one stands; a replaced version stands nowhere on it."""
    jalan = (StatusSKP.DRAFT, StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)
    return [(satu, satu is status) for satu in jalan]


def _jangkar(temuan: Temuan) -> str:
    """The part of the page where a finding is mended."""
    if temuan.objek in ("rhk", "iki"):
        return f"{temuan.objek}-{temuan.objek_id}"
    if temuan.kode.startswith("lampiran-"):
        return temuan.kode.replace("-", "_").replace("_", "-", 1)
    return "penilai" if "penilai" in temuan.kode else "status" if "periode" in temuan.kode else "hasil-kerja"


@rute.post("/{skp_id:int}/ajukan")
def ajukan(layar: Layar, skp_id: int) -> Response:
    skp = actions.ajukan_skp(layar.kantor, layar.pelaku, skp_id)
    nama = skp.identitas_penilai.nama if skp.identitas_penilai else "pejabat penilai"
    return layar.pergi(f"/skp/{skp_id}", f"SKP diajukan kepada {nama}. Tunggu keputusannya; selama itu SKP terkunci.")


@rute.post("/{skp_id:int}/periode")
def periode(layar: Layar, skp_id: int) -> Response:
    isian = layar.isian
    actions.ubah_periode(
        layar.kantor, layar.pelaku, skp_id, periode_awal=isian.tanggal("periode_awal", "Periode Awal"),
        periode_akhir=isian.tanggal("periode_akhir", "Periode Akhir"),
        pendekatan=isian.pilihan("pendekatan", Pendekatan, "Pendekatan"),
    )  # fmt: skip
    return layar.pergi(f"/skp/{skp_id}", "Setting Periode SKP tersimpan.")


@rute.post("/{skp_id:int}/penilai")
def penilai(layar: Layar, skp_id: int) -> Response:
    lama = rincian_skp(layar.kantor, layar.pelaku, skp_id).skp
    baru = actions.perbaiki_penilai(layar.kantor, layar.pelaku, skp_id)
    nama = baru.identitas_penilai.nama if baru.identitas_penilai else "belum ada"
    if (lama.identitas_pegawai, lama.identitas_penilai) == (baru.identitas_pegawai, baru.identitas_penilai):
        return layar.pergi(
            f"/skp/{skp_id}",
            f"Kartu identitas sudah sama dengan profil; pejabat penilai tetap {nama}. Bila nama itu keliru, buka "
            "Profil dan tekan Sinkronisasi ASN; bila tetap keliru, minta admin memeriksa atasan di Manajemen Pegawai.",
        )
    return layar.pergi(f"/skp/{skp_id}", f"Kartu identitas diperbarui. Pejabat penilai sekarang: {nama}.")


@rute.post("/{skp_id:int}/revisi")
def revisi(layar: Layar, skp_id: int) -> Response:
    baru = actions.revisi_skp(layar.kantor, layar.pelaku, skp_id, alasan=layar.isian.teks("alasan", "Alasan"))
    return layar.pergi(
        f"/skp/{baru.skp_id}",
        f"Versi {baru.versi} dibuat sebagai Draft dengan isi yang sama. Versi lama tetap berlaku sampai versi ini "
        "disetujui.",
    )
