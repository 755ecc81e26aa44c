"""Planning through the pages: from Tambah SKP to Ajukan SKP, what is refused on the way, and who may only read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from simulator.domain.skp import StatusSKP
from simulator.web.app import create_app
from simulator.web.kalimat_contoh import LAMPIRAN as LAMPIRAN_CONTOH
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.founding import found_office
from simulator.workflow.office import open_office
from simulator.workflow.structure import pangkat_golongan
from tests.web.conftest import Peramban
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, KEPALA, PENGELOLA, PERAWAT, KantorKecil

RHK = "Tersusunnya laporan kunjungan rujukan puskesmas setiap triwulan"
LAMPIRAN = ("dukungan_sumber_daya", "skema_pertanggungjawaban", "konsekuensi")


@pytest.fixture(scope="module")
def januari(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office in January: approved from the head down to the section, nobody below has begun."""
    berkas = tmp_path_factory.mktemp("januari") / "kantor.ekin.db"
    found_office(KantorKecil(), berkas)
    with open_office(berkas) as kantor:
        Adegan(kantor).berantai(sampai=KASI)
    return berkas


@pytest.fixture
def berkas(januari: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(januari, tmp_path / "kantor.ekin.db"))


@pytest.fixture
def klien(berkas: Path) -> Iterator[Peramban]:
    with Peramban(create_app(berkas, Pengaturan())) as peramban:
        yield peramban.jadi(PERAWAT)


def _buat(klien: Peramban) -> str:
    """Tambah SKP as the page does; the address of the new Draft."""
    halaman = klien.kirim(
        "/skp/tambah", dari="/skp", periode_awal="2026-01-01", periode_akhir="2026-12-31", pendekatan="kuantitatif"
    )
    assert "<h1>Sasaran Kinerja Pegawai</h1>" in halaman.text
    return halaman.url.path


def _tambah_rhk(klien: Peramban, alamat: str, **isian: object) -> str:
    """Tambah RHK; the number of the new row, read from the page."""
    bawaan = {"teks_rhk": RHK, "jenis": "utama", "klasifikasi": "organisasi", "penugasan_dari": ""}
    halaman = klien.kirim(f"{alamat}/rhk", dari=alamat, **(bawaan | isian))
    return re.findall(r'id="rhk-(\d+)"', halaman.text)[-1]


def _kurang(halaman: str) -> list[str]:
    daftar = re.search(r'<ol class="kurang">(.*?)</ol>', halaman, re.S)
    return re.findall(r"<li>(.*?) <a", daftar[1], re.S) if daftar else []


def test_a_first_time_user_goes_from_tambah_skp_to_ajukan(klien: Peramban) -> None:
    assert "Belum ada SKP" in klien.get("/skp").text
    alamat = _buat(klien)
    halaman = klien.get(alamat).text
    assert len(_kurang(halaman)) == 4, "an RHK and three lists"
    pimpinan = re.search(r'<option value="(\d+)">Tersusunnya laporan layanan pegawai 4', halaman)
    assert pimpinan, "the superior's RHK is offered"

    rhk = _tambah_rhk(klien, alamat, rhk_atasan_id=pimpinan[1])
    assert "Tambah Indikator" in klien.get(f"{alamat}?buka=tambah-iki-{rhk}").text
    for aspek, indikator, target in (
        ("kuantitas", "Jumlah laporan kunjungan rujukan yang selesai", "4 Laporan"),
        ("kualitas", "Persentase laporan kunjungan tanpa perbaikan", "95 Persen"),
        ("waktu", "Laporan kunjungan selesai paling lambat tanggal 5", "12 Bulan"),
    ):
        isian = {"aspek": aspek, "indikator": indikator, "target": target}
        klien.kirim(f"{alamat}/rhk/{rhk}/iki", dari=alamat, **isian)
    for jenis in LAMPIRAN:
        klien.kirim(f"{alamat}/lampiran/{jenis}/tambah", dari=alamat, isi="Komputer dan akses data rujukan")

    halaman = klien.get(alamat).text
    assert _kurang(halaman) == []
    assert "SKP lengkap. Tekan Ajukan SKP" in halaman
    assert halaman.index("Tersusunnya laporan layanan pegawai 4</td>") < halaman.index(f"<p>{RHK}</p>")
    assert re.search(r'<td rowspan="3"[^>]*>\s*<p>Tersusunnya laporan kunjungan', halaman), "one RHK over three aspek"

    halaman = klien.kirim(f"{alamat}/ajukan", dari=alamat).text
    assert "SKP diajukan kepada Contoh Empat" in halaman
    assert "Status: Pengajuan" in halaman
    assert "tunggu keputusan Contoh Empat" in halaman
    assert "pejabat penilai simulasi lalu memutuskan" in halaman
    assert "Tambah RHK" not in halaman, "what was submitted is not filled in any more"


def test_ajukan_too_early_lists_what_the_page_already_listed(klien: Peramban) -> None:
    alamat = _buat(klien)
    kurang = _kurang(klien.get(alamat).text)

    halaman = klien.kirim(f"{alamat}/ajukan", dari=alamat).text

    assert f"SKP belum dapat diajukan. Perbaiki {len(kurang)} hal ini" in halaman
    assert all(satu in halaman.split("Status: Draft")[0] for satu in kurang)


def test_an_rhk_that_cannot_be_saved_opens_again_and_can_be_thrown_away(klien: Peramban) -> None:
    alamat = _buat(klien)
    gagal = klien.kirim(
        f"{alamat}/rhk", dari=alamat, teks_rhk=RHK, jenis="utama", klasifikasi="organisasi", rhk_atasan_id=1
    )
    assert "RHK itu bukan milik pejabat penilai Anda" in gagal.text
    assert f">{RHK}</textarea>" in gagal.text
    assert "Buang isian" in gagal.text

    halaman = klien.kirim("/draf/buang", dari=alamat, buang_tindakan=f"{alamat}/rhk").text

    assert RHK not in halaman
    assert "data-terbuka" not in halaman


def test_rows_are_changed_deleted_and_put_back(klien: Peramban) -> None:
    alamat = _buat(klien)
    rhk = _tambah_rhk(klien, alamat)
    klien.kirim(
        f"{alamat}/rhk/{rhk}/iki", dari=alamat, aspek="kuantitas", indikator="Jumlah laporan", target="4 Laporan"
    )
    iki = re.search(r'id="iki-(\d+)"', klien.get(alamat).text)[1]

    halaman = klien.get(f"{alamat}?buka=ubah-iki-{iki}").text
    assert re.search(r'name="target"[^>]*value="4 Laporan"', halaman), "the modal is filled in"
    klien.kirim(
        f"{alamat}/iki/{iki}/ubah", dari=alamat, aspek="kuantitas", indikator="Jumlah laporan", target="6 Laporan"
    )
    klien.kirim(
        f"{alamat}/rhk/{rhk}/ubah", dari=alamat, teks_rhk=f"{RHK} satu", jenis="tambahan", klasifikasi="individu"
    )
    halaman = klien.get(alamat).text
    assert "6 Laporan" in halaman
    assert halaman.index("B. Hasil Kerja Tambahan") < halaman.index(f"<p>{RHK} satu</p>")

    halaman = klien.kirim(f"{alamat}/rhk/{rhk}/hapus", dari=alamat).text
    assert f"<p>{RHK} satu</p>" not in halaman
    nomor, peran = re.search(r'name="nomor" value="(\d+)".*?name="peran" value="(\w+)"', halaman).groups()
    halaman = klien.kirim("/urungkan", dari=alamat, nomor=nomor, peran=peran).text
    assert f"<p>{RHK} satu</p>" in halaman
    assert "6 Laporan" in halaman


def test_a_long_choice_stands_below_its_list_and_without_script_all_of_them_do(klien: Peramban, berkas: Path) -> None:
    alamat = _buat(klien)
    with open_office(berkas) as kantor:
        atasan = queries.rhk_pimpinan(kantor, int(alamat.rpartition("/")[2]))[0]
    nomor = _tambah_rhk(klien, alamat, rhk_atasan_id=atasan.rhk_id)

    halaman = klien.get(f"{alamat}?buka=ubah-rhk-{nomor}").text

    assert len(atasan.teks) > 34
    assert re.search(rf'data-pilihan="[^"]+" aria-hidden="true">{re.escape(atasan.teks)}</small>', halaman)
    assert f"<li>{atasan.teks}</li></ol></details></noscript>" in halaman


def test_an_empty_list_of_the_superior_says_why(klien: Peramban) -> None:
    # Nobody has pressed Sinkronisasi for the planner of the secretariat: their superior has no SKP of this year.
    klien.jadi(ADMIN)
    alamat = _buat(klien)

    halaman = klien.get(alamat).text
    assert "SKP 2026 pejabat penilai belum dibuat" in halaman
    assert 'majukan hari di <a href="/latihan">' in halaman, "and what to do about it in one's own office"


def test_whoever_waits_in_a_class_is_not_sent_to_move_the_day(berkas: Path) -> None:
    with Peramban(create_app(berkas, Pengaturan(Mode.LATIHAN, kunci_instruktur="kunci-kelas-1"))) as klien:
        halaman = klien.jadi(ADMIN).get(_buat(klien)).text

    assert "tunggu instruktur memajukan hari" in halaman
    assert "majukan hari di" not in halaman


def test_the_head_has_perspektif_and_no_superior_to_intervene(klien: Peramban) -> None:
    skp = queries.daftar_skp(klien.app.state.kantor, KEPALA)[0]
    actions.kembalikan_ke_draft(klien.app.state.kantor, Pelaku.admin(ADMIN), skp.skp_id, alasan="Perbaiki target.")
    halaman = klien.jadi(KEPALA).get(f"/skp/{skp.skp_id}").text

    assert '<th scope="col">Perspektif</th>' in halaman
    assert "Proses Bisnis" in halaman
    assert "RHK Pimpinan yang Diintervensi" not in halaman
    assert "Keterangan 5 Januari 2026 dari Contoh Tujuh:</strong> Perbaiki target." in halaman


def test_setting_periode_and_the_qualitative_form(klien: Peramban) -> None:
    alamat = _buat(klien)
    isian = {"periode_awal": "2026-02-01", "periode_akhir": "2026-12-31", "pendekatan": "kualitatif"}
    klien.kirim(f"{alamat}/periode", dari=alamat, **isian)
    rhk = _tambah_rhk(klien, alamat)
    halaman = klien.get(f"{alamat}?buka=tambah-iki-{rhk}").text

    assert "1 Februari 2026" in halaman
    assert "Ukuran Keberhasilan/Indikator Kinerja Individu dan Target" in halaman
    assert 'name="target"' not in halaman
    salah = {"periode_awal": "2026-12-31", "periode_akhir": "2026-01-01", "pendekatan": "kualitatif"}
    assert "mendahului periode awal" in klien.kirim(f"{alamat}/periode", dari=alamat, **salah).text


def test_the_assessor_is_corrected_after_a_transfer(klien: Peramban) -> None:
    alamat = _buat(klien)
    assert "Kartu identitas sudah sama" in klien.kirim(f"{alamat}/penilai", dari=alamat).text
    kantor = klien.app.state.kantor
    actions.atur_pegawai(kantor, Pelaku.admin(ADMIN), PERAWAT, atasan_id=KABID)

    profil = klien.get("/profil").text
    assert "1 data berbeda dari SIASN:</strong> Atasan (pejabat penilai)" in profil
    profil = klien.kirim("/profil/sinkronisasi", dari="/profil").text
    assert "Yang diperbarui: Atasan (pejabat penilai)" in profil
    assert "berbeda dari SIASN" not in profil
    assert f'href="{alamat}"' in profil, "the SKP whose card is older is named"

    assert "Pejabat penilai sekarang: Contoh Tiga" in klien.kirim(f"{alamat}/penilai", dari=alamat).text
    assert f'<a href="{alamat}">' not in klien.get("/profil").text


def test_edit_profil_takes_over_what_was_chosen_and_leaves_the_superior_to_the_sync(klien: Peramban) -> None:
    kantor = klien.app.state.kantor
    actions.atur_pegawai(kantor, Pelaku.admin(ADMIN), PERAWAT, jabatan_id=6, atasan_id=KABID)
    isian = {"unit_kerja": "tetap", "jabatan": "siasn", "golongan": "tetap"}

    profil = klien.kirim("/profil/ubah", dari="/profil", **isian).text
    assert "Profil tersimpan. Yang diubah: Jabatan." in profil
    assert "1 data berbeda dari SIASN:</strong> Atasan (pejabat penilai)" in profil

    halaman = klien.kirim("/profil/ubah", dari="/profil", **isian | {"jabatan": "tetap"}).text
    assert "Belum ada yang diubah" in halaman
    assert re.search('<dialog id="edit-profil"[^>]* open', halaman)


def test_revisi_makes_a_new_version_and_points_both_ways(klien: Peramban) -> None:
    klien.jadi(KASI)
    lama = queries.daftar_skp(klien.app.state.kantor, KASI)[0].skp_id

    assert "Isian Alasan masih kosong" in klien.kirim(f"/skp/{lama}/revisi", dari=f"/skp/{lama}", alasan=" ").text
    halaman = klien.kirim(f"/skp/{lama}/revisi", dari=f"/skp/{lama}", alasan="Anggaran berubah")

    assert "Versi 2 dibuat sebagai Draft" in halaman.text
    assert f'Menggantikan <a href="/skp/{lama}">' in halaman.text
    assert f'<a href="{halaman.url.path}">versi itu</a>' in klien.get(f"/skp/{lama}").text


@pytest.mark.parametrize("pembaca", [KASI, KABID, ADMIN])
def test_assessor_superior_and_admin_read_without_buttons(klien: Peramban, pembaca: int) -> None:
    alamat = _buat(klien)
    _tambah_rhk(klien, alamat)
    halaman = klien.jadi(pembaca).get(alamat)

    assert halaman.status_code == 200
    assert RHK in halaman.text
    assert "Ajukan SKP</button>" not in halaman.text
    assert f'action="{alamat}' not in halaman.text, "no form of this SKP"
    ditolak = klien.kirim(f"{alamat}/ajukan", dari="/skp")
    assert "Data ini milik pegawai lain" in ditolak.text


def test_a_colleague_may_not_open_it(klien: Peramban) -> None:
    alamat = _buat(klien)
    jawab = klien.jadi(PENGELOLA).get(alamat)

    assert jawab.status_code == 403
    assert "milik pegawai lain" in jawab.text


def test_what_is_submitted_refuses_a_form_that_was_still_open(klien: Peramban, berkas: Path) -> None:
    skp_id = queries.daftar_skp(klien.app.state.kantor, KASI)[0].skp_id
    klien.jadi(KASI)
    jawab = klien.kirim(
        f"/skp/{skp_id}/rhk", dari=f"/skp/{skp_id}", teks_rhk=RHK, jenis="utama", klasifikasi="organisasi"
    )

    assert "hanya dapat dilakukan saat SKP berstatus Draft" in jawab.text
    assert queries.skp_lengkap(klien.app.state.kantor, skp_id).status is StatusSKP.PERSETUJUAN
    assert len(queries.skp_lengkap(klien.app.state.kantor, skp_id).daftar_rhk) == 1


def test_hints_on_words_come_while_typing(klien: Peramban) -> None:
    alamat = _buat(klien)
    isi = {"untuk": "rhk", "skp_id": alamat.rsplit("/", 1)[1], "teks_rhk": "Melaksanakan rapat koordinasi rutin"}

    jawab = klien.post("/skp/kata", data=isi)

    assert "adalah kata kerja" in jawab.text
    assert "tetap dapat disimpan" in jawab.text
    assert "Tidak ada catatan kata" in klien.post("/skp/kata", data=isi | {"teks_rhk": RHK}).text
    assert klien.post("/skp/kata", data=isi | {"teks_rhk": "Ters"}).text.strip() == "", "too early to say anything"


def test_a_target_without_a_unit_is_told_where_it_is_typed(klien: Peramban) -> None:
    """It would keep the SKP from being submitted, so it is not left for the end; an empty one has only not come yet."""
    alamat = _buat(klien)
    isi = {
        "untuk": "iki",
        "rhk_id": _tambah_rhk(klien, alamat),
        "aspek": "kualitas",
        "indikator": "Persentase laporan kunjungan rujukan yang lengkap setiap triwulan",
    }
    assert "belum memuat angka dan satuan" in klien.post("/skp/kata", data=isi | {"target": "100"}).text
    assert "belum memuat angka dan satuan" not in klien.post("/skp/kata", data=isi | {"target": "100 persen"}).text
    assert "Target" not in klien.post("/skp/kata", data=isi | {"target": ""}).text


def test_the_page_says_what_a_list_of_the_lampiran_is_for(klien: Peramban) -> None:
    halaman = klien.get(_buat(klien)).text

    assert all(halaman.count(contoh) == 1 for contoh in LAMPIRAN_CONTOH.values())


def test_whoever_has_no_pangkat_is_known_by_the_golongan_alone() -> None:
    """PPPK: “, IX” stood on the card and on paper."""
    assert pangkat_golongan("", "IX") == "Golongan IX"
    assert pangkat_golongan("Penata", "III/c") == "Penata, III/c"


def test_hints_never_get_in_the_way(klien: Peramban) -> None:
    alamat = _buat(klien)
    rhk = _tambah_rhk(klien, alamat)
    isi = {
        "untuk": "iki",
        "rhk_id": rhk,
        "aspek": "kuantitas",
        "indikator": "Jumlah rapat pegawai",
        "target": "12 kali",
    }
    assert "tidak mengukur RHK" in klien.post("/skp/kata", data=isi).text

    assert klien.post("/skp/kata", data=isi | {"rhk_id": "1"}).status_code == 204, "a row that is gone"
    assert klien.post("/skp/kata", data=isi | {"rhk_id": "x"}).status_code == 204
    klien.jadi(PENGELOLA)
    assert "tidak mengukur RHK" not in klien.post("/skp/kata", data=isi).text, "not a colleague's RHK"
    klien.kirim("/keluar", dari="/skp")
    assert klien.post("/skp/kata", data=isi, follow_redirects=False).status_code == 204


def test_a_saved_statement_keeps_its_advice_beside_the_list(klien: Peramban) -> None:
    alamat = _buat(klien)
    _tambah_rhk(klien, alamat, teks_rhk="Melaksanakan rapat koordinasi rutin")

    assert "Saran (1): tidak menghalangi pengajuan" in klien.get(alamat).text
    assert klien.app.state.kantor.hari == date(2026, 1, 5)


def test_a_refused_button_leaves_no_form_behind(peramban: Peramban) -> None:
    """Nothing was typed, so nothing waits to be saved."""
    peramban.jadi(9)
    peramban.kirim(
        "/skp/tambah", dari="/skp", periode_awal="2027-01-01", periode_akhir="2027-12-31", pendekatan="kuantitatif"
    )
    baru = re.search(r'href="(/skp/\d{10,})"', peramban.get("/skp").text)
    assert baru
    ditolak = peramban.kirim(f"{baru[1]}/ajukan", dari=baru[1]).text

    assert "SKP belum dapat diajukan" in ditolak
    assert "Isian yang belum tersimpan" not in ditolak
