"""Menu Administrator: what the admin repairs, what is refused and in which words, and who may not come in at all."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.domain.kepegawaian import Pegawai
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import SKP, StatusSKP
from simulator.store import repository
from simulator.web.app import create_app
from simulator.web.settings import Pengaturan
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from tests.web.conftest import Peramban
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import ADMIN as ADMIN_KECIL
from tests.workflow.kantor_kecil import KASI, PENGELOLA, PERAWAT, KantorKecil

ADMIN, KEPALA, PEGAWAI = 7, 1, 5
HALAMAN = (
    "/admin/periode", "/admin/unor", "/admin/unor/3", "/admin/pegawai", "/admin/pegawai/5", "/admin/penugasan",
    "/admin/skp", "/admin/skp/5", "/admin/log", "/admin/laporan", "/admin/laporan/laporan-skp.xlsx?tahun=2026",
)  # fmt: skip


@pytest.fixture
def admin(peramban: Peramban) -> Peramban:
    """The admin of the office, logged in."""
    return peramban.jadi(ADMIN)


def test_nobody_else_opens_the_administrator_pages(peramban: Peramban) -> None:
    for orang in (PEGAWAI, KEPALA):
        peramban.jadi(orang)
        for alamat in HALAMAN:
            jawab = peramban.get(alamat)
            assert jawab.status_code == 403, alamat
            assert "hanya untuk Admin Instansi" in jawab.text


def test_somebody_else_changes_nothing_there(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)

    halaman = peramban.kirim("/admin/periode/5/perpanjang", dari="/skp", batas_baru="2027-03-01", alasan="x")

    assert "tidak memegang peran Admin Instansi" in halaman.text
    assert "31 Januari 2027" in peramban.get("/monitoring/pengisian?periode=5").text


def test_an_extension_needs_a_reason_and_stays_in_the_history(admin: Peramban) -> None:
    kosong = admin.kirim(
        "/admin/periode/1/perpanjang", dari="/admin/periode", batas_baru="2027-02-05", alasan="   "
    )  # fmt: skip
    assert "Isian Alasan masih kosong" in kosong.text
    assert 'value="2027-02-05"' in kosong.text, "what was typed stands there again"

    halaman = admin.kirim(
        "/admin/periode/1/perpanjang", dari="/admin/periode", batas_baru="2027-02-05",
        alasan="Jaringan puskesmas putus dua minggu",
    )  # fmt: skip

    assert "Batas pengisian Triwulan I 2026 menjadi 05-02-2027" in halaman.text
    riwayat = halaman.text.partition("Riwayat perpanjangan")[2]
    assert "Jaringan puskesmas putus dua minggu" in riwayat
    assert "10 April 2026" in riwayat
    assert "diperpanjang 1 kali" in halaman.text


def test_a_new_period_can_be_deleted_and_brought_back(admin: Peramban) -> None:
    isi = {"nama": "Triwulan I 2027", "tahun": 2027, "tipe": "triwulanan", "angka": 1, "periode_awal": "2027-01-01",
           "periode_akhir": "2027-03-31", "batas_pengisian": "2027-04-10"}  # fmt: skip
    assert "Triwulan I 2027 ditambahkan" in admin.kirim("/admin/periode/tambah", dari="/admin/periode", **isi).text
    ulang = admin.kirim("/admin/periode/tambah", dari="/admin/periode", **isi).text
    assert "ditambahkan" not in ulang
    assert 'role="alert"' in ulang

    with admin.app.state.kantor.lihat() as connection:
        baru = repository.find_one(connection, PeriodePenilaian, tahun=2027)
    halaman = admin.kirim(f"/admin/periode/{baru.periode_id}/hapus", dari="/admin/periode")
    assert "Triwulan I 2027 dihapus" in halaman.text
    assert "Urungkan" in halaman.text
    nomor = halaman.text.partition('name="nomor" value="')[2].partition('"')[0]
    kembali = admin.kirim("/urungkan", dari="/admin/periode", nomor=nomor, peran="admin")
    urut = re.findall("<strong>(Triwulan I 20..)</strong>", kembali.text)
    assert urut == ["Triwulan I 2027", "Triwulan I 2026"], "the newest year first"


def test_a_final_period_is_a_kind_of_its_own_and_a_blank_year_is_that_of_its_first_day(admin: Peramban) -> None:
    kepala = re.findall(r'<th scope="col">([^<]+)</th>', admin.get("/admin/periode").text)
    assert kepala[:8] == [
        "Nama", "Periode Awal", "Periode Akhir", "Batas Pengisian", "Jenis Periode", "Tahun", "Tipe Periodik",
        "Angka Periodik",
    ]  # fmt: skip

    isi = {"nama": "Tahunan 2027", "jenis": "final", "tahun": "", "tipe": "triwulanan", "angka": 3,
           "periode_awal": "2027-01-01", "periode_akhir": "2027-12-31", "batas_pengisian": "2028-01-31"}  # fmt: skip
    halaman = admin.kirim("/admin/periode/tambah", dari="/admin/periode", **isi).text

    assert "Tahunan 2027 ditambahkan" in halaman
    baris = halaman.partition("<strong>Tahunan 2027</strong>")[2].partition("</tr>")[0]
    assert re.findall(r'data-label="(?:Jenis Periode|Tahun|Tipe Periodik|Angka Periodik)">([^<]*)<', baris) == [
        "Final", "2027", "–", "–",
    ]  # fmt: skip
    lagi = admin.kirim("/admin/periode/tambah", dari="/admin/periode", **isi | {"nama": "Tahunan 2027 lagi"}).text
    assert "angka periodik yang sama" in lagi


def test_a_period_in_use_is_not_deleted(admin: Peramban) -> None:
    halaman = admin.kirim("/admin/periode/5/hapus", dari="/admin/periode")

    assert "sudah berisi rencana aksi, bukti, atau penilaian" in halaman.text


def test_locking_the_final_period_locks_every_result(admin: Peramban) -> None:
    halaman = admin.kirim("/admin/periode/5/kunci", dari="/admin/periode")

    assert "60 hasil penilaian baru saja terkunci" in halaman.text
    assert "60 dinilai; 60 terkunci" in halaman.text


def test_a_unit_with_people_stays_active_and_its_leader_can_be_replaced(admin: Peramban) -> None:
    assert "masih punya pegawai" in admin.kirim("/admin/unor/3/aktif", dari="/admin/unor/3").text

    kosong = admin.kirim("/admin/unor/3/pimpinan", dari="/admin/unor/3", pimpinan_id="")
    assert "Belum ada" in kosong.text
    asing = admin.kirim("/admin/unor/3/pimpinan", dari="/admin/unor/3", pimpinan_id=46)
    assert "tidak bertugas di unit ini" in asing.text
    assert "tersimpan" in admin.kirim("/admin/unor/3/pimpinan", dari="/admin/unor/3", pimpinan_id=3).text


def test_people_are_found_page_by_page(admin: Peramban) -> None:
    pertama = admin.get("/admin/pegawai").text
    assert "Halaman 1 dari 3 (1–25 dari 60)" in pertama
    assert pertama.count('href="/admin/pegawai/') == 25
    akhir = admin.get("/admin/pegawai?halaman=99").text
    assert "Halaman 3 dari 3 (51–60 dari 60)" in akhir
    assert "6 ditemukan" in admin.get("/admin/pegawai?cari=PERAWAT").text
    assert "Tidak ada pegawai yang cocok" in admin.get("/admin/pegawai?cari=%25").text, "% is a letter like others"


def test_post_and_superior_are_set_but_the_profile_waits_for_its_owner(admin: Peramban) -> None:
    berputar = admin.kirim("/admin/pegawai/3/ubah", dari="/admin/pegawai/3", jabatan_id=301, atasan_id=5)
    assert "rantai atasan berputar" in berputar.text

    halaman = admin.kirim("/admin/pegawai/5/ubah", dari="/admin/pegawai/5", jabatan_id=303, atasan_id=2)

    assert "baru berubah sesudah ia sendiri menekan Sinkronisasi ASN" in halaman.text
    assert "Jabatan: SIASN “Pranata Komputer Ahli Pertama”, profil “Arsiparis Terampil”" in halaman.text
    kabar = admin.jadi(5).get("/pemberitahuan").text
    assert "memperbaiki data Anda di SIASN. Tekan Sinkronisasi ASN di Profil" in kabar


def test_the_admin_does_not_fill_in_for_others_and_reads_why(admin: Peramban) -> None:
    jawab = admin.get("/admin/pegawai/5/isikan")

    assert jawab.status_code == 403
    assert "setiap pegawai mengisi sendiri supaya ia dapat mempertanggungjawabkan isinya" in jawab.text
    hapus = admin.kirim("/skp/5/hapus", dari="/admin/skp/5")
    assert "Data ini milik pegawai lain" in hapus.text


def test_acting_officials_are_registered_by_nip_and_ended(admin: Peramban) -> None:
    with admin.app.state.kantor.lihat() as connection:
        nip = repository.get(connection, Pegawai, 2).nip
    isi = {"nip": nip, "jabatan_id": 701, "mulai": "2027-01-20", "selesai": "", "dasar": "Surat Perintah 1/2027"}
    assert "masih ada pemangku definitifnya" in admin.kirim(
        "/admin/penugasan/tambah", dari="/admin/penugasan", status="plt", **isi
    ).text  # fmt: skip
    assert "Tidak ada pegawai dengan NIP" in admin.kirim(
        "/admin/penugasan/tambah", dari="/admin/penugasan", status="plh", **(isi | {"nip": "123"})
    ).text  # fmt: skip

    halaman = admin.kirim("/admin/penugasan/tambah", dari="/admin/penugasan", status="plh", **isi)
    assert "terdaftar sebagai Pelaksana Harian (PLH)" in halaman.text
    assert "Sedang berjalan" in halaman.text
    nomor = halaman.text.partition("/akhiri")[0].rpartition("/")[2]
    akhir = admin.kirim(f"/admin/penugasan/{nomor}/akhiri", dari="/admin/penugasan", selesai="2027-01-21")
    assert "Penugasan berakhir pada 21-01-2027" in akhir.text
    assert "Sedang berjalan" not in akhir.text
    kabar = admin.jadi(2).get("/pemberitahuan").text
    assert "mendaftarkan Anda sebagai Pelaksana Harian (PLH). Buat SKP kedua" in kabar
    assert "Surat Perintah 1/2027" in kabar


def test_a_rated_skp_does_not_go_back_to_draft(admin: Peramban) -> None:
    halaman = admin.kirim("/admin/skp/5/kembalikan", dari="/admin/skp/5", alasan="Penilai keliru")

    assert "sudah dinilai" in halaman.text
    assert "Penilai keliru" in halaman.text, "the reason that was typed is kept"


def test_the_log_says_honestly_that_nothing_happened_and_then_what_did(admin: Peramban) -> None:
    kosong = admin.get("/admin/log").text
    assert "Tidak ada sinkronisasi yang gagal" in kosong
    assert "Belum ada yang menyinkronkan" in kosong

    kantor = admin.app.state.kantor
    actions.atur_pegawai(kantor, Pelaku.admin(ADMIN), 5, jabatan_id=303)
    actions.sinkronkan_profil(kantor, Pelaku.pegawai(5))

    isi = admin.get("/admin/log").text
    assert "jabatan: “Arsiparis Terampil” menjadi “Pranata Komputer Ahli Pertama”" in isi


@pytest.fixture(scope="module")
def kantor_kecil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office whose nurse has just handed in an SKP and whose other leaders have made none."""
    berkas = tmp_path_factory.mktemp("kecil") / "kecil.ekin.db"
    found_office(KantorKecil(), berkas)
    with open_office(berkas) as kantor:
        adegan = Adegan(kantor)
        adegan.berantai(sampai=KASI)
        skp_id = adegan.draft(PERAWAT)
        actions.ajukan_skp(kantor, Pelaku.pegawai(PERAWAT), skp_id)
    return berkas


@pytest.fixture
def berkas_kecil(kantor_kecil: Path, tmp_path: Path) -> Path:
    """One test's own small office."""
    return Path(shutil.copy(kantor_kecil, tmp_path / "kecil.ekin.db"))


@pytest.fixture
def peramban_kecil(berkas_kecil: Path) -> Iterator[Peramban]:
    """The admin of the small office."""
    with Peramban(create_app(berkas_kecil, Pengaturan())) as klien:
        yield klien.jadi(ADMIN_KECIL)


def test_a_stuck_skp_goes_back_to_draft_with_its_reason(peramban_kecil: Peramban) -> None:
    with peramban_kecil.app.state.kantor.lihat() as connection:
        skp = repository.find_one(connection, SKP, status=StatusSKP.PENGAJUAN)
    assert f'href="/admin/skp/{skp.skp_id}"' in peramban_kecil.get("/admin/skp?cari=lima&status=pengajuan").text
    alamat = f"/admin/skp/{skp.skp_id}"

    halaman = peramban_kecil.kirim(f"{alamat}/kembalikan", dari=alamat, alasan="Pejabat penilai pada SKP keliru")

    assert "kembali ke Draft; alasannya tercatat" in halaman.text
    assert "Pejabat penilai pada SKP keliru" in halaman.text.partition("Riwayat pengembalian")[2]
    assert "SKP berstatus Draft tidak dikembalikan" in halaman.text


def test_the_log_names_who_would_be_refused_today(peramban_kecil: Peramban) -> None:
    # The planner (9) has made no SKP: whoever gets this superior has no RHK to intervene.
    assert "Contoh Enam" not in peramban_kecil.get("/admin/log").text
    actions.atur_pegawai(peramban_kecil.app.state.kantor, Pelaku.admin(ADMIN_KECIL), PENGELOLA, atasan_id=9)

    akan = peramban_kecil.get("/admin/log").text.partition("Akan gagal bila dicoba hari ini")[2]

    assert "Contoh Enam" in akan
    assert "Data SKP Organisasi belum dibuat oleh atasan" in akan


def test_the_log_keeps_the_error_of_a_refused_synchronisation_until_it_succeeds(berkas_kecil: Path) -> None:
    # A unit that somebody else's system has switched off while people still work in it.
    with sqlite3.connect(berkas_kecil) as basis:
        basis.execute("UPDATE unit_kerja SET aktif = 0 WHERE unit_id = 4")
    basis.close()
    with Peramban(create_app(berkas_kecil, Pengaturan())) as klien:
        klien.jadi(PERAWAT).kirim("/profil/sinkronisasi", dari="/profil")
        gagal = klien.jadi(ADMIN_KECIL).get("/admin/log").text
        assert "tidak terdaftar di Referensi Unit Kerja" in gagal.partition("Akan gagal")[0]
        assert "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja" in gagal

        klien.kirim("/admin/unor/4/aktif", dari="/admin/unor/4", aktif=1)
        klien.jadi(PERAWAT).kirim("/profil/sinkronisasi", dari="/profil")

        pulih = klien.jadi(ADMIN_KECIL).get("/admin/log").text
        assert "Tidak ada sinkronisasi yang gagal" in pulih
        assert "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja" not in pulih
