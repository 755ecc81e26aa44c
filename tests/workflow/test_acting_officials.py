"""PLT and PLH, profiles and master data: what the admin registers reaches people when they press their button."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.domain.errors import DataTidakSah, TidakBerwenang
from simulator.domain.kepegawaian import StatusPenugasan
from simulator.domain.skp import StatusSKP
from simulator.workflow import actions as a
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from tests.workflow.adegan import AKHIR, AWAL, Adegan
from tests.workflow.formulir import SANG_ADMIN, SAYA
from tests.workflow.kantor_kecil import KABID, KASI, KEPALA, PENGELOLA, PERAWAT, SEKRETARIS


def test_an_acting_head_has_two_skp_one_for_each_post(adegan: Adegan) -> None:
    adegan.berantai(sampai=KASI)
    a.aktifkan_unor(adegan.kantor, SANG_ADMIN, 5, aktif=True)
    adegan.plt()
    acting = a.buat_skp(
        adegan.kantor,
        Pelaku.pegawai(KASI),
        periode_awal=date(2026, 2, 1),
        periode_akhir=AKHIR,
        plt_plh_pjb=True,
    )

    assert acting.plt_plh_pjb
    assert acting.jabatan_id == 10
    assert acting.unit_id == 5
    assert acting.penilai_id == KEPALA
    assert acting.identitas_pegawai is not None
    assert acting.identitas_pegawai.jabatan == "Plt. Kepala Bidang Lama"
    assert queries.skp_lengkap(adegan.kantor, adegan.skp[KASI]).status is StatusSKP.PERSETUJUAN


def test_an_ended_appointment_frees_the_post_for_another(adegan: Adegan) -> None:
    first = adegan.plt()
    a.akhiri_penugasan(adegan.kantor, SANG_ADMIN, first, selesai=date(2026, 2, 28))
    second = a.daftarkan_penugasan(
        adegan.kantor,
        SANG_ADMIN,
        pegawai_id=KABID,
        jabatan_id=10,
        status=StatusPenugasan.PLT,
        mulai=date(2026, 3, 1),
        dasar="SPT 9",
    )

    assert second.penugasan_id != first


def test_a_vacant_superior_is_found_through_the_unit_and_its_plt(adegan: Adegan) -> None:
    kantor = adegan.kantor
    a.atur_pegawai(kantor, SANG_ADMIN, PERAWAT, atasan_id=None)

    assert a.sinkronkan_profil(kantor, SAYA).atasan_id == KASI

    a.atur_pimpinan_unit(kantor, SANG_ADMIN, 4, pimpinan_id=None)
    a.atur_pegawai(kantor, SANG_ADMIN, KASI, jabatan_id=6)

    assert a.sinkronkan_profil(kantor, SAYA).atasan_id is None

    adegan.plt(pegawai_id=KABID, jabatan_id=4)
    kantor.maju_ke(date(2026, 2, 1))

    assert a.sinkronkan_profil(kantor, SAYA).atasan_id == KABID


def test_a_wrong_assessor_is_mended_by_syncing_profile_and_card(adegan: Adegan) -> None:
    kantor = adegan.kantor
    skp = a.buat_skp(kantor, Pelaku.pegawai(PENGELOLA), periode_awal=AWAL, periode_akhir=AKHIR)
    a.atur_pegawai(kantor, SANG_ADMIN, PENGELOLA, atasan_id=KABID)

    assert a.perbaiki_penilai(kantor, Pelaku.pegawai(PENGELOLA), skp.skp_id).penilai_id == KASI

    a.sinkronkan_profil(kantor, Pelaku.pegawai(PENGELOLA))
    mended = a.perbaiki_penilai(kantor, Pelaku.pegawai(PENGELOLA), skp.skp_id)

    assert mended.penilai_id == KABID
    assert mended.identitas_penilai is not None
    assert mended.identitas_penilai.jabatan == "Kepala Bidang Pelayanan"


def test_a_superior_who_acts_in_a_post_below_is_assessed_one_level_higher(adegan: Adegan) -> None:
    """The head of a bidang stands in for a head of section: nobody approves and rates themselves."""
    kantor = adegan.berantai(sampai=KASI).kantor
    a.atur_pegawai(kantor, SANG_ADMIN, KASI, jabatan_id=6)
    a.atur_pimpinan_unit(kantor, SANG_ADMIN, 4, pimpinan_id=None)
    adegan.plt(pegawai_id=KABID, jabatan_id=4)
    acting = a.buat_skp(
        kantor, Pelaku.pegawai(KABID), periode_awal=date(2026, 2, 1), periode_akhir=AKHIR, plt_plh_pjb=True
    )

    assert acting.penilai_id == KEPALA


def test_an_objection_is_decided_by_the_plt_when_the_post_above_is_vacant(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    objection = adegan.keberatan().keberatan_id
    a.beri_penjelasan(kantor, Pelaku.penilai(KASI), objection, isi="Terlambat diserahkan.")
    a.atur_pegawai(kantor, SANG_ADMIN, KABID, jabatan_id=9)
    a.atur_pimpinan_unit(kantor, SANG_ADMIN, 3, pimpinan_id=None)
    a.atur_pegawai(kantor, SANG_ADMIN, KASI, atasan_id=None)
    adegan.plt(pegawai_id=SEKRETARIS, jabatan_id=3)
    for who in (KABID, KASI, PERAWAT):
        with pytest.raises(TidakBerwenang):
            a.putuskan_keberatan(kantor, Pelaku.penilai(who), objection, diterima=False, keputusan="Tetap.")
    decided = a.putuskan_keberatan(kantor, Pelaku.penilai(SEKRETARIS), objection, diterima=False, keputusan="Tetap.")

    assert decided.diputus_oleh_id == SEKRETARIS


def test_an_appointment_that_has_ended_makes_nobody_leader_of_the_unit(adegan: Adegan) -> None:
    acting = adegan.plt(pegawai_id=KASI, jabatan_id=10)
    a.akhiri_penugasan(adegan.kantor, SANG_ADMIN, acting, selesai=date(2026, 2, 28))
    adegan.kantor.maju_ke(date(2026, 2, 28))

    assert a.atur_pimpinan_unit(adegan.kantor, SANG_ADMIN, 5, pimpinan_id=KASI).pimpinan_id == KASI

    adegan.kantor.maju_ke(date(2026, 3, 1))
    with pytest.raises(DataTidakSah) as refusal:
        a.atur_pimpinan_unit(adegan.kantor, SANG_ADMIN, 5, pimpinan_id=KASI)

    assert refusal.value.kode == "pimpinan-bukan-anggota-unit"


def test_refreshed_cards_post_and_unit_tell_the_same(adegan: Adegan) -> None:
    kantor = adegan.kantor
    skp = a.buat_skp(kantor, SAYA, periode_awal=AWAL, periode_akhir=AKHIR)
    a.atur_pegawai(kantor, SANG_ADMIN, PERAWAT, jabatan_id=8, atasan_id=SEKRETARIS)
    a.sinkronkan_profil(kantor, SAYA)
    mended = a.perbaiki_penilai(kantor, SAYA, skp.skp_id)

    assert mended.identitas_pegawai is not None
    assert mended.identitas_pegawai.jabatan == "Pengadministrasi Umum"
    assert (mended.jabatan_id, mended.unit_id, mended.penilai_id) == (8, 2, SEKRETARIS)


def test_the_day_is_the_same_for_everybody_who_has_the_office_open(adegan: Adegan) -> None:
    from simulator.workflow.office import open_office

    with open_office(adegan.kantor.target, hari=date(2026, 3, 1)) as second:
        assert second.hari == adegan.kantor.hari == date(2026, 3, 1)
