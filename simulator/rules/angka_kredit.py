"""Angka kredit of a jabatan fungsional, converted from the predikat.

Scene: after the evaluation of a functional official. Pure: imports simulator.domain, parameters, registry.
Facts: PermenPANRB 1/2023 Pasal 37 (CONFIRMED); formula and coefficients Peraturan BKN 3/2023 (CONFIRMED, coefficient of
Pemula SINGLE). Numbers in parameters/angka_kredit/. Money-like arithmetic: Decimal, two decimals, half up.
Add: a changed coefficient is a new date in its file; cases in tests/rules/angka_kredit.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from simulator.domain.errors import DataTidakSah
from simulator.domain.kepegawaian import Jenjang
from simulator.domain.penilaian import Predikat
from simulator.rules.citation import Status
from simulator.rules.parameters import angka, tabel
from simulator.rules.registry import rule
from simulator.rules.sumber import PERATURAN_BKN_3_2023, PERMENPANRB_1_2023

_SEN = Decimal("0.01")


def bulatkan(nilai: Decimal) -> Decimal:
    """Two decimals, a half goes up."""
    return nilai.quantize(_SEN, ROUND_HALF_UP)


def koefisien(jenjang: Jenjang, hari: date) -> Decimal:
    """Angka kredit of one full year at 100 percent."""
    nama = "koefisien_tahunan_pemula" if jenjang is Jenjang.PEMULA else "koefisien_tahunan"
    return tabel(f"angka_kredit/{nama}", hari)[jenjang.value]


@rule(
    id="angka_kredit.konversi",
    judul="Angka kredit = bulan dinilai ÷ 12 × persentase predikat × koefisien tahunan",
    cites=[
        PERMENPANRB_1_2023.pada("Pasal 37 ayat (1) dan (4)"),
        PERATURAN_BKN_3_2023.pada("rumus konversi predikat menjadi angka kredit"),
    ],
    assumes="Hasil dibulatkan dua angka di belakang koma, setengah ke atas, seperti contoh pada tabel PAK. Konversi "
    "sebagian tahun menganggap ekspektasi periode itu telah dinilai. Koefisien Pemula berasal dari satu sumber.",
    parameters=("angka_kredit/koefisien_tahunan", "angka_kredit/persen_predikat"),
)
def konversi(jenjang: Jenjang, predikat: Predikat, bulan: int = 12, *, hari: date) -> Decimal:
    """Angka kredit earned with this predikat over ``bulan`` months (1–12).

    Raises: DataTidakSah — months outside 1–12.
    """
    if isinstance(bulan, bool) or not 1 <= bulan <= 12:
        raise DataTidakSah(
            f"Masa penilaian {bulan} bulan tidak mungkin; isi 1 sampai 12.", kode="bulan-di-luar-jangkauan"
        )
    persen = tabel("angka_kredit/persen_predikat", hari)[predikat.value]
    return bulatkan(bulan * persen * koefisien(jenjang, hari) / 12)


@rule(
    id="angka_kredit.akumulasi",
    judul="Angka kredit hasil konversi dijumlahkan dalam PAK akumulasi",
    cites=[PERATURAN_BKN_3_2023.pada("PAK akumulasi")],
    assumes="Yang dijumlahkan adalah angka yang sudah dibulatkan, seperti pada contoh tabel akumulasi.",
)
def akumulasi(daftar_angka: Iterable[Decimal]) -> Decimal:
    """Sum of conversions within one jenjang."""
    return bulatkan(sum(daftar_angka, Decimal(0)))


@rule(
    id="angka_kredit.kebutuhan_pangkat",
    judul="Angka kredit kumulatif untuk satu kenaikan pangkat",
    cites=[PERATURAN_BKN_3_2023.pada("tabel angka kredit kumulatif")],
    parameters=("angka_kredit/kumulatif_kenaikan_pangkat",),
)
def kebutuhan_pangkat(jenjang: Jenjang, hari: date) -> Decimal:
    """Angka kredit needed for the next pangkat."""
    return tabel("angka_kredit/kumulatif_kenaikan_pangkat", hari)[jenjang.value]


@rule(
    id="angka_kredit.kebutuhan_jenjang",
    judul="Angka kredit kumulatif untuk naik jenjang",
    cites=[PERATURAN_BKN_3_2023.pada("tabel angka kredit kumulatif", Status.SINGLE)],
    assumes="Jenjang tertinggi tiap kategori (Penyelia, Ahli Utama) tidak punya kenaikan jenjang. Naik jenjang memulai "
    "hitungan dari nol.",
    parameters=("angka_kredit/kumulatif_kenaikan_jenjang",),
)
def kebutuhan_jenjang(jenjang: Jenjang, hari: date) -> Decimal | None:
    """Angka kredit needed for the next jenjang; None at the top of a category."""
    return tabel("angka_kredit/kumulatif_kenaikan_jenjang", hari).get(jenjang.value)


@rule(
    id="angka_kredit.ijazah",
    judul="Ijazah lebih tinggi menambah 25% angka kredit kumulatif kenaikan pangkat, satu kali",
    cites=[PERMENPANRB_1_2023.pada("Pasal 37 ayat (2)–(3)")],
    parameters=("angka_kredit/tambahan_ijazah", "angka_kredit/kumulatif_kenaikan_pangkat"),
)
def tambahan_ijazah(jenjang: Jenjang, predikat: Predikat, hari: date) -> Decimal:
    """The one-time addition for a new, higher diploma; zero below predikat Baik."""
    if predikat not in (Predikat.BAIK, Predikat.SANGAT_BAIK):
        return Decimal("0.00")
    return bulatkan(angka("angka_kredit/tambahan_ijazah", hari) * kebutuhan_pangkat(jenjang, hari))
