"""Versions of an SKP: which row of the old one became which row of the new one.

Scene: approving a revision, and syncing the leader's new version to the team.
May import: simulator.domain, simulator.store, simulator.workflow.transaction, locking.
Facts: the SKP may be revised during the year, with approval, and the old data are kept (UNCERTAIN wording; class rule).
Add: a table whose rows move to the new version in PINDAH.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from simulator.domain.pelaksanaan import BuktiDukung, Realisasi, RencanaAksi, UmpanBalik
from simulator.domain.penilaian import Evaluasi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import IKI, RHK, SKP
from simulator.domain.umpan_rekan import UmpanRekan
from simulator.rules.periode import terbuka
from simulator.store.schema import jurnal
from simulator.workflow.locking import dalam_masa
from simulator.workflow.transaction import Tindakan

Asal = dict[int, int]


def asal_versi(connection: Connection, skp_id: int) -> tuple[Asal, Asal]:
    """(old RHK → new RHK, old IKI → new IKI) of a revision, as its journal entry recorded them."""
    query = select(jurnal.c.isi).where(
        jurnal.c.aksi == "revisi_skp", jurnal.c.objek == "skp", jurnal.c.objek_id == skp_id
    )
    isi = connection.execute(query).scalar()
    catatan = json.loads(isi)["catatan"] if isi else {}
    rhk, iki = ({int(old): int(new) for old, new in catatan.get(noun, {}).items()} for noun in ("rhk", "iki"))
    return rhk, iki


def dinilai_pada_versi_lama(t: Tindakan, skp: SKP, periode_id: int) -> bool:
    """Was this period already rated under an older version? That result stands: nobody is rated twice."""
    older = skp.versi_sebelumnya_id
    while older is not None:
        evaluasi = t.satu(Evaluasi, skp_id=older, periode_id=periode_id)
        if evaluasi is not None and evaluasi.predikat is not None:
            return True
        older = t.ambil(SKP, older).versi_sebelumnya_id
    return False


def pindahkan_periode_terbuka(t: Tindakan, lama: SKP, baru: SKP) -> None:
    """Take along what belongs to periods of the new version that are still open and unrated.

    Closed ones stay with the old version, and so do those that a shortened version no longer reaches.
    """
    asal_rhk, asal_iki = asal_versi(t.connection, baru.skp_id)
    still_rhk = {rhk.rhk_id for rhk in t.cari(RHK, skp_id=baru.skp_id)}
    still_iki = {iki.iki_id for iki in t.cari(IKI, rhk_id=still_rhk)}
    for periode in t.cari(PeriodePenilaian):
        evaluasi = t.satu(Evaluasi, skp_id=lama.skp_id, periode_id=periode.periode_id)
        rated = evaluasi is not None and evaluasi.predikat is not None
        if rated or not terbuka(periode, t.hari) or not dalam_masa(periode, baru):
            continue
        where = {"skp_id": lama.skp_id, "periode_id": periode.periode_id}
        for rencana in t.cari(RencanaAksi, **where):
            new = asal_rhk.get(rencana.rhk_id)
            if new in still_rhk:
                t.ubah(RencanaAksi, rencana.rencana_id, skp_id=baru.skp_id, rhk_id=new)
        kinds: tuple[tuple[type[Any], str], ...] = (
            (BuktiDukung, "bukti_id"),
            (Realisasi, "realisasi_id"),
            (UmpanBalik, "umpan_id"),
        )
        for kelas, key in kinds:
            for item in t.cari(kelas, **where):
                _move(t, kelas, getattr(item, key), item.iki_id, baru.skp_id, asal_iki, still_iki)
        for form in t.cari(UmpanRekan, **where):
            t.ubah(UmpanRekan, form.umpan_rekan_id, skp_id=baru.skp_id)


def _move(
    t: Tindakan, kelas: type[Any], key: int, iki_id: int | None, skp_id: int, asal: Asal, still: set[int]
) -> None:
    if iki_id is None:
        t.ubah(kelas, key, skp_id=skp_id)
    elif asal.get(iki_id) in still:
        t.ubah(kelas, key, skp_id=skp_id, iki_id=asal[iki_id])
