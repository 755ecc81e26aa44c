"""Pola distribusi: how the predikat of a unit's people may spread, given the organisation's result.

Scene: calibration of one unit in one period. Pure: imports simulator.domain, the parameters and the rule registry.
Facts: SE MenPANRB 3/2023 — that a pattern exists is CONFIRMED, its percentages are SINGLE; a consideration for the
leader, with presence rules worded as obligations. Numbers in parameters/distribusi/.
Add: a changed share is a new date in its file; cases in tests/rules/distribusi.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor

from simulator.domain.errors import DataTidakSah
from simulator.domain.penilaian import Predikat, PredikatOrganisasi, Rating
from simulator.rules.citation import Status
from simulator.rules.parameters import angka
from simulator.rules.registry import rule
from simulator.rules.sumber import KURSUS, SE_MENPANRB_3_2023, URL_SE_3_2023_PERSEN, URL_SE_3_2023_TAHAP

# (predikat, bound) → name of the dated number; what is not listed is free.
_BATAS: dict[PredikatOrganisasi, dict[tuple[Predikat, str], str]] = {
    PredikatOrganisasi.ISTIMEWA: {(Predikat.SANGAT_BAIK, "maks"): "istimewa_sangat_baik_maks"},
    PredikatOrganisasi.BAIK: {(Predikat.BAIK, "maks"): "baik_baik_maks"},
    PredikatOrganisasi.BUTUH_PERBAIKAN: {
        (Predikat.BUTUH_PERBAIKAN, "min"): "butuh_perbaikan_butuh_perbaikan_min",
        (Predikat.SANGAT_BAIK, "maks"): "butuh_perbaikan_sangat_baik_maks",
    },
    PredikatOrganisasi.KURANG: {
        (Predikat.KURANG, "min"): "kurang_kurang_min",
        (Predikat.BUTUH_PERBAIKAN, "min"): "kurang_butuh_perbaikan_min",
        (Predikat.SANGAT_BAIK, "maks"): "kurang_sangat_baik_maks",
    },
    PredikatOrganisasi.SANGAT_KURANG: {
        (Predikat.SANGAT_KURANG, "min"): "sangat_kurang_sangat_kurang_min",
        (Predikat.SANGAT_BAIK, "maks"): "sangat_kurang_sangat_baik_maks",
    },
}
_PARAMETER = tuple(sorted(f"distribusi/{nama}" for isi in _BATAS.values() for nama in isi.values())) + (
    "distribusi/sangat_kurang_kurang_atau_butuh_perbaikan_min",
    "distribusi/unit_kecil_maks_pegawai",
)
_SUMBER = (
    SE_MENPANRB_3_2023.pada("panduan pola distribusi (adanya pola)", url=URL_SE_3_2023_TAHAP),
    SE_MENPANRB_3_2023.pada("panduan pola distribusi angka 1–5 (persentase)", Status.SINGLE, url=URL_SE_3_2023_PERSEN),
)


@dataclass(frozen=True, slots=True)
class Batas:
    """Lowest and highest share of one predikat, 0 to 1."""

    min: float
    maks: float


@dataclass(frozen=True, slots=True)
class BatasOrang:
    """Lowest and highest number of people of one predikat in a unit of a given size."""

    min: int
    maks: int


@dataclass(frozen=True, slots=True)
class Kewajiban:
    """Predikat that together must be present: at least ``min`` (share), and never nobody."""

    predikat: tuple[Predikat, ...]
    min: Decimal


@dataclass(frozen=True, slots=True)
class PelanggaranDistribusi:
    """One place where a unit leaves the pattern; ``predikat`` is the one to look at first."""

    kode: str
    pesan: str
    predikat: Predikat
    aturan: str = "distribusi.pola"


def _batas(organisasi: PredikatOrganisasi, hari: date) -> dict[Predikat, tuple[Decimal, Decimal]]:
    nama = _BATAS[organisasi]
    return {
        predikat: (
            angka(f"distribusi/{nama[predikat, 'min']}", hari) if (predikat, "min") in nama else Decimal(0),
            angka(f"distribusi/{nama[predikat, 'maks']}", hari) if (predikat, "maks") in nama else Decimal(1),
        )
        for predikat in Predikat
    }


def pola(organisasi: PredikatOrganisasi, hari: date) -> Mapping[Predikat, Batas]:
    """The pattern as shares per predikat, lowest predikat first; for charts and tables."""
    return {predikat: Batas(float(lo), float(hi)) for predikat, (lo, hi) in _batas(organisasi, hari).items()}


def kewajiban(organisasi: PredikatOrganisasi, hari: date) -> Kewajiban | None:
    """The predikat that must be present together under this organisation result, or None."""
    pasangan = (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG)
    if organisasi is PredikatOrganisasi.BAIK:
        return Kewajiban(pasangan, Decimal(0))
    if organisasi is PredikatOrganisasi.SANGAT_KURANG:
        return Kewajiban(pasangan, angka("distribusi/sangat_kurang_kurang_atau_butuh_perbaikan_min", hari))
    return None


def pola_dalam_kata(organisasi: PredikatOrganisasi, hari: date) -> tuple[str, ...]:
    """The pattern as people say it, what is wanted most first; predikat without any limit are left out."""
    kata = []
    for predikat, (lo, hi) in reversed(_batas(organisasi, hari).items()):
        if lo > 0:
            kata.append(f"{predikat.label} paling sedikit {_persen(lo)}")
        if hi < 1:
            kata.append(f"{predikat.label} paling banyak {_persen(hi)}" if hi else f"tanpa {predikat.label}")
    wajib = kewajiban(organisasi, hari)
    if wajib is not None:
        nama = " dan/atau ".join(predikat.label for predikat in wajib.predikat)
        kata.append(f"harus ada {nama}" + (f", paling sedikit {_persen(wajib.min)}" if wajib.min else ""))
    return tuple(kata)


@rule(
    id="distribusi.unit_kecil",
    judul="Unit kecil dihitung dalam orang utuh: batas atas dibulatkan naik, batas bawah turun",
    cites=[KURSUS.pada("Toleransi unit kecil", Status.KEBIJAKAN_KURSUS)],
    assumes="SE MenPANRB 3/2023 yang terbaca tidak memuat aturan pembulatan. Kelas memilih: bila unit beranggota "
    "sepuluh orang atau kurang, satu orang tidak pernah menjadi pelanggaran hanya karena pecahan.",
    parameters=("distribusi/unit_kecil_maks_pegawai",),
)
def batas_orang(organisasi: PredikatOrganisasi, total: int, hari: date) -> Mapping[Predikat, BatasOrang]:
    """The pattern in whole people for a unit of ``total`` people."""
    kecil = total <= angka("distribusi/unit_kecil_maks_pegawai", hari)
    bulat_min, bulat_maks = (floor, ceil) if kecil else (ceil, floor)
    return {
        predikat: BatasOrang(bulat_min(lo * total), bulat_maks(hi * total))
        for predikat, (lo, hi) in _batas(organisasi, hari).items()
    }


def _persen(bagian: Decimal) -> str:
    return f"{(bagian * 100).normalize():f}%".replace(".", ",")


def _periksa_kewajiban(
    organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int], total: int, hari: date
) -> PelanggaranDistribusi | None:
    wajib = kewajiban(organisasi, hari)
    if wajib is None:
        return None
    kecil = total <= angka("distribusi/unit_kecil_maks_pegawai", hari)
    ada = sum(jumlah.get(predikat, 0) for predikat in wajib.predikat)
    perlu = (floor if kecil else ceil)(wajib.min * total) if wajib.min else 1
    # In the smallest units the rounded cap lets the dominant predikat take every seat: nobody is left for the duty.
    habis = min(batas.maks for batas in batas_orang(organisasi, total, hari).values()) >= total
    if ada >= perlu or (kecil and habis):
        return None
    nama = " dan/atau ".join(predikat.label for predikat in wajib.predikat)
    return PelanggaranDistribusi(
        f"{organisasi.value}-wajib-ada",
        f"Capaian organisasi {organisasi.label}: harus ada paling sedikit {perlu} dari {total} pegawai berpredikat "
        f"{nama}, sekarang {ada}. Periksa lagi siapa yang bukti dan umpan baliknya menunjukkan perlunya perbaikan.",
        wajib.predikat[0],
    )


@rule(
    id="distribusi.pola",
    judul="Sebaran predikat satu unit mengikuti pola menurut capaian kinerja organisasi",
    cites=_SUMBER,
    assumes="Pola adalah panduan dan bahan pertimbangan; penyimpangan yang beralasan dicatat, bukan otomatis salah. "
    "Untuk unit beranggota sedikit berlaku pembulatan distribusi.unit_kecil. Kata “sebagian besar” tidak diberi batas "
    "bawah karena sumber tidak menyebut angkanya.",
    parameters=_PARAMETER,
)
def periksa_distribusi(
    organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int], hari: date
) -> tuple[PelanggaranDistribusi, ...]:
    """Compare the predikat counts of one unit with the pattern; empty when it fits (or nobody is assessed yet).

    Raises: DataTidakSah — a count is negative.
    """
    if any(banyak < 0 for banyak in jumlah.values()):
        raise DataTidakSah(
            "Jumlah pegawai tidak boleh negatif. Hitung ulang predikat tiap pegawai.", kode="jumlah-negatif"
        )
    total = sum(jumlah.values())
    if total == 0:
        return ()
    hasil: list[PelanggaranDistribusi] = []
    rasio = _batas(organisasi, hari)
    for predikat, batas in batas_orang(organisasi, total, hari).items():
        ada = jumlah.get(predikat, 0)
        lo, hi = rasio[predikat]
        if ada > batas.maks:
            arti = "tidak boleh ada" if hi == 0 else f"paling banyak {_persen(hi)} (untuk unit ini {batas.maks} orang)"
            hasil.append(
                PelanggaranDistribusi(
                    f"{predikat.value}-melebihi-maks",
                    f"Capaian organisasi {organisasi.label}: predikat {predikat.label} {arti}, "
                    f"sekarang {ada} dari {total} pegawai.",
                    predikat,
                )
            )
        if ada < batas.min:
            hasil.append(
                PelanggaranDistribusi(
                    f"{predikat.value}-kurang-dari-min",
                    f"Capaian organisasi {organisasi.label}: predikat {predikat.label} paling sedikit {_persen(lo)} "
                    f"(untuk unit ini {batas.min} orang), sekarang {ada} dari {total} pegawai.",
                    predikat,
                )
            )
    wajib = _periksa_kewajiban(organisasi, jumlah, total, hari)
    return (*hasil, wajib) if wajib else tuple(hasil)


@rule(
    id="distribusi.dominan",
    judul="Kelas yang disebut “sebagian besar” sebaiknya menjadi kelas terbanyak",
    cites=[
        SE_MENPANRB_3_2023.pada(
            "panduan pola distribusi angka 1–2 (“sebagian besar”)", Status.UNCERTAIN, url=URL_SE_3_2023_PERSEN
        )
    ],
    assumes="Batas bawah “sebagian besar” tidak disebut; membacanya sebagai kelas terbanyak adalah tafsir kelas. "
    "Hanya menjadi catatan, tidak pernah mengurangi nilai.",
    gradable=False,
)
def catatan_dominan(organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int]) -> PelanggaranDistribusi | None:
    """A remark when the class the pattern calls the majority is not the largest one."""
    utama = {PredikatOrganisasi.ISTIMEWA: Predikat.SANGAT_BAIK, PredikatOrganisasi.BAIK: Predikat.BAIK}.get(organisasi)
    if utama is None or not sum(jumlah.values()):
        return None
    terbanyak = max(jumlah.values())
    if jumlah.get(utama, 0) == terbanyak:
        return None
    return PelanggaranDistribusi(
        f"{utama.value}-bukan-terbanyak",
        f"Capaian organisasi {organisasi.label}: biasanya {utama.label} menjadi predikat terbanyak. "
        "Bila tidak, tuliskan alasannya.",
        utama,
        "distribusi.dominan",
    )


@rule(
    id="distribusi.penetap_capaian",
    judul="Capaian kinerja organisasi ditetapkan pimpinan satu tingkat di atasnya",
    cites=[SE_MENPANRB_3_2023.pada("tahap pertama: penetapan predikat kinerja organisasi", url=URL_SE_3_2023_TAHAP)],
    assumes="Unit perencanaan, kepegawaian, dan pengawasan memberi rekomendasi, tidak menetapkan. Di puncak instansi "
    "penetapnya pejabat di luar instansi.",
)
def boleh_menetapkan_capaian(pelaku_id: int, pimpinan_unit_atas_id: int | None) -> bool:
    """The leader of the unit one level above sets the organisation's result of a unit."""
    return pimpinan_unit_atas_id is not None and pelaku_id == pimpinan_unit_atas_id


@rule(
    id="distribusi.pimpinan_unit",
    judul="Capaian organisasi menjadi rating hasil kerja pimpinan organisasi itu",
    cites=[SE_MENPANRB_3_2023.pada("tahap ketiga, pimpinan organisasi", Status.SINGLE, url=URL_SE_3_2023_TAHAP)],
    assumes="Sumber tidak memuat tabel padanan. Kelas memadankan Istimewa dengan Di Atas, Baik dengan Sesuai, dan "
    "yang lebih rendah dengan Di Bawah Ekspektasi; padanan ini tidak dinilai otomatis.",
    gradable=False,
)
def padanan_rating_pimpinan(organisasi: PredikatOrganisasi) -> Rating:
    """The rating of results that the organisation's result suggests for its own head."""
    if organisasi is PredikatOrganisasi.ISTIMEWA:
        return Rating.DI_ATAS
    return Rating.SESUAI if organisasi is PredikatOrganisasi.BAIK else Rating.DI_BAWAH
