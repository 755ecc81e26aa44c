"""What people get wrong in exercise 01, each with the points it must cost.

Scene: the tests hold grading to these losses; the synthetic class draws its mistakes here. May import: exercises.kit.
Facts: usual mistakes from teaching practice, named in notes.md.
Add: one function that changes a copy of the model answer and one that computes the loss from the key.
"""

from __future__ import annotations

import re

from exercises.kit.case import Case
from exercises.kit.finding import Mistake, mistake

from . import perbaiki, pilah, tulis
from .perbaiki import CONTOH, CONTOH_TARGET, PER_IKI, POIN_ASPEK, poin_kriteria
from .tulis import BARIS, POIN_KRITERIA


def _rows(case: Case, *label: str) -> list[str]:
    return [baris for baris, satu in case.kunci["pilah"].items() if satu["label"] in label]


def _set_rows(answer: dict, baris: list[str], jenis: str | None) -> None:
    for satu in baris:
        answer["pilah"]["pilahan"][satu]["jenis"] = jenis


def _swap_output_outcome(answer: dict, case: Case) -> None:
    _set_rows(answer, _rows(case, "output"), "outcome")
    _set_rows(answer, _rows(case, "outcome"), "output")


def _first(case: Case, kriteria: str) -> int:
    """Number of the first flawed IKI whose original breaks this criterion."""
    return next(n for n, satu in enumerate(case.kunci["perbaiki"], 1) if kriteria in satu["cacat"])


def _copy_original(answer: dict, case: Case) -> None:
    for nomor, satu in enumerate(case.kunci["perbaiki"], 1):
        answer["perbaiki"] |= {
            f"i{nomor}_aspek": satu["aspek"],
            f"i{nomor}_indikator": satu["iki"],
            f"i{nomor}_target": satu["target"],
        }


def _blank_repair(answer: dict, case: Case) -> None:
    for bagian in ("indikator", "target"):
        answer["perbaiki"][f"i1_{bagian}"] = ""


def _other_work(answer: dict, case: Case) -> None:
    answer["perbaiki"]["i3_indikator"] = "Jumlah kursi tunggu yang selesai dicat ulang oleh tukang"
    answer["perbaiki"]["i3_target"] = "20 kursi per tahun"


def _impossible_target(answer: dict, case: Case) -> None:
    nomor = _first(case, "A")
    ukuran = case.kunci["perbaiki"][nomor - 1]["ukuran"][0]
    satuan = ukuran["satuan"][0]
    angka = f"tanggal {ukuran['maks'] + 1:g}" if satuan == "tanggal" else f"{ukuran['maks'] * 40:g} {satuan}"
    answer["perbaiki"][f"i{nomor}_target"] = f"{angka} per tahun"


def _impossible_loss(case: Case) -> float:
    satu = case.kunci["perbaiki"][_first(case, "A") - 1]
    if set(satu["cacat"]) == {"A"}:  # the only broken thing stayed broken: nothing is earned at all
        return PER_IKI
    return poin_kriteria(satu)["A"]


def _without_period(answer: dict, case: Case) -> None:
    isi = answer["tulis"]["iki"]["t1"]
    isi["target"] = re.sub(r"\s+(per|setiap|dalam) \S+( \d{4})?$", "", isi["target"])


def _tenfold(answer: dict, case: Case) -> None:
    isi = answer["tulis"]["iki"]["t1"]
    isi["target"] = re.sub(r"\d+", lambda m: str(int(m.group()) * 10), isi["target"], count=1)


def _activity(answer: dict, case: Case) -> None:
    isi = answer["tulis"]["iki"]["t1"]
    isi["indikator"] = "Melakukan pencatatan " + isi["indikator"][0].lower() + isi["indikator"][1:]


def _one_aspek(answer: dict, case: Case) -> None:
    for baris in BARIS:
        answer["tulis"]["iki"][baris]["aspek"] = "kuantitas"


def _one_row_thrice(answer: dict, case: Case) -> None:
    for baris in BARIS[1:]:
        for bagian in ("indikator", "target"):
            answer["tulis"]["iki"][baris][bagian] = answer["tulis"]["iki"]["t1"][bagian]


def _no_rhk(answer: dict, case: Case) -> None:
    answer["tulis"]["rhk"] = None


def _copy_example(answer: dict, case: Case) -> None:
    answer["tulis"]["iki"]["t2"] |= {"indikator": CONTOH, "target": CONTOH_TARGET}


def _keywords(answer: dict, case: Case) -> None:
    objek = case.kunci["tulis"]["rhk"]["r1"]["objek"][0][0]
    answer["tulis"]["iki"]["t2"]["indikator"] = f"SMART {objek} spesifik terukur relevan 100% 2026 tepat waktu"


def _copy_rhk(answer: dict, case: Case) -> None:
    answer["tulis"]["iki"]["t1"]["indikator"] = case.kunci["tulis"]["rhk"]["r1"]["teks"]


MISTAKES: tuple[Mistake, ...] = (
    mistake(
        "pilah-aktivitas-dikira-output",
        "Semua aktivitas dipilah sebagai output, termasuk “jumlah rapat”",
        "pilah",
        lambda answer, case: _set_rows(answer, _rows(case, "aktivitas"), "output"),
        lambda case: pilah.PER_BUTIR * len(_rows(case, "aktivitas")),
    ),
    mistake(
        "pilah-output-outcome-tertukar",
        "Output dan outcome tertukar",
        "pilah",
        _swap_output_outcome,
        lambda case: pilah.PER_BUTIR * len(_rows(case, "output", "outcome")),
    ),
    mistake(
        "pilah-seragam",
        "Semua pernyataan diberi jenis yang sama",
        "pilah",
        lambda answer, case: _set_rows(answer, list(case.kunci["pilah"]), "output"),
        lambda case: pilah.POIN,
    ),
    mistake(
        "pilah-belum-selesai",
        "Empat pernyataan terakhir belum dipilah",
        "pilah",
        lambda answer, case: _set_rows(answer, list(case.kunci["pilah"])[-4:], None),
        lambda case: 4 * pilah.PER_BUTIR,
    ),
    mistake(
        "perbaiki-salin-soal",
        "Keempat IKI yang cacat disalin tanpa perubahan",
        "perbaiki",
        _copy_original,
        lambda case: PER_IKI * perbaiki.BANYAK,
    ),
    mistake("perbaiki-kosong", "IKI pertama tidak ditulis ulang", "perbaiki", _blank_repair, lambda case: PER_IKI),
    mistake(
        "perbaiki-pekerjaan-lain",
        "Indikator pengganti mengukur pekerjaan lain, bukan RHK-nya",
        "perbaiki",
        _other_work,
        lambda case: PER_IKI,
    ),
    mistake(
        "perbaiki-target-mustahil",
        "Target pengganti jauh melampaui kapasitas",
        "perbaiki",
        _impossible_target,
        _impossible_loss,
    ),
    mistake(
        "perbaiki-aspek-kosong",
        "Aspek pengganti tidak dipilih",
        "perbaiki",
        lambda answer, case: answer["perbaiki"].update({"i2_aspek": None}),
        lambda case: POIN_ASPEK,
    ),
    mistake(
        "tulis-tanpa-periode",
        "Target kuantitas tidak menyebut periode",
        "tulis",
        _without_period,
        lambda case: POIN_KRITERIA["T"],
    ),
    mistake(
        "tulis-target-sepuluh-kali",
        "Target kuantitas sepuluh kali lipat dari yang masuk akal",
        "tulis",
        _tenfold,
        lambda case: POIN_KRITERIA["A"],
    ),
    mistake(
        "tulis-aktivitas",
        "Indikator dibuka dengan kegiatan (“Melakukan …”)",
        "tulis",
        _activity,
        lambda case: POIN_KRITERIA["R"],
    ),  # fmt: skip
    mistake(
        "tulis-aspek-kembar",
        "Ketiga IKI beraspek kuantitas",
        "tulis",
        _one_aspek,
        lambda case: 2 * tulis.POIN_ASPEK,
    ),  # fmt: skip
    mistake(
        "tulis-satu-untuk-tiga",
        "Satu indikator ditulis tiga kali dengan aspek berbeda",
        "tulis",
        _one_row_thrice,
        lambda case: 2 * tulis.PER_IKI,
    ),
    mistake("tulis-tanpa-rhk", "RHK tidak dipilih", "tulis", _no_rhk, lambda case: 3 * tulis.PER_IKI),
    mistake("tulis-salin-contoh", "Contoh disalin sebagai jawaban", "tulis", _copy_example, lambda case: tulis.PER_IKI),
    mistake("tulis-salin-rhk", "RHK disalin sebagai indikator", "tulis", _copy_rhk, lambda case: tulis.PER_IKI),
    mistake(
        "tulis-tumpukan-kata", "Istilah SMART ditumpuk tanpa kalimat", "tulis", _keywords, lambda case: tulis.PER_IKI
    ),
)
