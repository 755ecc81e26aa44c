"""The class standard for naming evidence: ``2026_TW1_RHK01_IKI-KN_judul.pdf``.

Scene: naming and reading file names of the mock drive. Pure: imports simulator.domain, parameters, registry.
Facts: no national naming standard was found; this one is an aturan kelas and is announced as such.
Add: a changed pattern needs a new dated rule; cases in tests/rules/bukti.yaml.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from simulator.domain.errors import DataTidakSah
from simulator.domain.skp import Aspek
from simulator.rules.citation import Status
from simulator.rules.parameters import angka, daftar
from simulator.rules.registry import rule
from simulator.rules.sumber import KURSUS
from simulator.rules.temuan import Temuan

KODE_ASPEK: dict[Aspek, str] = {
    Aspek.KUANTITAS: "KN",
    Aspek.KUALITAS: "KL",
    Aspek.WAKTU: "WK",
    Aspek.BIAYA: "BY",
}
_ASPEK_DARI_KODE = {kode: aspek for aspek, kode in KODE_ASPEK.items()}
CONTOH = "2026_TW1_RHK01_IKI-KN_laporan-imunisasi.pdf"
_POLA = re.compile(
    r"(?P<tahun>\d{4})_TW(?P<triwulan>[1-4])_RHK(?P<rhk>\d{2})_IKI-(?P<aspek>KN|KL|WK|BY)"
    r"_(?P<judul>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<ekstensi>[a-z0-9]+)"
)
_SUMBER = [KURSUS.pada("Penamaan berkas bukti dukung", Status.KEBIJAKAN_KURSUS)]
_ATURAN = "bukti.penamaan"


@dataclass(frozen=True, slots=True)
class NamaBukti:
    """The parts of a well-formed file name."""

    tahun: int
    triwulan: int
    nomor_rhk: int
    aspek: Aspek
    judul: str
    ekstensi: str


def judul_baku(judul: str, hari: date) -> str:
    """A title in the class form: lower case, words joined by hyphens, cut at a word boundary.

    Raises: DataTidakSah — nothing readable is left.
    """
    polos = unicodedata.normalize("NFKD", judul).encode("ascii", "ignore").decode("ascii").lower()
    daftar_kata = re.findall(r"[a-z0-9]+", polos)
    if not daftar_kata:
        raise DataTidakSah("Judul bukti kosong. Tulis judul singkat, misalnya laporan imunisasi.", kode="judul-kosong")
    maks = int(angka("bukti/judul_maks_huruf", hari))
    hasil = daftar_kata[0][:maks]
    for kata in daftar_kata[1:]:
        if len(hasil) + 1 + len(kata) > maks:
            break
        hasil = f"{hasil}-{kata}"
    return hasil


_HARI_ATURAN = date(2026, 1, 1)


def nama_baku(
    tahun: int, triwulan: int, nomor_rhk: int, aspek: Aspek, judul: str, ekstensi: str, hari: date = _HARI_ATURAN
) -> str:
    """Compose a file name by the class standard.

    Raises: DataTidakSah — a part is out of range, or the extension is not accepted.
    """
    if not 1000 <= tahun <= 9999 or not 1 <= triwulan <= 4 or not 1 <= nomor_rhk <= 99:
        raise DataTidakSah(
            f"Tahun {tahun}, triwulan {triwulan}, atau RHK {nomor_rhk} di luar jangkauan: triwulan 1–4, RHK 1–99.",
            kode="nama-bukti-di-luar-jangkauan",
        )
    akhiran = ekstensi.strip().lower().lstrip(".")
    diterima = daftar("bukti/ekstensi", hari)
    if akhiran not in diterima:
        raise DataTidakSah(
            f"Jenis berkas “{ekstensi}” tidak diterima. Pakai salah satu: {', '.join(diterima)}.",
            kode="ekstensi-tidak-diterima",
        )
    return f"{tahun}_TW{triwulan}_RHK{nomor_rhk:02d}_IKI-{KODE_ASPEK[aspek]}_{judul_baku(judul, hari)}.{akhiran}"


def urai_nama(nama: str) -> NamaBukti | None:
    """Read a file name; None when it does not follow the class standard."""
    cocok = _POLA.fullmatch(nama)
    if cocok is None or int(cocok["rhk"]) == 0:
        return None
    return NamaBukti(
        int(cocok["tahun"]),
        int(cocok["triwulan"]),
        int(cocok["rhk"]),
        _ASPEK_DARI_KODE[cocok["aspek"]],
        cocok["judul"],
        cocok["ekstensi"],
    )


def _temuan(kode: str, pesan: str) -> Temuan:
    return Temuan(kode, pesan, _ATURAN, objek="nama berkas")


def _bentuk(nama: str, hari: date) -> list[Temuan]:
    """What is wrong with the form, part by part."""
    batang, titik, ekstensi = nama.rpartition(".")
    hasil: list[Temuan] = []
    if not titik or ekstensi not in daftar("bukti/ekstensi", hari):
        hasil.append(
            _temuan(
                "ekstensi",
                f"Akhiran berkas harus huruf kecil dan salah satu dari: {', '.join(daftar('bukti/ekstensi', hari))}.",
            )
        )
    bagian = (batang if titik else nama).split("_")
    if len(bagian) != 5:
        hasil.append(
            _temuan(
                "jumlah-bagian",
                f"Nama terdiri atas lima bagian dipisah garis bawah; nama ini punya {len(bagian)}. Contoh: {CONTOH}.",
            )
        )
        return hasil
    syarat = (
        (r"\d{4}", "tahun", "Bagian pertama adalah tahun empat angka, misalnya 2026."),
        (r"TW[1-4]", "triwulan", "Bagian kedua adalah triwulan TW1, TW2, TW3, atau TW4."),
        (r"RHK(?!00)\d{2}", "rhk", "Bagian ketiga adalah nomor RHK dua angka, misalnya RHK01."),
        (r"IKI-(KN|KL|WK|BY)", "aspek", "Bagian keempat adalah IKI- dan kode aspek: KN, KL, WK, atau BY."),
        (r"[a-z0-9]+(-[a-z0-9]+)*", "judul", "Judul memakai huruf kecil dan angka, dipisah tanda hubung, tanpa spasi."),
    )
    hasil.extend(
        _temuan(kode, pesan)
        for teks, (pola, kode, pesan) in zip(bagian, syarat, strict=True)
        if not re.fullmatch(pola, teks)
    )
    return hasil


@rule(
    id="bukti.penamaan",
    judul="Berkas bukti dinamai menurut aturan kelas",
    cites=_SUMBER,
    assumes="Tidak ditemukan standar nasional penamaan bukti dukung; pola ini disepakati dan diumumkan di kelas.",
    parameters=("bukti/ekstensi", "bukti/judul_maks_huruf"),
)
def periksa_nama(
    nama: str,
    *,
    tahun: int | None = None,
    triwulan: int | None = None,
    nomor_rhk: int | None = None,
    aspek: Aspek | None = None,
    hari: date = _HARI_ATURAN,
) -> tuple[Temuan, ...]:
    """What is wrong with a file name: its form first, then what it says against what it should say."""
    hasil = _bentuk(nama, hari)
    bagian = urai_nama(nama)
    if bagian is None:
        return tuple(hasil)
    if len(bagian.judul) > angka("bukti/judul_maks_huruf", hari):
        hasil.append(
            _temuan(
                "judul-panjang", f"Judul terlalu panjang; paling banyak {angka('bukti/judul_maks_huruf', hari)} huruf."
            )
        )
    banding = (
        ("tahun-lain", tahun, bagian.tahun, "Tahun pada nama adalah {ada}, seharusnya {harus}."),
        ("triwulan-lain", triwulan, bagian.triwulan, "Triwulan pada nama adalah TW{ada}, seharusnya TW{harus}."),
        ("rhk-lain", nomor_rhk, bagian.nomor_rhk, "Nomor RHK pada nama adalah {ada}, seharusnya {harus}."),
        ("aspek-lain", aspek, bagian.aspek, "Aspek pada nama adalah {ada}, seharusnya {harus}."),
    )
    hasil.extend(
        _temuan(kode, pesan.format(ada=ada, harus=harus))
        for kode, harus, ada, pesan in banding
        if harus is not None and harus != ada
    )
    return tuple(hasil)
