"""What people get wrong in exercise 02, each with the points it must cost.

Scene: the tests hold grading to these losses; the synthetic class draws its mistakes here. May import: exercises.kit.
Facts: usual mistakes from teaching practice, named in notes.md.
Add: one function that changes a copy of the model answer and one that computes the loss from the key.
"""

from __future__ import annotations

from collections.abc import Callable

from exercises.kit.case import Case
from exercises.kit.finding import Mistake, Ubah, mistake

from . import jenis, pemilik, peran, temukan

# --- pemilik ---------------------------------------------------------------------------------------------------------


def _rhk(case: Case) -> dict[str, dict]:
    return case.kunci["pemilik"]["rhk"]


def _per_rhk(case: Case) -> float:
    return pemilik.POIN_RHK / len(_rhk(case))


def _everyone(answer: dict, case: Case) -> None:
    for h in _rhk(case):
        answer["pemilik"]["matriks"][h]["pemilik"] = list(case.kunci["pemilik"]["anggota"])


def _first_rhk_blank(answer: dict, case: Case) -> None:
    answer["pemilik"]["matriks"][next(iter(_rhk(case)))]["pemilik"] = []


def _left_without_role(case: Case, kosong: str) -> bool:
    """Whether somebody's only role was in the RHK left blank."""
    lain = {orang for h, satu in _rhk(case).items() if h != kosong for orang in satu["pemilik"]}
    return any(orang not in lain for orang in case.kunci["pemilik"]["anggota"])


def _blank_loss(case: Case) -> float:
    pertama = next(iter(_rhk(case)))
    return _per_rhk(case) + pemilik.POIN_CAKUPAN * (1 + _left_without_role(case, pertama))


def _stranger(case: Case) -> tuple[str, str]:
    """An RHK and a member who has nothing to do with it."""
    for h, satu in _rhk(case).items():
        for orang in case.kunci["pemilik"]["anggota"]:
            if orang not in satu["pemilik"] and orang not in satu["boleh"]:
                return h, orang
    raise LookupError("every member owns every RHK")


def _one_too_many(answer: dict, case: Case) -> None:
    h, orang = _stranger(case)
    answer["pemilik"]["matriks"][h]["pemilik"].append(orang)


def _stranger_loss(case: Case) -> float:
    h, _ = _stranger(case)
    return _per_rhk(case) * pemilik.biaya(_rhk(case)[h], len(case.kunci["pemilik"]["anggota"]))


# --- peran -----------------------------------------------------------------------------------------------------------


def _role(teks: Callable[[Case], str]) -> Ubah:
    def ubah(answer: dict, case: Case) -> None:
        answer["peran"]["p1"] = teks(case)

    return ubah


def _as_activity(case: Case) -> str:
    return f"Melakukan rapat koordinasi tentang {case.kunci['peran']['p1']['acuan'].split(maxsplit=1)[1]}"


def _same_role_twice(answer: dict, case: Case) -> None:
    answer["peran"]["p2"] = answer["peran"]["p1"]


# --- jenis and temukan -----------------------------------------------------------------------------------------------


def _all_pairs(kode: str) -> Ubah:
    def ubah(answer: dict, case: Case) -> None:
        for isi in answer["jenis"]["pasangan"].values():
            isi["jenis"] = kode

    return ubah


def _swapped(answer: dict, case: Case) -> None:
    balik = {"langsung": "tidak_langsung", "tidak_langsung": "langsung"}
    for isi in answer["jenis"]["pasangan"].values():
        isi["jenis"] = balik[isi["jenis"]]


def _mark(masalah: str, alasan: str | None, benar: bool) -> Ubah:
    """Change what is marked on the row where this problem was found."""

    def ubah(answer: dict, case: Case) -> None:
        for isi in answer["temukan"]["periksa"].values():
            if isi["masalah"] == masalah:
                isi["masalah"], isi["alasan"] = (masalah if benar else "tidak_ada"), alasan

    return ubah


def _nothing_wrong(answer: dict, case: Case) -> None:
    for isi in answer["temukan"]["periksa"].values():
        isi |= {"masalah": "tidak_ada", "alasan": None}


def _all_dangling(answer: dict, case: Case) -> None:
    for isi in answer["temukan"]["periksa"].values():
        isi |= {"masalah": "menggantung", "alasan": "tanpa_induk"}


def _false_alarm(answer: dict, case: Case) -> None:
    baris = case.kunci["temukan"]["bersih"][0]
    answer["temukan"]["periksa"][baris]["masalah"] = "menggantung"


def _total_temukan() -> float:
    return len(temukan.ATURAN) * (temukan.POIN_MASALAH + temukan.POIN_ALASAN) + temukan.POIN_BERSIH


MISTAKES: tuple[Mistake, ...] = (
    mistake(
        "pemilik-semua-orang",
        "Semua anggota dijadikan pemilik semua RHK",
        "pemilik",
        _everyone,
        lambda case: pemilik.POIN_RHK + 2 * pemilik.POIN_CAKUPAN,
    ),
    mistake("pemilik-rhk-kosong", "RHK pertama tidak diberi pemilik", "pemilik", _first_rhk_blank, _blank_loss),
    mistake(
        "pemilik-orang-asing",
        "Satu RHK diberi pemilik yang tidak punya hasil untuknya",
        "pemilik",
        _one_too_many,
        _stranger_loss,
    ),
    mistake(
        "peran-aktivitas",
        "Peran ditulis sebagai kegiatan (“Melakukan rapat koordinasi …”)",
        "peran",
        _role(_as_activity),
        lambda case: peran.POIN_KRITERIA["hasil"],
    ),
    mistake(
        "peran-salin-rhk-pimpinan",
        "RHK pimpinan disalin sebagai peran anggota",
        "peran",
        _role(lambda case: case.kunci["peran"]["p1"]["rhk"]),
        lambda case: peran.PER_PERAN,
    ),
    mistake(
        "peran-salin-skp",
        "RHK yang sudah ada di SKP disalin",
        "peran",
        _role(lambda case: case.kunci["peran"]["p1"]["skp"][0]),
        lambda case: peran.PER_PERAN,
    ),
    mistake(
        "peran-sama",
        "Peran kedua mengulang peran pertama",
        "peran",
        _same_role_twice,
        lambda case: peran.PER_PERAN,
    ),
    mistake(
        "peran-kosong", "Peran pertama belum ditulis", "peran", _role(lambda case: ""), lambda case: peran.PER_PERAN
    ),
    mistake(
        "jenis-seragam", "Semua pasangan dijawab langsung", "jenis", _all_pairs("langsung"), lambda case: jenis.POIN
    ),
    mistake("jenis-terbalik", "Langsung dan tidak langsung tertukar", "jenis", _swapped, lambda case: jenis.POIN),
    mistake(
        "temukan-tidak-menjumlah",
        "Target tidak dijumlahkan, jadi selisihnya terlewat",
        "temukan",
        _mark("jumlah", None, benar=False),
        lambda case: temukan.POIN_MASALAH + temukan.POIN_ALASAN,
    ),
    mistake(
        "temukan-alasan-keliru",
        "Indikator kembar ditemukan dengan alasan “jabatannya sama”",
        "temukan",
        _mark("kembar", "jabatan_sama", benar=True),
        lambda case: temukan.POIN_ALASAN,
    ),
    mistake(
        "temukan-tuduhan-keliru",
        "Satu baris yang benar dianggap menggantung",
        "temukan",
        _false_alarm,
        lambda case: temukan.POIN_BERSIH / len(case.kunci["temukan"]["bersih"]),
    ),
    mistake(
        "temukan-semua-benar",
        "Semua baris dinyatakan tidak bermasalah",
        "temukan",
        _nothing_wrong,
        lambda case: _total_temukan(),
    ),
    mistake(
        "temukan-semua-menggantung",
        "Semua baris ditandai menggantung",
        "temukan",
        _all_dangling,
        lambda case: _total_temukan(),
    ),
)
