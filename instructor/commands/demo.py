"""``bimtek demo``: a whole class in one go — institution, work, grading, feedback, overview.

Scene: the first thing a newcomer runs. May import: instructor and simulator (inside).
Facts: REKAAN; the same seed gives the same class. The simulated day is fixed, the real clock is not read.
Add: a step of the story is a function here and a line in what is told at the end.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from simulator.domain.errors import DataTidakSah, StatusTidakSesuai

if TYPE_CHECKING:
    from collections.abc import Sequence

    from instructor.course.kelas import Kelas
    from instructor.synthetic_class.people import Orang

TANDA = ".bimtek-demo"
ISI_DEMO = ("kelas", "instansi", "rekap.xlsx", "dasbor.html", TANDA)


def demo(
    peserta: Annotated[int, typer.Option(help="Banyak peserta buatan.")] = 30,
    benih: Annotated[int, typer.Option(help="Benih: angka yang sama memberi kelas yang sama.")] = 1,
    skenario: Annotated[str, typer.Option(help="Skenario kantor simulasi.")] = "dinas_kesehatan",
    keluaran: Annotated[Path, typer.Option("--keluaran", "-o", metavar="FOLDER", help="Folder hasil.")] = Path(
        "hasil-demo"
    ),
    sebagai_json: Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")] = False,
) -> None:
    """Jalankan satu kelas utuh dengan peserta buatan, dari kantor simulasi sampai rekap dan dasbor."""
    from instructor.commands.screen import answer

    if not 1 <= peserta <= 500:
        raise DataTidakSah("Banyak peserta harus antara 1 dan 500.", kode="banyak-peserta")
    check_scenario(skenario)
    mulai = time.perf_counter()
    folder = prepare_folder(keluaran.resolve())
    ringkasan = run_story(folder, peserta, benih, skenario, diam=sebagai_json)
    ringkasan["detik"] = round(time.perf_counter() - mulai, 1)
    (folder / TANDA).write_text("selesai\n", encoding="utf-8")
    answer(ringkasan, _closing(ringkasan, folder), sebagai_json=sebagai_json)


def check_scenario(skenario: str) -> None:
    """Told before any step is taken and any earlier demo is replaced.

    Raises: DataTidakSah — no such scenario is installed.
    """
    from simulator.institution import list_scenarios

    ada = [satu.nama for satu in list_scenarios()]
    if skenario not in ada:
        raise DataTidakSah(
            f"Skenario “{skenario}” tidak ada. Yang ada: {', '.join(ada)}. Belum ada yang ditulis.", kode="skenario"
        )


def prepare_folder(folder: Path) -> Path:
    """An empty folder for the demo; an earlier demo is replaced, anything else is left alone.

    Raises: StatusTidakSesuai — the folder holds something that no demo wrote.
    """
    import shutil

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        asing = [] if not folder.is_dir() else sorted(s.name for s in folder.iterdir() if s.name not in ISI_DEMO)
        if asing or not (folder / TANDA).is_file():
            raise StatusTidakSesuai(
                f"{folder} sudah berisi berkas yang bukan hasil demo, jadi tidak ditimpa. "
                "Pilih folder lain dengan --keluaran, atau pindahkan isinya.",
                kode="folder-bukan-demo",
            )
        for nama in ISI_DEMO:
            if (folder / nama).is_dir():
                shutil.rmtree(folder / nama)
            else:
                (folder / nama).unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TANDA).write_text("berjalan\n", encoding="utf-8")
    return folder


def run_story(folder: Path, peserta: int, benih: int, skenario: str, *, diam: bool = True) -> dict[str, Any]:
    """The story itself; returns what a program wants to know about it."""
    from instructor.synthetic_class.people import make_people

    orang = make_people(peserta, benih)
    kelas, ringkasan = _prepare(folder, orang, benih, skenario, diam=diam)
    ringkasan |= _work_and_mark(kelas, orang, benih, diam=diam)
    ringkasan |= _write_results(kelas, folder, diam=diam)
    return ringkasan


def _prepare(
    folder: Path, orang: Sequence[Orang], benih: int, skenario: str, *, diam: bool
) -> tuple[Kelas, dict[str, Any]]:
    """Steps 1 and 2: office, class, packages."""
    from instructor.commands.screen import progress
    from instructor.course import distribution

    with progress("1/6 Menyiapkan kelas", diam=diam) as maju:
        kantor = _shared_office(folder, benih, skenario)
        kelas = _make_class(folder, benih, skenario, [satu.peserta for satu in orang], maju)
    with progress("2/6 Membagikan      ", diam=diam) as maju:
        distribution.bagikan(kelas, kabar=lambda nomor, banyak, satu: maju(nomor, banyak, satu.nama))
    return kelas, {
        "folder": str(folder),
        "kelas": str(kelas.folder),
        "kantor": str(kantor),
        "peserta": len(orang),
        "latihan": list(kelas.latihan),
    }


def _work_and_mark(kelas: Kelas, orang: Sequence[Orang], benih: int, *, diam: bool) -> dict[str, Any]:
    """Steps 3 to 5: people answer, the class collects, marks are given."""
    from instructor.commands.screen import progress
    from instructor.course import collection
    from instructor.grading.executor import DINILAI, grade_kelas
    from instructor.synthetic_class.marking import mark_narratives
    from instructor.synthetic_class.playing import play

    with progress("3/6 Peserta bekerja ", diam=diam) as maju:
        peristiwa = play(kelas, orang, benih=benih, mulai=_day(kelas), kabar=maju)
    with progress("4/6 Mengumpulkan    ", diam=diam) as maju:
        kumpul = collection.kumpulkan(kelas, kabar=maju)
    with progress("5/6 Menilai         ", diam=diam) as maju:
        nilai = grade_kelas(
            kelas,
            sekarang=_grading_time(kelas),
            kabar=lambda nomor, banyak, satu: maju(nomor, banyak, f"{satu.peserta} {satu.latihan}"),
        )
        manual = mark_narratives(kelas, peristiwa, benih=benih)
    return {
        "kiriman": len(kumpul.serahan),
        "dinilai": nilai.hitung(DINILAI),
        "gagal": [satu.pesan for satu in nilai.gagal],
        "dinilai_instruktur": manual,
        "detik_menilai": round(nilai.detik, 2),
    }


def _write_results(kelas: Kelas, folder: Path, *, diam: bool) -> dict[str, Any]:
    """Step 6: feedback, workbook, overview."""
    from instructor.commands.screen import progress
    from instructor.feedback.pages import write_feedback
    from instructor.results.dasbor import write_dasbor
    from instructor.results.rekap import write_rekap
    from instructor.results.tables import read_tables

    with progress("6/6 Menulis hasil   ", diam=diam) as maju:
        tabel = read_tables(kelas)
        halaman = write_feedback(kelas, sekarang=_grading_time(kelas), tabel=tabel, kabar=maju)
        rekap = write_rekap(tabel, folder / "rekap.xlsx")
        dasbor = write_dasbor(tabel, folder / "dasbor.html")
    return {
        "masalah": len(tabel.masalah),
        "umpan_balik": len(halaman),
        "rekap": str(rekap),
        "dasbor": str(dasbor),
        "contoh_umpan_balik": str(halaman[0]) if halaman else "",
        "contoh_peserta": min(satu.id for satu in tabel.peserta),
    }


def _shared_office(folder: Path, benih: int, skenario: str) -> Path:
    """The office the instructor shows on the screen; participants get their own."""
    from simulator.institution import generate
    from simulator.workflow.founding import found_office

    tujuan = folder / "instansi" / f"{skenario}.ekin.db"
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    found_office(generate(skenario, seed=benih, size=60, calibration="latihan"), tujuan)
    return tujuan


def _make_class(folder: Path, benih: int, skenario: str, peserta: list[Any], maju: Any) -> Kelas:
    import hashlib
    from dataclasses import replace
    from datetime import datetime, timedelta

    from exercises.kit.wib import WIB
    from instructor.course.making import make_kelas, new_kelas

    kelas = new_kelas(
        folder / "kelas",
        judul=f"Kelas peragaan {benih}",
        skenario=skenario,
        benih=benih,
        # A demo may be repeated, so its secret follows from the seed; a real class draws one.
        rahasia=hashlib.blake2b(f"peragaan/{benih}".encode(), digest_size=32).digest(),
        peragaan=True,
    )
    hari = datetime(2026, 11, 24, 10, 0, tzinfo=WIB)
    tenggat = {nama: hari + timedelta(hours=2 * nomor) for nomor, nama in enumerate(kelas.latihan)}
    return make_kelas(replace(kelas, tenggat_latihan=tenggat), peserta, lambda apa: maju(0, 1, apa))


def _day(kelas: Kelas) -> Any:
    return min(kelas.tenggat_latihan.values())


def _grading_time(kelas: Kelas) -> Any:
    from datetime import timedelta

    return max(kelas.tenggat_latihan.values()) + timedelta(days=1)


def _closing(ringkasan: dict[str, Any], folder: Path) -> list[str]:
    from instructor.commands.screen import typed
    from instructor.course.bilangan import angka

    return [
        "",
        f"Selesai dalam {angka(ringkasan['detik'], 1)} detik: {ringkasan['peserta']} peserta buatan, "
        f"{ringkasan['kiriman']} kiriman, {ringkasan['dinilai']} dinilai, "
        f"{ringkasan['dinilai_instruktur']} uraian dinilai instruktur buatan.",
        "",
        "Buka berurutan:",
        f"  1. Dasbor kelas (peramban)    : {ringkasan['dasbor']}",
        f"  2. Rekap nilai (Excel)        : {ringkasan['rekap']}",
        f"  3. Satu umpan balik (peramban): {ringkasan['contoh_umpan_balik']}",
        f"  4. Kelas dengan buku nilainya : {ringkasan['kelas']}",
        "",
        f"Nilai uraian sendiri : di folder {ringkasan['kelas']} jalankan",
        f"                       {typed('jupyter')} lab, lalu menu Nbgrader → Formgrader",
        f"Kerjakan sendiri     : {typed('bimtek')} mulai {folder / 'kelas' / 'peserta' / ringkasan['contoh_peserta']}",
        "Semua orang dan kantor di sini rekaan. SIMULASI PELATIHAN, bukan sistem BKN.",
    ]
