"""How faults of the way (W) from Draft to rating are mended."""

from __future__ import annotations

from simulator.domain.pelaksanaan import RencanaAksi
from simulator.domain.skp import IKI, RHK, SKP
from tests.web.adegan_penilai import teks as tanpa_tanda
from tests.web.perbaikan.latihan import ADMIN, Latihan


def f23(latihan: Latihan) -> str:
    atasan = latihan.isi["atasan"]
    (skp,) = latihan.cari(SKP, pegawai_id=atasan, tahun=2027)
    latihan.jadi(atasan)
    latihan.kirim(
        f"/skp/{skp.skp_id}/rhk", f"/skp/{skp.skp_id}", teks_rhk="Terwujudnya layanan unit yang baik", jenis="utama",
        klasifikasi="organisasi", penugasan_dari="", perspektif="",
    )  # fmt: skip
    return latihan.nama(atasan)


def f24(latihan: Latihan) -> str:
    atasan, skp_id = latihan.atasan(), latihan.isi["skp"]
    latihan.jadi(atasan)
    latihan.kirim(f"/penilai/matriks/{skp_id}/sinkronisasi", f"/penilai/matriks/{skp_id}")
    return latihan.nama(atasan)


def f25(latihan: Latihan) -> str:
    latihan.jadi()
    skp = f"/skp/{latihan.isi['skp']}"
    latihan.peramban.kirim(f"{skp}/penilai", dari=skp)
    return latihan.nama()


def atur_periode(latihan: Latihan, skp_id: int, awal: str = "2027-01-01", akhir: str = "2027-12-31") -> None:
    latihan.peramban.kirim(
        f"/skp/{skp_id}/periode", dari=f"/skp/{skp_id}", periode_awal=awal, periode_akhir=akhir,
        pendekatan="kuantitatif",
    )  # fmt: skip


def f26(latihan: Latihan) -> str:
    latihan.jadi()
    pertama, kedua = latihan.isi["skp"]
    latihan.peramban.kirim(f"/skp/{kedua}/hapus", dari="/skp")
    atur_periode(latihan, pertama)
    return latihan.nama()


def f27(latihan: Latihan) -> str:
    latihan.jadi()
    atur_periode(latihan, latihan.isi["skp"], awal="2027-07-01")
    return latihan.nama()


def f28(latihan: Latihan) -> str:
    latihan.jadi()
    atur_periode(latihan, latihan.isi["skp"])
    return latihan.nama()


def ajukan(latihan: Latihan, skp_id: int) -> None:
    latihan.jadi()
    jawab = latihan.peramban.kirim(f"/skp/{skp_id}/ajukan", dari=f"/skp/{skp_id}")
    assert "SKP diajukan kepada" in jawab.text, tanpa_tanda(jawab)[:1500]


def setujui(latihan: Latihan, skp_id: int) -> str:
    penilai = latihan.ambil(SKP, skp_id).penilai_id
    latihan.jadi(penilai)
    latihan.kirim(f"/penilai/skp/{skp_id}/setujui", f"/penilai/skp/{skp_id}")
    return latihan.nama(penilai)


def f29(latihan: Latihan) -> str:
    ajukan(latihan, latihan.isi["skp"])
    return latihan.nama()


def f30(latihan: Latihan) -> str:
    return setujui(latihan, latihan.isi["skp"])


def ubah_iki(latihan: Latihan, iki: IKI, target: str) -> str:
    rhk = latihan.ambil(RHK, iki.rhk_id)
    latihan.jadi()
    jawab = latihan.peramban.kirim(
        f"/skp/{rhk.skp_id}/iki/{iki.iki_id}/ubah", dari=f"/skp/{rhk.skp_id}", aspek=iki.aspek.value,
        indikator=iki.indikator, target=target,
    )  # fmt: skip
    assert jawab.status_code == 200
    return latihan.nama()


def f31(latihan: Latihan) -> str:
    iki = latihan.ambil(IKI, latihan.isi["iki"])
    rhk = latihan.ambil(RHK, iki.rhk_id)
    latihan.jadi()
    assert "naikkan targetnya" in latihan.peramban.get(f"/skp/{rhk.skp_id}").text, "the note is there to be read"
    return ubah_iki(latihan, iki, "99 Laporan")


def f32(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim(
        f"/admin/periode/{latihan.isi['periode']}/perpanjang", "/admin/periode", batas_baru="2027-02-15",
        alasan="Jaringan putus",
    )  # fmt: skip
    return latihan.nama(ADMIN)


def _rencana(latihan: Latihan, rhk_id: int) -> str:
    dasar = f"/skp/{latihan.isi['skp']}/penilaian/{latihan.isi['periode']}/rencana_aksi"
    latihan.jadi()
    latihan.peramban.kirim(f"{dasar}/{rhk_id}/tambah", dari=dasar, deskripsi="Menyusun laporan", target="1 Laporan")
    return latihan.nama()


def f33(latihan: Latihan) -> str:
    return _rencana(latihan, latihan.isi["rhk"])


def f34(latihan: Latihan) -> str:
    return _rencana(latihan, latihan.cari(RHK, skp_id=latihan.isi["skp"])[0].rhk_id)


def f35(latihan: Latihan) -> str:
    lama = min(latihan.cari(SKP, pegawai_id=latihan.saya, tahun=2027), key=lambda skp: skp.periode_awal)
    latihan.jadi()
    latihan.peramban.kirim(f"/skp/{lama.skp_id}/revisi", dari=f"/skp/{lama.skp_id}", alasan="Mutasi")
    (baru,) = latihan.cari(SKP, versi_sebelumnya_id=lama.skp_id)
    atur_periode(latihan, baru.skp_id, akhir="2027-01-21")
    ajukan(latihan, baru.skp_id)
    return setujui(latihan, baru.skp_id)


def f36(latihan: Latihan) -> str:
    rencana = latihan.ambil(RencanaAksi, latihan.isi["rencana"])
    dasar = f"/skp/{rencana.skp_id}/penilaian/{rencana.periode_id}/progres"
    isian = {
        "rencana_id": rencana.rencana_id, "tanggal": "2027-01-20", "jam_mulai": "08:00", "jam_selesai": "10:00",
        "kegiatan": "Menyusun laporan", "bukti_eviden": "",
    }  # fmt: skip
    latihan.jadi()
    salah = latihan.peramban.kirim(f"{dasar}/tambah", dari=dasar, realisasi_activity="1,5", satuan="", **isian)
    assert "harus bilangan bulat" in salah.text
    assert latihan.terlihat()
    latihan.jadi()
    latihan.peramban.kirim(f"{dasar}/tambah", dari=dasar, realisasi_activity=1, satuan="Laporan", **isian)
    return latihan.nama()
