"""Progress Harian: one line of the daily log under a rencana aksi.

Scene: Penilaian, period, Progres Harian. May import: simulator.domain, store, workflow core.
Facts: fields CONFIRMED (2026 form seen in code that drives the application); no approval and no pay effect here.
Add: another field of the form here and in domain/pelaksanaan.py.
"""

from __future__ import annotations

from datetime import date, time

from simulator.domain.errors import DataTidakSah
from simulator.domain.pelaksanaan import ProgresHarian, RencanaAksi
from simulator.rules.bukti import periksa_tautan
from simulator.workflow.actions.dokumen import DRIVE, nomor_dokumen
from simulator.workflow.actor import Pelaku
from simulator.workflow.doing import skp_berjalan
from simulator.workflow.limits import KEGIATAN_MAKS, SATUAN_MAKS, TAUTAN_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan

#: More than anybody does in a day, and it still fits every database.
REALISASI_MAKS = 1_000_000


def tambah_progres(
    kantor: Kantor,
    pelaku: Pelaku,
    rencana_id: int,
    *,
    tanggal: date,
    jam_mulai: time,
    jam_selesai: time,
    kegiatan: str,
    realisasi: int,
    satuan: str,
    tautan: str = "",
) -> ProgresHarian:
    """Record one activity."""
    with kantor.tindakan("tambah_progres", pelaku) as t:
        progres_id = t.id_baru()
        checked = _periksa(
            t,
            rencana_id,
            "Tambah Progress Harian",
            tanggal,
            jam_mulai,
            jam_selesai,
            kegiatan,
            realisasi,
            satuan,
            tautan,
        )
        t.tentang("progres_harian", progres_id)
        return t.tambah(ProgresHarian, progres_id=progres_id, rencana_id=rencana_id, sumber_data="ekinerja", **checked)


def ubah_progres(
    kantor: Kantor,
    pelaku: Pelaku,
    progres_id: int,
    *,
    tanggal: date | None = None,
    jam_mulai: time | None = None,
    jam_selesai: time | None = None,
    kegiatan: str | None = None,
    realisasi: int | None = None,
    satuan: str | None = None,
    tautan: str | None = None,
) -> ProgresHarian:
    """Change fields of one line; what is not given stays."""
    with kantor.tindakan("ubah_progres", pelaku) as t:
        old = t.ambil(ProgresHarian, progres_id)
        checked = _periksa(
            t,
            old.rencana_id,
            "Ubah Progress Harian",
            old.tanggal if tanggal is None else tanggal,
            old.jam_mulai if jam_mulai is None else jam_mulai,
            old.jam_selesai if jam_selesai is None else jam_selesai,
            old.kegiatan if kegiatan is None else kegiatan,
            old.realisasi if realisasi is None else realisasi,
            old.satuan if satuan is None else satuan,
            old.tautan if tautan is None else tautan,
        )
        t.tentang("progres_harian", progres_id)
        return t.ubah(ProgresHarian, progres_id, **checked)


def hapus_progres(kantor: Kantor, pelaku: Pelaku, progres_id: int) -> Terhapus:
    """Delete one line."""
    with kantor.tindakan("hapus_progres", pelaku) as t:
        progres = t.ambil(ProgresHarian, progres_id)
        rencana = t.ambil(RencanaAksi, progres.rencana_id)
        skp_berjalan(t, rencana.skp_id, rencana.periode_id, "Hapus Progress Harian")
        t.hapus(ProgresHarian, progres_id)
        t.tentang("progres_harian", progres_id)
        return Terhapus(t.nomor, "progres_harian", progres_id, f"Progres {progres.tanggal:%d-%m-%Y}")


def _periksa(
    t: Tindakan,
    rencana_id: int,
    untuk: str,
    tanggal: date,
    jam_mulai: time,
    jam_selesai: time,
    kegiatan: str,
    realisasi: int,
    satuan: str,
    tautan: str,
) -> dict[str, object]:
    """Permission, state, and every field of the form."""
    rencana = t.ambil(RencanaAksi, rencana_id)
    skp, periode = skp_berjalan(t, rencana.skp_id, rencana.periode_id, untuk)
    first, last = max(periode.periode_awal, skp.periode_awal), min(periode.periode_akhir, skp.periode_akhir, t.hari)
    if not first <= tanggal <= last:
        raise DataTidakSah(
            f"Tanggal kegiatan {tanggal:%d-%m-%Y} di luar {first:%d-%m-%Y} s.d. {last:%d-%m-%Y}. Pilih tanggal dalam "
            "periode ini yang sudah berlalu.",
            kode="tanggal-di-luar-periode",
        )
    if jam_selesai <= jam_mulai:
        raise DataTidakSah(
            f"Jam selesai {jam_selesai:%H:%M} tidak sesudah jam mulai {jam_mulai:%H:%M}. Perbaiki salah satunya.",
            kode="jam-terbalik",
        )
    if not 0 <= realisasi <= REALISASI_MAKS:
        raise DataTidakSah("Realisasi harian berupa bilangan bulat, nol atau lebih.", kode="realisasi-tidak-sah")
    for found in periksa_tautan(tautan) if tautan.strip() else ():
        raise DataTidakSah(found.pesan, kode=found.kode)
    if tautan.strip().startswith(DRIVE) and nomor_dokumen(tautan) is None:
        raise DataTidakSah(
            "Tautan drive itu tidak lengkap. Salin tautan dokumen dari drive, lalu tempel lagi.",
            kode="tautan-tidak-sah",
        )
    return {
        "tanggal": tanggal,
        "jam_mulai": jam_mulai,
        "jam_selesai": jam_selesai,
        "kegiatan": teks(kegiatan, "Kegiatan Harian", KEGIATAN_MAKS),
        "realisasi": int(realisasi),
        "satuan": teks(satuan, "Satuan", SATUAN_MAKS),
        "tautan": teks(tautan, "Tautan", TAUTAN_MAKS, wajib=False),
    }
