"""Rencana aksi: what will be done for an RHK in one period.

Scene: Penilaian, period, Rencana Aksi. May import: simulator.domain, store, workflow core.
Facts: fields deskripsi and target, several per RHK (CONFIRMED, code that drives the application).
Add: another field of the form here and in domain/pelaksanaan.py.
"""

from __future__ import annotations

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.pelaksanaan import BuktiDukung, ProgresHarian, Realisasi, RencanaAksi
from simulator.domain.skp import IKI
from simulator.workflow.actor import Pelaku
from simulator.workflow.doing import rhk_milik, skp_berjalan
from simulator.workflow.limits import RENCANA_AKSI_MAKS, TARGET_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan


def tambah_rencana_aksi(
    kantor: Kantor, pelaku: Pelaku, skp_id: int, *, periode_id: int, rhk_id: int, deskripsi: str, target: str
) -> RencanaAksi:
    """Plan one action for one RHK in one period."""
    with kantor.tindakan("tambah_rencana_aksi", pelaku) as t:
        skp, _ = skp_berjalan(t, skp_id, periode_id, "Tambah Rencana Aksi")
        rhk_milik(t, skp, rhk_id)
        rencana_id = t.id_baru()
        t.tentang("rencana_aksi", rencana_id)
        return t.tambah(
            RencanaAksi,
            rencana_id=rencana_id,
            skp_id=skp_id,
            periode_id=periode_id,
            rhk_id=rhk_id,
            deskripsi=teks(deskripsi, "Rencana Aksi", RENCANA_AKSI_MAKS),
            target=teks(target, "Target", TARGET_MAKS),
            dibuat_pada=t.hari,
        )


def ubah_rencana_aksi(
    kantor: Kantor, pelaku: Pelaku, rencana_id: int, *, deskripsi: str | None = None, target: str | None = None
) -> RencanaAksi:
    """Change the words or the target; what is not given stays."""
    with kantor.tindakan("ubah_rencana_aksi", pelaku) as t:
        rencana = t.ambil(RencanaAksi, rencana_id)
        skp_berjalan(t, rencana.skp_id, rencana.periode_id, "Ubah Rencana Aksi")
        t.tentang("rencana_aksi", rencana_id)
        return t.ubah(
            RencanaAksi,
            rencana_id,
            deskripsi=rencana.deskripsi if deskripsi is None else teks(deskripsi, "Rencana Aksi", RENCANA_AKSI_MAKS),
            target=rencana.target if target is None else teks(target, "Target", TARGET_MAKS),
        )


def hapus_rencana_aksi(kantor: Kantor, pelaku: Pelaku, rencana_id: int) -> Terhapus:
    """Delete one action with its daily progress; the last one of an RHK only while there is no evidence."""
    with kantor.tindakan("hapus_rencana_aksi", pelaku) as t:
        rencana = t.ambil(RencanaAksi, rencana_id)
        skp_berjalan(t, rencana.skp_id, rencana.periode_id, "Hapus Rencana Aksi")
        _wajib_bukan_sandaran(t, rencana)
        for progres in t.cari(ProgresHarian, rencana_id=rencana_id):
            t.hapus(ProgresHarian, progres.progres_id)
        t.hapus(RencanaAksi, rencana_id)
        t.tentang("rencana_aksi", rencana_id)
        return Terhapus(t.nomor, "rencana_aksi", rencana_id, f"Rencana aksi “{rencana.deskripsi[:60]}”")


def _wajib_bukan_sandaran(t: Tindakan, rencana: RencanaAksi) -> None:
    where = {"skp_id": rencana.skp_id, "periode_id": rencana.periode_id}
    if len(t.cari(RencanaAksi, rhk_id=rencana.rhk_id, **where)) > 1:
        return
    indicators = [iki.iki_id for iki in t.cari(IKI, rhk_id=rencana.rhk_id)]
    resting = [*t.cari(BuktiDukung, iki_id=indicators, **where), *t.cari(Realisasi, iki_id=indicators, **where)]
    if resting:
        raise StatusTidakSesuai(
            "Ini satu-satunya rencana aksi untuk RHK itu, dan bukti dukung atau realisasinya sudah diisi. Hapus "
            "isian itu "
            "dahulu, atau ubah kalimat rencana aksinya.",
            kode="rencana-aksi-masih-dipakai",
        )
