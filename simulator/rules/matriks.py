"""Does the Matriks Peran Hasil carry every result of the leader, once and completely?

Scene: cascading from a leader's RHK to the team. Pure: imports simulator.domain and the rule registry.
Facts: rows are people, columns the leader's RHK, cells a role in the language of results (CONFIRMED, PermenPANRB 8/2021
Lampiran, kept in BKN training for 6/2022); direct and non-direct cascading CONFIRMED.
Add: a check here, its cases in tests/rules/matriks.yaml.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from simulator.domain.matriks import JenisCascading, MatriksPeranHasil, PeranHasil
from simulator.domain.skp import RHK, JenisRHK
from simulator.rules.citation import Status
from simulator.rules.registry import rule
from simulator.rules.sumber import KURSUS, PANDUAN_EKINERJA, PAPARAN_BKN_6_2022, PERMENPANRB_8_2021
from simulator.rules.temuan import Temuan

_URL_CASCADING = "http://online.flipbuilder.com/vajnr/eqrv/files/basic-html/page26.html"


@rule(
    id="matriks.berpemilik",
    judul="Setiap RHK pimpinan punya pemilik, dan setiap anggota punya peran",
    cites=[PERMENPANRB_8_2021.pada("langkah menyusun matriks peran hasil")],
    assumes="RHK yang dikerjakan pimpinan sendiri tidak ikut diperiksa; keluarkan dari daftar RHK yang dibagi.",
)
def pemilik_lengkap(matriks: MatriksPeranHasil, rhk_pimpinan: Sequence[int]) -> tuple[Temuan, ...]:
    """Empty columns (a result nobody carries) and empty rows (a member without a role)."""
    terisi = [peran for peran in matriks.daftar_peran if peran.peran.strip()]
    dipegang = {peran.rhk_pimpinan_id for peran in terisi}
    berperan = {peran.pegawai_id for peran in terisi}
    hasil = [
        Temuan(
            "rhk-tanpa-pemilik",
            "RHK pimpinan ini belum dipegang siapa pun. Tanyakan: siapa harus menghasilkan apa agar RHK ini tercapai?",
            "matriks.berpemilik",
            "rhk",
            rhk_id,
        )
        for rhk_id in rhk_pimpinan
        if rhk_id not in dipegang
    ]
    hasil.extend(
        Temuan(
            "anggota-tanpa-peran",
            "Anggota tim ini belum punya peran. Beri peran yang sesuai jabatannya, atau keluarkan dari matriks.",
            "matriks.berpemilik",
            "pegawai",
            pegawai_id,
        )
        for pegawai_id in matriks.anggota_id
        if pegawai_id not in berperan
    )
    return tuple(hasil)


@rule(
    id="matriks.yatim",
    judul="Tidak ada RHK utama bawahan yang menggantung tanpa RHK pimpinan",
    cites=[PERMENPANRB_8_2021.pada("pekerjaan yang tidak bertaut dengan tingkat di atasnya dihindari")],
)
def rhk_yatim(rhk_bawahan: Iterable[RHK], rhk_pimpinan: Iterable[int]) -> tuple[Temuan, ...]:
    """Main RHK of members that support none of the leader's RHK."""
    dikenal = frozenset(rhk_pimpinan)
    return tuple(
        Temuan(
            "rhk-yatim",
            f"RHK “{rhk.teks[:60]}” tidak mendukung RHK pimpinan. Hubungkan, atau jadikan hasil kerja tambahan.",
            "matriks.yatim",
            "rhk",
            rhk.rhk_id,
        )
        for rhk in rhk_bawahan
        if rhk.jenis is JenisRHK.UTAMA and rhk.rhk_atasan_id not in dikenal
    )


def _kunci(teks: str) -> str:
    return " ".join("".join(huruf if huruf.isalnum() else " " for huruf in teks.casefold()).split())


@rule(
    id="matriks.ganda",
    judul="Hasil yang sama tidak dipegang dua orang tanpa pembagian yang jelas",
    cites=[PERMENPANRB_8_2021.pada("matriks peran hasil mencegah tumpang tindih")],
    assumes="Dua peran dianggap sama bila teksnya sama setelah huruf besar dan tanda baca diabaikan. Pembagian menurut "
    "aspek, wilayah, atau beban target harus tertulis pada peran, sehingga teksnya berbeda.",
)
def peran_ganda(daftar_peran: Iterable[PeranHasil]) -> tuple[Temuan, ...]:
    """Roles under the same leader's RHK with the same words, held by different people."""
    kelompok: dict[tuple[int, str], list[PeranHasil]] = defaultdict(list)
    for peran in daftar_peran:
        if peran.peran.strip():
            kelompok[peran.rhk_pimpinan_id, _kunci(peran.peran)].append(peran)
    return tuple(
        Temuan(
            "peran-ganda",
            f"Peran “{peran.peran[:60]}” dipegang lebih dari satu orang. Bagi menurut aspek, wilayah, atau beban "
            "target, dan tuliskan pembagiannya.",
            "matriks.ganda",
            "peran_hasil",
            peran.peran_id,
        )
        for anggota in kelompok.values()
        if len({peran.pegawai_id for peran in anggota}) > 1
        for peran in anggota
    )


@rule(
    id="matriks.jumlah_target",
    judul="Pada cascading langsung, target bawahan berjumlah sama dengan target pimpinan",
    cites=[
        PERMENPANRB_8_2021.pada(
            "cascading langsung: hasil bawahan adalah bagian dari hasil pimpinan", url=_URL_CASCADING
        )
    ],
    assumes="Hanya untuk aspek kuantitas dengan satuan sama; persentase dan indeks tidak dijumlahkan.",
)
def selisih_target(target_pimpinan: Decimal, target_bawahan: Mapping[int, Decimal]) -> Decimal:
    """What the members' targets add up to, minus the leader's target; zero when they fit."""
    return sum(target_bawahan.values(), Decimal(0)) - target_pimpinan


@rule(
    id="matriks.jenis_cascading",
    judul="Cascading langsung bila hasil pimpinan dapat dibagi; selain itu tidak langsung",
    cites=[PERMENPANRB_8_2021.pada("cascading langsung dan tidak langsung", url=_URL_CASCADING)],
)
def jenis_cascading(*, terbagi_aspek: bool, terbagi_wilayah: bool, terbagi_beban: bool) -> JenisCascading:
    """Direct when the leader's result is divisible by aspect, area, or load of target."""
    if terbagi_aspek or terbagi_wilayah or terbagi_beban:
        return JenisCascading.LANGSUNG
    return JenisCascading.TIDAK_LANGSUNG


@rule(
    id="matriks.bahasa_hasil",
    judul="Peran dalam matriks dinyatakan sebagai outcome antara, output, atau layanan",
    cites=[
        PERMENPANRB_8_2021.pada("peran dinyatakan dalam bahasa pencapaian"),
        PAPARAN_BKN_6_2022.pada("outcome, output, layanan dalam matriks peran hasil"),
    ],
)
def peran_berisi_hasil(daftar_peran: Iterable[PeranHasil], aktivitas: Iterable[int]) -> tuple[Temuan, ...]:
    """Roles that a reader (or the wording engine) recognised as activities; ``aktivitas`` are their ids."""
    ditandai = frozenset(aktivitas)
    return tuple(
        Temuan(
            "peran-aktivitas",
            f"Peran “{peran.peran[:60]}” menyebut kegiatan. Tulis hasil yang diserahkan kepada pimpinan.",
            "matriks.bahasa_hasil",
            "peran_hasil",
            peran.peran_id,
        )
        for peran in daftar_peran
        if peran.peran_id in ditandai
    )


@rule(
    id="matriks.sinkronisasi",
    judul="RHK pimpinan dapat dipilih bawahan setelah Sinkronisasi SKP Bawahan",
    cites=[
        PANDUAN_EKINERJA.pada("Matriks Bawahan", Status.SINGLE),
        KURSUS.pada("Sinkronisasi matriks", Status.KEBIJAKAN_KURSUS),
    ],
)
def boleh_diintervensi(matriks: MatriksPeranHasil, pegawai_id: int) -> bool:
    """A member may pick the leader's RHK once the matrix is synchronised and lists that member."""
    return matriks.disinkronkan and pegawai_id in matriks.anggota_id
