"""Looking: lists and overviews the screens show. Nothing here changes anything.

Scene: Daftar SKP, SKP Bawahan, Penilaian, Monitoring Pengisian; Rekap Penilaian and Monitoring Kurva from beside it.
May import: simulator.domain, store, workflow core.
Facts: the layout of Monitoring Pengisian is ours.
Add: a list that a screen needs, named after the screen; one with rules of its own gets a file (rekap.py, kurva.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from simulator.domain.jurnal import EntriJurnal
from simulator.domain.kepegawaian import Pegawai, Profil, UnitKerja
from simulator.domain.matriks import MatriksPeranHasil
from simulator.domain.pelaksanaan import BuktiDukung, Dokumen, ProgresHarian, Realisasi, RencanaAksi, UmpanBalik
from simulator.domain.penilaian import CapaianOrganisasi, Evaluasi, Keberatan, StatusEvaluasi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import RHK, SKP, RiwayatKeterangan, StatusSKP
from simulator.rules.periode import terbuka
from simulator.store import repository
from simulator.store.rows import to_object
from simulator.store.schema import jurnal
from simulator.workflow.cascading import rhk_dapat_diintervensi
from simulator.workflow.kurva import Kurva, kurva
from simulator.workflow.locking import merangkum
from simulator.workflow.office import Kantor
from simulator.workflow.rekap import KOLOM_REKAP, BarisRekap, berlaku_pada, halaman_rekap, rekap_penilaian

__all__ = [
    "KOLOM_REKAP",
    "BarisMonitoring",
    "BarisRekap",
    "IsiPeriode",
    "Isian",
    "Kurva",
    "bawahan",
    "capaian_organisasi",
    "daftar_dokumen",
    "daftar_periode",
    "daftar_skp",
    "halaman_rekap",
    "isi_periode",
    "jejak",
    "keberatan_menunggu",
    "kurva",
    "matriks",
    "monitoring_pengisian",
    "periode_terbuka",
    "profil",
    "rekap_penilaian",
    "rhk_pimpinan",
    "riwayat_keterangan",
    "skp_bawahan",
    "skp_lengkap",
    "status_evaluasi",
    "status_menurut",
]

_ISIAN: tuple[type[Any], ...] = (RencanaAksi, BuktiDukung, Realisasi, UmpanBalik)


@dataclass(frozen=True, slots=True)
class Isian:
    """How many entries of each kind one SKP has in one period."""

    rencana: int
    bukti: int
    realisasi: int
    umpan_balik: int


def daftar_skp(kantor: Kantor, pegawai_id: int) -> list[SKP]:
    """A person's SKP, newest period first, newest version first."""
    with kantor.lihat() as connection:
        found = repository.find(connection, SKP, pegawai_id=pegawai_id)
    return sorted(found, key=lambda skp: (skp.periode_awal, skp.versi, skp.skp_id), reverse=True)


def skp_lengkap(kantor: Kantor, skp_id: int) -> SKP:
    """One SKP with its RHK, IKI, lampiran and ekspektasi."""
    with kantor.lihat() as connection:
        return repository.whole_skp(connection, skp_id)


def riwayat_keterangan(kantor: Kantor, skp_id: int) -> list[RiwayatKeterangan]:
    """Every return of an SKP with its reason, oldest first."""
    with kantor.lihat() as connection:
        return repository.find(connection, RiwayatKeterangan, skp_id=skp_id)


def rhk_pimpinan(kantor: Kantor, skp_id: int) -> list[RHK]:
    """What the select box *RHK Pimpinan yang Diintervensi* offers."""
    with kantor.lihat() as connection:
        return rhk_dapat_diintervensi(connection, repository.get(connection, SKP, skp_id))


def matriks(kantor: Kantor, skp_pimpinan_id: int) -> MatriksPeranHasil | None:
    """The Matriks Peran Hasil of one leader's SKP."""
    with kantor.lihat() as connection:
        return repository.whole_matrix(connection, skp_pimpinan_id)


def bawahan(kantor: Kantor, pegawai_id: int) -> list[Pegawai]:
    """Active direct subordinates, by SIASN."""
    with kantor.lihat() as connection:
        return repository.find(connection, Pegawai, atasan_id=pegawai_id, aktif=True)


def skp_bawahan(kantor: Kantor, pegawai_id: int) -> list[SKP]:
    """The SKP this person assesses, without old versions."""
    with kantor.lihat() as connection:
        found = repository.find(connection, SKP, penilai_id=pegawai_id)
    return [skp for skp in found if skp.status is not StatusSKP.DIGANTI]


def daftar_periode(kantor: Kantor) -> list[PeriodePenilaian]:
    """The calendar as it ends: quarters in their order, then the year that holds them."""
    with kantor.lihat() as connection:
        found = repository.find(connection, PeriodePenilaian)
    return sorted(found, key=lambda periode: (periode.periode_akhir, -periode.periode_awal.toordinal()))


@dataclass(frozen=True, slots=True)
class IsiPeriode:
    """Everything written for one SKP in one period."""

    skp: SKP
    periode: PeriodePenilaian
    status: StatusEvaluasi
    daftar_rencana: tuple[RencanaAksi, ...]
    daftar_progres: tuple[ProgresHarian, ...]
    daftar_bukti: tuple[BuktiDukung, ...]
    daftar_realisasi: tuple[Realisasi, ...]
    daftar_umpan: tuple[UmpanBalik, ...]
    evaluasi: Evaluasi | None
    keberatan: Keberatan | None


def isi_periode(kantor: Kantor, skp_id: int, periode_id: int) -> IsiPeriode:
    """What the Penilaian page of one period shows."""
    with kantor.lihat() as connection:
        where = {"skp_id": skp_id, "periode_id": periode_id}
        plans = repository.find(connection, RencanaAksi, **where)
        evaluasi = repository.find_one(connection, Evaluasi, **where)
        return IsiPeriode(
            skp=repository.whole_skp(connection, skp_id),
            periode=repository.get(connection, PeriodePenilaian, periode_id),
            status=_status(connection, skp_id, periode_id),
            daftar_rencana=tuple(plans),
            daftar_progres=tuple(
                repository.find(connection, ProgresHarian, rencana_id=[plan.rencana_id for plan in plans])
            ),
            daftar_bukti=tuple(repository.find(connection, BuktiDukung, **where)),
            daftar_realisasi=tuple(repository.find(connection, Realisasi, **where)),
            daftar_umpan=tuple(repository.find(connection, UmpanBalik, **where)),
            evaluasi=evaluasi,
            keberatan=repository.find_one(
                connection, Keberatan, evaluasi_id=-1 if evaluasi is None else evaluasi.evaluasi_id
            ),
        )


def status_evaluasi(kantor: Kantor, skp_id: int, periode_id: int) -> StatusEvaluasi:
    """Where one SKP stands in one period."""
    with kantor.lihat() as connection:
        return _status(connection, skp_id, periode_id)


def _status(connection: Connection, skp_id: int, periode_id: int) -> StatusEvaluasi:
    where = {"skp_id": skp_id, "periode_id": periode_id}
    return status_menurut(
        repository.get(connection, PeriodePenilaian, periode_id),
        repository.simulated_day(connection),
        Isian(*(repository.count(connection, kelas, **where) for kelas in _ISIAN)),
        repository.find_one(connection, Evaluasi, **where),
    )


def status_menurut(periode: PeriodePenilaian, hari: date, isian: Isian, evaluasi: Evaluasi | None) -> StatusEvaluasi:
    """A given predikat says more than anything else, then a closed period, then how far the entries have come."""
    if evaluasi is not None and evaluasi.predikat is not None:
        return StatusEvaluasi.SUDAH_DINILAI
    if hari > periode.batas_pengisian or (evaluasi is not None and evaluasi.dikunci_pada is not None):
        return StatusEvaluasi.TERKUNCI
    if merangkum(periode) or (isian.bukti and isian.realisasi):
        return StatusEvaluasi.BELUM_DINILAI
    if isian.bukti:
        return StatusEvaluasi.BUKTI_TERISI
    return StatusEvaluasi.RENCANA_AKSI_TERISI if isian.rencana else StatusEvaluasi.RENCANA_AKSI_KOSONG


@dataclass(frozen=True, slots=True)
class BarisMonitoring:
    """One person's line in Monitoring Pengisian; ``skp`` None: no SKP in force."""

    pegawai: Pegawai
    unit: str
    skp: SKP | None
    status: StatusEvaluasi | None
    isian: Isian


def monitoring_pengisian(kantor: Kantor, periode_id: int, unit_id: int | None = None) -> list[BarisMonitoring]:
    """Who has filled in what in one period, for the institution or one unit (without its sub-units)."""
    with kantor.lihat() as connection:
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        hari = repository.simulated_day(connection)
        people = repository.find(connection, Pegawai, aktif=True, **({} if unit_id is None else {"unit_id": unit_id}))
        units = {unit.unit_id: unit.nama for unit in repository.find(connection, UnitKerja)}
        documents = berlaku_pada(connection, periode)
        plans, proofs, results, words = (
            _per_skp(repository.find(connection, kelas, periode_id=periode_id)) for kelas in _ISIAN
        )
        rated = {row.skp_id: row for row in repository.find(connection, Evaluasi, periode_id=periode_id)}
    lines = []
    for pegawai in people:
        for skp in documents.get(pegawai.pegawai_id, [None]):
            key = -1 if skp is None else skp.skp_id
            entries = Isian(*(group.get(key, 0) for group in (plans, proofs, results, words)))
            status = None if skp is None else status_menurut(periode, hari, entries, rated.get(key))
            lines.append(BarisMonitoring(pegawai, units.get(pegawai.unit_id, ""), skp, status, entries))
    return lines


def _per_skp(items: Iterable[Any]) -> Counter[int]:
    return Counter(item.skp_id for item in items)


def capaian_organisasi(kantor: Kantor, periode_id: int) -> list[CapaianOrganisasi]:
    """The organisation's results in one period."""
    with kantor.lihat() as connection:
        return repository.find(connection, CapaianOrganisasi, periode_id=periode_id)


def daftar_dokumen(kantor: Kantor, pemilik_id: int) -> list[Dokumen]:
    """A person's drive, by folder and name."""
    with kantor.lihat() as connection:
        found = repository.find(connection, Dokumen, pemilik_id=pemilik_id)
    return sorted(found, key=lambda dokumen: (dokumen.folder, dokumen.nama, dokumen.dokumen_id))


def profil(kantor: Kantor, pegawai_id: int) -> Profil:
    """A person's profile."""
    with kantor.lihat() as connection:
        return repository.get(connection, Profil, pegawai_id)


def keberatan_menunggu(kantor: Kantor) -> list[Keberatan]:
    """Objections that nobody has decided yet."""
    with kantor.lihat() as connection:
        return repository.find(connection, Keberatan, status="diajukan")


def periode_terbuka(kantor: Kantor) -> list[PeriodePenilaian]:
    """The periods that may be filled in today."""
    hari = kantor.hari
    return [periode for periode in daftar_periode(kantor) if terbuka(periode, hari)]


def jejak(kantor: Kantor, objek: str, objek_id: int) -> list[EntriJurnal]:
    """The journal entries about one object, oldest first."""
    query = jurnal.select().where(jurnal.c.objek == objek, jurnal.c.objek_id == objek_id).order_by(jurnal.c.nomor)
    with kantor.lihat() as connection:
        return [to_object(EntriJurnal, row) for row in connection.execute(query).mappings()]
