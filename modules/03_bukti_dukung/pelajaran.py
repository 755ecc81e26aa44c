# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Modul 3. Bukti dukung yang sah
#
# Waktu membaca sekitar 45 menit. Dokumen, pegawai, dan angka di sini rekaan.
#
# Penting: **tidak ditemukan daftar bukti sah atau standar nama berkas yang berlaku nasional.** Delapan pertanyaan
# dan pola nama di bawah ini adalah *aturan kelas*. Di instansi Anda aturannya boleh lain.

# %% tags=["setup"]
from dataclasses import replace
from datetime import date

from simulator.domain.pelaksanaan import Akses, Dokumen
from simulator.domain.periode import TipePeriodik
from simulator.domain.skp import Aspek
from simulator.notebook.lesson import batang, dasar_hukum, tabel, temuan
from simulator.rules.bukti import (
    Bahan,
    KriteriaBukti,
    nama_baku,
    periksa_bukti,
    periksa_nama,
    periksa_tautan,
    urai_nama,
)
from simulator.rules.periode import periode_baku

HARI = date(2026, 4, 5)
TRIWULAN_I = periode_baku(2026, TipePeriodik.TRIWULANAN, HARI)[0]
PEGAWAI = 7


def dokumen(nama, jenis, tanggal, *, akses=Akses.PENILAI, tertanda=True, pemilik=PEGAWAI, isi=""):
    return Dokumen(1, pemilik, nama, jenis, tanggal, "2026/TW1/RHK-01", akses, "a1b2", tertanda, isi, date(2026, 4, 2))


# %% [markdown]
# ## Bagian 1. Memilih bukti yang menjawab indikator
#
# Dua pertanyaan pertama menyingkirkan kebanyakan bukti yang lemah:
#
# 1. **Relevan.** Apakah isi dokumen menunjukkan *hal yang diukur* indikator? Daftar hadir rapat tidak menunjukkan
#    cakupan imunisasi.
# 2. **Periode.** Apakah *tanggal dokumen* berada di dalam periode yang dinilai? Yang dilihat tanggal dokumennya,
#    bukan tanggal Anda mengunggahnya.
#
# Indikator contoh: *Jumlah sekolah yang selesai diperiksa kesehatannya*, periode Triwulan I (1 Januari–31 Maret
# 2026).

# %%
pilihan = [
    (dokumen("Rekap pemeriksaan 12 sekolah", "Rekap/lembar data", date(2026, 3, 28)), True),
    (dokumen("Surat undangan rapat UKS", "Surat/nota dinas", date(2026, 2, 3)), False),
    (dokumen("Laporan pemeriksaan sekolah 2025", "Laporan kegiatan", date(2025, 11, 20)), True),
    (dokumen("Laporan pemeriksaan 12 sekolah", "Laporan kegiatan", date(2026, 3, 30)), True),
]


def alasan(daftar):
    return "\n".join(f"✘ {satu.kriteria.label}" for satu in daftar) or "✔ sah"


tabel(
    ("Dokumen", "Tanggal", "Menjawab indikator?", "Pertanyaan yang tidak terpenuhi"),
    [
        (
            satu.nama,
            f"{satu.tanggal:%d-%m-%Y}",
            cocok,
            alasan(periksa_bukti(Bahan(satu, TRIWULAN_I, PEGAWAI, relevan=cocok), HARI)),
        )
        for satu, cocok in pilihan
    ],
)

# %% [markdown]
# Perhatikan dokumen pertama: diunggah 2 April, tetapi bertanggal 28 Maret. Itu **sah**, selama belum melewati batas
# pengisian.
#
# **Coba sendiri.** Sertifikat pelatihan bertanggal 15 Februari dilampirkan pada indikator tadi. Apa temuannya?
#
# <details><summary>Lihat jawaban</summary>
#
# Periodenya benar, tetapi tidak relevan: sertifikat menunjukkan Anda belajar, bukan jumlah sekolah yang diperiksa.
#
# </details>

# %% [markdown]
# ## Bagian 2. Delapan pertanyaan tentang satu bukti

# %%
tabel(("Nomor", "Pertanyaan"), [(nomor, kriteria.label) for nomor, kriteria in enumerate(KriteriaBukti, start=1)])

# %% [markdown]
# Urutannya sengaja: mulai dari isi, berakhir pada tata kelola. Lihat enam bukti seorang rekan dan apa yang
# ditemukan.

# %%
laporan = dokumen("Laporan kunjungan rumah", "Laporan kegiatan", date(2026, 3, 25))
dasar = Bahan(laporan, TRIWULAN_I, PEGAWAI, relevan=True)
kasus = [
    ("Laporan lengkap, bertanda tangan", dasar),
    ("Hanya foto kegiatan", replace(dasar, dokumen=dokumen("Foto kunjungan", "Foto dokumentasi", date(2026, 3, 25)))),
    ("Konsep laporan tanpa tanda tangan", replace(dasar, dokumen=replace(laporan, bertanda_tangan=False))),
    ("Laporan tim yang tidak menyebut namanya", replace(dasar, dokumen=replace(laporan, pemilik_id=9))),
    (
        "Laporan tim yang menyebut perannya",
        replace(dasar, dokumen=replace(laporan, pemilik_id=9), peran_tercantum=True),
    ),
    ("Berkas yang sama sudah dipakai untuk RHK lain", replace(dasar, dipakai_lain=1)),
    ("Diubah seminggu setelah periode ditutup", replace(dasar, berubah_pada=date(2026, 4, 17))),
]
tabel(
    ("Bukti", "Sah?", "Pertanyaan yang tidak terpenuhi"),
    [(nama, not periksa_bukti(bahan, HARI), alasan(periksa_bukti(bahan, HARI))) for nama, bahan in kasus],
)

# %% [markdown]
# Dua baris layak diingat karena **tampak salah padahal benar**: laporan tim yang menyebut peran pegawai, dan (di
# bagian 1) dokumen yang diunggah setelah periode berakhir tetapi sebelum batas pengisian. Menolak bukti yang benar
# sama merugikannya dengan menerima bukti yang salah. Foto yang disebut sebagai **lampiran** sebuah laporan atau berita
# acara juga sah: yang dibuktikan laporannya, fotonya melengkapi. Yang tidak cukup adalah foto yang berdiri sendiri.

# %% [markdown]
# ## Bagian 3. Menamai berkas
#
# Pola kelas: `2026_TW1_RHK01_IKI-KN_judul.pdf`
#
# | Bagian | Isi |
# |---|---|
# | `2026` | tahun penilaian |
# | `TW1` | triwulan, TW1 sampai TW4 |
# | `RHK01` | nomor RHK dua angka |
# | `IKI-KN` | aspek indikator: KN kuantitas, KL kualitas, WK waktu, BY biaya |
# | `judul` | huruf kecil dan angka, dipisah tanda hubung |

# %%
daftar_nama = [
    nama_baku(2026, 1, 1, Aspek.KUANTITAS, "Rekap pemeriksaan sekolah", "xlsx"),
    "Laporan final REVISI 2.pdf",
    "2026_TW5_RHK1_IKI-KN_rekap.pdf",
    "2026_TW1_RHK01_IKI-KN_Rekap Sekolah.pdf",
]
tabel(
    ("Nama berkas", "Mengikuti aturan kelas?", "Yang perlu diperbaiki"),
    [
        (nama, urai_nama(nama) is not None, "\n".join(satu.pesan for satu in periksa_nama(nama)) or "–")
        for nama in daftar_nama
    ],
)

# %% [markdown]
# Nama yang bentuknya benar masih bisa **salah alamat**. Berkas berikut hendak dipasang pada RHK 1 aspek kuantitas
# Triwulan I:

# %%
temuan(
    periksa_nama("2026_TW2_RHK01_IKI-KL_rekap-sekolah.xlsx", tahun=2026, triwulan=1, nomor_rhk=1, aspek=Aspek.KUANTITAS)
)

# %% [markdown]
# ## Bagian 4. Siapa yang boleh membuka
#
# e-Kinerja menyimpan **tautan**, bukan berkas. Bila tautan hanya dapat dibuka Anda sendiri, bagi penilai bukti itu
# tidak ada. Sebaliknya, dokumen yang memuat nama pasien, nomor identitas, atau data kesehatan tidak boleh terbuka
# untuk umum.

# %%
rekap = dokumen("Rekap pasien", "Rekap/lembar data", date(2026, 3, 20))


def akses_dinilai(akses, pribadi):
    bahan = Bahan(replace(rekap, akses=akses), TRIWULAN_I, PEGAWAI, relevan=True, memuat_data_pribadi=pribadi)
    return "\n".join(f"✘ {satu.pesan}" for satu in periksa_bukti(bahan, HARI)) or "✔ sah"


tabel(
    ("Pengaturan akses", "Tanpa data pribadi", "Memuat data pribadi"),
    [(akses.label, akses_dinilai(akses, False), akses_dinilai(akses, True)) for akses in Akses],
)

# %% [markdown]
# Pilihan yang hampir selalu tepat adalah **Pejabat penilai**. Ujilah dengan membuka tautan di jendela penyamaran.

# %%
tautan = [
    "drive://dokumen/12",
    "https://drive.contoh.example/dokumen/12",
    "https://drive.contoh.example/folders/rhk",
    "",
]
tabel(
    ("Tautan", "Yang perlu diperbaiki"),
    [(satu or "(kosong)", "\n".join(t.pesan for t in periksa_tautan(satu)) or "–") for satu in tautan],
)

# %% [markdown]
# ## Bagian 5. Menulis realisasi dan sumber data
#
# Realisasi menyebut **jumlah, satuan, dan bukti yang menunjukkannya**; sumber data menyebut asal angkanya. Angka
# pada realisasi tidak boleh lebih besar daripada yang terlihat pada bukti.
#
# Contoh: *“12 sekolah selesai diperiksa, berdasarkan rekap pemeriksaan sekolah Triwulan I.”* Sumber data: *register
# UKS puskesmas per 31 Maret 2026.*

# %%
klaim = [
    ("Realisasi menulis 12 sekolah", 12),
    ("Realisasi menulis 15 sekolah", 15),
    ("Realisasi menulis 10 sekolah", 10),
]
ada = 12
batang(
    f"Rekap menunjukkan {ada} sekolah. Mana realisasi yang didukung bukti?",
    [
        (
            nama,
            jumlah,
            "didukung"
            if not periksa_bukti(replace(dasar, dokumen=rekap, jumlah_bukti=ada, jumlah_diakui=jumlah), HARI)
            else "melebihi bukti",
        )
        for nama, jumlah in klaim
    ],
)

# %% [markdown]
# Menulis 10 padahal bukti menunjukkan 12 tidak melanggar, tetapi merugikan diri sendiri: periksa lagi hitungannya.
#
# **Coba sendiri.** Apa yang kurang dari “Sudah dilaksanakan dengan baik, data dari laporan”?
#
# <details><summary>Lihat jawaban</summary>
#
# Tidak ada jumlah, satuan, dan nama buktinya. “Laporan” pun belum menyebut laporan mana dan per tanggal berapa.
#
# </details>

# %% [markdown]
# ## Bagian 6. Kebiasaan sepanjang triwulan
#
# Bukti yang dikumpulkan menumpuk pada akhir tahun biasanya tidak lengkap. Tiga kebiasaan kecil lebih berguna
# daripada lembur bulan Desember:
#
# 1. **Rencana aksi dulu.** Sistem menerima bukti setelah rencana aksi diisi; rencana aksi juga mengingatkan bukti
#    apa yang dicari.
# 2. **Satu folder per triwulan dan RHK**, misalnya `2026/TW1/RHK-01`, dengan nama berkas menurut bagian 3.
# 3. **Lima belas menit setiap Jumat terakhir bulan itu** untuk menyimpan, menamai, dan menguji tautan.
#
# Bila Anda menilai bukti rekan, sebutkan nama berkasnya, kriteria yang belum terpenuhi, dan cara memperbaikinya.
# “Kurang lengkap” saja tidak menolong siapa pun.

# %% [markdown]
# ## Ringkasan
#
# 1. Relevan dan periode dulu; enam pertanyaan lain menyusul.
# 2. Foto dan daftar hadir melengkapi, hasil dibuktikan laporan atau rekap.
# 3. Nama berkas menyebut tahun, triwulan, RHK, dan aspek.
# 4. Penilai dapat membuka; orang lain tidak dapat melihat data pribadi.
# 5. Angka realisasi tidak melebihi angka pada bukti.
#
# **Selanjutnya:** kerjakan latihan *Bukti dukung yang sah*, lalu baca Modul 4.

# %%
dasar_hukum(
    "bukti.relevan",
    "bukti.periode",
    "bukti.kepemilikan",
    "bukti.kecukupan",
    "bukti.autentik",
    "bukti.aksesibel",
    "bukti.keutuhan",
    "bukti.tidak_duplikat",
    "bukti.penamaan",
    "bukti.tautan",
    "bukti.rencana_aksi_dahulu",
)
