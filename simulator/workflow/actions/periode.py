"""Manajemen Periode: the calendar, kept by the admin.

Scene: Menu Administrator. May import: simulator.domain, rules.periode, store, workflow core.
Facts: fields, type and number consistent and not repeated, closing day, extension by the admin (CONFIRMED, admin
guide); the reason of an extension is ours (label simulasi).
Add: another thing the admin does with the calendar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.rules.periode import periksa_periode
from simulator.store.schema import (
    bukti_dukung,
    capaian_organisasi,
    evaluasi,
    perpanjangan,
    realisasi,
    rencana_aksi,
    umpan_balik,
)
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import ALASAN_MAKS, NAMA_PERIODE_MAKS, teks
from simulator.workflow.locking import buka_kunci
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan

_BERISI = (rencana_aksi, bukti_dukung, realisasi, umpan_balik, evaluasi, capaian_organisasi, perpanjangan)


@checks_choices
def tambah_periode(
    kantor: Kantor,
    pelaku: Pelaku,
    *,
    nama: str,
    tahun: int,
    tipe: TipePeriodik,
    angka: int,
    periode_awal: date,
    periode_akhir: date,
    batas_pengisian: date,
) -> PeriodePenilaian:
    """Open a new period."""
    with kantor.tindakan("tambah_periode", pelaku) as t:
        t.izinkan()
        periode_id = t.id_baru()
        t.tentang("periode_penilaian", periode_id)
        new = PeriodePenilaian(
            periode_id,
            teks(nama, "Nama Periode", NAMA_PERIODE_MAKS),
            tahun,
            tipe,
            angka,
            periode_awal,
            periode_akhir,
            batas_pengisian,
        )
        _wajib_tertib(t, t.cari(PeriodePenilaian), new)
        return t.tambah(PeriodePenilaian, **_columns(new))


def _columns(periode: PeriodePenilaian) -> dict[str, object]:
    return {name: getattr(periode, name) for name in PeriodePenilaian.__slots__}


def _wajib_tertib(t: Tindakan, others: Sequence[PeriodePenilaian], new: PeriodePenilaian) -> None:
    """The new or changed period must fit among the others."""
    for found in periksa_periode([*others, new]):
        if found.objek_id == new.periode_id:
            raise DataTidakSah(found.pesan, kode=found.kode)
    if {new.periode_awal.year, new.periode_akhir.year} != {new.tahun}:
        raise DataTidakSah(f"{new.nama} harus berada dalam tahun {new.tahun}.", kode="periode-beda-tahun")
    if new.batas_pengisian < t.hari:
        raise DataTidakSah(
            f"Batas pengisian {new.batas_pengisian:%d-%m-%Y} sudah lewat. Pilih hari ini atau sesudahnya.",
            kode="batas-sudah-lewat",
        )


@checks_choices
def ubah_periode_penilaian(
    kantor: Kantor,
    pelaku: Pelaku,
    periode_id: int,
    *,
    nama: str | None = None,
    periode_awal: date | None = None,
    periode_akhir: date | None = None,
    batas_pengisian: date | None = None,
    tipe: TipePeriodik | None = None,
    angka: int | None = None,
) -> PeriodePenilaian:
    """Change a period that is not closed; once somebody has filled it in, only its name."""
    with kantor.tindakan("ubah_periode_penilaian", pelaku) as t:
        t.izinkan()
        old = t.ambil(PeriodePenilaian, periode_id)
        new = replace(
            old,
            nama=old.nama if nama is None else teks(nama, "Nama Periode", NAMA_PERIODE_MAKS),
            periode_awal=periode_awal or old.periode_awal,
            periode_akhir=periode_akhir or old.periode_akhir,
            batas_pengisian=batas_pengisian or old.batas_pengisian,
            tipe=tipe or old.tipe,
            angka=old.angka if angka is None else angka,
        )
        if replace(new, nama=old.nama) != old:
            _wajib_kosong(t, old)
            _wajib_tertib(t, [row for row in t.cari(PeriodePenilaian) if row.periode_id != periode_id], new)
        t.tentang("periode_penilaian", periode_id)
        return t.ubah(PeriodePenilaian, periode_id, **_columns(new))


def _wajib_kosong(t: Tindakan, periode: PeriodePenilaian) -> None:
    if periode.batas_pengisian < t.hari:
        raise StatusTidakSesuai(
            f"{periode.nama} sudah ditutup. Pakai Perpanjang Batas Pengisian, beserta alasannya.",
            kode="periode-terkunci",
        )
    if any(t.ada(tabel, periode_id=periode.periode_id) for tabel in _BERISI):
        raise StatusTidakSesuai(
            f"{periode.nama} sudah berisi rencana aksi, bukti, atau penilaian, jadi tanggalnya tidak dapat diubah dan "
            "periodenya tidak dapat dihapus. Yang masih dapat: mengubah nama atau memperpanjang batas pengisian.",
            kode="periode-sudah-dipakai",
        )


def hapus_periode(kantor: Kantor, pelaku: Pelaku, periode_id: int) -> Terhapus:
    """Delete a period in which nobody has done anything."""
    with kantor.tindakan("hapus_periode", pelaku) as t:
        t.izinkan()
        old = t.ambil(PeriodePenilaian, periode_id)
        _wajib_kosong(t, old)
        t.hapus(PeriodePenilaian, periode_id)
        t.tentang("periode_penilaian", periode_id)
        return Terhapus(t.nomor, "periode_penilaian", periode_id, old.nama)


def perpanjang_periode(
    kantor: Kantor, pelaku: Pelaku, periode_id: int, *, batas_baru: date, alasan: str
) -> PeriodePenilaian:
    """Move the closing day, with a reason; what the old closing day had locked opens again."""
    with kantor.tindakan("perpanjang_periode", pelaku) as t:
        t.izinkan()
        old = t.ambil(PeriodePenilaian, periode_id)
        if batas_baru <= old.batas_pengisian or batas_baru < t.hari:
            raise DataTidakSah(
                f"Batas baru {batas_baru:%d-%m-%Y} harus sesudah batas lama {old.batas_pengisian:%d-%m-%Y} dan "
                "tidak boleh "
                "sudah lewat.",
                kode="batas-baru-terlalu-awal",
            )
        assert t.pelaku is not None
        t.tambah_baris(
            perpanjangan,
            {
                "perpanjangan_id": t.id_baru(),
                "periode_id": periode_id,
                "batas_lama": old.batas_pengisian,
                "batas_baru": batas_baru,
                "alasan": teks(alasan, "Alasan", ALASAN_MAKS),
                "oleh_id": t.saya,
                "hari": t.hari,
            },
        )
        buka_kunci(t, old)
        t.tentang("periode_penilaian", periode_id)
        return t.ubah(PeriodePenilaian, periode_id, batas_pengisian=batas_baru)
