"""Indikator Kinerja Individu: rows of an RHK of a Draft.

Scene: Detail SKP, under each RHK. May import: simulator.domain, store, workflow core.
Facts: aspek, indikator, and target as one string (CONFIRMED, API of the application). How an IKI is worded is judged by
simulator.wording in the exercises, not here.
Add: another field of the IKI form here and in domain/skp.py.
"""

from __future__ import annotations

from simulator.domain.skp import IKI, RHK, SKP, Aspek, Pendekatan, StatusSKP
from simulator.workflow.actor import Pelaku
from simulator.workflow.cascading import wajib_lepas_iki
from simulator.workflow.choices import checks_choices
from simulator.workflow.limits import INDIKATOR_MAKS, TARGET_MAKS, teks
from simulator.workflow.locking import wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.removal import Terhapus
from simulator.workflow.transaction import Tindakan


def _draft(t: Tindakan, rhk_id: int, untuk: str) -> SKP:
    skp = t.ambil(SKP, t.ambil(RHK, rhk_id).skp_id)
    t.izinkan_skp(skp)
    wajib_status(skp, StatusSKP.DRAFT, untuk=untuk)
    return skp


@checks_choices
def tambah_iki(kantor: Kantor, pelaku: Pelaku, rhk_id: int, *, aspek: Aspek, indikator: str, target: str = "") -> IKI:
    """Add one indicator; a quantitative SKP needs its target."""
    with kantor.tindakan("tambah_iki", pelaku) as t:
        skp = _draft(t, rhk_id, "Tambah Indikator")
        iki_id = t.id_baru()
        t.tentang("iki", iki_id)
        return t.tambah(
            IKI,
            iki_id=iki_id,
            rhk_id=rhk_id,
            aspek=aspek,
            indikator=teks(indikator, "Indikator", INDIKATOR_MAKS),
            target=teks(target, "Target", TARGET_MAKS, wajib=skp.pendekatan is Pendekatan.KUANTITATIF),
        )


@checks_choices
def ubah_iki(
    kantor: Kantor,
    pelaku: Pelaku,
    iki_id: int,
    *,
    aspek: Aspek | None = None,
    indikator: str | None = None,
    target: str | None = None,
) -> IKI:
    """Change fields of one indicator; what is not given stays."""
    with kantor.tindakan("ubah_iki", pelaku) as t:
        iki = t.ambil(IKI, iki_id)
        skp = _draft(t, iki.rhk_id, "Ubah Indikator")
        t.tentang("iki", iki_id)
        return t.ubah(
            IKI,
            iki_id,
            aspek=aspek or iki.aspek,
            indikator=iki.indikator if indikator is None else teks(indikator, "Indikator", INDIKATOR_MAKS),
            target=iki.target
            if target is None
            else teks(target, "Target", TARGET_MAKS, wajib=skp.pendekatan is Pendekatan.KUANTITATIF),
        )


def hapus_iki(kantor: Kantor, pelaku: Pelaku, iki_id: int) -> Terhapus:
    """Delete one indicator; refused while evidence, realisation or feedback refers to it."""
    with kantor.tindakan("hapus_iki", pelaku) as t:
        iki = t.ambil(IKI, iki_id)
        _draft(t, iki.rhk_id, "Hapus Indikator")
        wajib_lepas_iki(t, iki_id)
        t.hapus(IKI, iki_id)
        t.tentang("iki", iki_id)
        return Terhapus(t.nomor, "iki", iki_id, f"Indikator “{iki.indikator[:60]}”")
