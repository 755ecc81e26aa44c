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
# # Modul 2. Membagi hasil: Matriks Peran Hasil
#
# Waktu membaca sekitar 45 menit. Tim, nama, dan angka di sini rekaan.

# %% tags=["setup"]
from decimal import Decimal

from simulator.domain.matriks import JenisCascading, MatriksPeranHasil, PeranHasil, TingkatHasil
from simulator.domain.skp import RHK, JenisRHK, KlasifikasiRHK
from simulator.notebook.lesson import batang, dasar_hukum, tabel, temuan
from simulator.rules.matriks import (
    boleh_diintervensi,
    jenis_cascading,
    pemilik_lengkap,
    peran_berisi_hasil,
    peran_ganda,
    rhk_yatim,
    selisih_target,
)

TIM = {11: "Analis Gizi (Ahli Muda)", 12: "Nutrisionis (Terampil)", 13: "Pengelola Data", 14: "Perawat (Ahli Pertama)"}
RHK_PIMPINAN = {
    1: "Menurunnya jumlah balita dengan gizi kurang",
    2: "Meningkatnya ketepatan data gizi puskesmas",
    3: "Tersedianya makanan tambahan bagi balita sasaran",
}


def isi(peran_id, rhk_id, pegawai_id, teks, cascading=JenisCascading.TIDAK_LANGSUNG, tingkat=TingkatHasil.OUTPUT):
    return PeranHasil(peran_id, 1, rhk_id, pegawai_id, teks, cascading, tingkat)


# %% [markdown]
# ## Bagian 1. Dari rencana instansi ke RHK Anda
#
# Hasil mengalir dari atas ke bawah. Rencana strategis menjadi Perjanjian Kinerja pimpinan; Perjanjian Kinerja
# menjadi RHK pimpinan; RHK pimpinan dibagi kepada tim. Anda tidak menyalin RHK pimpinan, Anda **menyumbang**
# kepadanya.

# %%
tabel(
    ("Urutan", "Dokumen", "Pertanyaan yang dijawab"),
    [
        (1, "Renstra", "Perubahan apa yang ingin dicapai instansi dalam lima tahun?"),
        (2, "Perjanjian Kinerja", "Apa yang dijanjikan pimpinan tahun ini?"),
        (3, "SKP pimpinan", "Hasil apa yang ia pertanggungjawabkan?"),
        (4, "Matriks Peran Hasil", "Siapa menghasilkan apa supaya hasil itu tercapai?"),
        (5, "SKP anggota", "Hasil apa yang saya serahkan?"),
    ],
)

# %% [markdown]
# Karena itu urutan kerjanya selalu dari atas: pimpinan menulis RHK, membuka Matriks Peran Hasil, lalu menekan
# **Sinkronisasi SKP Bawahan**. Sebelum itu daftar *RHK pimpinan yang diintervensi* di layar Anda kosong, dan itu
# bukan kesalahan Anda.

# %%
sebelum = MatriksPeranHasil(1, 10, disinkronkan=False, anggota_id=(11, 12))
sesudah = MatriksPeranHasil(1, 10, disinkronkan=True, anggota_id=(11, 12))
tabel(
    ("Keadaan", "Anggota dapat memilih RHK pimpinan?"),
    [
        ("Matriks belum disinkronkan", boleh_diintervensi(sebelum, 11)),
        ("Matriks sudah disinkronkan", boleh_diintervensi(sesudah, 11)),
        ("Sudah disinkronkan, tetapi pegawai belum masuk matriks", boleh_diintervensi(sesudah, 14)),
    ],
)

# %% [markdown]
# ## Bagian 2. Matriks Peran Hasil: setiap RHK punya pemilik
#
# Di dalam matriks, baris adalah orang dan kolom adalah RHK pimpinan. Baca dua arah:
#
# - **kolom kosong** berarti ada RHK pimpinan yang tidak dikerjakan siapa pun;
# - **baris kosong** berarti ada anggota yang belum punya peran.

# %%
matriks = MatriksPeranHasil(
    1,
    10,
    disinkronkan=True,
    anggota_id=(11, 12, 13, 14),
    daftar_peran=(
        isi(1, 1, 11, "Tersusunnya rekomendasi penanganan balita gizi kurang"),
        isi(2, 1, 12, "Terlayaninya balita gizi kurang di wilayah timur"),
        isi(3, 2, 13, "Tersedianya data gizi bulanan yang sudah diperiksa"),
    ),
)
sel = {(peran.pegawai_id, peran.rhk_pimpinan_id): peran.peran for peran in matriks.daftar_peran}
tabel(
    ("Anggota", *(f"RHK {nomor}: {teks}" for nomor, teks in RHK_PIMPINAN.items())),
    [(nama, *(sel.get((orang, rhk), "") for rhk in RHK_PIMPINAN)) for orang, nama in TIM.items()],
)

# %%
temuan(pemilik_lengkap(matriks, list(RHK_PIMPINAN)))

# %% [markdown]
# **Coba sendiri.** Kolom dan baris mana yang kosong pada matriks tadi?
#
# <details><summary>Lihat jawaban</summary>
#
# Kolom RHK 3 (makanan tambahan) dan baris Perawat. Keduanya mungkin dapat dipertemukan: tanyakan apakah perawat
# memang tepat menjadi pemilik penyaluran makanan tambahan.
#
# </details>

# %% [markdown]
# ## Bagian 3. Menulis peran sebagai hasil
#
# Isi tiap kotak dengan pertanyaan: **apa yang harus dihasilkan orang ini supaya RHK pimpinan tercapai?** Jawabannya
# berupa *outcome antara*, *output*, atau *layanan*. Kegiatan tidak masuk matriks; kegiatan masuk rencana aksi.

# %%
pasangan = [
    (
        "Mengikuti rapat gizi lintas program",
        "Tersepakatinya pembagian sasaran gizi antarpuskesmas",
        TingkatHasil.OUTPUT,
    ),
    ("Menginput data gizi", "Tersedianya data gizi bulanan yang sudah diperiksa", TingkatHasil.OUTPUT),
    ("Melayani konsultasi orang tua", "Terlayaninya konsultasi gizi orang tua balita", TingkatHasil.LAYANAN),
    ("Mendampingi kader", "Meningkatnya kader yang mampu mengukur balita dengan benar", TingkatHasil.OUTCOME_ANTARA),
]
tabel(
    ("Kegiatan (bukan peran)", "Peran yang ditulis sebagai hasil", "Tingkat"),
    [(kegiatan, hasil, tingkat.label) for kegiatan, hasil, tingkat in pasangan],
)

# %%
campuran = [isi(21, 2, 13, "Menginput data gizi"), isi(22, 2, 13, "Tersedianya data gizi bulanan yang sudah diperiksa")]
temuan(peran_berisi_hasil(campuran, aktivitas=[21]))

# %% [markdown]
# Untuk pembagian yang sehat, semakin tinggi jabatan semakin dekat perannya dengan outcome. Pelaksana menyumbang
# output dan layanan; ketua tim dan administrator menyumbang outcome antara.

# %% [markdown]
# ## Bagian 4. Cascading langsung dan tidak langsung
#
# Cascading **langsung**: hasil anggota adalah potongan hasil pimpinan. Potongannya menurut *aspek*, *wilayah*, atau
# *beban target*. Cascading **tidak langsung**: hasil pimpinan tidak dapat dipotong, sehingga anggota menghasilkan
# sesuatu yang menjadi jalan menuju hasil itu.

# %%
kasus = [
    ("Terlayaninya 1.200 ibu hamil, dibagi empat wilayah", False, True, False),
    ("Tersusunnya 24 laporan, tiap orang menyusun enam", False, False, True),
    ("Menurunnya jumlah balita gizi kurang", False, False, False),
    ("Meningkatnya mutu layanan: seorang mengurus kecepatan, seorang mengurus kelengkapan", True, False, False),
]
tabel(
    ("RHK pimpinan dan cara membaginya", "Jenis cascading"),
    [
        (teks, jenis_cascading(terbagi_aspek=aspek, terbagi_wilayah=wilayah, terbagi_beban=beban).label)
        for teks, aspek, wilayah, beban in kasus
    ],
)

# %% [markdown]
# Pada cascading langsung dengan angka, potongan harus **menjumlah**. Pimpinan berjanji 1.200 ibu hamil terlayani;
# lihat apakah pembagiannya cukup.


# %%
def ribuan(angka):
    return f"{angka:,}".replace(",", ".")


target_pimpinan = Decimal(1200)
pembagian = {"Wilayah utara": 350, "Wilayah selatan": 300, "Wilayah barat": 280, "Wilayah timur": 200}
selisih = selisih_target(target_pimpinan, {nomor: Decimal(angka) for nomor, angka in enumerate(pembagian.values())})
jumlah = f"{ribuan(target_pimpinan + selisih)} dari {ribuan(target_pimpinan)} orang, kurang {-selisih}"
batang(
    f"Target tiap wilayah: {jumlah}",
    [(wilayah, angka, f"{angka} orang") for wilayah, angka in pembagian.items()],
)

# %% [markdown]
# Kurang tujuh puluh orang. Sebelum menambah target seseorang, bicarakan dulu: apakah ada wilayah yang sasarannya
# belum terhitung?
#
# Persentase dan indeks **tidak dijumlahkan**. Empat wilayah yang masing-masing mencapai 80 persen tidak
# menghasilkan 320 persen.

# %% [markdown]
# ## Bagian 5. Memeriksa cascading
#
# Empat hal yang paling sering salah:
#
# 1. **RHK yatim** — RHK anggota tidak mendukung RHK pimpinan mana pun;
# 2. **kolom tanpa pemilik** — sudah Anda lihat di bagian 2;
# 3. **peran ganda** — dua orang memegang hasil yang sama tanpa pembagian tertulis;
# 4. **target tidak menjumlah** — sudah Anda lihat di bagian 4.

# %%
rhk_anggota = [
    RHK(31, 5, JenisRHK.UTAMA, KlasifikasiRHK.ORGANISASI, "Tersedianya data gizi bulanan yang sudah diperiksa", 2),
    RHK(32, 6, JenisRHK.UTAMA, KlasifikasiRHK.INDIVIDU, "Tertatanya arsip kendaraan dinas", None),
    RHK(33, 7, JenisRHK.TAMBAHAN, KlasifikasiRHK.INDIVIDU, "Terselenggaranya upacara hari kesehatan", None),
]
temuan(rhk_yatim(rhk_anggota, list(RHK_PIMPINAN)))

# %% [markdown]
# Upacara tidak disebut karena ia **hasil kerja tambahan**. Arsip kendaraan mungkin penting, tetapi bukan bagian
# dari hasil bidang gizi: pindahkan ke hasil kerja tambahan, atau tanyakan kepada pimpinan.

# %%
serupa = [
    isi(41, 1, 11, "Terlayaninya balita gizi kurang"),
    isi(42, 1, 12, "terlayaninya balita gizi kurang."),
    isi(43, 2, 13, "Tersedianya data gizi puskesmas wilayah utara"),
    isi(44, 2, 14, "Tersedianya data gizi puskesmas wilayah selatan"),
]
temuan(peran_ganda(serupa))

# %% [markdown]
# Dua peran terakhir mirip tetapi tidak ganda: pembagian wilayahnya tertulis. Inilah yang membedakan *berbagi* dari
# *bertumpuk*.
#
# **Coba sendiri.** Bagaimana memperbaiki dua peran pertama?
#
# <details><summary>Lihat jawaban</summary>
#
# Tuliskan pembagiannya, misalnya menurut wilayah (*balita gizi kurang di Puskesmas Sukamaju*) atau menurut aspek
# (seorang melayani, seorang memantau pemulihan).
#
# </details>

# %% [markdown]
# ## Bagian 6. Dialog kinerja: menjelaskan pembagian
#
# Matriks yang benar tetap perlu dijelaskan, karena dibangun lewat dialog. Penjelasan yang baik menjawab tiga hal:
# **mengapa orang ini** (jabatan, keahlian, beban), **mengapa cara ini** (langsung atau tidak langsung), dan **apa
# yang terjadi bila tidak tercapai** (siapa yang lebih dulu tahu, dukungan apa yang diperlukan).
#
# Bandingkan: *“Dibagi rata supaya adil.”* dengan *“Wilayah timur diberi target terkecil karena dua pustunya baru
# dibuka; bila sampai triwulan II cakupannya di bawah separuh, perawat dari wilayah barat membantu dua hari
# sepekan.”* Kalimat kedua dapat diperiksa.

# %% [markdown]
# ## Ringkasan
#
# 1. Mulai dari RHK pimpinan, bukan dari kegiatan yang biasa dikerjakan.
# 2. Tidak ada kolom kosong dan tidak ada baris kosong.
# 3. Isi kotak adalah hasil; kegiatan masuk rencana aksi.
# 4. Langsung bila hasil pimpinan dapat dipotong; potongan angkanya menjumlah.
# 5. Periksa yatim, ganda, dan jumlah sebelum matriks disinkronkan.
#
# **Selanjutnya:** kerjakan latihan *Cascading*, lalu baca Modul 3.

# %%
dasar_hukum(
    "matriks.berpemilik",
    "matriks.bahasa_hasil",
    "matriks.jenis_cascading",
    "matriks.jumlah_target",
    "matriks.yatim",
    "matriks.ganda",
    "matriks.sinkronisasi",
    "perencanaan.intervensi",
)
