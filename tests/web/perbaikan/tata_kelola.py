"""How faults of the team (G) are mended."""

from __future__ import annotations

from simulator.domain.penilaian import Evaluasi, Rating
from simulator.domain.skp import IKI, RHK, SKP
from simulator.workflow import queries
from tests.web.perbaikan.alur import ajukan, setujui, ubah_iki
from tests.web.perbaikan.latihan import Latihan


def f51(latihan: Latihan) -> str:
    from simulator.domain.pelaksanaan import Realisasi

    satu = latihan.ambil(Realisasi, latihan.isi["realisasi"][0])
    pemilik = latihan.ambil(SKP, satu.skp_id).pegawai_id
    dasar = f"/skp/{satu.skp_id}/penilaian/{satu.periode_id}/eviden"
    latihan.jadi(pemilik)
    latihan.peramban.kirim(
        f"{dasar}/{satu.iki_id}/realisasi", dari=dasar, realisasi="1 Laporan layanan bulan Januari",
        sumber_data="Rekap layanan",
    )  # fmt: skip
    return latihan.nama(pemilik)


def f52(latihan: Latihan) -> str:
    """Rate again until the curve keeps the pattern."""
    penilai, periode_id = latihan.isi["penilai"], latihan.isi["periode"]
    latihan.jadi(penilai)
    for evaluasi in latihan.cari(Evaluasi, periode_id=periode_id, penilai_id=penilai):
        if not latihan.terlihat():
            break
        latihan.jadi(penilai)
        dasar = f"/penilai/penilaian/{evaluasi.skp_id}/{periode_id}"
        latihan.peramban.kirim(
            f"{dasar}/rating",
            dari=dasar,
            rating_hasil=Rating.SESUAI.value,
            rating_perilaku=Rating.DI_BAWAH.value,
            catatan="Kalibrasi",
        )
    return latihan.nama(penilai)


def f53(latihan: Latihan) -> str:
    """The letter is read; a revision that leaves the target as it is changes nothing, one that lowers it does."""
    lama = latihan.skp_saya()
    latihan.jadi()
    (surat,) = [d for d in queries.daftar_dokumen(latihan.kantor, latihan.saya) if f"“{d.nama}”" in latihan.teks]
    assert "diminta merevisi SKP" in latihan.peramban.get(f"/drive/buka/{surat.dokumen_id}").text
    latihan.peramban.kirim(f"/skp/{lama.skp_id}/revisi", dari=f"/skp/{lama.skp_id}", alasan="Anggaran dipotong")
    (baru,) = latihan.cari(SKP, versi_sebelumnya_id=lama.skp_id)
    assert latihan.terlihat(), "the older version is in force"
    rhk = [r.rhk_id for r in latihan.cari(RHK, skp_id=baru.skp_id)]
    (iki,) = [i for i in latihan.cari(IKI, rhk_id=rhk) if i.indikator == latihan.isi["indikator"]]
    ubah_iki(latihan, iki, f"1 {iki.target.partition(' ')[2]}")
    ajukan(latihan, baru.skp_id)
    return setujui(latihan, baru.skp_id)
