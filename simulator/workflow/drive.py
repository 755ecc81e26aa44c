"""The own drive: one document with the evidence that rests on it, and how the assessor would meet its link.

Scene: Bukti Dukung (Drive). Nothing here changes anything. May import: simulator.domain, store, workflow core.
Facts: none beyond actions/dokumen.py; the drive is ours (the application only keeps links, CONFIRMED).
Add: something the drive's pages have to know about a document.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from simulator.domain.errors import TidakBerwenang
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.pelaksanaan import BuktiDukung, Dokumen
from simulator.domain.periode import PeriodePenilaian
from simulator.store import repository
from simulator.workflow.actor import KEPALA_DAERAH, Pelaku
from simulator.workflow.office import Kantor
from simulator.workflow.structure import KARTU_KEPALA_DAERAH, atasan_menurut_siasn


@dataclass(frozen=True, slots=True)
class Pemakaian:
    """One piece of evidence that points to a document."""

    bukti: BuktiDukung
    periode: str


def dokumen_sendiri(kantor: Kantor, pelaku: Pelaku, dokumen_id: int) -> tuple[Dokumen, list[Pemakaian]]:
    """A document of one's own drive with its uses. Raises: TidakDitemukan, TidakBerwenang."""
    with kantor.lihat() as connection:
        dokumen = repository.get(connection, Dokumen, dokumen_id)
        if pelaku.pegawai_id != dokumen.pemilik_id:
            raise TidakBerwenang(
                "Dokumen ini ada di drive pegawai lain. Yang dapat mengaturnya hanya pemiliknya; Anda dapat membukanya "
                "lewat tautannya bila diberi akses.",
                kode="dokumen-milik-orang-lain",
            )
        names = {periode.periode_id: periode.nama for periode in repository.find(connection, PeriodePenilaian)}
        found = repository.find(connection, BuktiDukung, dokumen_id=dokumen_id)
    return dokumen, [Pemakaian(bukti, names.get(bukti.periode_id, "")) for bukti in found]


def banyak_pemakaian(kantor: Kantor, daftar_id: list[int]) -> Counter[int]:
    """How often each of these documents is evidence."""
    with kantor.lihat() as connection:
        return Counter(
            b.dokumen_id for b in repository.find(connection, BuktiDukung, dokumen_id=daftar_id) if b.dokumen_id
        )


def masih_ada(kantor: Kantor, daftar_id: list[int]) -> set[int]:
    """Which of these documents have not been deleted."""
    with kantor.lihat() as connection:
        return {dokumen.dokumen_id for dokumen in repository.find(connection, Dokumen, dokumen_id=daftar_id)}


def sebagai_penilai(kantor: Kantor, pemilik_id: int) -> tuple[Pelaku, str]:
    """Who assesses the owner by SIASN, and their name: to try a link as they would."""
    with kantor.lihat() as connection:
        pemilik = repository.get(connection, Pegawai, pemilik_id)
        atasan_id = atasan_menurut_siasn(connection, pemilik, repository.simulated_day(connection))
        if atasan_id is None:
            return KEPALA_DAERAH, KARTU_KEPALA_DAERAH.nama
        return Pelaku.penilai(atasan_id), repository.get(connection, Pegawai, atasan_id).nama
