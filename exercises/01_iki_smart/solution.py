# %% [markdown]
# # Indikator yang SMART
#
# Latihan ini mengasah tiga hal: membedakan aktivitas dari hasil, memperbaiki indikator yang lemah, dan menulis
# indikator yang dapat dibuktikan. Waktunya sekitar **50 menit**.
#
# Jawaban **tersimpan sendiri** setiap kali Anda mengisi. Tekan **Periksa** untuk melihat isian yang masih kosong atau
# perlu dilengkapi, lalu **Kumpulkan** bila sudah selesai.
#
# Seluruh nama, jabatan, dan angka di latihan ini rekaan.

# %% tags=["setup"]
from exercises.kit.session import fill, form, mulai_latihan, score

mulai_latihan("01_iki_smart")

# %% [markdown]
# ## 1. Memilah aktivitas, output, dan outcome
#
# Bacalah dua belas pernyataan, lalu tentukan jenisnya. Sekitar 10 menit.

# %% tags=["form:pilah"]
form("pilah")

# %% tags=["solution"]
fill("pilah", "benar")

# %% tags=["check:pilah"]
score("pilah")

# %% [markdown]
# ## 2. Memperbaiki empat IKI yang cacat
#
# Sekitar 15 menit. Lima kriteria **SMART** adalah kesepakatan kelas ini. Peraturan menuntut rencana kerja ditulis
# sebagai hasil dan indikator mempunyai target, tetapi tidak menyebut istilah SMART.

# %% tags=["form:perbaiki"]
form("perbaiki")

# %% tags=["solution"]
fill("perbaiki", "benar")

# %% tags=["check:perbaiki"]
score("perbaiki")

# %% [markdown]
# ## 3. Menulis tiga IKI untuk satu RHK
#
# Sekitar 15 menit. Petunjuk di bawah kolom indikator membantu Anda melihat kata yang kabur.

# %% tags=["form:tulis"]
form("tulis")

# %% tags=["solution"]
fill("tulis", "benar")

# %% tags=["check:tulis"]
score("tulis")

# %% [markdown]
# ## 4. Menjelaskan pilihan indikator
#
# Bagian ini dinilai oleh instruktur. Tulislah dengan kalimat sendiri. Sekitar 10 menit.

# %% tags=["form:alasan"]
form("alasan")

# %% tags=["solution"]
fill("alasan", "benar")

# %% [markdown] tags=["manual:alasan"]
# **Dinilai oleh instruktur.** Yang dilihat: hasil bukan aktivitas, kaitan dengan RHK, cara memperoleh bukti, dan
# kewajaran target.
