"""Exercise 04 keeps its promises: what the chart calls outside the pattern is what grading calls outside."""

from __future__ import annotations

from collections import Counter

import pytest

from exercises.kit.catalog import load
from exercises.kit.formative import remarks
from simulator.domain.penilaian import Predikat, Rating
from simulator.notebook.distribution import OUTSIDE, spread
from simulator.rules.kuadran import tetapkan_predikat

CHECKS = load("04_kalibrasi").checks


def isian(kasus, soal, **cocok):
    return next(satu for satu in kasus.tampilan["soal"][soal]["isian"] if cocok.items() <= satu.items())


@pytest.mark.parametrize("seed", range(1, 13))
def test_chart_and_grading_agree_about_every_spread_of_two_predikat(seed):
    kasus = CHECKS.make_case(seed)
    grafik = isian(kasus, "rating", jenis="distribusi")
    opsi = isian(kasus, "rating", id="nilai")["kolom"][2]["opsi"]
    for satu in ("baik", "sangat_baik"):
        for banyak in range(8):
            pilihan = [satu] * banyak + ["butuh_perbaikan"] * (8 - banyak)
            jumlah = Counter({Predikat(kode): n for kode, n in grafik["dasar"].items()})
            jumlah.update(map(Predikat, pilihan))
            luar = {
                bagian.putusan in OUTSIDE
                for bagian in spread(opsi, pilihan, grafik["pola"], grafik["dasar"], grafik["toleransi_sampai"])
            }
            wajib = jumlah[Predikat.BUTUH_PERBAIKAN] + jumlah[Predikat.KURANG] > 0

            assert wajib, "the one duty the chart cannot show is met here"
            assert (CHECKS.sebaran.verdict(jumlah, kasus) == CHECKS.sebaran.MENYIMPANG) == (True in luar)


@pytest.mark.parametrize("seed", range(1, 13))
def test_the_page_says_how_the_pattern_is_read(seed):
    kasus = CHECKS.make_case(seed)
    teks = isian(kasus, "sebaran", jenis="info")["teks"]
    anggota = 8 + sum(kasus.kunci["sebaran"]["tetap"].values())

    assert f"{anggota} orang" in teks
    assert ("harus ada" in teks) == (kasus.kunci["sebaran"]["organisasi"] == "baik")


def test_the_same_two_ratings_for_everybody_earn_nothing_and_the_page_says_so():
    kasus = CHECKS.make_case(3)
    sama = {"hasil": "sesuai_ekspektasi", "perilaku": "sesuai_ekspektasi", "predikat": "baik"}
    jawaban = {"rating": {"nilai": {baris: dict(sama) for baris in kasus.kunci["rating"]}}}
    temuan = CHECKS.rating.nilai(jawaban["rating"], kasus)

    assert sum(satu.poin for satu in temuan) == 0
    assert "sama untuk semua anggota tidak dinilai" in kasus.tampilan["soal"]["rating"]["pengantar"]
    assert not [satu for satu in remarks(jawaban, kasus.tampilan) if "kuadran" in satu.pesan]
    assert CHECKS.rating.nilai({}, kasus)[0].pesan.startswith("Belum dipilih")


def points(kasus, ubah):
    """Points of the rating question for the model answer with other ratings, predikat following the kuadran."""
    nilai = CHECKS.rating.acuan(kasus)["nilai"]
    for baris, isi in nilai.items():
        isi |= ubah(baris, isi)
        isi["predikat"] = tetapkan_predikat(Rating(isi["hasil"]), Rating(isi["perilaku"])).value
    return sum(satu.poin for satu in CHECKS.rating.nilai({"nilai": nilai}, kasus))


@pytest.mark.parametrize("seed", range(1, 13))
def test_a_predikat_counts_only_beside_at_least_one_right_rating(seed):
    kasus = CHECKS.make_case(seed)
    lain = {satu: list(Rating)[(nomor + 1) % 3].value for nomor, satu in enumerate(satu.value for satu in Rating)}

    assert points(kasus, lambda baris, isi: {}) == 40
    assert points(kasus, lambda baris, isi: {"hasil": lain[isi["hasil"]]}) == 8 * (1.5 + 1.5)
    assert points(kasus, lambda baris, isi: {"perilaku": lain[isi["perilaku"]]}) == 8 * (2.0 + 1.5)
    assert points(kasus, lambda baris, isi: {kolom: lain[isi[kolom]] for kolom in ("hasil", "perilaku")}) == 0
    assert "sekurangnya satu dari dua rating" in kasus.tampilan["soal"]["rating"]["pengantar"]
