"""Exercise 03 keeps its promises: what proves an indicator can be read in the table of papers."""

from __future__ import annotations

import pytest

from exercises.kit.catalog import load

CHECKS = load("03_bukti_dukung").checks


@pytest.mark.parametrize("seed", [*range(1, 9), 1008])
def test_the_papers_that_prove_an_indicator_speak_of_it(seed):
    kasus = CHECKS.make_case(seed)
    isian = kasus.tampilan["soal"]["pilih"]["isian"]
    isi = {baris[0]: baris[-1].casefold() for baris in next(satu for satu in isian if satu["jenis"] == "data")["baris"]}
    for satu in isian:
        if satu["jenis"] == "banyak":
            indikator = satu["label"].split(": ", 1)[1].casefold()

            assert all(indikator in isi[kode] for kode in kasus.kunci["pilih"][satu["id"]]["bukti"]), indikator


def test_one_access_for_every_document_earns_nothing_and_the_page_says_so():
    kasus = CHECKS.make_case(3)
    assert "semuanya sama tidak dinilai" in kasus.tampilan["soal"]["akses"]["pengantar"].replace("\n", " ")

    for kode in ("penilai", "instansi", "publik"):
        jawaban = {"akses": {baris: {"akses": kode} for baris in kasus.kunci["akses"]}}

        assert sum(satu.poin for satu in CHECKS.akses.nilai(jawaban, kasus)) == 0


@pytest.mark.parametrize("seed", [1, 2, 10, 16, 21, 38, 47, 48])
def test_a_colleagues_paper_is_called_irrelevant_only_where_it_is(seed):
    """Other faults of the office change the words of an indicator; no paper of the old words may be called valid."""
    kasus = CHECKS.make_case(seed)
    tabel = next(satu for satu in kasus.tampilan["soal"]["periksa_rekan"]["isian"] if satu.get("id") == "bukti")
    alasan = {baris: satu["alasan"] for baris, satu in kasus.kunci["periksa_rekan"].items()}

    assert len(tabel["baris"]) == 8
    assert set(alasan.values()) >= set(CHECKS.rekan.ALASAN.values())
    for baris in tabel["baris"]:
        lihat = baris["keterangan"]
        if alasan[baris["id"]] not in ("relevan", "kecukupan") and not lihat["Isi"].startswith("Foto"):
            assert lihat["Indikator"].split(" (target")[0].casefold() in lihat["Isi"].casefold()
