"""Where a submission goes: into ``submitted/`` when it counts, aside in ``arsip/`` when it does not, nothing is lost.

Scene: after deciding in ``kelas kumpulkan``; ``kelas nilai`` takes what waits. May import: exercises.kit,
instructor.course, instructor.grading.inspection.
Facts: ``submitted/`` is nbgrader's layout and holds what the marks rest on.
Add: another place to set work aside is a function here and a row in instructor/README.md.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from exercises.kit.answers import ANSWER_FILE
from exercises.kit.case import CASE_FILE
from exercises.kit.files import write_whole
from instructor.course.kelas import Kelas
from instructor.course.kiriman import Kiriman
from instructor.course.serahan import Serahan, read_pengumpulan, write_pengumpulan
from instructor.grading.inspection import inspect_bytes
from instructor.grading.submission import minutes_late

# An underscore never begins a participant's id.
KARANTINA = "_karantina"
SETELAH_UMPAN_BALIK = "_setelah_umpan_balik"
KODE_SETELAH = "dikirim-setelah-umpan-balik"
_SERAHAN = "serahan.json"


def record_of(kelas: Kelas, kiriman: Kiriman) -> Serahan:
    """What the report says about a submission that counts."""
    return Serahan(
        kiriman.peserta,
        kiriman.latihan,
        kiriman.waktu.isoformat(timespec="seconds"),
        kiriman.sumber,
        kiriman.sidik,
        minutes_late(kiriman.waktu, kelas.tenggat_untuk(kiriman.latihan)),
        kiriman.bukti,
    )


def store(kelas: Kelas, kiriman: Kiriman) -> None:
    """Make it the submission that counts; the earlier one is kept."""
    folder = kelas.submitted(kiriman.peserta, kiriman.latihan)
    _keep_earlier(kelas, kiriman.peserta, kiriman.latihan)
    _write(kelas, kiriman, folder)


def quarantine(kelas: Kelas, kiriman: Kiriman) -> Path:
    """Keep what does not count because nothing shows whose it is."""
    folder = kelas.arsip / KARANTINA / kiriman.peserta / kiriman.latihan / kiriman.sidik[:12]
    if not folder.is_dir():
        _write(kelas, kiriman, folder)
        write_whole(folder / "asal.txt", f"{kiriman.sumber}\n".encode("utf-8", "replace"))
    return folder


def hold(kelas: Kelas, kiriman: Kiriman) -> None:
    """Keep what came after feedback until the instructor takes it."""
    folder = _held(kelas, kiriman.peserta, kiriman.latihan)
    shutil.rmtree(folder, ignore_errors=True)
    _write(kelas, kiriman, folder)
    catatan = json.dumps(asdict(record_of(kelas, kiriman)), ensure_ascii=False)
    write_whole(folder / _SERAHAN, catatan.encode("utf-8", "replace"))


def held(kelas: Kelas, peserta: str | None = None, latihan: str | None = None) -> Iterator[Serahan]:
    """What waits, for everybody or for one participant and exercise."""
    for berkas in sorted((kelas.arsip / SETELAH_UMPAN_BALIK).glob(f"*/*/{_SERAHAN}")):
        satu = Serahan(**json.loads(berkas.read_bytes()))
        if peserta in (None, satu.peserta) and latihan in (None, satu.latihan):
            yield satu


def accept_held(kelas: Kelas, peserta: str | None = None, latihan: str | None = None) -> list[Serahan]:
    """Let what waits count from now on; grading sees it as a changed submission."""
    diterima = list(held(kelas, peserta, latihan))
    if not diterima:
        return []
    keadaan = read_pengumpulan(kelas)
    for satu in diterima:
        kunci = (satu.peserta, satu.latihan)
        _keep_earlier(kelas, *kunci)
        asal, tujuan = _held(kelas, *kunci), kelas.submitted(*kunci)
        (asal / _SERAHAN).unlink()
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(str(asal), str(tujuan))
        keadaan.serahan[kunci] = satu
        keadaan.masalah = [m for m in keadaan.masalah if (m.kode, m.peserta, m.latihan) != (KODE_SETELAH, *kunci)]
    write_pengumpulan(kelas, keadaan)
    return diterima


def _held(kelas: Kelas, peserta: str, latihan: str) -> Path:
    return kelas.arsip / SETELAH_UMPAN_BALIK / peserta / latihan


def _write(kelas: Kelas, kiriman: Kiriman, folder: Path) -> None:
    isi = {ANSWER_FILE: kiriman.jawaban, "timestamp.txt": _timestamp(kiriman.waktu).encode()}
    if kiriman.kasus is not None:
        isi[CASE_FILE] = kiriman.kasus
    rilis = kelas.release(kiriman.latihan).read_bytes()
    catatan = inspect_bytes(kiriman.notebook, kiriman.latihan, json.loads(rilis))
    if catatan and kiriman.notebook is not None:
        # The odd notebook is kept as evidence; in its place stands the released one, so that nbgrader's own
        # tools, too, find cells they understand.
        isi[f"{kiriman.latihan}.ipynb.kiriman"] = kiriman.notebook
    isi[f"{kiriman.latihan}.ipynb"] = rilis if catatan or kiriman.notebook is None else kiriman.notebook
    for nama, data in isi.items():
        write_whole(folder / nama, data)


def _keep_earlier(kelas: Kelas, peserta: str, latihan: str) -> None:
    folder = kelas.submitted(peserta, latihan)
    if not folder.is_dir():
        return
    tempat = kelas.arsip / peserta / latihan
    tempat.mkdir(parents=True, exist_ok=True)
    nomor = 1 + sum(1 for _ in tempat.iterdir())
    shutil.move(str(folder), str(tempat / f"{nomor:03d}"))


def _timestamp(waktu: datetime) -> str:
    return waktu.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
