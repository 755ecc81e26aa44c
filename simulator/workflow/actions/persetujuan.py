"""What the assessor and the admin decide about a submitted SKP.

Scene: SKP Bawahan of the assessor; *Kembalikan ke Draft* of the admin.
May import: simulator.domain, store, workflow core.
Facts: approve or return with a reason (CONFIRMED action); the admin's return is ours (label simulasi), always with a
reason and never a change of content.
Add: another decision, with the status it starts from.
"""

from __future__ import annotations

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.penilaian import Evaluasi
from simulator.domain.skp import SKP, RiwayatKeterangan, StatusSKP
from simulator.store.schema import rencana_aksi
from simulator.workflow.actor import Pelaku
from simulator.workflow.limits import ALASAN_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan
from simulator.workflow.versions import pindahkan_periode_terbuka


def setujui_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> SKP:
    """Approve a submitted SKP; if it is a revision, the older version becomes DIGANTI."""
    with kantor.tindakan("setujui_skp", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.PENGAJUAN, untuk="Setujui SKP")
        t.tentang("skp", skp_id)
        if skp.versi_sebelumnya_id is not None:
            older = t.ambil(SKP, skp.versi_sebelumnya_id)
            pindahkan_periode_terbuka(t, older, skp)
            t.ubah(SKP, older.skp_id, status=StatusSKP.DIGANTI)
        return t.ubah(SKP, skp_id, status=StatusSKP.PERSETUJUAN, disetujui_pada=t.hari)


def kembalikan_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, alasan: str) -> SKP:
    """Return an SKP to its owner with a reason; an approved one only while nothing was done under it."""
    with kantor.tindakan("kembalikan_skp", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN, untuk="Kembalikan SKP")
        if skp.status is StatusSKP.PERSETUJUAN and t.ada(rencana_aksi, skp_id=skp_id):
            raise StatusTidakSesuai(
                "SKP ini sudah dijalankan (ada rencana aksi), jadi tidak dapat dikembalikan. Minta pegawai memakai "
                "Revisi SKP.",
                kode="skp-sudah-dijalankan",
            )
        return _kembali(t, skp, alasan)


def kembalikan_ke_draft(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, alasan: str) -> SKP:
    """The admin's way back to Draft, for an SKP that is stuck; never once somebody has rated it."""
    with kantor.tindakan("kembalikan_ke_draft", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN, untuk="Kembalikan ke Draft")
        return _kembali(t, skp, alasan)


def _kembali(t: Tindakan, skp: SKP, alasan: str) -> SKP:
    reason = teks(alasan, "Alasan", ALASAN_MAKS)
    if t.cari(Evaluasi, skp_id=skp.skp_id):
        raise StatusTidakSesuai(
            "SKP ini sudah dinilai pada satu periode, jadi tidak dapat kembali ke Draft. Minta pegawai "
            "memakai Revisi SKP.",
            kode="skp-sudah-dinilai",
        )
    newer = t.satu(SKP, versi_sebelumnya_id=skp.skp_id)
    if newer is not None:
        raise StatusTidakSesuai(
            f"SKP ini sedang direvisi menjadi versi {newer.versi}. Selesaikan atau hapus versi itu dahulu.",
            kode="skp-sedang-direvisi",
        )
    assert t.pelaku is not None
    t.tambah(
        RiwayatKeterangan,
        keterangan_id=t.id_baru(),
        skp_id=skp.skp_id,
        hari=t.hari,
        oleh_id=t.pelaku.pegawai_id or 0,
        alasan=reason,
    )
    t.tentang("skp", skp.skp_id)
    return t.ubah(SKP, skp.skp_id, status=StatusSKP.DRAFT, diajukan_pada=None, disetujui_pada=None)
