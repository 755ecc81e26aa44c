"""``bimtek kelas …``: the teaching day, one command per step, each safe to run again.

Scene: typed by an instructor, or by formgrader's neighbour on the class machine. May import: instructor (inside).
Facts: the clock is read here and passed down.
Add: a step is a function here, a line in instructor/README.md and a test.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from simulator.domain.errors import DataTidakSah

if TYPE_CHECKING:
    from collections.abc import Sequence

    from instructor.course.daftar import DaftarPeserta
    from instructor.course.roster import Peserta

app = typer.Typer(no_args_is_help=True, help="Kelola satu kelas: dari daftar peserta sampai rekap nilai.")

LatihanPilihan = Annotated[str | None, typer.Option("--latihan", "-l", help="Hanya satu latihan, misalnya 01.")]
LatihanDipakai = Annotated[list[str] | None, typer.Option(help="Latihan yang dipakai; boleh diulang. Bawaan: semua.")]
KelasPilihan = Annotated[Path, typer.Argument(metavar="[KELAS]", help="Folder kelas. Bawaan: folder ini.")]
Json = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON untuk dibaca program.")]
PesertaPilihan = Annotated[
    str | None, typer.Option("--peserta", "-p", help="Hanya satu peserta: id, NIP, atau nama persis.")
]


@app.command()
def buat(
    folder: Annotated[Path, typer.Argument(metavar="KELAS", help="Folder kelas yang akan dibuat.")],
    daftar: Annotated[
        Path | None,
        typer.Option("--peserta", "-p", metavar="BERKAS", help="Daftar peserta XLSX atau CSV: Nama, NIP/Id, Unit."),
    ] = None,
    judul: Annotated[str, typer.Option(help="Nama kelas. Bawaan: nama folder.")] = "",
    skenario: Annotated[str, typer.Option(help="Skenario kantor simulasi.")] = "dinas_kesehatan",
    latihan: Annotated[
        list[str] | None, typer.Option(help="Latihan yang dipakai; boleh diulang. Bawaan: semua.")
    ] = None,
    tenggat: Annotated[str, typer.Option(help="Tenggat, misalnya 2026-11-24T16:00 (WIB).")] = "",
    lulus: Annotated[float, typer.Option(help="Batas lulus, 0–100.")] = 70.0,
    benih: Annotated[int | None, typer.Option(help="Benih kelas. Bawaan: acak.")] = None,
    sebagai_json: Json = False,
) -> None:
    """Buat kelas dari daftar peserta; di kelas yang sudah ada, daftar peserta diperbarui."""
    from instructor.commands.screen import answer, progress, table
    from instructor.course.giliran import turn
    from instructor.course.kelas import CLASS_FILE, open_kelas, parse_waktu
    from instructor.course.making import make_kelas, new_kelas, people_of

    lama = open_kelas(folder) if (folder / CLASS_FILE).is_file() else None
    isi = _people(daftar, None if lama is None else people_of(lama))
    kelas = lama or new_kelas(
        folder,
        judul=judul or folder.resolve().name,
        skenario=skenario,
        latihan=_exercise_names(latihan or []),
        tenggat=parse_waktu(tenggat),
        lulus=lulus,
        benih=benih,
    )
    with turn(lama), progress("Membuat kelas", diam=sebagai_json) as maju:
        kelas = make_kelas(kelas, isi.peserta, lambda apa: maju(0, 1, apa))
    catatan = [str(satu) for satu in isi.masalah]
    if not sebagai_json:
        table("Catatan tentang daftar peserta", ["Catatan"], [[satu] for satu in catatan])
    answer(
        {
            "folder": str(kelas.folder),
            "peserta": len(isi.peserta),
            "latihan": list(kelas.latihan),
            "catatan": catatan,
        },
        [
            f"Kelas “{kelas.judul}” siap: {len(isi.peserta)} peserta, {len(kelas.latihan)} latihan.",
            f'Berikutnya: bimtek kelas bagikan "{kelas.folder}"',
        ],
        sebagai_json=sebagai_json,
    )


def _people(daftar: Path | None, sudah_ada: Sequence[Peserta] | None) -> DaftarPeserta:
    """The participants to make the class for. ``sudah_ada``: those of the class, None while there is none.

    Raises: DataTidakSah — a new class without a list, or a list with rows that must be mended.
    """
    from instructor.course.daftar import DaftarPeserta, read_daftar

    if daftar is None:
        if sudah_ada is not None:
            return DaftarPeserta(tuple(sudah_ada), ())
        raise DataTidakSah(
            "Kelas baru memerlukan daftar peserta. Tambahkan --peserta daftar.xlsx (kolom Nama, NIP atau Id, Unit).",
            kode="daftar-peserta",
        )
    isi = read_daftar(daftar, sudah_ada or ())
    if isi.galat:
        baris = "\n".join(f"  {satu}" for satu in isi.galat)
        raise DataTidakSah(
            f"Daftar peserta {daftar} belum dapat dipakai ({len(isi.galat)} baris):\n{baris}\n"
            "Perbaiki daftar itu lalu ulangi. Belum ada yang ditulis.",
            kode="daftar-peserta",
        )
    return isi


def _exercise_names(dipilih: list[str]) -> list[str]:
    """``1``, ``01`` or the full name."""
    from exercises.kit import catalog

    ada = catalog.exercise_ids()
    return [
        next((nama for nama in ada if nama == satu or nama.split("_", 1)[0] == satu.zfill(2)), satu) for satu in dipilih
    ]


@app.command()
def bagikan(
    folder: KelasPilihan = Path(),
    kotak: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder bersama tempat peserta mengumpulkan.")
    ] = None,
    kantor: Annotated[
        str | None,
        typer.Option(metavar="ALAMAT", help="Alamat kantor yang dipakai bersama (bimtek web --untuk-jaringan)."),
    ] = None,
    tanpa_zip: Annotated[bool, typer.Option("--tanpa-zip", help="Cukup folder; jangan buat PAKET.zip.")] = False,
    sebagai_json: Json = False,
) -> None:
    """Siapkan satu paket untuk setiap peserta: latihan, kasus sendiri, dan kantor simulasi sendiri."""
    from instructor.commands.screen import answer, progress
    from instructor.course import distribution
    from instructor.course.giliran import turn
    from instructor.course.kelas import open_kelas
    from simulator.notebook.kantor.sambungan import alamat_kantor

    bersama = alamat_kantor(kantor) if kantor is not None else None
    kelas = open_kelas(folder)
    with turn(kelas), progress("Membagikan", diam=sebagai_json) as maju:
        laporan = distribution.bagikan(
            kelas,
            kotak=kotak,
            kantor_kelas=bersama,
            zip_juga=not tanpa_zip,
            kabar=lambda nomor, banyak, orang: maju(nomor, banyak, orang.nama),
        )
    answer(
        {"folder": str(laporan.folder), "paket": laporan.paket, "kasus_baru": laporan.kasus_baru},
        [
            f"{laporan.paket} folder peserta ada di {laporan.folder}; paket zip untuk dikirim ada di "
            f"{kelas.folder / 'paket'}.",
            "Peserta membukanya dengan: bimtek mulai PAKET.zip (atau folder peserta, di mesin ini).",
            "Jangan membagikan kelas.json, folder kunci/, source/, dan gradebook.db.",
        ],
        sebagai_json=sebagai_json,
    )


@app.command()
def kumpulkan(
    folder: KelasPilihan = Path(),
    dari: Annotated[list[Path] | None, typer.Option(help="Folder lain yang juga diperiksa (misalnya USB).")] = None,
    hanya_kotak: Annotated[bool, typer.Option(help="Abaikan folder peserta di mesin ini.")] = False,
    terima: Annotated[
        list[str] | None,
        typer.Option(help="Nama berkas tanpa tanda peserta yang Anda pastikan milik peserta itu; boleh diulang."),
    ] = None,
    sebagai_json: Json = False,
) -> None:
    """Ambil kiriman dari kotak/ dan folder peserta. Yang terakhir dipakai; yang lama disimpan."""
    from instructor.commands.screen import answer, progress, table
    from instructor.course import collection
    from instructor.course.giliran import turn
    from instructor.course.kelas import open_kelas
    from instructor.course.roster import read_roster

    kelas = open_kelas(folder)
    with turn(kelas), progress("Mengumpulkan", diam=sebagai_json) as maju:
        hasil = collection.kumpulkan(
            kelas,
            dari=dari or (),
            hanya_kotak=hanya_kotak,
            terima=terima or (),
            sekarang=datetime.now().astimezone(),
            kabar=maju,
        )
    if not sebagai_json:
        nama = {satu.id: satu.nama for satu in read_roster(kelas.roster)}
        baris = [[nama.get(satu.peserta, "?"), satu.latihan, satu.berkas, satu.pesan] for satu in hasil.masalah]
        table("Yang perlu diperhatikan", ["Peserta", "Latihan", "Berkas", "Catatan"], baris)
    telat = sum(1 for satu in hasil.serahan.values() if satu.terlambat)
    answer(
        {
            "kiriman": len(hasil.serahan),
            "baru": hasil.baru,
            "terlambat": telat,
            "ditolak": sum(1 for satu in hasil.masalah if satu.ditolak),
            "masalah": [_as_dict(satu) for satu in hasil.masalah],
        },
        [
            f"{len(hasil.serahan)} kiriman ada, {hasil.baru} baru, {telat} terlambat.",
            "Berikutnya: bimtek kelas nilai",
        ],
        sebagai_json=sebagai_json,
    )


def _as_dict(satu: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(satu)


@app.command()
def nilai(
    folder: KelasPilihan = Path(),
    peserta: PesertaPilihan = None,
    latihan: Annotated[str | None, typer.Option("--latihan", "-l", help="Hanya satu latihan, misalnya 01.")] = None,
    ulang: Annotated[bool, typer.Option("--ulang", help="Nilai lagi walau tidak ada yang berubah.")] = False,
    terima_susulan: Annotated[
        bool,
        typer.Option(
            "--terima-setelah-umpan-balik",
            help="Pakai juga kiriman yang terkumpul setelah umpan balik diberikan. Tanpa ini nilai sebelumnya tetap.",
        ),
    ] = False,
    sebagai_json: Json = False,
) -> None:
    """Nilai kiriman dari berkas jawaban. Yang tidak berubah dilewati; satu kiriman rusak tidak menghentikan kelas."""
    from instructor.commands.grading_report import accept_late, graded, grading_tables
    from instructor.commands.screen import answer, progress
    from instructor.course.giliran import turn
    from instructor.course.kelas import open_kelas
    from instructor.grading.executor import grade_kelas

    kelas = open_kelas(folder)
    with turn(kelas), progress("Menilai", diam=sebagai_json) as maju:
        diterima = accept_late(kelas, peserta, latihan) if terima_susulan else 0
        laporan = grade_kelas(
            kelas,
            sekarang=datetime.now().astimezone(),
            peserta=peserta,
            latihan=latihan,
            ulang=ulang,
            kabar=lambda nomor, banyak, satu: maju(nomor, banyak, f"{satu.peserta} {satu.latihan}"),
        )
    isi, kalimat = graded(kelas, laporan, diterima)
    if not sebagai_json:
        grading_tables(kelas, isi)
    answer(isi, kalimat, sebagai_json=sebagai_json)


@app.command("umpan-balik")
def umpan_balik(folder: KelasPilihan = Path(), peserta: PesertaPilihan = None, sebagai_json: Json = False) -> None:
    """Tulis satu halaman umpan balik per peserta dan latihan, juga ke folder peserta."""
    from instructor.commands.screen import answer, progress, table
    from instructor.course.giliran import turn
    from instructor.course.kelas import open_kelas
    from instructor.course.roster import find_peserta
    from instructor.course.serahan import reason
    from instructor.feedback.pages import write_feedback

    kelas = open_kelas(folder)
    dipilih = None if peserta is None else [find_peserta(kelas.roster, peserta).id]
    gagal: list[dict[str, str]] = []

    def catat(orang: str, latihan: str, galat: Exception) -> None:
        gagal.append({"peserta": orang, "latihan": latihan} | dict(zip(("kode", "pesan"), reason(galat), strict=True)))

    with turn(kelas), progress("Menulis umpan balik", diam=sebagai_json) as maju:
        berkas = write_feedback(kelas, sekarang=datetime.now().astimezone(), peserta=dipilih, kabar=maju, gagal=catat)
    if not sebagai_json:
        baris = [[satu["peserta"], satu["latihan"], satu["pesan"]] for satu in gagal]
        table("Umpan balik yang tidak dapat ditulis", ["Peserta", "Latihan", "Sebab"], baris)
    answer(
        {
            "banyak": len(berkas),
            "folder": str(kelas.folder / "feedback"),
            "berkas": [str(satu) for satu in berkas],
            "gagal": gagal,
        },
        [f"{len(berkas)} halaman umpan balik ada di {kelas.folder / 'feedback'} dan di folder tiap peserta."],
        sebagai_json=sebagai_json,
    )


@app.command()
def rekap(
    folder: KelasPilihan = Path(),
    keluaran: Annotated[Path | None, typer.Option("--keluaran", "-o", metavar="BERKAS", help="Berkas XLSX.")] = None,
    sebagai_json: Json = False,
) -> None:
    """Tulis rekap nilai sebagai XLSX. Belum mengumpulkan tidak sama dengan nol."""
    from instructor.commands.screen import answer
    from instructor.course.kelas import open_kelas
    from instructor.results.rekap import write_rekap
    from instructor.results.tables import read_tables

    kelas = open_kelas(folder)
    berkas = write_rekap(read_tables(kelas), keluaran or kelas.laporan / "rekap.xlsx")
    answer({"berkas": str(berkas)}, [f"Rekap nilai: {berkas}"], sebagai_json=sebagai_json)


@app.command()
def dasbor(
    folder: KelasPilihan = Path(),
    keluaran: Annotated[Path | None, typer.Option("--keluaran", "-o", metavar="BERKAS", help="Berkas HTML.")] = None,
    sebagai_json: Json = False,
) -> None:
    """Tulis dasbor kelas: sebaran nilai, penguasaan, siapa yang perlu bantuan. Satu berkas, tanpa internet."""
    from instructor.commands.screen import answer
    from instructor.course.kelas import open_kelas
    from instructor.results.dasbor import write_dasbor
    from instructor.results.tables import read_tables

    kelas = open_kelas(folder)
    berkas = write_dasbor(read_tables(kelas), keluaran or kelas.laporan / "dasbor.html")
    answer({"berkas": str(berkas)}, [f"Dasbor kelas: {berkas}"], sebagai_json=sebagai_json)
