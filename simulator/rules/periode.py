"""The calendar: standard periods, when filling is open, what may not overlap.

Scene: *Manajemen Periode* and every form that asks "is this period open?". Pure: imports simulator.domain, parameters.
Facts: monthly and quarterly periods are both in use (CONFIRMED); fields nama, awal, akhir, batas pengisian, tipe, angka
(CONFIRMED, admin guide). The number of days after the end is an aturan kelas.
Add: another calendar is a second function; cases in tests/rules/periode.yaml.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from simulator.domain.periode import PeriodePenilaian, TipePeriodik
from simulator.rules.citation import Status
from simulator.rules.parameters import angka
from simulator.rules.registry import rule
from simulator.rules.sumber import FORMULIR_6_2022, KURSUS, PANDUAN_ADMIN
from simulator.rules.temuan import Temuan

_BANYAK = {TipePeriodik.BULANAN: 12, TipePeriodik.TRIWULANAN: 4, TipePeriodik.TAHUNAN: 1}
_ROMAWI = ("I", "II", "III", "IV")


def _nama(tipe: TipePeriodik, nomor: int, tahun: int) -> str:
    if tipe is TipePeriodik.TRIWULANAN:
        return f"Triwulan {_ROMAWI[nomor - 1]} Tahun {tahun}"
    return f"Periode Bulanan {nomor} Tahun {tahun}" if tipe is TipePeriodik.BULANAN else f"Tahunan {tahun}"


def batas_baku(periode_akhir: date, hari: date) -> date:
    """The class's closing day for a period that ends on ``periode_akhir``."""
    return periode_akhir + timedelta(days=int(angka("periode/batas_pengisian_hari", hari)))


@rule(
    id="periode.baku",
    judul="Periode penilaian mengikuti bulan, triwulan, atau tahun kalender",
    cites=[
        FORMULIR_6_2022.pada("dokumen evaluasi: triwulan I/II/III/IV-akhir"),
        PANDUAN_ADMIN.pada("Manajemen Periode: tipe periodik dan angka periodik"),
    ],
    assumes="Sumber tidak menyebut siapa yang memilih bulanan atau triwulanan; kelas memakai triwulanan dan tahunan.",
    parameters=("periode/batas_pengisian_hari",),
)
def periode_baku(tahun: int, tipe: TipePeriodik, hari: date, *, mulai_id: int = 1) -> tuple[PeriodePenilaian, ...]:
    """The standard periods of a year, in order, with the class's closing day."""
    lebar = 12 // _BANYAK[tipe]
    hasil = []
    for nomor in range(1, _BANYAK[tipe] + 1):
        bulan_akhir = nomor * lebar
        awal = date(tahun, bulan_akhir - lebar + 1, 1)
        akhir = date(tahun, bulan_akhir, monthrange(tahun, bulan_akhir)[1])
        hasil.append(
            PeriodePenilaian(
                mulai_id + nomor - 1,
                _nama(tipe, nomor, tahun),
                tahun,
                tipe,
                nomor,
                awal,
                akhir,
                batas_baku(akhir, hari),
            )
        )
    return tuple(hasil)


@rule(
    id="periode.batas_pengisian",
    judul="Pengisian terbuka sejak periode mulai sampai batas pengisian, kecuali diperpanjang admin",
    cites=[
        PANDUAN_ADMIN.pada("Manajemen Periode: Batas Pengisian"),
        KURSUS.pada("Batas pengisian", Status.KEBIJAKAN_KURSUS),
    ],
    assumes="Hari batas itu sendiri masih terbuka. Akibat penutupan pada tiap tombol tidak terbaca pada sumber; di "
    "kelas semua isian periode itu terkunci.",
)
def terbuka(periode: PeriodePenilaian, hari: date, batas_baru: date | None = None) -> bool:
    """May this period still be filled on that day? ``batas_baru`` is the latest extension by the admin, if any."""
    batas = max(periode.batas_pengisian, batas_baru) if batas_baru else periode.batas_pengisian
    return periode.periode_awal <= hari <= batas


@rule(
    id="periode.tertib",
    judul="Periode tidak terbalik, tidak bertindihan, tipenya seragam, dan angka periodiknya tidak berulang",
    cites=[PANDUAN_ADMIN.pada("Manajemen Periode: tipe dan angka periodik konsisten")],
    assumes="“Konsisten” dibaca: satu tahun memakai satu tipe, bulanan atau triwulanan, dan satu bulan tidak melampaui "
    "bulannya. Periode tahunan boleh menindih keduanya.",
)
def periksa_periode(daftar: Sequence[PeriodePenilaian]) -> tuple[Temuan, ...]:
    """What is wrong with a list of periods, in the order of the list."""
    hasil: list[Temuan] = []
    for urutan, periode in enumerate(daftar):
        if periode.periode_akhir < periode.periode_awal:
            hasil.append(_salah("periode-terbalik", "berakhir sebelum mulai. Perbaiki tanggalnya.", periode))
        if periode.batas_pengisian < periode.periode_akhir:
            pesan = "ditutup sebelum berakhir. Geser batas pengisian sesudah periode akhir."
            hasil.append(_salah("batas-terlalu-awal", pesan, periode))
        if not 1 <= periode.angka <= _BANYAK[periode.tipe]:
            pesan = f"memakai angka periodik {periode.angka}; untuk {periode.tipe.label} 1–{_BANYAK[periode.tipe]}."
            hasil.append(_salah("angka-di-luar-jangkauan", pesan, periode))
        if periode.tipe is TipePeriodik.BULANAN and periode.periode_awal.month != periode.periode_akhir.month:
            pesan = "bertipe Bulanan tetapi melampaui satu bulan. Perbaiki Tipe Periodik atau tanggalnya."
            hasil.append(_salah("tipe-tidak-sesuai-rentang", pesan, periode))
        for lain in daftar[:urutan]:
            if lain.tahun != periode.tahun:
                continue
            if lain.tipe is not periode.tipe:
                if TipePeriodik.TAHUNAN not in (lain.tipe, periode.tipe):
                    hasil.append(_salah("tipe-tidak-seragam", _campur(periode, lain), periode))
                continue
            if lain.angka == periode.angka:
                hasil.append(_salah("angka-ganda", f"memakai angka periodik yang sama dengan {lain.nama}.", periode))
            if lain.periode_awal <= periode.periode_akhir and periode.periode_awal <= lain.periode_akhir:
                hasil.append(_salah("periode-bertindihan", f"bertindihan dengan {lain.nama}.", periode))
    return tuple(hasil)


def _campur(periode: PeriodePenilaian, lain: PeriodePenilaian) -> str:
    return (
        f"bertipe {periode.tipe.label}, sedangkan {lain.nama} bertipe {lain.tipe.label}. "
        f"Pakai satu Tipe Periodik untuk seluruh tahun {periode.tahun}."
    )


def _salah(kode: str, pesan: str, periode: PeriodePenilaian) -> Temuan:
    return Temuan(kode, f"{periode.nama} {pesan}", "periode.tertib", "periode_penilaian", periode.periode_id)


def periode_pada(daftar: Iterable[PeriodePenilaian], tipe: TipePeriodik, hari: date) -> PeriodePenilaian | None:
    """The period of that kind in which the day lies."""
    for periode in daftar:
        if periode.tipe is tipe and periode.periode_awal <= hari <= periode.periode_akhir:
            return periode
    return None
