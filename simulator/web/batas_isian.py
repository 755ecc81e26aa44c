"""Every limit of what can be typed and sent, in one place: the list that the guide shows.

Scene: *Batas isian dan berkas* in Buku Panduan. May import: simulator.workflow.limits, wording.berkas, simulator.web.
Facts: the application publishes no limits; all of them are label simulasi. The numbers stand where more is refused; a
test looks that none of workflow/limits.py is missing here.
Add: a limit as a row, named as its field is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.web import draf, pintu, rute, sandi, sesi, settings, unggahan
from simulator.wording.berkas import pagar_xlsx
from simulator.workflow import limits as m
from simulator.workflow.impor.rencana import BARIS_MAKS


class Batas(NamedTuple):
    """One limit: of what, and how much."""

    apa: str
    paling: str


#: Label of the field → letters. Fields with the same limit and use share a row.
TEKS: tuple[tuple[str, int], ...] = (
    ("Rencana Hasil Kerja (RHK)", m.RHK_MAKS),
    ("Penugasan dari; dasar penugasan PLT/PLH", m.PENUGASAN_MAKS),
    ("Indikator Kinerja Individu (IKI)", m.INDIKATOR_MAKS),
    ("Target", m.TARGET_MAKS),
    ("Lampiran SKP", m.LAMPIRAN_MAKS),
    ("Ekspektasi pimpinan", m.EKSPEKTASI_MAKS),
    ("Peran hasil dalam matriks", m.PERAN_HASIL_MAKS),
    ("Rencana Aksi", m.RENCANA_AKSI_MAKS),
    ("Kegiatan (Progres Harian)", m.KEGIATAN_MAKS),
    ("Satuan; jenis dokumen", m.SATUAN_MAKS),
    ("Nama dokumen; folder", m.NAMA_DOKUMEN_MAKS),
    ("Isi ringkas dokumen", m.ISI_DOKUMEN_MAKS),
    ("Nama eviden; sumber data", m.NAMA_EVIDEN_MAKS),
    ("Tautan", m.TAUTAN_MAKS),
    ("Realisasi", m.REALISASI_MAKS),
    ("Umpan balik", m.UMPAN_BALIK_MAKS),
    ("Catatan penilaian; penjelasan dan keputusan keberatan", m.CATATAN_MAKS),
    ("Alasan (pengembalian, revisi, keberatan, perpanjangan)", m.ALASAN_MAKS),
    ("Nama periode", m.NAMA_PERIODE_MAKS),
    ("Nama tim kerja", m.NAMA_TIM_MAKS),
    ("Tugas tim kerja", m.TUGAS_TIM_MAKS),
)


def semua_batas() -> list[tuple[str, list[Batas]]]:
    """All limits by what they are about."""
    return [
        ("Tulisan", [Batas(apa, f"{m.angka(huruf)} huruf") for apa, huruf in TEKS]),
        ("Berkas", list(_berkas())),
        ("Formulir dan masuk", list(_formulir())),
    ]


def _berkas() -> Iterator[Batas]:
    yield Batas("Berkas di Drive", f"{unggahan.ukuran(unggahan.TERBESAR)}; {', '.join(unggahan.JENIS)}")
    yield Batas("Semua berkas satu orang di Drive", unggahan.ukuran(unggahan.JATAH))
    yield Batas("Nama berkas", f"{unggahan.NAMA_MAKS} huruf")
    yield Batas(
        "Lembar kerja yang diunggah (impor SKP, rekap)",
        f"{unggahan.ukuran(pagar_xlsx.BERKAS_MAKS)} (terurai {unggahan.ukuran(pagar_xlsx.TERURAI_MAKS)}), tanpa makro; "
        f"{m.angka(pagar_xlsx.BARIS_MAKS)} baris, {pagar_xlsx.KOLOM_MAKS} kolom, {m.angka(pagar_xlsx.SEL_MAKS)} sel, "
        f"{m.angka(pagar_xlsx.UNSUR_MAKS)} format, aturan, dan nama",
    )
    yield Batas("Isi satu impor SKP", f"{BARIS_MAKS} baris RHK, indikator, dan lampiran")


def _formulir() -> Iterator[Batas]:
    yield Batas("Satu isian", unggahan.ukuran(rute.BESAR_ISIAN))
    yield Batas("Satu kiriman dengan berkasnya", f"{unggahan.ukuran(rute.BESAR_KIRIMAN)}, {rute.BANYAK_ISIAN} isian")
    yield Batas("Isian yang belum tersimpan", f"{draf.TERBANYAK} formulir tiap orang")
    yield Batas("Kata sandi", f"{sandi.TERPENDEK} sampai {sandi.TERPANJANG} huruf")
    yield Batas("Kunci instruktur", f"sedikitnya {settings.KUNCI_TERPENDEK} huruf")
    yield Batas(
        "Percobaan masuk yang gagal",
        f"{pintu.GAGAL_TERBANYAK}, lalu berjeda makin panjang sampai {round(pintu.JEDA_SANDI)} detik (kata sandi, tiap "
        f"NIP dan alamat) atau {round(pintu.JEDA_OTP / 60)} menit (kode OTP)",
    )
    yield Batas("Sesi tanpa kegiatan", f"{round(sesi.DIAM / 3600)} jam; paling lama {round(sesi.UMUR / 3600)} jam")
