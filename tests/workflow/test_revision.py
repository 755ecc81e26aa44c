"""A revision keeps the old version, takes over the open period, and reaches the team through the leader's button."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.penilaian import Rating
from simulator.domain.skp import Aspek, StatusSKP
from simulator.workflow import actions as a
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from tests.workflow.adegan import TAHUNAN, TW1, TW2, TW3, Adegan
from tests.workflow.formulir import ATASAN, ATASAN_ATASAN, SANG_ADMIN, SAYA
from tests.workflow.kantor_kecil import KASI, PERAWAT, SEKRETARIS


def _revisi(adegan: Adegan) -> int:
    """The nurse's new version, submitted and approved."""
    new = a.revisi_skp(adegan.kantor, SAYA, adegan.skp[PERAWAT], alasan="Anggaran berubah")
    a.ajukan_skp(adegan.kantor, SAYA, new.skp_id)
    a.setujui_skp(adegan.kantor, ATASAN, new.skp_id)
    return new.skp_id


def test_the_old_version_stays_in_force_until_the_new_one_is_approved(adegan: Adegan) -> None:
    old = adegan.berantai().skp[PERAWAT]
    new = a.revisi_skp(adegan.kantor, SAYA, old, alasan="Anggaran berubah")

    assert (new.versi, new.versi_sebelumnya_id, new.status) == (2, old, StatusSKP.DRAFT)
    assert queries.skp_lengkap(adegan.kantor, old).status is StatusSKP.PERSETUJUAN

    a.ajukan_skp(adegan.kantor, SAYA, new.skp_id)
    a.setujui_skp(adegan.kantor, ATASAN, new.skp_id)

    assert queries.skp_lengkap(adegan.kantor, old).status is StatusSKP.DIGANTI
    assert [skp.status for skp in queries.daftar_skp(adegan.kantor, PERAWAT)] == [
        StatusSKP.PERSETUJUAN,
        StatusSKP.DIGANTI,
    ]


def test_the_new_version_starts_with_the_same_contents_under_new_numbers(adegan: Adegan) -> None:
    old = queries.skp_lengkap(adegan.kantor, adegan.berantai().skp[PERAWAT])
    new = queries.skp_lengkap(
        adegan.kantor, a.revisi_skp(adegan.kantor, SAYA, old.skp_id, alasan="Prioritas baru").skp_id
    )

    assert [(r.teks, [(i.indikator, i.target) for i in r.daftar_iki]) for r in new.daftar_rhk] == [
        (r.teks, [(i.indikator, i.target) for i in r.daftar_iki]) for r in old.daftar_rhk
    ]
    assert [(b.jenis, b.teks) for b in new.daftar_lampiran] == [(b.jenis, b.teks) for b in old.daftar_lampiran]
    assert not {r.rhk_id for r in new.daftar_rhk} & {r.rhk_id for r in old.daftar_rhk}
    assert [k.alasan for k in queries.riwayat_keterangan(adegan.kantor, new.skp_id)] == [
        "Revisi versi 1: Prioritas baru"
    ]


def test_closed_periods_stay_with_the_old_version_and_the_open_one_moves(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    adegan.rencana()
    adegan.bukti()
    adegan.dinilai()
    kantor.maju_ke(date(2026, 4, 20))
    adegan.rencana(periode_id=TW2)
    adegan.bukti(periode_id=TW2)
    adegan.umpan(periode_id=TW2)
    new = _revisi(adegan)
    closed, left, taken = (
        queries.isi_periode(kantor, skp_id, periode_id) for skp_id, periode_id in ((old, TW1), (old, TW2), (new, TW2))
    )

    assert (len(closed.daftar_rencana), len(closed.daftar_bukti), len(closed.daftar_umpan)) == (1, 1, 1)
    assert closed.evaluasi is not None
    assert (left.daftar_rencana, left.daftar_bukti, left.daftar_umpan) == ((), (), ())
    assert (len(taken.daftar_rencana), len(taken.daftar_bukti), len(taken.daftar_umpan)) == (1, 1, 1)
    assert taken.daftar_rencana[0].rhk_id == taken.skp.daftar_rhk[0].rhk_id
    assert taken.daftar_bukti[0].iki_id == taken.skp.daftar_rhk[0].daftar_iki[0].iki_id


def test_somebody_who_moved_ends_the_old_skp_and_begins_one_at_the_new_post(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    kantor.maju_ke(date(2026, 7, 1))
    adegan.rencana(periode_id=TW3)
    adegan.rencana(periode_id=TAHUNAN)
    a.atur_pegawai(kantor, SANG_ADMIN, PERAWAT, jabatan_id=8, atasan_id=SEKRETARIS)
    a.sinkronkan_profil(kantor, SAYA)
    short = a.revisi_skp(kantor, SAYA, old, alasan="Pindah tugas per 1 Juli").skp_id
    a.ubah_periode(kantor, SAYA, short, periode_awal=date(2026, 1, 1), periode_akhir=date(2026, 6, 30))
    a.ajukan_skp(kantor, SAYA, short)
    a.setujui_skp(kantor, ATASAN, short)
    new = a.buat_skp(kantor, SAYA, periode_awal=date(2026, 7, 1), periode_akhir=date(2026, 12, 31))

    # What the shortened version no longer reaches stays where it was planned; the year it still belongs to moves.
    assert len(queries.isi_periode(kantor, old, TW3).daftar_rencana) == 1
    assert queries.isi_periode(kantor, short, TW3).daftar_rencana == ()
    assert len(queries.isi_periode(kantor, short, TAHUNAN).daftar_rencana) == 1
    assert (new.jabatan_id, new.unit_id, new.penilai_id) == (8, 2, SEKRETARIS)


def test_a_version_that_replaced_another_cannot_be_deleted_once_it_is_returned(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    new = _revisi(adegan)
    a.kembalikan_skp(kantor, ATASAN, new, alasan="Target belum terukur")
    with pytest.raises(StatusTidakSesuai) as refusal:
        a.hapus_skp(kantor, SAYA, new)

    assert refusal.value.kode == "skp-sudah-menggantikan"

    a.ajukan_skp(kantor, SAYA, new)
    a.setujui_skp(kantor, ATASAN, new)

    assert [(skp.skp_id, skp.status) for skp in queries.daftar_skp(kantor, PERAWAT)] == [
        (new, StatusSKP.PERSETUJUAN),
        (old, StatusSKP.DIGANTI),
    ]


def test_a_period_that_was_rated_stays_with_the_old_version_though_it_is_open(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    adegan.rencana()
    adegan.bukti()
    adegan.dinilai()
    new = _revisi(adegan)
    stayed = queries.isi_periode(kantor, old, TW1)
    with pytest.raises(StatusTidakSesuai) as refusal:
        a.beri_rating(kantor, ATASAN, new, periode_id=TW1, rating_hasil=Rating.DI_ATAS, rating_perilaku=Rating.DI_ATAS)

    assert (len(stayed.daftar_rencana), len(stayed.daftar_bukti), len(stayed.daftar_umpan)) == (1, 1, 1)
    assert refusal.value.kode == "sudah-dinilai-versi-lama"


def test_what_was_planned_for_a_dropped_rhk_stays_behind(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    adegan.rencana()
    new = queries.skp_lengkap(kantor, a.revisi_skp(kantor, SAYA, old, alasan="Anggaran berubah").skp_id)
    other = a.tambah_rhk(kantor, SAYA, new.skp_id, teks_rhk="Tersusunnya pedoman", rhk_atasan_id=adegan.rhk[KASI])
    a.tambah_iki(kantor, SAYA, other.rhk_id, aspek=Aspek.KUANTITAS, indikator="Pedoman", target="1 Dokumen")
    a.hapus_rhk(kantor, SAYA, new.daftar_rhk[0].rhk_id)
    a.ajukan_skp(kantor, SAYA, new.skp_id)
    a.setujui_skp(kantor, ATASAN, new.skp_id)

    assert len(queries.isi_periode(kantor, old, TW1).daftar_rencana) == 1
    assert queries.isi_periode(kantor, new.skp_id, TW1).daftar_rencana == ()


def test_a_replaced_version_of_a_member_keeps_what_it_intervened(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    _revisi(adegan)
    leader = Pelaku.pegawai(KASI)
    new = a.revisi_skp(kantor, leader, adegan.skp[KASI], alasan="Reorganisasi").skp_id
    a.ajukan_skp(kantor, leader, new)
    a.setujui_skp(kantor, ATASAN_ATASAN, new)
    a.sinkronkan_skp_bawahan(kantor, ATASAN, new)

    assert queries.skp_lengkap(kantor, old).daftar_rhk[0].rhk_atasan_id == adegan.rhk[KASI]


def test_what_hangs_on_a_dropped_indicator_stays_behind(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    adegan.rencana()
    adegan.bukti()
    new = queries.skp_lengkap(kantor, a.revisi_skp(kantor, SAYA, old, alasan="Anggaran berubah").skp_id)
    a.hapus_iki(kantor, SAYA, new.daftar_rhk[0].daftar_iki[0].iki_id)
    a.ajukan_skp(kantor, SAYA, new.skp_id)
    a.setujui_skp(kantor, ATASAN, new.skp_id)

    assert len(queries.isi_periode(kantor, old, TW1).daftar_bukti) == 1
    assert len(queries.isi_periode(kantor, new.skp_id, TW1).daftar_rencana) == 1


def test_there_is_one_revision_at_a_time_and_none_of_what_was_replaced(adegan: Adegan) -> None:
    old = adegan.berantai().skp[PERAWAT]
    a.revisi_skp(adegan.kantor, SAYA, old, alasan="Anggaran berubah")
    codes = []
    for attempt in (
        lambda: a.revisi_skp(adegan.kantor, SAYA, old, alasan="Lagi"),
        lambda: a.kembalikan_ke_draft(adegan.kantor, SANG_ADMIN, old, alasan="Keliru"),
        lambda: a.kembalikan_skp(adegan.kantor, ATASAN, old, alasan="Keliru"),
    ):
        with pytest.raises(StatusTidakSesuai) as refusal:
            attempt()
        codes.append(refusal.value.kode)

    assert codes == ["skp-sedang-direvisi"] * 3


def test_a_withdrawn_revision_leaves_the_old_version_free_again(adegan: Adegan) -> None:
    old = adegan.berantai().skp[PERAWAT]
    first = a.revisi_skp(adegan.kantor, SAYA, old, alasan="Anggaran berubah")
    a.hapus_skp(adegan.kantor, SAYA, first.skp_id)
    second = a.revisi_skp(adegan.kantor, SAYA, old, alasan="Prioritas baru")

    assert second.versi == 2
    assert second.skp_id != first.skp_id


def test_the_team_follows_the_leaders_new_version_when_it_is_synchronised(adegan: Adegan) -> None:
    kantor, old = adegan.berantai().kantor, adegan.skp[KASI]
    adegan.peran()
    leader = Pelaku.pegawai(KASI)
    new = a.revisi_skp(kantor, leader, old, alasan="Reorganisasi").skp_id
    a.ajukan_skp(kantor, leader, new)
    a.setujui_skp(kantor, ATASAN_ATASAN, new)
    nurse = queries.skp_lengkap(kantor, adegan.skp[PERAWAT])

    assert nurse.daftar_rhk[0].rhk_atasan_id == adegan.rhk[KASI]
    assert queries.rhk_pimpinan(kantor, nurse.skp_id) == []

    matriks = a.sinkronkan_skp_bawahan(kantor, ATASAN, new)
    nurse = queries.skp_lengkap(kantor, adegan.skp[PERAWAT])
    (offered,) = queries.rhk_pimpinan(kantor, nurse.skp_id)

    assert nurse.daftar_rhk[0].rhk_atasan_id == offered.rhk_id
    assert offered.skp_id == new
    assert [peran.rhk_pimpinan_id for peran in matriks.daftar_peran] == [offered.rhk_id]


def test_a_shortened_version_makes_room_for_the_next_post(adegan: Adegan) -> None:
    """Moved to another post in July: the old SKP ends in June, a new one begins."""
    kantor, old = adegan.berantai().kantor, adegan.skp[PERAWAT]
    kantor.maju_ke(date(2026, 6, 25))
    new = a.revisi_skp(kantor, SAYA, old, alasan="Mutasi").skp_id
    a.ubah_periode(kantor, SAYA, new, periode_awal=date(2026, 1, 1), periode_akhir=date(2026, 6, 30))
    a.ajukan_skp(kantor, SAYA, new)
    a.setujui_skp(kantor, ATASAN, new)
    a.atur_pegawai(kantor, SANG_ADMIN, PERAWAT, jabatan_id=8, atasan_id=2)
    a.sinkronkan_profil(kantor, SAYA)
    second = a.buat_skp(kantor, SAYA, periode_awal=date(2026, 7, 1), periode_akhir=date(2026, 12, 31))

    assert second.penilai_id == 2
    assert second.identitas_pegawai is not None
    assert second.identitas_pegawai.jabatan == "Pengadministrasi Umum"

    rhk = a.tambah_rhk(kantor, SAYA, second.skp_id, teks_rhk="Tersusunnya arsip")
    iki = a.tambah_iki(kantor, SAYA, rhk.rhk_id, aspek=Aspek.KUANTITAS, indikator="Berkas tertata", target="200 Berkas")

    assert iki.rhk_id == rhk.rhk_id
