"""Lampiran SKP: three numbered lists of a Draft.

Scene: Detail SKP, Lampiran. May import: simulator.domain, store, workflow core.
Facts: Dukungan Sumber Daya, Skema Pertanggungjawaban, Konsekuensi (CONFIRMED, form).
Add: nothing; another list is a JenisLampiran.
"""

from __future__ import annotations

from simulator.domain.skp import SKP, JenisLampiran, Lampiran, StatusSKP
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import LAMPIRAN_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan


def _draft(t: Tindakan, skp_id: int, untuk: str) -> None:
    skp = t.ambil(SKP, skp_id)
    t.izinkan_skp(skp)
    wajib_status(skp, StatusSKP.DRAFT, untuk=untuk)


@checks_choices
def tambah_lampiran(kantor: Kantor, pelaku: Pelaku, skp_id: int, *, jenis: JenisLampiran, isi: str) -> Lampiran:
    """Add one line at the end of a list."""
    with kantor.tindakan("tambah_lampiran", pelaku) as t:
        _draft(t, skp_id, "Tambah Lampiran")
        lampiran_id = t.id_baru()
        t.tentang("lampiran", lampiran_id)
        return t.tambah(
            Lampiran,
            lampiran_id=lampiran_id,
            skp_id=skp_id,
            jenis=jenis,
            urutan=nomor_butir_baru(t, skp_id, jenis),
            teks=teks(isi, jenis.label, LAMPIRAN_MAKS),
        )


def nomor_butir_baru(t: Tindakan, skp_id: int, jenis: JenisLampiran | str) -> int:
    """The number after the last one of a list."""
    return 1 + max((butir.urutan for butir in t.cari(Lampiran, skp_id=skp_id, jenis=jenis)), default=0)


def ubah_lampiran(kantor: Kantor, pelaku: Pelaku, lampiran_id: int, *, isi: str) -> Lampiran:
    """Change the text of one line."""
    with kantor.tindakan("ubah_lampiran", pelaku) as t:
        butir = t.ambil(Lampiran, lampiran_id)
        _draft(t, butir.skp_id, "Ubah Lampiran")
        t.tentang("lampiran", lampiran_id)
        return t.ubah(Lampiran, lampiran_id, teks=teks(isi, butir.jenis.label, LAMPIRAN_MAKS))


def hapus_lampiran(kantor: Kantor, pelaku: Pelaku, lampiran_id: int) -> Terhapus:
    """Delete one line; the others keep their numbers."""
    with kantor.tindakan("hapus_lampiran", pelaku) as t:
        butir = t.ambil(Lampiran, lampiran_id)
        _draft(t, butir.skp_id, "Hapus Lampiran")
        t.hapus(Lampiran, lampiran_id)
        t.tentang("lampiran", lampiran_id)
        return Terhapus(t.nomor, "lampiran", lampiran_id, f"{butir.jenis.label} nomor {butir.urutan}")
