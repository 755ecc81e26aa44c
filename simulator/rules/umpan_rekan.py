"""Feedback of colleagues (360): who may give it, what it is for, and what its receiver reads.

Scene: beside the assessor's own feedback. Pure: imports simulator.domain, parameters and the rule registry.
Facts: PP 30/2019 Pasal 41 lets an institution use the opinion of peers and direct subordinates (CONFIRMED as text, as a
choice and only within its old weights); PermenPANRB 6/2022 knows no weight for it (inferred: none was found,
UNCERTAIN); the application offers it (SINGLE). So it is material for the assessor and never a rating by itself.
Add: a rule here, its cases in tests/rules/umpan_rekan.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from simulator.domain.skp import NilaiBerAKHLAK
from simulator.domain.umpan_rekan import SkalaRekan, UmpanRekan
from simulator.rules.citation import Status
from simulator.rules.parameters import angka
from simulator.rules.registry import rule
from simulator.rules.sumber import KURSUS, PANDUAN_EKINERJA, PERMENPANRB_6_2022, PP_30_2019


@rule(
    id="umpan_rekan.bahan",
    judul="Umpan balik rekan kerja bersifat pilihan: bahan bagi pejabat penilai, bukan bagian dari predikat",
    cites=[
        PP_30_2019.pada("Pasal 41: pendapat rekan kerja setingkat dan bawahan langsung boleh dipakai, boleh tidak"),
        PANDUAN_EKINERJA.pada("edisi kemudian, subbab 6.1.5: umpan balik rekan kerja (360)", Status.SINGLE),
        PERMENPANRB_6_2022.pada("rating perilaku ditetapkan pejabat penilai, tanpa bobot survei", Status.UNCERTAIN),
    ],
    assumes="Bobot 60/40 pada PP 30/2019 milik penilaian dengan angka dan tidak dipakai kuadran kinerja. Bahwa "
    "PermenPANRB 6/2022 tidak mewajibkan survei rekan disimpulkan dari tidak adanya angka; pasalnya tidak terbaca. "
    "Karena itu simulasi hanya merangkum, tidak menghitung.",
)
def rangkum(daftar: Iterable[UmpanRekan]) -> Mapping[NilaiBerAKHLAK, Mapping[SkalaRekan, int]]:
    """How many colleagues marked each step, per value; no mean and no rating follow from it."""
    forms = tuple(daftar)
    return {
        nilai: {skala: sum(form.skala(nilai) is skala for form in forms) for skala in SkalaRekan}
        for nilai in NilaiBerAKHLAK
    }


@rule(
    id="umpan_rekan.pemberi",
    judul="Pemberi umpan balik rekan: rekan seunit, seatasan, setim, atau bawahan langsung; bukan penilainya",
    cites=[
        PP_30_2019.pada("Pasal 41: rekan kerja setingkat dan bawahan langsung"),
        KURSUS.pada("Umpan balik rekan: seunit, seatasan, atau setim", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="Siapa yang “setingkat” tidak diuraikan pada sumber yang terbaca. Kelas memakai unit kerja dan atasan "
    "menurut SIASN serta keanggotaan Matriks Peran Hasil dan Tim Kerja. Penilai memakai umpan baliknya sendiri.",
)
def boleh_memberi(
    *, sendiri: bool, menilai: bool, seunit: bool, seatasan: bool, setim: bool, bawahan_langsung: bool
) -> bool:
    """May this person give feedback as a colleague?"""
    return not sendiri and not menilai and (seunit or seatasan or setim or bawahan_langsung)


@rule(
    id="umpan_rekan.anonim",
    judul="Pegawai membaca umpan balik rekan tanpa nama, sesudah periodenya ditutup dan cukup banyak yang memberi",
    cites=[KURSUS.pada("Umpan balik rekan: tanpa nama bagi penerima", Status.KEBIJAKAN_KURSUS)],
    parameters=("umpan_rekan/pemberi_min",),
    assumes="Pejabat penilai dan atasannya membaca beserta nama, supaya dapat bertanya kepada pemberinya. Selama "
    "periode terbuka penerima tidak membaca apa pun, juga bukan banyaknya: yang bertambah satu demi satu menunjuk "
    "pemberinya.",
)
def terbaca_penerima(banyak_pemberi: int, terbuka: bool, hari: date) -> bool:
    """May the receiver read it? One voice alone would be known by its words, one that is new by its time.

    ``terbuka``: more of them may still come, or be taken back.
    """
    return not terbuka and banyak_pemberi >= pemberi_min(hari)


def pemberi_min(hari: date) -> int:
    """So many colleagues have to give before the receiver reads anything."""
    return int(angka("umpan_rekan/pemberi_min", hari))
