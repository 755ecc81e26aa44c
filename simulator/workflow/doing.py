"""What every entry of an assessment period has in common.

Scene: rencana aksi, progres, bukti dukung, realisasi, umpan balik.
May import: simulator.domain, rules.bukti, workflow core.
Facts: only under an approved SKP, only while the period is open; rencana aksi before evidence (SINGLE, BKN guide).
Add: a gate that all entries of a period share.
"""

from __future__ import annotations

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai
from simulator.domain.pelaksanaan import RencanaAksi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import IKI, RHK, SKP, StatusSKP
from simulator.rules.bukti import boleh_mengisi_bukti
from simulator.store.repository import count
from simulator.workflow.locking import merangkum, wajib_status, wajib_terbuka
from simulator.workflow.transaction import Tindakan


def skp_berjalan(t: Tindakan, skp_id: int, periode_id: int, untuk: str) -> tuple[SKP, PeriodePenilaian]:
    """An approved SKP and a period that is open for it; checks permission first."""
    skp = t.ambil(SKP, skp_id)
    t.izinkan_skp(skp)
    return skp, skp_terbuka(t, skp, periode_id, untuk)


def skp_terbuka(t: Tindakan, skp: SKP, periode_id: int, untuk: str) -> PeriodePenilaian:
    """The same for an SKP whose permission was asked already."""
    periode = t.ambil(PeriodePenilaian, periode_id)
    wajib_status(skp, StatusSKP.PERSETUJUAN, untuk=untuk)
    wajib_terbuka(t, skp, periode)
    return periode


def rhk_milik(t: Tindakan, skp: SKP, rhk_id: int) -> RHK:
    """An RHK of this SKP. Raises: DataTidakSah."""
    rhk = t.ambil(RHK, rhk_id)
    if rhk.skp_id != skp.skp_id:
        raise DataTidakSah("RHK itu bukan bagian dari SKP ini. Pilih RHK dari daftar.", kode="rhk-bukan-milik-skp")
    return rhk


def iki_milik(t: Tindakan, skp: SKP, iki_id: int) -> IKI:
    """An IKI of this SKP. Raises: DataTidakSah."""
    iki = t.ambil(IKI, iki_id)
    if t.ambil(RHK, iki.rhk_id).skp_id != skp.skp_id:
        raise DataTidakSah(
            "Indikator itu bukan bagian dari SKP ini. Pilih indikator dari daftar.", kode="iki-bukan-milik-skp"
        )
    return iki


def wajib_ada_rencana(t: Tindakan, skp: SKP, periode: PeriodePenilaian, iki: IKI) -> None:
    """Evidence and realisation need a rencana aksi for the same RHK in the same period. Raises: StatusTidakSesuai."""
    if merangkum(periode):
        return
    planned = count(t.connection, RencanaAksi, skp_id=skp.skp_id, periode_id=periode.periode_id, rhk_id=iki.rhk_id)
    if not boleh_mengisi_bukti(planned):
        raise StatusTidakSesuai(
            f"Rencana aksi untuk RHK ini pada {periode.nama} belum ada. Isi Rencana Aksi dahulu, baru bukti dukung dan "
            "realisasinya.",
            kode="rencana-aksi-belum-ada",
        )
