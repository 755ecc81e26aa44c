"""What a leader notices when reading a submitted SKP.

Scene: before *Setujui SKP*; and by its owner, who mends what came back. Pure: simulator.domain, rules, wording.
Facts: results instead of activities (PermenPANRB 8/2021, see rules.pernyataan); three aspects are practice, not law
(UNCERTAIN, see rules.perencanaan.tiga_aspek); a copy of the superior's RHK is no role of one's own (course rule).
Add: another defect as a code with its sentence and, in penyusun.py, the way to mend it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from simulator.domain.skp import RHK, SKP, Aspek, Pendekatan
from simulator.rules.umpan_balik import bentuk_dasar
from simulator.wording import Pernyataan, periksa
from simulator.workflow.rekan.kalimat import ringkas

TIGA_ASPEK = (Aspek.KUANTITAS, Aspek.KUALITAS, Aspek.WAKTU)


class Cacat(NamedTuple):
    """``kode`` salin | kegiatan | aspek; ``aspek`` only for the last."""

    kode: str
    rhk: RHK
    kalimat: str
    aspek: Aspek | None = None


def cacat(skp: SKP, teks_atasan: Mapping[int, str]) -> Iterator[Cacat]:
    """Everything noticed, RHK by RHK; ``teks_atasan`` are the words of the superior's RHK by id."""
    for rhk in skp.daftar_rhk:
        called = f"RHK “{ringkas(rhk.teks, 80)}”"
        above = teks_atasan.get(rhk.rhk_atasan_id or 0)
        if above is not None and bentuk_dasar(above) == bentuk_dasar(rhk.teks):
            yield Cacat(
                "salin", rhk, f"{called} masih sama dengan RHK pimpinan. Rumuskan hasil yang menjadi bagian Saudara."
            )
        else:
            judged = periksa(Pernyataan(rhk.teks, "rhk"))
            if judged.orientasi == "aktivitas" and not judged.ragu:
                yield Cacat(
                    "kegiatan", rhk, f"{called} menyebut kegiatan. Tulis hasil yang ada sesudah kegiatan itu selesai."
                )
        if skp.pendekatan is not Pendekatan.KUANTITATIF:
            continue
        there = {iki.aspek for iki in rhk.daftar_iki}
        for aspek in TIGA_ASPEK:
            if aspek not in there:
                yield Cacat("aspek", rhk, f"{called} belum memuat indikator aspek {aspek.label}.", aspek)
