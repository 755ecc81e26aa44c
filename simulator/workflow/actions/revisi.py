"""*Revisi SKP*: a new version during the year, the old one kept.

Scene: Detail SKP, after a change of post, budget or priorities. The old version stays in force until the new one is
approved (see persetujuan.setujui_skp).
May import: simulator.domain, store, workflow core.
Facts: SKP may be changed during the year with approval, old data kept (CONFIRMED principle, UNCERTAIN wording).
Add: another part of an SKP that a new version starts with.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.penilaian import Evaluasi
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import IKI, RHK, SKP, Ekspektasi, Lampiran, RiwayatKeterangan, StatusSKP
from simulator.store.repository import whole_skp
from simulator.store.rows import identity_columns
from simulator.workflow.actor import Pelaku
from simulator.workflow.limits import ALASAN_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan


def revisi_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, alasan: str) -> SKP:
    """Start a new version as Draft with the same contents."""
    with kantor.tindakan("revisi_skp", pelaku) as t:
        older = whole_skp(t.connection, skp_id)
        t.izinkan_skp(older)
        wajib_status(older, StatusSKP.PERSETUJUAN, untuk="Revisi SKP")
        _wajib_boleh_direvisi(t, older)
        reason = teks(alasan, "Alasan", ALASAN_MAKS)
        new_id = t.id_baru()
        t.tentang("skp", new_id)
        new = t.tambah(
            SKP,
            **{
                **_columns(older, SKP),
                "skp_id": new_id,
                "status": StatusSKP.DRAFT,
                "versi": older.versi + 1,
                "versi_sebelumnya_id": skp_id,
                "diajukan_pada": None,
                "disetujui_pada": None,
            },
            **identity_columns("pegawai", older.identitas_pegawai),
            **identity_columns("penilai", older.identitas_penilai),
        )
        _salin_isi(t, older, new_id)
        t.tambah(
            RiwayatKeterangan,
            keterangan_id=t.id_baru(),
            skp_id=new_id,
            hari=t.hari,
            oleh_id=t.saya,
            alasan=f"Revisi versi {older.versi}: {reason}",
        )
        return new


def _wajib_boleh_direvisi(t: Tindakan, older: SKP) -> None:
    newer = t.satu(SKP, versi_sebelumnya_id=older.skp_id)
    if newer is not None:
        raise StatusTidakSesuai(
            f"Revisi versi {newer.versi} sudah dibuat dan belum disetujui. Lanjutkan atau hapus versi itu.",
            kode="skp-sedang-direvisi",
        )
    for evaluasi in t.cari(Evaluasi, skp_id=older.skp_id):
        if t.ambil(PeriodePenilaian, evaluasi.periode_id).tipe is TipePeriodik.TAHUNAN:
            raise StatusTidakSesuai(
                "SKP ini sudah dinilai untuk periode tahunan, jadi tidak dapat direvisi lagi.", kode="skp-sudah-dinilai"
            )


def _columns(item: Any, kelas: type) -> dict[str, Any]:
    return {field.name: getattr(item, field.name) for field in fields(kelas)}


def _salin_isi(t: Tindakan, older: SKP, new_id: int) -> None:
    """Copy everything, and note which row came from which: approving and syncing need it."""
    from_rhk: dict[str, int] = {}
    from_iki: dict[str, int] = {}
    for rhk in older.daftar_rhk:
        from_rhk[str(rhk.rhk_id)] = rhk_id = t.id_baru()
        t.tambah(RHK, **{**_columns(rhk, RHK), "rhk_id": rhk_id, "skp_id": new_id})
        for iki in rhk.daftar_iki:
            from_iki[str(iki.iki_id)] = iki_id = t.id_baru()
            t.tambah(IKI, **{**_columns(iki, IKI), "iki_id": iki_id, "rhk_id": rhk_id})
    for butir in older.daftar_lampiran:
        t.tambah(Lampiran, **{**_columns(butir, Lampiran), "lampiran_id": t.id_baru(), "skp_id": new_id})
    for harapan in older.daftar_ekspektasi:
        t.tambah(Ekspektasi, **{**_columns(harapan, Ekspektasi), "ekspektasi_id": t.id_baru(), "skp_id": new_id})
    t.catatan.update(rhk=from_rhk, iki=from_iki)
