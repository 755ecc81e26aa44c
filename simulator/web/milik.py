"""Whether what lies beside an office is really this office's: passwords, sessions, uploads and kept forms name people
and documents by number, and in another office the same numbers are somebody else's.

Scene: asked once when the application starts. A file that was founded anew under its old name (``--timpa``), or put
back to an earlier state, no longer holds the journal entry that was remembered; then the old data are set aside.
May import: SQLAlchemy, simulator.store, simulator.web, workflow. Facts: none. Add: nothing.
"""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
from pathlib import Path

from sqlalchemy import select

from simulator.store.engine import PathOrUrl, file_of, shown
from simulator.store.schema import jurnal
from simulator.web import catatan
from simulator.web.data import DataWeb, berkas_web, buka_data
from simulator.workflow.office import Kantor

_UJUNG, _KODE = "jurnal-terakhir", "kode-kantor"
log = logging.getLogger("bimtek.web")


def buka_untuk(kantor: Kantor, target: PathOrUrl) -> DataWeb:
    """The data beside this very office; those of another one under the same name are set aside first."""
    data = buka_data(target)
    if not _milik(data, kantor):
        data = _sisihkan(data, target)
    catat_ujung(data, kantor)
    return data


def catat_ujung(data: DataWeb, kantor: Kantor) -> None:
    """Remember how far this office's journal went."""
    with kantor.lihat() as connection:
        query = select(jurnal.c.nomor, jurnal.c.sidik).order_by(jurnal.c.nomor.desc()).limit(1)
        nomor, sidik = connection.execute(query).one()
    with data.ubah() as connection:
        catatan.simpan(connection, 0, _UJUNG, json.dumps([nomor, sidik]))


def kode_kantor(data: DataWeb, target: PathOrUrl) -> str:
    """A word that tells this office from every other one in the same browser: for cookies and copies of typing.

    A copy of both files is another office, although it brings this one's word with it.
    """
    with data.ubah() as connection:
        kode = catatan.baca(connection, 0, _KODE)
        if kode is None:
            kode = secrets.token_hex(4)
            catatan.simpan(connection, 0, _KODE, kode)
    berkas = file_of(target)
    tempat = shown(target) if berkas is None else str(berkas.resolve())
    return hashlib.sha256(f"{kode}\n{tempat}".encode()).hexdigest()[:8]


def _milik(data: DataWeb, kantor: Kantor) -> bool:
    with data.lihat() as connection:
        isi = catatan.baca(connection, 0, _UJUNG)
    if isi is None:
        return True
    nomor, sidik = json.loads(isi)
    with kantor.lihat() as connection:
        return connection.execute(select(jurnal.c.sidik).where(jurnal.c.nomor == nomor)).scalar() == sidik


def _sisihkan(data: DataWeb, target: PathOrUrl) -> DataWeb:
    berkas = berkas_web(target)
    log.warning("data web milik kantor lain disisihkan: kata sandi, sesi, dan unggahannya tidak berlaku di kantor ini")
    if berkas is None:
        data.sisihkan_skema()
        data.tutup()
    else:
        data.tutup()
        berkas.replace(_nama_bebas(berkas))
    return buka_data(target)


def _nama_bebas(berkas: Path) -> Path:
    nomor = 1
    while (calon := berkas.with_name(f"{berkas.name}.lama-{nomor}")).exists():
        nomor += 1
    return calon
