"""Scenes for the assessor's pages: an SKP of the new year submitted to its assessor, all through the actions."""

from __future__ import annotations

import re
from datetime import date

from simulator.domain.skp import Aspek, JenisLampiran, Perspektif
from simulator.workflow import actions, queries
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import Kantor
from tests.web.conftest import Peramban

#: People of the office that conftest founds: head, head of a division, one of that division, somebody elsewhere.
KEPALA, KABID, STAF, ORANG_LAIN = 1, 14, 15, 40
#: Its yearly period is the one still open; the SKP of 2026 carry the number of their owner.
TAHUNAN, TW1 = 5, 1


def kantor(peramban: Peramban) -> Kantor:
    """The office behind a browser."""
    return peramban.app.state.kantor


def skp_diajukan(kantor: Kantor, pegawai_id: int = STAF) -> int:
    """A complete SKP of 2027, submitted; everybody above has one that is approved and shared with the team."""
    rantai = (KEPALA, KABID, STAF)
    rhk_atasan_id = None
    for siapa in rantai[: rantai.index(pegawai_id) + 1]:
        skp_id, rhk_id = _ajukan(kantor, siapa, rhk_atasan_id)
        if siapa != pegawai_id:
            atasan = KEPALA_DAERAH if siapa == KEPALA else Pelaku.penilai(rantai[rantai.index(siapa) - 1])
            actions.setujui_skp(kantor, atasan, skp_id)
            actions.sinkronkan_skp_bawahan(kantor, Pelaku.penilai(siapa), skp_id)
        rhk_atasan_id = rhk_id
    return skp_id


def diajukan_pula(kantor: Kantor, skp_id: int, pegawai_id: int) -> int:
    """One more SKP beside that one, with the same RHK of the leader intervened, submitted to the same assessor."""
    contoh = queries.skp_lengkap(kantor, skp_id)
    return _ajukan(kantor, pegawai_id, contoh.daftar_rhk[0].rhk_atasan_id)[0]


def _ajukan(kantor: Kantor, pegawai_id: int, rhk_atasan_id: int | None) -> tuple[int, int]:
    saya = Pelaku.pegawai(pegawai_id)
    skp = actions.buat_skp(kantor, saya, periode_awal=date(2027, 1, 1), periode_akhir=date(2027, 12, 31))
    rhk = actions.tambah_rhk(
        kantor, saya, skp.skp_id, teks_rhk=f"Tersusunnya laporan layanan {pegawai_id}", rhk_atasan_id=rhk_atasan_id,
        perspektif=Perspektif.PROSES_BISNIS if pegawai_id == KEPALA else None,
    )  # fmt: skip
    for aspek, target in ((Aspek.KUANTITAS, "4 Laporan"), (Aspek.KUALITAS, "90 Persen"), (Aspek.WAKTU, "12 Bulan")):
        actions.tambah_iki(kantor, saya, rhk.rhk_id, aspek=aspek, indikator=f"Laporan, {aspek.label}", target=target)
    for jenis in JenisLampiran:
        actions.tambah_lampiran(kantor, saya, skp.skp_id, jenis=jenis, isi=f"Isi {jenis.label}")
    actions.ajukan_skp(kantor, saya, skp.skp_id)
    return skp.skp_id, rhk.rhk_id


def teks(halaman) -> str:
    """What a reader reads: without tags, spaces drawn together."""
    return " ".join(re.sub(r"<[^>]+>", " ", halaman.text.replace("<wbr>", "")).split())
