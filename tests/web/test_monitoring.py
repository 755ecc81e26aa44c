"""Monitoring Pengisian, Monitoring Kurva and Rekap Instansi: own unit for everybody, everything for the leadership."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from simulator.domain.penilaian import PredikatOrganisasi
from simulator.workflow import actions
from simulator.workflow.actor import Pelaku
from tests.web.conftest import Peramban, bulan_kosong

ADMIN, KEPALA, PEGAWAI, KEPALA_UPTD = 7, 1, 5, 46


def test_an_employee_sees_the_own_unit_and_no_other(peramban: Peramban) -> None:
    peramban.jadi(PEGAWAI)
    halaman = peramban.get("/monitoring/pengisian?periode=1").text

    assert "<strong>5</strong> pegawai aktif" in halaman
    assert "Subbagian Umum dan Kepegawaian" in halaman
    assert '<td data-label="SKP">Persetujuan' in halaman, "the status as it is called on Daftar SKP"
    assert "Semua unit" not in halaman
    for alamat in ("/monitoring/pengisian?unit=12", "/monitoring/kurva?unit=12"):
        jawab = peramban.get(alamat)
        assert jawab.status_code == 403
        assert "hanya dapat melihat unit Anda sendiri" in jawab.text
    assert peramban.get("/monitoring/pengisian?unit=semua").status_code == 403


def test_a_leader_also_sees_the_units_below(peramban: Peramban) -> None:
    peramban.jadi(2)  # Sekretaris, over both subbagian

    assert peramban.get("/monitoring/pengisian?unit=4").status_code == 200
    assert peramban.get("/monitoring/pengisian?unit=12").status_code == 403


def test_admin_and_leadership_see_everybody_page_by_page(peramban: Peramban) -> None:
    for orang in (ADMIN, KEPALA):
        halaman = peramban.jadi(orang).get("/monitoring/pengisian?periode=1").text
        assert "<strong>60</strong> pegawai aktif" in halaman
        assert "Halaman 1 dari 3" in halaman


def test_who_lacks_something_is_found(peramban: Peramban) -> None:
    kantor = peramban.app.state.kantor
    peramban.jadi(ADMIN)
    kosong = peramban.get("/monitoring/pengisian?periode=5&belum=belum_dinilai").text
    assert "Tidak ada yang cocok" in kosong
    baru = bulan_kosong(kantor, 12)

    alamat = f"/monitoring/pengisian?periode={baru.periode_id}&unit=3"
    halaman = peramban.get(f"{alamat}&belum=tanpa_rencana").text

    assert "<strong>5</strong> rencana aksi belum diisi" in halaman
    assert halaman.count("Rencana aksi belum diisi</td>") == 5
    assert "Pipit Ambarwati" in peramban.get(f"{alamat}&cari=pipit").text
    rekap = peramban.jadi(KEPALA).get(f"/pimpinan?periode={baru.periode_id}").text
    assert "<h2>Belum selesai</h2>" in rekap
    assert f"/monitoring/pengisian?periode={baru.periode_id}&amp;unit=12" in rekap


def test_an_unknown_filter_is_refused_in_words(peramban: Peramban) -> None:
    peramban.jadi(ADMIN)
    for alamat in ("belum=apa", "unit=x", "periode=99"):
        jawab = peramban.get(f"/monitoring/pengisian?{alamat}")
        assert jawab.status_code == 400
        assert "dari daftarnya" in jawab.text
    assert peramban.get("/monitoring/pengisian?unit=99").status_code == 404


def test_the_curve_is_a_drawing_with_words_and_the_same_as_a_table(peramban: Peramban) -> None:
    halaman = peramban.jadi(KEPALA_UPTD).get("/monitoring/kurva?periode=5").text

    assert "UPTD Puskesmas Wanaasri, Tahunan 2026" in halaman
    assert "Capaian kinerja organisasi: <strong>Baik</strong>" in halaman
    gambar = ElementTree.fromstring(re.search(r"<svg.*?</svg>", halaman, re.DOTALL)[0])
    assert gambar.get("role") == "img"
    nama = gambar.get("aria-labelledby").split()
    assert nama == [satu.get("id") for satu in gambar if satu.get("id")]
    assert "Baik 9 orang" in gambar.find("desc").text
    assert "0–9" in halaman, "at most seventy percent of fourteen people"
    assert "Baik paling banyak 70%; harus ada Butuh Perbaikan dan/atau Kurang/Misconduct." in halaman
    assert halaman.count("salah satu wajib ada") == 2
    assert "bentuk pola untuk capaian Baik" in halaman, "the bell that the form prints"
    assert "sesuai pola" in halaman
    assert "SE MenPANRB 3/2023" in halaman
    assert "Eko Raharjo" not in halaman.partition("<main")[2].partition("</main>")[0], "counts only, no names"


def test_a_unit_outside_its_pattern_is_marked_in_words(peramban: Peramban) -> None:
    kantor = peramban.app.state.kantor
    actions.tetapkan_capaian_organisasi(
        kantor, Pelaku.penilai(KEPALA), 12, periode_id=5, predikat=PredikatOrganisasi.KURANG, nilai=55
    )
    peramban.jadi(KEPALA)

    halaman = peramban.get("/monitoring/kurva?periode=5&unit=12").text
    assert "⚠ di luar pola" in halaman
    assert "Capaian organisasi Kurang: predikat" in halaman
    rekap = peramban.get("/pimpinan?periode=5").text
    assert rekap.count("⚠ Di luar pola") == 1


def test_a_unit_without_organisation_result_has_no_pattern(peramban: Peramban) -> None:
    halaman = peramban.jadi(PEGAWAI).get("/monitoring/kurva?periode=5").text

    assert "belum ada pola pembanding" in halaman
    assert "sesuai pola" not in halaman


def test_the_recap_of_the_institution_is_for_the_leadership(peramban: Peramban) -> None:
    for alamat in ("/pimpinan", "/pimpinan/unit/3"):
        jawab = peramban.jadi(PEGAWAI).get(alamat)
        assert jawab.status_code == 403
        assert "hanya dibaca Pimpinan/PPK dan Admin Instansi" in jawab.text
    assert "Tidak ada yang kurang" in peramban.jadi(KEPALA).get("/pimpinan?periode=5").text


def test_consequences_follow_the_policy_that_is_typed_in(peramban: Peramban) -> None:
    peramban.jadi(KEPALA)
    contoh = peramban.get("/pimpinan/unit/12?periode=5").text
    assert "Rp595.000" in contoh, "Butuh Perbaikan by the example: 70 % of a million, of that 85 %"
    assert "Predikat tahun 2026 adalah Butuh Perbaikan; paling rendah harus Baik." in contoh
    assert "Predikat tahun 2025 tidak ada di kantor ini" in contoh
    assert "Tidak berlaku (PPPK)" in contoh
    assert "18,75" in contoh, "Ahli Pertama, Sangat Baik: 150 % of 12.5"
    assert "Satu sumber" in contoh
    assert "Keputusan Sekjen Kemnaker" in contoh or "Kepsekjen" in contoh

    sendiri = peramban.get(
        "/pimpinan/unit/12?periode=5&tunjangan=Rp2.000.000&porsi=60&sangat_baik=100&baik=90&butuh_perbaikan=50&kurang=0"
        "&sangat_kurang=0"
    ).text
    assert "Rp1.080.000" in sendiri
    assert "Rp600.000" in sendiri
    triwulan = peramban.get("/pimpinan/unit/12?periode=1").text
    assert "3 bulan" in triwulan


def test_an_impossible_policy_is_refused_in_words(peramban: Peramban) -> None:
    peramban.jadi(KEPALA)
    for porsi in ("170", "abc", "NaN", "-1"):
        jawab = peramban.get(f"/pimpinan/unit/12?periode=5&tunjangan=1&porsi={porsi}")
        assert jawab.status_code == 400
        assert "harus angka 0 sampai" in jawab.text
