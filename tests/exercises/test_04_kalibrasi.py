"""Exercise 04 keeps its promises: what the chart calls outside the pattern is what grading calls outside."""

from __future__ import annotations

from collections import Counter

import pytest

from exercises.kit.catalog import load
from exercises.kit.formative import remarks
from simulator.domain.penilaian import Predikat
from simulator.notebook.distribution import OUTSIDE, spread

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
