"""Pemberitahuan: what waits for one, and what others did about it.

Scene: everybody, for themselves only. May import: simulator.web, workflow.
Facts: none (label simulasi). Read means: up to which journal entry somebody has pressed *Tandai semua sudah dibaca*.
Add: where an event or a duty leads to in ``_alamat_…``.
"""

from __future__ import annotations

from starlette.responses import Response

from simulator.web.bingkai import DIBACA
from simulator.web.layar import Layar
from simulator.web.rute import Rute
from simulator.workflow.menunggu import Perlu, Tunggu, menunggu
from simulator.workflow.pemberitahuan import SEKALI_TAMPIL, Jenis, Pemberitahuan, pemberitahuan

rute = Rute("/pemberitahuan")


@rute.get("")
def halaman(layar: Layar) -> Response:
    me = layar.saya.pegawai_id
    events = pemberitahuan(layar.kantor, me)
    return layar.tampil(
        "pemberitahuan.html", dibaca=layar.ingatan(DIBACA, 0), batas=SEKALI_TAMPIL,
        menunggu=[(satu, _alamat_tunggu(satu)) for satu in menunggu(layar.kantor, me)],
        daftar=[(satu, _alamat_peristiwa(satu)) for satu in events],
    )  # fmt: skip


@rute.post("/dibaca")
def dibaca(layar: Layar) -> Response:
    """Everything up to what the page showed counts as read; never less than before."""
    sampai = layar.isian.bilangan("sampai", "nomor terakhir")
    events = pemberitahuan(layar.kantor, layar.saya.pegawai_id, banyak=1)
    newest = events[0].nomor if events else 0
    layar.ingat(DIBACA, max(layar.ingatan(DIBACA, 0), min(sampai, newest)))
    return layar.kembali("Semua pemberitahuan ditandai sudah dibaca.")


def _alamat_tunggu(satu: Tunggu) -> str:
    match satu.perlu:
        case Perlu.BUAT_SKP:
            return "/skp"
        case Perlu.SKP:
            return f"/skp/{satu.skp_id}"
        case Perlu.RENCANA:
            return f"/skp/{satu.skp_id}/penilaian/{satu.periode_id}/rencana_aksi"
        case Perlu.ISIAN:
            return f"/skp/{satu.skp_id}/penilaian/{satu.periode_id}/eviden"
        case Perlu.PERSETUJUAN:
            return "/penilai/skp"
        case Perlu.SINKRON:
            return f"/penilai/matriks/{satu.skp_id}"
        case Perlu.NILAI:
            return "/penilai/penilaian"
        case Perlu.PAK:
            return "/penilai/pak"
        case Perlu.KEBERATAN:
            return f"/penilai/keberatan/{satu.keberatan_id}"


def _alamat_peristiwa(satu: Pemberitahuan) -> str:
    """Where one can see it; empty where there is nothing more to see."""
    if satu.jenis is Jenis.DIAJUKAN:
        return f"/penilai/skp/{satu.skp_id}"
    if satu.keberatan_id is not None and not satu.milik:
        return f"/penilai/keberatan/{satu.keberatan_id}"
    tetap = {
        Jenis.DIBAGIKAN: "/skp", Jenis.PAK: "/angka-kredit", Jenis.TIM: "/tim-kerja", Jenis.DATA_PEGAWAI: "/profil",
        Jenis.PENUGASAN: "/skp",
    }  # fmt: skip
    if satu.jenis in tetap:
        return tetap[satu.jenis]
    if satu.jenis is Jenis.REKAN:
        return f"/penilai/penilaian/{satu.skp_id}/{satu.periode_id}#rekan"
    if satu.skp_id is None:
        return ""
    return f"/skp/{satu.skp_id}" if satu.periode_id is None else f"/skp/{satu.skp_id}/penilaian/{satu.periode_id}/hasil"
