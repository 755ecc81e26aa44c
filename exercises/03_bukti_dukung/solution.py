# %% [markdown]
# # Bukti dukung yang sah
#
# Rating yang adil berpijak pada bukti. Dalam latihan ini Anda memilih, menamai, dan membagikan bukti sendiri, menulis
# realisasinya, lalu memeriksa bukti rekan. Waktunya sekitar **50 menit**.
#
# Jawaban **tersimpan sendiri** setiap kali Anda mengisi. Tekan **Periksa** untuk melihat isian yang masih kosong atau
# perlu dilengkapi, lalu **Kumpulkan** bila sudah selesai.
#
# Ukuran sah atau tidaknya bukti di sini adalah **aturan kelas**; tidak ditemukan daftar resmi dari BKN. Seluruh nama
# dan angka rekaan.

# %% tags=["setup"]
from exercises.kit.session import fill, form, score

# %% [markdown]
# ## 1. Pilih bukti untuk setiap indikator
#
# Baca daftar dokumen di drive, lalu centang yang membuktikan. Sekitar 12 menit.

# %% tags=["form:pilih"]
form("pilih")

# %% tags=["solution"]
fill("pilih", "benar")

# %% tags=["check:pilih"]
score("pilih")

# %% [markdown]
# ## 2. Beri nama berkas menurut aturan kelas
#
# Nama yang sama polanya memudahkan penilai menelusuri bukti. Sekitar 6 menit.

# %% tags=["form:nama"]
form("nama")

# %% tags=["solution"]
fill("nama", "benar")

# %% tags=["check:nama"]
score("nama")

# %% [markdown]
# ## 3. Atur siapa yang boleh membuka
#
# Pikirkan penilai dan data pribadi sekaligus. Sekitar 4 menit.

# %% tags=["form:akses"]
form("akses")

# %% tags=["solution"]
fill("akses", "benar")

# %% tags=["check:akses"]
score("akses")

# %% [markdown]
# ## 4. Tulis realisasi dan sumber datanya
#
# Angka realisasi berasal dari dokumen, bukan dari ingatan. Sekitar 8 menit.

# %% tags=["form:realisasi"]
form("realisasi")

# %% tags=["solution"]
fill("realisasi", "benar")

# %% tags=["check:realisasi"]
score("realisasi")

# %% [markdown]
# ## 5. Periksa bukti milik rekan
#
# Delapan bukti dari rekan di instansi Anda. Sekitar 12 menit.

# %% tags=["form:periksa_rekan"]
form("periksa_rekan")

# %% tags=["solution"]
fill("periksa_rekan", "benar")

# %% tags=["check:periksa_rekan"]
score("periksa_rekan")

# %% [markdown]
# ## 6. Usulkan perbaikan kebiasaan
#
# Bagian ini dinilai oleh instruktur. Tulislah dengan kalimat sendiri. Sekitar 8 menit.

# %% tags=["form:perbaikan"]
form("perbaikan")

# %% tags=["solution"]
fill("perbaikan", "benar")

# %% [markdown] tags=["manual:perbaikan"]
# **Dinilai oleh instruktur.** Yang dilihat: berpijak pada temuan, usul yang dapat dijalankan, mencegah dan bukan hanya
# memperbaiki, serta perlindungan data pribadi.
