"""``panduan.md`` of a class: points, rubrics, rules with their sources, and the notes of every exercise it uses.

Scene: written by ``kelas buat``, read by whoever teaches and marks. May import: exercises.kit, simulator.rules.
Facts: derived from exercise.yaml, notes.md and the rule registry each time, so it cannot fall behind them.
Add: something every instructor needs to know about an exercise is a part of ``_exercise``.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kit import catalog
from exercises.kit.catalog import Exercise
from exercises.kit.spec import SoalSpec
from instructor.course.bilangan import angka
from instructor.course.kelas import Kelas, tulis_utuh
from simulator.domain.errors import TidakDitemukan


def write_guide(kelas: Kelas) -> None:
    """Write the guide of the class."""
    baris = [
        f"# Panduan instruktur: {kelas.judul}",
        "",
        "Jangan dibagikan kepada peserta: halaman ini memuat rubrik dan catatan tentang jawaban.",
        "Cara menilai, arti temuan, dan banding: buku pegangan di `instructor/handbook/`.",
        "",
    ]
    for nama in kelas.latihan:
        baris.extend(_exercise(catalog.load(nama)))
    tulis_utuh(kelas.folder / "panduan.md", "\n".join(baris).rstrip() + "\n")


def _exercise(exercise: Exercise) -> Iterator[str]:
    spec = exercise.spec
    yield f"## {spec.nama}: {spec.judul}"
    yield ""
    yield f"{spec.ringkas} Waktu {spec.menit} menit, {angka(spec.poin)} poin."
    yield ""
    yield "| No | Soal | Poin | Dinilai | Baca lagi |"
    yield "|---|---|---|---|---|"
    for nomor, soal in enumerate(spec.soal, 1):
        penilai = "instruktur" if soal.manual else "otomatis"
        yield f"| {nomor} | {soal.judul} | {angka(soal.poin)} | {penilai} | {soal.baca} |"
    yield ""
    for soal in spec.soal:
        if soal.manual:
            yield from _rubric(soal)
    yield from _rules(exercise)
    catatan = exercise.folder / "notes.md"
    if catatan.is_file():
        yield "### Catatan"
        yield ""
        yield from (f"##{satu}" if satu.startswith("#") else satu for satu in catatan.read_text("utf-8").splitlines())
        yield ""


def _rubric(soal: SoalSpec) -> Iterator[str]:
    yield f"### Rubrik: {soal.judul} ({angka(soal.poin)} poin)"
    yield ""
    yield "| Kriteria | Poin | Uraian |"
    yield "|---|---|---|"
    yield from (f"| {satu.kriteria} | {angka(satu.poin)} | {satu.uraian} |" for satu in soal.rubrik)
    yield ""


def _rules(exercise: Exercise) -> Iterator[str]:
    """The rules taught, with source and with what the course assumes where the text is silent."""
    from simulator.rules.registry import rule_by_id

    daftar = list(dict.fromkeys(satu for soal in exercise.spec.soal for satu in soal.aturan))
    if not daftar:
        return
    yield "### Aturan yang dipakai"
    yield ""
    for nama in daftar:
        try:
            aturan = rule_by_id(nama)
        except TidakDitemukan:
            yield f"- `{nama}` (tidak terdaftar)"
            continue
        yield f"- **{aturan.judul}** (`{nama}`): {aturan.sumber}."
        if aturan.assumes:
            yield f"  Anggapan kursus: {aturan.assumes}"
    yield ""
