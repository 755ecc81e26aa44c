"""Looking which faults are gone, and noting who mended them.

Scene: on every look at a log or at a page where one would be met. May import: simulator.domain, store, web, workflow.
Facts: none. Add: nothing about one fault.
"""

from __future__ import annotations

from simulator.domain.jurnal import EntriJurnal
from simulator.domain.kepegawaian import Pegawai
from simulator.store import repository
from simulator.web.gangguan import catat
from simulator.web.gangguan.catat import Catatan
from simulator.web.gangguan.tempat import Tempat
from simulator.workflow.gangguan.daftar import DI_KANTOR
from simulator.workflow.gangguan.perbaikan import entri_perbaikan
from simulator.workflow.permissions import IZIN
from simulator.workflow.seen import nomor_terakhir

#: So many journal entries later it is noted again that a fault is still there: the fewer have to be taken back.
CATAT_TIAP = 50
_CARA = {"pulihkan": "Urungkan", "cabut_gangguan": "Dicabut dari halaman Gangguan", "maju_ke": "Hari dimajukan"}


def masih_ada(tempat: Tempat, satu: Catatan) -> bool:
    """Is a fault of the office still there? Where it is gone, it is noted who mended it."""
    macam = DI_KANTOR[satu.kode]
    with tempat.lihat() as connection:
        ada = macam.masih_ada(connection, satu.terpasang.isi)
        nomor = nomor_terakhir(connection)
    if not ada:
        _catat_perbaikan(tempat, satu)
    elif nomor - satu.dilihat >= CATAT_TIAP:
        with tempat.data.ubah() as web:
            catat.dilihat(web, satu, nomor)
    return ada


def _catat_perbaikan(tempat: Tempat, satu: Catatan) -> None:
    macam = DI_KANTOR[satu.kode]
    entri = entri_perbaikan(tempat.kantor, lambda c: macam.masih_ada(c, satu.terpasang.isi), satu.dilihat)
    with tempat.data.ubah() as web:
        catat.selesaikan(
            web, satu, oleh=_siapa(tempat, entri), cara=_dengan(entri),
            hari=(tempat.hari if entri is None else entri.hari).isoformat(),
            entri=None if entri is None else entri.nomor,
        )  # fmt: skip


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
    for satu in daftar:
        masih_ada(tempat, satu)
