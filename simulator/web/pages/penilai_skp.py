"""SKP Bawahan: the list with its statuses, one SKP as its assessor reads it, approve or return with a reason.

Scene: the assessor after *Ajukan SKP*. May import: simulator.domain, simulator.web, workflow.
Facts: list with status, open detail, setuju / tolak / revisi (CONFIRMED, BKN guide); a return carries a keterangan
(seen in a look-alike, label simulasi). Add: another decision here; the expectations are penilai_ekspektasi.py.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.domain.akun import Peran
from simulator.domain.pelaksanaan import RencanaAksi
from simulator.domain.perilaku import PANDUAN_PERILAKU
from simulator.domain.skp import JenisLampiran, JenisRHK, StatusSKP
from simulator.store import repository
from simulator.web.berikutnya import nama_pegawai, skp_berikutnya
from simulator.web.kalimat_contoh import EKSPEKTASI, pisah
from simulator.web.kepala_daerah import memerankan, penilai_skp
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import actions, queries
from simulator.workflow.actor import KEPALA_DAERAH
from simulator.workflow.bawahan import bawahan_tanpa_skp, dinilai_oleh, skp_dinilai
from simulator.workflow.limits import ALASAN_MAKS, EKSPEKTASI_MAKS
from simulator.workflow.rincian_skp import rincian_skp
from simulator.workflow.riwayat_skp import dikembalikan, riwayat_skp

rute = Rute("/penilai/skp", peran=Peran.PENILAI)
BERJALAN = (StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)


@rute.get("")
def daftar(layar: Layar) -> Response:
    semua = skp_dinilai(layar.kantor, layar.pelaku)
    puncak = skp_dinilai(layar.kantor, KEPALA_DAERAH) if memerankan(layar) else []
    return layar.tampil(
        "penilai_skp_daftar.html", daftar=[*puncak, *semua], berjalan=BERJALAN, pengajuan=StatusSKP.PENGAJUAN,
        menunggu=sum(skp.status is StatusSKP.PENGAJUAN for skp in [*puncak, *semua]), tahun=layar.hari.year,
        tanpa_skp=bawahan_tanpa_skp(layar.kantor, layar.saya.pegawai_id, layar.hari.year), puncak=memerankan(layar),
        dikembalikan=dikembalikan(layar.kantor, [*puncak, *semua]),
    )  # fmt: skip


@rute.get("/{skp_id:int}")
def rincian(layar: Layar, skp_id: int) -> Response:
    pelaku = penilai_skp(layar, queries.skp_lengkap(layar.kantor, skp_id))
    r = rincian_skp(layar.kantor, pelaku, skp_id)
    skp = r.skp
    with layar.lihat() as connection:
        menilai = dinilai_oleh(connection, pelaku, skp)
        dijalankan = repository.count(connection, RencanaAksi, skp_id=skp_id) > 0
    terisi = {satu.nilai: satu.teks for satu in skp.daftar_ekspektasi}
    return layar.tampil(
        "penilai_skp.html", skp=skp, menilai=menilai, pelaku=pelaku, r=r,
        riwayat=riwayat_skp(layar.kantor, skp_id),
        jenis_rhk=list(JenisRHK),
        lampiran=[(jenis, [satu for satu in skp.daftar_lampiran if satu.jenis is jenis]) for jenis in JenisLampiran],
        perilaku=[
            (nilai, panduan, contoh := EKSPEKTASI[nilai], isi := terisi.get(nilai, ""), *pisah(isi, contoh))
            for nilai, panduan in PANDUAN_PERILAKU.items()
        ],
        boleh_ekspektasi=menilai and skp.status in (StatusSKP.DRAFT, StatusSKP.PENGAJUAN),
        diajukan=skp.status is StatusSKP.PENGAJUAN, disetujui=skp.status is StatusSKP.PERSETUJUAN,
        dapat_kembali=skp.status is StatusSKP.PENGAJUAN or (skp.status is StatusSKP.PERSETUJUAN and not dijalankan),
        berjalan=skp.status in BERJALAN, draft=skp.status is StatusSKP.DRAFT, maks_alasan=ALASAN_MAKS,
        maks_ekspektasi=EKSPEKTASI_MAKS,
    )  # fmt: skip


@rute.post("/{skp_id:int}/setujui")
def setujui(layar: Layar, skp_id: int) -> Response:
    skp = actions.setujui_skp(layar.kantor, penilai_skp(layar, queries.skp_lengkap(layar.kantor, skp_id)), skp_id)
    return layar.kembali(
        f"SKP {nama_pegawai(skp)} disetujui. Penilaian per periode kini terbuka bagi pegawai dan bagi Anda.",
        lanjut=[skp_berikutnya(layar)],
    )


@rute.post("/{skp_id:int}/kembalikan")
def kembalikan(layar: Layar, skp_id: int) -> Response:
    pelaku = penilai_skp(layar, queries.skp_lengkap(layar.kantor, skp_id))
    skp = actions.kembalikan_skp(layar.kantor, pelaku, skp_id, alasan=layar.isian.teks("alasan"))
    return layar.kembali(
        f"SKP {nama_pegawai(skp)} dikembalikan. Pegawai membaca alasan Anda, memperbaiki, lalu mengajukan lagi.",
        lanjut=[skp_berikutnya(layar)],
    )
