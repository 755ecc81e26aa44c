"""Penilaian Diri: the periods of one SKP, and the sheet of one period as its reader may see it.

Scene: Daftar SKP, Penilaian; the pages of an employee's own work. Nothing here changes anything.
May import: simulator.domain, rules.periode, store, workflow core and queries.
Facts: the list shows name, beginning and end of each period (CONFIRMED, ekinerja-app §1.3 step 11) once the SKP is
approved (gate seen in look-alikes only, CLONE); *Belum Dinilai / Sudah Dinilai* are look-alike labels (§3.1).
Add: something a page of one period has to know about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from simulator.domain.errors import StatusTidakSesuai, TidakDitemukan
from simulator.domain.kepegawaian import Pegawai
from simulator.domain.pelaksanaan import BuktiDukung, Realisasi, RencanaAksi, UmpanBalik
from simulator.domain.penilaian import Evaluasi, StatusEvaluasi
from simulator.domain.periode import PeriodePenilaian
from simulator.domain.skp import RHK, SKP, StatusSKP
from simulator.rules.periode import terbuka
from simulator.store import repository
from simulator.workflow import queries
from simulator.workflow.actor import Pelaku
from simulator.workflow.locking import dalam_masa, merangkum, wajib_status
from simulator.workflow.office import Kantor
from simulator.workflow.structure import KARTU_KEPALA_DAERAH, atasan_menurut_siasn
from simulator.workflow.viewing import wajib_boleh_melihat_skp

#: With one of these an SKP has a Penilaian.
BERJALAN = (StatusSKP.PERSETUJUAN, StatusSKP.SELESAI, StatusSKP.DIGANTI)


@dataclass(frozen=True, slots=True)
class BarisPeriode:
    """One period in the list; ``tertutup`` says in a sentence why nothing can be filled in, empty while it can."""

    periode: PeriodePenilaian
    isian: queries.Isian
    status: StatusEvaluasi
    evaluasi: Evaluasi | None
    tertutup: str


@dataclass(frozen=True, slots=True)
class LembarSKP:
    """The Penilaian list of one SKP; ``baris`` is empty until the SKP is approved."""

    skp: SKP
    pemilik: Pegawai
    milik: bool
    baris: tuple[BarisPeriode, ...]


@dataclass(frozen=True, slots=True)
class LembarPeriode:
    """One SKP in one period; ``nama`` has everybody named in it, ``pemutus`` who would decide an objection."""

    isi: queries.IsiPeriode
    pemilik: Pegawai
    milik: bool
    tertutup: str
    nama: dict[int, str]
    pemutus: str
    #: What the superior's RHK says, by its id.
    teks_atasan: dict[int, str]

    @property
    def dapat_diisi(self) -> bool:
        """May the reader fill in something here?"""
        return self.milik and not self.tertutup

    @property
    def merangkum(self) -> bool:
        """Is this the annual period, whose plans and evidence lie in its months or quarters?"""
        return merangkum(self.isi.periode)


def daftar_penilaian(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> LembarSKP:
    """The periods that touch an SKP, in the order of the calendar. Raises: TidakBerwenang, TidakDitemukan."""
    with kantor.lihat() as connection:
        skp = repository.get(connection, SKP, skp_id)
        wajib_boleh_melihat_skp(connection, pelaku, skp)
        hari = repository.simulated_day(connection)
        pemilik = repository.get(connection, Pegawai, skp.pegawai_id)
        found = repository.find(connection, PeriodePenilaian) if skp.status in BERJALAN else []
        rows = [
            (periode, _isian(connection, skp_id, periode.periode_id), _evaluasi(connection, skp_id, periode.periode_id))
            for periode in sorted(found, key=_urutan)
            if dalam_masa(periode, skp)
        ]
    return LembarSKP(
        skp, pemilik, pelaku.pegawai_id == skp.pegawai_id,
        tuple(
            BarisPeriode(
                periode, isian, queries.status_evaluasi(kantor, skp_id, periode.periode_id), evaluasi,
                tertutup(skp, periode, evaluasi, hari),
            )
            for periode, isian, evaluasi in rows
        ),
    )  # fmt: skip


def lembar_periode(kantor: Kantor, pelaku: Pelaku, skp_id: int, periode_id: int) -> LembarPeriode:
    """Everything of one period, for those who may see the SKP.

    Raises: TidakBerwenang; TidakDitemukan; StatusTidakSesuai — the SKP is not approved yet.
    """
    with kantor.lihat() as connection:
        skp = repository.get(connection, SKP, skp_id)
        wajib_boleh_melihat_skp(connection, pelaku, skp)
        wajib_status(skp, *BERJALAN, untuk="Penilaian")
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        if not dalam_masa(periode, skp):
            raise TidakDitemukan(
                f"{periode.nama} di luar masa SKP ini. Buka Penilaian dari SKP yang masanya mencakup periode itu.",
                kode="periode-di-luar-skp",
            )
        hari = repository.simulated_day(connection)
        evaluasi = _evaluasi(connection, skp_id, periode_id)
        pemilik = repository.get(connection, Pegawai, skp.pegawai_id)
        names = {pegawai.pegawai_id: pegawai.nama for pegawai in repository.find(connection, Pegawai)}
        own = repository.find(connection, RHK, skp_id=skp_id)
        wanted = [rhk.rhk_atasan_id for rhk in own if rhk.rhk_atasan_id is not None]
        intervened = {rhk.rhk_id: rhk.teks for rhk in repository.find(connection, RHK, rhk_id=wanted)}
        above = _di_atas_penilai(connection, skp.penilai_id if evaluasi is None else evaluasi.penilai_id, hari)
    return LembarPeriode(
        isi=queries.isi_periode(kantor, skp_id, periode_id),
        pemilik=pemilik,
        milik=pelaku.pegawai_id == skp.pegawai_id,
        tertutup=tertutup(skp, periode, evaluasi, hari),
        nama=names,
        pemutus=KARTU_KEPALA_DAERAH.nama if above is None else names[above],
        teks_atasan=intervened,
    )


def tertutup(skp: SKP, periode: PeriodePenilaian, evaluasi: Evaluasi | None, hari: date) -> str:
    """Why nothing can be filled in; empty where it can. The actions refuse for the same reasons."""
    try:
        wajib_status(skp, StatusSKP.PERSETUJUAN, untuk="Pengisian")
    except StatusTidakSesuai as error:
        return error.pesan
    if hari < periode.periode_awal:
        return f"{periode.nama} baru dimulai {periode.periode_awal:%d-%m-%Y}; pengisiannya terbuka sejak hari itu."
    if (evaluasi is not None and evaluasi.dikunci_pada is not None) or not terbuka(periode, hari):
        return (
            f"{periode.nama} sudah terkunci (batas pengisian {periode.batas_pengisian:%d-%m-%Y}): isinya hanya dapat "
            "dibaca. Bila masih ada yang harus diisi, minta admin instansi memperpanjang batas pengisian, beserta "
            "alasannya."
        )
    return ""


def _urutan(periode: PeriodePenilaian) -> tuple[date, int]:
    """As they end; the year after its last quarter."""
    return periode.periode_akhir, -periode.periode_awal.toordinal()


def _isian(connection: Connection, skp_id: int, periode_id: int) -> queries.Isian:
    kinds = (RencanaAksi, BuktiDukung, Realisasi, UmpanBalik)
    return queries.Isian(*(repository.count(connection, kind, skp_id=skp_id, periode_id=periode_id) for kind in kinds))


def _evaluasi(connection: Connection, skp_id: int, periode_id: int) -> Evaluasi | None:
    return repository.find_one(connection, Evaluasi, skp_id=skp_id, periode_id=periode_id)


def _di_atas_penilai(connection: Connection, penilai_id: int | None, hari: date) -> int | None:
    """The assessor's superior; None: the head of the region."""
    penilai = repository.find_one(connection, Pegawai, pegawai_id=penilai_id)
    return None if penilai is None else atasan_menurut_siasn(connection, penilai, hari)
