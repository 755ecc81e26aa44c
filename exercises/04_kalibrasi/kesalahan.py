"""What people get wrong in exercise 04, each with the points it must cost.

Scene: the tests hold grading to these losses; the synthetic class draws its mistakes here. May import: exercises.kit.
Facts: usual mistakes of assessors, named in notes.md. A mistake in a rating is carried through predikat and spread, as
a person would carry it, and must cost only once; only two wrong ratings of one member take the predikat with them.
Add: one function that changes a copy of the model answer and one that computes the loss from the key.
"""

from __future__ import annotations

from collections.abc import Callable

from exercises.kit.case import Case
from exercises.kit.finding import Mistake, Ubah, mistake
from simulator.domain.penilaian import Predikat, Rating
from simulator.rules.kuadran import tetapkan_predikat

from . import sebaran, temuan
from .rating import POIN_HASIL, POIN_PERILAKU, POIN_PREDIKAT

_PER_ANGGOTA = POIN_HASIL + POIN_PERILAKU + POIN_PREDIKAT
_SATU_NAIK = {Rating.DI_BAWAH: Rating.SESUAI, Rating.SESUAI: Rating.DI_ATAS, Rating.DI_ATAS: Rating.DI_ATAS}


def _rate(answer: dict, case: Case, baru: Callable[[dict], dict[str, str]]) -> None:
    """Change ratings, then carry them through predikat and spread."""
    tabel = answer["rating"]["nilai"]
    for baris, satu in case.kunci["rating"].items():
        tabel[baris] |= baru(satu)
        tabel[baris]["predikat"] = tetapkan_predikat(
            Rating(tabel[baris]["hasil"]), Rating(tabel[baris]["perilaku"])
        ).value
    answer["sebaran"] |= sebaran.answer_for(answer["rating"], case)


def _count(case: Case, cocok: Callable[[dict], bool]) -> int:
    return sum(cocok(satu) for satu in case.kunci["rating"].values())


def _everybody_meets(answer: dict, case: Case) -> None:
    _rate(answer, case, lambda satu: {"hasil": Rating.SESUAI.value})


def _generous(answer: dict, case: Case) -> None:
    _rate(answer, case, lambda satu: {"hasil": _SATU_NAIK[Rating(satu["hasil"])].value})


def _behaviour_unread(answer: dict, case: Case) -> None:
    _rate(answer, case, lambda satu: {"perilaku": Rating.SESUAI.value})


def _everybody_good(answer: dict, case: Case) -> None:
    _rate(answer, case, lambda satu: {"hasil": Rating.SESUAI.value, "perilaku": Rating.SESUAI.value})


def _swapped(answer: dict, case: Case) -> None:
    _rate(answer, case, lambda satu: {"hasil": satu["perilaku"], "perilaku": satu["hasil"]})


def _by_average(satu: dict) -> Predikat:
    """The predikat of somebody who averages the two ratings instead of reading the kuadran."""
    urutan = list(Rating)
    jumlah = urutan.index(Rating(satu["hasil"])) + urutan.index(Rating(satu["perilaku"]))
    return list(Predikat)[jumlah]


def _averaged(answer: dict, case: Case) -> None:
    for baris, satu in case.kunci["rating"].items():
        answer["rating"]["nilai"][baris]["predikat"] = _by_average(satu).value
    answer["sebaran"] |= sebaran.answer_for(answer["rating"], case)


def _averaged_loss(case: Case) -> float:
    def differs(satu: dict) -> bool:
        return _by_average(satu) is not tetapkan_predikat(Rating(satu["hasil"]), Rating(satu["perilaku"]))

    return POIN_PREDIKAT * _count(case, differs)


def _unfinished(answer: dict, case: Case) -> None:
    answer["rating"]["nilai"] = {}


def _only_the_eight(answer: dict, case: Case) -> None:
    for kode, banyak in case.kunci["sebaran"]["tetap"].items():
        answer["sebaran"]["jumlah"][kode]["orang"] -= banyak


def _only_the_eight_loss(case: Case) -> float:
    return sebaran.POIN_HITUNG * sum(banyak > 0 for banyak in case.kunci["sebaran"]["tetap"].values())


def _other_verdict(answer: dict, case: Case) -> None:
    sekarang = answer["sebaran"]["banding"]
    answer["sebaran"]["banding"] = sebaran.SESUAI if sekarang == sebaran.MENYIMPANG else sebaran.MENYIMPANG


def _everything_broken(answer: dict, case: Case) -> None:
    answer["sebaran"]["draf"] = list(sebaran.PELANGGARAN)


def _everything_broken_loss(case: Case) -> float:
    benar = len(case.kunci["sebaran"]["draf"])
    salah = len(sebaran.PELANGGARAN) - benar
    return sebaran.POIN_DRAF * (1 - max(0, benar - salah) / benar)


def _say(jenis: str, menjadi: str) -> Ubah:
    def ubah(answer: dict, case: Case) -> None:
        for baris, satu in case.kunci["temuan"].items():
            if satu["temuan"] == jenis:
                answer["temuan"]["daftar"][baris]["temuan"] = menjadi

    return ubah


def _all(kode: str) -> Ubah:
    def ubah(answer: dict, case: Case) -> None:
        for baris in case.kunci["temuan"]:
            answer["temuan"]["daftar"][baris]["temuan"] = kode

    return ubah


def _flaws(jenis: str) -> Callable[[Case], float]:
    return lambda case: temuan.PER_ANGGOTA * sum(satu["temuan"] == jenis for satu in case.kunci["temuan"].values())


MISTAKES: tuple[Mistake, ...] = (
    mistake(
        "rating-semua-sesuai", "Semua anggota diberi Sesuai Ekspektasi tanpa membaca capaian", "rating",
        _everybody_meets,
        lambda case: POIN_HASIL * _count(case, lambda satu: satu["hasil"] != Rating.SESUAI),
    ),
    mistake(
        "rating-semua-baik", "Semua anggota diberi Sesuai, Sesuai, dan Baik", "rating", _everybody_good,
        lambda case: _PER_ANGGOTA * len(case.kunci["rating"]),
    ),
    mistake(
        "rating-murah-hati", "Rating hasil setiap anggota dinaikkan satu tingkat", "rating", _generous,
        lambda case: POIN_HASIL * _count(case, lambda satu: satu["hasil"] != Rating.DI_ATAS),
    ),
    mistake(
        "rating-perilaku-diabaikan", "Catatan perilaku tidak dibaca; semua Sesuai", "rating", _behaviour_unread,
        lambda case: POIN_PERILAKU * _count(case, lambda satu: satu["perilaku"] != Rating.SESUAI),
    ),
    mistake(
        "rating-tertukar", "Rating hasil dan perilaku tertukar", "rating", _swapped,
        lambda case: _PER_ANGGOTA * _count(case, lambda satu: satu["hasil"] != satu["perilaku"]),
    ),
    mistake(
        "predikat-rata-rata", "Predikat diambil dari rata-rata dua rating, bukan kuadran", "rating", _averaged,
        _averaged_loss,
    ),
    mistake(
        "sebaran-lupa-yang-tetap", "Anggota yang sudah dinilai tidak ikut dihitung", "sebaran", _only_the_eight,
        _only_the_eight_loss,
    ),
    mistake(
        "sebaran-salah-banding", "Kesimpulan terhadap pola terbalik", "sebaran", _other_verdict,
        lambda case: sebaran.POIN_SESUAI,
    ),
    mistake(
        "sebaran-centang-semua", "Semua penyimpangan dicentang", "sebaran", _everything_broken, _everything_broken_loss
    ),
    mistake("temuan-inflasi-luput", "Inflasi dianggap wajar", "temuan", _say(temuan.INFLASI, temuan.WAJAR),
             _flaws(temuan.INFLASI)),
    mistake("temuan-salin-tempel-luput", "Umpan balik salin-tempel dianggap wajar", "temuan",
             _say(temuan.SERAGAM, temuan.WAJAR), _flaws(temuan.SERAGAM)),
    mistake("temuan-kuadran-luput", "Predikat yang keluar dari kuadran dianggap wajar", "temuan",
             _say(temuan.KUADRAN, temuan.WAJAR), _flaws(temuan.KUADRAN)),
    mistake("temuan-curiga", "Penilaian yang wajar dituduh inflasi", "temuan", _say(temuan.WAJAR, temuan.INFLASI),
             _flaws(temuan.WAJAR)),
    mistake("temuan-semua-wajar", "Semua draf dianggap wajar", "temuan", _all(temuan.WAJAR), lambda case: 20.0),
)  # fmt: skip
