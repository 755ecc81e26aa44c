"""Proposals: result-worded, built from the statement's own object, only for an aktivitas."""

from __future__ import annotations

import pytest

from simulator.wording import Pernyataan, periksa
from simulator.wording.usulan import TANPA_OBJEK


@pytest.mark.parametrize(
    ("teks", "usulan"),
    [
        ("Menyusun laporan keuangan", "Tersusunnya laporan keuangan"),
        ("Penyusunan rencana kerja bidang", "Tersusunnya rencana kerja bidang"),
        ("Melaksanakan penyusunan laporan aset", "Tersusunnya laporan aset"),
        ("Mengelola arsip inaktif dengan baik", "Terkelolanya arsip inaktif"),
        ("MEMVERIFIKASI USULAN KENAIKAN PANGKAT", "Terverifikasinya usulan kenaikan pangkat"),
        ("Menghadiri rapat pembahasan RKPD", "Tersampaikannya laporan hasil rapat pembahasan RKPD"),
        ("Rapat koordinasi inflasi", "Tersampaikannya laporan hasil rapat koordinasi inflasi"),
        ("Koordinasi pengendalian inflasi", "Tersepakatinya hasil koordinasi pengendalian inflasi"),
        ("Berkoordinasi dengan kepala desa", "Tersepakatinya hasil koordinasi dengan kepala desa"),
        ("Sosialisasi bahaya narkoba", "Tersosialisasikannya bahaya narkoba"),
        ("1. Melayani pembuatan KTP-el.", "Terlayaninya pembuatan KTP-el"),
        ("Menggelar pasar murah", "Terselesaikannya pasar murah"),
        ("Menyusun", f"Tersusunnya {TANPA_OBJEK}"),
    ],
)
def test_an_activity_gets_a_result_from_its_own_object(teks: str, usulan: str) -> None:
    assert periksa(Pernyataan(teks, "rhk")).usulan[0] == usulan


def test_an_indicator_gets_a_measure() -> None:
    h = periksa(Pernyataan("Mengarsipkan surat masuk", "iki", target="200 surat"))

    assert h.usulan == (
        "Jumlah surat masuk yang terarsipkan",
        "Persentase surat masuk yang terarsipkan tepat waktu",
    )


def test_a_counted_meeting_is_turned_towards_its_result() -> None:
    h = periksa(Pernyataan("Jumlah rapat koordinasi inflasi yang diikuti", "iki", target="12 rapat"))

    assert h.usulan[0] == "Jumlah rekomendasi hasil rapat koordinasi inflasi yang ditindaklanjuti"


@pytest.mark.parametrize(
    "teks", ["Tersusunnya laporan", "Meningkatnya mutu layanan", "Jumlah akta yang terbit", "…", ""]
)
def test_a_result_needs_no_proposal(teks: str) -> None:
    assert periksa(Pernyataan(teks, "iki")).usulan == ()


@pytest.mark.parametrize("teks", ["Menyusun laporan keuangan", "Jumlah rapat koordinasi", "Sosialisasi"])
def test_a_proposal_is_itself_not_an_activity(teks: str) -> None:
    for usulan in periksa(Pernyataan(teks, "rhk")).usulan:
        if not usulan.startswith("IKI:"):
            assert periksa(Pernyataan(usulan, "rhk")).orientasi != "aktivitas"
