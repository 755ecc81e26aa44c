# %% [markdown]
# # Cascading kinerja
#
# Anda memimpin satu unit di kantor latihan. Tugas Anda: membagi RHK kepada tim, menulis peran sebagai hasil, lalu
# memeriksa apakah cascading di kantor itu tersambung. Waktunya sekitar **55 menit**.
#
# Jawaban **tersimpan sendiri** setiap kali Anda mengisi. Tekan **Periksa** untuk melihat isian yang masih kosong, lalu
# **Kumpulkan** bila sudah selesai.
#
# Nama orang, unit, dan angka berasal dari kantor rekaan yang dibuat khusus untuk Anda.

# %% tags=["setup"]
from exercises.kit.session import fill, form, mulai_latihan, score

mulai_latihan("02_cascading")

# %% [markdown]
# ## 1. Mengisi pemilik pada Matriks Peran Hasil
#
# Bagi RHK Anda kepada anggota tim. Sekitar 12 menit.

# %% tags=["form:pemilik"]
form("pemilik")

# %% tags=["solution"]
fill("pemilik", "benar")

# %% tags=["check:pemilik"]
score("pemilik")

# %% [markdown]
# ## 2. Menulis peran anggota sebagai hasil
#
# Tulis dua peran. Petunjuk di bawah kolom membantu Anda melihat apakah kalimatnya sudah berbahasa hasil. Sekitar
# 10 menit.

# %% tags=["form:peran"]
form("peran")

# %% tags=["solution"]
fill("peran", "benar")

# %% tags=["check:peran"]
score("peran")

# %% [markdown]
# ## 3. Memilih cascading langsung atau tidak langsung
#
# Bandingkan indikator dan target pimpinan dengan milik bawahan. Sekitar 8 menit.

# %% tags=["form:jenis"]
form("jenis")

# %% tags=["solution"]
fill("jenis", "benar")

# %% tags=["check:jenis"]
score("jenis")

# %% [markdown]
# ## 4. Menemukan cascading yang bermasalah
#
# Bacalah cuplikan SKP ini seperti seorang pimpinan sebelum menyetujui SKP. Sekitar 15 menit.

# %% tags=["form:temukan"]
form("temukan")

# %% tags=["solution"]
fill("temukan", "benar")

# %% tags=["check:temukan"]
score("temukan")

# %% [markdown]
# ## 5. Menyelesaikan tumpang tindih dalam dialog kinerja
#
# Bagian ini dinilai oleh instruktur. Tulislah dengan kalimat sendiri. Sekitar 10 menit.

# %% tags=["form:dialog"]
form("dialog")

# %% tags=["solution"]
fill("dialog", "benar")

# %% [markdown] tags=["manual:dialog"]
# **Dinilai oleh instruktur.** Yang dilihat: masalah dijelaskan dengan data, pembagian yang dapat dijalankan, jalannya
# dialog, dan tindak lanjut.
