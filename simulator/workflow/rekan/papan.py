"""What everybody can see on one day: people, plans that are alive, and what was filled in for the open periods.

Scene: read once per day; every task of that day is decided on it. May import: SQLAlchemy, simulator.domain, store,
workflow core. Facts: none. Few wide queries instead of many small ones: a day of sixty people is read in some
hundredths of a second. Ids of rows stay out of every draw; the place in a list is what counts.
Add: a field here with the query that fills it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from simulator.domain.akun import Peran
from simulator.domain.kepegawaian import JenisJabatan, UnitKerja
from simulator.domain.pelaksanaan import Akses
from simulator.domain.penilaian import Evaluasi, Keberatan, StatusKeberatan
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import RHK, SKP, RiwayatKeterangan, StatusSKP
from simulator.domain.umpan_rekan import UmpanRekan
from simulator.rules.keberatan import batas_keberatan
from simulator.rules.periode import terbuka
from simulator.store import repository, schema
from simulator.workflow.founding import BENIH_DISEMBUNYIKAN
from simulator.workflow.locking import dalam_masa
from simulator.workflow.rekan.tugas import KEPALA_DAERAH_ID
from simulator.workflow.rekan.undian import Undian
from simulator.workflow.rekan.watak import KEBIASAAN, Kebiasaan, Watak, watak

_HIDUP = (StatusSKP.DRAFT, StatusSKP.PENGAJUAN, StatusSKP.PERSETUJUAN)
#: Nobody looks at the evaluation of a year before its last weeks.
_JELANG_TAHUNAN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Orang:
    """One active employee with an account; ``atasan_id`` as SIASN names them."""

    pegawai_id: int
    nama: str
    unit_id: int
    unit: str
    jabatan_id: int
    jabatan: str
    jenis: JenisJabatan
    atasan_id: int | None
    admin: bool


@dataclass(slots=True)
class IsiPeriode:
    """What one SKP holds in one period. ``bukti`` says for every IKI whether each of its documents opens for others."""

    rencana: dict[int, int] = field(default_factory=dict)
    progres: Counter[int] = field(default_factory=Counter)
    bukti: defaultdict[int, list[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(list))
    realisasi: dict[int, tuple[str, date]] = field(default_factory=dict)
    umpan: int = 0


@dataclass(slots=True)
class Matriks:
    """Of one leader's SKP."""

    disinkronkan: bool
    anggota: list[int] = field(default_factory=list)
    berperan: set[int] = field(default_factory=set)


def _benih(connection: Connection, benih: int) -> int:
    """The seed of the draws; where it is hidden, the digest of what the office was founded with stands in for it.

    Otherwise the colleagues of every participant of a class would be the same people.
    """
    if benih != BENIH_DISEMBUNYIKAN:
        return benih
    founded = select(schema.jurnal.c.sidik).where(schema.jurnal.c.nomor == 1)
    return int(connection.execute(founded).scalar_one()[:15], 16)


class Ingatan:
    """What does not change while an SKP is in force, kept from one day to the next."""

    def __init__(self) -> None:
        self.skp: dict[tuple[int, date | None], SKP] = {}


class Papan:
    """The office on one day."""

    def __init__(self, connection: Connection, ingatan: Ingatan) -> None:
        office = connection.execute(select(schema.instansi)).mappings().one()
        self.hari: date = office["hari_simulasi"]
        self.instansi: str = office["nama"]
        self.undian = Undian(_benih(connection, office["benih"]))
        self.unit = {unit.unit_id: unit for unit in repository.find(connection, UnitKerja)}
        self.orang = _orang(connection, self.unit)
        self.puncak = {unit.pimpinan_id for unit in self.unit.values() if unit.induk_id is None}
        self.periode = repository.find(connection, PeriodePenilaian)
        self.skp = _skp(connection, ingatan)
        self.sudah_ada = _pemilik_per_tahun(connection)
        self.kembali = _pengembalian(connection, self.skp)
        self.matriks = _matriks(connection)
        self.terbuka = [periode for periode in self.periode if terbuka(periode, self.hari)]
        seen = [periode.periode_id for periode in self.terbuka if self._dilihat(periode)]
        self.isi = _isi(connection, seen)
        self.umpan_rekan = {
            (row.pemberi_id, row.skp_id, row.periode_id)
            for row in repository.find(connection, UmpanRekan, periode_id=seen)
        }
        self.evaluasi = {
            (row.skp_id, row.periode_id): row for row in repository.find(connection, Evaluasi, periode_id=seen)
        }
        self.capaian = {
            (row.unit_id, row.periode_id)
            for row in connection.execute(
                select(schema.capaian_organisasi.c.unit_id, schema.capaian_organisasi.c.periode_id)
            )
        }
        self.dapat_keberatan = _baru_dinilai(connection, self.hari)
        self.keberatan = repository.find(connection, Keberatan, status=StatusKeberatan.DIAJUKAN)
        self._watak: dict[int, Watak] = {}

    def _dilihat(self, periode: PeriodePenilaian) -> bool:
        yearly = periode.tipe is TipePeriodik.TAHUNAN
        return not yearly or self.hari >= periode.periode_akhir - _JELANG_TAHUNAN

    def periode_skp(self, skp: SKP) -> list[PeriodePenilaian]:
        """The periods somebody may work on for this SKP today."""
        return [periode for periode in self.terbuka if self._dilihat(periode) and dalam_masa(periode, skp)]

    def isi_periode(self, skp: SKP, periode: PeriodePenilaian) -> IsiPeriode:
        """What is there for one SKP in one period."""
        return self.isi.get((skp.skp_id, periode.periode_id)) or IsiPeriode()

    def watak(self, pegawai_id: int) -> Watak:
        """The temperament of one person, the head of the region included."""
        known = self._watak.get(pegawai_id)
        if known is None:
            known = self._watak[pegawai_id] = watak(self.undian, pegawai_id)
        return known

    def kebiasaan(self, pegawai_id: int) -> Kebiasaan:
        """The habits that go with it."""
        return KEBIASAAN[self.watak(pegawai_id)]

    def penilai(self, skp: SKP) -> int | None:
        """Who assesses this SKP: an employee, the head of the region, or nobody."""
        if skp.penilai_id is None:
            return KEPALA_DAERAH_ID if skp.pegawai_id in self.puncak else None
        return skp.penilai_id if skp.penilai_id in self.orang else None

    def ditawarkan(self, skp: SKP) -> list[RHK]:
        """The superior's RHK that this SKP may intervene (as workflow.cascading, from what was read already)."""
        offered: list[RHK] = []
        for leader in self.skp.values():
            matrix = self.matriks.get(leader.skp_id)
            if (
                leader.pegawai_id == skp.penilai_id
                and leader.status is StatusSKP.PERSETUJUAN
                and leader.periode_awal <= skp.periode_akhir
                and skp.periode_awal <= leader.periode_akhir
                and matrix is not None
                and matrix.disinkronkan
                and skp.pegawai_id in matrix.anggota
            ):
                offered += leader.daftar_rhk
        return offered


def _orang(connection: Connection, unit: dict[int, UnitKerja]) -> dict[int, Orang]:
    pegawai, jabatan, akun = schema.pegawai, schema.jabatan, schema.akun
    query = (
        select(pegawai, jabatan.c.nama.label("jabatan"), jabatan.c.jenis, akun.c.peran)
        .join(jabatan, jabatan.c.jabatan_id == pegawai.c.jabatan_id)
        .join(akun, akun.c.pegawai_id == pegawai.c.pegawai_id)
        .where(pegawai.c.aktif)
        .order_by(pegawai.c.pegawai_id)
    )
    return {
        row["pegawai_id"]: Orang(
            row["pegawai_id"],
            row["nama"],
            row["unit_id"],
            unit[row["unit_id"]].nama if row["unit_id"] in unit else "",
            row["jabatan_id"],
            row["jabatan"],
            JenisJabatan.dari(row["jenis"]),
            row["atasan_id"],
            Peran.ADMIN.value in row["peran"].replace(";", ",").split(","),
        )
        for row in connection.execute(query).mappings()
    }


def _skp(connection: Connection, ingatan: Ingatan) -> dict[int, SKP]:
    """Every SKP that is alive, whole; those in force are read once and remembered."""
    bare = repository.find(connection, SKP, status=_HIDUP)
    known = {skp.skp_id: ingatan.skp.get((skp.skp_id, skp.disetujui_pada)) for skp in bare if skp.disetujui_pada}
    fresh = repository.with_children(connection, [skp for skp in bare if known.get(skp.skp_id) is None])
    whole = {skp.skp_id: skp for skp in fresh}
    for skp in fresh:
        if skp.status is StatusSKP.PERSETUJUAN:
            ingatan.skp[skp.skp_id, skp.disetujui_pada] = skp
    return {skp.skp_id: whole.get(skp.skp_id) or known[skp.skp_id] or skp for skp in bare}


def _pemilik_per_tahun(connection: Connection) -> set[tuple[int, int]]:
    """(person, year) with an SKP of their own post."""
    skp = schema.skp
    query = select(skp.c.pegawai_id, skp.c.tahun).where(skp.c.plt_plh_pjb.is_(False)).distinct()
    return {(row.pegawai_id, row.tahun) for row in connection.execute(query)}


def _pengembalian(connection: Connection, alive: dict[int, SKP]) -> dict[int, list[RiwayatKeterangan]]:
    """Every return of the SKP that wait for somebody, oldest first; what the owner noted about a revision is none."""
    waiting = [key for key, skp in alive.items() if skp.status is not StatusSKP.PERSETUJUAN]
    found: defaultdict[int, list[RiwayatKeterangan]] = defaultdict(list)
    for row in repository.find(connection, RiwayatKeterangan, skp_id=waiting):
        if row.oleh_id != alive[row.skp_id].pegawai_id:
            found[row.skp_id].append(row)
    return found


def _matriks(connection: Connection) -> dict[int, Matriks]:
    found = {row.skp_pimpinan_id: Matriks(bool(row.disinkronkan)) for row in connection.execute(select(schema.matriks))}
    members = select(schema.matriks_anggota).order_by(schema.matriks_anggota.c.anggota_id)
    for row in connection.execute(members):
        found[row.skp_pimpinan_id].anggota.append(row.pegawai_id)
    roles = select(schema.peran_hasil.c.skp_pimpinan_id, schema.peran_hasil.c.pegawai_id).distinct()
    for row in connection.execute(roles):
        found[row.skp_pimpinan_id].berperan.add(row.pegawai_id)
    return found


def _isi(connection: Connection, periode: list[int]) -> dict[tuple[int, int], IsiPeriode]:
    found: defaultdict[tuple[int, int], IsiPeriode] = defaultdict(IsiPeriode)
    plans, log = schema.rencana_aksi, schema.progres_harian
    owner: dict[int, tuple[int, int]] = {}
    for row in connection.execute(_dari(plans, periode).order_by(plans.c.rencana_id.desc())):
        # The first one stands: later rows of this loop are earlier ones of the table.
        found[row.skp_id, row.periode_id].rencana[row.rhk_id] = row.rencana_id
        owner[row.rencana_id] = (row.skp_id, row.periode_id)
    counted = (
        select(log.c.rencana_id, func.count())
        .join(plans, plans.c.rencana_id == log.c.rencana_id)
        .where(plans.c.periode_id.in_(periode))
        .group_by(log.c.rencana_id)
    )
    for rencana_id, count in connection.execute(counted):
        found[owner[rencana_id]].progres[rencana_id] = count
    proofs, papers = schema.bukti_dukung, schema.dokumen
    query = (
        select(proofs.c.skp_id, proofs.c.periode_id, proofs.c.iki_id, proofs.c.nama_eviden, papers.c.akses)
        .outerjoin(papers, papers.c.dokumen_id == proofs.c.dokumen_id)
        .where(proofs.c.periode_id.in_(periode))
        .order_by(proofs.c.bukti_id)
    )
    for row in connection.execute(query):
        opens = row.akses != Akses.PRIBADI.value
        found[row.skp_id, row.periode_id].bukti[row.iki_id].append((row.nama_eviden, opens))
    for row in connection.execute(_dari(schema.realisasi, periode)):
        found[row.skp_id, row.periode_id].realisasi[row.iki_id] = (row.realisasi, row.dicatat_pada)
    for row in connection.execute(_dari(schema.umpan_balik, periode)):
        found[row.skp_id, row.periode_id].umpan += 1
    return dict(found)


def _dari(table: Table, periode: list[int]) -> Select[Any]:
    return select(table).where(table.c.periode_id.in_(periode))


def _baru_dinilai(connection: Connection, hari: date) -> list[Evaluasi]:
    """Results that may still be objected to, and that nobody has objected to."""
    first = hari - (batas_keberatan(hari) - hari)
    evaluasi, keberatan = schema.evaluasi, schema.keberatan
    query = (
        select(evaluasi.c.evaluasi_id)
        .outerjoin(keberatan, keberatan.c.evaluasi_id == evaluasi.c.evaluasi_id)
        .where(evaluasi.c.dinilai_pada >= first, keberatan.c.keberatan_id.is_(None))
    )
    return repository.find(connection, Evaluasi, evaluasi_id=list(connection.execute(query).scalars()))
