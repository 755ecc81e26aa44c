"""Whatever rests on a record keeps it: feedback, ratings, evidence; and texts and numbers are kept as they belong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.domain.errors import BimtekError
from simulator.domain.pelaksanaan import SasaranUmpanBalik
from simulator.domain.penilaian import PredikatOrganisasi
from simulator.workflow import actions as a
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from tests.workflow.adegan import TW1, Adegan
from tests.workflow.formulir import ATASAN, SANG_ADMIN, SAYA
from tests.workflow.kantor_kecil import KASI, KEPALA, PERAWAT


def _kode(attempt: Callable[[], object]) -> str:
    with pytest.raises(BimtekError) as refusal:
        attempt()
    return refusal.value.kode


def test_a_returned_skp_that_has_feedback_is_kept_with_its_feedback(adegan: Adegan) -> None:
    kantor = adegan.berantai(sampai=KASI).kantor
    skp_id = adegan.diajukan(PERAWAT)
    a.setujui_skp(kantor, ATASAN, skp_id)
    a.beri_umpan_balik(
        kantor, ATASAN, skp_id, periode_id=TW1, sasaran=SasaranUmpanBalik.UMUM, isi="Laporan sudah rapi."
    )
    a.kembalikan_skp(kantor, ATASAN, skp_id, alasan="Tambah indikator")

    assert _kode(lambda: a.hapus_skp(kantor, SAYA, skp_id)) == "skp-sudah-dipakai"


def test_an_skp_that_was_rated_keeps_its_words(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.dinilai()
    skp_id = adegan.skp[PERAWAT]

    assert _kode(lambda: a.kembalikan_skp(kantor, ATASAN, skp_id, alasan="Ubah RHK")) == "skp-sudah-dinilai"
    assert _kode(lambda: a.kembalikan_ke_draft(kantor, SANG_ADMIN, skp_id, alasan="Ubah RHK")) == "skp-sudah-dinilai"


def test_evidence_cannot_be_pointed_to_what_the_indicator_already_has(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.rencana()
    adegan.bukti()
    second = adegan.bukti()
    first, other = queries.isi_periode(kantor, adegan.skp[PERAWAT], TW1).daftar_bukti

    assert _kode(lambda: a.ubah_bukti(kantor, SAYA, second, dokumen_id=first.dokumen_id)) == "bukti-sudah-ada"
    assert a.ubah_bukti(kantor, SAYA, second, dokumen_id=other.dokumen_id, nama_eviden="Lain").nama_eviden == "Lain"


def test_lines_end_as_they_do_here_wherever_the_browser_runs(adegan: Adegan) -> None:
    skp_id = adegan.draft(KEPALA)
    rhk = a.tambah_rhk(adegan.kantor, Pelaku.pegawai(KEPALA), skp_id, teks_rhk="Satu\r\nDua\rTiga\n")

    assert rhk.teks == "Satu\nDua\nTiga"


def test_a_result_of_an_organisation_is_a_number_within_the_scale(adegan: Adegan) -> None:
    leader = Pelaku.penilai(KEPALA)
    for nilai in (float("nan"), float("inf"), -0.5, 150.5, 10**400):
        refused = _kode(
            lambda nilai=nilai: a.tetapkan_capaian_organisasi(
                adegan.kantor, leader, 3, periode_id=TW1, predikat=PredikatOrganisasi.BAIK, nilai=nilai
            )
        )

        assert refused == "nilai-organisasi-tidak-sah", nilai
