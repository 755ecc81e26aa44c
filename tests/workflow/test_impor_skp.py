"""Importing a plan: everything of it, in the order of the sheet, with one journal entry."""

from __future__ import annotations

from simulator.domain.skp import Aspek, JenisLampiran, JenisRHK
from simulator.workflow import actions as a
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.impor.rencana import ButirBaru, IKIBaru, RencanaImpor, RHKBaru
from simulator.workflow.impor.terakhir import impor_terakhir
from tests.workflow.adegan import Adegan
from tests.workflow.kantor_kecil import KASI, PERAWAT


def _rencana(rhk_atasan_id: int) -> RencanaImpor:
    return RencanaImpor(
        (
            RHKBaru(
                "Tersedianya pedoman rujukan",
                rhk_atasan_id=rhk_atasan_id,
                daftar_iki=(
                    IKIBaru(Aspek.KUANTITAS, "Jumlah pedoman rujukan", "2 Pedoman"),
                    IKIBaru(Aspek.WAKTU, "Lama penyusunan pedoman", "6 Bulan"),
                ),
            ),
            RHKBaru("Terselesaikannya tugas panitia", JenisRHK.TAMBAHAN, penugasan_dari="SK Kepala Dinas 1/2026"),
        ),
        (
            ButirBaru(JenisLampiran.KONSEKUENSI, "Teguran"),
            ButirBaru(JenisLampiran.DUKUNGAN_SUMBER_DAYA, "Anggaran"),
            ButirBaru(JenisLampiran.KONSEKUENSI, "Penghargaan"),
        ),
    )


def test_everything_arrives_at_once_behind_what_was_there(adegan: Adegan) -> None:
    adegan.berantai(sampai=KASI)
    skp_id = adegan.draft(PERAWAT)
    before = len(queries.jejak(adegan.kantor, "skp", skp_id))
    rencana = RencanaImpor.dari_dict(_rencana(adegan.rhk[KASI]).ke_dict())

    a.impor_skp(adegan.kantor, Pelaku.pegawai(PERAWAT), skp_id, rencana=rencana)

    skp = queries.skp_lengkap(adegan.kantor, skp_id)
    satu, dua = skp.daftar_rhk[-2:]
    assert (satu.teks, satu.rhk_atasan_id) == ("Tersedianya pedoman rujukan", adegan.rhk[KASI])
    assert [(iki.aspek, iki.target) for iki in satu.daftar_iki] == [
        (Aspek.KUANTITAS, "2 Pedoman"), (Aspek.WAKTU, "6 Bulan")
    ]  # fmt: skip
    assert (dua.jenis, dua.penugasan_dari) == (JenisRHK.TAMBAHAN, "SK Kepala Dinas 1/2026")
    konsekuensi = [b for b in skp.daftar_lampiran if b.jenis is JenisLampiran.KONSEKUENSI]
    assert [(b.urutan, b.teks) for b in konsekuensi][1:] == [(2, "Teguran"), (3, "Penghargaan")]
    jejak = queries.jejak(adegan.kantor, "skp", skp_id)
    assert [entri.aksi for entri in jejak[before:]] == ["impor_skp"]


def test_the_last_import_goes_out_again_with_what_was_added_to_it_and_nothing_else(adegan: Adegan) -> None:
    adegan.berantai(sampai=KASI)
    skp_id, saya, kantor = adegan.draft(PERAWAT), Pelaku.pegawai(PERAWAT), adegan.kantor
    before = queries.skp_lengkap(kantor, skp_id)
    first = RencanaImpor((RHKBaru("Tersedianya data rujukan"),))
    a.impor_skp(kantor, saya, skp_id, rencana=first)
    between = queries.skp_lengkap(kantor, skp_id)
    satu, dua = a.impor_skp(kantor, saya, skp_id, rencana=_rencana(adegan.rhk[KASI]))
    a.ubah_rhk(kantor, saya, satu.rhk_id, teks_rhk="Tersedianya pedoman rujukan yang baru")
    a.tambah_iki(kantor, saya, dua.rhk_id, aspek=Aspek.WAKTU, indikator="Lama tugas", target="3 Bulan")
    with kantor.lihat() as connection:
        there = impor_terakhir(connection, skp_id)

    assert there is not None
    assert (there.sebutan, there.berubah) == ("2 RHK, 3 indikator, 3 butir lampiran", 2)
    assert "2 RHK" in a.hapus_impor(kantor, saya, skp_id).sebutan
    assert queries.skp_lengkap(kantor, skp_id) == between

    a.hapus_impor(kantor, saya, skp_id)

    assert queries.skp_lengkap(kantor, skp_id) == before
    with kantor.lihat() as connection:
        assert impor_terakhir(connection, skp_id) is None


def test_what_was_imported_can_be_submitted(adegan: Adegan) -> None:
    adegan.berantai(sampai=KASI)
    skp_id = adegan.draft(PERAWAT)
    rencana = RencanaImpor(_rencana(adegan.rhk[KASI]).daftar_rhk[:1])
    a.impor_skp(adegan.kantor, Pelaku.pegawai(PERAWAT), skp_id, rencana=rencana)

    assert a.ajukan_skp(adegan.kantor, Pelaku.pegawai(PERAWAT), skp_id).diajukan_pada == adegan.kantor.hari
