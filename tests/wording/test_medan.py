"""Other names for one thing and fields of work: how lexicon/medan.tsv is read, and that every word of it can be."""

from __future__ import annotations

import pytest

from simulator.wording import leksikon
from simulator.wording.medan import DILEWATI, TERPANJANG, UTUH, benda_sama, medan
from simulator.wording.teks import Teks


def semua(nama: str) -> list[str]:
    return [kata for _, daftar, _ in leksikon.baris(nama) for kata in daftar]


def test_every_word_of_the_fields_is_read_as_it_is_written() -> None:
    berubah = {kata: Teks(kata).kecil for kata in semua("medan") if Teks(kata).kecil != kata}
    terlalu_panjang = [kata for kata in semua("medan") if len(kata.split()) > TERPANJANG]

    assert berubah == {}
    assert [kata for kata in semua("medan") if not DILEWATI.isdisjoint(kata.split())] == []
    assert terlalu_panjang == []


def test_every_edge_thing_can_be_the_first_one_or_two_words_of_what_is_counted() -> None:
    assert [kata for kata in semua("pinggiran") if len(Teks(kata).kata) > 2 or Teks(kata).kecil != kata] == []


def test_a_thing_has_at_least_two_names_and_no_class_repeats_a_word() -> None:
    nama: dict[str, list[str]] = {}
    for kelas, daftar, _ in leksikon.baris("medan"):
        nama.setdefault(kelas, []).extend(daftar)

    assert [k for k, daftar in nama.items() if k[0] == "=" and len(daftar) < 2] == []
    assert {k: d for k, d in nama.items() if len(set(d)) < len(d)} == {}


@pytest.mark.parametrize(
    ("teks", "kelas"),
    [
        ("Tervaksinasinya ternak", "=imunisasi"),
        ("Jumlah timbangan yang ditera", "=metrologi"),
        ("Menurunnya luas genangannya", "=banjir"),
        ("Capaian indikator kinerja utama", "=sakip"),
        ("Tersusunnya laporan keuangan daerah", "=laporkeuangan"),
        ("Perkara yang P-21", "=tuntut"),
        ("Jumlah perkara yang telah dilimpahkan", "=tuntut"),
        ("Kartu tanda penduduk yang tercetak", "=ktp"),
    ],
)
def test_words_are_found_with_affixes_in_phrases_of_three_and_inside_phrases_read_as_one(teks: str, kelas: str) -> None:
    assert kelas in medan(Teks(teks))


@pytest.mark.parametrize(
    ("teks", "bukan"),
    [
        ("Pasien rawat jalan", "=jalan"),
        ("Pembinaan berjalan optimal", "=jalan"),
        ("Koperasi simpan pinjam", "=baca"),
        ("Siswa yang naik kelas", "=ruangkelas"),
        ("Tersusunnya penelitian kemasyarakatan", "=riset"),
        ("Terapi kelompok", "=kebakaran"),
    ],
)
def test_words_inside_a_whole_phrase_or_another_word_are_not_read_on_their_own(teks: str, bukan: str) -> None:
    kelas = medan(Teks(teks))

    assert bukan not in kelas
    assert UTUH not in kelas


def test_only_the_beginning_of_a_name_says_what_thing_it_is() -> None:
    rhk = Teks("Terkodingnya diagnosis pasien rawat inap")

    assert benda_sama(["rekam medis"], rhk)
    assert not benda_sama(["map rekam medis"], rhk)


def test_things_of_one_family_are_kept_apart_but_meet_in_the_name_of_the_family() -> None:
    kopi, teh, kebun = (
        {k for k in medan(Teks(t)) if k[0] == "="} for t in ("Produksi kopi", "Produksi teh", "Perkebunan rakyat")
    )

    assert kopi & kebun
    assert teh & kebun
    assert not kopi & teh


def test_membership_dues_and_gifts_are_no_measure_unless_the_result_is_about_them() -> None:
    assert "internal-barang" in Teks("Jumlah pegawai yang membayar iuran korpri").gol
    assert "internal" in Teks("Jumlah pertemuan dharma wanita").gol
    assert "internal" not in Teks("Jumlah peserta yang membayar iuran JKN").gol
    assert "internal-barang" not in Teks("Jumlah peserta yang membayar iuran JKN").gol
