"""Rencana Hasil Kerja: rows of a Draft.

Scene: Detail SKP, Hasil Kerja. May import: simulator.domain, store, workflow core.
Facts: fields CONFIRMED (forms of PermenPANRB 6/2022, BKN guide); 500 characters is ours (label simulasi).
Add: another field of the RHK form here and in domain/skp.py.
"""

from __future__ import annotations

from types import EllipsisType

from simulator.domain.skp import IKI, RHK, SKP, JenisRHK, KlasifikasiRHK, Perspektif, StatusSKP
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import wajib_dapat_diintervensi, wajib_lepas_rhk
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import PENUGASAN_MAKS, RHK_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus


@checks_choices
def tambah_rhk(
    kantor: Kantor,
    pelaku: Pelaku,
    skp_id: int,
    *,
    teks_rhk: str,
    jenis: JenisRHK = JenisRHK.UTAMA,
    klasifikasi: KlasifikasiRHK = KlasifikasiRHK.ORGANISASI,
    rhk_atasan_id: int | None = None,
    penugasan_dari: str = "",
    perspektif: Perspektif | None = None,
) -> RHK:
    """Add one RHK; the superior's RHK must be one that the list offers."""
    with kantor.tindakan("tambah_rhk", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Tambah RHK")
        wajib_dapat_diintervensi(t, skp, rhk_atasan_id)
        rhk_id = t.id_baru()
        t.tentang("rhk", rhk_id)
        return t.tambah(
            RHK,
            rhk_id=rhk_id,
            skp_id=skp_id,
            jenis=jenis,
            klasifikasi=klasifikasi,
            teks=teks(teks_rhk, "Rencana Hasil Kerja", RHK_MAKS),
            rhk_atasan_id=rhk_atasan_id,
            penugasan_dari=teks(penugasan_dari, "Penugasan Dari", PENUGASAN_MAKS, wajib=False),
            perspektif=perspektif,
        )


@checks_choices
def ubah_rhk(
    kantor: Kantor,
    pelaku: Pelaku,
    rhk_id: int,
    *,
    teks_rhk: str | None = None,
    jenis: JenisRHK | None = None,
    klasifikasi: KlasifikasiRHK | None = None,
    rhk_atasan_id: int | None | EllipsisType = ...,
    penugasan_dari: str | None = None,
    perspektif: Perspektif | None | EllipsisType = ...,
) -> RHK:
    """Change fields of one RHK; what is not given stays (``...``: None is a value of its own)."""
    with kantor.tindakan("ubah_rhk", pelaku) as t:
        rhk = t.ambil(RHK, rhk_id)
        skp = t.ambil(SKP, rhk.skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Ubah RHK")
        parent = rhk.rhk_atasan_id if rhk_atasan_id is ... else rhk_atasan_id
        if parent != rhk.rhk_atasan_id:
            wajib_dapat_diintervensi(t, skp, parent)
        t.tentang("rhk", rhk_id)
        return t.ubah(
            RHK,
            rhk_id,
            teks=rhk.teks if teks_rhk is None else teks(teks_rhk, "Rencana Hasil Kerja", RHK_MAKS),
            jenis=jenis or rhk.jenis,
            klasifikasi=klasifikasi or rhk.klasifikasi,
            rhk_atasan_id=parent,
            penugasan_dari=rhk.penugasan_dari
            if penugasan_dari is None
            else teks(penugasan_dari, "Penugasan Dari", PENUGASAN_MAKS, wajib=False),
            perspektif=rhk.perspektif if perspektif is ... else perspektif,
        )


def hapus_rhk(kantor: Kantor, pelaku: Pelaku, rhk_id: int) -> Terhapus:
    """Delete one RHK with its IKI; refused while anything rests on it."""
    with kantor.tindakan("hapus_rhk", pelaku) as t:
        rhk = t.ambil(RHK, rhk_id)
        skp = t.ambil(SKP, rhk.skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Hapus RHK")
        wajib_lepas_rhk(t, rhk_id)
        for iki in t.cari(IKI, rhk_id=rhk_id):
            t.hapus(IKI, iki.iki_id)
        t.hapus(RHK, rhk_id)
        t.tentang("rhk", rhk_id)
        return Terhapus(t.nomor, "rhk", rhk_id, f"RHK “{rhk.teks[:60]}”")
