"""Slips of the finger are mended, real words are left alone."""

from __future__ import annotations

import pytest

from simulator.wording.salah_tik import TERPANJANG, kata_dimaksud
from simulator.wording.teks import Teks, kata_ulang


@pytest.mark.parametrize(
    ("kata", "dimaksud"),
    [
        ("fasiltasi", "fasilitasi"), ("persetase", "persentase"), ("meningkatnyua", "meningkatnya"),
        ("kependudukann", "kependudukan"), ("koordinsai", "koordinasi"),
    ],
)  # fmt: skip
def test_one_letter_missing_extra_or_exchanged_is_a_slip(kata: str, dimaksud: str) -> None:
    assert kata_dimaksud(kata) == dimaksud


@pytest.mark.parametrize(
    "kata",
    ["pelayaran", "lampirkan", "tambahkan", "ekstensi", "templates", "kumpulan", "penyiaran", "pelayanan", "bidan"],
)
def test_a_real_word_is_not_mended(kata: str) -> None:
    assert kata_dimaksud(kata) is None


def test_a_word_longer_than_any_is_not_searched_for() -> None:
    assert kata_dimaksud("a" * (TERPANJANG + 1)) is None


def test_the_quote_keeps_what_was_typed() -> None:
    teks = Teks("Fasiltasi pelaku usaha")

    assert teks.kata[0] == "fasilitasi"
    assert teks.kutip(0) == "Fasiltasi"


@pytest.mark.parametrize(
    ("kata", "ulang"), [("hal2", "hal-hal"), ("surat2nya", "surat-suratnya"), ("rata2", "rata-rata")]
)
def test_a_two_repeats_a_word(kata: str, ulang: str) -> None:
    assert kata_ulang(kata) == (ulang, "singkat")


@pytest.mark.parametrize("kata", ["kelas2", "sinta2", "semester2", "co2", "pm2"])
def test_a_two_is_a_number_after_what_is_numbered(kata: str) -> None:
    assert kata_ulang(kata) is None
