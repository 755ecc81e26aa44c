"""What people get wrong in exercise 03, each with the points it must cost.

Scene: the tests hold grading to these losses; the synthetic class draws its mistakes here. May import: exercises.kit.
Facts: usual mistakes from teaching practice, named in notes.md.
Add: one function that changes a copy of the model answer and one that computes the loss from the key.
"""

from __future__ import annotations

from collections.abc import Callable

from exercises.kit.case import Case
from exercises.kit.finding import Mistake, Ubah, mistake
from simulator.domain.pelaksanaan import Akses

from . import akses, nama, pilih, realisasi, rekan


def _all_papers(case: Case) -> list[str]:
    return list(next(iter(case.kunci["pilih"].values()))["alasan"])


def _tick_everything(answer: dict, case: Case) -> None:
    for isian in case.kunci["pilih"]:
        answer["pilih"][isian] = _all_papers(case)


def _one_too_many(answer: dict, case: Case) -> None:
    satu = case.kunci["pilih"]["iki_1"]
    asing = next(kode for kode, alasan in satu["alasan"].items() if alasan)
    answer["pilih"]["iki_1"] = [*answer["pilih"]["iki_1"], asing]


def _per_indicator(case: Case) -> float:
    return pilih.POIN / len(case.kunci["pilih"])


def _without_one(answer: dict, case: Case) -> None:
    answer["pilih"]["iki_2"] = []


def _names(answer: dict, ubah: Callable[[str], str]) -> None:
    for satu in answer["nama"]["nama"].values():
        satu["berkas"] = ubah(satu["berkas"])


def _aspect_left(teks: str) -> str:
    return teks.replace("IKI-KL", "IKI-KN")


def _kualitas(case: Case) -> int:
    return sum(satu["aspek"] == "kualitas" for satu in case.kunci["nama"].values())


def _everything(kode: Akses) -> Ubah:
    def ubah(answer: dict, case: Case) -> None:
        for satu in answer["akses"]["akses"].values():
            satu["akses"] = kode.value

    return ubah


def _narrow(answer: dict, case: Case) -> None:
    """What the whole institution should see is kept for the assessor alone."""
    for baris, satu in case.kunci["akses"].items():
        if satu["tepat"] == Akses.INSTANSI:
            answer["akses"]["akses"][baris]["akses"] = Akses.PENILAI.value


def _narrow_loss(case: Case) -> float:
    sempit = sum(satu["tepat"] == Akses.INSTANSI for satu in case.kunci["akses"].values())
    return akses.POIN / akses.BANYAK * sempit * (1 - akses.share(Akses.PENILAI.value, Akses.INSTANSI.value))


def _overclaim(answer: dict, case: Case) -> None:
    satu = case.kunci["realisasi"]["1"]
    answer["realisasi"]["realisasi_1"] = answer["realisasi"]["realisasi_1"].replace(
        f"Tercapai {satu['jumlah']} ", f"Tercapai {satu['jumlah'] * 2 + 1} "
    )


def _all_done(answer: dict, case: Case) -> None:
    answer["realisasi"]["realisasi_2"] = "Sudah terlaksana dengan baik sesuai target"


def _no_source(answer: dict, case: Case) -> None:
    for nomor in case.kunci["realisasi"]:
        answer["realisasi"][f"sumber_{nomor}"] = "data pribadi"


def _say(dari: Callable[[str], bool], menjadi: str) -> Ubah:
    def ubah(answer: dict, case: Case) -> None:
        for baris, satu in case.kunci["periksa_rekan"].items():
            if dari(satu["alasan"]):
                answer["periksa_rekan"]["bukti"][baris]["putusan"] = menjadi

    return ubah


def _pieces(cocok: Callable[[str], bool], bagian: float = 1.0) -> Callable[[Case], float]:
    def rugi(case: Case) -> float:
        kunci = case.kunci["periksa_rekan"]
        return bagian * rekan.POIN / len(kunci) * sum(cocok(satu["alasan"]) for satu in kunci.values())

    return rugi


_BAGIAN = realisasi.BAGIAN
MISTAKES: tuple[Mistake, ...] = (
    mistake("pilih-semua", "Semua dokumen dicentang untuk semua indikator", "pilih", _tick_everything,
             lambda case: pilih.POIN),
    mistake("pilih-satu-keliru", "Satu dokumen yang tidak relevan ikut dicentang", "pilih", _one_too_many,
             lambda case: _per_indicator(case) / 2),
    mistake("pilih-kosong", "Satu indikator dibiarkan tanpa bukti", "pilih", _without_one, _per_indicator),
    mistake("nama-aspek-kuantitas", "Semua berkas diberi kode aspek kuantitas", "nama",
             lambda answer, case: _names(answer, _aspect_left), lambda case: 1.0 * _kualitas(case)),
    mistake("nama-spasi", "Nama berkas memakai spasi", "nama",
             lambda answer, case: _names(answer, lambda teks: teks.replace("_", " ")), lambda case: nama.POIN),
    mistake("nama-huruf-besar", "Akhiran berkas memakai huruf besar", "nama",
             lambda answer, case: _names(answer, lambda teks: teks[:-3] + teks[-3:].upper()), lambda case: nama.POIN),
    mistake("akses-publik", "Semua dokumen dibuka untuk umum agar pasti dapat dibuka", "akses",
             _everything(Akses.PUBLIK), lambda case: akses.POIN),
    mistake("akses-penilai", "Semua dokumen dibatasi untuk penilai, yang lain yang perlu tidak dapat membuka", "akses",
             _everything(Akses.PENILAI), lambda case: akses.POIN),
    mistake("akses-terlalu-sempit", "Dokumen internal dibatasi untuk penilai saja", "akses", _narrow, _narrow_loss),
    mistake("akses-pribadi", "Semua dokumen dibiarkan terbatas untuk pemilik", "akses", _everything(Akses.PRIBADI),
             lambda case: akses.POIN),
    mistake("realisasi-berlebih", "Realisasi melebihi angka pada dokumen", "realisasi", _overclaim,
             lambda case: _BAGIAN["jumlah"]),
    mistake("realisasi-tanpa-angka", "Realisasi hanya “sudah terlaksana dengan baik”", "realisasi", _all_done,
             lambda case: _BAGIAN["jumlah"] + _BAGIAN["satuan"] + _BAGIAN["bukti"]),
    mistake("realisasi-sumber-kabur", "Sumber data tidak menyebut asal angkanya", "realisasi", _no_source,
             lambda case: realisasi.BANYAK * _BAGIAN["sumber"]),
    mistake("rekan-foto-sah", "Foto saja dianggap bukti yang cukup", "periksa_rekan",
             _say(lambda alasan: alasan == "kecukupan", rekan.SAH), _pieces(lambda alasan: alasan == "kecukupan")),
    mistake("rekan-semua-sah", "Semua bukti rekan dinyatakan sah", "periksa_rekan",
             _say(lambda alasan: True, rekan.SAH), lambda case: rekan.POIN),
    mistake("rekan-curiga", "Yang janggal tetapi sah ditolak", "periksa_rekan",
             _say(lambda alasan: alasan == rekan.SAH, "relevan"), _pieces(lambda alasan: alasan == rekan.SAH)),
    mistake("rekan-alasan-lain", "Tahu tidak sah, tetapi alasannya bukan yang tepat", "periksa_rekan",
             _say(lambda alasan: alasan in ("periode", "tidak_duplikat"), "relevan"),
             _pieces(lambda alasan: alasan in ("periode", "tidak_duplikat"), 0.5)),
)  # fmt: skip
