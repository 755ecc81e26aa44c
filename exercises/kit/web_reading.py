"""What there is to read beside an exercise: its lesson, and the feedback of the class once there is some.

Scene: pages of the web office that show files of the participant's folder as they are; links to them stand on the
pages of web_form.py. May import: kit, simulator.web.
Facts: both are single HTML files made by the instructor's tools, and their links to each other are those of the folder.
Add: another file of the package that people read, as one more route.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from pathlib import Path

from starlette.responses import HTMLResponse, Response

from exercises.kit.package import PaketLatihan
from exercises.kit.reading import reading_path
from exercises.kit.web_desk import Package
from simulator.domain.errors import TidakDitemukan
from simulator.web.layar import Layar
from simulator.web.rute import Rute

rute = Rute("/soal")
FEEDBACK_FOLDER = "umpan_balik"
#: How they look stands in the files themselves, pictures too. Nothing in them runs, is sent, or comes from elsewhere.
CSP = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)


def lesson_of(paket: Package, baris: PaketLatihan) -> Path | None:
    """The lesson of an exercise, None where the package holds none."""
    berkas = paket.folder / reading_path(baris.modul)
    return berkas if baris.modul and berkas.is_file() else None


def feedback_of(paket: Package, baris: PaketLatihan) -> Path | None:
    """The feedback on an exercise, None before the class gave it."""
    berkas = paket.folder / FEEDBACK_FOLDER / f"{baris.id}.html"
    return berkas if berkas.is_file() else None


def given_at(berkas: Path) -> datetime:
    """When the feedback was put into the folder, by the clock of this computer."""
    return datetime.fromtimestamp(berkas.stat().st_mtime).astimezone()


@rute.get("/bacaan/{modul}.html")
def bacaan(layar: Layar, modul: str) -> Response:
    """The lesson that an exercise names."""
    paket: Package = layar.request.app.state.latihan_paket.paket
    baris = next((satu for satu in paket.exercises() if satu.modul == modul), None)
    berkas = None if baris is None else lesson_of(paket, baris)
    if baris is None or berkas is None:
        raise TidakDitemukan(
            "Bacaan itu tidak ada di paket ini. Minta paket yang baru kepada instruktur.", kode="bacaan-tidak-ada"
        )
    return _tampil(layar, baris, berkas)


@rute.get("/umpan_balik/{latihan}.html")
def umpan_balik(layar: Layar, latihan: str) -> Response:
    """What the class wrote about the answers."""
    paket: Package = layar.request.app.state.latihan_paket.paket
    baris = next((satu for satu in paket.exercises() if satu.id == latihan), None)
    berkas = None if baris is None else feedback_of(paket, baris)
    if baris is None or berkas is None:
        raise TidakDitemukan(
            "Umpan balik latihan ini belum ada. Instruktur memberikannya sesudah menilai kumpulan Anda.",
            kode="umpan-balik-belum-ada",
        )
    return _tampil(layar, baris, berkas)


def _tampil(layar: Layar, baris: PaketLatihan, berkas: Path) -> Response:
    """The file with a way back on top."""
    ke = escape(layar.u(f"/soal/{baris.id}"))
    kembali = f'<nav aria-label="Kembali"><p><a href="{ke}">‹ Kembali ke {escape(baris.judul)}</a></p></nav>'
    isi = berkas.read_text(encoding="utf-8", errors="replace")  # a damaged letter must not hide the rest
    isi = re.sub(r"<body[^>]*>", lambda cocok: cocok[0] + kembali, isi, count=1)
    return HTMLResponse(isi, headers={"Content-Security-Policy": CSP})
