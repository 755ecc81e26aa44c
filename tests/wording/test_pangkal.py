"""Forms of one root meet at one key, different roots stay apart."""

from __future__ import annotations

import pytest

from simulator.wording.pangkal import pangkal


@pytest.mark.parametrize(
    "kata",
    [
        "menangani tertangani penanganan ditangani", "menyusun tersusunnya penyusunan disusun",
        "memeriksa diperiksa pemeriksaan terperiksa periksa", "mengelola terkelolanya pengelolaan dikelola kelola",
        "mencatat tercatat pencatatan dicatat", "melayani terlayani pelayanan dilayani layanan",
        "verifikasi diverifikasi terverifikasinya memverifikasi", "inspeksi diinspeksi menginspeksi",
        "evaluasi dievaluasi mengevaluasi terevaluasi",
        "digitalisasi terdigitalisasi mendigitalisasi pendigitalisasian",
        "terbit terbitnya penerbitan diterbitkan menerbitkan", "sehat kesehatan penyehatan",
        "serah penyerahan diserahkan",
        "kerja pekerjaan pekerja dikerjakan mengerjakan", "ternak peternakan peternak", "tani pertanian petani",
        "beri diberi pemberian memberi", "nilai dinilai penilaian menilai ternilai",
        "pakai dipakai pemakaian keterpakaian",
        "tertib ketertiban penertiban ditertibkan", "awasi pengawasan diawasi mengawasi terawasinya",
        "bagi pembagian dibagi membagikan", "uji pengujian diuji terujinya", "sedia tersedia penyediaan ketersediaan",
        "didik pendidikan dididik", "distribusi pendistribusian terdistribusi mendistribusikan",
        "terima penerimaan diterima menerima", "bersih kebersihan pembersihan dibersihkan", "ikan perikanan",
        "sekolah persekolahan", "sertifikat bersertifikat pensertifikatan", "terjemah penerjemah diterjemahkan",
    ],
)  # fmt: skip
def test_forms_of_one_root_meet(kata: str) -> None:
    assert len({pangkal(k) for k in kata.split()}) == 1, {k: pangkal(k) for k in kata.split()}


@pytest.mark.parametrize(
    "kata",
    [
        "laporan anggaran jalan pasien koperasi timbangan", "terbit bit tertib ternak terima terapi",
        "serah rah sehat sewa", "kerja kelas kelola keluarga", "periksa peran perkara pesan",
        "beras berkas berita bersih",
        "dinas didik disiplin distribusi", "media medis mesin meter",
    ],
)  # fmt: skip
def test_different_roots_stay_apart(kata: str) -> None:
    assert len({pangkal(k) for k in kata.split()}) == len(kata.split()), {k: pangkal(k) for k in kata.split()}
