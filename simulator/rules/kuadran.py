"""The kuadran kinerja: two ratings become one predikat.

Scene: the last step of an evaluation. Pure: imports simulator.domain and the rule registry.
Facts: 3×3 matrix, PermenPANRB 6/2022 Lampiran in the context of Pasal 25 (CONFIRMED: the official evaluation form and
at least five independent implementations agree).
Add: a changed matrix is a second function with its date in the name, cases in tests/rules/kuadran.yaml.
"""

from __future__ import annotations

from simulator.domain.errors import BelumLengkap
from simulator.domain.penilaian import Predikat, Rating
from simulator.rules.registry import rule
from simulator.rules.sumber import FORMULIR_6_2022, PERMENPANRB_6_2022

_MATRIKS: dict[tuple[Rating, Rating], Predikat] = {
    # (hasil kerja, perilaku kerja)
    (Rating.DI_ATAS, Rating.DI_ATAS): Predikat.SANGAT_BAIK,
    (Rating.DI_ATAS, Rating.SESUAI): Predikat.BAIK,
    (Rating.DI_ATAS, Rating.DI_BAWAH): Predikat.KURANG,
    (Rating.SESUAI, Rating.DI_ATAS): Predikat.BAIK,
    (Rating.SESUAI, Rating.SESUAI): Predikat.BAIK,
    (Rating.SESUAI, Rating.DI_BAWAH): Predikat.KURANG,
    (Rating.DI_BAWAH, Rating.DI_ATAS): Predikat.BUTUH_PERBAIKAN,
    (Rating.DI_BAWAH, Rating.SESUAI): Predikat.BUTUH_PERBAIKAN,
    (Rating.DI_BAWAH, Rating.DI_BAWAH): Predikat.SANGAT_KURANG,
}


@rule(
    id="kuadran.predikat",
    judul="Predikat ditetapkan dari rating hasil kerja dan rating perilaku kerja",
    cites=[
        PERMENPANRB_6_2022.pada("Lampiran, kuadran kinerja pegawai (bertalian dengan Pasal 25)"),
        FORMULIR_6_2022.pada("Anak Lampiran 4, formulir evaluasi kinerja"),
    ],
    assumes="Capaian kinerja organisasi tidak mengubah langkah ini; pengaruhnya ada pada pola distribusi.",
)
def tetapkan_predikat(hasil: Rating | None, perilaku: Rating | None) -> Predikat:
    """Combine the two ratings of one period into one predikat (the 3×3 kuadran kinerja).

    Raises: BelumLengkap — a rating is missing; the message names the one to fill.
    """
    if hasil is None:
        raise BelumLengkap(
            "Rating hasil kerja belum diberikan. Buka Penilaian Bawahan, lalu pilih rating hasil kerja.",
            kode="rating-hasil-kosong",
        )
    if perilaku is None:
        raise BelumLengkap(
            "Rating perilaku kerja belum diberikan. Buka Penilaian Bawahan, lalu pilih rating perilaku kerja.",
            kode="rating-perilaku-kosong",
        )
    return _MATRIKS[hasil, perilaku]


def sel_kuadran() -> tuple[tuple[Rating, Rating, Predikat], ...]:
    """The nine cells, best result first, for tables on a page."""
    return tuple((hasil, perilaku, _MATRIKS[hasil, perilaku]) for hasil in reversed(Rating) for perilaku in Rating)
