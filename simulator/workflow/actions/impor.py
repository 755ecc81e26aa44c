"""Import: many RHK, IKI and lampiran into one Draft at once, all of them or none.

Scene: *Impor Draft SKP*, after the preview was confirmed. May import: simulator.domain, store, workflow core.
Facts: the same limits and refusals as when each is typed by hand (rhk.py, iki.py, lampiran.py); importing a sheet is a
course feature (label simulasi).
Add: a field of the plan in impor/rencana.py, then here.
"""

from __future__ import annotations

from simulator.domain.errors import BelumLengkap, DataTidakSah
from simulator.domain.skp import IKI, RHK, SKP, JenisLampiran, Lampiran, Pendekatan, StatusSKP
from simulator.workflow.actions.lampiran import nomor_butir_baru
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import wajib_dapat_diintervensi
from simulator.workflow.impor.rencana import BARIS_MAKS, RencanaImpor, RHKBaru, seragam
from simulator.workflow.limits import INDIKATOR_MAKS, LAMPIRAN_MAKS, PENUGASAN_MAKS, RHK_MAKS, TARGET_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.transaction import Tindakan


def impor_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, rencana: RencanaImpor) -> list[RHK]:
    """Add everything of the plan to a Draft; one journal entry, and nothing at all when any part is refused."""
    with kantor.tindakan("impor_skp", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Impor Draft SKP")
        _wajib_wajar(rencana)
        _wajib_belum_ada(t, skp_id, rencana)
        for atasan_id in {rhk.rhk_atasan_id for rhk in rencana.daftar_rhk}:
            wajib_dapat_diintervensi(t, skp, atasan_id)
        added = [_tambah(t, skp, rhk) for rhk in rencana.daftar_rhk]
        _tambah_lampiran(t, skp_id, rencana)
        t.tentang("skp", skp_id)
        return added


def _wajib_wajar(rencana: RencanaImpor) -> None:
    if not rencana.banyak:
        raise BelumLengkap("Tidak ada yang dapat diimpor dari lembar ini.", kode="impor-kosong")
    if rencana.banyak > BARIS_MAKS:
        raise DataTidakSah(
            f"Impor ini memuat {rencana.banyak} baris; paling banyak {BARIS_MAKS}. Bagi menjadi beberapa berkas.",
            kode="impor-terlalu-banyak",
        )


def _wajib_belum_ada(t: Tindakan, skp_id: int, rencana: RencanaImpor) -> None:
    """The same RHK twice would count twice; sending a confirmed import again must not double it."""
    known = {seragam(rhk.teks) for rhk in t.cari(RHK, skp_id=skp_id)}
    for rhk in rencana.daftar_rhk:
        kunci = seragam(rhk.teks)
        if kunci in known:
            raise DataTidakSah(
                f"RHK “{rhk.teks[:80]}” sudah ada di SKP ini. Hapus dari lembar, atau hapus RHK itu dari SKP dahulu.",
                kode="rhk-sudah-ada",
            )
        known.add(kunci)


def _tambah(t: Tindakan, skp: SKP, baru: RHKBaru) -> RHK:
    rhk_id = t.id_baru()
    rhk = t.tambah(
        RHK,
        rhk_id=rhk_id,
        skp_id=skp.skp_id,
        jenis=baru.jenis,
        klasifikasi=baru.klasifikasi,
        teks=teks(baru.teks, "Rencana Hasil Kerja", RHK_MAKS),
        rhk_atasan_id=baru.rhk_atasan_id,
        penugasan_dari=teks(baru.penugasan_dari, "Penugasan Dari", PENUGASAN_MAKS, wajib=False),
        perspektif=baru.perspektif,
    )
    for iki in baru.daftar_iki:
        t.tambah(
            IKI,
            iki_id=t.id_baru(),
            rhk_id=rhk_id,
            aspek=iki.aspek,
            indikator=teks(iki.indikator, "Indikator", INDIKATOR_MAKS),
            target=teks(iki.target, "Target", TARGET_MAKS, wajib=skp.pendekatan is Pendekatan.KUANTITATIF),
        )
    return rhk


def _tambah_lampiran(t: Tindakan, skp_id: int, rencana: RencanaImpor) -> None:
    for jenis in JenisLampiran:
        nomor = nomor_butir_baru(t, skp_id, jenis)
        for butir in (satu for satu in rencana.daftar_lampiran if satu.jenis is jenis):
            t.tambah(
                Lampiran,
                lampiran_id=t.id_baru(),
                skp_id=skp_id,
                jenis=jenis,
                urutan=nomor,
                teks=teks(butir.teks, jenis.label, LAMPIRAN_MAKS),
            )
            nomor += 1
