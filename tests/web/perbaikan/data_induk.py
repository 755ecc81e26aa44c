"""How faults of master data (D) are mended."""

from __future__ import annotations

from typing import Any

from simulator.domain.kepegawaian import Jabatan, Pegawai
from tests.web.perbaikan.latihan import ADMIN, Latihan


def sinkron(latihan: Latihan, pegawai_id: int | None = None) -> str:
    latihan.jadi(pegawai_id)
    latihan.peramban.kirim("/profil/sinkronisasi", dari="/profil")
    return latihan.nama(pegawai_id)


def f09(latihan: Latihan) -> str:
    skp = f"/skp/{latihan.isi['skp']}"
    latihan.jadi()
    latihan.peramban.kirim(f"{skp}/penilai", dari=skp)
    assert latihan.terlihat(), "in the wrong order nothing is mended"
    sinkron(latihan, latihan.isi["atasan"])
    latihan.jadi()
    latihan.peramban.kirim(f"{skp}/penilai", dari=skp)
    return latihan.nama()


def pindah_ke_jabatan_benar(latihan: Latihan) -> str:
    sinkron(latihan)
    assert latihan.terlihat(), "synchronising alone copies the wrong post again"
    orang = latihan.ambil(Pegawai, latihan.saya)
    benar = next(
        post
        for post in latihan.cari(Jabatan, unit_id=orang.unit_id)
        if post.jabatan_id < 10**9 and not post.pimpinan_unit
    )
    latihan.jadi(ADMIN)
    satu = f"/admin/pegawai/{latihan.saya}"
    latihan.kirim(f"{satu}/ubah", satu, jabatan_id=benar.jabatan_id, atasan_id=orang.atasan_id)
    return sinkron(latihan)


def f11(latihan: Latihan) -> str:
    sinkron(latihan)
    assert latihan.terlihat(), "nobody acts in the post yet"
    plt = next(p for p in latihan.cari(Pegawai, aktif=True) if p.pegawai_id not in (1, latihan.saya))
    latihan.jadi(ADMIN)
    latihan.kirim(
        "/admin/penugasan/tambah", "/admin/penugasan", nip=plt.nip, jabatan_id=latihan.isi["jabatan"], status="plt",
        mulai="2027-01-22", selesai="", dasar="SPT 12/2027",
    )  # fmt: skip
    return sinkron(latihan)


def _skp_baru(latihan: Latihan, **isian: Any) -> None:
    latihan.kirim(
        "/skp/tambah", "/skp", periode_awal="2027-01-01", periode_akhir="2027-12-31", pendekatan="kuantitatif", **isian
    )


def f12(latihan: Latihan) -> str:
    latihan.jadi()
    latihan.kirim(f"/skp/{latihan.isi['skp']}/hapus", "/skp")
    _skp_baru(latihan)
    return latihan.nama()


def f13(latihan: Latihan) -> str:
    latihan.jadi()
    _skp_baru(latihan, plt_plh_pjb=1)
    return latihan.nama()


def f14(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    unit = f"/admin/unor/{latihan.isi['unit']}"
    latihan.kirim(f"{unit}/pimpinan", unit, pimpinan_id=latihan.atasan())
    return latihan.nama(ADMIN)


def f15(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    unit = f"/admin/unor/{latihan.isi['unit']}"
    latihan.kirim(f"{unit}/aktif", unit, aktif=1)
    return latihan.nama(ADMIN)


def f17(latihan: Latihan) -> str:
    latihan.jadi(latihan.isi["atasan"])
    _skp_baru(latihan)
    return latihan.nama(latihan.isi["atasan"])


def f20(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim(
        f"/admin/periode/{latihan.isi['periode']}/ubah", "/admin/periode", nama="Triwulan I 2028", tipe="triwulanan",
        angka=1, periode_awal="2028-01-01", periode_akhir="2028-03-31", batas_pengisian="2028-04-10",
    )  # fmt: skip
    return latihan.nama(ADMIN)


def f21(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim(
        f"/admin/periode/{latihan.isi['periode']}/ubah", "/admin/periode", nama="Triwulan I 2028",
        periode_awal="2028-01-01", periode_akhir="2028-03-31", batas_pengisian="2028-04-10",
    )  # fmt: skip
    return latihan.nama(ADMIN)
