# %% [markdown]
# # Kalibrasi penilaian
#
# Anda memimpin sebuah Puskesmas. Setahun sudah lewat dan predikat kinerja harus ditetapkan. Baca capaian, tetapkan
# rating, lalu pertanggungjawabkan sebarannya. Waktunya sekitar **60 menit**.
#
# Jawaban **tersimpan sendiri** setiap kali Anda mengisi. Tekan **Periksa** untuk melihat isian yang masih kosong atau
# tidak selaras, lalu **Kumpulkan** bila sudah selesai.
#
# Seluruh nama, jabatan, dan angka di latihan ini rekaan.

# %% tags=["setup"]
from exercises.kit.session import fill, form, score

# %% [markdown]
# ## 1. Rating dan predikat setiap anggota
#
# Baca tabel capaian dan catatan perilaku, lalu isi tabel penilaian. Grafik di bawahnya bergerak mengikuti pilihan Anda.
# Sekitar 25 menit.

# %% tags=["form:rating"]
form("rating")

# %% tags=["solution"]
fill("rating", "benar")

# %% tags=["check:rating"]
score("rating")

# %% [markdown]
# ## 2. Sebaran dan pola distribusi
#
# Persentase dalam pola berasal dari SE MenPANRB 3/2023 sebagaimana dikutip satu sumber; cara membulatkannya aturan
# kelas. Sekitar 10 menit.

# %% tags=["form:sebaran"]
form("sebaran")

# %% tags=["solution"]
fill("sebaran", "benar")

# %% tags=["check:sebaran"]
score("sebaran")

# %% [markdown]
# ## 3. Yang tidak wajar dalam draf penilaian
#
# Cocokkan draf dengan data pada soal pertama. Sekitar 10 menit.

# %% tags=["form:temuan"]
form("temuan")

# %% tags=["solution"]
fill("temuan", "benar")

# %% tags=["check:temuan"]
score("temuan")

# %% [markdown]
# ## 4. Alasan dan dua umpan balik
#
# Bagian ini dinilai oleh instruktur. Tulislah dengan kalimat sendiri. Sekitar 15 menit.

# %% tags=["form:pertanggungjawaban"]
form("pertanggungjawaban")

# %% tags=["solution"]
fill("pertanggungjawaban", "benar")

# %% [markdown] tags=["manual:pertanggungjawaban"]
# **Dinilai oleh instruktur.** Yang dilihat: alasan yang berpijak pada data, dua umpan balik yang khas dan membangun,
# serta bahasa.
