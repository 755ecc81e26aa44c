"""One whole cycle of a class in real browsers: from the first login in January to the rekap after a decided objection.

A nurse on her phone, the head of her section at a desk, his superior, and the admin of an office of nine; whoever is
not played is played by the simulated colleagues. The day moves where the instructor's key was given.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from langkah_masuk import langkah_masuk
from openpyxl import load_workbook
from web_uji import KELAS, KUNCI, Orang, web_berjalan

from simulator.store.verification import verify
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.workflow.adegan import TAHUNAN, TW1, Adegan
from tests.workflow.kantor_kecil import KABID, PERAWAT, KantorKecil

pytestmark = pytest.mark.peramban

NIP_PERAWAT = "198001012005012905"
RHK_KASI = "Meningkatnya mutu layanan rujukan"
RHK_PERAWAT = "Tersedianya laporan asuhan keperawatan yang lengkap"


@pytest.fixture
def kantor_kecil(tmp_path: Path) -> Path:
    """January; the head of the institution and the head of the division have their SKP."""
    berkas = tmp_path / "kantor.ekin.db"
    found_office(KantorKecil(), berkas, benih_publik=False)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KABID)
    return berkas


def test_a_year_from_the_first_login_to_the_rekap(kantor_kecil, buka, gambar):
    with web_berjalan(kantor_kecil, *KELAS) as alamat:
        perawat, kasi, kabid, admin = (Orang(buka(lebar), alamat) for lebar in (360, 1280, 1280, 1280))
        assert list(langkah_masuk(perawat, kantor_kecil, PERAWAT))[-1] == "selesai"
        perawat.klik("Layanan Individu ASN").klik("Kinerja")
        assert perawat.judul == "Daftar SKP"
        kasi.jadi("Contoh Empat")
        kabid.jadi("Contoh Tiga")
        admin.jadi("Contoh Tujuh")

        rencana_pemimpin(kasi, kabid)
        rencana_pegawai(perawat, kasi)
        gambar(perawat.halaman, "siklus skp di ponsel")
        pelaksanaan(perawat, kasi)
        instruktur(kasi, perawat)
        majukan(kasi, "2026-03-31", "31 Maret 2026")
        assert "Baik" in menilai(kasi, TW1, "Sesuai Ekspektasi")
        gambar(kasi.halaman, "siklus predikat")
        assert "Predikat Kinerja Baik" in hasil(perawat, TW1)
        kabar(perawat, "Contoh Empat", "Triwulan 1 Tahun 2026")
        majukan(kasi, "2026-12-31", "31 Desember 2026", gambar)
        terkunci(perawat)
        assert "Butuh Perbaikan" in menilai(kasi, TAHUNAN, "Di Bawah Ekspektasi")
        keberatan(perawat, kasi, kabid)
        assert "Predikat sesudah keputusan Baik" in hasil(perawat, TAHUNAN)
        gambar(perawat.halaman, "siklus keberatan di ponsel")
        assert rekap(admin)[NIP_PERAWAT] == ("Sesuai Ekspektasi", "Sesuai Ekspektasi", "Baik")
        galat = [isi for satu in (perawat, kasi, kabid, admin) for isi in satu.halaman.galat]
        # What was refused on the way (a wrong password, a closed document) is told by the browser as well.
        assert [isi for isi in galat if "Failed to load resource" not in isi] == []
    assert verify(kantor_kecil).temuan == ()


def susun(saya: Orang, rhk: str, rhk_pimpinan: str) -> None:
    """A complete SKP from an empty list to the point where it can be submitted."""
    saya.menu("SKP").klik("Tambah SKP").isi(pendekatan="kuantitatif").simpan()
    assert "Masih kurang sebelum Ajukan SKP" in saya.teks
    saya.klik("Tambah RHK").isi(rhk_atasan_id=rhk_pimpinan, teks_rhk=rhk).simpan()
    for aspek, indikator, target in (
        ("kuantitas", "Jumlah laporan yang tersusun", "4 Laporan"),
        ("waktu", "Ketepatan waktu penyampaian laporan", "12 Bulan"),
    ):
        saya.klik("Tambah Indikator").isi(aspek=aspek, indikator=indikator, target=target).simpan()
    for jenis in ("Dukungan Sumber Daya", "Skema Pertanggungjawaban", "Konsekuensi"):
        saya.klik(f"Tambah {jenis}").isi(isi=f"{jenis} sesuai kesepakatan").simpan()
    saya.klik("Ajukan SKP")
    assert "Status: Pengajuan" in saya.teks, saya.pesan


def rencana_pemimpin(kasi: Orang, kabid: Orang) -> None:
    """The head of section's own SKP, approved, shared with his team, a role written into the matrix."""
    susun(kasi, RHK_KASI, "Tersusunnya laporan layanan pegawai")
    kabid.menu("SKP Bawahan").klik("Periksa", baris="Contoh Empat").klik("Setujui SKP")
    kasi.menu("SKP").klik("Matriks Peran Hasil", baris="SKP 2026").klik("Sinkronisasi SKP Bawahan")
    kasi.klik("Tambah RHK", baris="Contoh Lima")
    kasi.isi(rhk_pimpinan_id=RHK_KASI, peran="Tersedianya laporan asuhan", cascading="langsung").simpan()
    assert "Tersedianya laporan asuhan" in kasi.teks


def rencana_pegawai(perawat: Orang, kasi: Orang) -> None:
    """Submitted, returned with a reason that she reads, mended, submitted again, approved with an expectation."""
    susun(perawat, "Melaksanakan laporan asuhan", RHK_KASI)
    alasan = "RHK masih berupa kegiatan; tulis hasilnya."
    kasi.menu("SKP Bawahan").klik("Periksa", baris="Contoh Lima").klik("Kembalikan SKP")
    kasi.isi(alasan=alasan).simpan("Kembalikan")
    perawat.menu("SKP").klik("Detail SKP")
    assert alasan in perawat.teks
    perawat.klik("Ubah", baris="Melaksanakan laporan asuhan").isi(teks_rhk=RHK_PERAWAT).simpan().klik("Ajukan SKP")
    kasi.menu("SKP Bawahan").klik("Periksa", baris="Contoh Lima")
    kasi.klik("Tambah Ekspektasi", baris="Akuntabel").isi(isi="Laporan selesai sebelum tanggal lima.").simpan()
    kasi.klik("Setujui SKP")
    assert "Persetujuan" in kasi.teks
    perawat.menu("SKP").klik("Detail SKP")
    assert "Laporan selesai sebelum tanggal lima." in perawat.teks


def periode(saya: Orang, periode_id: int, bagian: str) -> Orang:
    """From the list of SKP into one part of one period."""
    saya.menu("SKP").klik("Penilaian", baris="SKP 2026")
    saya.klik("Tahunan 2026" if periode_id == TAHUNAN else f"Triwulan {periode_id} Tahun 2026")
    return saya._pindah(saya.halaman.locator("nav.bagian").get_by_role("link", name=bagian).click)


def pelaksanaan(perawat: Orang, kasi: Orang) -> None:
    """Plan, log, a document nobody else can open, the refusal, its repair, the results."""
    periode(perawat, TW1, "Rencana Aksi").klik("Tambah")
    perawat.isi(deskripsi="Mengumpulkan data kunjungan", target="1 Laporan").simpan()
    perawat._pindah(perawat.halaman.locator("nav.bagian").get_by_role("link", name="Progress Harian").click)
    perawat.klik("Tambah Progress Harian").isi(
        rencana_id="Mengumpulkan data kunjungan", tanggal="2026-01-05", jam_mulai="08:00", jam_selesai="10:00",
        kegiatan="Mendata kunjungan", realisasi_activity="3", satuan="Kunjungan",
    ).simpan()  # fmt: skip
    perawat.menu("Bukti Dukung (Drive)").klik("Simpan Dokumen")
    perawat.isi(nama="laporan.pdf", jenis="Laporan", akses="pribadi", isi_ringkas="Rekap kunjungan Januari").simpan()
    periode(perawat, TW1, "Bukti Dukung").klik("Tambah", baris="Jumlah laporan yang tersusun")
    perawat.isi(eviden="Laporan kunjungan", dokumen_id="laporan.pdf").simpan()

    kasi.menu("Penilaian Bawahan").isi(periode=str(TW1)).klik("Tampilkan").klik("Nilai", baris="Contoh Lima")
    nilai = kasi.halaman.url
    kasi.klik("Laporan kunjungan")
    assert kasi.judul == "Akses Ditolak"
    perawat.menu("Bukti Dukung (Drive)").klik("laporan.pdf")
    perawat.klik("Kelola") if perawat.judul == "laporan.pdf" else None
    perawat.isi(akses="penilai").simpan()
    kasi.halaman.goto(nilai)
    kasi.klik("Laporan kunjungan")
    assert "Rekap kunjungan Januari" in kasi.teks

    periode(perawat, TW1, "Bukti Dukung").klik("Edit", baris="Jumlah laporan yang tersusun")
    perawat.isi(realisasi="1 Laporan berdasarkan Bukti Dukung", sumber_data="Rekap kunjungan").simpan()


def instruktur(saya: Orang, peserta: Orang) -> None:
    """The day is the instructor's: a participant is told so, the key opens this browser and no other."""
    saya.menu("Hari dan Skenario").isi(kunci=KUNCI).simpan("Buka")
    peserta.menu("Hari dan Skenario")
    assert "dimajukan oleh instruktur" in peserta.teks
    assert peserta.halaman.get_by_role("button", name="Majukan").count() == 0


def majukan(saya: Orang, sampai: str, tertulis: str, gambar: Any = None) -> None:
    """Move the day; the colleagues do their work meanwhile, and a long way shows how far it is."""
    saya.menu("Hari dan Skenario").isi(sampai=sampai).simpan("Majukan")
    if gambar is not None:
        gambar(saya.halaman, "siklus hari dimajukan")
    saya.halaman.locator(".hari", has_text=tertulis).wait_for(timeout=60_000)


def kabar(perawat: Orang, oleh: str, tentang: str) -> None:
    """What the others did that concerns her."""
    perawat.menu("SKP")
    assert "belum dibaca" in perawat.halaman.locator("#menu a", has_text="Pemberitahuan").text_content()
    perawat.ke("/pemberitahuan")
    assert any(
        oleh in satu and tentang in satu for satu in perawat.halaman.locator("main li, main tr").all_inner_texts()
    )


def terkunci(perawat: Orang) -> None:
    """The first quarter closed on the way: it can be read and no longer filled in."""
    periode(perawat, TW1, "Bukti Dukung")
    assert perawat.halaman.locator("main").get_by_role("button", name="Tambah").count() == 0
    perawat.menu("SKP").klik("Penilaian", baris="SKP 2026")
    assert "Terkunci" in perawat.halaman.locator("tr", has_text=f"Triwulan {TW1} Tahun 2026").inner_text()


def menilai(kasi: Orang, periode_id: int, rating_hasil: str) -> str:
    """Feedback, then both ratings; what the page says of them."""
    kasi.menu("Penilaian Bawahan").isi(periode=str(periode_id)).klik("Tampilkan").klik("Nilai", baris="Contoh Lima")
    kasi.klik("Tambah", baris="Jumlah laporan yang tersusun")
    ikon = "Jempol" if rating_hasil.startswith("Sesuai") else "Perlu perbaikan"
    kasi.isi(ikon=ikon, isi="Lampirkan rekapnya.").simpan()
    kasi.isi(rating_hasil=rating_hasil, rating_perilaku="Sesuai Ekspektasi").simpan("Simpan rating")
    return kasi.teks


def hasil(perawat: Orang, periode_id: int) -> str:
    """What she reads of her result."""
    return periode(perawat, periode_id, "Umpan Balik dan Hasil").teks


def keberatan(perawat: Orang, kasi: Orang, kabid: Orang) -> None:
    """Objection, explanation, decision one level above."""
    hasil(perawat, TAHUNAN)
    perawat.klik("Ajukan Keberatan").isi(alasan="Empat laporan sudah diserahkan.").simpan("Ajukan Keberatan")
    kasi.menu("Keberatan").klik("Buka", baris="Contoh Lima")
    kasi.isi(isi="Dua laporan terlambat.").simpan("Simpan penjelasan")
    kabid.menu("Keberatan").klik("Buka", baris="Contoh Lima")
    kabid.isi(hasil="diterima", rating_hasil="Sesuai Ekspektasi", rating_perilaku="Sesuai Ekspektasi")
    kabid.isi(keputusan="Keempat laporan sah.").simpan("Simpan keputusan")
    assert "Predikat baru: Baik" in kabid.teks


def rekap(admin: Orang) -> dict[str, tuple[str, ...]]:
    """NIP → ratings and predikat, from the sheet the admin takes home."""
    admin.menu("Laporan dan Rekap").isi(periode=str(TAHUNAN))
    with admin.halaman.expect_download() as unduhan:
        admin.halaman.get_by_role("button", name="Unduh XLSX").first.click()
    lembar = load_workbook(io.BytesIO(Path(unduhan.value.path()).read_bytes())).active
    baris = [[str(sel.value or "") for sel in satu] for satu in lembar.iter_rows()]
    return {next(sel for sel in satu if len(sel) == 18 and sel.isdigit()): tuple(satu[-3:]) for satu in baris
            if any(len(sel) == 18 and sel.isdigit() for sel in satu)}  # fmt: skip
