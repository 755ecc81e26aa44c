"""How faults of contents (C) and evidence (E) are mended."""

from __future__ import annotations

from dataclasses import replace

from simulator.domain.pelaksanaan import BuktiDukung
from simulator.domain.skp import IKI, RHK, JenisRHK, Lampiran
from simulator.workflow import queries
from tests.web.perbaikan.alur import atur_periode, ubah_iki
from tests.web.perbaikan.latihan import Latihan


def _ubah_rhk(latihan: Latihan, rhk: RHK) -> str:
    latihan.jadi()
    latihan.peramban.kirim(
        f"/skp/{rhk.skp_id}/rhk/{rhk.rhk_id}/ubah", dari=f"/skp/{rhk.skp_id}", teks_rhk=rhk.teks, jenis=rhk.jenis.value,
        klasifikasi=rhk.klasifikasi.value, penugasan_dari="", perspektif="", rhk_atasan_id=rhk.rhk_atasan_id,
    )  # fmt: skip
    return latihan.nama()


def f37(latihan: Latihan) -> str:
    return _ubah_rhk(latihan, replace(latihan.ambil(RHK, latihan.isi["rhk"]), teks="Tersusunnya laporan layanan"))


def f38(latihan: Latihan) -> str:
    return ubah_iki(latihan, latihan.ambil(IKI, latihan.isi["iki"]), "4 Laporan")


def f39(latihan: Latihan) -> str:
    rhk = latihan.ambil(RHK, latihan.isi["rhk"])
    ditawarkan = queries.rhk_pimpinan(latihan.kantor, rhk.skp_id)
    assert rhk.jenis is JenisRHK.UTAMA
    return _ubah_rhk(latihan, replace(rhk, rhk_atasan_id=ditawarkan[0].rhk_id))


def f40(latihan: Latihan) -> str:
    butir, skp_id = latihan.ambil(Lampiran, latihan.isi["lampiran"]), latihan.isi["skp"]
    latihan.jadi()
    atur_periode(latihan, skp_id)
    assert latihan.terlihat(), "the resource is still wrong"
    latihan.jadi()
    latihan.peramban.kirim(
        f"/skp/{skp_id}/lampiran/{butir.lampiran_id}/ubah", dari=f"/skp/{skp_id}", isi="Dua petugas dan anggaran DPA"
    )
    return latihan.nama()


def f41(latihan: Latihan) -> str:
    dokumen = f"/drive/{latihan.isi['dokumen']}"
    latihan.jadi()
    latihan.peramban.kirim(f"{dokumen}/akses", dari=dokumen, akses="penilai")
    return latihan.nama()


def _hapus_bukti(latihan: Latihan, bukti: BuktiDukung) -> str:
    dasar = f"/skp/{bukti.skp_id}/penilaian/{bukti.periode_id}/eviden"
    latihan.jadi()
    latihan.peramban.kirim(f"{dasar}/bukti/{bukti.bukti_id}/hapus", dari=dasar)
    return latihan.nama()


def ganti_bukti(latihan: Latihan) -> str:
    """Another paper, dated today, in place of the wrong one."""
    bukti = latihan.ambil(BuktiDukung, latihan.isi["bukti"])
    dasar = f"/skp/{bukti.skp_id}/penilaian/{bukti.periode_id}/eviden"
    latihan.jadi()
    latihan.peramban.kirim(
        "/drive/simpan", dari="/drive", nama="Laporan triwulan.pdf", jenis="Laporan", tanggal="2027-01-20",
        folder="2027/RHK01", akses="penilai", bertanda_tangan=1, isi_ringkas="Laporan hasil.",
    )  # fmt: skip
    baru = [d for d in queries.daftar_dokumen(latihan.kantor, latihan.saya) if d.nama == "Laporan triwulan.pdf"]
    assert baru
    latihan.peramban.kirim(
        f"{dasar}/bukti/{bukti.bukti_id}/ubah", dari=dasar, eviden="Laporan triwulan", dokumen_id=baru[0].dokumen_id,
        bukti_eviden="",
    )  # fmt: skip
    return latihan.nama()


def f42(latihan: Latihan) -> str:
    """All three: another paper, the stray one into the folder of the period, proof for what was done."""
    ganti_bukti(latihan)
    assert latihan.terlihat(), "one paper is still astray, one realisation without proof"
    lepas = f"/drive/{latihan.isi['lepas']}"
    latihan.jadi()
    latihan.kirim(f"{lepas}/nama", lepas, nama="Laporan RHK 1.pdf", folder="2027/TW1/RHK01")
    assert latihan.terlihat(), "one realisation is still without proof"
    tanpa = latihan.isi["tanpa"]
    dasar = f"/skp/{tanpa['skp_id']}/penilaian/{tanpa['periode_id']}/eviden"
    baru = [d for d in queries.daftar_dokumen(latihan.kantor, latihan.saya) if d.nama == "Laporan triwulan.pdf"]
    latihan.jadi()
    latihan.kirim(
        f"{dasar}/{tanpa['iki_id']}/bukti", dasar, eviden="Laporan triwulan", dokumen_id=baru[0].dokumen_id,
        bukti_eviden="",
    )  # fmt: skip
    return latihan.nama()


def f44(latihan: Latihan) -> str:
    where = {"skp_id": latihan.isi["skp"], "periode_id": latihan.isi["periode"], "tautan": latihan.isi["tautan"]}
    for bukti in latihan.cari(BuktiDukung, **where)[1:]:
        oleh = _hapus_bukti(latihan, bukti)
    return oleh
