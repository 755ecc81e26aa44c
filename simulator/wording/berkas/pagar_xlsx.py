"""Before an uploaded workbook is opened: is it one, and can opening it do harm?

Scene: *Impor Draft SKP*; a file from a stranger's hand is looked at with the standard library before openpyxl sees it.
May import: simulator.domain. Facts: limits are ours (label simulasi). openpyxl makes one object per cell of a merged or
linked range, so a few bytes can ask for billions of them; that is counted here first.
Add: another way to hurt as one more test, with a workbook that tries it in tests/wording/test_pagar_xlsx.py.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from simulator.domain.errors import BerkasRusak, DataTidakSah

BERKAS_MAKS = 2 * 1024 * 1024
TERURAI_MAKS = 20 * 1024 * 1024
BAGIAN_MAKS = 200
SEL_MAKS = 100_000
BARIS_MAKS, KOLOM_MAKS = 3_000, 200
#: Everything that is neither a cell nor its content (rows, formats, rules, names): openpyxl makes an object of each,
#: and half a minute of half a million. Ordinary workbooks have some thousands.
UNSUR_MAKS = 30_000
DALAM_MAKS = 64
_ISI_SEL = frozenset(("c", "v", "f", "is", "si", "t", "r"))

_SIMPAN_ULANG = "Buka di aplikasi lembar kerja, lalu simpan ulang sebagai “Excel Workbook (.xlsx)”."
_BUKAN_XLSX = {
    "xlsm": f"Berkas .xlsm dapat memuat makro, jadi tidak diterima. {_SIMPAN_ULANG}",
    "xls": f"Berkas .xls adalah format lama. {_SIMPAN_ULANG}",
    "xlsb": f"Berkas .xlsb tidak dapat dibaca. {_SIMPAN_ULANG}",
    "ods": f"Berkas .ods tidak dapat dibaca. {_SIMPAN_ULANG}",
    "csv": f"Berkas .csv kehilangan bentuk formulir SKP. {_SIMPAN_ULANG}",
    "pdf": "Berkas .pdf bukan lembar kerja. Unggah lembar kerja asalnya sebagai .xlsx.",
    "docx": "Berkas .docx bukan lembar kerja. Pindahkan tabelnya ke templat XLSX.",
}
_ALAMAT = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def periksa_pagar(isi: bytes, nama: str = "") -> None:
    """Let an ordinary workbook through. Raises: DataTidakSah, BerkasRusak — with a sentence that says what to do."""
    akhiran = nama.rsplit(".", 1)[-1].lower() if "." in nama else ""
    if akhiran in _BUKAN_XLSX:
        raise DataTidakSah(_BUKAN_XLSX[akhiran], kode="bukan-xlsx")
    if not isi:
        raise DataTidakSah("Berkasnya kosong. Pilih berkas XLSX yang berisi draf SKP.", kode="berkas-kosong")
    if len(isi) > BERKAS_MAKS:
        raise DataTidakSah(
            "Berkas ini lebih besar dari 2 MB. Hapus gambar dan lembar yang tidak perlu, lalu unggah lagi.",
            kode="berkas-terlalu-besar",
        )
    if isi[:4] == b"\xd0\xcf\x11\xe0":
        raise DataTidakSah(f"Berkas ini bersandi, atau berformat .xls lama. {_SIMPAN_ULANG}", kode="bukan-xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _periksa_arsip(arsip)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, ValueError, OSError, EOFError, RuntimeError,
            NotImplementedError) as sebab:  # fmt: skip
        raise BerkasRusak(f"Berkas ini tidak dapat dibaca sebagai XLSX. {_SIMPAN_ULANG}", kode="xlsx-rusak") from sebab


def _periksa_arsip(arsip: zipfile.ZipFile) -> None:
    daftar = arsip.infolist()
    if len(daftar) > BAGIAN_MAKS or sum(bagian.file_size for bagian in daftar) > TERURAI_MAKS:
        raise _terlalu_besar()
    nama = {bagian.filename.lower() for bagian in daftar}
    if "[content_types].xml" not in nama or not any(satu.endswith("workbook.xml") for satu in nama):
        raise DataTidakSah(f"Berkas ini bukan lembar kerja XLSX. {_SIMPAN_ULANG}", kode="bukan-xlsx")
    if any("vbaproject" in satu for satu in nama):
        raise DataTidakSah(f"Berkas ini memuat makro, jadi tidak diterima. {_SIMPAN_ULANG}", kode="ada-makro")
    hitung = _Hitungan()
    for bagian in daftar:
        if bagian.filename.lower().endswith((".xml", ".rels", ".vml")):
            # A size that the archive does not keep is an error of reading: no part can be larger than it says.
            hitung.teks = bagian.filename.lower().endswith("sharedstrings.xml")
            _telusuri(arsip.read(bagian), hitung)


@dataclass
class _Hitungan:
    """Cells, cells of merged or linked ranges, and everything else, of the whole workbook."""

    sel: int = 0
    rentang: int = 0
    unsur: int = 0
    #: The part that is being read holds texts only; how a word of them looks costs nothing.
    teks: bool = False


def _telusuri(isi: bytes, hitung: _Hitungan) -> None:
    """Go through one part without building a tree of it."""
    baris = kolom = dalam = 0

    def mulai(nama: str, atribut: dict[str, str]) -> None:
        nonlocal baris, kolom, dalam
        lokal = nama.rpartition(":")[2]
        dalam += 1
        hitung.unsur += not hitung.teks and lokal not in _ISI_SEL
        if lokal == "row":
            baris, kolom = int(atribut.get("r", baris + 1)), 0
        elif lokal == "c":
            kolom += 1
            if (cocok := _ALAMAT.fullmatch(atribut.get("r", ""))) is not None:
                kolom, baris = _nomor_kolom(cocok[1]), int(cocok[2])
            hitung.sel += 1
        elif lokal in ("v", "is", "f") and baris and (baris > BARIS_MAKS or kolom > KOLOM_MAKS):
            raise DataTidakSah(
                f"Lembar kerja berisi sampai baris {baris} kolom {kolom}; paling banyak {BARIS_MAKS} baris dan "
                f"{KOLOM_MAKS} kolom yang dibaca. Hapus isi yang bukan draf SKP.",
                kode="lembar-terlalu-besar",
            )
        elif lokal in ("mergeCell", "hyperlink"):
            hitung.rentang += _luas(atribut.get("ref", ""))
        elif lokal == "Override" and "macroenabled" in atribut.get("ContentType", "").lower():
            raise DataTidakSah(f"Berkas ini memuat makro, jadi tidak diterima. {_SIMPAN_ULANG}", kode="ada-makro")
        if hitung.sel > SEL_MAKS or hitung.rentang > SEL_MAKS or hitung.unsur > UNSUR_MAKS or dalam > DALAM_MAKS:
            raise _terlalu_besar()

    def selesai(_: str) -> None:
        nonlocal dalam
        dalam -= 1

    def tipe_dokumen(*_: object) -> None:
        raise BerkasRusak(f"Berkas ini memuat deklarasi yang tidak dipakai XLSX. {_SIMPAN_ULANG}", kode="xlsx-rusak")

    pembaca = expat.ParserCreate()
    pembaca.StartElementHandler = mulai
    pembaca.EndElementHandler = selesai
    pembaca.StartDoctypeDeclHandler = tipe_dokumen
    pembaca.Parse(isi, True)


def _luas(rujukan: str) -> int:
    """Cells of a range such as A1:C3; a single cell is one."""
    ujung = list(_ujung(rujukan))
    if len(ujung) < 2:
        return 1
    (k1, b1), (k2, b2) = ujung[0], ujung[-1]
    return (abs(k2 - k1) + 1) * (abs(b2 - b1) + 1)


def _ujung(rujukan: str) -> Iterator[tuple[int, int]]:
    for huruf, angka in _ALAMAT.findall(rujukan.upper()):
        yield _nomor_kolom(huruf), int(angka)


def _nomor_kolom(huruf: str) -> int:
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor


def _terlalu_besar() -> DataTidakSah:
    return DataTidakSah(
        "Isi lembar kerja ini terlalu besar untuk sebuah draf SKP. Salin tabel SKP ke buku kerja baru, lalu unggah.",
        kode="xlsx-terlalu-besar",
    )
