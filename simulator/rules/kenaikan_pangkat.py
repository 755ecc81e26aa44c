"""What two years of predikat mean for a kenaikan pangkat.

Scene: consequences of the evaluation. Pure: imports simulator.domain, parameters, registry.
Facts: at least Baik in the last two years, four years in the last pangkat (regular), no disciplinary punishment
(CONFIRMED, several summaries); two years for functional officials (PP 99/2000 Pasal 13).
Add: another kind of promotion is a second function; cases in tests/rules/kenaikan_pangkat.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from simulator.domain.penilaian import Predikat
from simulator.rules.citation import Status
from simulator.rules.parameters import angka
from simulator.rules.registry import rule
from simulator.rules.sumber import (
    PERATURAN_BKN_4_2025,
    PP_99_2000,
    SYARAT_KENAIKAN_PANGKAT,
)
from simulator.rules.temuan import Temuan

_CUKUP_BAIK = (Predikat.BAIK, Predikat.SANGAT_BAIK)


@rule(
    id="kenaikan_pangkat.predikat",
    judul="Predikat dua tahun terakhir paling rendah Baik",
    cites=[
        SYARAT_KENAIKAN_PANGKAT.pada("predikat dua tahun terakhir"),
        PERATURAN_BKN_4_2025.pada("syarat kenaikan pangkat"),
    ],
    assumes="Tahun tanpa predikat dianggap belum memenuhi, bukan diloncati.",
    parameters=("kenaikan_pangkat/tahun_predikat",),
)
def periksa_predikat(predikat_tahunan: Mapping[int, Predikat], tahun_usul: int, hari: date) -> tuple[Temuan, ...]:
    """Which of the years before ``tahun_usul`` stand in the way, newest first."""
    hasil = []
    for tahun in range(tahun_usul - 1, tahun_usul - 1 - int(angka("kenaikan_pangkat/tahun_predikat", hari)), -1):
        predikat = predikat_tahunan.get(tahun)
        if predikat is None:
            pesan = f"Predikat tahun {tahun} belum ada. Selesaikan evaluasi tahun itu."
            hasil.append(Temuan("predikat-belum-ada", pesan, "kenaikan_pangkat.predikat", "tahun", tahun))
        elif predikat not in _CUKUP_BAIK:
            pesan = f"Predikat tahun {tahun} adalah {predikat.label}; paling rendah harus Baik."
            hasil.append(Temuan("predikat-di-bawah-baik", pesan, "kenaikan_pangkat.predikat", "tahun", tahun))
    return tuple(hasil)


@rule(
    id="kenaikan_pangkat.masa_kerja",
    judul="Kenaikan pangkat reguler: paling singkat empat tahun dalam pangkat terakhir",
    cites=[SYARAT_KENAIKAN_PANGKAT.pada("masa kerja dalam pangkat terakhir")],
    parameters=("kenaikan_pangkat/tahun_dalam_pangkat",),
)
def masa_pangkat_cukup(tmt_pangkat: date, hari: date) -> bool:
    """Four full years since the last pangkat have passed on that day."""
    tahun = int(angka("kenaikan_pangkat/tahun_dalam_pangkat", hari))
    # 29 February has its anniversary on 1 March in common years.
    return (hari.year - tahun, hari.month, hari.day) >= (tmt_pangkat.year, tmt_pangkat.month, tmt_pangkat.day)


@rule(
    id="kenaikan_pangkat.disiplin",
    judul="Pegawai tidak sedang menjalani hukuman disiplin",
    cites=[SYARAT_KENAIKAN_PANGKAT.pada("hukuman disiplin"), PERATURAN_BKN_4_2025.pada("syarat kenaikan pangkat")],
)
def bebas_hukuman(hukuman_mulai: date | None, hukuman_selesai: date | None, hari: date) -> bool:
    """No disciplinary punishment runs on that day; an open end means it still runs."""
    if hukuman_mulai is None or hari < hukuman_mulai:
        return True
    return hukuman_selesai is not None and hari > hukuman_selesai


@rule(
    id="kenaikan_pangkat.jf",
    judul="Pejabat fungsional: paling singkat dua tahun dalam pangkat, angka kredit terpenuhi",
    cites=[PP_99_2000.pada("Pasal 13", Status.SINGLE)],
    assumes="Teks PP 99/2000 terbaca pada satu salinan; angka kreditnya kini dihitung menurut PermenPANRB 1/2023.",
    parameters=("kenaikan_pangkat/tahun_dalam_pangkat_jf",),
)
def masa_pangkat_jf_cukup(tmt_pangkat: date, hari: date) -> bool:
    """Two full years since the last pangkat have passed for a functional official."""
    tahun = int(angka("kenaikan_pangkat/tahun_dalam_pangkat_jf", hari))
    return (hari.year - tahun, hari.month, hari.day) >= (tmt_pangkat.year, tmt_pangkat.month, tmt_pangkat.day)
