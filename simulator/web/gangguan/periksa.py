"""Looking which faults are gone, and noting who mended them.

Scene: on every look at a log or at a page where one would be met. May import: SQLAlchemy, simulator.domain, store, web,
workflow.
Facts: none. Add: nothing about one fault.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from simulator.domain.jurnal import EntriJurnal
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.gangguan import catat
from simulator.web.gangguan.catat import Catatan
from simulator.web.gangguan.tempat import Tempat
from simulator.workflow.gangguan.daftar import DI_KANTOR
from simulator.workflow.gangguan.perbaikan import Hilang, entri_perbaikan
from simulator.workflow.permissions import IZIN
from simulator.workflow.seen import nomor_terakhir

#: So many journal entries later it is noted again that a fault is still there: the fewer have to be taken back.
CATAT_TIAP = 50
_CARA = {"pulihkan": "Urungkan", "cabut_gangguan": "Dicabut dari halaman Gangguan", "maju_ke": "Hari dimajukan"}


def masih_ada(tempat: Tempat, satu: Catatan) -> bool:
    """Is a fault of the office still there? Where it is gone, it is noted who mended it."""
    return satu.gangguan_id not in _yang_hilang(tempat, [satu])


def _yang_hilang(tempat: Tempat, daftar: list[Catatan]) -> set[int]:
    """Which of these are gone; who mended them is noted, and of the others that they are still there."""
    with tempat.lihat() as connection:
        ada = {s.gangguan_id: DI_KANTOR[s.kode].masih_ada(connection, s.terpasang.isi) for s in daftar}
        nomor = nomor_terakhir(connection)
    lama = [s for s in daftar if ada[s.gangguan_id] and nomor - s.dilihat >= CATAT_TIAP]
    if lama:
        with tempat.data.ubah() as web:
            for satu in lama:
                catat.dilihat(web, satu, nomor)
    hilang = [s for s in daftar if not ada[s.gangguan_id]]
    _catat_perbaikan(tempat, hilang)
    return {s.gangguan_id for s in hilang}


def _catat_perbaikan(tempat: Tempat, hilang: list[Catatan]) -> None:
    dicari = {s.gangguan_id: Hilang(_pemeriksa(s), s.dilihat) for s in hilang}
    ditemukan = entri_perbaikan(tempat.kantor, dicari)
    for satu in hilang:
        entri = ditemukan.get(satu.gangguan_id)
        oleh, hari = _siapa(tempat, entri), tempat.hari if entri is None else entri.hari
        with tempat.data.ubah() as web:
            catat.selesaikan(
                web, satu, oleh=oleh, cara=_dengan(entri), hari=hari.isoformat(),
                entri=None if entri is None else entri.nomor,
            )  # fmt: skip


def _pemeriksa(satu: Catatan) -> Callable[[Connection], bool]:
    return lambda connection: DI_KANTOR[satu.kode].masih_ada(connection, satu.terpasang.isi)


def _siapa(tempat: Tempat, entri: EntriJurnal | None) -> str:
    if entri is None:
        return "tidak tercatat"
    if entri.pelaku_id is None:
        return "Kepala Daerah" if entri.peran == "pimpinan" else "Sistem"
    with tempat.lihat() as connection:
        return repository.get(connection, Pegawai, entri.pelaku_id).nama


def _dengan(entri: EntriJurnal | None) -> str:
    if entri is None:
        return "–"
    return IZIN[entri.aksi].tombol if entri.aksi in IZIN else _CARA.get(entri.aksi, entri.aksi)


def periksa_semua(tempat: Tempat) -> None:
    """Look at every fault of the office that is on."""
    with tempat.data.lihat() as web:
        daftar = catat.terpasang(web, *DI_KANTOR)
    if daftar:
        _yang_hilang(tempat, daftar)
