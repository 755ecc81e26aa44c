"""Write the feedback pages: one self-contained HTML file per participant and exercise.

Scene: ``bimtek kelas umpan-balik``. May import: Jinja2, instructor.feedback.content, instructor.course, .results.
Facts: the copy in the participant's folder links to the lesson beside it; the one kept by the class stands alone.
Add: what a page says is in content.py; how it looks is in umpan_balik.html.j2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from instructor.course.bilangan import angka
from instructor.course.feedback_given import record_feedback
from instructor.course.kelas import Kelas, tulis_utuh
from instructor.feedback.content import Halaman, page
from instructor.results.tables import TabelKelas, read_tables

Kabar = Callable[[int, int, str], None]
Gagal = Callable[[str, str, Exception], None]


def write_feedback(
    kelas: Kelas,
    *,
    sekarang: datetime,
    peserta: Sequence[str] | None = None,
    tabel: TabelKelas | None = None,
    kabar: Kabar | None = None,
    gagal: Gagal | None = None,
) -> list[Path]:
    """Write the pages of everything that was handed in; a copy goes into each participant's own folder.

    ``sekarang``: from when on a new submission knows what was wrong (feedback_given.py). ``gagal`` is told of every
    page that cannot be written, and the next one is written; without it the error is raised.
    """
    tabel = tabel or read_tables(kelas)
    dipilih = [kunci for kunci in tabel.isi if peserta is None or kunci[0] in peserta]
    ada = {satu.id for satu in tabel.peserta}
    dipilih = [kunci for kunci in dipilih if kunci[0] in ada and kunci[1] in tabel.spec]
    hasil: list[Path] = []
    terbuka: list[tuple[str, str]] = []
    try:
        for nomor, (orang, latihan) in enumerate(dipilih, 1):
            try:
                halaman = page(tabel, orang, latihan)
                if halaman.skor is not None:  # what could not be read at all reveals nothing and may be sent again
                    terbuka.append((orang, latihan))
                hasil.append(_write(kelas, orang, latihan, halaman))
            except Exception as galat:  # the single place: a lost key or an open file stops nobody
                if gagal is None:
                    raise
                gagal(orang, latihan, galat)
            if kabar:
                kabar(nomor, len(dipilih), orang)
    finally:  # also when interrupted: whoever got a page knows what was wrong
        record_feedback(kelas, terbuka, sekarang)
    return hasil


def _write(kelas: Kelas, orang: str, latihan: str, halaman: Halaman) -> Path:
    tujuan, paket = kelas.feedback(orang, latihan), kelas.paket(orang)
    tulis_utuh(tujuan, render(halaman))
    if paket.is_dir():
        bacaan = "../" if (paket / halaman.bacaan).is_file() else None
        tulis_utuh(paket / "umpan_balik" / f"{latihan}.html", render(halaman, bacaan))
    return tujuan


@cache
def _environment() -> Environment:
    tempat = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tempat.filters["angka"] = angka
    return tempat


def render(halaman: Halaman, akar: str | None = None) -> str:
    """The page as one self-contained HTML file. ``akar``: the way from the page to the package that has the lesson."""
    isi = {"h": halaman, "s": halaman.soal, "bacaan": f"{akar}{halaman.bacaan}" if akar else ""}
    return _environment().get_template("umpan_balik.html.j2").render(isi)
