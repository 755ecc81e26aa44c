"""What a colleague writes into a new SKP: last year's plan carried over, or results built from the superior's.

Scene: an SKP without contents; an SKP that came back. May import: simulator.domain, store, rekan.
Facts: RHK classed *organisasi* stay with the post and are inherited (SINGLE, ekinerja-app §2.3).
Add: another source of a plan as a function that returns ButirRHK.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from simulator.domain.kepegawaian import JenisJabatan
from simulator.domain.skp import RHK, SKP, Aspek, JenisLampiran, JenisRHK, KlasifikasiRHK, Perspektif, StatusSKP
from simulator.rules.umpan_balik import bentuk_dasar
from simulator.store import repository
from simulator.workflow.limits import INDIKATOR_MAKS, RHK_MAKS
from simulator.workflow.rekan import kalimat
from simulator.workflow.rekan.papan import Orang, Papan
from simulator.workflow.rekan.undian import Soal
from simulator.workflow.rekan.watak import Watak

ButirIKI = tuple[Aspek, str, str]
_PERSPEKTIF = (Perspektif.PENERIMA_LAYANAN, Perspektif.PROSES_BISNIS)


@dataclass(frozen=True, slots=True)
class ButirRHK:
    """One RHK to be written, with its indicators (aspek, indikator, target)."""

    teks: str
    rhk_atasan_id: int | None
    daftar_iki: tuple[ButirIKI, ...]
    jenis: JenisRHK = JenisRHK.UTAMA
    klasifikasi: KlasifikasiRHK = KlasifikasiRHK.ORGANISASI
    penugasan_dari: str = ""
    perspektif: Perspektif | None = None


def rancangan(
    connection: Connection, papan: Papan, skp: SKP, offered: list[RHK]
) -> tuple[list[ButirRHK], list[tuple[JenisLampiran, str]]]:
    """RHK and lampiran for an SKP that is still empty."""
    older = _tahun_lalu(connection, skp)
    if older is not None and older.daftar_rhk:
        plan = _dibawa(connection, older, skp, offered)
        annex = [(butir.jenis, _setahun(butir.teks, older.tahun, skp.tahun)) for butir in older.daftar_lampiran]
    else:
        plan, annex = _baru(papan, skp, offered), []
    annex += [(jenis, kalimat.LAMPIRAN[jenis.value]) for jenis in JenisLampiran if jenis not in {j for j, _ in annex}]
    return _dengan_watak(papan, skp, plan, offered), annex


def _tahun_lalu(connection: Connection, skp: SKP) -> SKP | None:
    """The last SKP in the same post that was in force."""
    earlier = [
        other
        for other in repository.find(
            connection, SKP, pegawai_id=skp.pegawai_id, status=(StatusSKP.PERSETUJUAN, StatusSKP.SELESAI)
        )
        if other.tahun < skp.tahun and other.jabatan_id == skp.jabatan_id and other.plt_plh_pjb == skp.plt_plh_pjb
    ]
    if not earlier:
        return None
    return repository.whole_skp(connection, max(earlier, key=lambda other: (other.periode_awal, other.versi)).skp_id)


def _setahun(teks: str, dari: int, ke: int) -> str:
    return teks.replace(str(dari), str(ke))


def _dibawa(connection: Connection, older: SKP, skp: SKP, offered: list[RHK]) -> list[ButirRHK]:
    above = [rhk.rhk_atasan_id for rhk in older.daftar_rhk if rhk.rhk_atasan_id is not None]
    words = {
        rhk.rhk_id: _setahun(rhk.teks, older.tahun, skp.tahun) for rhk in repository.find(connection, RHK, rhk_id=above)
    }
    by_words = {bentuk_dasar(rhk.teks): rhk.rhk_id for rhk in reversed(offered)}
    plan = []
    for number, rhk in enumerate(older.daftar_rhk):
        parent = None
        if offered and (rhk.rhk_atasan_id is not None or rhk.jenis is JenisRHK.UTAMA):
            same = by_words.get(bentuk_dasar(words.get(rhk.rhk_atasan_id or 0, "")))
            parent = same or offered[number % len(offered)].rhk_id
        plan.append(
            ButirRHK(
                _setahun(rhk.teks, older.tahun, skp.tahun),
                parent,
                tuple(
                    (iki.aspek, _setahun(iki.indikator, older.tahun, skp.tahun), iki.target) for iki in rhk.daftar_iki
                ),
                rhk.jenis,
                rhk.klasifikasi,
                rhk.penugasan_dari,
                rhk.perspektif,
            )
        )
    return plan


def _baru(papan: Papan, skp: SKP, offered: list[RHK]) -> list[ButirRHK]:
    me = papan.orang[skp.pegawai_id]
    if not offered:
        texts = [text.format(tempat=papan.instansi) for text in kalimat.RHK_PUNCAK]
        return [
            ButirRHK(text, None, iki_baru(papan, me, text), perspektif=_perspektif(me, number))
            for number, text in enumerate(texts)
        ]
    first = papan.undian.di_bawah(len(offered), me.pegawai_id, skp.periode_awal, Soal.RHK)
    chosen = [offered[(first + step) % len(offered)] for step in range(min(2, len(offered)))]
    plan = []
    for number, parent in enumerate(chosen):
        text = rhk_dari_atasan(papan, me, skp, parent.teks, number)
        plan.append(ButirRHK(text, parent.rhk_id, iki_baru(papan, me, text), perspektif=_perspektif(me, number)))
    return plan


def rhk_dari_atasan(papan: Papan, orang: Orang, skp: SKP, teks_atasan: str, nomor: int) -> str:
    """A result of one's own, in the language of results, that serves the superior's."""
    leads = any(unit.pimpinan_id == orang.pegawai_id for unit in papan.unit.values())
    pool = kalimat.RHK_PIMPINAN if leads else kalimat.RHK_STAF
    turn = papan.undian.di_bawah(len(pool), orang.pegawai_id, skp.periode_awal, Soal.KALIMAT)
    text = pool[(turn + nomor) % len(pool)].format(inti=kalimat.inti(teks_atasan), unit=orang.unit)
    return kalimat.ringkas(text, RHK_MAKS)


def iki_baru(papan: Papan, orang: Orang, teks_rhk: str) -> tuple[ButirIKI, ...]:
    """The three usual indicators of a result."""
    pool = kalimat.IKI_PUNCAK if orang.pegawai_id in papan.puncak else kalimat.IKI_UMUM
    core, units = kalimat.inti(teks_rhk), sum(unit.aktif for unit in papan.unit.values())
    return tuple(
        (Aspek.dari(aspek), kalimat.ringkas(indikator.format(inti=core), INDIKATOR_MAKS), target.format(unit=units))
        for aspek, indikator, target in pool
    )


def _perspektif(orang: Orang, nomor: int) -> Perspektif | None:
    return _PERSPEKTIF[nomor % 2] if orang.jenis is JenisJabatan.JPT else None


def _dengan_watak(papan: Papan, skp: SKP, plan: list[ButirRHK], offered: list[RHK]) -> list[ButirRHK]:
    """Who copies takes over the superior's words once; who is careless forgets an aspect once."""
    kind, draws = papan.watak(skp.pegawai_id), papan.undian
    if not plan or skp.pegawai_id in papan.puncak:
        return plan
    place = draws.di_bawah(len(plan), skp.pegawai_id, skp.periode_awal, Soal.KELALAIAN)
    sloppy = plan[place]
    words = {rhk.rhk_id: rhk.teks for rhk in offered}
    if kind is Watak.SALIN and sloppy.rhk_atasan_id in words:
        text, kept = words[sloppy.rhk_atasan_id], sloppy.daftar_iki
    elif kind is Watak.CEROBOH and len(sloppy.daftar_iki) > 1:
        text, kept = sloppy.teks, tuple(iki for iki in sloppy.daftar_iki if iki[0] is not Aspek.KUALITAS)
    else:
        return plan
    changed = ButirRHK(
        text, sloppy.rhk_atasan_id, kept or sloppy.daftar_iki, sloppy.jenis, sloppy.klasifikasi,
        sloppy.penugasan_dari, sloppy.perspektif,
    )  # fmt: skip
    return [*plan[:place], changed, *plan[place + 1 :]]
