"""What a printed document needs, gathered once somebody may see it.

Scene: Cetak of SKP, lampiran, matriks, evaluasi and dokumen evaluasi.
May import: simulator.domain, store, workflow core and queries.
Facts: which documents there are (CONFIRMED, ekinerja-app §2.13). Evaluation is printed from Persetujuan on: links to it
are dead before (CLONE, ekinerja-app §3.5), here a sentence. Whose capaian organisasi stands on a form is the team the
assessor leads, as in Monitoring Kurva (see unit_capaian). Add: another document as one function with its dataclass.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from simulator.domain.errors import BelumLengkap, StatusTidakSesuai
from simulator.domain.kepegawaian import Instansi, Jabatan, Pegawai, Profil, UnitKerja
from simulator.domain.matriks import MatriksPeranHasil
from simulator.domain.penilaian import CapaianOrganisasi, Evaluasi
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import RHK, SKP, IdentitasSKP, StatusSKP
from simulator.store import repository
from simulator.store.rows import to_object
from simulator.store.schema import skp as tabel_skp
from simulator.workflow.actor import Pelaku
from simulator.workflow.locking import dalam_masa
from simulator.workflow.office import Kantor
from simulator.workflow.queries import IsiPeriode, isi_periode
from simulator.workflow.structure import KARTU_KEPALA_DAERAH, atasan_menurut_siasn, pangkat_golongan
from simulator.workflow.viewing import peran_tambahan, wajib_boleh_melihat_skp

#: No signature block and no evaluation while an SKP stands here (CLONE, ekinerja-app §3.5).
BELUM_DISETUJUI = (StatusSKP.DRAFT, StatusSKP.PENGAJUAN)
CARI_MAKS = 50


@dataclass(frozen=True, slots=True)
class NaskahSKP:
    """One SKP on paper; ``rhk_pimpinan`` is what column (2) says, by the id of the superior's RHK."""

    skp: SKP
    instansi: Instansi
    jabatan: Jabatan
    rhk_pimpinan: Mapping[int, str]
    hari: date

    @property
    def bertanda_tangan(self) -> bool:
        """May the signature block be shown?"""
        return self.skp.status not in BELUM_DISETUJUI


@dataclass(frozen=True, slots=True)
class NaskahEvaluasi:
    """One SKP in one period; ``pemberi`` are the names of those who gave feedback, by their id."""

    naskah: NaskahSKP
    isi: IsiPeriode
    pemberi: Mapping[int, str]
    unit: UnitKerja | None
    capaian: CapaianOrganisasi | None
    atasan_penilai: IdentitasSKP


@dataclass(frozen=True, slots=True)
class NaskahMatriks:
    """A leader's matrix; ``anggota`` are (pegawai_id, name, post) in the order of its rows."""

    naskah: NaskahSKP
    matriks: MatriksPeranHasil
    anggota: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class PilihanCetak:
    """What may be printed of one SKP: each period with its evaluation or None."""

    naskah: NaskahSKP
    bermatriks: bool
    periode: tuple[tuple[PeriodePenilaian, Evaluasi | None], ...]

    @property
    def dinilai(self) -> bool:
        """Was any period rated?"""
        return any(row is not None and row.predikat is not None for _, row in self.periode)

    @property
    def tahunan_dinilai(self) -> bool:
        """Was the year as a whole rated?"""
        return any(
            row is not None and row.predikat is not None
            for periode, row in self.periode
            if periode.tipe is TipePeriodik.TAHUNAN
        )


def naskah_skp(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> NaskahSKP:
    """An SKP with what surrounds it on paper. Raises: TidakDitemukan, TidakBerwenang."""
    with kantor.lihat() as connection:
        return naskah_di(connection, pelaku, skp_id)


def naskah_di(connection: Connection, pelaku: Pelaku, skp_id: int) -> NaskahSKP:
    """The same, within somebody's look."""
    skp = repository.get(connection, SKP, skp_id)
    wajib_boleh_melihat_skp(connection, pelaku, skp)
    skp = repository.whole_skp(connection, skp_id)
    above = [rhk.rhk_atasan_id for rhk in skp.daftar_rhk if rhk.rhk_atasan_id is not None]
    return NaskahSKP(
        skp=skp,
        instansi=repository.find(connection, Instansi)[0],
        jabatan=repository.get(connection, Jabatan, skp.jabatan_id),
        rhk_pimpinan={rhk.rhk_id: rhk.teks for rhk in repository.find(connection, RHK, rhk_id=above)},
        hari=repository.simulated_day(connection),
    )


def naskah_matriks(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> NaskahMatriks:
    """A leader's Matriks Peran Hasil. Raises: TidakDitemukan, TidakBerwenang, BelumLengkap — there is none."""
    with kantor.lihat() as connection:
        naskah = naskah_di(connection, pelaku, skp_id)
        matriks = repository.whole_matrix(connection, skp_id)
        if matriks is None:
            raise BelumLengkap(
                "Matriks Peran Hasil untuk SKP ini belum ada. Pimpinan membuatnya di Matriks Peran Hasil dengan "
                "Sinkronisasi SKP Bawahan atau Tambah Pegawai; sesudah itu dapat dicetak.",
                kode="matriks-belum-ada",
            )
        names = {row.pegawai_id: row for row in _orang(connection, matriks.anggota_id)}
        posts = {row.pegawai_id: row.jabatan_nama for row in _profil(connection, matriks.anggota_id)}
    members = tuple((key, names[key].nama, posts.get(key, "")) for key in matriks.anggota_id if key in names)
    return NaskahMatriks(naskah, matriks, members)


def naskah_evaluasi(kantor: Kantor, pelaku: Pelaku, skp_id: int, periode_id: int) -> NaskahEvaluasi:
    """One period of one SKP. Raises: TidakDitemukan, TidakBerwenang, StatusTidakSesuai — too early, or another year."""
    with kantor.lihat() as connection:
        naskah = naskah_di(connection, pelaku, skp_id)
        periode = repository.get(connection, PeriodePenilaian, periode_id)
        _wajib_dapat_dinilai(naskah.skp, periode)
        unit = unit_capaian(connection, naskah.skp)
        capaian = None
        if unit is not None:
            capaian = repository.find_one(connection, CapaianOrganisasi, unit_id=unit.unit_id, periode_id=periode_id)
        atasan_penilai = _atasan_penilai(connection, naskah)
    isi = isi_periode(kantor, skp_id, periode_id)
    with kantor.lihat() as connection:
        givers = _orang(connection, {umpan.pemberi_id for umpan in isi.daftar_umpan})
    pemberi = {row.pegawai_id: row.nama for row in givers}
    return NaskahEvaluasi(naskah, isi, pemberi, unit, capaian, atasan_penilai)


def _wajib_dapat_dinilai(skp: SKP, periode: PeriodePenilaian) -> None:
    if skp.status in BELUM_DISETUJUI:
        raise StatusTidakSesuai(
            f"SKP ini masih {skp.status.label}. Evaluasi dapat dicetak sesudah SKP disetujui pejabat penilai; sampai "
            "saat itu yang dapat dicetak SKP dan lampirannya.",
            kode=f"skp-{skp.status.value}",
        )
    if not dalam_masa(periode, skp):
        raise StatusTidakSesuai(
            f"{periode.nama} di luar masa SKP ini ({skp.periode_awal:%d-%m-%Y} s.d. {skp.periode_akhir:%d-%m-%Y}). "
            "Pilih periode lain, atau SKP yang masanya mencakup periode itu.",
            kode="periode-di-luar-skp",
        )


def unit_capaian(connection: Connection, skp: SKP) -> UnitKerja | None:
    """The unit whose capaian organisasi the pattern of this person follows: the team the assessor leads.

    It is the nearest such unit at or above the own one; where the assessor leads none of these (PLT, or the head of the
    institution), the own unit. A unit that was never given a capaian, as a subbagian, goes with the one above it that
    was (REKAAN penyusun; the sheet names the unit).
    """
    chain = list(_ke_atas(connection, repository.find_one(connection, UnitKerja, unit_id=skp.unit_id)))
    led = [nomor for nomor, unit in enumerate(chain) if skp.penilai_id and unit.pimpinan_id == skp.penilai_id]
    chain = chain[led[0] if led else 0 :]
    measured = (unit for unit in chain if repository.count(connection, CapaianOrganisasi, unit_id=unit.unit_id))
    return next(measured, chain[0] if chain else None)


def _ke_atas(connection: Connection, unit: UnitKerja | None) -> Iterator[UnitKerja]:
    """A unit and those above it; a circle in the data ends it."""
    seen: set[int] = set()
    while unit is not None and unit.unit_id not in seen:
        seen.add(unit.unit_id)
        yield unit
        unit = None if unit.induk_id is None else repository.find_one(connection, UnitKerja, unit_id=unit.induk_id)


def _atasan_penilai(connection: Connection, naskah: NaskahSKP) -> IdentitasSKP:
    """Who stands above the assessor: as SIASN has it, else their own assessor, else the head of the region."""
    penilai = repository.find_one(connection, Pegawai, pegawai_id=naskah.skp.penilai_id)
    if penilai is None or naskah.skp.penilai_id is None:
        return KARTU_KEPALA_DAERAH
    above = atasan_menurut_siasn(connection, penilai, naskah.hari)
    if above is not None:
        orang = repository.get(connection, Pegawai, above)
        profil = repository.find_one(connection, Profil, pegawai_id=above)
        pangkat = pangkat_golongan(orang.pangkat, orang.golongan)
        return IdentitasSKP(
            orang.nip, orang.nama, pangkat, profil.jabatan_nama if profil else "", profil.unit_nama if profil else ""
        )
    documents = repository.find(connection, SKP, pegawai_id=penilai.pegawai_id, tahun=naskah.skp.tahun)
    cards = [row.identitas_penilai for row in documents if row.status not in BELUM_DISETUJUI and row.identitas_penilai]
    return cards[-1] if cards else KARTU_KEPALA_DAERAH


def pilihan_cetak(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> PilihanCetak:
    """Everything printable of one SKP. Raises: TidakDitemukan, TidakBerwenang."""
    with kantor.lihat() as connection:
        naskah = naskah_di(connection, pelaku, skp_id)
        bermatriks = repository.whole_matrix(connection, skp_id) is not None
        rated = {row.periode_id: row for row in repository.find(connection, Evaluasi, skp_id=skp_id)}
        periods = [row for row in repository.find(connection, PeriodePenilaian) if dalam_masa(row, naskah.skp)]
    # The year after its last quarter, which ends on the same day.
    periods.sort(key=lambda periode: (periode.periode_akhir, -periode.periode_awal.toordinal()))
    return PilihanCetak(naskah, bermatriks, tuple((periode, rated.get(periode.periode_id)) for periode in periods))


def cari_skp(kantor: Kantor, pelaku: Pelaku, kata: str) -> list[SKP]:
    """Up to CARI_MAKS SKP whose owner's name or NIP holds ``kata``; for admin and leadership, else nothing."""
    kata = kata.strip()
    if not kata or pelaku.pegawai_id is None:
        return []
    with kantor.lihat() as connection:
        if not peran_tambahan(connection, pelaku.pegawai_id):
            return []
        column = tabel_skp.c
        named = column.pegawai_nama.icontains(kata, autoescape=True)
        numbered = column.pegawai_nip.startswith(kata, autoescape=True)
        query = (
            select(tabel_skp)
            .where(named | numbered)
            .order_by(column.pegawai_nama, column.periode_awal.desc(), column.versi.desc(), column.skp_id)
            .limit(CARI_MAKS)
        )
        return [to_object(SKP, row) for row in connection.execute(query).mappings()]


def _orang(connection: Connection, keys: Iterable[int]) -> list[Pegawai]:
    return repository.find(connection, Pegawai, pegawai_id=list(keys))


def _profil(connection: Connection, keys: Iterable[int]) -> list[Profil]:
    return repository.find(connection, Profil, pegawai_id=list(keys))
