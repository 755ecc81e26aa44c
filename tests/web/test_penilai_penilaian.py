"""Penilaian Bawahan in the browser: the list, evidence, feedback, rating, predikat, pembinaan, organisation results."""

from __future__ import annotations

import re
from datetime import date

from simulator.domain.akun import Akun, Peran
from simulator.domain.pelaksanaan import Akses, BuktiDukung, Dokumen
from simulator.domain.penilaian import Predikat, PredikatOrganisasi, Rating
from simulator.store import repository
from simulator.web import unggahan
from simulator.wording.terpenuhi import terpenuhi
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from tests.web.adegan_penilai import KABID, KEPALA, ORANG_LAIN, STAF, TAHUNAN, TW1, kantor, skp_diajukan, teks
from tests.web.conftest import Peramban

HALAMAN = f"/penilai/penilaian/{STAF}/{TAHUNAN}"


def _isi(peramban: Peramban, skp_id: int = STAF, periode_id: int = TAHUNAN) -> queries.IsiPeriode:
    return queries.isi_periode(kantor(peramban), skp_id, periode_id)


def _rating(peramban: Peramban, hasil: str, perilaku: str, halaman: str = HALAMAN):
    return peramban.kirim(f"{halaman}/rating", dari=halaman, rating_hasil=hasil, rating_perilaku=perilaku, catatan="")


def test_a_quarter_from_feedback_to_predikat(peramban: Peramban) -> None:
    """The whole story of one period of the new year, through the pages only."""
    skp_id = skp_diajukan(kantor(peramban))
    peramban.jadi(KABID).kirim(f"/penilai/skp/{skp_id}/setujui", dari=f"/penilai/skp/{skp_id}")
    periode = actions.tambah_periode(
        kantor(peramban), Pelaku.admin(_admin(peramban)), nama="Triwulan I 2027", tahun=2027, tipe="triwulanan",
        angka=1, periode_awal=date(2027, 1, 1), periode_akhir=date(2027, 3, 31), batas_pengisian=date(2027, 4, 10),
    )  # fmt: skip
    halaman = f"/penilai/penilaian/{skp_id}/{periode.periode_id}"
    daftar = f"/penilai/penilaian?periode={periode.periode_id}"
    assert "Belum Dinilai (1)" in teks(peramban.get(daftar))
    assert "Periode berakhir 31-03-2027" in teks(peramban.get(halaman))
    assert "Simpan rating" not in teks(peramban.get(halaman))

    kantor(peramban).maju_ke(date(2027, 4, 1))
    assert "Tulis sedikitnya satu umpan balik dahulu" in teks(peramban.get(halaman))
    iki = queries.skp_lengkap(kantor(peramban), skp_id).daftar_rhk[0].daftar_iki[0]
    jawab = peramban.kirim(
        f"{halaman}/umpan/iki/{iki.iki_id}", dari=halaman, **{"contoh-2": "1", "isi": "Mulai dari data Januari."},
        ikon="sedih",
    )  # fmt: skip
    assert "target “4 Laporan” belum tercapai" in teks(jawab), "the sentence carries the facts of its row"
    assert "Mulai dari data Januari." in teks(jawab)
    peramban.kirim(f"{halaman}/umpan/perilaku/loyal", dari=halaman, **{"contoh-0": "1"})

    jawab = _rating(peramban, "di_bawah_ekspektasi", "sesuai_ekspektasi", halaman)
    assert "Predikat: Butuh Perbaikan" in teks(jawab)
    assert "dan perilaku kerja Sesuai Ekspektasi bertemu pada predikat Butuh Perbaikan" in teks(jawab), "read aloud"
    assert re.search(r'class="sel-butuh_perbaikan sel-ini"', jawab.text)
    assert "Sudah Dinilai (1)" in teks(peramban.get(daftar))

    assert "Format B.1.8" in teks(jawab)
    jawab = peramban.kirim(f"{halaman}/pembinaan", dari=halaman, jenis="bimbingan", isi="Dua kali sebulan, mulai Mei.")
    assert "Bimbingan kinerja: Dua kali sebulan, mulai Mei." in teks(jawab)

    jawab = _rating(peramban, "di_atas_ekspektasi", "di_atas_ekspektasi", halaman)
    assert "Predikat: Sangat Baik" in teks(jawab)
    assert 'id="pembinaan"' not in jawab.text


def _admin(peramban: Peramban) -> int:
    with kantor(peramban).lihat() as connection:
        return next(a.pegawai_id for a in repository.find(connection, Akun) if Peran.ADMIN in a.peran)


def test_every_pair_of_ratings_shows_its_cell(peramban: Peramban) -> None:
    peramban.jadi(KABID)
    for hasil, perilaku, predikat in (
        (Rating.DI_ATAS, Rating.DI_BAWAH, Predikat.KURANG),
        (Rating.DI_BAWAH, Rating.DI_BAWAH, Predikat.SANGAT_KURANG),
        (Rating.SESUAI, Rating.DI_ATAS, Predikat.BAIK),
    ):
        jawab = _rating(peramban, hasil.value, perilaku.value)
        assert len(re.findall(r"sel-ini", jawab.text)) == 1
        assert f'class="sel-{predikat.value} sel-ini"' in jawab.text
        assert _isi(peramban).evaluasi.predikat is predikat


def test_a_rating_that_is_missing_is_named_and_what_was_typed_stays(peramban: Peramban) -> None:
    peramban.jadi(KABID)

    jawab = peramban.kirim(
        f"{HALAMAN}/rating", dari=HALAMAN, rating_hasil="sesuai_ekspektasi", rating_perilaku="", catatan="Cukup baik."
    )

    assert "Rating perilaku kerja belum diberikan" in teks(jawab)
    assert ">Cukup baik.</textarea>" in jawab.text


def test_a_closed_period_is_read_only_and_says_why(peramban: Peramban) -> None:
    halaman = f"/penilai/penilaian/{STAF}/{TW1}"
    jawab = peramban.jadi(KABID).get(halaman)
    assert "sudah ditutup pada batas pengisian" in teks(jawab)
    assert "Simpan rating" not in teks(jawab)

    jawab = peramban.kirim(f"{halaman}/umpan/umum", dari=halaman, isi="Terlambat saya tulis.")
    assert "sudah ditutup pada batas pengisian 10-04-2026" in teks(jawab)


def test_evidence_opens_with_the_rights_of_the_assessor(peramban: Peramban) -> None:
    with kantor(peramban).lihat() as connection:
        bukti = repository.find(connection, BuktiDukung, skp_id=STAF, periode_id=TW1)
        dokumen = {d.dokumen_id: d for d in repository.find(connection, Dokumen, pemilik_id=STAF)}
    satu = next(b for b in bukti if b.dokumen_id in dokumen)
    halaman = f"/penilai/penilaian/{STAF}/{TW1}"
    alamat = f"{halaman}/bukti/{satu.bukti_id}"
    actions.atur_akses(kantor(peramban), Pelaku.pegawai(STAF), satu.dokumen_id, akses=Akses.PENILAI)

    peramban.jadi(KABID)
    assert f'href="{alamat}"' in peramban.get(halaman).text
    jawab = peramban.get(alamat)
    assert jawab.status_code == 200
    assert dokumen[satu.dokumen_id].nama in teks(jawab)
    with peramban.app.state.data.ubah() as web:
        unggahan.simpan(web, satu.dokumen_id, unggahan.periksa_berkas("rekap.txt", b"1;25\n"))
    unduh = re.search(r'href="([^"]+)">Unduh rekap.txt', peramban.get(alamat).text)
    assert unduh, "the file behind the document is within reach"
    assert peramban.get(unduh[1]).content == b"1;25\n"

    actions.atur_akses(kantor(peramban), Pelaku.pegawai(STAF), satu.dokumen_id, akses=Akses.PRIBADI)
    jawab = peramban.get(alamat)
    assert jawab.status_code == 403
    assert "<h1>Akses Ditolak</h1>" in jawab.text
    assert "memperbaiki akses" in teks(jawab)
    assert peramban.get(f"{HALAMAN}/bukti/{satu.bukti_id}").status_code == 404, "it belongs to another period"


def test_feedback_is_changed_deleted_and_put_back(peramban: Peramban) -> None:
    peramban.jadi(KABID)
    umpan = _isi(peramban).daftar_umpan[0]
    assert umpan.teks in peramban.get(f"{HALAMAN}?buka=ubah-umpan-{umpan.umpan_id}").text

    jawab = peramban.kirim(
        f"{HALAMAN}/umpan/{umpan.umpan_id}/ubah", dari=HALAMAN, isi="Data kader lengkap sampai Desember.", ikon="jempol"
    )
    assert "Data kader lengkap sampai Desember." in teks(jawab)
    jawab = peramban.kirim(f"{HALAMAN}/umpan/{umpan.umpan_id}/hapus", dari=HALAMAN)
    assert umpan.umpan_id not in [satu.umpan_id for satu in _isi(peramban).daftar_umpan]
    nomor = jawab.text.split('name="nomor" value="')[1].split('"')[0]
    peramban.kirim("/urungkan", dari=HALAMAN, nomor=nomor, peran="penilai")
    assert umpan.umpan_id in [satu.umpan_id for satu in _isi(peramban).daftar_umpan]


def test_sentences_to_tick_fit_what_the_row_says(peramban: Peramban) -> None:
    """STAF's year holds both: indicators that reached their target, and one that did not."""
    peramban.jadi(KABID)
    isi = _isi(peramban)
    iki = {satu.iki_id: satu for rhk in isi.skp.daftar_rhk for satu in rhk.daftar_iki}
    satu = {
        terpenuhi(iki[r.iki_id].indikator, iki[r.iki_id].target, r.realisasi): r.iki_id for r in isi.daftar_realisasi
    }
    tercapai, kurang = (teks(peramban.get(f"{HALAMAN}?buka=umpan-iki-{satu[ada]}")) for ada in (True, False))

    assert "sesuai dengan target" in tercapai
    assert "belum tercapai" not in tercapai
    assert "sesuai dengan target" not in kurang
    assert "belum tercapai" in kurang
    jawab = peramban.kirim(f"{HALAMAN}/umpan/iki/{satu[False]}", dari=HALAMAN, **{"contoh-0": "1"}, isi="Bagus.")
    assert "tidak cocok lagi" in teks(jawab), "the realisation changed while the form was open"
    assert _isi(peramban).daftar_umpan == isi.daftar_umpan


def test_an_icon_alone_is_no_feedback(peramban: Peramban) -> None:
    peramban.jadi(KABID)

    jawab = peramban.kirim(f"{HALAMAN}/umpan/perilaku/loyal", dari=HALAMAN, ikon="jempol", isi="")

    assert "Isian Umpan Balik masih kosong" in teks(jawab)
    assert re.search('<dialog id="umpan-perilaku-loyal"[^>]* open', jawab.text)


def test_only_the_assessor_rates(peramban: Peramban) -> None:
    assert peramban.jadi(ORANG_LAIN).get(HALAMAN).status_code == 403
    sebelum = _isi(peramban).evaluasi

    jawab = peramban.jadi(KEPALA).get(HALAMAN)
    assert "tanpa mengubahnya" in teks(jawab)
    assert "Simpan rating" not in teks(jawab)
    jawab = _rating(peramban, "di_bawah_ekspektasi", "di_bawah_ekspektasi")
    assert "hanya dilakukan pejabat penilai dari pegawai itu" in teks(jawab)
    assert _isi(peramban).evaluasi == sebelum


def test_the_list_shows_progress_and_the_spread_of_the_team(peramban: Peramban) -> None:
    jawab = peramban.jadi(KABID).get("/penilai/penilaian")

    assert "Tahunan 2026" in teks(jawab), "the period that is open comes first"
    assert "Sudah Dinilai (4)" in teks(jawab)
    assert "realisasi pada 9 dari 9 indikator" in teks(jawab), "the year asks for no evidence of its own"
    assert "Sebaran predikat Bidang Kesehatan Masyarakat" in teks(jawab)
    assert peramban.get("/penilai/penilaian?periode=99").status_code == 404
    assert "Tidak ada SKP yang dapat Anda nilai" in teks(peramban.jadi(ORANG_LAIN).get("/penilai/penilaian"))


def test_an_organisation_result_is_set_one_level_above(peramban: Peramban) -> None:
    halaman = f"/penilai/penilaian/organisasi/{TAHUNAN}"
    assert peramban.jadi(KABID).get(halaman).status_code == 403

    jawab = peramban.jadi(KEPALA).kirim(f"{halaman}/5", dari=halaman, predikat="istimewa", nilai="104,5")
    assert "Capaian organisasi ditetapkan: Istimewa" in teks(jawab)
    capaian = next(c for c in queries.capaian_organisasi(kantor(peramban), TAHUNAN) if c.unit_id == 5)
    assert (capaian.predikat, capaian.nilai) == (PredikatOrganisasi.ISTIMEWA, 104.5)
    assert "padanan kelas Di Atas Ekspektasi" in teks(peramban.get(f"/penilai/penilaian/{KABID}/{TAHUNAN}"))

    jawab = peramban.kirim(f"{halaman}/5", dari=halaman, predikat="baik", nilai="bagus")
    assert "harus angka, misalnya 97,5" in teks(jawab)
    assert "Nilai capaian organisasi harus antara 0 dan 150" in teks(
        peramban.kirim(f"{halaman}/5", dari=halaman, predikat="baik", nilai="151")
    )
    jawab = peramban.kirim(f"{halaman}/1", dari=halaman, predikat="baik", nilai="90")
    assert "tidak dapat Anda lakukan" in teks(jawab), "nobody sets the result of the unit they lead"
