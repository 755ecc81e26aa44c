"""An XLSX with the findings as comments in the offending cells.

Scene: ``bimtek iki periksa --keluaran``; a draft that came as XLSX keeps its look, anything else becomes a new table.
Imports openpyxl. Facts: none. Add: a column of the new table in KOLOM.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.commands.iki_laporan import NAMA_JENIS
from simulator.domain.errors import DataTidakSah
from simulator.wording.berkas.komentar import NAMA_KRITERIA, beri_komentar, bidang_temuan, isi_baris, sel_temuan

if TYPE_CHECKING:
    from simulator.wording import Hasil, Temuan
    from simulator.wording.berkas import Baris

    Dinilai = tuple[Baris, Hasil | None, Hasil | None]

KOLOM = (
    "Baris",
    "Jenis",
    "RHK",
    "Aspek",
    "Pernyataan",
    "Target",
    "Orientasi",
    "S",
    "M",
    "A",
    "R",
    "T",
    "Ragu",
    "Temuan",
)
OLEH = "bimtek iki"
_LEMBAR_BARU = {"teks": "E", "target": "F", "aspek": "D", "rhk": "C"}


def tulis_xlsx(daftar: Sequence[Dinilai], jalur: Path, asal: bytes | None) -> None:
    """Write the workbook.

    Raises: DataTidakSah — the file cannot be written there.
    """
    if jalur.suffix.lower() not in (".xlsx", ".xlsm"):
        raise DataTidakSah(f"Keluaran “{jalur}” harus berakhiran .xlsx.", kode="keluaran-bukan-xlsx")
    buku = _beri_komentar(daftar, asal) if asal is not None else _tabel_baru(daftar)
    try:
        buku.save(jalur)
    except OSError as sebab:
        raise DataTidakSah(
            f"“{jalur}” tidak dapat ditulis sekarang. Tutup berkas itu bila sedang terbuka, atau pilih folder lain.",
            kode="keluaran-tidak-tertulis",
        ) from sebab


def _beri_komentar(daftar: Sequence[Dinilai], asal: bytes) -> Any:
    from simulator.wording.berkas.tabel_xlsx import buka

    buku = buka(asal, nilai=False)
    for b, hasil, rhk in daftar:
        lembar = buku[b.lembar]
        if rhk is not None and "rhk" in b.sel:
            _komentar(lembar, b.sel["rhk"], rhk.temuan)
        if hasil is None:
            sel = b.sel.get("teks") or b.sel.get("rhk")
            if sel:
                beri_komentar(lembar, sel, f"Tidak dapat diperiksa: {b.galat}", oleh=OLEH)
            continue
        per_sel: dict[str, list[Temuan]] = {}
        for t in hasil.temuan:
            per_sel.setdefault(sel_temuan(t, b), []).append(t)
        for sel, temuan in per_sel.items():
            _komentar(lembar, sel, temuan)
    return buku


def _komentar(lembar: Any, sel: str, temuan: Sequence[Temuan]) -> None:
    if temuan:
        isi = "\n\n".join(f"{NAMA_KRITERIA[t.kriteria]}: {t.pesan} {t.saran}" for t in temuan)
        beri_komentar(lembar, sel, isi, oleh=OLEH)


def _tabel_baru(daftar: Sequence[Dinilai]) -> Any:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    buku = Workbook()
    lembar = buku.active
    lembar.title = "Pemeriksaan kata"
    lembar.append(KOLOM)
    for sel in lembar[1]:
        sel.font = Font(bold=True)
    for b, hasil, rhk in daftar:
        if rhk is not None and b.rhk_baru is not None:
            _baris_baru(lembar, b.nomor, b.rhk_baru, rhk)
        if hasil is None or b.pernyataan is None:
            isi_baris(lembar, lembar.max_row + 1, (b.nomor, "", "", "", f"Tidak dapat diperiksa: {b.galat}"))
        else:
            _baris_baru(lembar, b.nomor, b.pernyataan, hasil)
    for huruf, lebar in zip("ABCDEFGHIJKLMN", (7, 10, 36, 11, 48, 18, 11, 5, 5, 5, 5, 5, 7, 70), strict=True):
        lembar.column_dimensions[huruf].width = lebar
    for deret in lembar.iter_rows(min_row=2):
        for sel in deret:
            sel.alignment = Alignment(wrap_text=True, vertical="top")
    lembar.freeze_panes = "A2"
    return buku


def _baris_baru(lembar: Any, nomor: int, p: Any, h: Hasil) -> None:
    tanda = [{True: "ya", False: "tidak", None: "–"}[getattr(h, huruf)] for huruf in "SMART"]
    temuan = "\n".join(f"{NAMA_KRITERIA[t.kriteria]}: {t.pesan}" for t in h.temuan)
    baris = lembar.max_row + 1
    target = f"{p.target or ''} {p.satuan or ''}".strip()
    nilai = (nomor, NAMA_JENIS[p.jenis_pernyataan], p.rhk or "", p.aspek or "", p.teks, target, h.orientasi)
    isi_baris(lembar, baris, (*nilai, *tanda, "ragu" if h.ragu else "", temuan))
    per_sel: dict[str, list[Temuan]] = {}
    for t in h.temuan:
        per_sel.setdefault(f"{_LEMBAR_BARU[bidang_temuan(t)]}{baris}", []).append(t)
    for sel, daftar in per_sel.items():
        _komentar(lembar, sel, daftar)
