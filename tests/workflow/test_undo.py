"""Whatever was deleted can be put back by the one who deleted it, exactly as it was, unless its place is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.domain.errors import BimtekError, StatusTidakSesuai
from simulator.domain.pelaksanaan import Akses
from simulator.domain.skp import Aspek, JenisLampiran, NilaiBerAKHLAK
from simulator.store.schema import OFFICE_TABLES
from simulator.workflow import actions as a
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.impor.rencana import ButirBaru, IKIBaru, RencanaImpor, RHKBaru
from simulator.workflow.office import Kantor, open_office
from simulator.workflow.removal import Terhapus
from tests.workflow.adegan import Adegan
from tests.workflow.formulir import ATASAN, REKAN, SANG_ADMIN, SAYA
from tests.workflow.kantor_kecil import KASI, PENGELOLA, PERAWAT
from tests.workflow.tahap import Tahap, semua_tahap

Hapus = Callable[[Kantor, Adegan, dict[str, int]], Terhapus]

PENGHAPUSAN: dict[str, tuple[str, Pelaku, Hapus]] = {
    "skp": ("draft", SAYA, lambda k, d, c: a.hapus_skp(k, SAYA, d.skp[PERAWAT])),
    "rhk": ("draft", SAYA, lambda k, d, c: a.hapus_rhk(k, SAYA, d.rhk[PERAWAT])),
    "iki": ("draft", SAYA, lambda k, d, c: a.hapus_iki(k, SAYA, d.iki[PERAWAT])),
    "lampiran": ("draft", SAYA, lambda k, d, c: a.hapus_lampiran(k, SAYA, d.lampiran[PERAWAT])),
    "impor": ("draft", SAYA, lambda k, d, c: a.hapus_impor(k, SAYA, d.skp[PERAWAT])),
    "ekspektasi": (
        "pengajuan",
        ATASAN,
        lambda k, d, c: a.hapus_ekspektasi(k, ATASAN, d.skp[PERAWAT], nilai=NilaiBerAKHLAK.AKUNTABEL),
    ),
    "anggota": ("draft", ATASAN, lambda k, d, c: a.hapus_anggota(k, ATASAN, d.skp[KASI], PENGELOLA)),
    "peran": ("draft", ATASAN, lambda k, d, c: a.hapus_peran(k, ATASAN, c["peran"])),
    "rencana aksi": ("berjalan", SAYA, lambda k, d, c: a.hapus_rencana_aksi(k, SAYA, c["rencana"])),
    "progres": ("berjalan", SAYA, lambda k, d, c: a.hapus_progres(k, SAYA, c["progres"])),
    "dokumen": ("draft", SAYA, lambda k, d, c: a.hapus_dokumen(k, SAYA, c["dokumen"])),
    "bukti": ("berjalan", SAYA, lambda k, d, c: a.hapus_bukti(k, SAYA, c["bukti"])),
    "realisasi": ("berjalan", SAYA, lambda k, d, c: a.hapus_realisasi(k, SAYA, c["realisasi"])),
    "umpan balik": ("berjalan", ATASAN, lambda k, d, c: a.hapus_umpan_balik(k, ATASAN, c["umpan"])),
    "tim": ("draft", ATASAN, lambda k, d, c: a.hapus_tim_kerja(k, ATASAN, c["tim"])),
    "anggota tim": ("draft", ATASAN, lambda k, d, c: a.hapus_anggota_tim(k, ATASAN, c["tim"], PENGELOLA)),
    "umpan rekan": ("berjalan", REKAN, lambda k, d, c: a.hapus_umpan_rekan(k, REKAN, c["umpan_rekan"])),
    "periode": ("draft", SANG_ADMIN, lambda k, d, c: a.hapus_periode(k, SANG_ADMIN, c["periode"])),
}

#: What must be there before it can be deleted.
SEBELUM: dict[str, Callable[[Kantor, Adegan], object]] = {
    "impor": lambda k, d: a.impor_skp(
        k,
        SAYA,
        d.skp[PERAWAT],
        rencana=RencanaImpor(
            (RHKBaru("Tersedianya pedoman", daftar_iki=(IKIBaru(Aspek.KUANTITAS, "Jumlah pedoman", "1 Pedoman"),)),),
            (ButirBaru(JenisLampiran.KONSEKUENSI, "Teguran"), ButirBaru(JenisLampiran.KONSEKUENSI, "Pembinaan")),
        ),
    ),
}


@pytest.fixture(scope="module")
def tahap(cetakan: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tahap]:
    return semua_tahap(cetakan, tmp_path_factory.mktemp("tahap"))


def _isi(kantor: Kantor) -> dict[str, list[dict[str, object]]]:
    with kantor.lihat() as connection:
        return {
            table.name: [
                dict(row) for row in connection.execute(table.select().order_by(*table.primary_key)).mappings()
            ]
            for table in OFFICE_TABLES
        }


def test_every_deletion_has_its_case() -> None:
    assert len(PENGHAPUSAN) == len([name for name in a.__all__ if name.startswith("hapus_")])


@pytest.mark.parametrize("nama", sorted(PENGHAPUSAN))
def test_a_deletion_undone_is_as_if_it_never_happened(nama: str, tahap: dict[str, Tahap], tmp_path: Path) -> None:
    stage, pelaku, hapus = PENGHAPUSAN[nama]
    with open_office(tahap[stage].salin(tmp_path / "kantor.db")) as kantor:
        SEBELUM.get(nama, lambda k, d: None)(kantor, tahap[stage].adegan)
        before = _isi(kantor)
        removed = hapus(kantor, replace(tahap[stage].adegan, kantor=kantor), tahap[stage].catatan)
        between = _isi(kantor)
        rows = a.pulihkan(kantor, pelaku, removed)

        assert between != before
        assert rows == sum(map(len, before.values())) - sum(map(len, between.values()))
        assert _isi(kantor) == before
        assert removed.sebutan
        assert kantor.verifikasi().temuan == ()

        with pytest.raises(StatusTidakSesuai) as refusal:
            a.pulihkan(kantor, pelaku, removed)
        assert refusal.value.kode == "sudah-dipulihkan"


def test_a_line_of_an_annex_comes_back_behind_the_one_that_took_its_number(
    tahap: dict[str, Tahap], tmp_path: Path
) -> None:
    skp_id, jenis = tahap["draft"].adegan.skp[PERAWAT], JenisLampiran.KONSEKUENSI
    with open_office(tahap["draft"].salin(tmp_path / "kantor.db")) as kantor:
        last = a.tambah_lampiran(kantor, SAYA, skp_id, jenis=jenis, isi="Pembinaan")
        removed = a.hapus_lampiran(kantor, SAYA, last.lampiran_id)
        a.tambah_lampiran(kantor, SAYA, skp_id, jenis=jenis, isi="Teguran")
        a.pulihkan(kantor, SAYA, removed)
        lines = [line for line in queries.skp_lengkap(kantor, skp_id).daftar_lampiran if line.jenis is jenis]

        assert [(line.urutan, line.teks) for line in lines] == [
            (1, "Isi Konsekuensi"),
            (2, "Teguran"),
            (3, "Pembinaan"),
        ]
        assert kantor.verifikasi().temuan == ()


def test_a_realisation_cannot_come_back_beside_its_successor(tahap: dict[str, Tahap], tmp_path: Path) -> None:
    scene, notes = tahap["berjalan"].adegan, tahap["berjalan"].catatan
    with open_office(tahap["berjalan"].salin(tmp_path / "kantor.db")) as kantor:
        removed = a.hapus_realisasi(kantor, SAYA, notes["realisasi"])
        a.isi_realisasi(
            kantor,
            SAYA,
            scene.skp[PERAWAT],
            periode_id=1,
            iki_id=scene.iki[PERAWAT],
            realisasi="2 laporan",
            sumber_data="Rekap",
        )
        with pytest.raises(StatusTidakSesuai) as refusal:
            a.pulihkan(kantor, SAYA, removed)

    assert refusal.value.kode == "tempat-sudah-terisi"


def test_evidence_cannot_come_back_without_its_document(tahap: dict[str, Tahap], tmp_path: Path) -> None:
    notes = tahap["berjalan"].catatan
    with open_office(tahap["berjalan"].salin(tmp_path / "kantor.db")) as kantor:
        from simulator.domain.pelaksanaan import BuktiDukung
        from simulator.store.repository import get

        with kantor.lihat() as connection:
            document = get(connection, BuktiDukung, notes["bukti"]).dokumen_id
        removed = a.hapus_bukti(kantor, SAYA, notes["bukti"])
        gone = a.hapus_dokumen(kantor, SAYA, document or 0)
        with pytest.raises(BimtekError) as refusal:
            a.pulihkan(kantor, SAYA, removed)

        assert refusal.value.kode == "dokumen-tidak-ditemukan"

        a.pulihkan(kantor, SAYA, gone)

        assert a.pulihkan(kantor, SAYA, removed) == 1
        assert a.buka_dokumen(kantor, SAYA, document or 0).akses is Akses.PENILAI


def test_evidence_cannot_come_back_without_its_plan(tahap: dict[str, Tahap], tmp_path: Path) -> None:
    notes = tahap["berjalan"].catatan
    with open_office(tahap["berjalan"].salin(tmp_path / "kantor.db")) as kantor:
        proof = a.hapus_bukti(kantor, SAYA, notes["bukti"])
        result = a.hapus_realisasi(kantor, SAYA, notes["realisasi"])
        plans = [a.hapus_rencana_aksi(kantor, SAYA, notes[name]) for name in ("rencana", "rencana_kedua")]
        for removed in (proof, result):
            with pytest.raises(StatusTidakSesuai) as refusal:
                a.pulihkan(kantor, SAYA, removed)
            assert refusal.value.kode == "rencana-aksi-belum-ada"

        assert [a.pulihkan(kantor, SAYA, removed) for removed in (plans[0], proof, result)] == [2, 1, 1]


def test_a_role_cannot_come_back_without_its_member(tahap: dict[str, Tahap], tmp_path: Path) -> None:
    notes = tahap["draft"].catatan
    with open_office(tahap["draft"].salin(tmp_path / "kantor.db")) as kantor:
        scene = replace(tahap["draft"].adegan, kantor=kantor)
        a.hapus_rhk(kantor, SAYA, scene.rhk[PERAWAT])
        role = a.hapus_peran(kantor, ATASAN, notes["peran"])
        member = a.hapus_anggota(kantor, ATASAN, scene.skp[KASI], PERAWAT)
        with pytest.raises(StatusTidakSesuai) as refusal:
            a.pulihkan(kantor, ATASAN, role)

        assert refusal.value.kode == "anggota-tidak-ditemukan"
        assert [a.pulihkan(kantor, ATASAN, removed) for removed in (member, role)] == [1, 1]
