"""One submission graded: answer file and trusted case in, marks, findings and a readable notebook out.

Scene: the unit of work of the executor. May import: exercises.kit, instructor.course.kelas, instructor.grading.
Facts: design — the judge reads the answer file; a participant's notebook is never run. A late hand-in is a flag;
it costs points only when ``potongan_terlambat`` of the class says so.
Add: a fact worth keeping about a graded submission is a key of ``_kept`` and its reader in feedback or results.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from exercises.kit.answers import ANSWER_FILE, MAX_BYTES
from exercises.kit.case import Case
from exercises.kit.catalog import Exercise
from exercises.kit.cells import CHECK, MANUAL, grade_id
from exercises.kit.grading import KOSONG, ExerciseResult, SoalResult, grade_answer
from instructor.course.kelas import Kelas
from instructor.grading.autograded import autograded_notebook, load_release
from instructor.grading.digest import answer_digest, judge_digest, submission_digest
from instructor.grading.gradebook import Hasil, Nilai
from instructor.grading.inspection import Catatan, inspect_files
from simulator.domain.errors import BelumLengkap, BerkasRusak, TidakDitemukan


@dataclass(frozen=True, slots=True)
class Berkas:
    """The bytes a grade rests on, read once."""

    jawaban: bytes | None
    kunci: bytes
    rilis: bytes
    waktu: datetime | None
    sidik: str


def read_files(kelas: Kelas, exercise: Exercise, peserta: str) -> Berkas:
    """Read what is needed to grade one submission.

    Raises: TidakDitemukan — the key of this participant is not there; BelumLengkap — the exercise was never released;
    BerkasRusak — its time of hand-in cannot be read.
    """
    folder = kelas.submitted(peserta, exercise.nama)
    kunci = kelas.kunci(peserta, exercise.nama)
    if not kunci.is_file():
        raise TidakDitemukan(
            f"Kunci {exercise.nama} untuk {peserta} belum ada, jadi jawabannya belum dapat dinilai. "
            "Jalankan “bimtek kelas bagikan”.",
            kode="kunci-belum-ada",
        )
    if not kelas.release(exercise.nama).is_file():
        raise BelumLengkap(
            f"Buku kerja {exercise.nama} belum diterbitkan. Jalankan “bimtek kelas buat” sekali lagi di folder kelas.",
            kode="belum-terbit",
        )
    berkas = folder / ANSWER_FILE
    jawaban = _read_capped(berkas) if berkas.is_file() else None
    waktu = read_timestamp(folder)
    isi_kunci, rilis = kunci.read_bytes(), kelas.release(exercise.nama).read_bytes()
    sidik = submission_digest(
        b"-" if jawaban is None else b"+" + jawaban,
        isi_kunci,
        rilis,
        (waktu.isoformat() if waktu else "").encode(),
        str((kelas.tenggat_untuk(exercise.nama), kelas.potongan_terlambat)).encode(),
        _names_and_sizes(folder),
        judge_digest(exercise),
    )
    return Berkas(jawaban, isi_kunci, rilis, waktu, sidik)


def _read_capped(berkas: Path) -> bytes:
    """Never more than one byte past what the judge accepts: a huge file is refused without filling memory."""
    with berkas.open("rb") as isi:
        return isi.read(MAX_BYTES + 1)


def _names_and_sizes(folder: Path) -> bytes:
    return repr(sorted((satu.name, satu.stat().st_size) for satu in folder.iterdir() if satu.is_file())).encode()


def read_timestamp(folder: Path) -> datetime | None:
    """When it was handed in, from nbgrader's timestamp.txt; None when nobody wrote it down."""
    berkas = folder / "timestamp.txt"
    if not berkas.is_file():
        return None
    teks = berkas.read_bytes()[:100].decode("utf-8", errors="replace").strip()
    try:
        waktu = datetime.fromisoformat(teks.removesuffix(" UTC"))
    except ValueError as galat:
        raise BerkasRusak(
            f"{berkas} tidak memuat waktu (“{teks:.40}”). Hapus berkas itu, lalu jalankan “bimtek kelas kumpulkan”.",
            kode="waktu-rusak",
        ) from galat
    return waktu if waktu.tzinfo else waktu.replace(tzinfo=UTC)


def grade_submission(
    kelas: Kelas,
    exercise: Exercise,
    peserta: str,
    berkas: Berkas,
    sumber: dict[str, tuple[str, str]],
    sebelumnya: Mapping[str, Any] | None,
) -> tuple[Hasil, str]:
    """Grade, and return what to write in the gradebook and the readable notebook."""
    case = Case.read(kelas.kunci(peserta, exercise.nama))
    rilis = load_release(berkas.rilis)
    hasil = grade_answer(exercise, case, berkas.jawaban, peserta=peserta)
    catatan = inspect_files(kelas.submitted(peserta, exercise.nama), exercise.nama, rilis, case.tampilan)
    sidik_lama = {nama: satu["sidik"] for nama, satu in (sebelumnya or {}).get("soal", {}).items()}
    sidik = {nama: answer_digest(hasil.answer.get(nama, {})) for nama in hasil.soal}
    nilai = {
        _cell_of(satu): _mark(satu, berubah=sidik_lama.get(nama, sidik[nama]) != sidik[nama])
        for nama, satu in hasil.soal.items()
    }
    terlambat = minutes_late(berkas.waktu, kelas.tenggat_untuk(exercise.nama))
    potongan = round(hasil.skor * kelas.potongan_terlambat, 2) if terlambat and kelas.potongan_terlambat else None
    return (
        Hasil(
            latihan=exercise.nama,
            waktu=berkas.waktu.astimezone(UTC).replace(tzinfo=None) if berkas.waktu else None,
            nilai=nilai,
            sidik=berkas.sidik,
            isi=_kept(hasil, sidik, catatan, terlambat, berkas),
            potongan=potongan,
        ),
        autograded_notebook(rilis, sumber, case, hasil),
    )


def _cell_of(hasil: SoalResult) -> str:
    return grade_id(MANUAL if hasil.jenis == "manual" else CHECK, hasil.soal)


def _mark(hasil: SoalResult, *, berubah: bool) -> Nilai:
    komentar = None
    if hasil.jenis == "manual":
        komentar = "Belum dijawab." if hasil.status == KOSONG else None
    return Nilai(hasil.skor, hasil.perlu_instruktur, berubah, komentar)


def minutes_late(waktu: datetime | None, tenggat: datetime | None) -> int:
    """Whole minutes past the due time, at least one when it is late at all; 0 in time or without a due time."""
    if waktu is None or tenggat is None or waktu <= tenggat:
        return 0
    return max(1, int((waktu - tenggat).total_seconds() // 60))


def _kept(
    hasil: ExerciseResult, sidik: Mapping[str, str], catatan: Iterable[Catatan], terlambat: int, berkas: Berkas
) -> dict[str, Any]:
    return {
        "status": hasil.status,
        "waktu": berkas.waktu.isoformat() if berkas.waktu else None,
        "terlambat": terlambat,
        "galat": hasil.galat,
        "masalah": [{"kode": satu.kode, "pesan": satu.pesan, "soal": satu.soal} for satu in hasil.problems],
        "catatan": [{"kode": satu.kode, "pesan": satu.pesan} for satu in catatan],
        "soal": {
            nama: {
                "skor": satu.skor,
                "maks": satu.maks,
                "jenis": satu.jenis,
                "status": satu.status,
                "tertunda": satu.tertunda,
                "perlu_instruktur": satu.perlu_instruktur,
                "sidik": sidik[nama],
                "jawaban": hasil.answer.get(nama, {}) if satu.jenis == "manual" else {},
                "findings": [temuan.to_dict() for temuan in satu.findings],
            }
            for nama, satu in hasil.soal.items()
        },
    }
