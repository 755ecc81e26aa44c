"""Objections: until when, to whom, and what happens then.

Scene: an employee does not agree with the result. Pure: imports simulator.domain, parameters, registry.
Facts: written, with reasons, within 14 days, to the superior of the assessor, whose decision is final (CONFIRMED,
PP 30/2019 Pasal 59; PermenPANRB 6/2022 Pasal 29). Calendar or working days: UNCERTAIN.
Add: a confirmed way of counting days is a new dated rule; cases in tests/rules/keberatan.yaml.
"""

from __future__ import annotations

from datetime import date, timedelta

from simulator.domain.errors import TidakBerwenang
from simulator.domain.penilaian import StatusKeberatan
from simulator.rules.citation import Citation, Status
from simulator.rules.parameters import angka
from simulator.rules.registry import rule
from simulator.rules.sumber import BUKU_LAN_KINERJA, PERMENPANRB_6_2022, PP_30_2019, URL_PP_30_PASAL_59

_PASAL_59 = PP_30_2019.pada("Pasal 59", url=URL_PP_30_PASAL_59)
_PASAL_29 = PERMENPANRB_6_2022.pada(
    "Pasal 29", url="https://123dok.com/id/docs/permenpan-no-6-tahun-2022-pengelolaan-kinerja-asn.11024664"
)
_HITUNGAN_HARI = Citation(BUKU_LAN_KINERJA.title, "cara menghitung 14 hari", BUKU_LAN_KINERJA.url, Status.UNCERTAIN)


def batas_keberatan(diterima_pada: date) -> date:
    """The last calendar day on which an objection may be filed."""
    return diterima_pada + timedelta(days=int(angka("keberatan/batas_hari", diterima_pada)))


@rule(
    id="keberatan.batas_waktu",
    judul="Keberatan diajukan paling lambat 14 hari sejak hasil diterima",
    cites=[_PASAL_59, BUKU_LAN_KINERJA.pada("keberatan atas hasil penilaian"), _HITUNGAN_HARI],
    assumes="Sumber berbeda antara hari kalender dan hari kerja. Simulasi menghitung 14 hari kalender sesudah tanggal "
    "terima, termasuk hari libur; karena itu tidak dinilai otomatis.",
    parameters=("keberatan/batas_hari",),
    gradable=False,
)
def boleh_keberatan(diterima_pada: date, hari: date) -> bool:
    """May an objection still be filed on that day?"""
    return diterima_pada <= hari <= batas_keberatan(diterima_pada)


@rule(
    id="keberatan.pemutus",
    judul="Keberatan diputus atasan pejabat penilai",
    cites=[_PASAL_59, _PASAL_29],
)
def pemutus_keberatan(penilai_id: int, atasan_penilai_id: int | None) -> int:
    """The id of the person who decides. Raises: TidakBerwenang — nobody stands above the assessor."""
    if atasan_penilai_id is None or atasan_penilai_id == penilai_id:
        raise TidakBerwenang(
            "Pejabat penilai tidak boleh memutus keberatan atas penilaiannya sendiri, dan atasannya belum terdaftar. "
            "Minta admin melengkapi data atasan pejabat penilai.",
            kode="keberatan-tanpa-pemutus",
        )
    return atasan_penilai_id


@rule(
    id="keberatan.alasan",
    judul="Keberatan diajukan tertulis dengan alasan",
    cites=[BUKU_LAN_KINERJA.pada("keberatan diajukan tertulis disertai alasan"), _PASAL_59],
)
def alasan_terisi(alasan: str) -> bool:
    """The objection states a reason in words."""
    return any(huruf.isalpha() for huruf in alasan)


@rule(
    id="keberatan.final",
    judul="Keputusan atasan pejabat penilai bersifat final",
    cites=[_PASAL_59],
)
def boleh_diputus(status: StatusKeberatan) -> bool:
    """Only an open objection can be decided; a decision is never reopened."""
    return status is StatusKeberatan.DIAJUKAN
