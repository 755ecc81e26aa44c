"""Import: many RHK, IKI and lampiran into one Draft at once, all of them or none; and out again, all of them.

Scene: *Impor Draft SKP*, after the preview was confirmed, and *Urungkan impor*. May import: simulator.domain,
store, workflow core.
Facts: the same limits and refusals as when each is typed by hand (rhk.py, iki.py, lampiran.py); importing a sheet is a
course feature (label simulasi).
Add: a field of the plan in impor/rencana.py, then here.
"""

from __future__ import annotations

from simulator.domain.errors import BelumLengkap, DataTidakSah, StatusTidakSesuai
from simulator.domain.skp import IKI, RHK, SKP, JenisLampiran, Lampiran, Pendekatan, StatusSKP
from simulator.workflow.actions.lampiran import nomor_butir_baru
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import wajib_dapat_diintervensi, wajib_lepas_rhk
from simulator.workflow.impor.rencana import BARIS_MAKS, RencanaImpor, RHKBaru, seragam
from simulator.workflow.impor.terakhir import IMPOR, impor_terakhir
from simulator.workflow.limits import INDIKATOR_MAKS, LAMPIRAN_MAKS, PENUGASAN_MAKS, RHK_MAKS, TARGET_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan


def impor_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, rencana: RencanaImpor) -> list[RHK]:
    """Add everything of the plan to a Draft; one journal entry, and nothing at all when any part is refused."""
    with kantor.tindakan(IMPOR, pelaku) as t:
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


def hapus_impor(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> Terhapus:
    """Take out of a Draft what its last import brought in, also what was changed of it since; ``pulihkan`` returns it.

    Raises: StatusTidakSesuai — no Draft any more, nothing of an import is left, or something rests on it.
    """
    with kantor.tindakan("hapus_impor", pelaku) as t:
        skp = t.ambil(SKP, skp_id)
        t.izinkan_skp(skp)
        wajib_status(skp, StatusSKP.DRAFT, untuk="Urungkan impor")
        there = impor_terakhir(t.connection, skp_id)
        if there is None:
            raise StatusTidakSesuai(
                "SKP ini tidak berisi hasil impor, atau isinya sudah dihapus. Hapus RHK satu per satu bila perlu.",
                kode="impor-tidak-ada",
            )
        for rhk_id in there.rhk_id:
            wajib_lepas_rhk(t, rhk_id)
        for kelas, keys in ((IKI, there.iki_id), (RHK, there.rhk_id), (Lampiran, there.lampiran_id)):
            for key in keys:
                t.hapus(kelas, key)
        t.tentang("skp", skp_id)
        t.catatan["mengurungkan"] = there.nomor
        return Terhapus(t.nomor, "skp", skp_id, f"Hasil impor ({there.sebutan})")


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
