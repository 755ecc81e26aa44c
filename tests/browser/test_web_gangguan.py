"""A class meets faults in real browsers: every family of the catalogue once, seen, mended as documented, in the log.

One office founded with its faults by the command an instructor types, one server with the instructor's key. The other
faults of each family are tried one by one in tests/web/test_gangguan.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jelajah import menjadi
from peramban_uji import bimtek
from web_uji import KELAS, KUNCI, Orang, web_berjalan

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.pelaksanaan import Realisasi
from simulator.domain.skp import IKI, RHK
from simulator.store import repository
from simulator.store.verification import verify
from simulator.web.data import buka_data
from simulator.web.gangguan import catat
from simulator.workflow.gangguan.katalog import GRUP, katalog
from simulator.workflow.office import Kantor, open_office

pytestmark = pytest.mark.peramban

ADMIN = 7


@dataclass
class Kasus:
    """One fault that is on, and somebody at a browser in the office."""

    saya: Orang
    kantor: Kantor
    satu: catat.Catatan

    @property
    def isi(self) -> dict[str, Any]:
        return self.satu.terpasang.isi

    def ambil(self, kelas: type, nomor: int) -> Any:
        with self.kantor.lihat() as connection:
            return repository.get(connection, kelas, nomor)

    def nama(self, pegawai_id: int) -> str:
        return str(self.ambil(Pegawai, pegawai_id).nama)

    def menemui(self, alamat: str, pegawai_id: int | None = None) -> Orang:
        """Whoever meets it opens the page where it is met, and reads its text."""
        menjadi(self.saya, self.satu.pegawai_id if pegawai_id is None else pegawai_id)
        self.saya.ke(alamat)
        assert self.satu.teks in self.saya.teks
        return self.saya

    def selesai(self, alamat: str, oleh: int) -> str:
        """Gone from that page; whom the log has to name."""
        self.saya.ke(alamat)
        assert self.satu.teks not in self.saya.teks
        return self.nama(oleh)


def jam_ponsel(kasus: Kasus) -> str:
    """A: the code of a phone whose clock is wrong, then right."""
    saya = kasus.saya.ke("/pemeran")
    saya.halaman.locator('form[action$="/pemeran"] input[name="pegawai_id"]').first.evaluate(
        "(isian, nomor) => { isian.value = nomor; isian.form.submit(); }", str(kasus.satu.pegawai_id)
    )
    saya.halaman.wait_for_url("**/masuk/langkah**")
    saya.isi(kode=saya.halaman.locator(".kode").inner_text()).klik("Sign In")
    assert kasus.satu.teks in saya.teks
    saya.klik("Atur jam otomatis").isi(kode=saya.halaman.locator(".kode").inner_text()).klik("Sign In")
    assert saya.judul != "Kode OTP"
    return kasus.nama(kasus.satu.pegawai_id)


def unit_tidak_aktif(kasus: Kasus) -> str:
    """D: the synchronisation is refused until the administrator activates the unit."""
    saya = kasus.menemui("/profil")
    saya.klik("Sinkronisasi ASN")
    assert kasus.satu.teks in saya.pesan
    menjadi(saya, ADMIN)
    saya.ke(f"/admin/unor/{kasus.isi['unit']}").klik("Aktifkan")
    menjadi(saya, kasus.satu.pegawai_id)
    saya.ke("/profil").klik("Sinkronisasi ASN")
    assert "Sinkronisasi selesai" in saya.pesan
    return kasus.selesai("/profil", ADMIN)


def penilai_keliru(kasus: Kasus) -> str:
    """W: the wrong assessor on the SKP."""
    saya = kasus.menemui(f"/skp/{kasus.isi['skp']}")
    saya.klik("Perbarui kartu")
    return kasus.selesai(f"/skp/{kasus.isi['skp']}", kasus.satu.pegawai_id)


def target_kabur(kasus: Kasus) -> str:
    """C: a target without number and unit."""
    iki = kasus.ambil(IKI, kasus.isi["iki"])
    alamat = f"/skp/{kasus.ambil(RHK, iki.rhk_id).skp_id}"
    saya = kasus.menemui(alamat)
    saya.ke(f"{alamat}?buka=ubah-iki-{iki.iki_id}").isi(target="4 Laporan").simpan()
    return kasus.selesai(alamat, kasus.satu.pegawai_id)


def tautan_dibatasi(kasus: Kasus) -> str:
    """E: the assessor is kept out of the evidence."""
    (penilai,), saya = kasus.satu.terpasang.pembaca, kasus.saya
    menjadi(saya, penilai)
    saya.ke(kasus.satu.terpasang.alamat.partition("/bukti/")[0]).klik("Laporan kegiatan")
    assert saya.judul == kasus.satu.teks
    menjadi(saya, kasus.satu.pegawai_id)
    saya.ke(f"/drive/{kasus.isi['dokumen']}").isi(akses="penilai").simpan()
    menjadi(saya, penilai)
    return kasus.selesai(kasus.satu.terpasang.alamat, kasus.satu.pegawai_id)


def rekap_rusak(kasus: Kasus) -> str:
    """R: the file as it came back is refused, the one pulled anew is taken."""
    saya = kasus.menemui("/admin/laporan", ADMIN)
    saya.klik("Buka Rekap Kiriman")
    minta = saya.halaman.context.request
    for alamat, terkirim in (
        (f"/latihan/rekap/{kasus.satu.gangguan_id}.xlsx", "bukan teks 18 angka"),
        (f"/admin/laporan/rekap-penilaian.xlsx?periode={kasus.isi['periode']}", "Rekap diterima"),
    ):
        berkas = {"name": "rekap.xlsx", "mimeType": "application/octet-stream"}
        buku = berkas | {"buffer": minta.get(saya.alamat + alamat).body()}
        saya.halaman.set_input_files('input[type="file"]', files=[buku])
        saya.klik("Kirim kembali")
        assert terkirim in saya.pesan
    return kasus.selesai("/admin/laporan", ADMIN)


def diisi_operator(kasus: Kasus) -> str:
    """G: the same sentence under two names."""
    satu = kasus.ambil(Realisasi, kasus.isi["realisasi"][0])
    alamat = f"/skp/{satu.skp_id}/penilaian/{satu.periode_id}/eviden"
    saya = kasus.menemui(alamat)
    saya.ke(f"{alamat}?buka=realisasi-{satu.iki_id}").isi(realisasi="1 Laporan layanan bulan Januari").simpan()
    return kasus.selesai(alamat, kasus.satu.pegawai_id)


FAMILI: dict[str, Callable[[Kasus], str]] = {
    "F01": jam_ponsel, "F15": unit_tidak_aktif, "F25": penilai_keliru, "F38": target_kabur, "F41": tautan_dibatasi,
    "F46": rekap_rusak, "F51": diisi_operator,
}  # fmt: skip


def test_every_family_of_faults_is_met_mended_and_logged(tmp_path: Path, buka: Any, gambar: Any) -> None:
    assert {katalog()[kode].grup for kode in FAMILI} == set(GRUP)
    berkas = tmp_path / "kelas.ekin.db"
    bimtek(
        "instansi", "buat", "--skenario", "dinas_kesehatan", "--benih", "7", "--keluaran", berkas, "--gangguan",
        ",".join(FAMILI),
    )  # fmt: skip
    with web_berjalan(berkas, *KELAS) as alamat, open_office(berkas) as kantor:
        saya, oleh = Orang(buka(), alamat), {}
        for kode, perbaiki in FAMILI.items():
            data = buka_data(berkas)
            with data.lihat() as web:
                (satu,) = catat.terpasang(web, kode)
            data.tutup()
            oleh[satu.teks] = perbaiki(Kasus(saya, kantor, satu))
        menjadi(saya, ADMIN)
        saya.ke("/admin/log")
        for teks, nama in oleh.items():
            baris = saya.halaman.locator(".log-perbaikan tr", has_text=teks)
            assert re.search(re.escape(nama) + r".*2027-01-22", " ".join(baris.inner_text().split())), teks
        gambar(saya.halaman, "gangguan log")
        saya.ke("/latihan/gangguan")
        assert "Terpasang" not in saya.teks
        saya.isi(kunci=KUNCI).simpan("Buka")
        assert "Tidak ada gangguan yang terpasang" in saya.teks
        gambar(saya.halaman, "gangguan instruktur")
        assert [isi for isi in saya.halaman.galat if "Failed to load resource" not in isi] == []
    assert verify(berkas).temuan == ()
