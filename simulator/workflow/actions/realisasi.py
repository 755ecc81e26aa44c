"""Realisasi: what was reached for one IKI in one period, and where the data come from.

Scene: Penilaian, period, Lihat Hasil. May import: simulator.domain, store, workflow core.
Facts: fields realisasi and sumber_data (CONFIRMED); one per indicator and period.
Add: another field of the form here and in domain/pelaksanaan.py.
"""

from __future__ import annotations

from simulator.domain.pelaksanaan import Realisasi
from simulator.workflow.actor import Pelaku
from simulator.workflow.doing import iki_milik, skp_berjalan, wajib_ada_rencana
from simulator.workflow.limits import NAMA_EVIDEN_MAKS, REALISASI_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus


def isi_realisasi(
    kantor: Kantor, pelaku: Pelaku, skp_id: int, *, periode_id: int, iki_id: int, realisasi: str, sumber_data: str
) -> Realisasi:
    """Write or replace the realisation of one indicator in one period."""
    with kantor.tindakan("isi_realisasi", pelaku) as t:
        skp, periode = skp_berjalan(t, skp_id, periode_id, "Isi Realisasi")
        wajib_ada_rencana(t, skp, periode, iki_milik(t, skp, iki_id))
        values = {
            "realisasi": teks(realisasi, "Realisasi", REALISASI_MAKS),
            "sumber_data": teks(sumber_data, "Sumber Data", NAMA_EVIDEN_MAKS),
            "dicatat_pada": t.hari,
        }
        there = t.satu(Realisasi, skp_id=skp_id, periode_id=periode_id, iki_id=iki_id)
        if there is not None:
            t.tentang("realisasi", there.realisasi_id)
            return t.ubah(Realisasi, there.realisasi_id, **values)
        realisasi_id = t.id_baru()
        t.tentang("realisasi", realisasi_id)
        return t.tambah(
            Realisasi, realisasi_id=realisasi_id, skp_id=skp_id, periode_id=periode_id, iki_id=iki_id, **values
        )


def hapus_realisasi(kantor: Kantor, pelaku: Pelaku, realisasi_id: int) -> Terhapus:
    """Remove one realisation."""
    with kantor.tindakan("hapus_realisasi", pelaku) as t:
        there = t.ambil(Realisasi, realisasi_id)
        skp_berjalan(t, there.skp_id, there.periode_id, "Hapus Realisasi")
        t.hapus(Realisasi, realisasi_id)
        t.tentang("realisasi", realisasi_id)
        return Terhapus(t.nomor, "realisasi", realisasi_id, f"Realisasi “{there.realisasi[:60]}”")
