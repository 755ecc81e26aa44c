"""An SKP is finished when its year is locked and nothing of it is open any more; an extension opens it again."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.skp import StatusSKP
from simulator.workflow import actions as a
from tests.workflow.adegan import TAHUNAN, TW4, Adegan
from tests.workflow.formulir import SANG_ADMIN
from tests.workflow.kantor_kecil import KASI, PERAWAT


def test_a_quarter_that_is_extended_after_the_year_was_rated_opens_for_everybody(adegan: Adegan) -> None:
    """Also for those who had nothing in it, and for all days of the extension; then the year is finished again."""
    kantor = adegan.berantai().kantor
    kantor.maju_ke(date(2026, 12, 31))
    adegan.dinilai(KASI, hari=date(2026, 12, 31), periode_id=TW4)
    for pegawai_id in (KASI, PERAWAT):
        adegan.dinilai(pegawai_id, hari=date(2026, 12, 31), periode_id=TAHUNAN)
    kantor.maju_ke(date(2027, 2, 5))

    assert [adegan.satu_skp(who).status for who in (KASI, PERAWAT)] == [StatusSKP.SELESAI] * 2

    a.perpanjang_periode(kantor, SANG_ADMIN, TW4, batas_baru=date(2027, 2, 10), alasan="Gangguan jaringan")
    adegan.rencana(PERAWAT, TW4)
    kantor.maju_ke(date(2027, 2, 10))
    adegan.rencana(KASI, TW4)
    kantor.maju_ke(date(2027, 2, 11))

    assert [adegan.satu_skp(who).status for who in (KASI, PERAWAT)] == [StatusSKP.SELESAI] * 2
    with pytest.raises(StatusTidakSesuai) as refusal:
        adegan.rencana(PERAWAT, TW4)

    assert refusal.value.kode == "skp-selesai"


def test_a_year_that_closes_before_its_last_quarter_does_not_close_the_quarter(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    a.ubah_periode_penilaian(kantor, SANG_ADMIN, TAHUNAN, batas_pengisian=date(2027, 1, 5))
    kantor.maju_ke(date(2026, 12, 31))
    adegan.dinilai(hari=date(2026, 12, 31), periode_id=TAHUNAN)
    kantor.maju_ke(date(2027, 1, 10))
    adegan.rencana(PERAWAT, TW4)

    assert adegan.satu_skp(PERAWAT).status is StatusSKP.PERSETUJUAN

    kantor.maju_ke(date(2027, 1, 11))

    assert adegan.satu_skp(PERAWAT).status is StatusSKP.SELESAI
