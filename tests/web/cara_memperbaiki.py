"""How each fault is mended: the documented way, through the pages, by whom it is up to. Returns who did it."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pyotp
from openpyxl import load_workbook

from simulator.domain.kepegawaian import Jabatan, Pegawai
from simulator.domain.pelaksanaan import BuktiDukung, RencanaAksi
from simulator.domain.penilaian import Evaluasi, Rating
from simulator.domain.skp import IKI, RHK, SKP, JenisRHK, Lampiran
from simulator.store import repository
from simulator.web.gangguan import akses, catat
from simulator.workflow import queries
from simulator.workflow.gangguan.macam import ADMIN as SEMUA_ADMIN
from tests.web.adegan_penilai import teks as tanpa_tanda
from tests.web.conftest import Peramban

ADMIN = 7
SANDI = "Rahasia#2027"


@dataclass
class Latihan:
    """One fault that is on in the office behind a browser."""

    peramban: Peramban
    satu: catat.Catatan
    #: What its owner believes the password to be, where that is not the first one.
    sandi: str = ""

    @property
    def kantor(self) -> Any:
        return self.peramban.app.state.kantor

    @property
    def isi(self) -> dict[str, Any]:
        return self.satu.terpasang.isi

    @property
    def saya(self) -> int:
        return self.satu.pegawai_id

    @property
    def teks(self) -> str:
        return self.satu.teks

    def ambil(self, kelas: type, key: int) -> Any:
        with self.kantor.lihat() as connection:
            return repository.get(connection, kelas, key)

    def cari(self, kelas: type, **where: Any) -> list[Any]:
        with self.kantor.lihat() as connection:
            return repository.find(connection, kelas, **where)

    def nama(self, pegawai_id: int | None = None) -> str:
        return self.ambil(Pegawai, self.saya if pegawai_id is None else pegawai_id).nama

    def nip(self) -> str:
        return self.ambil(Pegawai, self.saya).nip

    def atasan(self) -> int:
        return self.ambil(Pegawai, self.saya).atasan_id

    def skp_saya(self, **where: Any) -> SKP:
        found = self.cari(SKP, pegawai_id=self.saya, tahun=2027, **where)
        return max(found, key=lambda skp: skp.skp_id)

    def jadi(self, pegawai_id: int | None = None) -> Peramban:
        return self.peramban.jadi(self.saya if pegawai_id is None else pegawai_id)

    def kirim(self, alamat: str, dari: str, **isian: Any) -> Any:
        jawab = self.peramban.kirim(alamat, dari=dari, **isian)
        assert 'class="pesan galat" role="alert"' not in jawab.text, tanpa_tanda(jawab)[:1500]
        return jawab

    def terlihat(self) -> bool:
        """Is the text on its page, for one of those who meet it?"""
        if self.satu.kode in MASUK:
            return MASUK[self.satu.kode](self)
        for pembaca in self.satu.terpasang.pembaca:
            self.jadi(ADMIN if pembaca == SEMUA_ADMIN else pembaca)
            for alamat in _alamat(self.satu.terpasang.alamat):
                # Below stands the log of what was mended, with the same words.
                if self.teks in html.unescape(self.peramban.get(alamat).text.partition('class="log-perbaikan"')[0]):
                    return True
        return False


def _alamat(pola: str) -> list[str]:
    """The pages a pattern names: alternatives, with and without what is optional."""
    tanpa = [re.sub(r"\((?:[^()]|\([^()]*\)\??)*\)\?", "", satu) for satu in re.split(r"\|(?![^(]*\))", pola)]
    return tanpa


# --- A: the login ------------------------------------------------------------------------------------------------


def _masuk_dengan_klik(latihan: Latihan) -> Any:
    return latihan.peramban.kirim("/pemeran", dari="/pemeran", pegawai_id=latihan.saya)


def _tebak(latihan: Latihan, sandi: str) -> Any:
    return latihan.peramban.kirim("/masuk", dari="/masuk", nip=latihan.nip(), sandi=sandi)


def _kode(halaman: Any) -> str:
    return re.search(r'class="kode">(\d{6})<', halaman.text)[1]


def _otp_ditolak(latihan: Latihan) -> bool:
    halaman = _masuk_dengan_klik(latihan)
    if "Kode OTP" not in halaman.text:
        return False
    jawab = latihan.peramban.kirim("/masuk/otp", dari="/masuk/langkah", kode=_kode(halaman))
    return latihan.teks in jawab.text


MASUK: dict[str, Callable[[Latihan], bool]] = {
    "F01": _otp_ditolak,
    "F02": lambda x: x.teks in _masuk_dengan_klik(x).text,
    "F03": lambda x: x.teks in _tebak(x, x.sandi or f"Asn#{x.nip()[:8]}").text,
    "F04": lambda x: _surat(x).status_code == 200 and x.teks in _surat(x).text,
    "F05": lambda x: x.teks in _tebak(x, f"Asn#{x.nip()[:8]}").text,
    "F06": lambda x: x.teks in _masuk_dengan_klik(x).text,
    "F07": lambda x: x.teks in _tebak(x, f"Asn#{x.nip()[:8]}").text,
}


def _surat(latihan: Latihan) -> Any:
    latihan.peramban.kirim("/masuk/lupa", dari="/masuk/lupa", nip=latihan.nip())
    return latihan.peramban.get(f"/masuk/surat?nip={latihan.nip()}")


def f01(latihan: Latihan) -> str:
    _masuk_dengan_klik(latihan)
    latihan.kirim("/masuk/jam-otomatis", "/masuk/langkah")
    kode = _kode(latihan.peramban.get("/masuk/langkah"))
    assert "Layanan Individu ASN" in latihan.kirim("/masuk/otp", "/masuk/langkah", kode=kode).text
    return latihan.nama()


def f02(latihan: Latihan) -> str:
    _masuk_dengan_klik(latihan)
    halaman = latihan.kirim("/masuk/otp", "/masuk/langkah", kode="")
    rahasia = re.search(r'name="rahasia" value="(\w+)"', halaman.text)[1]
    kode = pyotp.TOTP(rahasia).at(int(time.time()))
    latihan.kirim("/masuk/daftar-otp", "/masuk/aktifkan-otp", rahasia=rahasia, kode=kode, perangkat="Ponsel")
    return latihan.nama()


def f03(latihan: Latihan) -> str:
    tautan = html.unescape(re.search(r'href="(/masuk/atur-ulang[^"]+)"', _surat(latihan).text)[1])
    rahasia = tautan.partition("rahasia=")[2]
    latihan.kirim("/masuk/atur-ulang", tautan, nip=latihan.nip(), rahasia=rahasia, sandi_baru=SANDI, sandi_ulang=SANDI)
    latihan.sandi = SANDI
    assert "Aktifkan MFA" in _tebak(latihan, SANDI).text
    return latihan.nama()


def f04(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim(
        "/admin/akun/surel", f"/admin/akun?nip={latihan.nip()}", nip=latihan.nip(), surel="baru@surel.invalid"
    )
    latihan.peramban.kirim("/keluar", dari="/skp")
    f03(latihan)
    return latihan.nama(ADMIN)


def f05(latihan: Latihan) -> str:
    """Five minutes later; the test moves the note, not the clock."""
    with latihan.peramban.app.state.data.ubah() as web:
        catat.ganti_isi(web, latihan.satu, {"sampai": time.time() - 1})
    assert "Ganti kata sandi" in _tebak(latihan, f"Asn#{latihan.nip()[:8]}").text
    return latihan.nama()


def f06(latihan: Latihan) -> str:
    """Nobody clicked for a while; clicking on makes it last."""
    assert latihan.teks in latihan.peramban.get("/skp").text
    with latihan.peramban.app.state.data.ubah() as web:
        satu = catat.milik(web, "F06", latihan.saya)
        catat.ganti_isi(web, satu, satu.terpasang.isi | {"terakhir": time.time() - akses.JEDA_PADAT - 1})
    assert "Daftar SKP" in latihan.peramban.get("/skp").text
    return latihan.nama()


def f07(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim("/admin/akun/selaraskan", f"/admin/akun?nip={latihan.nip()}", nip=latihan.nip())
    latihan.peramban.kirim("/keluar", dari="/skp")
    return latihan.nama(ADMIN)


# --- D: master data ----------------------------------------------------------------------------------------------


def _sinkron(latihan: Latihan, pegawai_id: int | None = None) -> str:
    latihan.jadi(pegawai_id)
    latihan.peramban.kirim("/profil/sinkronisasi", dari="/profil")
    return latihan.nama(pegawai_id)


def f09(latihan: Latihan) -> str:
    skp = f"/skp/{latihan.isi['skp']}"
    latihan.jadi()
    latihan.peramban.kirim(f"{skp}/penilai", dari=skp)
    assert latihan.terlihat(), "in the wrong order nothing is mended"
    _sinkron(latihan, latihan.isi["atasan"])
    latihan.jadi()
    latihan.peramban.kirim(f"{skp}/penilai", dari=skp)
    return latihan.nama()


def _pindah_ke_jabatan_benar(latihan: Latihan) -> str:
    _sinkron(latihan)
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
    return _sinkron(latihan)


def f11(latihan: Latihan) -> str:
    _sinkron(latihan)
    assert latihan.terlihat(), "nobody acts in the post yet"
    plt = next(p for p in latihan.cari(Pegawai, aktif=True) if p.pegawai_id not in (1, latihan.saya))
    latihan.jadi(ADMIN)
    latihan.kirim(
        "/admin/penugasan/tambah", "/admin/penugasan", nip=plt.nip, jabatan_id=latihan.isi["jabatan"], status="plt",
        mulai="2027-01-22", selesai="", dasar="SPT 12/2027",
    )  # fmt: skip
    return _sinkron(latihan)


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
    latihan.kirim(f"/admin/periode/{latihan.isi['periode']}/hapus", "/admin/periode")
    latihan.kirim(
        "/admin/periode/tambah", "/admin/periode", nama="Triwulan I 2028", tahun=2028, tipe="triwulanan", angka=1,
        periode_awal="2028-01-01", periode_akhir="2028-03-31", batas_pengisian="2028-04-10",
    )  # fmt: skip
    return latihan.nama(ADMIN)


def f21(latihan: Latihan) -> str:
    latihan.jadi(ADMIN)
    latihan.kirim(
        f"/admin/periode/{latihan.isi['periode']}/ubah", "/admin/periode", nama="Triwulan I 2028",
        periode_awal="2028-01-01", periode_akhir="2028-03-31", batas_pengisian="2028-04-10",
    )  # fmt: skip
    return latihan.nama(ADMIN)


# --- W: the way ----------------------------------------------------------------------------------------------------


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


def _periode(latihan: Latihan, skp_id: int, awal: str = "2027-01-01", akhir: str = "2027-12-31") -> None:
    latihan.peramban.kirim(
        f"/skp/{skp_id}/periode", dari=f"/skp/{skp_id}", periode_awal=awal, periode_akhir=akhir,
        pendekatan="kuantitatif",
    )  # fmt: skip


def f26(latihan: Latihan) -> str:
    latihan.jadi()
    pertama, kedua = latihan.isi["skp"]
    latihan.peramban.kirim(f"/skp/{kedua}/hapus", dari="/skp")
    _periode(latihan, pertama)
    return latihan.nama()


def f27(latihan: Latihan) -> str:
    latihan.jadi()
    _periode(latihan, latihan.isi["skp"], awal="2027-07-01")
    return latihan.nama()


def f28(latihan: Latihan) -> str:
    latihan.jadi()
    _periode(latihan, latihan.isi["skp"])
    return latihan.nama()


def _ajukan(latihan: Latihan, skp_id: int) -> None:
    latihan.jadi()
    jawab = latihan.peramban.kirim(f"/skp/{skp_id}/ajukan", dari=f"/skp/{skp_id}")
    assert "SKP diajukan kepada" in jawab.text, tanpa_tanda(jawab)[:1500]


def _setujui(latihan: Latihan, skp_id: int) -> str:
    penilai = latihan.ambil(SKP, skp_id).penilai_id
    latihan.jadi(penilai)
    latihan.kirim(f"/penilai/skp/{skp_id}/setujui", f"/penilai/skp/{skp_id}")
    return latihan.nama(penilai)


def f29(latihan: Latihan) -> str:
    _ajukan(latihan, latihan.isi["skp"])
    return latihan.nama()


def f30(latihan: Latihan) -> str:
    return _setujui(latihan, latihan.isi["skp"])


def _ubah_iki(latihan: Latihan, iki: IKI, target: str) -> str:
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
    return _ubah_iki(latihan, iki, "99 Laporan")


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
    _periode(latihan, baru.skp_id, akhir="2027-01-21")
    _ajukan(latihan, baru.skp_id)
    return _setujui(latihan, baru.skp_id)


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


# --- C: contents -----------------------------------------------------------------------------------------------------


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
    return _ubah_iki(latihan, latihan.ambil(IKI, latihan.isi["iki"]), "4 Laporan")


def f39(latihan: Latihan) -> str:
    rhk = latihan.ambil(RHK, latihan.isi["rhk"])
    ditawarkan = queries.rhk_pimpinan(latihan.kantor, rhk.skp_id)
    assert rhk.jenis is JenisRHK.UTAMA
    return _ubah_rhk(latihan, replace(rhk, rhk_atasan_id=ditawarkan[0].rhk_id))


def f40(latihan: Latihan) -> str:
    butir, skp_id = latihan.ambil(Lampiran, latihan.isi["lampiran"]), latihan.isi["skp"]
    latihan.jadi()
    _periode(latihan, skp_id)
    assert latihan.terlihat(), "the resource is still wrong"
    latihan.jadi()
    latihan.peramban.kirim(
        f"/skp/{skp_id}/lampiran/{butir.lampiran_id}/ubah", dari=f"/skp/{skp_id}", isi="Dua petugas dan anggaran DPA"
    )
    return latihan.nama()


# --- E: evidence -----------------------------------------------------------------------------------------------------


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


# --- R: recaps ------------------------------------------------------------------------------------------------------


def _kirim_rekap(latihan: Latihan, isi: bytes) -> Any:
    csrf = re.search(r'name="csrf" value="([^"]+)"', latihan.peramban.get("/latihan/rekap").text)[1]
    return latihan.peramban.post(
        f"/latihan/rekap/{latihan.satu.gangguan_id}", data={"csrf": csrf, "kembali": "/latihan/rekap"},
        files={"berkas": ("rekap.xlsx", isi)}, follow_redirects=True,
    )  # fmt: skip


def tarik_ulang(latihan: Latihan) -> str:
    """The file as it came is refused; the right one, pulled again from Laporan dan Rekap, is taken."""
    latihan.jadi(ADMIN)
    rusak = latihan.peramban.get(f"/latihan/rekap/{latihan.satu.gangguan_id}.xlsx").content
    assert load_workbook(BytesIO(rusak)).worksheets
    ditolak = _kirim_rekap(latihan, rusak)
    assert "rekap-belum-betul" in ditolak.text, tanpa_tanda(ditolak)[:800]
    benar = latihan.peramban.get(f"/admin/laporan/rekap-penilaian.xlsx?periode={latihan.isi['periode']}").content
    assert "Rekap diterima" in _kirim_rekap(latihan, benar).text
    return latihan.nama(ADMIN)


# --- G: the team ----------------------------------------------------------------------------------------------------


def f54(latihan: Latihan) -> str:
    """The altered copy is refused, so is the recap; the report pulled anew, with its day, is taken."""
    latihan.jadi(ADMIN)
    diubah = latihan.peramban.get(f"/latihan/rekap/{latihan.satu.gangguan_id}.xlsx").content
    assert load_workbook(BytesIO(diubah)).worksheets[0]["A8"].value == "jenis"
    assert "Hari penarikannya tidak tertulis" in _kirim_rekap(latihan, diubah).text
    periode = latihan.isi["periode"]
    salah = latihan.peramban.get(f"/admin/laporan/rekap-penilaian.xlsx?periode={periode}").content
    assert "bukan Laporan Penilaian" in _kirim_rekap(latihan, salah).text
    benar = latihan.peramban.get(f"/admin/laporan/laporan-penilaian.xlsx?periode={periode}").content
    tulis = load_workbook(BytesIO(benar))
    tulis.worksheets[0].cell(10, 21).value = "Sangat Baik" if tulis.worksheets[0].cell(10, 21).value == "-" else "-"
    keluar = BytesIO()
    tulis.save(keluar)
    assert "1 hasil masih berbeda" in _kirim_rekap(latihan, keluar.getvalue()).text
    assert "Rekap diterima" in _kirim_rekap(latihan, benar).text
    return latihan.nama(ADMIN)


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
    (surat,) = [d for d in queries.daftar_dokumen(latihan.kantor, latihan.saya) if d.jenis == "Surat"]
    assert "diminta merevisi SKP" in latihan.peramban.get(f"/drive/buka/{surat.dokumen_id}").text
    latihan.peramban.kirim(f"/skp/{lama.skp_id}/revisi", dari=f"/skp/{lama.skp_id}", alasan="Anggaran dipotong")
    (baru,) = latihan.cari(SKP, versi_sebelumnya_id=lama.skp_id)
    assert latihan.terlihat(), "the older version is in force"
    rhk = [r.rhk_id for r in latihan.cari(RHK, skp_id=baru.skp_id)]
    (iki,) = [i for i in latihan.cari(IKI, rhk_id=rhk) if i.indikator == latihan.isi["indikator"]]
    _ubah_iki(latihan, iki, f"1 {iki.target.partition(' ')[2]}")
    _ajukan(latihan, baru.skp_id)
    return _setujui(latihan, baru.skp_id)


PERBAIKAN: dict[str, Callable[[Latihan], str]] = {
    "F01": f01, "F02": f02, "F03": f03, "F04": f04, "F05": f05, "F06": f06, "F07": f07, "F08": _sinkron, "F09": f09,
    "F10": _pindah_ke_jabatan_benar, "F11": f11, "F12": f12, "F13": f13, "F14": f14, "F15": f15, "F17": f17,
    "F20": f20, "F21": f21, "F22": _pindah_ke_jabatan_benar, "F23": f23, "F24": f24, "F25": f25, "F26": f26,
    "F27": f27, "F28": f28, "F29": f29, "F30": f30, "F31": f31, "F32": f32, "F33": f33, "F34": f34, "F35": f35,
    "F36": f36, "F37": f37, "F38": f38, "F39": f39, "F40": f40, "F41": f41, "F42": f42, "F43": ganti_bukti,
    "F44": f44, "F45": tarik_ulang, "F46": tarik_ulang, "F47": tarik_ulang, "F48": tarik_ulang, "F49": tarik_ulang,
    "F50": tarik_ulang, "F51": f51, "F52": f52, "F53": f53, "F54": f54,
}  # fmt: skip
