"""Forms filled in properly, for the tests to spoil in one place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from simulator.domain.kepegawaian import StatusPenugasan
from simulator.domain.matriks import JenisCascading, TingkatHasil
from simulator.domain.pelaksanaan import SasaranUmpanBalik
from simulator.domain.penilaian import Rating
from simulator.domain.periode import TipePeriodik
from simulator.domain.umpan_rekan import SkalaRekan
from simulator.workflow import actions as a
from simulator.workflow.actor import Pelaku
from simulator.workflow.impor.rencana import RencanaImpor, RHKBaru
from simulator.workflow.office import Kantor
from tests.workflow.adegan import AKHIR, AWAL, TW1, Adegan
from tests.workflow.kantor_kecil import (
    ADMIN,
    KABID,
    KASI,
    PENGELOLA,
    PERAWAT,
    SEKRETARIS,
)

SAYA, ATASAN, ATASAN_ATASAN = Pelaku.pegawai(PERAWAT), Pelaku.penilai(KASI), Pelaku.penilai(KABID)
SANG_ADMIN = Pelaku.admin(ADMIN)
REKAN = Pelaku.pegawai(PENGELOLA)

Laku = Callable[[Kantor, Adegan, dict[str, int]], object]


def progres(k: Kantor, c: dict[str, int], **change: object) -> object:
    form: dict[str, object] = {
        "tanggal": date(2026, 2, 2),
        "jam_mulai": time(8),
        "jam_selesai": time(9),
        "kegiatan": "Rapat",
        "realisasi": 1,
        "satuan": "kegiatan",
    }
    return a.tambah_progres(k, SAYA, c["rencana"], **{**form, **change})  # type: ignore[arg-type]


def periode(k: Kantor, **change: object) -> object:
    form: dict[str, object] = {
        "nama": "Bulan Juli",
        "tahun": 2028,
        "tipe": TipePeriodik.BULANAN,
        "angka": 7,
        "periode_awal": date(2028, 7, 1),
        "periode_akhir": date(2028, 7, 31),
        "batas_pengisian": date(2028, 8, 5),
    }
    return a.tambah_periode(k, SANG_ADMIN, **{**form, **change})  # type: ignore[arg-type]


def peran(k: Kantor, d: Adegan, **change: object) -> object:
    form: dict[str, object] = {
        "rhk_pimpinan_id": d.rhk[KASI],
        "pegawai_id": PENGELOLA,
        "peran": "Tersedianya data",
        "cascading": JenisCascading.LANGSUNG,
        "tingkat": TingkatHasil.OUTPUT,
    }
    return a.tetapkan_peran(k, ATASAN, d.skp[KASI], **{**form, **change})  # type: ignore[arg-type]


def umpan(k: Kantor, d: Adegan, **change: object) -> object:
    form: dict[str, object] = {"periode_id": TW1, "sasaran": SasaranUmpanBalik.UMUM, "isi": "Pertahankan."}
    return a.beri_umpan_balik(k, ATASAN, d.skp[PERAWAT], **{**form, **change})  # type: ignore[arg-type]


def umpan_rekan(k: Kantor, d: Adegan, siapa: Pelaku = REKAN, tentang: int = PERAWAT, **change: object) -> object:
    form: dict[str, object] = {"periode_id": TW1, "harmonis": SkalaRekan.TAMPAK, "isi": "Ramah kepada semua tamu."}
    return a.beri_umpan_rekan(k, siapa, d.skp[tentang], **{**form, **change})  # type: ignore[arg-type]


def rating(k: Kantor, d: Adegan, **change: object) -> object:
    form: dict[str, object] = {"periode_id": TW1, "rating_hasil": Rating.SESUAI, "rating_perilaku": Rating.SESUAI}
    return a.beri_rating(k, ATASAN, d.skp[PERAWAT], **{**form, **change})  # type: ignore[arg-type]


def bukti(k: Kantor, d: Adegan, **change: object) -> object:
    form: dict[str, object] = {"periode_id": TW1, "iki_id": d.iki[PERAWAT], "nama_eviden": "Laporan"}
    return a.tambah_bukti(k, SAYA, d.skp[PERAWAT], **{**form, **change})  # type: ignore[arg-type]


def impor(k: Kantor, d: Adegan, *daftar_rhk: RHKBaru) -> object:
    return a.impor_skp(k, SAYA, d.skp[PERAWAT], rencana=RencanaImpor(daftar_rhk))


def plt(k: Kantor, **change: object) -> object:
    form: dict[str, object] = {
        "pegawai_id": SEKRETARIS,
        "jabatan_id": 10,
        "status": StatusPenugasan.PLT,
        "mulai": date(2026, 3, 1),
        "dasar": "SPT 2",
    }
    return a.daftarkan_penugasan(k, SANG_ADMIN, **{**form, **change})  # type: ignore[arg-type]


def buat(k: Kantor, siapa: int = PERAWAT, awal: date = AWAL, akhir: date = AKHIR, **more: bool) -> object:
    return a.buat_skp(k, Pelaku.pegawai(siapa), periode_awal=awal, periode_akhir=akhir, **more)


def tautan_bukti(kantor: Kantor, notes: dict[str, int]) -> str:
    from simulator.domain.pelaksanaan import BuktiDukung
    from simulator.store.repository import get

    with kantor.lihat() as connection:
        return get(connection, BuktiDukung, notes["bukti"]).tautan


def hapus_kedua_rencana(kantor: Kantor, notes: dict[str, int]) -> None:
    removed = a.hapus_rencana_aksi(kantor, SAYA, notes["rencana_kedua"])
    try:
        a.hapus_rencana_aksi(kantor, SAYA, notes["rencana"])
    finally:
        a.pulihkan(kantor, SAYA, removed)


def nomor_penghapusan(kantor: Kantor) -> int:
    from sqlalchemy import select

    from simulator.store.schema import jurnal

    with kantor.lihat() as connection:
        return int(connection.execute(select(jurnal.c.nomor).where(jurnal.c.aksi == "hapus_rhk")).scalar_one())
