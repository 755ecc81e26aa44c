"""Umpan balik rekan kerja (360): one form about a colleague in one period, given or replaced as a whole.

Scene: *Umpan Balik Rekan Kerja* of everybody. May import: simulator.domain, rules.umpan_balik, store, workflow core.
Facts: the application offers it (SINGLE), its fields are not public; seven values, three steps and required words are
label simulasi. It is a choice, and nothing of it reaches rating or predikat (rules.umpan_rekan, UNCERTAIN).
Add: nothing; the seven values are fixed.
"""

from __future__ import annotations

from simulator.domain.errors import BelumLengkap
from simulator.domain.skp import SKP
from simulator.domain.umpan_rekan import SkalaRekan, UmpanRekan
from simulator.rules.umpan_balik import bentuk_dasar
from simulator.store.schema import umpan_rekan
from simulator.workflow.actor import Pelaku
from simulator.workflow.choices import checks_choices
from simulator.workflow.doing import skp_berjalan, skp_terbuka
from simulator.workflow.limits import UMPAN_BALIK_MAKS, teks
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus


@checks_choices
def beri_umpan_rekan(
    kantor: Kantor,
    pelaku: Pelaku,
    skp_id: int,
    *,
    periode_id: int,
    isi: str,
    berorientasi_pelayanan: SkalaRekan | None = None,
    akuntabel: SkalaRekan | None = None,
    kompeten: SkalaRekan | None = None,
    harmonis: SkalaRekan | None = None,
    loyal: SkalaRekan | None = None,
    adaptif: SkalaRekan | None = None,
    kolaboratif: SkalaRekan | None = None,
) -> UmpanRekan:
    """Give feedback as a colleague, or replace one's own; a value that one could not see stays empty."""
    with kantor.tindakan("beri_umpan_rekan", pelaku) as t:
        skp_berjalan(t, skp_id, periode_id, "Umpan Balik Rekan Kerja")
        values = {
            "berorientasi_pelayanan": berorientasi_pelayanan,
            "akuntabel": akuntabel,
            "kompeten": kompeten,
            "harmonis": harmonis,
            "loyal": loyal,
            "adaptif": adaptif,
            "kolaboratif": kolaboratif,
            "teks": _kata(isi),
            "diberikan_pada": t.hari,
        }
        if not any(isinstance(value, SkalaRekan) for value in values.values()):
            raise BelumLengkap(
                "Belum ada nilai BerAKHLAK yang Anda tandai. Tandai sedikitnya satu yang benar-benar Anda lihat.",
                kode="umpan-rekan-tanpa-nilai",
            )
        where = {"skp_id": skp_id, "periode_id": periode_id, "pemberi_id": t.saya}
        key = t.kunci(umpan_rekan, **where)
        if key is not None:
            t.tentang("umpan_rekan", key)
            return t.ubah(UmpanRekan, key, **values)
        key = t.id_baru()
        t.tentang("umpan_rekan", key)
        return t.tambah(UmpanRekan, umpan_rekan_id=key, **where, **values)


def hapus_umpan_rekan(kantor: Kantor, pelaku: Pelaku, umpan_rekan_id: int) -> Terhapus:
    """Take one's own form back; also by who is no colleague of theirs any more."""
    with kantor.tindakan("hapus_umpan_rekan", pelaku) as t:
        old = t.ambil(UmpanRekan, umpan_rekan_id)
        t.izinkan(pemilik=old.pemberi_id)
        skp = t.ambil(SKP, old.skp_id)
        skp_terbuka(t, skp, old.periode_id, "Hapus Umpan Balik Rekan Kerja")
        t.hapus(UmpanRekan, umpan_rekan_id)
        t.tentang("umpan_rekan", umpan_rekan_id)
        whose = "rekan" if skp.identitas_pegawai is None else skp.identitas_pegawai.nama
        return Terhapus(t.nomor, "umpan_rekan", umpan_rekan_id, f"Umpan balik untuk {whose}")


def _kata(isi: str) -> str:
    """Words that say something: three marks and a full stop would be a form without a reason."""
    said = teks(isi, "Umpan Balik", UMPAN_BALIK_MAKS)
    if not bentuk_dasar(said):
        raise BelumLengkap(
            "Umpan balik belum berisi kalimat. Tulis satu contoh yang Anda lihat, dan bila ada, satu saran.",
            kode="umpan-kosong",
        )
    return said
