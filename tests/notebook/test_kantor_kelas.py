"""Notebooks of a class at one served office: what they show, what they do, and what happens when the line is cut."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from kantor_uji import Halaman, kantor_dilayani

from simulator.domain.errors import BimtekError
from simulator.domain.skp import RHK, StatusSKP
from simulator.notebook.kantor import tabel
from simulator.notebook.kantor.draf import BERKAS
from simulator.notebook.kantor.sambungan import KantorKelas
from simulator.web.settings import Mode, Pengaturan
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.office import open_office
from tests.workflow.kantor_kecil import ADMIN, KASI, PENGELOLA, PERAWAT

HASIL = "Tersedianya data kunjungan yang lengkap setiap bulan"


def test_two_participants_plan_submit_and_approve_in_one_office(target: str | Path, tmp_path: Path) -> None:
    with kantor_dilayani(target) as alamat:
        bawahan = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT)
        penilai = Halaman(alamat, tmp_path / "dua").jadi(KASI)
        assert "Draft" in penilai.teks(penilai.bagian["bawahan"])
        bawahan.rhk.atasan.value = bawahan.rhk.atasan.options[1][1]
        bawahan.tulis(HASIL).rhk.kirim()
        assert HASIL in bawahan.teks(bawahan.bagian["skp_saya"])

        kantor = bawahan.ruang.kantor
        assert kantor is not None
        skp_id, rhk_id = int(tabel.skp_saya(kantor).index[0]), int(tabel.rhk(kantor).index[0])
        for aspek in ("kuantitas", "kualitas", "waktu"):
            kantor.tindakan("tambah_iki", rhk_id=rhk_id, aspek=aspek, indikator=f"Data ({aspek})", target="12 Data")
        for jenis in ("dukungan_sumber_daya", "skema_pertanggungjawaban", "konsekuensi"):
            kantor.tindakan("tambah_lampiran", skp_id=skp_id, jenis=jenis, isi="Seperti tahun lalu")
        kantor.tindakan("ajukan_skp", skp_id=skp_id)

        penilai.masuk.muat_ulang()
        assert StatusSKP.PENGAJUAN.label in penilai.teks(penilai.bagian["bawahan"])
        assert penilai.ruang.kantor is not None
        penilai.ruang.kantor.tindakan("setujui_skp", skp_id=skp_id)
        bawahan.masuk.muat_ulang()

        assert StatusSKP.PERSETUJUAN.label in bawahan.teks(bawahan.bagian["skp_saya"])
        assert "Revisi SKP" in bawahan.teks(bawahan.bagian["tulis_rhk"])
    with open_office(target) as dibuka:
        isi = queries.skp_lengkap(dibuka, skp_id)
        assert [rhk.teks for rhk in isi.daftar_rhk] == [HASIL]
        assert isi.daftar_rhk[0].rhk_atasan_id is not None
        assert dibuka.verifikasi().temuan == ()


def test_the_tables_name_rows_by_their_key_and_have_their_columns_when_empty(alamat: str) -> None:
    kantor = KantorKelas(alamat)
    kantor.perankan(KASI)

    skp = tabel.skp_saya(kantor)
    assert list(skp.columns) == ["Tahun", "Versi", "Periode", "Pendekatan", "Pejabat penilai", "Status"]
    assert skp.iloc[0]["Periode"] == "01-01-2026 s.d. 31-12-2026"
    rhk = tabel.rhk(kantor, int(skp.index[0]))
    iki = tabel.iki(kantor)
    assert (rhk.index.name, iki.index.name, len(iki)) == ("rhk_id", "iki_id", int(rhk["Indikator"].sum()))
    assert set(tabel.bawahan(kantor).index) >= {PERAWAT, PENGELOLA}
    nilai = tabel.penilaian(kantor)
    assert list(nilai["Predikat Kinerja"].unique()) == [tabel.KOSONG]
    assert (nilai["Indikator"] == len(iki)).all()
    assert "Nama" in tabel.penilaian_bawahan(kantor, int(nilai.index[0])).columns

    kantor.perankan(PERAWAT)
    assert list(tabel.iki(kantor).columns) == ["Rencana Hasil Kerja", "Aspek", "Indikator", "Target"]
    assert len(tabel.bawahan(kantor)) == len(tabel.penilaian(kantor)) == 0


def test_what_was_seen_goes_along_and_nothing_of_others_is_overwritten_unseen(alamat: str, berkas: Path) -> None:
    kantor = KantorKelas(alamat)
    kantor.perankan(PERAWAT)
    skp_id = int(tabel.skp_saya(kantor).index[0])
    rhk_id = kantor.tindakan("tambah_rhk", skp_id=skp_id, teks_rhk=HASIL)["rhk_id"]
    _, nomor = kantor.lihat_bernomor(f"/skp/{skp_id}")
    with open_office(berkas) as dibuka, dibuka.tindakan("ubah_rhk", Pelaku.admin(ADMIN)) as t:
        t.ubah(RHK, rhk_id, teks="Kalimat orang lain")

    with pytest.raises(BimtekError) as ditolak:
        kantor.tindakan("ubah_rhk", sejak=nomor, rhk_id=rhk_id, teks_rhk="Kalimat saya")

    assert ditolak.value.kode == "sudah-berubah"
    assert list(tabel.rhk(kantor)["Rencana Hasil Kerja"]) == ["Kalimat orang lain"]


# --- the page --------------------------------------------------------------------------------------------------------


def test_the_hints_come_while_typing_and_follow_the_superior_chosen(alamat: str, tmp_path: Path) -> None:
    halaman = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT)

    halaman.tulis("Melaksanakan kunjungan rumah")
    assert "kata kerja" in halaman.teks(halaman.bagian["tulis_rhk"])
    halaman.tulis(HASIL)
    assert "sudah baik" in halaman.teks(halaman.bagian["tulis_rhk"])
    atasan = halaman.rhk.atasan.options[1]
    halaman.rhk.atasan.value = atasan[1]
    assert halaman.rhk._konteks["rhk_atasan"] == atasan[0]


def test_what_was_sent_can_be_taken_back_and_its_words_return_to_the_form(alamat: str, tmp_path: Path) -> None:
    halaman = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT).tulis(HASIL)
    halaman.rhk.kirim()
    assert "Urungkan" in halaman.teks(halaman.bagian["tulis_rhk"])
    assert halaman.rhk.teks.value() == ""

    halaman.rhk.urungkan()

    assert halaman.rhk.teks.value() == HASIL
    assert HASIL not in halaman.teks(halaman.bagian["skp_saya"])
    assert "Urungkan" not in halaman.teks(halaman.bagian["tulis_rhk"])


def test_without_a_draft_one_is_made_here(alamat: str, tmp_path: Path) -> None:
    halaman = Halaman(alamat, tmp_path / "satu").jadi(PENGELOLA)
    assert "Tambah SKP 2026" in halaman.teks(halaman.bagian["tulis_rhk"])

    halaman.rhk.buat_skp()

    assert "SKP 2026 dibuat" in halaman.teks(halaman.bagian["tulis_rhk"])
    halaman.tulis(HASIL).rhk.kirim()
    assert HASIL in halaman.teks(halaman.bagian["skp_saya"])


def test_the_office_refuses_in_its_own_words_and_the_text_stays(alamat: str, tmp_path: Path) -> None:
    halaman = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT)
    halaman.rhk.kirim()
    assert "Tulis dahulu" in halaman.teks()

    halaman.tulis("x" * 501).rhk.kirim()

    assert "paling banyak 500" in halaman.teks(halaman.bagian["tulis_rhk"])
    assert len(halaman.rhk.teks.value()) == 501


def test_nothing_typed_is_lost_when_the_line_is_cut(berkas: Path, tmp_path: Path) -> None:
    folder = tmp_path / "satu"
    with kantor_dilayani(berkas) as alamat:
        halaman = Halaman(alamat, folder).jadi(PERAWAT).tulis(HASIL)
    halaman.rhk.kirim()
    assert "Belum tersimpan" in halaman.teks()
    assert "tidak menjawab" in halaman.teks()
    assert halaman.rhk.teks.value() == HASIL

    # The computer was switched off meanwhile: another kernel, the same folder.
    with kantor_dilayani(berkas, port=urlsplit(alamat).port or 0) as lagi:
        assert lagi == alamat
        baru = Halaman(alamat, folder).jadi(PERAWAT)
        assert baru.rhk.teks.value() == HASIL
        baru.rhk.kirim()
        assert HASIL in baru.teks(baru.bagian["skp_saya"])
        assert HASIL not in (folder / BERKAS).read_text(encoding="utf-8")

        # Its first page still holds the words; the office has them already.
        halaman.masuk.sambungkan()
        halaman.jadi(PERAWAT).rhk.kirim()
        assert "tidak dikirim dua kali" in halaman.teks()
        kantor = baru.ruang.kantor
        assert kantor is not None
        assert list(tabel.rhk(kantor)["Rencana Hasil Kerja"]) == [HASIL]


def test_a_draft_is_its_writers_own_and_a_broken_file_is_kept_aside(alamat: str, tmp_path: Path) -> None:
    halaman = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT).tulis(HASIL)
    halaman.masuk.keluar()
    assert "Ganti orang" not in halaman.teks()
    halaman.jadi(PENGELOLA).rhk.buat_skp()
    assert halaman.rhk.teks.value() == ""
    halaman.masuk.keluar()
    assert halaman.jadi(PERAWAT).rhk.teks.value() == HASIL

    (tmp_path / "satu" / BERKAS).write_text('{"terpotong": ', encoding="utf-8")
    lain = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT)

    assert lain.rhk.teks.value() == ""
    assert (tmp_path / "satu" / BERKAS).with_suffix(".rusak").read_text(encoding="utf-8") == '{"terpotong": '


def test_the_instructor_moves_the_day_of_the_class_and_a_reload_shows_it(berkas: Path, tmp_path: Path) -> None:
    with kantor_dilayani(berkas, Pengaturan(Mode.LATIHAN, kunci_instruktur="kunci-kelas-uji")) as alamat:
        halaman = Halaman(alamat, tmp_path / "satu").jadi(PERAWAT)
        kantor = halaman.ruang.kantor
        assert kantor is not None
        besok = date.fromisoformat(kantor.ruang()["hari"]) + timedelta(days=1)
        with pytest.raises(BimtekError):
            kantor.majukan_hari(besok)

        assert kantor.majukan_hari(besok, kunci="kunci-kelas-uji")["hari"] == besok.isoformat()
        halaman.masuk.muat_ulang()

        assert besok.strftime("%d-%m-%Y") in halaman.teks()
