"""Doing and documenting the work: rencana aksi, progres harian, evidence, realisation, feedback.

Scene: what happens inside one assessment period. May import: the standard library and simulator.domain only.
Facts: field names deskripsi, target, eviden, bukti_eviden (a link, never an upload), realisasi, sumber_data
(CONFIRMED, seen in code that drives the application); progres harian fields CONFIRMED.
Add: a field here, its column in store/schema.py, its word in modules/glossary.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from simulator.domain.label import Berlabel


class Akses(Berlabel):
    """Who may open a document of the mock drive."""

    PRIBADI = "pribadi", "Dibatasi (hanya pemilik)"
    PENILAI = "penilai", "Pejabat penilai"
    INSTANSI = "instansi", "Siapa pun di instansi"
    PUBLIK = "publik", "Siapa pun yang memiliki tautan"


class Ikon(Berlabel):
    """The three icons of a feedback line (label simulasi)."""

    JEMPOL = "jempol", "Jempol"
    SENYUM = "senyum", "Senyum"
    SEDIH = "sedih", "Perlu perbaikan"


class SasaranUmpanBalik(Berlabel):
    """What a feedback line is about."""

    IKI = "iki", "Indikator"
    PERILAKU = "perilaku", "Perilaku kerja"
    UMUM = "umum", "Umpan balik tambahan"


@dataclass(frozen=True, slots=True)
class RencanaAksi:
    """One action planned for one RHK in one period."""

    rencana_id: int
    skp_id: int
    periode_id: int
    rhk_id: int
    deskripsi: str
    target: str
    dibuat_pada: date


@dataclass(frozen=True, slots=True)
class ProgresHarian:
    """One line of the daily progress log; ``realisasi`` is a whole number with a unit."""

    progres_id: int
    rencana_id: int
    tanggal: date
    jam_mulai: time
    jam_selesai: time
    kegiatan: str
    realisasi: int
    satuan: str
    tautan: str = ""
    sumber_data: str = "ekinerja"


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A document on the mock drive; ``isi_ringkas`` is what a reader finds when opening it."""

    dokumen_id: int
    pemilik_id: int
    nama: str
    jenis: str
    tanggal: date
    folder: str
    akses: Akses
    sidik: str
    bertanda_tangan: bool
    isi_ringkas: str
    diunggah_pada: date


@dataclass(frozen=True, slots=True)
class BuktiDukung:
    """One piece of evidence: a name and a link to a document of the drive, for one IKI in one period."""

    bukti_id: int
    skp_id: int
    periode_id: int
    iki_id: int
    nama_eviden: str
    tautan: str
    dokumen_id: int | None
    dicatat_pada: date


@dataclass(frozen=True, slots=True)
class Realisasi:
    """What was reached for one IKI in one period, in words, with the source of the data."""

    realisasi_id: int
    skp_id: int
    periode_id: int
    iki_id: int
    realisasi: str
    sumber_data: str
    dicatat_pada: date


@dataclass(frozen=True, slots=True)
class UmpanBalik:
    """One line of continuous feedback, attributed to its giver."""

    umpan_id: int
    skp_id: int
    periode_id: int
    pemberi_id: int
    sasaran: SasaranUmpanBalik
    iki_id: int | None
    nilai: str
    teks: str
    ikon: Ikon | None
    diberikan_pada: date
