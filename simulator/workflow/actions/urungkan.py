"""*Urungkan*: put back what one has just deleted.

Scene: the line "RHK dihapus. Urungkan" after every deletion.
May import: simulator.domain, store, workflow core.
Facts: none. The rows come from the journal entry of the deletion, never from the caller; whoever deleted may put back,
as long as the deletion itself would still be allowed.
Add: a new kind of row in ``_wajib_masih_boleh``.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from simulator.domain.errors import StatusTidakSesuai, TidakBerwenang, TidakDitemukan
from simulator.domain.pelaksanaan import Dokumen, RencanaAksi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import RHK, SKP, StatusSKP
from simulator.domain.tim_kerja import TimKerja
from simulator.rules.periode import periksa_periode
from simulator.store.canonical import key_name, python_row
from simulator.store.locks import PERIOD_TABLES
from simulator.store.repository import equals
from simulator.store.rows import to_object
from simulator.store.schema import OFFICE_TABLES, dokumen, jurnal, lampiran, matriks_anggota, umpan_rekan
from simulator.workflow.actions.lampiran import nomor_butir_baru
from simulator.workflow.actor import Pelaku
from simulator.workflow.doing import iki_milik, skp_berjalan, skp_terbuka, wajib_ada_rencana
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan

_BY_NAME = {table.name: table for table in OFFICE_TABLES}
_IN_DRAFT = ("skp", "rhk", "iki", "lampiran", "ekspektasi", "riwayat_keterangan")
_IN_MATRIX = ("matriks_anggota", "peran_hasil")
_IN_TEAM = ("tim_kerja", "tim_kerja_anggota")


def pulihkan(kantor: Kantor, pelaku: Pelaku, terhapus: Terhapus | int) -> int:
    """Put back everything that one deletion removed; returns the number of rows.

    Raises: TidakDitemukan — no such deletion; TidakBerwenang — somebody else's; StatusTidakSesuai — too late.
    """
    nomor = terhapus if isinstance(terhapus, int) else terhapus.nomor
    with kantor.tindakan("pulihkan", pelaku) as t:
        rows = _baris_terhapus(t, pelaku, nomor)
        # Children were deleted first, so parents come back first.
        for tabel, row in reversed(rows):
            _wajib_masih_boleh(t, tabel, row)
            t.tambah_baris(_BY_NAME[tabel], row)
        last = rows[-1]
        t.tentang(last[0], last[1][key_name(_BY_NAME[last[0]])])
        t.catatan["memulihkan"] = nomor
        return len(rows)


def _baris_terhapus(t: Tindakan, pelaku: Pelaku, nomor: int) -> list[tuple[str, dict[str, Any]]]:
    entry = t.connection.execute(select(jurnal).where(equals(jurnal.c.nomor, nomor))).mappings().first()
    if entry is None or not entry["aksi"].startswith("hapus_"):
        raise TidakDitemukan("Penghapusan itu tidak ada di jurnal, jadi tidak ada yang dapat dipulihkan.")
    if (entry["pelaku_id"], entry["peran"]) != (pelaku.pegawai_id, pelaku.peran.value):
        raise TidakBerwenang(
            "Penghapusan hanya dapat diurungkan oleh yang menghapus, dengan peran yang sama.", kode="bukan-penghapus"
        )
    t.izin = str(entry["aksi"])
    removed = [change for change in json.loads(entry["isi"])["perubahan"] if change["baru"] is None]
    for change in removed:
        if t.baris(_BY_NAME[change["tabel"]], change["kunci"]) is not None:
            raise StatusTidakSesuai("Data itu sudah dipulihkan.", kode="sudah-dipulihkan")
    return [(change["tabel"], python_row(_BY_NAME[change["tabel"]], change["lama"])) for change in removed]


def _wajib_masih_boleh(t: Tindakan, tabel: str, row: dict[str, Any]) -> None:
    """The same gates as for writing such a row today."""
    if tabel in _IN_DRAFT:
        _wajib_draft(t, tabel, row)
    elif tabel in _IN_MATRIX:
        _wajib_matriks(t, tabel, row)
    elif tabel in _IN_TEAM:
        _wajib_tim(t, tabel, row)
    elif tabel == "periode_penilaian":
        _wajib_kalender(t, row)
    elif tabel == dokumen.name:
        t.izinkan(pemilik=row["pemilik_id"])
        _wajib_belum_ada(t, tabel, row, "pemilik_id", "folder", "nama")
    elif tabel == umpan_rekan.name:
        t.izinkan(pemilik=row["pemberi_id"])
        skp_terbuka(t, t.ambil(SKP, row["skp_id"]), row["periode_id"], "Urungkan")
        _wajib_belum_ada(t, tabel, row, "skp_id", "periode_id", "pemberi_id")
    elif tabel in PERIOD_TABLES:
        _wajib_periode(t, tabel, row)
    else:
        raise StatusTidakSesuai(f"Data {tabel} tidak dapat dipulihkan.", kode="tidak-dapat-dipulihkan")


def _wajib_belum_ada(t: Tindakan, tabel: str, row: dict[str, Any], *columns: str) -> None:
    """Refuse when something new has taken the place of what was deleted."""
    if t.ada(_BY_NAME[tabel], **{name: row[name] for name in columns}):
        raise StatusTidakSesuai(
            "Tempat data itu sudah diisi data baru, jadi yang lama tidak dapat dipulihkan.", kode="tempat-sudah-terisi"
        )


def _wajib_draft(t: Tindakan, tabel: str, row: dict[str, Any]) -> None:
    if tabel == "skp":
        t.izinkan(pemilik=row["pegawai_id"], penilai=row["penilai_id"])
        if row["versi_sebelumnya_id"] is not None:
            wajib_status(t.ambil(SKP, row["versi_sebelumnya_id"]), StatusSKP.PERSETUJUAN, untuk="Urungkan")
            _wajib_belum_ada(t, tabel, row, "versi_sebelumnya_id")
        return
    skp = t.ambil(SKP, t.ambil(RHK, row["rhk_id"]).skp_id if tabel == "iki" else row["skp_id"])
    t.izinkan_skp(skp)
    if tabel == "ekspektasi":
        wajib_status(skp, StatusSKP.DRAFT, StatusSKP.PENGAJUAN, untuk="Urungkan")
        _wajib_belum_ada(t, tabel, row, "skp_id", "nilai")
        return
    wajib_status(skp, StatusSKP.DRAFT, untuk="Urungkan")
    if tabel == "lampiran" and t.ada(lampiran, skp_id=skp.skp_id, jenis=row["jenis"], urutan=row["urutan"]):
        row["urutan"] = nomor_butir_baru(t, skp.skp_id, row["jenis"])
    if tabel == "rhk" and row["rhk_atasan_id"] is not None:
        t.ambil(RHK, row["rhk_atasan_id"])


def _wajib_matriks(t: Tindakan, tabel: str, row: dict[str, Any]) -> None:
    skp = t.ambil(SKP, row["skp_pimpinan_id"])
    t.izinkan_skp(skp)
    wajib_status(skp, StatusSKP.PERSETUJUAN, untuk="Urungkan")
    if tabel == "matriks_anggota":
        _wajib_belum_ada(t, tabel, row, "skp_pimpinan_id", "pegawai_id")
        return
    _wajib_belum_ada(t, tabel, row, "skp_pimpinan_id", "rhk_pimpinan_id", "pegawai_id")
    t.ambil(RHK, row["rhk_pimpinan_id"])
    if not t.ada(matriks_anggota, skp_pimpinan_id=row["skp_pimpinan_id"], pegawai_id=row["pegawai_id"]):
        raise StatusTidakSesuai(
            "Pegawai itu sudah tidak tercantum di matriks. Tambahkan lagi dahulu.", kode="anggota-tidak-ditemukan"
        )


def _wajib_tim(t: Tindakan, tabel: str, row: dict[str, Any]) -> None:
    if tabel == "tim_kerja":
        t.izinkan(pemilik=row["pembentuk_id"])
        _wajib_belum_ada(t, tabel, row, "pembentuk_id", "nama")
        return
    tim = t.ambil(TimKerja, row["tim_id"])
    t.izinkan(pemilik=tim.pembentuk_id)
    _wajib_belum_ada(t, tabel, row, "tim_id", "pegawai_id")


def _wajib_kalender(t: Tindakan, row: dict[str, Any]) -> None:
    t.izinkan()
    new = to_object(PeriodePenilaian, row)
    crowded = any(found.objek_id == new.periode_id for found in periksa_periode([*t.cari(PeriodePenilaian), new]))
    if crowded or new.batas_pengisian < t.hari:
        raise StatusTidakSesuai(
            "Kalender atau harinya sudah berubah, jadi periode itu tidak muat lagi.", kode="periode-tidak-muat"
        )


def _wajib_periode(t: Tindakan, tabel: str, row: dict[str, Any]) -> None:
    plan = t.ambil(RencanaAksi, row["rencana_id"]) if tabel == "progres_harian" else None
    skp_id, periode_id = (plan.skp_id, plan.periode_id) if plan else (row["skp_id"], row["periode_id"])
    skp, periode = skp_berjalan(t, skp_id, periode_id, "Urungkan")
    if tabel == "rencana_aksi":
        t.ambil(RHK, row["rhk_id"])
    if tabel in ("bukti_dukung", "realisasi"):
        wajib_ada_rencana(t, skp, periode, iki_milik(t, skp, row["iki_id"]))
    if tabel == "realisasi":
        _wajib_belum_ada(t, tabel, row, "skp_id", "periode_id", "iki_id")
    if tabel == "umpan_balik" and row["iki_id"] is not None:
        iki_milik(t, skp, row["iki_id"])
    if tabel == "bukti_dukung" and row["dokumen_id"] is not None:
        t.ambil(Dokumen, row["dokumen_id"])
