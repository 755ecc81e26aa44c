"""The sidebar: the user menu of the application, what we add to it, an administrator group at its end.

Scene: every page after the login. May import: simulator.domain.
Facts: the entries of ``UMUM`` in their order, and *Menu Administrator* at the bottom-left (CONFIRMED, ekinerja-app
§1.2, §8; Buku Panduan SINGLE). The application reaches the pages of an assessor from an SKP; that they stand in the
sidebar as well, and the groups *Pelengkap simulasi*, *Pimpinan* and *Latihan*, are label simulasi. Add: a page as one
Butir.
"""

from __future__ import annotations

from typing import NamedTuple

from simulator.domain.akun import Peran


class Butir(NamedTuple):
    """One entry: its label, its address, and a short word on what it is for."""

    label: str
    alamat: str
    guna: str


UMUM = [
    Butir("Profil", "/profil", "data kepegawaian Anda; Sinkronisasi ASN"),
    Butir("SKP", "/skp", "daftar SKP, penyusunan, penilaian"),
    Butir("Tim Kerja", "/tim-kerja", "tim tempat Anda bekerja; atasan membentuknya"),
    Butir("Monitoring Kurva", "/monitoring/kurva", "sebaran predikat dibanding pola"),
    Butir("Monitoring Pengisian", "/monitoring/pengisian", "siapa sudah mengisi apa"),
    Butir("Buku Panduan", "/panduan", "bantuan setiap halaman dan tur singkat"),
]
PELENGKAP = [
    Butir("Pemberitahuan", "/pemberitahuan", "yang terjadi dan yang menunggu Anda"),
    Butir("Bukti Dukung (Drive)", "/drive", "dokumen Anda dan pengaturan berbaginya"),
    Butir("Cetak", "/cetak", "SKP, evaluasi, dan dokumen evaluasi sebagai PDF"),
    Butir("Umpan Balik Rekan Kerja", "/rekan", "pilihan: tentang rekan, bahan bagi penilainya"),
]
FUNGSIONAL = Butir("Angka Kredit", "/angka-kredit", "konversi predikat dan PAK Anda per tahun")
PENILAI = [
    Butir("Matriks Peran Hasil", "/penilai/matriks", "bagikan RHK Anda dan peran setiap pegawai"),
    Butir("SKP Bawahan", "/penilai/skp", "setujui atau kembalikan SKP bawahan"),
    Butir("Penilaian Bawahan", "/penilai/penilaian", "umpan balik, rating, predikat"),
    Butir("Keberatan", "/penilai/keberatan", "penjelasan dan keputusan atas keberatan"),
    Butir("PAK Bawahan", "/penilai/pak", "setujui angka kredit pejabat fungsional; kirim ke SIASN"),
]
ADMINISTRATOR = [
    Butir("Manajemen Periode", "/admin/periode", "kalender penilaian dan perpanjangan"),
    Butir("Manajemen Unor", "/admin/unor", "unit, pimpinan unit, keaktifan"),
    Butir("Manajemen Pegawai", "/admin/pegawai", "jabatan dan atasan pegawai"),
    Butir("PLT/PLH", "/admin/penugasan", "penugasan pelaksana tugas dan harian"),
    Butir("Kembalikan ke Draft", "/admin/skp", "SKP yang tertahan, beserta alasannya"),
    Butir("Layanan Akun", "/admin/akun", "surel pemulihan dan keselarasan data akun"),
    Butir("Log Sinkronisasi", "/admin/log", "kegagalan sinkronisasi dan perbaikannya"),
    Butir("Laporan dan Rekap", "/admin/laporan", "Laporan SKP dan Rekap Penilaian (XLSX)"),
]
PIMPINAN = [Butir("Rekap Instansi", "/pimpinan", "rekap per unit, sebaran, keterlambatan, akibat")]
LATIHAN = [
    Butir("Hari dan Skenario", "/latihan", "majukan hari simulasi"),
    Butir("Gangguan", "/latihan/gangguan", "pasang masalah nyata; lihat yang sudah diperbaiki"),
]
#: What is left of that group in an exam: which day it is and who plays.
UJIAN = LATIHAN[:1]


def menu_untuk(
    peran: frozenset[Peran], punya_bawahan: bool, fungsional: bool = False, *, latihan: bool = True
) -> list[tuple[str, list[Butir]]]:
    """Groups of the sidebar for somebody with these hats.

    ``fungsional``: in a post that collects angka kredit; ``latihan`` False in an exam.
    """
    pelengkap = [*PELENGKAP, FUNGSIONAL] if fungsional else PELENGKAP
    grup = [("", UMUM)]
    if punya_bawahan:
        grup.append(("Pejabat Penilai Kinerja", PENILAI))
    grup.append(("Pelengkap simulasi", pelengkap))
    if Peran.PIMPINAN in peran:
        grup.append(("Pimpinan", PIMPINAN))
    grup.append(("Latihan", LATIHAN if latihan else UJIAN))
    if Peran.ADMIN in peran:
        grup.append(("Menu Administrator", ADMINISTRATOR))
    return grup
