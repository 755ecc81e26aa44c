"""Group R and F54: a workbook as somebody spoilt it, and whether what came back is in order.

Scene: Rekap Kiriman. The file is made from the recap as it is today; what comes back is compared with it.
May import: openpyxl, simulator.domain, web, wording (the guard of uploads), workflow.
Facts: katalog.tsv, F45–F50; columns, row 5 and labels of Rekap Penilaian (CONFIRMED, real exports).
Add: a code with how it spoils the rows and how it is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook

from simulator.domain.errors import StatusTidakSesuai
from simulator.domain.penilaian import Predikat, Rating
from simulator.domain.periode import TipePeriodik
from simulator.web.gangguan import laporan_diubah
from simulator.wording.berkas.pagar_xlsx import periksa_pagar
from simulator.workflow import queries
from simulator.workflow.gangguan.macam import ADMIN, Terpasang
from simulator.workflow.office import Kantor
from simulator.workflow.rekap import BELUM, ejaan

KODE = ("F45", "F46", "F47", "F48", "F49", "F50", laporan_diubah.KODE)
KEPALA = 5
NIP, NAMA, HASIL, PREDIKAT = 1, 2, 4, 6
Baris = list[Any]


def pasang(kantor: Kantor, kode: str) -> Terpasang:
    """Choose the period the file is about. Raises: StatusTidakSesuai — nobody was rated."""
    if kode == laporan_diubah.KODE:
        return laporan_diubah.pasang(kantor)
    dinilai = [p for p in queries.daftar_periode(kantor) if _dinilai(kantor, p.periode_id) >= 3]
    periodik = [p for p in dinilai if p.tipe is not TipePeriodik.TAHUNAN]
    tahunan = [p for p in dinilai if p.tipe is TipePeriodik.TAHUNAN]
    if not periodik or (kode == "F45" and not tahunan):
        raise StatusTidakSesuai(
            "Belum ada periode yang dinilai, jadi belum ada rekap yang dapat dirusak. Pilih gangguan lain.",
            kode="gangguan-tidak-cocok",
        )
    isi = {"periode": periodik[-1].periode_id, "tahunan": tahunan[-1].periode_id if tahunan else 0}
    return Terpasang(isi, (ADMIN,), "/admin/laporan", {"periode": periodik[-1].nama})


def _dinilai(kantor: Kantor, periode_id: int) -> int:
    return sum(
        baris.evaluasi is not None and baris.evaluasi.predikat is not None
        for baris in queries.rekap_penilaian(kantor, periode_id)
    )


def berkas(kantor: Kantor, kode: str, isi: dict[str, Any]) -> bytes:
    """The spoilt workbook."""
    if kode == laporan_diubah.KODE:
        return laporan_diubah.berkas(kantor, isi)
    periode_id = isi["tahunan"] if kode == "F45" else isi["periode"]
    semua = [list(baris) for baris in queries.halaman_rekap(kantor, periode_id)]
    atas: list[Baris]
    orang: list[Baris]
    atas, orang = semua[:KEPALA], semua[KEPALA:]
    if kode == "F46":
        orang = [[*satu[:NIP], float(str(satu[NIP])), *satu[NIP + 1 :]] for satu in orang]
    elif kode == "F47":
        orang = [baris for nomor, satu in enumerate(orang) for baris in [satu] * (2 if nomor % 7 == 0 else 1)]
    elif kode == "F48":
        orang = [_ragam(satu, nomor) for nomor, satu in enumerate(orang)]
    elif kode == "F49":
        # Whoever took row 1 for the heads lost the four lines above them and read every column one to the left.
        atas, orang = [[atas[0][0], *atas[KEPALA - 1][1:]]], [[*satu[1:], None] for satu in orang]
    elif kode == "F50":
        lain = {ejaan(Predikat.BAIK): ejaan(Predikat.BUTUH_PERBAIKAN)}
        for satu in orang[:3]:
            satu[PREDIKAT] = lain.get(str(satu[PREDIKAT]), ejaan(Predikat.BAIK))
    buku = Workbook()
    lembar = buku.active
    assert lembar is not None  # a new workbook has one sheet
    for baris in (*atas, *orang):
        lembar.append(baris)
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def _ragam(baris: Baris, nomor: int) -> Baris:
    """Labels as different hands write them."""
    tulis = {"Butuh Perbaikan": "Perlu Perbaikan", "Diatas Ekspektasi": "Di Atas Ekspektasi", "Baik": "B A I K"}
    return [tulis.get(str(sel), sel) if nomor % 2 == 0 else sel for sel in baris]


def periksa(kantor: Kantor, kode: str, isi: dict[str, Any], kiriman: bytes, nama: str) -> str | None:
    """What is still wrong with what came back, in a sentence; None: it is in order.

    Raises: DataTidakSah, BerkasRusak — not a workbook.
    """
    if kode == laporan_diubah.KODE:
        return laporan_diubah.periksa(kantor, isi, kiriman, nama)
    periksa_pagar(kiriman, nama)
    buku = load_workbook(BytesIO(kiriman), read_only=True, data_only=True)
    lembar = buku.worksheets[0]
    rows = [list(row) for row in lembar.iter_rows(max_row=3000, max_col=20, values_only=True)]
    kepala = [str(sel or "").strip() for sel in queries.KOLOM_REKAP]
    letak = next(
        (n for n, row in enumerate(rows) if [str(s or "").strip() for s in row[: len(kepala)]] == kepala), None
    )
    if letak is None:
        return f"Kepala kolom {', '.join(kepala)} tidak ditemukan. Kepala Rekap Penilaian ada di baris {KEPALA}."
    orang = [row for row in rows[letak + 1 :] if any(sel not in (None, "") for sel in row)]
    seharusnya = {str(baris.sel()[NIP]): baris.sel() for baris in queries.rekap_penilaian(kantor, isi["periode"])}
    return _banding(orang, seharusnya)


def _banding(orang: Sequence[Baris], seharusnya: dict[str, tuple[object, ...]]) -> str | None:
    bukan_teks = [row for row in orang if not isinstance(row[NIP], str) or row[NIP].strip() not in seharusnya]
    if bukan_teks:
        return (
            f"{len(bukan_teks)} NIP bukan teks 18 angka yang dikenal, yang pertama “{bukan_teks[0][NIP]}”. Impor kolom "
            "NIP sebagai teks dari berkas aslinya."
        )
    nip = [str(row[NIP]).strip() for row in orang]
    if len(nip) != len(set(nip)):
        return f"{len(nip) - len(set(nip))} baris masih ganda. Simpan satu baris per NIP."
    if set(nip) != set(seharusnya):
        return f"{len(set(seharusnya) - set(nip))} pegawai hilang dari rekap."
    dikenal = {ejaan(satu) for kelas in (Rating, Predikat) for satu in kelas} | {BELUM}
    asing = [sel for row in orang for sel in row[HASIL : PREDIKAT + 1] if sel not in dikenal]
    if asing:
        return f"{len(asing)} label tidak dikenali, misalnya “{asing[0]}”. Seragamkan labelnya menurut Rekap Penilaian."
    berbeda = [row for row in orang if row[PREDIKAT] != seharusnya[str(row[NIP]).strip()][PREDIKAT]]
    if berbeda:
        return (
            f"{len(berbeda)} predikat tidak sama dengan yang berlaku pada periode yang diminta, misalnya milik "
            f"{berbeda[0][NAMA]}. Tarik ulang rekap periode itu di Laporan dan Rekap."
        )
    return None
