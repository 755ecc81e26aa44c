"""The empty form as a workbook: this person's names, columns with choices, the superior's RHK to pick from.

Scene: *Unduh templat*. May import: openpyxl when called, simulator.domain, this folder.
Facts: headings, numbered row and the sections A. UTAMA and B. TAMBAHAN as on the form (CONFIRMED, PermenPANRB 6/2022);
Klasifikasi and Penugasan Dari are fields of the application's RHK form (SINGLE). The example rows are REKAAN penyusun.
Add: a column in KOLOM, its names in wording/berkas/kolom.tsv.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from simulator.domain.skp import Aspek, JenisLampiran, KlasifikasiRHK, Perspektif
from simulator.workflow.impor.konteks import KonteksImpor
from simulator.workflow.impor.rencana import BARIS_MAKS

KOLOM = (
    ("No", 5),
    ("Rencana Hasil Kerja Pimpinan yang Diintervensi", 38),
    ("Rencana Hasil Kerja", 42),
    ("Aspek", 12),
    ("Indikator Kinerja Individu", 44),
    ("Target", 18),
    ("Klasifikasi", 13),
    ("Penugasan Dari", 22),
    ("Perspektif", 20),
)
BARIS_UTAMA, BARIS_TAMBAHAN = 36, 12
_CONTOH = (
    # REKAAN penyusun: an invented archive clerk's plan, so that nobody takes over its content.
    (1, "(salin dari lembar Daftar)", "Tersedianya arsip kepegawaian digital yang lengkap", "Kuantitas",
     "Jumlah berkas arsip kepegawaian yang terdigitalkan", "240 Berkas", "Organisasi", ""),
    ("", "", "", "Kualitas", "Persentase berkas digital yang terbaca dan berindeks benar", "98 Persen", "", ""),
    ("", "", "", "Waktu", "Lama penyelesaian digitalisasi sejak Januari 2026", "10 Bulan", "", ""),
    (2, "(salin dari lembar Daftar)", "Terlayaninya permintaan salinan arsip pegawai", "Waktu",
     "Rata-rata waktu penyediaan salinan arsip sejak permintaan diterima", "2 Hari", "Organisasi", ""),
)  # fmt: skip


def templat_xlsx(konteks: KonteksImpor) -> bytes:
    """The workbook for one Draft."""
    from openpyxl import Workbook

    buku = Workbook()
    _lembar_skp(buku.active, konteks)
    _lembar_lampiran(buku.create_sheet("Lampiran"))
    _lembar_contoh(buku.create_sheet("Contoh"))
    _lembar_daftar(buku.create_sheet("Daftar"), konteks)
    _lembar_petunjuk(buku.create_sheet("Petunjuk"))
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _lembar_skp(lembar: Any, konteks: KonteksImpor) -> None:
    skp = konteks.skp
    lembar.title = "SKP"
    saya, penilai = skp.identitas_pegawai, skp.identitas_penilai
    for baris in (
        ("SASARAN KINERJA PEGAWAI",),
        (f"PERIODE PENILAIAN: {skp.periode_awal:%d-%m-%Y} SD {skp.periode_akhir:%d-%m-%Y}",),
        ("", "PEGAWAI YANG DINILAI", "", "", "PEJABAT PENILAI KINERJA", ""),
        *(
            ("", label, getattr(saya, nama, ""), "", label, getattr(penilai, nama, ""))
            for label, nama in (("NAMA", "nama"), ("NIP", "nip"), ("JABATAN", "jabatan"), ("UNIT KERJA", "unit"))
        ),
        ("",),
        tuple(nama for nama, _ in KOLOM),
        tuple(f"({n})" for n in range(1, len(KOLOM) + 1)),
        ("A. UTAMA",),
    ):
        _tambah(lembar, baris)
    awal = lembar.max_row + 1
    _tambah(lembar, ("B. TAMBAHAN",), baris=awal + BARIS_UTAMA)
    akhir = awal + BARIS_UTAMA + BARIS_TAMBAHAN
    _rupa(lembar, kepala=9, akhir=akhir)
    _pilihan(lembar, "D", awal, akhir, f'"{",".join(satu.label for satu in Aspek)}"', "Pilih aspek.")
    _pilihan(lembar, "G", awal, akhir, f'"{",".join(satu.label for satu in KlasifikasiRHK)}"', "Pilih klasifikasi.")
    if konteks.jpt:
        _pilihan(lembar, "I", awal, akhir, f'"{",".join(satu.label for satu in Perspektif)}"', "Pilih perspektif.")
    else:
        lembar.column_dimensions["I"].hidden = True
    if konteks.ditawarkan:
        rujuk = f"Daftar!$A$3:$A${2 + len(konteks.ditawarkan)}"
        _pilihan(lembar, "B", awal, akhir, rujuk, "Pilih RHK pimpinan dari daftar; kosongkan bila tidak ada.")


def _lembar_lampiran(lembar: Any) -> None:
    _tambah(lembar, ("LAMPIRAN SASARAN KINERJA PEGAWAI",))
    for jenis in JenisLampiran:
        _tambah(lembar, (jenis.label.upper(),), baris=lembar.max_row + 2)
        for nomor in range(1, 6):
            _tambah(lembar, (nomor, ""))
    lembar.column_dimensions["A"].width, lembar.column_dimensions["B"].width = 34, 90


def _lembar_contoh(lembar: Any) -> None:
    _tambah(lembar, ("Contoh isian (REKAAN penyusun). Lembar ini tidak ikut diimpor.",))
    _tambah(lembar, tuple(nama for nama, _ in KOLOM[:-1]))
    _tambah(lembar, ("A. UTAMA",))
    for satu in _CONTOH:
        _tambah(lembar, satu)
    _rupa(lembar, kepala=2, akhir=lembar.max_row)


def _lembar_daftar(lembar: Any, konteks: KonteksImpor) -> None:
    _tambah(lembar, ("Daftar pilihan. Lembar ini tidak ikut diimpor.",))
    _tambah(lembar, ("RHK pimpinan yang dapat diintervensi", "Aspek", "Klasifikasi", "Perspektif (hanya JPT)"))
    kolom: tuple[Sequence[str], ...] = (
        [rhk.teks for rhk in konteks.ditawarkan] or [konteks.alasan_kosong],
        [satu.label for satu in Aspek],
        [satu.label for satu in KlasifikasiRHK],
        [satu.label for satu in Perspektif],
    )
    for n in range(max(len(isi) for isi in kolom)):
        _tambah(lembar, tuple(isi[n] if n < len(isi) else "" for isi in kolom))
    for huruf, lebar in zip("ABCD", (90, 14, 14, 24), strict=True):
        lembar.column_dimensions[huruf].width = lebar


def _lembar_petunjuk(lembar: Any) -> None:
    for baris in (
        "SIMULASI PELATIHAN – impor lembar adalah fasilitas kelas, tidak ada di aplikasi BKN.",
        "1. Isi lembar SKP di bawah A. UTAMA dan B. TAMBAHAN. Satu baris satu indikator.",
        "2. RHK cukup ditulis pada baris indikator pertamanya; baris di bawahnya boleh kosong atau digabung (merge).",
        "3. Target: angka lalu satuan dalam satu sel, misalnya 12 Laporan, 95 Persen, 6 Bulan.",
        "4. RHK pimpinan: pilih dari daftar pada sel, atau salin persis dari lembar Daftar.",
        "5. Isi lembar Lampiran: satu butir satu baris.",
        f"6. Paling banyak {BARIS_MAKS} baris, 2 MB, tanpa makro. Rumus dibaca hasilnya.",
        "7. Unggah di e-Kinerja (Simulasi), Impor Draft SKP. Selama masih ada galat, tidak ada yang masuk ke SKP.",
    ):
        _tambah(lembar, (baris,))
    lembar.column_dimensions["A"].width = 110


def _tambah(lembar: Any, isi: Sequence[object], baris: int = 0) -> None:
    """Write a row as it is: names of people and RHK are texts, also when they begin with “=”."""
    from simulator.wording.berkas.komentar import isi_baris

    kosong = lembar.max_row == 1 and lembar["A1"].value is None
    isi_baris(
        lembar, baris or (1 if kosong else lembar.max_row + 1), tuple("" if satu is None else satu for satu in isi)
    )


def _rupa(lembar: Any, *, kepala: int, akhir: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    garis = Side(style="thin", color="A6A6A6")
    for n, (_, lebar) in enumerate(KOLOM, start=1):
        lembar.column_dimensions[lembar.cell(1, n).column_letter].width = lebar
    for deret in lembar.iter_rows(min_row=kepala, max_row=akhir, max_col=len(KOLOM)):
        for sel in deret:
            sel.border = Border(left=garis, right=garis, top=garis, bottom=garis)
            sel.alignment = Alignment(wrap_text=True, vertical="top")
            if sel.row == kepala:
                sel.font, sel.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6F3")
    for sel in lembar["A"]:
        if sel.row < kepala or str(sel.value or "").startswith(("A. ", "B. ")):
            sel.font = Font(bold=True)
    lembar.freeze_panes = lembar.cell(kepala + 1, 1)


def _pilihan(lembar: Any, huruf: str, awal: int, akhir: int, rumus: str, pesan: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    aturan = DataValidation(type="list", formula1=rumus, allow_blank=True, showErrorMessage=True)
    aturan.error, aturan.errorTitle = f"{pesan} Isi lain ditolak saat impor.", "Bukan pilihan"
    lembar.add_data_validation(aturan)
    aturan.add(f"{huruf}{awal}:{huruf}{akhir}")
