"""Refusals that need a story of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from simulator.domain.errors import (
    BelumLengkap,
    StatusTidakSesuai,
    TidakBerwenang,
    TidakDitemukan,
)
from simulator.domain.kepegawaian import Pegawai, Profil
from simulator.domain.pelaksanaan import Akses, SasaranUmpanBalik
from simulator.domain.penilaian import Evaluasi, Rating
from simulator.domain.skp import SKP, Aspek, JenisRHK, Pendekatan, Perspektif
from simulator.store.repository import find
from simulator.workflow import actions as a
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import Kantor
from tests.workflow.adegan import AKHIR, AWAL, TW1, Adegan
from tests.workflow.formulir import ATASAN, ATASAN_ATASAN, REKAN, SANG_ADMIN, SAYA, buat, bukti, rating
from tests.workflow.kantor_kecil import (
    KABID,
    KASI,
    KEPALA,
    PENGADMINISTRASI,
    PENGELOLA,
    PERAWAT,
)


def test_an_empty_skp_lists_everything_that_is_missing(adegan: Adegan) -> None:
    adegan.berantai(sampai=KASI)
    skp = a.buat_skp(adegan.kantor, SAYA, periode_awal=AWAL, periode_akhir=AKHIR)
    with pytest.raises(BelumLengkap) as refusal:
        a.ajukan_skp(adegan.kantor, SAYA, skp.skp_id)

    assert refusal.value.kode == "skp-tanpa-rhk"
    assert "Perbaiki 4 hal ini" in refusal.value.pesan


def test_the_list_of_the_leaders_rhk_says_why_it_is_empty(adegan: Adegan) -> None:
    adegan.berantai(sampai=KABID)
    me = Pelaku.pegawai(KASI)
    mine = a.buat_skp(adegan.kantor, me, periode_awal=AWAL, periode_akhir=AKHIR)
    nurse = a.buat_skp(adegan.kantor, SAYA, periode_awal=AWAL, periode_akhir=AKHIR)
    with pytest.raises(StatusTidakSesuai) as refusal:
        a.tambah_rhk(adegan.kantor, SAYA, nurse.skp_id, teks_rhk="Laporan", rhk_atasan_id=adegan.rhk[KABID])

    assert refusal.value.kode == "rhk-pimpinan-belum-ada"

    a.hapus_skp(adegan.kantor, me, mine.skp_id)
    adegan.diajukan(KASI)
    a.setujui_skp(adegan.kantor, ATASAN_ATASAN, adegan.skp[KASI])
    with pytest.raises(StatusTidakSesuai) as refusal:
        a.tambah_rhk(adegan.kantor, SAYA, nurse.skp_id, teks_rhk="Laporan", rhk_atasan_id=adegan.rhk[KASI])

    assert refusal.value.kode == "belum-disinkronkan"


def test_after_the_closing_day_nothing_of_the_period_can_be_changed(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    rencana, bukti, umpan = adegan.rencana(), adegan.bukti(), adegan.umpan()
    evaluasi = adegan.dinilai()
    kantor.maju_ke(date(2026, 4, 11))
    attempts: list[Callable[[], object]] = [
        adegan.rencana,
        adegan.umpan,
        lambda: a.ubah_rencana_aksi(kantor, SAYA, rencana, target="3 Laporan"),
        lambda: a.hapus_rencana_aksi(kantor, SAYA, rencana),
        lambda: a.hapus_bukti(kantor, SAYA, bukti),
        lambda: a.hapus_umpan_balik(kantor, ATASAN, umpan),
        lambda: rating(kantor, adegan, rating_hasil=Rating.DI_ATAS),
        lambda: a.isi_realisasi(
            kantor,
            SAYA,
            adegan.skp[PERAWAT],
            periode_id=TW1,
            iki_id=adegan.iki[PERAWAT],
            realisasi="1",
            sumber_data="Rekap",
        ),
    ]
    codes = []
    for attempt in attempts:
        with pytest.raises(StatusTidakSesuai) as refusal:
            attempt()
        codes.append(refusal.value.kode)

    assert codes == ["periode-terkunci"] * len(attempts)
    assert evaluasi.dikunci_pada is None


def test_an_objection_comes_in_time_or_not_at_all(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    evaluasi = adegan.dinilai()
    kantor.maju_ke(date(2026, 3, 31 - 17).replace(month=4))

    assert kantor.hari == date(2026, 4, 14)  # 31 March + 14 days

    keberatan = a.ajukan_keberatan(kantor, SAYA, evaluasi.evaluasi_id, alasan="Belum dihitung")

    assert keberatan.diajukan_pada == date(2026, 4, 14)


def test_an_objection_one_day_late_is_refused(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    evaluasi = adegan.dinilai()
    kantor.maju_ke(date(2026, 4, 15))
    with pytest.raises(StatusTidakSesuai) as refusal:
        a.ajukan_keberatan(kantor, SAYA, evaluasi.evaluasi_id, alasan="Belum dihitung")

    assert refusal.value.kode == "keberatan-lewat-batas"
    assert "14-04-2026" in refusal.value.pesan


def test_a_profile_without_a_unit_cannot_start_an_skp(adegan: Adegan) -> None:
    with adegan.kantor.tindakan("maju_ke", None) as t:
        t.ubah(Profil, PENGADMINISTRASI, unit_id=None)
    with pytest.raises(BelumLengkap) as refusal:
        buat(adegan.kantor, PENGADMINISTRASI)

    assert refusal.value.kode == "profil-belum-lengkap"

    a.sinkronkan_profil(adegan.kantor, Pelaku.pegawai(PENGADMINISTRASI))

    assert buat(adegan.kantor, PENGADMINISTRASI)


def test_the_head_needs_a_perspektif_and_no_superior(adegan: Adegan) -> None:
    head = Pelaku.pegawai(KEPALA)
    adegan.draft(KEPALA)
    a.ubah_rhk(adegan.kantor, head, adegan.rhk[KEPALA], perspektif=None)
    with pytest.raises(BelumLengkap) as refusal:
        a.ajukan_skp(adegan.kantor, head, adegan.skp[KEPALA])

    assert refusal.value.kode == "rhk-jpt-tanpa-perspektif"

    a.ubah_rhk(adegan.kantor, head, adegan.rhk[KEPALA], perspektif=Perspektif.ANGGARAN)

    assert a.ajukan_skp(adegan.kantor, head, adegan.skp[KEPALA]).penilai_id is None


def test_a_qualitative_skp_needs_no_target(adegan: Adegan) -> None:
    adegan.berantai(sampai=KASI)
    skp = a.buat_skp(adegan.kantor, SAYA, periode_awal=AWAL, periode_akhir=AKHIR, pendekatan=Pendekatan.KUALITATIF)
    rhk = a.tambah_rhk(adegan.kantor, SAYA, skp.skp_id, teks_rhk="Asuhan yang aman", jenis=JenisRHK.TAMBAHAN)
    iki = a.tambah_iki(adegan.kantor, SAYA, rhk.rhk_id, aspek=Aspek.KUALITAS, indikator="Pasien merasa aman")

    assert iki.target == ""


def test_the_drive_opens_a_document_to_those_it_is_shared_with(adegan: Adegan) -> None:
    adegan.berantai()
    number = adegan.dokumen(akses=Akses.PRIBADI)
    people = {"pemilik": SAYA, "penilai": ATASAN, "rekan": REKAN, "kepala daerah": KEPALA_DAERAH}
    seen = {}
    for akses in Akses:
        if akses is not Akses.PRIBADI:
            a.atur_akses(adegan.kantor, SAYA, number, akses=akses)
        seen[akses] = {name for name, who in people.items() if _dapat_membuka(adegan.kantor, who, number)}

    assert seen == {
        Akses.PRIBADI: {"pemilik"},
        Akses.PENILAI: {"pemilik", "penilai"},
        Akses.INSTANSI: {"pemilik", "penilai", "rekan", "kepala daerah"},
        Akses.PUBLIK: {"pemilik", "penilai", "rekan", "kepala daerah"},
    }


def _dapat_membuka(kantor: Kantor, pelaku: Pelaku, number: int) -> bool:
    try:
        a.buka_dokumen(kantor, pelaku, a.tautan_dokumen(number))
    except TidakBerwenang:
        return False
    return True


def _kode(act: Callable[[], object]) -> str:
    with pytest.raises(StatusTidakSesuai) as refusal:
        act()
    return refusal.value.kode


def test_what_others_rest_on_cannot_be_removed_even_from_a_draft(adegan: Adegan) -> None:
    """The leader's approved SKP went back to Draft; the team still intervenes it."""
    kantor, leader = adegan.berantai().kantor, Pelaku.pegawai(KASI)
    a.kembalikan_ke_draft(kantor, SANG_ADMIN, adegan.skp[KASI], alasan="Salah unit")
    spare = a.tambah_rhk(kantor, leader, adegan.skp[KASI], teks_rhk="Hasil tanpa bawahan")

    assert _kode(lambda: a.hapus_rhk(kantor, leader, adegan.rhk[KASI])) == "rhk-masih-diintervensi"
    assert _kode(lambda: a.hapus_skp(kantor, leader, adegan.skp[KASI])) == "skp-sudah-dipakai"
    assert a.hapus_rhk(kantor, leader, spare.rhk_id).objek_id == spare.rhk_id


def test_an_rhk_in_the_matrix_stays_until_its_role_is_removed(adegan: Adegan) -> None:
    kantor, leader = adegan.berantai(sampai=KASI).kantor, Pelaku.pegawai(KASI)
    role = adegan.peran(anggota=PENGELOLA)
    a.kembalikan_ke_draft(kantor, SANG_ADMIN, adegan.skp[KASI], alasan="Salah unit")

    assert _kode(lambda: a.hapus_rhk(kantor, leader, adegan.rhk[KASI])) == "rhk-masih-di-matriks"

    a.ajukan_skp(kantor, leader, adegan.skp[KASI])
    a.setujui_skp(kantor, ATASAN_ATASAN, adegan.skp[KASI])
    a.hapus_peran(kantor, ATASAN, role)
    a.kembalikan_skp(kantor, ATASAN_ATASAN, adegan.skp[KASI], alasan="Rumuskan ulang")

    assert a.hapus_rhk(kantor, leader, adegan.rhk[KASI]).objek == "rhk"


def test_what_was_done_under_an_rhk_or_indicator_keeps_it(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.rencana()
    adegan.bukti()
    a.kembalikan_ke_draft(kantor, SANG_ADMIN, adegan.skp[PERAWAT], alasan="Salah unit")

    assert _kode(lambda: a.hapus_rhk(kantor, SAYA, adegan.rhk[PERAWAT])) == "rhk-sudah-dijalankan"
    assert _kode(lambda: a.hapus_iki(kantor, SAYA, adegan.iki[PERAWAT])) == "iki-sudah-dijalankan"
    assert _kode(lambda: a.hapus_skp(kantor, SAYA, adegan.skp[PERAWAT])) == "skp-sudah-dipakai"


def test_a_deletion_is_not_undone_onto_something_that_is_gone(adegan: Adegan) -> None:
    """The RHK that was intervened has been removed meanwhile: bringing its child back would leave an orphan."""
    kantor, leader = adegan.berantai(sampai=KASI).kantor, Pelaku.pegawai(KASI)
    second = _second_rhk(adegan, leader)
    adegan.draft(PERAWAT)
    mine = a.tambah_rhk(kantor, SAYA, adegan.skp[PERAWAT], teks_rhk="Tersusunnya rekap", rhk_atasan_id=second)
    removed = a.hapus_rhk(kantor, SAYA, mine.rhk_id)
    a.kembalikan_skp(kantor, ATASAN_ATASAN, adegan.skp[KASI], alasan="Ringkas lagi")
    a.hapus_rhk(kantor, leader, second)
    with pytest.raises(TidakDitemukan) as refusal:
        a.pulihkan(kantor, SAYA, removed)

    assert refusal.value.kode == "rhk-tidak-ditemukan"


def _second_rhk(adegan: Adegan, leader: Pelaku) -> int:
    """Another RHK in the head of section's approved and synchronised SKP."""
    kantor, skp_id = adegan.kantor, adegan.skp[KASI]
    a.kembalikan_skp(kantor, ATASAN_ATASAN, skp_id, alasan="Tambahkan satu hasil")
    rhk = a.tambah_rhk(kantor, leader, skp_id, teks_rhk="Tersedianya data rujukan", rhk_atasan_id=adegan.rhk[KABID])
    a.tambah_iki(kantor, leader, rhk.rhk_id, aspek=Aspek.KUANTITAS, indikator="Jumlah rekap", target="12 Rekap")
    a.ajukan_skp(kantor, leader, skp_id)
    a.setujui_skp(kantor, ATASAN_ATASAN, skp_id)
    return rhk.rhk_id


def test_evidence_cannot_point_to_what_its_owner_may_not_open(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.rencana()
    private = adegan.dokumen(KABID, akses=Akses.PRIBADI)
    with pytest.raises(TidakBerwenang) as refusal:
        bukti(kantor, adegan, dokumen_id=private)

    assert refusal.value.kode == "akses-ditolak"


def test_nobody_assesses_themselves_even_if_an_skp_names_them(adegan: Adegan) -> None:
    """A planted fault may name the owner as assessor; the permission table does not follow it."""
    skp_id = adegan.berantai().skp[KASI]
    with adegan.kantor.tindakan("maju_ke", None) as t:
        t.ubah(SKP, skp_id, penilai_id=KASI)
    with pytest.raises(TidakBerwenang):
        a.beri_umpan_balik(
            adegan.kantor, ATASAN, skp_id, periode_id=TW1, sasaran=SasaranUmpanBalik.UMUM, isi="Saya sudah baik."
        )


def test_who_left_the_office_can_no_longer_act(adegan: Adegan) -> None:
    with adegan.kantor.tindakan("maju_ke", None) as t:
        t.ubah(Pegawai, PERAWAT, aktif=False)
    with pytest.raises(TidakBerwenang) as refusal:
        buat(adegan.kantor)

    assert refusal.value.kode == "akun-tidak-aktif"


def test_a_decided_result_stays_locked_when_the_period_is_extended(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    objection = adegan.keberatan()
    other = adegan.dinilai(KASI)
    kantor.maju_ke(date(2026, 4, 11))
    a.perpanjang_periode(kantor, SANG_ADMIN, TW1, batas_baru=date(2026, 4, 30), alasan="Gangguan jaringan")
    with kantor.lihat() as connection:
        locks = {row.evaluasi_id: row.dikunci_pada for row in find(connection, Evaluasi)}

    assert locks == {objection.evaluasi_id: date(2026, 4, 11), other.evaluasi_id: None}


def test_a_period_closes_also_for_those_whom_nobody_has_rated(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.rencana()
    kantor.maju_ke(date(2026, 4, 10))
    adegan.rencana()  # the closing day itself is still open
    kantor.maju_ke(date(2026, 4, 11))

    assert _kode(adegan.rencana) == "periode-terkunci"
    assert _kode(adegan.umpan) == "periode-terkunci"
