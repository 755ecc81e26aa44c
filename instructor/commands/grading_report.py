"""What ``bimtek kelas nilai`` tells after grading: counts, and by name what needs a look.

Scene: below commands/kelas.py. May import: instructor, exercises.kit.catalog.
Facts: what could not be read is pending, not wrong; what came after feedback waits for the instructor.
Add: another list is a key in ``graded`` and a table in ``grading_tables``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from exercises.kit import catalog
from instructor.commands.screen import table, typed
from instructor.course.bilangan import angka
from instructor.course.kelas import Kelas
from instructor.course.roster import find_peserta, read_roster
from instructor.course.storing import accept_held, held
from instructor.grading.executor import DINILAI, TETAP, LaporanNilai, chosen_exercises


def accept_late(kelas: Kelas, peserta: str | None, latihan: str | None) -> int:
    """Take what came after feedback; returns how many submissions that were."""
    siapa = None if peserta is None else find_peserta(kelas.roster, peserta).id
    return sum(len(accept_held(kelas, siapa, nama)) for nama in chosen_exercises(kelas, latihan))


def graded(kelas: Kelas, laporan: LaporanNilai, diterima: int) -> tuple[dict[str, Any], list[str]]:
    """What grading came to, for a program and for a person."""
    isi = {
        "dinilai": laporan.hitung(DINILAI),
        "tidak_berubah": laporan.hitung(TETAP),
        "gagal": [asdict(satu) for satu in laporan.gagal],
        "tidak_terbaca": [
            {"peserta": satu.peserta, "latihan": satu.latihan, "soal": soal, "pesan": pesan}
            for satu in laporan.tak_terbaca
            for soal, pesan in satu.tak_terbaca
        ],
        "diterima_setelah_umpan_balik": diterima,
        "menunggu_setelah_umpan_balik": [{"peserta": s.peserta, "latihan": s.latihan} for s in held(kelas)],
        "detik": round(laporan.detik, 3),
    }
    kalimat = [
        f"{laporan.hitung(DINILAI)} kiriman dinilai, {laporan.hitung(TETAP)} tidak berubah, "
        f"{len(laporan.gagal)} gagal ({angka(laporan.detik, 1)} detik).",
        f"Nilai uraian di formgrader: di folder {kelas.folder} jalankan {typed('jupyter')} lab, lalu buka menu "
        "Nbgrader → Formgrader.",
        "Berikutnya: bimtek kelas umpan-balik, lalu bimtek kelas rekap dan bimtek kelas dasbor",
    ]
    if diterima:
        kalimat.insert(1, f"{diterima} kiriman yang terkumpul setelah umpan balik sekarang dipakai.")
    return isi, kalimat


def grading_tables(kelas: Kelas, isi: Mapping[str, Any]) -> None:
    """What needs a look, by name."""
    nama = {satu.id: satu.nama for satu in read_roster(kelas.roster)}
    gagal = [[nama[satu["peserta"]], satu["latihan"], satu["pesan"]] for satu in isi["gagal"]]
    table("Tidak dapat dinilai", ["Peserta", "Latihan", "Sebab"], gagal)
    baris = [
        [nama[satu["peserta"]], satu["latihan"], _question(satu["latihan"], satu["soal"]), satu["pesan"]]
        for satu in isi["tidak_terbaca"]
    ]
    table("Jawaban tidak terbaca", ["Peserta", "Latihan", "Soal", "Sebab"], baris)
    susulan = [
        [nama.get(satu["peserta"], satu["peserta"]), satu["latihan"], "nilai sebelumnya tetap"]
        for satu in isi["menunggu_setelah_umpan_balik"]
    ]
    judul = "Dikirim setelah umpan balik (pakai: --terima-setelah-umpan-balik)"
    table(judul, ["Peserta", "Latihan", "Keadaan"], susulan)


def _question(latihan: str, soal: str) -> str:
    return catalog.load(latihan).spec.soal_by_id(soal).judul if soal else "semua soal"
