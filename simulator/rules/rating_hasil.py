"""From the results of single RHK to one rating hasil kerja.

Scene: the assessor looks at the whole period. Pure: imports simulator.domain, parameters, registry.
Facts: the three descriptions are CONFIRMED (two independent sources); they say "most", "a small part" without numbers,
and no weights are prescribed. The class reads "most" as more than half and one RHK by fixed shares, and says so.
Add: an agency's own thresholds are a second function; cases in tests/rules/rating_hasil.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from simulator.domain.errors import BelumLengkap
from simulator.domain.penilaian import Rating
from simulator.domain.skp import JenisRHK
from simulator.rules.citation import Status
from simulator.rules.parameters import angka
from simulator.rules.registry import rule
from simulator.rules.sumber import KURSUS, PAPARAN_PENILAI_DAERAH, PERMENPANRB_6_2022


@dataclass(frozen=True, slots=True)
class HasilRHK:
    """How one RHK turned out against expectation."""

    jenis: JenisRHK
    capaian: Rating


@rule(
    id="rating_hasil.keseluruhan",
    judul="Rating hasil kerja menurut sebagian besar RHK; RHK utama di bawah ekspektasi menahan rating",
    cites=[
        PERMENPANRB_6_2022.pada("penetapan rating hasil kerja", url=PAPARAN_PENILAI_DAERAH.url),
        KURSUS.pada("Membaca “sebagian besar”", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="“Sebagian besar” dibaca lebih dari separuh, “sebagian kecil” kurang dari separuh. Di Atas: lebih dari "
    "separuh RHK di atas dan tidak ada RHK utama di bawah. Sesuai: lebih dari separuh RHK sesuai atau di atas dan "
    "kurang dari separuh RHK utama di bawah. Selain itu Di Bawah. Tidak ada bobot dan tidak ada rata-rata.",
)
def rating_keseluruhan(daftar_hasil: Sequence[HasilRHK]) -> Rating:
    """One rating out of the RHK results. Raises: BelumLengkap — there is no RHK utama to rate."""
    utama = [hasil for hasil in daftar_hasil if hasil.jenis is JenisRHK.UTAMA]
    if not utama:
        raise BelumLengkap(
            "Belum ada hasil RHK utama yang dapat dinilai. Lengkapi realisasi RHK utama lebih dahulu.",
            kode="rhk-utama-belum-ada",
        )
    banyak = len(daftar_hasil)
    di_atas = sum(hasil.capaian is Rating.DI_ATAS for hasil in daftar_hasil)
    di_bawah = sum(hasil.capaian is Rating.DI_BAWAH for hasil in daftar_hasil)
    utama_di_bawah = sum(hasil.capaian is Rating.DI_BAWAH for hasil in utama)
    if 2 * di_atas > banyak and utama_di_bawah == 0:
        return Rating.DI_ATAS
    if 2 * (banyak - di_bawah) > banyak and 2 * utama_di_bawah < len(utama):
        return Rating.SESUAI
    return Rating.DI_BAWAH


@rule(
    id="rating_hasil.capaian_rhk",
    judul="Capaian satu RHK dibaca dengan batas kelas",
    cites=[KURSUS.pada("Membaca capaian satu RHK", Status.KEBIJAKAN_KURSUS)],
    assumes="PermenPANRB 6/2022 tidak menetapkan angka; yang dinilai adalah ekspektasi pimpinan. Batas ini hanya "
    "supaya latihan dapat diperiksa, dan berlaku bila makin besar makin baik.",
    parameters=("rating_hasil/di_atas_mulai", "rating_hasil/sesuai_mulai"),
)
def capaian_rhk(persen: Decimal | int, hari: date) -> Rating:
    """How one RHK turned out, from its achievement in percent of the target."""
    if persen >= angka("rating_hasil/di_atas_mulai", hari):
        return Rating.DI_ATAS
    return Rating.SESUAI if persen >= angka("rating_hasil/sesuai_mulai", hari) else Rating.DI_BAWAH


@rule(
    id="rating_hasil.perilaku",
    judul="Rating perilaku kerja: belum konsisten, konsisten, atau menjadi penggerak",
    cites=[
        PERMENPANRB_6_2022.pada(
            "rating perilaku kerja (uraian pada formulir instansi)", Status.SINGLE, url="github-index:63402064021"
        ),
    ],
    assumes="Uraian tiga rating perilaku terbaca pada satu sumber. Perilaku dinilai menyeluruh, tanpa tingkat 1–7.",
)
def rating_perilaku(*, konsisten: bool, menggerakkan: bool) -> Rating:
    """One rating of behaviour: a mover of others must be consistent first."""
    if not konsisten:
        return Rating.DI_BAWAH
    return Rating.DI_ATAS if menggerakkan else Rating.SESUAI
