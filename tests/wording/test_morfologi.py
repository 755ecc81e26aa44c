"""Shapes of words: what a prefix and a suffix say, and the words that deceive."""

from __future__ import annotations

import pytest

from simulator.wording import leksikon
from simulator.wording.morfologi import golongan


@pytest.mark.parametrize(
    ("kata", "kelas"),
    [
        ("menyusun", "verba"), ("memverifikasi", "verba"), ("melayani", "verba"), ("mengelola", "verba"),
        ("meningkatkan", "verba-ubah"), ("meningkatnya", "jadi"), ("berkurangnya", "jadi"), ("menurunnya", "jadi"),
        ("tersusunnya", "ter-nya"), ("terverifikasinya", "ter-nya"), ("disusunnya", "di-nya"), ("terwujudnya", "wujud"),
        ("tersusun", "ter"), ("dilaksanakan", "di"), ("penyusunan", "proses"), ("pendistribusian", "proses"),
        ("perumusan", "proses"), ("normalisasi", "kegiatan"), ("tersedianya", "ter-nya"), ("selesainya", "ter-nya"),
    ],
)  # fmt: skip
def test_an_affix_tells_the_class(kata: str, kelas: str) -> None:
    assert golongan(kata) == kelas


@pytest.mark.parametrize(
    ("frasa", "kelas"),
    [("penilaian kinerja", "proses"), ("surat tugas", "produk"), ("berbagai sumber", "lain"), ("lebih baik", "lain")],
)
def test_a_phrase_is_what_its_first_word_is(frasa: str, kelas: str) -> None:
    assert golongan(frasa) == kelas


@pytest.mark.parametrize(
    "kata",
    [
        "menteri",
        "media",
        "mesin",
        "berkas",
        "berita",
        "dinas",
        "digital",
        "terhadap",
        "terkait",
        "peraturan",
        "peralatan",
    ],
)
def test_a_word_that_only_looks_like_one_is_not_a_verb_or_a_process(kata: str) -> None:
    assert golongan(kata) not in ("verba", "di", "ter", "ber", "proses")


@pytest.mark.parametrize("berkas", sorted(leksikon.FOLDER.glob("*.tsv")), ids=lambda b: b.stem)
def test_every_lexicon_row_has_a_reason(berkas) -> None:
    for isi in berkas.read_text(encoding="utf-8").splitlines():
        if isi and not isi.startswith("#"):
            bagian = isi.split("\t")
            assert len(bagian) == (5 if berkas.stem == "pesan" else 3), isi
            assert all(b.strip() for b in bagian), isi


def test_lexicon_words_are_lower_case_and_have_no_spelling_that_is_mended() -> None:
    salah = leksikon.ejaan()
    for nama in leksikon.BERKAS_KEPALA:
        for kata in leksikon.kelompok(nama):
            assert kata == kata.lower()
            assert kata not in salah, kata
            assert salah.keys().isdisjoint(kata.split()), f"{kata} tidak akan pernah terbaca"
