"""Wording hints on Detail SKP: while one types, and beside what is already saved.

Scene: POST /skp/kata and the list of advice. May import: simulator.domain, wording, workflow.
Facts: findings and sentences are the engine's (instructor/handbook/temuan-kata.md). A hint is advice: it neither
refuses a form nor keeps an SKP from being submitted. Add: nothing about words; those stand in wording/lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.domain.skp import SKP
from simulator.wording import Hasil, Pernyataan, periksa, periksa_skp
from simulator.workflow.rincian_skp import RincianSKP

#: Below this a statement has only just been begun, and every finding would be true and useless.
PALING_PENDEK = 12
#: More at once is not read.
PALING_BANYAK = 3

# The lexicon is read with the first judgement (about 50 ms); that is start-up, nobody at a keyboard should wait for it.
periksa(Pernyataan("Tersusunnya laporan", "rhk"))


class SaranKata(NamedTuple):
    """The findings of one saved statement; ``jangkar`` is the row of the page it stands in."""

    jangkar: str
    sebutan: str
    hasil: Hasil


def petunjuk(p: Pernyataan) -> Hasil | None:
    """The judgement of what is being typed; None while there is too little of it."""
    return periksa(p) if len(p.teks.strip()) >= PALING_PENDEK else None


def saran_kata(r: RincianSKP) -> list[SaranKata]:
    """Every saved RHK and IKI of which the engine has something to say, near-duplicates included."""
    semua = list(_pernyataan(r.skp, r.teks_atasan))
    dinilai = zip(semua, periksa_skp([p for _, _, p in semua]), strict=True)
    return [SaranKata(jangkar, sebutan, hasil) for (jangkar, sebutan, _), hasil in dinilai if hasil.temuan]


def _pernyataan(skp: SKP, teks_atasan: dict[int, str]) -> Iterator[tuple[str, str, Pernyataan]]:
    jabatan = skp.identitas_pegawai.jabatan if skp.identitas_pegawai else None
    for rhk in skp.daftar_rhk:
        atasan = teks_atasan.get(rhk.rhk_atasan_id or 0)
        sebutan = f"RHK “{rhk.teks}”"
        yield f"rhk-{rhk.rhk_id}", sebutan, Pernyataan(rhk.teks, "rhk", rhk_atasan=atasan, jabatan=jabatan)
        for iki in rhk.daftar_iki:
            p = Pernyataan(
                iki.indikator, "iki", rhk=rhk.teks, rhk_atasan=atasan, aspek=iki.aspek.value, target=iki.target or None,
                jabatan=jabatan,
            )  # fmt: skip
            yield f"rhk-{rhk.rhk_id}", f"IKI {iki.aspek.label} “{iki.indikator}”", p
