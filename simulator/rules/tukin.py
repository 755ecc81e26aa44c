"""What a predikat means for the tunjangan kinerja, by the policy of one institution.

Scene: consequences of the evaluation. Pure: imports simulator.domain, parameters, registry.
Facts: the evaluation is a basis of payment (CONFIRMED, PermenPANRB 6/2022 Pasal 28, BKN FAQ); the percentages belong to
each institution. Kemnaker's are kept as a dated example (SINGLE). The policy is passed in, never assumed.
Add: another example policy is a parameter file; cases in tests/rules/tukin.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from simulator.domain.errors import DataTidakSah
from simulator.domain.penilaian import Predikat
from simulator.rules.citation import Status
from simulator.rules.parameters import angka, tabel
from simulator.rules.registry import rule
from simulator.rules.sumber import FAQ_BKN_MEDAN, KEPSEKJEN_KEMNAKER, PERMENPANRB_6_2022


@rule(
    id="tukin.kinerja",
    judul="Komponen kinerja tunjangan dibayar menurut predikat dan kebijakan instansi",
    cites=[
        PERMENPANRB_6_2022.pada(
            "Pasal 28", url="https://123dok.com/id/docs/permenpan-no-6-tahun-2022-pengelolaan-kinerja-asn.11024664"
        ),
        FAQ_BKN_MEDAN.pada("pemanfaatan hasil penilaian"),
    ],
    assumes="Persentase dan porsi adalah kebijakan instansi dan selalu dimasukkan; tidak ada nilai nasional.",
)
def komponen_kinerja(
    tunjangan: Decimal, predikat: Predikat, persen: Mapping[Predikat, Decimal], porsi_kinerja: Decimal
) -> Decimal:
    """The performance part that is paid, in whole rupiah.

    Raises: DataTidakSah — the policy lacks this predikat, or a share is outside 0–1.
    """
    if predikat not in persen:
        raise DataTidakSah(
            f"Kebijakan tunjangan belum memuat predikat {predikat.label}. Lengkapi tabelnya.",
            kode="kebijakan-tidak-lengkap",
        )
    if not (0 <= porsi_kinerja <= 1 and 0 <= persen[predikat] <= 1):
        raise DataTidakSah("Porsi dan persentase tunjangan harus antara 0 dan 1.", kode="porsi-di-luar-jangkauan")
    return (tunjangan * porsi_kinerja * persen[predikat]).quantize(Decimal(1), ROUND_HALF_UP)


@rule(
    id="tukin.contoh_kemnaker",
    judul="Contoh: tabel Kemnaker, komponen kinerja 70% dengan persentase per predikat",
    cites=[KEPSEKJEN_KEMNAKER.pada("tabel besaran menurut komponen capaian kinerja", Status.SINGLE)],
    assumes="Persentase diturunkan dari tabel rupiah. “Perlu Perbaikan” dibaca sebagai Butuh Perbaikan.",
    parameters=("tukin/kemnaker_persen_predikat", "tukin/kemnaker_porsi_kinerja"),
)
def contoh_kemnaker(hari: date) -> tuple[Mapping[Predikat, Decimal], Decimal]:
    """The example policy: percent per predikat, and the share of the performance part."""
    persen = tabel("tukin/kemnaker_persen_predikat", hari)
    return {predikat: persen[predikat.value] for predikat in Predikat}, angka("tukin/kemnaker_porsi_kinerja", hari)
