"""What shows only side by side: near-duplicates in one SKP or unit."""

from __future__ import annotations

import pytest

from simulator.wording import Pernyataan, periksa, periksa_skp


def kembar(*teks: str, jenis: str = "iki") -> list[bool]:
    hasil = periksa_skp([Pernyataan(t, jenis, id=i) for i, t in enumerate(teks, start=1)])
    return ["hampir-sama" in [t.kode for t in h.temuan] for h in hasil]


@pytest.mark.parametrize(
    "kedua",
    [
        "Jumlah laporan persediaan obat di gudang farmasi",
        "jumlah  laporan persediaan obat di gudang farmasi.",
        "Jml laporan persediaan obat pada gudang farmasi",
        "Jumlah laporan persediaan obat di gudang farmasi kabupaten",
    ],
)
def test_the_later_of_two_alike_is_pointed_out(kedua: str) -> None:
    pertama = "Jumlah laporan persediaan obat di gudang farmasi"

    assert kembar(pertama, kedua)[0] is False
    assert kembar(pertama, kedua)[1] is (kedua != "Jumlah laporan persediaan obat di gudang farmasi kabupaten")


@pytest.mark.parametrize(
    "kedua",
    [
        "Persentase laporan persediaan obat di gudang farmasi",
        "Jumlah laporan persediaan vaksin di gudang farmasi",
        "Jumlah laporan kerusakan obat di apotek",
    ],
)
def test_another_measure_or_another_thing_is_not_a_duplicate(kedua: str) -> None:
    assert kembar("Jumlah laporan persediaan obat di gudang farmasi", kedua) == [False, False]


def test_the_finding_names_the_row_it_repeats() -> None:
    dua = periksa_skp([Pernyataan("Jumlah akta kelahiran", id=7), Pernyataan("Jumlah akta kelahiran", id=9)])[1]

    assert "baris 7" in dua.temuan[-1].pesan


def test_an_rhk_and_its_indicator_are_not_duplicates_of_each_other() -> None:
    hasil = periksa_skp([Pernyataan("Tersusunnya peta desa", "rhk"), Pernyataan("Tersusunnya peta desa", "iki")])

    assert all("hampir-sama" not in [t.kode for t in h.temuan] for h in hasil)


def test_a_large_unit_is_compared_too() -> None:
    daftar = [f"Jumlah akta kelahiran kecamatan {i}" for i in range(400)] + ["Jumlah akta kelahiran kecamatan 7"]

    assert kembar(*daftar)[-1] is True


def test_side_by_side_changes_nothing_else() -> None:
    p = Pernyataan("Menyusun laporan aset", "rhk")

    assert periksa_skp([p]) == [periksa(p)]
