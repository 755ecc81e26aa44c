"""Three people play a whole year: the nurse, her head of section, his superior — and the admin in the background."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.penilaian import Predikat, Rating, StatusEvaluasi, StatusKeberatan
from simulator.domain.skp import StatusSKP
from simulator.workflow import actions, queries
from simulator.workflow.actor import Pelaku
from tests.workflow.adegan import TAHUNAN, TW1, Adegan
from tests.workflow.kantor_kecil import ADMIN, KABID, KASI, PERAWAT

PERIODE = {1: date(2026, 3, 31), 2: date(2026, 6, 30), 3: date(2026, 9, 30), 4: date(2026, 12, 31)}
MULAI = {1: date(2026, 1, 5), 2: date(2026, 4, 12), 3: date(2026, 7, 12), 4: date(2026, 10, 12)}


def _satu_triwulan(adegan: Adegan, angka: int, rating: tuple[Rating, Rating]) -> None:
    kantor, saya = adegan.kantor, Pelaku.pegawai(PERAWAT)
    kantor.maju_ke(MULAI[angka])
    rencana = adegan.rencana(periode_id=angka)
    actions.tambah_progres(
        kantor,
        saya,
        rencana,
        tanggal=MULAI[angka],
        jam_mulai=time(8),
        jam_selesai=time(10, 30),
        kegiatan="Mendata kunjungan",
        realisasi=12,
        satuan="kunjungan",
    )
    adegan.bukti(periode_id=angka)
    actions.isi_realisasi(
        kantor,
        saya,
        adegan.skp[PERAWAT],
        periode_id=angka,
        iki_id=adegan.iki[PERAWAT],
        realisasi="1 laporan",
        sumber_data="Rekap kunjungan",
    )

    assert queries.status_evaluasi(kantor, adegan.skp[PERAWAT], angka) is StatusEvaluasi.BELUM_DINILAI

    adegan.umpan(periode_id=angka)
    kantor.maju_ke(PERIODE[angka])
    actions.beri_rating(
        kantor,
        Pelaku.penilai(KASI),
        adegan.skp[PERAWAT],
        periode_id=angka,
        rating_hasil=rating[0],
        rating_perilaku=rating[1],
    )


def test_a_whole_year_from_planning_to_a_decided_objection(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    skp_id = adegan.skp[PERAWAT]
    for angka in PERIODE:
        _satu_triwulan(adegan, angka, (Rating.SESUAI, Rating.SESUAI))
    adegan.umpan(periode_id=TAHUNAN)
    evaluasi = actions.beri_rating(
        kantor,
        Pelaku.penilai(KASI),
        skp_id,
        periode_id=TAHUNAN,
        rating_hasil=Rating.DI_BAWAH,
        rating_perilaku=Rating.SESUAI,
    )

    assert evaluasi.predikat is Predikat.BUTUH_PERBAIKAN

    keberatan = actions.ajukan_keberatan(
        kantor, Pelaku.pegawai(PERAWAT), evaluasi.evaluasi_id, alasan="Empat laporan sudah diserahkan."
    )
    kantor.maju_ke(date(2027, 2, 1))

    assert queries.skp_lengkap(kantor, skp_id).status is StatusSKP.SELESAI

    actions.beri_penjelasan(kantor, Pelaku.penilai(KASI), keberatan.keberatan_id, isi="Dua laporan terlambat.")
    putusan = actions.putuskan_keberatan(
        kantor,
        Pelaku.penilai(KABID),
        keberatan.keberatan_id,
        diterima=True,
        keputusan="Keempat laporan sah dan tepat waktu.",
        rating_hasil=Rating.SESUAI,
        rating_perilaku=Rating.SESUAI,
    )
    isi = queries.isi_periode(kantor, skp_id, TAHUNAN)

    assert putusan.status is StatusKeberatan.DITERIMA
    assert putusan.predikat_baru is Predikat.BAIK
    assert isi.evaluasi is not None
    assert isi.evaluasi.predikat is Predikat.BAIK
    assert isi.evaluasi.dikunci_pada == date(2027, 2, 1)
    assert [b.sel()[1:] for b in queries.rekap_penilaian(kantor, TAHUNAN) if b.skp.pegawai_id == PERAWAT] == [
        (
            isi.skp.identitas_pegawai.nip if isi.skp.identitas_pegawai else "",
            "Contoh Lima",
            "Perawat Ahli Pertama",
            "Sesuai Ekspektasi",
            "Sesuai Ekspektasi",
            "Baik",
        )
    ]


def test_a_closed_period_opens_again_only_when_the_admin_extends_it(adegan: Adegan) -> None:
    kantor = adegan.berantai().kantor
    adegan.rencana()
    adegan.dinilai()
    kantor.maju_ke(date(2026, 4, 20))
    with pytest.raises(StatusTidakSesuai) as refusal:
        adegan.bukti()

    assert refusal.value.kode == "periode-terkunci"

    actions.perpanjang_periode(
        kantor,
        Pelaku.admin(ADMIN),
        TW1,
        batas_baru=kantor.hari + timedelta(days=5),
        alasan="Jaringan puskesmas terputus dua minggu",
    )
    bukti_id = adegan.bukti()

    assert [bukti.bukti_id for bukti in queries.isi_periode(kantor, adegan.skp[PERAWAT], TW1).daftar_bukti] == [
        bukti_id
    ]
