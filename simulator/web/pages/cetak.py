"""Cetak: SKP, lampiran, matriks, evaluasi, dokumen evaluasi and PAK as PDF.

Scene: from Daftar SKP, Penilaian and Matriks Peran Hasil. May import: simulator.web, workflow.
Facts: the printed documents (CONFIRMED, ekinerja-app §2.13); the page that lists them is label simulasi.
Add: another document as one row of what its function does; its layout is web/cetak/.
"""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from simulator.domain.kepegawaian import JenisJabatan
from simulator.web.cetak import hasil, lembar, mesin
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow import cetak as naskah
from simulator.workflow import queries
from simulator.workflow.buku_ak import naskah_pak
from simulator.workflow.pak import pak as konversi

rute = Rute("/cetak")
#: A PDF loads nothing; the viewer around it is the browser's own and must be allowed to draw itself.
CSP_PDF = "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"


@rute.get("")
def daftar(layar: Layar) -> Response:
    kata = layar.request.query_params.get("cari", "")[:100]
    milik = [skp.skp_id for skp in queries.daftar_skp(layar.kantor, layar.saya.pegawai_id)]
    return layar.tampil(
        "cetak.html", milik=[naskah.pilihan_cetak(layar.kantor, layar.pelaku, nomor) for nomor in milik],
        dinilai=queries.skp_bawahan(layar.kantor, layar.saya.pegawai_id), cari=kata, jf=JenisJabatan.JF,
        temuan=naskah.cari_skp(layar.kantor, layar.pelaku, kata), maks=naskah.CARI_MAKS,
    )  # fmt: skip


@rute.get("/{skp_id:int}")
def pilih(layar: Layar, skp_id: int) -> Response:
    pilihan = naskah.pilihan_cetak(layar.kantor, layar.pelaku, skp_id)
    return layar.tampil("cetak_pilih.html", pilihan=pilihan, jf=JenisJabatan.JF)


@rute.get("/skp/{skp_id:int}")
def skp(layar: Layar, skp_id: int) -> Response:
    isi = hasil.isi_skp(naskah.naskah_skp(layar.kantor, layar.pelaku, skp_id))
    return _pdf("skp", isi, f"skp-{skp_id}")


@rute.get("/lampiran/{skp_id:int}")
def lampiran(layar: Layar, skp_id: int) -> Response:
    isi = lembar.isi_lampiran(naskah.naskah_skp(layar.kantor, layar.pelaku, skp_id))
    return _pdf("lampiran", isi, f"lampiran-skp-{skp_id}")


@rute.get("/matriks/{skp_id:int}")
def matriks(layar: Layar, skp_id: int) -> Response:
    isi = lembar.isi_matriks(naskah.naskah_matriks(layar.kantor, layar.pelaku, skp_id))
    return _pdf("matriks", isi, f"matriks-peran-hasil-{skp_id}")


@rute.get("/evaluasi/{skp_id:int}/{periode_id:int}")
def evaluasi(layar: Layar, skp_id: int, periode_id: int) -> Response:
    isi = hasil.isi_evaluasi(naskah.naskah_evaluasi(layar.kantor, layar.pelaku, skp_id, periode_id))
    return _pdf("evaluasi", isi, f"evaluasi-{skp_id}-periode-{periode_id}")


@rute.get("/dokumen/{skp_id:int}/{periode_id:int}")
def dokumen(layar: Layar, skp_id: int, periode_id: int) -> Response:
    isi = lembar.isi_dokumen(naskah.naskah_evaluasi(layar.kantor, layar.pelaku, skp_id, periode_id))
    return _pdf("dokumen", isi, f"dokumen-evaluasi-{skp_id}-periode-{periode_id}")


@rute.get("/pak/{skp_id:int}")
def pak(layar: Layar, skp_id: int) -> Response:
    isi = lembar.isi_pak(konversi(layar.kantor, layar.pelaku, skp_id))
    return _pdf("pak", isi, f"pak-{skp_id}")


@rute.get("/penetapan/{pegawai_id:int}/{tahun:int}")
def penetapan(layar: Layar, pegawai_id: int, tahun: int) -> Response:
    isi = lembar.isi_penetapan(naskah_pak(layar.kantor, layar.pelaku, pegawai_id, tahun))
    return _pdf("penetapan", isi, f"pak-{pegawai_id}-{tahun}")


def _pdf(pola: str, isi: dict[str, Any], nama: str) -> Response:
    """The sheet, shown in the browser; its file name carries no person's name or NIP."""
    kepala = {"Content-Disposition": f'inline; filename="simulasi-{nama}.pdf"', "Content-Security-Policy": CSP_PDF}
    return Response(mesin.pdf(pola, isi), media_type="application/pdf", headers=kepala)
