"""Ekspektasi khusus pimpinan: what the assessor expects per BerAKHLAK value.

Scene: Detail bawahan, before approval. May import: simulator.domain, store, workflow core.
Facts: optional free text per value, written by the assessor (CONFIRMED, form); possible in Draft and Pengajuan is ours.
Add: nothing; the seven values are fixed.
"""

from __future__ import annotations

from simulator.domain.errors import TidakDitemukan
from simulator.domain.skp import SKP, Ekspektasi, NilaiBerAKHLAK, StatusSKP
from simulator.store.schema import ekspektasi
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import EKSPEKTASI_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan


def _belum_disetujui(t: Tindakan, skp_id: int, untuk: str) -> None:
    skp = t.ambil(SKP, skp_id)
    t.izinkan_skp(skp)
    wajib_status(skp, StatusSKP.DRAFT, StatusSKP.PENGAJUAN, untuk=untuk)


@checks_choices
def isi_ekspektasi(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, nilai: NilaiBerAKHLAK, isi: str) -> Ekspektasi:
    """Write or replace the expectation for one value."""
    with kantor.tindakan("isi_ekspektasi", pelaku) as t:
        _belum_disetujui(t, skp_id, "Tambah/Edit Ekspektasi")
        text = teks(isi, "Ekspektasi", EKSPEKTASI_MAKS)
        key = t.kunci(ekspektasi, skp_id=skp_id, nilai=nilai)
        if key is not None:
            t.tentang("ekspektasi", key)
            return t.ubah(Ekspektasi, key, teks=text)
        key = t.id_baru()
        t.tentang("ekspektasi", key)
        return t.tambah(Ekspektasi, ekspektasi_id=key, skp_id=skp_id, nilai=nilai, teks=text)


@checks_choices
def hapus_ekspektasi(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, nilai: NilaiBerAKHLAK) -> Terhapus:
    """Remove the expectation for one value."""
    with kantor.tindakan("hapus_ekspektasi", pelaku) as t:
        _belum_disetujui(t, skp_id, "Hapus Ekspektasi")
        key = t.kunci(ekspektasi, skp_id=skp_id, nilai=nilai)
        if key is None:
            raise TidakDitemukan(
                f"Belum ada ekspektasi untuk nilai {nilai.label} pada SKP ini.", kode="ekspektasi-tidak-ditemukan"
            )
        t.hapus_baris(ekspektasi, key)
        t.tentang("ekspektasi", key)
        return Terhapus(t.nomor, "ekspektasi", key, f"Ekspektasi {nilai.label}")
