"""Kepala Daerah (diperankan instruktur): the assessor of the institution's head, who is nobody inside the office.

Scene: in teaching, one click on /penilai/kepala-daerah puts the hat on; every page of the assessor then acts under it
where the institution's head is assessed. Never in an exam.
May import: simulator.domain, simulator.web, workflow.
Facts: the head of an institution of the region is assessed by the head of the region (mock decision,
workflow/actor.py); the persona is label simulasi.
Add: nothing.
"""

from __future__ import annotations

from simulator.domain.skp import SKP
from simulator.store import repository
from simulator.web.layar import Layar
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.bawahan import dinilai_oleh
from simulator.workflow.keberatan_terkait import PerkaraKeberatan, keberatan_terkait, perkara_keberatan

KUNCI = "kepala-daerah"


def memerankan(layar: Layar) -> bool:
    """Is the hat on? The head of the institution cannot wear it: nobody assesses themselves."""
    if not layar.atur.boleh_ganti_pemeran or not layar.ingatan(KUNCI, False):
        return False
    with layar.lihat() as connection:
        return not repository.leads_the_top(connection, layar.saya.pegawai_id)


def penilai_skp(layar: Layar, skp: SKP) -> Pelaku:
    """Under which hat this page acts on that SKP."""
    if memerankan(layar):
        with layar.lihat() as connection:
            if dinilai_oleh(connection, KEPALA_DAERAH, skp):
                return KEPALA_DAERAH
    return layar.pelaku


def topi_urungkan(pelaku: Pelaku) -> str:
    """Under which hat *Urungkan* has to put back what this actor deleted; empty: that of the page."""
    return KUNCI if pelaku == KEPALA_DAERAH else ""


def pihak_keberatan(layar: Layar, keberatan_id: int) -> tuple[Pelaku, PerkaraKeberatan]:
    """Under which hat this page looks at that objection, and the objection. Raises: TidakBerwenang, TidakDitemukan."""
    if memerankan(layar):
        for satu in keberatan_terkait(layar.kantor, KEPALA_DAERAH):
            if satu.keberatan.keberatan_id == keberatan_id:
                return KEPALA_DAERAH, satu
    return layar.pelaku, perkara_keberatan(layar.kantor, layar.pelaku, keberatan_id)
