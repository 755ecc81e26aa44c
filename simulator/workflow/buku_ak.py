"""What the pages and the sheet of angka kredit show: one person's years, and the drafts that wait for one assessor.

Scene: *Angka Kredit*, *PAK Bawahan*, Cetak PAK. Nothing here changes anything.
May import: simulator.domain, rules.angka_kredit, store, workflow core.
Facts: which step a year has reached (SINGLE, BKN guide ch. 8 as quoted); the layout of both pages is label simulasi.
Add: another column as a field here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection

from simulator.domain.errors import BelumLengkap, TidakBerwenang
from simulator.domain.kepegawaian import Jabatan, JenisPegawai, Jenjang, Pegawai
from simulator.domain.skp import SKP
from simulator.rules.angka_kredit import kebutuhan_jenjang, kebutuhan_pangkat
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.angka_kredit import TahunAK, angka_kredit
from simulator.workflow.cetak import NaskahSKP, naskah_di
from simulator.workflow.office import Kantor
from simulator.workflow.viewing import boleh_melihat_skp, peran_tambahan


@dataclass(frozen=True, slots=True)
class Kebutuhan:
    """What the next step asks for, and how much of it is there."""

    untuk: str
    perlu: Decimal
    ada: Decimal

    @property
    def kurang(self) -> Decimal:
        """What is still missing, never below zero."""
        return max(self.perlu - self.ada, Decimal(0))


@dataclass(frozen=True, slots=True)
class BukuAK:
    """One person's angka kredit, the newest year first; ``jenjang`` None outside a functional post."""

    pegawai: Pegawai
    jabatan: str
    jenjang: Jenjang | None
    daftar_tahun: tuple[TahunAK, ...]
    kebutuhan: tuple[Kebutuhan, ...]

    @property
    def terkumpul(self) -> Decimal:
        """All of the present jenjang so far, also what is not approved yet."""
        return self.daftar_tahun[0].akumulasi if self.daftar_tahun else Decimal(0)


@dataclass(frozen=True, slots=True)
class BarisPAK:
    """One year of one person whom this assessor has rated."""

    pegawai: Pegawai
    jabatan: str
    tahun: TahunAK


@dataclass(frozen=True, slots=True)
class NaskahPAK:
    """One year on paper, with the years before that it adds up."""

    naskah: NaskahSKP
    tahun: TahunAK
    sebelum: tuple[TahunAK, ...]
    kebutuhan: tuple[Kebutuhan, ...]


def buku_ak(kantor: Kantor, pelaku: Pelaku, pegawai_id: int) -> BukuAK:
    """One person's book. Raises: TidakDitemukan, TidakBerwenang."""
    with kantor.lihat() as connection:
        orang = repository.get(connection, Pegawai, pegawai_id)
        _wajib_boleh_melihat(connection, pelaku, orang)
        post = repository.get(connection, Jabatan, orang.jabatan_id)
        years = angka_kredit(connection, [pegawai_id]).get(pegawai_id, [])
        jenjang = years[-1].jenjang if years else post.jenjang
        return BukuAK(orang, post.nama, jenjang, tuple(reversed(years)), _kebutuhan(orang, years))


def pak_bawahan(kantor: Kantor, penilai_id: int) -> list[BarisPAK]:
    """Every year that this assessor may approve, the newest first, then by name."""
    with kantor.lihat() as connection:
        owners = {skp.pegawai_id for skp in repository.find(connection, SKP, penilai_id=penilai_id)} - {penilai_id}
        years = angka_kredit(connection, sorted(owners))
        people = {row.pegawai_id: row for row in repository.find(connection, Pegawai, pegawai_id=list(years))}
        posts = {row.jabatan_id: row.nama for row in repository.find(connection, Jabatan)}
    found = [
        BarisPAK(people[who], posts.get(people[who].jabatan_id, "–"), year)
        for who, daftar in years.items()
        for year in daftar
        if year.penilai_id == penilai_id
    ]
    return sorted(found, key=lambda satu: (-satu.tahun.tahun, satu.pegawai.nama))


def naskah_pak(kantor: Kantor, pelaku: Pelaku, pegawai_id: int, tahun: int) -> NaskahPAK:
    """One year on paper. Raises: TidakDitemukan, TidakBerwenang, BelumLengkap — nothing was converted."""
    with kantor.lihat() as connection:
        orang = repository.get(connection, Pegawai, pegawai_id)
        _wajib_boleh_melihat(connection, pelaku, orang)
        years = angka_kredit(connection, [pegawai_id]).get(pegawai_id, [])
        up_to = [year for year in years if year.tahun <= tahun]
        if not up_to or up_to[-1].tahun != tahun:
            raise BelumLengkap(
                f"Belum ada predikat {tahun} dalam jabatan fungsional, jadi belum ada angka kredit yang dicetak. "
                "Tunggu pejabat penilai menilai periodenya.",
                kode="pak-tanpa-predikat",
            )
        naskah = naskah_di(connection, pelaku, up_to[-1].daftar[-1].skp.skp_id)
        before = tuple(year for year in up_to[:-1] if year.jenjang is up_to[-1].jenjang)
        return NaskahPAK(naskah, up_to[-1], before, _kebutuhan(orang, up_to))


def _wajib_boleh_melihat(connection: Connection, pelaku: Pelaku, orang: Pegawai) -> None:
    if pelaku.pegawai_id == orang.pegawai_id:
        return
    if pelaku.pegawai_id is not None and peran_tambahan(connection, pelaku.pegawai_id):
        return
    plans = repository.find(connection, SKP, pegawai_id=orang.pegawai_id)
    if not any(boleh_melihat_skp(connection, pelaku, skp) for skp in plans):
        raise TidakBerwenang(
            "Angka kredit ini milik pegawai lain yang tidak Anda nilai. Yang dapat membukanya: pemiliknya, pejabat "
            "penilainya, atasan pejabat penilai, admin instansi, dan pimpinan.",
            kode="angka-kredit-bukan-untuk-anda",
        )


def _kebutuhan(orang: Pegawai, years: list[TahunAK]) -> tuple[Kebutuhan, ...]:
    """PPPK have no kenaikan pangkat to collect for; the top of a category has no kenaikan jenjang."""
    if not years or orang.jenis_pegawai is not JenisPegawai.PNS:
        return ()
    last = years[-1]
    day = last.daftar[-1].periode.periode_akhir
    steps = (
        ("kenaikan pangkat", kebutuhan_pangkat(last.jenjang, day)),
        ("kenaikan jenjang", kebutuhan_jenjang(last.jenjang, day)),
    )
    return tuple(Kebutuhan(untuk, perlu, last.akumulasi) for untuk, perlu in steps if perlu is not None)
