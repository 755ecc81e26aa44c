"""The annual predikat of one SKP of a functional official, converted to angka kredit.

Scene: Cetak Konversi; what a whole year comes to, its approval and its sheet are angka_kredit.py and buku_ak.py.
May import: simulator.domain, rules.angka_kredit and parameters, store, workflow core.
Facts: conversion PermenPANRB 1/2023 Pasal 37, formula Peraturan BKN 3/2023 (CONFIRMED, see rules/angka_kredit.py).
Which months count where two SKP meet within one is not said: a month counts for the SKP in force on its last day, so
that no month counts twice (REKAAN penyusun).
Add: another line of the sheet as a field of LembarKonversi.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from simulator.domain.errors import BelumLengkap, StatusTidakSesuai
from simulator.domain.kepegawaian import JenisJabatan, JenisPegawai, Jenjang, Pegawai
from simulator.domain.penilaian import Evaluasi, Keberatan, Predikat, StatusKeberatan
from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.domain.skp import SKP
from simulator.rules.angka_kredit import kebutuhan_jenjang, kebutuhan_pangkat, koefisien, konversi
from simulator.rules.parameters import tabel
from simulator.store import repository
from simulator.workflow.actor import Pelaku
from simulator.workflow.cetak import NaskahSKP, naskah_di
from simulator.workflow.locking import dalam_masa
from simulator.workflow.office import Kantor


@dataclass(frozen=True, slots=True)
class LembarKonversi:
    """One conversion; ``persen`` 1 = 100 percent, ``kebutuhan_…`` None where there is no next step."""

    naskah: NaskahSKP
    jenjang: Jenjang
    periode: PeriodePenilaian
    predikat: Predikat
    dinilai_pada: date | None
    bulan: int
    persen: Decimal
    koefisien: Decimal
    angka_kredit: Decimal
    kebutuhan_pangkat: Decimal | None
    kebutuhan_jenjang: Decimal | None
    keberatan_terbuka: bool


def bulan_terhitung(awal: date, akhir: date) -> int:
    """Months of the year of ``akhir`` on whose last day the time awal–akhir runs, 0 to 12."""
    year = akhir.year
    ends = (date(year, month, monthrange(year, month)[1]) for month in range(1, 13))
    return sum(awal <= end <= akhir for end in ends)


def pak(kantor: Kantor, pelaku: Pelaku, skp_id: int) -> LembarKonversi:
    """The conversion of one SKP. Raises: TidakDitemukan, TidakBerwenang, StatusTidakSesuai, BelumLengkap."""
    with kantor.lihat() as connection:
        naskah = naskah_di(connection, pelaku, skp_id)
        jenjang = _jenjang(naskah)
        periode, evaluasi, predikat = _tahunan(connection, naskah.skp)
        orang = repository.get(connection, Pegawai, naskah.skp.pegawai_id)
        objections = repository.find(connection, Keberatan, evaluasi_id=evaluasi.evaluasi_id)
    months = bulan_terhitung(naskah.skp.periode_awal, naskah.skp.periode_akhir)
    if months == 0:
        raise StatusTidakSesuai(
            "Masa SKP ini tidak mencapai akhir satu bulan pun, jadi tidak ada bulan yang dikonversi. Angka kreditnya "
            "dihitung pada SKP berikutnya.",
            kode="tanpa-bulan-dinilai",
        )
    day = periode.periode_akhir
    promoted = orang.jenis_pegawai is JenisPegawai.PNS  # PPPK have no kenaikan pangkat to collect for
    return LembarKonversi(
        naskah=naskah,
        jenjang=jenjang,
        periode=periode,
        predikat=predikat,
        dinilai_pada=evaluasi.dinilai_pada,
        bulan=months,
        persen=tabel("angka_kredit/persen_predikat", day)[predikat.value],
        koefisien=koefisien(jenjang, day),
        angka_kredit=konversi(jenjang, predikat, months, hari=day),
        kebutuhan_pangkat=kebutuhan_pangkat(jenjang, day) if promoted else None,
        kebutuhan_jenjang=kebutuhan_jenjang(jenjang, day) if promoted else None,
        keberatan_terbuka=any(row.status is StatusKeberatan.DIAJUKAN for row in objections),
    )


def _jenjang(naskah: NaskahSKP) -> Jenjang:
    if naskah.jabatan.jenis is not JenisJabatan.JF or naskah.jabatan.jenjang is None:
        raise StatusTidakSesuai(
            f"Angka kredit hanya untuk pejabat fungsional. SKP ini untuk jabatan {naskah.jabatan.nama} "
            f"({naskah.jabatan.jenis.label}), yang tidak mengumpulkan angka kredit.",
            kode="bukan-pejabat-fungsional",
        )
    return naskah.jabatan.jenjang


def _tahunan(connection: Connection, skp: SKP) -> tuple[PeriodePenilaian, Evaluasi, Predikat]:
    """The rated final period of an SKP. Raises: BelumLengkap."""
    for periode in repository.find(connection, PeriodePenilaian, tipe=TipePeriodik.TAHUNAN):
        if not dalam_masa(periode, skp):
            continue
        evaluasi = repository.find_one(connection, Evaluasi, skp_id=skp.skp_id, periode_id=periode.periode_id)
        if evaluasi is not None and evaluasi.predikat is not None:
            return periode, evaluasi, evaluasi.predikat
    raise BelumLengkap(
        "Predikat kinerja tahunan SKP ini belum ada, jadi belum ada yang dikonversi menjadi angka kredit. Tunggu "
        "pejabat penilai menilai periode tahunan.",
        kode="predikat-tahunan-belum-ada",
    )
